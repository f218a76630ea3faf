"""The workbook of a year or several: filled in as the data has it, and only the inputs unlocked.

The same data gives the same bytes, so that a site that offers the workbook is built the same twice.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from renstra.model.base import Entry
from renstra.plan.plan import Plan
from renstra.sheet.columns import Column
from renstra.sheet.hints import hint_rows
from renstra.sheet.layout import (
    EXAMPLE,
    FIRST_ROW,
    HEAD_ROW,
    HINT_ROW,
    HINTS,
    TITLE_ROW,
    Layout,
    Row,
    Sheet,
    Value,
    as_text,
    make_layout,
    span,
    value_at,
)
from renstra.sheet.origin import MAX_TEXT, Origin, make_origin, things
from renstra.sheet.validations import cell_rules
from renstra.sheet.writing import PIXELS, workbook, write_text

_DAY = date(2000, 1, 1)
_DIGITS = 15
"""How many digits of a number a spreadsheet keeps."""

_INK = "1F2933"
_NUMBERS = {"rupiah": "#,##0", "tanggal": "yyyy-mm-dd", "nilai": "General", "bilangan": "General"}


def make_template(plan: Plan, tahun: int, source: bytes, revision_date: date | None) -> bytes:
    """The XLSX of the year `tahun`, whose report in `plan` was read from the YAML `source`.

    `revision_date` is when the data last changed, for the file's own properties. Raises KeyError
    where the plan has no report of that year.
    """
    return make_workbook(plan, {tahun: source}, revision_date)


def make_workbook(plan: Plan, sources: Mapping[int, bytes], revision_date: date | None) -> bytes:
    """The same for several years, each with the YAML that its report was read from."""
    reports = [plan.realisasi[tahun] for tahun in sources]
    layouts = [
        make_layout(plan, report.tahun, example=report.contoh, several=len(reports) > 1)
        for report in reports
    ]
    title = layouts[0].sheets[0].title
    if len(reports) > 1:
        title = f"Realisasi {span([*sources])}, {plan.rencana.singkatan}"
    buffer = io.BytesIO()
    with workbook(buffer, title, revision_date or _DAY, locked=True) as book:
        looks = _looks(book)
        _write_hints(_Page(book.add_worksheet(HINTS), looks), layouts, plan)
        for layout, report in zip(layouts, reports, strict=True):
            for sheet in layout.sheets:
                page = _Page(book.add_worksheet(sheet.name), looks)
                _write_sheet(page, sheet, things(report))
        for layout, report in zip(layouts, reports, strict=True):
            page = _Page(book.add_worksheet(layout.origin), looks)
            kantor = plan.rencana.kode_kantor or ""
            _write_origin(page, make_origin(layout, report, sources[report.tahun], kantor))
        book.worksheets()[1].activate()
    return buffer.getvalue()


@dataclass(frozen=True)
class _Look:
    """How a cell looks; equal looks share one format of the workbook."""

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


def _looks(book: Workbook) -> Callable[[_Look], Format]:
    @cache
    def made(look: _Look) -> Format:
        border = {"border": 1, "border_color": "#D5DAE1", "indent": 1} if look.border else {}
        fill = {"bg_color": f"#{look.fill}"} if look.fill else {}
        return book.add_format(
            {
                "bold": look.bold,
                "font_size": look.size,
                "font_color": f"#{look.colour}",
                "num_format": look.format,
                "align": "right" if look.right else "left",
                "valign": "vcenter" if look.middle else "top",
                "text_wrap": look.wrap,
                "locked": look.locked,
            }
            | border
            | fill
        )

    return made


@dataclass(frozen=True)
class _Page:
    """A sheet that is written; rows and columns are counted from 1, as readers do."""

    ws: Worksheet
    looks: Callable[[_Look], Format]

    def put(self, row: int, column: int, value: Value, look: _Look) -> None:
        """Write a cell, as text what a spreadsheet would round."""
        at, made = (row - 1, column - 1), self.looks(look)
        if value is None:
            self.ws.write_blank(*at, None, made)
        elif isinstance(value, date):
            self.ws.write_datetime(*at, value, made)
        elif isinstance(value, Decimal | int) and _fits(value):
            self.ws.write_number(*at, value, made)
        else:
            write_text(self.ws, *at, as_text(value)[:MAX_TEXT], made)

    def set_height(self, row: int, height: float) -> None:
        """The height of a row, in points."""
        self.ws.set_row(row - 1, height)

    def set_width(self, column: int, width: int) -> None:
        """The width of a column, in characters."""
        self.ws.set_column_pixels(column - 1, column - 1, width * PIXELS)

    def protect(self) -> None:
        """Lock what is not unlocked; widths and heights are the reader's own business."""
        free = ("format_columns", "format_rows", "objects", "scenarios")
        self.ws.protect("", dict.fromkeys(free, True))

    def set_print(self, pages: int) -> None:
        """So many pages of A4 beside each other."""
        self.ws.set_paper(9)
        self.ws.fit_to_pages(pages, 0)
        self.ws.set_margins(left=0.4, right=0.4, top=1, bottom=1)
        self.ws.set_footer("&C&A, halaman &P dari &N", {"margin": 0.5})


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


def _write_sheet(page: _Page, sheet: Sheet, known: Mapping[tuple[str, str], Entry]) -> None:
    warned = sheet.title.startswith(EXAMPLE)
    page.put(TITLE_ROW, 1, sheet.title, _WARNING if warned else _TITLE)
    page.put(HINT_ROW, 1, sheet.hint, _HINT)
    note = {"author": "Renstra Terbuka", "height": 110, "width": 260}
    for number, column in enumerate(sheet.columns, 1):
        page.put(HEAD_ROW, number, column.title, _INPUT_HEAD if column.kind else _HEAD)
        page.ws.write_comment(HEAD_ROW - 1, number - 1, column.note, note)
        page.set_width(number, column.width)
    page.set_height(TITLE_ROW, 24)
    page.set_height(HEAD_ROW, 42)
    for number, row in enumerate(sheet.rows, FIRST_ROW):
        _write_row(page, number, sheet, row, known.get((row.part, row.kode)))
    for places, rule in cell_rules(sheet):
        page.ws.data_validation(places.split()[0], rule | {"multi_range": places})
    page.ws.freeze_panes(FIRST_ROW - 1, 2)
    page.protect()
    # On one page's width nobody could read it: three beside each other, each with kode and name.
    page.set_print(3)
    page.ws.set_landscape()
    page.ws.repeat_rows(HEAD_ROW - 1)
    page.ws.repeat_columns("A:B")


def _write_row(page: _Page, number: int, sheet: Sheet, row: Row, entry: Entry | None) -> None:
    lines = max(
        len(str(value)) // max(column.width - 4, 1) + 1
        for value, column in zip(row.locked, sheet.columns, strict=False)
        if value is not None
    )
    page.set_height(number, 13.5 * max(lines, 2) + 3)
    for place, value in enumerate(row.locked, 1):
        page.put(number, place, value, _MONEY if isinstance(value, int) else _LOCKED)
    for place, column in sheet.inputs.items():
        page.put(number, place, value_at(entry, column.keys), _LOOKS[_format(column, row)])


def _format(column: Column, row: Row) -> str:
    """The number format of an input cell; what is typed as text shall stay text."""
    if column.kind == "nilai" and row.indikator and row.indikator.jenis != "angka":
        return "@"
    return _NUMBERS.get(column.kind or "", "@")


_LOOKS = {
    format_: _Look(fill="FFFBEA", locked=False, format=format_, right=format_ != "@")
    for format_ in ("@", *_NUMBERS.values())
}


def _write_hints(page: _Page, layouts: Sequence[Layout], plan: Plan) -> None:
    page.set_width(1, 26)
    page.set_width(2, 96)
    for number, (name, text) in enumerate(hint_rows(layouts, plan), 1):
        page.set_height(number, 14 * (len(text) // 104 + 1) + 4 if text else 26)
        if text:
            page.put(number, 1, name, _HINT_NAME)
            page.put(number, 2, text, _HINT_TEXT)
        else:
            page.put(number, 1, name, _WARNING if name.startswith(EXAMPLE) else _TITLE)
    page.ws.hide_gridlines(2)
    page.protect()
    page.set_print(1)


_HINT_NAME = _Look(bold=True, border=False)
_HINT_TEXT = _Look(border=False)


def _write_origin(page: _Page, origin: Origin) -> None:
    for number, row in enumerate(origin.rows(), 1):
        for place, text in enumerate(row, 1):
            page.put(number, place, text, _PLAIN)
    page.ws.very_hidden()
    page.protect()


_PLAIN = _Look(border=False, wrap=False, format="@")
