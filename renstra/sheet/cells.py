"""From the bytes of a workbook to its cells, or to the reason why it is not opened."""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
import zipfile
from dataclasses import dataclass, replace
from typing import Any, Literal

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from renstra.sheet.archive import CURE, WorkbookError, check_package
from renstra.sheet.bounds import OutOfBoundsError, bounded

CellKind = Literal["text", "number", "date", "boolean", "error", "formula"]

Cells = dict[tuple[int, int], "RawCell"]
"""Row and column, both counted from 1, to what stands there; empty cells are left out."""

_KINDS: dict[str, CellKind] = {
    "n": "number",
    "d": "date",
    "b": "boolean",
    "e": "error",
    "f": "formula",
}
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class RawCell:
    """What a cell holds, as the spreadsheet program left it."""

    value: Any
    kind: CellKind
    format: str = "General"
    """The number format, which is what makes a number a percentage."""

    stored: str = ""
    """Text as it is stored; LibreOffice undoes the escapes of `escape` without making new ones."""

    result: RawCell | None = None
    """What a formula came to when it was saved; None where nothing is known of it."""

    @property
    def blank(self) -> bool:
        """Whether there is nothing but spaces."""
        return self.kind == "text" and not self.value.strip()


@dataclass(frozen=True)
class SheetCells:
    """The cells of one sheet."""

    cells: Cells
    merged: tuple[tuple[int, int, str], ...] = ()
    """Row, column and range of each merge, such as (4, 2, ``B4:C5``)."""


def read_workbook(content: bytes) -> dict[str, SheetCells]:
    """The sheets of a workbook by name. Raises WorkbookError.

    Formulas are kept as formulas, so that none is taken for a value or for an empty cell.
    """
    try:
        with bounded():
            check_package(content)
            return _read(content)
    except OutOfBoundsError:
        raise WorkbookError(f"terlalu besar untuk dibaca; {CURE}") from None


def _read(content: bytes) -> dict[str, SheetCells]:
    try:
        with warnings.catch_warnings():
            # Its warnings are about parts (styles, pictures) that are not read here.
            warnings.filterwarnings("ignore", module=r"openpyxl\b")
            book = load_workbook(io.BytesIO(content), keep_links=False)
            cells = {sheet.title: _sheet_cells(sheet) for sheet in book.worksheets}
            if any(c.kind == "formula" for one in cells.values() for c in one.cells.values()):
                saved = load_workbook(io.BytesIO(content), keep_links=False, data_only=True)
                stale = _reckoned_later(content)
                for sheet in saved.worksheets:
                    _add_results(cells[sheet.title].cells, _sheet_cells(sheet).cells, stale=stale)
            return cells | {sheet.title: SheetCells({}) for sheet in book.chartsheets}
    except (MemoryError, OutOfBoundsError):
        raise
    except Exception:  # whatever a broken file provokes in there, it is the file's fault
        raise WorkbookError(f"bukan buku kerja yang dapat dibaca; {CURE}") from None


def _sheet_cells(sheet: Worksheet) -> SheetCells:
    cells: Cells = {}
    # Walking over rows and columns would visit every empty cell up to the farthest one.
    for place, cell in sheet._cells.items():
        value = cell.value
        if value is None:
            continue
        kind: CellKind
        stored = ""
        if cell.data_type == "f":
            kind = "formula"
        elif isinstance(value, str) and cell.data_type != "e":
            kind, stored, value = "text", value, unescape(value)
        else:
            kind = _KINDS.get(cell.data_type, "error")
        raw = RawCell(value, kind, cell.number_format, stored)
        if not raw.blank:
            cells[place] = raw
    merged = sorted(
        (int(area.min_row), int(area.min_col), str(area.coord))
        for area in sheet.merged_cells.ranges
    )
    return SheetCells(cells, tuple(merged))


def _reckoned_later(content: bytes) -> bool:
    """Whether formulas are left to whoever opens the workbook; openpyxl takes that for granted."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b'fullCalcOnLoad="1"' in archive.read("xl/workbook.xml")


def _add_results(cells: Cells, results: Cells, *, stale: bool) -> None:
    """Add what formulas came to; where they are still to be reckoned, nought is no result."""
    for place, cell in cells.items():
        result = results.get(place)
        if cell.kind == "formula" and not (stale and result and result.value == 0):
            cells[place] = replace(cell, result=result)


def escape(text: str) -> str:
    """Text as a workbook stores it, where ``_x0041_`` would be read as a character."""
    return _ESCAPED.sub(r"_x005F_x\1_", text)


def unescape(text: str) -> str:
    """The text that a workbook's stored text means."""
    return _ESCAPED.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return match[0] if unicodedata.category(character) == "Cs" else character
