"""Regulations, partners and terms: the decree's lists that one looks something up in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from macros.frame import links
from macros.frame.view import View
from macros.parts.lists import Item, label, of_prose, source
from macros.parts.thread import around
from renstra.model.istilah import Arti, Singkatan
from renstra.plan.plan import Plan

TAHAP = {"pemilu": "Pemilu", "pemilihan": "Pemilihan", "sekretariat": "Kesekretariatan"}
JENIS_REGULASI = {"SK": "Surat Keputusan (SK)", "BA": "Berita Acara (BA)"}


def daftar_kelompok_regulasi(view: View) -> Markup:
    """The groups of regulations, each with what it follows from."""
    return of_prose(view, view.site.plan.regulasi.kelompok)


def daftar_regulasi(view: View) -> Markup:
    """Every regulation in one list that filters in the page."""
    return view.render(
        "daftar-regulasi.html.j2",
        rows=list(_regulations(view)),
        tahap=list(TAHAP.items()),
        jenis=list(JENIS_REGULASI.items()),
    )


def _regulations(view: View) -> Iterator[Item]:
    plan = view.site.plan
    for group in plan.regulasi.kelompok:
        for item in group.regulasi:
            yield {
                "regulasi": item,
                "tahap": group.tahap,
                "nama_tahap": TAHAP[group.tahap],
                "label": label(plan, item.naskah),
                "teks": view.site.glossed(plan.words(item.naskah)),
                "sumber": source(plan, item.naskah),
                "benang": around(view, item.id),
            }


def daftar_upaya(view: View) -> Markup:
    """The efforts to strengthen the institution."""
    return of_prose(view, view.site.plan.kelembagaan.upaya)


def daftar_mitra(view: View) -> Markup:
    """Partners by kind of institution and field."""
    return view.render("daftar-mitra.html.j2", groups=view.site.plan.kelembagaan.lembaga)


def daftar_definisi(view: View) -> Markup:
    """The definitions of the decree."""
    plan = view.site.plan
    items = [(item, source(plan, item.naskah)) for item in plan.istilah.definisi]
    return view.render("daftar-istilah.html.j2", definisi=items)


def daftar_singkatan(view: View) -> Markup:
    """Abbreviations, each with who expands it."""
    plan = view.site.plan
    rows = sorted(plan.istilah.singkatan, key=lambda item: item.singkatan.casefold())
    return view.render(
        "daftar-singkatan.html.j2", singkatan=[(item, *_expander(plan, item)) for item in rows]
    )


def daftar_arti(view: View) -> Markup:
    """Terms that the decree does not explain, each with what a named source says of it."""
    rows = sorted(view.site.plan.istilah.arti, key=lambda item: item.istilah.casefold())
    return view.render("daftar-arti.html.j2", arti=rows)


def arti_dalam(view: View, *texts: str) -> Markup:
    """What the terms in texts mean that the decree does not explain; nothing for none."""
    found = [item for item in view.site.plan.istilah.arti if any(says(item, t) for t in texts)]
    return view.render("arti-dalam.html.j2", arti=found)


def says(item: Arti, text: str) -> bool:
    """Whether a text uses a term, in one of its spellings."""
    words = "|".join(map(re.escape, (item.istilah, *item.juga)))
    return re.search(rf"(?<![\w/-])(?:{words})(?![\w-])", text, re.IGNORECASE) is not None


def _expander(plan: Plan, item: Singkatan) -> tuple[str, str | None]:
    """Who expands an abbreviation, and where that can be read."""
    if item.hukum:
        return item.hukum, None
    assert item.naskah is not None  # one source or the other
    if item.naskah in plan.bagian:
        return source(plan, item.naskah)
    return plan.tabel[item.naskah], links.thing(plan, item.naskah)
