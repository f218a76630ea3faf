"""A workbook (XLSX) of plain tables: a cell is a number, a truth value or a text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from renstra.sheet.layout import as_text
from renstra.sheet.writing import PIXELS, workbook, write_text

Value = str | int | Decimal | bool | date | None


@dataclass(frozen=True)
class PublishedSheet:
    """A sheet: its name, the widths of its columns in characters, and its rows."""

    name: str
    widths: Sequence[int]
    rows: Iterable[Sequence[Value]]
    table: bool = True
    """Whether the first row is the head of a table, which stays in view; else the first column is
    set apart."""


def xlsx_bytes(title: str, created: date, sheets: Sequence[PublishedSheet]) -> bytes:
    """The workbook; the same sheets give the same bytes."""
    buffer = io.BytesIO()
    with workbook(buffer, title, created) as book:
        plain, bold = book.add_format(), book.add_format({"bold": True})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            if sheet.table:
                page.freeze_panes(1, 1)
            for column, width in enumerate(sheet.widths):
                page.set_column_pixels(column, column, width * PIXELS)
            for row, values in enumerate(sheet.rows):
                for column, value in enumerate(values):
                    apart = (row if sheet.table else column) == 0
                    _write(page, row, column, value, bold if apart else plain)
    return buffer.getvalue()


def _write(page: Worksheet, row: int, column: int, value: Value, look: Format) -> None:
    if isinstance(value, bool):
        page.write_boolean(row, column, value, look)
    elif isinstance(value, int | Decimal):
        page.write_number(row, column, _Number(as_text(value)), look)
    elif text := as_text(value):
        write_text(page, row, column, text, look)


class _Number(Decimal):
    """A number that is written with all its digits; XlsxWriter's 16 are not enough for a double."""

    def __format__(self, *_: object) -> str:
        return str(self)
