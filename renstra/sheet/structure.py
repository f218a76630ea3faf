"""A workbook held against the template it should be: its sheets, heads, rows and locked cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from renstra.dialect.wording import nearest, shorten
from renstra.sheet.archive import CURE
from renstra.sheet.cells import RawCell, SheetCells
from renstra.sheet.layout import (
    FIRST_ROW,
    HEAD_ROW,
    HINT_ROW,
    HINTS,
    ORIGIN,
    TITLE_ROW,
    Column,
    Layout,
    Row,
    Sheet,
    as_text,
)
from renstra.sheet.origin import Origin, read_origin
from renstra.sheet.refusal import CellProblem

RENEW = "kembalikan seperti semula, atau unduh templat baru"


@dataclass(frozen=True)
class Input:
    """A cell to read: where it stands and what it is for."""

    sheet: Sheet
    number: int
    """The row of the workbook, counted from 1."""

    row: Row
    place: int
    """The column of the workbook, counted from 1."""

    column: Column
    cell: RawCell | None

    def problem(self, name: str, message: str, *, warning: bool = False) -> CellProblem:
        """A problem with this cell of the workbook `name`."""
        where = f"{self.row.kode}, {self.column.title}"
        return CellProblem(name, self.sheet.name, self.number, self.place, where, message, warning)


@dataclass
class Structure:
    """What was found: the cells to read, and all that stands where it should not."""

    inputs: list[Input] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)


def workbook_origin(sheets: Mapping[str, SheetCells]) -> Origin | None:
    """What the template remembers; None where the hidden sheet is missing or was changed."""
    if ORIGIN not in sheets:
        return None
    rows: dict[int, dict[int, RawCell]] = {}
    for (row, column), cell in sheets[ORIGIN].cells.items():
        rows.setdefault(row, {})[column] = cell
    if any(cell.kind != "text" for cells in rows.values() for cell in cells.values()):
        return None
    ordered = [[cells[column] for column in sorted(cells)] for _, cells in sorted(rows.items())]
    meant = read_origin([tuple(cell.value for cell in cells) for cells in ordered])
    return meant or read_origin([tuple(cell.stored for cell in cells) for cells in ordered])


def check_structure(layout: Layout, sheets: Mapping[str, SheetCells], name: str) -> Structure:
    """Hold every sheet against the layout; `name` is how problems call the workbook."""
    found = Structure()
    for title in layout.names:
        if title not in sheets:
            message = f"tidak ada; {CURE}"
            found.problems.append(CellProblem(name, title, 0, 0, "", message))
    for title, content in sheets.items():
        if title not in layout.names:
            message = f"bukan bagian templat{nearest(title, layout.names)}; hapus lembar ini"
            found.problems.append(CellProblem(name, title, 0, 0, "", message))
            continue
        for row, column, area in content.merged:
            message = f"sel gabungan {area} ditemukan; pisahkan lagi"
            found.problems.append(CellProblem(name, title, row, column, "", message))
        if title in (HINTS, ORIGIN):
            found.problems += [
                CellProblem(name, title, *place, "", "ditemukan rumus; hapus")
                for place, cell in content.cells.items()
                if cell.kind == "formula"
            ]
    for sheet in layout.sheets:
        if sheet.name in sheets:
            _check_sheet(sheet, sheets[sheet.name], name, found)
    return found


def _check_sheet(sheet: Sheet, content: SheetCells, name: str, found: Structure) -> None:
    def problem(row: int, column: int, message: str, where: str = "") -> None:
        found.problems.append(CellProblem(name, sheet.name, row, column, where, message))

    cells = content.cells
    sheet = _without_later(sheet, cells)
    heads: dict[tuple[int, int], Any] = {(TITLE_ROW, 1): sheet.title, (HINT_ROW, 1): sheet.hint}
    heads |= {(HEAD_ROW, place): column.title for place, column in enumerate(sheet.columns, 1)}
    for head, expected in heads.items():
        if message := _difference(cells.get(head), expected):
            problem(*head, message)
    first: dict[str, int] = {}
    rows = {row.kode: row for row in sheet.rows}
    filled: dict[int, list[int]] = {FIRST_ROW: []}
    for number, column in cells:
        if number >= FIRST_ROW:
            filled.setdefault(number, []).append(column)
    for number in sorted(filled):
        kode = cells.get((number, 1))
        kind = _kode_problem(kode, rows, first)
        if kind:
            problem(number, min(filled[number], default=1), kind)
            continue
        assert kode is not None
        row = rows[kode.value]
        first[row.kode] = number
        for place, value in enumerate(row.locked, 1):
            if message := _difference(cells.get((number, place)), value):
                problem(number, place, message, f"{row.kode}, {sheet.columns[place - 1].title}")
        found.inputs += [
            Input(sheet, number, row, place, column, cells.get((number, place)))
            for place, column in sheet.inputs.items()
        ]
    absent = [row.kode for row in sheet.rows if row.kode not in first]
    if absent:
        problem(0, 0, f"baris {shorten(', '.join(absent))} tidak ada; {RENEW}")
    known = set(first.values())
    for (number, place), cell in sorted(cells.items(), key=lambda item: item[0]):
        expected = (number, place) in heads or (number in known and place <= len(sheet.columns))
        if not expected and (number < FIRST_ROW or number in known):
            problem(number, place, f"{_found(cell)} di luar tabel; hapus")


def _without_later(sheet: Sheet, cells: Mapping[tuple[int, int], RawCell]) -> Sheet:
    """The sheet without columns at its end that an earlier template did not have yet."""
    used = max((column for _, column in cells), default=0)
    kept = [c for place, c in enumerate(sheet.columns, 1) if place <= used or c.kind is None]
    return replace(sheet, columns=tuple(kept))


def _kode_problem(kode: RawCell | None, rows: Mapping[str, Row], first: Mapping[str, int]) -> str:
    if kode is None:
        return f"isi di baris tanpa kode; hapus, atau {RENEW}"
    if kode.kind != "text" or kode.value not in rows:
        return f"ditemukan {_found(kode)}, yang bukan kode di lembar ini; {RENEW}"
    if kode.value in first:
        return f"kode {kode.value} sudah ada di baris {first[kode.value]}; hapus salah satunya"
    return ""


def _difference(cell: RawCell | None, expected: Any) -> str:
    """Why a locked cell is not as it was; nothing where it is."""
    if ("" if expected is None else str(expected)) in _texts(cell):
        return ""
    wanted = f'"{shorten(str(expected))}"' if expected is not None else "kosong"
    found = "kosong" if cell is None else _found(cell)
    return f"sel terkunci berubah: ditemukan {found}, seharusnya {wanted}; {RENEW}"


def _texts(cell: RawCell | None) -> tuple[str, ...]:
    """What a locked cell may be taken to say."""
    if cell is None:
        return ("",)
    if cell.kind == "text":
        return (cell.value, cell.stored)
    if cell.kind == "number" and abs(cell.value) < float("inf"):
        return (as_text(Decimal(repr(cell.value))),)
    return ()


def _found(cell: RawCell) -> str:
    if cell.kind == "formula":
        return "rumus"
    return f'"{shorten(str(cell.value))}"'
