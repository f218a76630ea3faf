"""Workbooks for the tests: made from the plan in the current folder, and edited as staff would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook

from renstra.cli.main import main
from renstra.reading.load import load_plan
from renstra.sheet.layout import FIRST_ROW, HEAD_ROW
from renstra.sheet.template import make_template

YEAR = 2031
REPORT = Path("data/realisasi/2031.yml")
BOOK = Path("isi.xlsx")

Edits: TypeAlias = dict[tuple[str, str], Any]
"""Kode and column title to what is typed there; None empties the cell."""


def template() -> bytes:
    """The template of the report as it is now."""
    return make_template(load_plan(Path("data")), YEAR, REPORT.read_bytes(), None)


def rework(content: bytes, change: Callable[[Workbook], object]) -> bytes:
    """The workbook after `change`."""
    book = load_workbook(io.BytesIO(content))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def cell(book: Workbook, kode: str, title: str, year: str = "") -> Any:
    """The cell of a kode in the column of that title, on the sheets of a year where it matters."""
    for sheet in (sheet for sheet in book.worksheets[1:] if year in sheet.title):
        numbers = [
            row for row in range(FIRST_ROW, sheet.max_row + 1) if sheet.cell(row, 1).value == kode
        ]
        places = [
            column
            for column in range(1, sheet.max_column + 1)
            if sheet.cell(HEAD_ROW, column).value == title
        ]
        if numbers and places:
            return sheet.cell(numbers[0], places[0])
    raise KeyError((kode, title))


def filled(edits: Edits, content: bytes | None = None, year: str = "") -> bytes:
    """The template, or another workbook, with some cells typed over; text stays text."""

    def change(book: Workbook) -> None:
        for (kode, title), value in edits.items():
            place = cell(book, kode, title, year)
            place.value = value
            if isinstance(value, str):
                place.data_type = "s"

    return rework(content or template(), change)


def take_in(content: bytes, *options: str) -> Result:
    """Run `renstra realisasi impor` on a workbook of that content."""
    BOOK.write_bytes(content)
    words = ["realisasi", "impor", BOOK.as_posix(), *options]
    return CliRunner().invoke(main, words, prog_name="renstra", catch_exceptions=False)


def members(content: bytes) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A workbook made of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
