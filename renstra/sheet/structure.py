"""A workbook held against the template it should be: its years, and the sheets of each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from renstra.sheet.archive import CURE
from renstra.sheet.cells import SheetCells
from renstra.sheet.layout import (
    ANGGARAN,
    HINTS,
    INDIKATOR,
    ORIGIN,
    Layout,
    Sheet,
)
from renstra.sheet.origin import Origin, read_origin
from renstra.sheet.refusal import CellProblem
from renstra.sheet.table import Structure, Table, remark, texts

_OF_A_YEAR = re.compile(rf"(?:{INDIKATOR}|{ANGGARAN}|{ORIGIN}) (\d{{4}})(?: CONTOH)?", re.ASCII)


def workbook_origins(sheets: Mapping[str, SheetCells]) -> dict[str, Origin | None]:
    """What each hidden sheet remembers; None where it is missing or was changed.

    A workbook of several years has one for each.
    """
    years = sorted({int(match[1]) for name in sheets if (match := _OF_A_YEAR.fullmatch(name))})
    if ORIGIN in sheets or not years:
        return {ORIGIN: _origin(sheets.get(ORIGIN))}
    found: dict[str, Origin | None] = {}
    for year in years:
        one = _origin(sheets.get(name := f"{ORIGIN} {year}"))
        found[name] = one if one and one.tahun == year else None
    return found


def _origin(sheet: SheetCells | None) -> Origin | None:
    if sheet is None:
        return None
    rows: dict[int, dict[int, tuple[str, ...]]] = {}
    for (row, column), cell in sheet.cells.items():
        # A program that guesses what text means makes a number of a column of digits.
        rows.setdefault(row, {})[column] = said = texts(cell)
        if not said:
            return None
    ordered = [[said for _, said in sorted(row.items())] for _, row in sorted(rows.items())]
    meant = read_origin([tuple(said[0] for said in row) for row in ordered])
    return meant or read_origin([tuple(said[-1] for said in row) for row in ordered])


def check_structure(
    layouts: Sequence[Layout], sheets: Mapping[str, SheetCells], name: str
) -> Structure:
    """Hold every sheet against the layout of its year; `name` is how problems call the workbook.

    What stands beside a table that is whole is left alone, with a remark.
    """
    found = Structure()
    made = [sheet for layout in layouts for sheet in layout.sheets]
    others = (HINTS, *(layout.origin for layout in layouts))
    strange = [title for title in sheets if title not in {*others, *(one.name for one in made)}]
    tables = {
        one.name: one for one in (_as_named(one, strange, sheets, name, found) for one in made)
    }
    names = (*others, *tables)
    for title in names:
        if title not in sheets and not (title in tables and tables[title].added):
            message = f"tidak ada; {CURE}"
            found.problems.append(CellProblem(name, title, 0, 0, "", message))
    for title, content in sheets.items():
        if title not in names:
            remark(found, name, title, (0, 0), "bukan bagian templat; dibiarkan")
            continue
        for row, column, area in content.merged:
            message = f"sel gabungan {area} ditemukan; pisahkan lagi"
            found.problems.append(CellProblem(name, title, row, column, "", message))
        if title not in tables:
            found.problems += [
                CellProblem(name, title, *place, "", "ditemukan rumus; hapus")
                for place, cell in content.cells.items()
                if cell.kind == "formula"
            ]
    for sheet in tables.values():
        if sheet.name in sheets:
            Table(sheet, sheets[sheet.name].cells, name, found).check()
    return found


def _as_named(
    sheet: Sheet,
    strange: Sequence[str],
    sheets: Mapping[str, SheetCells],
    name: str,
    found: Structure,
) -> Sheet:
    """The sheet called as it is now: it is known by its first cell."""
    meant = [one for one in strange if sheet.title in texts(sheets[one].cells.get((1, 1)))]
    if sheet.name in sheets or not meant:
        return sheet
    remark(found, name, meant[0], (0, 0), f"dibaca sebagai lembar {sheet.name}")
    return replace(sheet, name=meant[0])
