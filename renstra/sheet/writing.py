"""Writing workbooks: the same cells give the same bytes, and text is never a formula or markup."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

PIXELS = 7
"""The width of a character, by which the widths of columns are stored."""

_OPTIONS = {
    # Without files of its own, whose dates would be in the workbook.
    "in_memory": True,
    "default_format_properties": {"font_name": "Calibri", "font_size": 10},
}


class _Workbook(Workbook):  # type: ignore[misc] # it has no types
    """A workbook whose sheets may be locked in their places, which XlsxWriter has no word for."""

    locked = False

    def _write_book_views(self) -> None:
        if self.locked:
            self._xml_empty_tag("workbookProtection", [("lockStructure", 1)])
        super()._write_book_views()


@contextmanager
def workbook(
    buffer: io.BytesIO, title: str, created: date, *, locked: bool = False
) -> Iterator[Workbook]:
    """A workbook to write into a buffer; `locked` keeps its sheets as they are."""
    with _Workbook(buffer, _OPTIONS) as book:
        # Without a date it would be the clock's.
        moment = datetime.combine(created, time())
        book.set_properties({"title": title, "author": "Renstra Terbuka", "created": moment})
        book.locked = locked
        yield book


def write_text(page: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """Write a text; row and column are counted from 0."""
    if text.startswith("<r>"):
        # Written as one text it would be taken for the markup of several fonts.
        page.write_rich_string(row, column, "<", look, text[1:], look)
    else:
        page.write_string(row, column, text, look)
