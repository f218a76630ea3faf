"""The things of the analysis, the strategies, the policy and the institution, in lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from macros.frame import links
from macros.frame.view import View
from macros.parts.tables import tabel_matriks
from macros.parts.thread import around
from renstra.model.naskah import Butir
from renstra.plan.plan import Plan

Item = dict[str, Any]

INDENTED = Markup('<div class="menjorok">{}</div>\n')

KELOMPOK = {
    "kekuatan": "Kekuatan",
    "kelemahan": "Kelemahan",
    "peluang": "Peluang",
    "ancaman": "Ancaman",
}


def source(plan: Plan, part: str) -> tuple[str, str]:
    """Where a part of the prose stands: as one cites it, and its address."""
    return plan.citation(part), links.bagian(plan, part)


def label(plan: Plan, part: str) -> str:
    """The label of an item of the prose; nothing for other parts."""
    found = plan.bagian[part][1]
    return found.label if isinstance(found, Butir) else ""


def of_prose(view: View, things: Iterable[Any]) -> Markup:
    """Things whose words stand in the prose, each with its place there and its thread."""
    plan = view.site.plan
    return _list(
        view,
        (
            {
                "kode": thing.id,
                "label": label(plan, thing.naskah),
                "teks": view.site.glossed(plan.words(thing.naskah)),
                "naskah": thing.naskah,
                "sumber": source(plan, thing.naskah),
            }
            for thing in things
        ),
    )


def _list(view: View, items: Iterable[Item], *, nested: bool = False) -> Markup:
    filled = [
        {"sumber": None, "naskah": "", "benang": around(view, item["kode"], nested=nested)} | item
        for item in items
    ]
    return view.render("daftar-benda.html.j2", items=filled)


def matriks_swot(view: View) -> Markup:
    """The SWOT matrices, each under its own anchor."""
    return Markup("\n").join(
        Markup('<div id="{}"></div>\n{}').format(matrix.id, tabel_matriks(view, matrix))
        for matrix in view.site.plan.swot.matriks
    )


def daftar_faktor(view: View) -> Markup:
    """Every factor with its words as each matrix prints them."""
    plan = view.site.plan
    printed: dict[str, dict[str, list[Any]]] = {item.id: {} for item in plan.swot.faktor}
    for matrix in plan.swot.matriks:
        for item in (*matrix.dalam.faktor, *matrix.luar.faktor):
            printed[item.faktor].setdefault(item.teks, []).append(matrix)
    groups = [
        {
            "nama": kelompok,
            "judul": judul,
            "faktor": [
                {"id": item.id, "tercetak": list(printed[item.id].items())}
                for item in plan.swot.faktor
                if item.kelompok == kelompok
            ],
        }
        for kelompok, judul in KELOMPOK.items()
    ]
    return view.render("daftar-faktor.html.j2", groups=groups)


def daftar_strategi(view: View) -> str:
    """The strategies under the matrix they come from."""
    pieces = []
    for matrix in view.site.plan.swot.matriks:
        pieces += [
            Markup('<h3 id="dari-{}"><a href="{}">{} {}</a></h3>\n').format(
                matrix.id, view.href(links.matriks(matrix.id)), matrix.nomor, matrix.judul
            ),
            _list(
                view,
                (
                    {"kode": s.id, "label": s.label, "teks": view.site.glossed(s.teks)}
                    for s in matrix.strategi
                ),
                nested=True,
            ),
        ]
    return Markup("").join(pieces)


def daftar_sintesa(view: View) -> str:
    """The synthesis: its heads, and under each the strategies it draws together."""
    table = view.site.plan.sintesa.tabel
    pieces = []
    for group in table.kelompok if table else []:
        head = {"kode": group.id, "label": group.label, "teks": group.teks}
        items = (
            {"kode": b.id, "label": b.label, "teks": view.site.glossed(b.teks)} for b in group.butir
        )
        pieces += [Markup("<h3>{}</h3>\n").format(group.kepala_strategi), _list(view, [head])]
        pieces.append(INDENTED.format(_list(view, items)))
    return Markup("").join(pieces)


def strategi_utama(view: View) -> Markup:
    """The main strategies."""
    return of_prose(view, view.site.plan.sintesa.utama)


def daftar_kata_visi(view: View) -> Markup:
    """The words of the vision that the decree explains."""
    return of_prose(view, view.site.plan.tujuan.kata_visi)


def daftar_misi(view: View) -> Markup:
    """The missions."""
    return of_prose(view, view.site.plan.tujuan.misi)


def daftar_garis_besar(view: View) -> Markup:
    """The broad groups of programmes and activities."""
    return of_prose(view, view.site.plan.tujuan.garis_besar)


def daftar_tujuan(view: View) -> str:
    """Goals with their strategic objectives."""
    plan = view.site.plan
    rows = {row.tujuan: row for row in plan.tujuan.tabel.baris} if plan.tujuan.tabel else {}
    pieces = []
    for goal in plan.tujuan.tujuan:
        pieces.append(of_prose(view, [goal]))
        if goal.id in rows:
            items = (
                {"kode": s.id, "label": s.label or "", "teks": view.site.glossed(s.teks)}
                for s in rows[goal.id].sasaran
            )
            pieces.append(INDENTED.format(_list(view, items, nested=True)))
    return Markup("").join(pieces)


def daftar_isu(view: View) -> Markup:
    """The strategic issues."""
    return of_prose(view, view.site.plan.kebijakan.isu)


def daftar_arah_nasional(view: View) -> str:
    """National policy directions with their items."""
    pieces = []
    for direction in view.site.plan.kebijakan.arah_nasional:
        pieces.append(of_prose(view, [direction]))
        pieces.append(INDENTED.format(of_prose(view, direction.butir)))
    return Markup("").join(pieces)


def daftar_prioritas(view: View) -> str:
    """National priority activities and their projects, named inside a paragraph."""
    plan = view.site.plan
    pieces = []
    for item in plan.kebijakan.prioritas:
        head = {
            "kode": item.id,
            "label": "",
            "teks": item.nama,
            "sumber": source(plan, item.naskah),
        }
        projects = ({"kode": p.id, "label": p.label, "teks": p.nama} for p in item.proyek)
        pieces.append(_list(view, [head]))
        pieces.append(INDENTED.format(_list(view, projects, nested=True)))
    return Markup("").join(pieces)


def daftar_arah(view: View) -> str:
    """The office's policy directions by programme."""
    plan = view.site.plan
    programs = {item.id: item for item in plan.program}
    pieces = []
    for group in plan.kebijakan.arah:
        program = programs[group.program]
        pieces.append(
            Markup('<h3 id="arah-{}"><a href="{}">{}</a></h3>\n').format(
                program.id, view.href(links.program(program)), plan.words(group.naskah)
            )
        )
        pieces.append(of_prose(view, group.kebijakan))
    return Markup("").join(pieces)
