"""The table of one sheet held against the template's: its heads, rows and locked cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from renstra.dialect.wording import shorten
from renstra.sheet.cells import Cells, RawCell
from renstra.sheet.columns import Column
from renstra.sheet.layout import (
    FIRST_ROW,
    HEAD_ROW,
    HINT_ROW,
    TITLE_ROW,
    Row,
    Sheet,
    address,
    as_text,
)
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

    @property
    def thing(self) -> tuple[int, str, str]:
        """The year, the list of its report and the kode of what it is about."""
        return self.sheet.tahun, self.row.part, self.row.kode

    def problem(self, name: str, message: str, *, warning: bool = False) -> CellProblem:
        """A problem with this cell of the workbook `name`."""
        where = f"{self.row.kode}, {self.column.title}"
        return CellProblem(name, self.sheet.name, self.number, self.place, where, message, warning)


@dataclass
class Structure:
    """What was found: the cells to read, and all that stands where it should not."""

    inputs: list[Input] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    remarks: list[CellProblem] = field(default_factory=list)
    """What is left alone, or read otherwise than it stands there."""


def remark(found: Structure, name: str, sheet: str, place: tuple[int, int], message: str) -> None:
    """Tell of what is left alone, or read otherwise than it stands there."""
    found.remarks.append(CellProblem(name, sheet, *place, "", message, remark=True))


@dataclass
class Table:
    """The table of one sheet, held against what the template made of it.

    A column is known by its head, wherever it stands: a workbook of an earlier form lacks some.
    """

    sheet: Sheet
    cells: Cells
    name: str
    found: Structure
    places: dict[Column, int] = field(default_factory=dict)
    """The columns that there are, and where, counted from 1."""

    first: dict[str, int] = field(default_factory=dict)
    """Kode to the row that it was first met in."""

    strange: dict[int, str] = field(default_factory=dict)
    """Rows that are no thing's, and why."""

    told: set[int] = field(default_factory=set)
    """Rows of which a problem is told already."""

    told_columns: set[int] = field(default_factory=set)
    """Columns of which a problem is told already."""

    def _problem(self, row: int, column: int, message: str, where: str = "") -> None:
        one = CellProblem(self.name, self.sheet.name, row, column, where, message)
        self.found.problems.append(one)

    def check(self) -> None:
        """Find what is read and what is wrong."""
        if message := difference(self.cells.get((TITLE_ROW, 1)), self.sheet.title):
            self._problem(TITLE_ROW, 1, message)
        self._find_columns()
        rows = {row.kode: row for row in self.sheet.rows}
        filled: dict[int, int] = {}
        for number, column in self.cells:
            if number >= FIRST_ROW:
                filled[number] = min(column, filled.get(number, column))
        for number in sorted(filled):
            self._check_row(number, filled[number], rows)
        self._check_heads()
        self._check_absent(filled)
        heads, table = {(TITLE_ROW, 1), (HINT_ROW, 1)}, {HEAD_ROW, *self.first.values()}
        known = set(self.places.values())
        for number, place in sorted(self.cells.keys() - heads):
            inside = number in table and place in known
            if not inside and number not in self.told and place not in self.told_columns:
                beside = (number, place)
                remark(self.found, self.name, self.sheet.name, beside, "di luar tabel; dibiarkan")

    def _find_columns(self) -> None:
        columns = {column.title: column for column in self.sheet.columns}
        for place in sorted(place for number, place in self.cells if number == HEAD_ROW):
            said = texts(self.cells[HEAD_ROW, place])
            column = next((columns[text] for text in said if text in columns), None)
            if column in self.places:
                there = address(HEAD_ROW, self.places[column])
                twice = f'kepala "{column.title}" sudah ada di sel {there}; hapus salah satunya'
                self._problem(HEAD_ROW, place, twice)
                self.told_columns.add(place)
            elif column:
                self.places[column] = place

    def _check_heads(self) -> None:
        """A column that is missing may be one that lost its head: it is not passed over then."""
        columns = enumerate(self.sheet.columns, 1)
        missing = {
            column: place
            for place, column in columns
            if column not in self.places and not column.passing
        }
        table = {HEAD_ROW, *self.first.values()}
        strange = {place for number, place in self.cells if number in table}
        strange -= {*self.places.values(), *self.told_columns}
        end = max(self.places.values(), default=0) + len(missing)
        lost = {place for place in strange if place <= end} if missing else set()
        lost |= {place for column, place in missing.items() if not column.kind}
        for place in sorted(lost):
            title = min(missing, key=lambda one: abs(missing[one] - place)).title
            self._problem(HEAD_ROW, place, difference(self.cells.get((HEAD_ROW, place)), title))
        self.told_columns |= lost

    def _check_row(self, number: int, leftmost: int, rows: Mapping[str, Row]) -> None:
        kode = self.cells.get((number, self.places.get(self.sheet.columns[0], 1)))
        row = rows.get(_tidy(kode))
        if row is None:
            self.strange[number] = _kode_problem(kode)
            return
        if row.kode in self.first:
            there = self.first[row.kode]
            twice = f"kode {row.kode} sudah ada di baris {there}; hapus salah satunya"
            self._problem(number, leftmost, twice)
            self.told.add(number)
            return
        self.first[row.kode] = number
        for column, value in zip(self.sheet.columns[1:], row.locked[1:], strict=False):
            place = self.places.get(column, 0)
            if not place or column.passing:
                continue
            if message := difference(self.cells.get((number, place)), value):
                self._problem(number, place, message, f"{row.kode}, {column.title}")
        self.found.inputs += [
            Input(self.sheet, number, row, place, column, self.cells.get((number, place)))
            for column, place in self.places.items()
            if column.kind
        ]

    def _check_absent(self, filled: Mapping[int, int]) -> None:
        """A row that lost its kode may be one that is missing: it is not passed over then."""
        absent = [row.kode for row in self.sheet.rows if row.kode not in self.first]
        said = f"baris {shorten(', '.join(absent))} tidak ada"
        if absent and self.strange:
            self._problem(0, 0, f"{said}; {RENEW}")
            for number, why in self.strange.items():
                self._problem(number, filled[number], why)
            self.told |= self.strange.keys()
        elif absent:
            unchanged = f"{said}, jadi tidak berubah"
            remark(self.found, self.name, self.sheet.name, (0, 0), unchanged)


def _tidy(kode: RawCell | None) -> str:
    """A kode as it is meant, whatever its letters' size and the spaces around it."""
    return kode.value.strip().lower() if kode is not None and kode.kind == "text" else ""


def _kode_problem(kode: RawCell | None) -> str:
    if kode is None:
        return f"isi di baris tanpa kode; hapus, atau {RENEW}"
    return f"ditemukan {_found(kode)}, yang bukan kode di lembar ini; {RENEW}"


def difference(cell: RawCell | None, expected: Any) -> str:
    """Why a locked cell is not as it was; nothing where it is."""
    if ("" if expected is None else str(expected)) in texts(cell):
        return ""
    found, wanted = "kosong" if cell is None else _found(cell), "kosong"
    if expected is not None:
        wanted = f'"{shorten(str(expected))}"'
    if found == wanted and cell is not None:  # they differ where a message would be cut
        both = (str(cell.value), str(expected))
        alike = next(n for n, pair in enumerate(zip_longest(*both)) if pair[0] != pair[1])
        found, wanted = (f'"…{shorten(text[max(0, alike - 20) :])}"' for text in both)
    return f"sel terkunci berubah: ditemukan {found}, seharusnya {wanted}; {RENEW}"


def texts(cell: RawCell | None) -> tuple[str, ...]:
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
