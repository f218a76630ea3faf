"""CSV (RFC 4180) in UTF-8: what a table holds, cell by cell, as text.

It begins with a byte order mark: without one Excel takes UTF-8 for the machine's own eight bits.
What else reads CSV skips the mark (pandas, readr, LibreOffice, frictionless) or can be told to
(``utf-8-sig`` in Python, ``UTF-8-BOM`` in base R), and the page of the data says so.

A text that a spreadsheet would take for a formula gets an apostrophe in front, the only character
that a cell here gains. A dash alone and a negative number are no formulas and stay as they are.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from renstra.export.table import Cell, Table, TableColumn
from renstra.sheet.layout import as_text

_FORMULA = re.compile(r"[=+@\t\r]|-(?!\d|$)")


def csv_bytes(table: Table) -> bytes:
    """The whole table under a row of its columns' names."""
    return rows_bytes(table.columns, table.rows)


def rows_bytes(columns: Sequence[TableColumn], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows under their columns' names; a cell that says nothing is empty."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    writer.writerows([_text(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return plain(cell)


def plain(cell: int | Decimal | date | None) -> str:
    """A number with a decimal point and all its digits, or a date; empty for None."""
    return as_text(cell)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
