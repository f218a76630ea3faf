"""The workbook of a year: everything filled in as the data has it, and only the inputs unlocked.

The same data gives the same bytes, so that a site that offers the workbook is built the same twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from renstra.model.realisasi import Laporan, Realisasi
from renstra.plan.plan import Plan
from renstra.sheet.hints import hint_rows
from renstra.sheet.layout import (
    EXAMPLE,
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
    Value,
    address,
    as_text,
    make_layout,
    value_at,
)
from renstra.sheet.origin import MAX_TEXT, entries, make_origin
from renstra.sheet.rules import cell_rules
from renstra.sheet.timeless import workbook_bytes
from renstra.sheet.workbook import escape

_TIME = datetime(2000, 1, 1)
_DIGITS = 15
"""How many digits of a number a spreadsheet keeps."""

_INK = "1F2933"
_NUMBERS = {"rupiah": "#,##0", "tanggal": "yyyy-mm-dd", "nilai": "General", "bilangan": "General"}


def make_template(plan: Plan, tahun: int, source: bytes, revision_date: date | None) -> bytes:
    """The XLSX of the year `tahun`, whose report in `plan` was read from the YAML `source`.

    `revision_date` is when the data last changed, for the file's own properties. Raises KeyError
    where the plan has no report of that year.
    """
    report = plan.realisasi[tahun]
    layout = make_layout(plan, tahun, example=report.contoh)
    book = Workbook()
    styles = _Styles(book.worksheets[0])
    book.remove(book.worksheets[0])
    _write_hints(book.create_sheet(HINTS), layout, plan, styles)
    known = entries(report)
    for sheet in layout.sheets:
        _write_sheet(book.create_sheet(sheet.name), sheet, known, styles)
    _write_origin(book.create_sheet(ORIGIN), layout, report, source)
    book.active = 1
    book.worksheets[1].sheet_view.tabSelected = True
    book.security = WorkbookProtection(lockStructure=True)
    moment = datetime.combine(revision_date, time()) if revision_date else _TIME
    book.properties.creator = "Renstra Terbuka"
    book.properties.title = layout.sheets[0].title
    book.properties.created = book.properties.modified = moment
    return workbook_bytes(book)


@dataclass(frozen=True)
class _Look:
    """How a cell looks; equal looks share one style of the workbook."""

    bold: bool = False
    size: int = 10
    colour: str = _INK
    fill: str = ""
    format: str = "General"
    right: bool = False
    wrap: bool = True
    locked: bool = True
    border: bool = True
    middle: bool = False


class _Styles:
    """Styles of the workbook, each made once: making one costs more than writing a cell."""

    def __init__(self, scratch: Worksheet) -> None:
        self._cell: Any = scratch.cell(1, 1)
        self._made: dict[_Look, object] = {}

    def put(self, ws: Worksheet, row: int, column: int, value: Value, look: _Look) -> None:
        """Write a cell; text is never taken for a formula or an error."""
        cell: Any = ws.cell(row, column)
        cell._style = self._style(look)
        if isinstance(value, str):
            cell.value = escape(value[:MAX_TEXT])
            cell.data_type = "s"
        elif isinstance(value, Decimal | int) and _fits(value):
            cell.value = int(value) if value == int(value) else float(value)
        elif isinstance(value, Decimal | int):
            cell.value = as_text(value)
        elif value is not None:
            cell.value = value
            cell._style = self._style(look)

    def _style(self, look: _Look) -> object:
        if look not in self._made:
            cell = self._cell
            cell.font = Font(name="Calibri", bold=look.bold, size=look.size, color=look.colour)
            cell.fill = PatternFill("solid", look.fill) if look.fill else PatternFill()
            cell.number_format = look.format
            cell.alignment = Alignment(
                horizontal="right" if look.right else "left",
                vertical="center" if look.middle else "top",
                indent=1 if look.border else 0,
                wrap_text=look.wrap,
            )
            side = Side("thin", "D5DAE1") if look.border else None
            cell.border = Border(side, side, side, side) if side else Border()
            cell.protection = Protection(locked=look.locked)
            self._made[look] = copy(cell._style)
        return self._made[look]


def _fits(value: Decimal | int) -> bool:
    """Whether a spreadsheet keeps every digit of a number."""
    return len(as_text(value).strip("-").replace(".", "").lstrip("0")) <= _DIGITS


_TITLE = _Look(bold=True, size=14, wrap=False, border=False)
_WARNING = _Look(bold=True, size=14, wrap=False, border=False, colour="B42318")
_HINT = _Look(wrap=False, border=False, colour="52606D")
_HEAD = _Look(bold=True, fill="E4E7EB", middle=True)
_INPUT_HEAD = _Look(bold=True, fill="F7D070", middle=True)
_LOCKED = _Look(fill="F5F7FA", colour="3E4C59")
_MONEY = _Look(fill="F5F7FA", colour="3E4C59", format="#,##0", right=True)


def _write_sheet(
    ws: Worksheet, sheet: Sheet, known: dict[tuple[str, str], Laporan], styles: _Styles
) -> None:
    warned = sheet.title.startswith(EXAMPLE)
    styles.put(ws, TITLE_ROW, 1, sheet.title, _WARNING if warned else _TITLE)
    styles.put(ws, HINT_ROW, 1, sheet.hint, _HINT)
    for number, column in enumerate(sheet.columns, 1):
        styles.put(ws, HEAD_ROW, number, column.title, _INPUT_HEAD if column.kind else _HEAD)
        note = Comment(column.note, "Renstra Terbuka", height=110, width=260)
        ws.cell(HEAD_ROW, number).comment = note
        ws.column_dimensions[address(1, number)[:-1]].width = column.width
    for number, row in enumerate(sheet.rows, FIRST_ROW):
        _write_row((ws, number), sheet, row, known.get((row.part, row.kode)), styles)
    for rule in cell_rules(sheet):
        ws.add_data_validation(rule)
    ws.row_dimensions[TITLE_ROW].height = 24
    ws.row_dimensions[HEAD_ROW].height = 42
    ws.freeze_panes = address(FIRST_ROW, 3)
    _protect(ws)
    # On one page's width nobody could read it: three beside each other, each with kode and name.
    _set_print(ws, "landscape", 3)
    ws.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    ws.print_title_cols = "A:B"


def _write_row(
    at: tuple[Worksheet, int], sheet: Sheet, row: Row, entry: Laporan | None, styles: _Styles
) -> None:
    ws, number = at
    for place, value in enumerate(row.locked, 1):
        styles.put(ws, number, place, value, _MONEY if isinstance(value, int) else _LOCKED)
    for place, column in sheet.inputs.items():
        look = _LOOKS[_format(column, row)]
        styles.put(ws, number, place, value_at(entry, column.keys), look)
    lines = max(
        len(str(value)) // max(column.width - 4, 1) + 1
        for value, column in zip(row.locked, sheet.columns, strict=False)
        if value is not None
    )
    ws.row_dimensions[number].height = 13.5 * max(lines, 2) + 3


def _format(column: Column, row: Row) -> str:
    """The number format of an input cell; what is typed as text shall stay text."""
    if column.kind == "nilai" and row.indikator and row.indikator.jenis != "angka":
        return "@"
    return _NUMBERS.get(column.kind or "", "@")


_LOOKS = {
    format_: _Look(fill="FFFBEA", locked=False, format=format_, right=format_ != "@")
    for format_ in ("@", *_NUMBERS.values())
}


def _write_hints(ws: Worksheet, layout: Layout, plan: Plan, styles: _Styles) -> None:
    ws.column_dimensions["A"].width = 26
    ws.column_dimensions["B"].width = 96
    for number, (name, text) in enumerate(hint_rows(layout, plan), 1):
        if not text:
            warned = name.startswith(EXAMPLE)
            styles.put(ws, number, 1, name, _WARNING if warned else _TITLE)
            ws.row_dimensions[number].height = 26
            continue
        styles.put(ws, number, 1, name, _HINT_NAME)
        styles.put(ws, number, 2, text, _HINT_TEXT)
        ws.row_dimensions[number].height = 14 * (len(text) // 104 + 1) + 4
    ws.sheet_view.showGridLines = False
    _protect(ws)
    _set_print(ws, "portrait", 1)


_HINT_NAME = _Look(bold=True, border=False)
_HINT_TEXT = _Look(border=False)


def _write_origin(ws: Worksheet, layout: Layout, report: Realisasi, source: bytes) -> None:
    for number, row in enumerate(_escaped(layout, report, source), 1):
        for place, text in enumerate(row, 1):
            cell = ws.cell(number, place)
            cell.value = text
            cell.data_type = "s"
            cell.number_format = "@"
    ws.sheet_state = "veryHidden"
    _protect(ws)


def _escaped(layout: Layout, report: Realisasi, source: bytes) -> Iterator[list[str]]:
    for row in make_origin(layout, report, source).rows():
        yield [escape(text) for text in row]


def _protect(ws: Worksheet) -> None:
    ws.protection.sheet = True
    # Widths and heights are the reader's own business.
    ws.protection.formatColumns = ws.protection.formatRows = False


def _set_print(ws: Worksheet, orientation: Literal["landscape", "portrait"], pages: int) -> None:
    ws.page_setup.orientation = orientation
    ws.page_setup.paperSize = int(ws.PAPERSIZE_A4)
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = pages, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.page_margins.left = ws.page_margins.right = 0.4
    footer: Any = ws.oddFooter
    footer.center.text = "&A, halaman &P dari &N"
