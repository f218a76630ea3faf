"""The decree's tables as it prints them."""

from __future__ import annotations

from markupsafe import Markup

from macros.frame import links
from macros.frame.view import View
from renstra.model.base import Entry
from renstra.model.swot import Matriks, TabelKolom


def tabel_target(view: View) -> Markup:
    """The whole target table, as the decree prints it."""
    plan = view.site.plan
    caption = f"{plan.tabel_target.nomor} {plan.tabel_target.judul}"
    return view.render("tabel-target.html.j2", caption=caption, programs=plan.program)


def tabel_anggaran_program(view: View) -> Markup:
    """Funding by programme, as the decree prints it."""
    return view.render("tabel-anggaran-program.html.j2")


def tabel_anggaran_kegiatan(view: View) -> Markup:
    """Funding by kegiatan and sasaran, as the decree prints it."""
    plan = view.site.plan
    places = {
        sasaran.id: links.sasaran(kegiatan, sasaran)
        for kegiatan in plan.kegiatan.values()
        for sasaran in kegiatan.sasaran
    }
    return view.render("tabel-anggaran-kegiatan.html.j2", sasaran_links=places)


def tabel_anggota(view: View) -> Markup:
    """The members of the commission, as the decree prints them."""
    return _if_any(view, "tabel-anggota.html.j2", view.site.plan.organisasi.tabel)


def tabel_matriks(view: View, matrix: Matriks) -> Markup:
    """A SWOT matrix: factors on the two axes, strategies in the field where they meet."""
    return view.render("matriks.html.j2", matriks=matrix)


def tabel_kolom(view: View, table: TabelKolom) -> Markup:
    """A table whose columns are lists side by side."""
    return view.render("tabel-kolom.html.j2", tabel=table)


def tabel_sintesa(view: View) -> Markup:
    """The synthesis of the strategies, as the decree prints it."""
    return _if_any(view, "tabel-sintesa.html.j2", view.site.plan.sintesa.tabel)


def tabel_tujuan(view: View) -> Markup:
    """Goals and strategic objectives, as the decree prints them."""
    return _if_any(view, "tabel-tujuan.html.j2", view.site.plan.tujuan.tabel)


def _if_any(view: View, template: str, table: Entry | None) -> Markup:
    """A table, or nothing where the plan has no such table."""
    return view.render(template, tabel=table) if table else Markup("")
