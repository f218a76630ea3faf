"""The organisation charts, redrawn from what the decree says in words."""

from __future__ import annotations

from markupsafe import Markup

from macros.frame import links
from macros.frame.view import View
from renstra.model.naskah import Bagan


def drawing(view: View, picture: Bagan) -> Markup:
    """What stands for a lost picture: a chart redrawn where its data is there, else a notice."""
    plan = view.site.plan
    if picture.digambar_dari == "anggota" and plan.organisasi.tabel:
        chart, source = bagan_anggota(view), plan.organisasi.tabel.nomor
    else:
        chart, source = bagan_sekretariat(view), "nama dan tugas subbagian di bawah ini"
    return view.render("bagan.html.j2", bagan=picture, gambar=chart, asal=source)


def bagan_anggota(view: View) -> Markup:
    """The commission: its chair above its members, each with division and area."""
    table = view.site.plan.organisasi.tabel
    members = table.anggota if table else []
    branches = [(item.nama, [item.kedudukan, item.divisi, item.wilayah], None) for item in members]
    return view.render(
        "bagan-organisasi.html.j2", puncak=view.site.plan.rencana.singkatan, cabang=branches
    )


def bagan_sekretariat(view: View) -> Markup:
    """The secretariat above its sub-sections."""
    plan = view.site.plan
    branches: list[tuple[str, list[str], str]] = [
        (plan.words(item.naskah), [], links.bagian(plan, item.naskah))
        for item in plan.organisasi.subbagian
    ]
    top = f"Sekretariat {plan.rencana.singkatan}"
    return view.render("bagan-organisasi.html.j2", puncak=top, cabang=branches)
