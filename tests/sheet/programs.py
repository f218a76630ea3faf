"""Programs that people save a workbook with, each writing the same cells in its own way."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import pandas
import xlsxwriter
from openpyxl import Workbook, load_workbook

from tests.sheet.books import rework


@dataclass(frozen=True)
class Shown:
    """A number or a day under a format that somebody chose."""

    value: Any
    format: str


@dataclass(frozen=True)
class Formula:
    """A formula, and what it comes to."""

    text: str
    result: float


Grid: TypeAlias = dict[str, dict[tuple[int, int], Any]]
"""What a person sees: sheets, and what stands in a row and column, both counted from 1."""

Write: TypeAlias = Callable[[bytes, Grid], bytes]
"""From a template and what shall stand in it to the workbook that somebody sends."""


def seen(content: bytes) -> Grid:
    """What stands in a workbook."""
    book = load_workbook(io.BytesIO(content))
    return {
        sheet.title: {
            (cell.row, cell.column): cell.value
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        for sheet in book
    }


def reckoned(grid: Grid) -> Grid:
    """The same with results in the place of formulas."""
    return {
        name: {at: v.result if isinstance(v, Formula) else v for at, v in cells.items()}
        for name, cells in grid.items()
    }


def by_openpyxl(content: bytes, grid: Grid) -> bytes:
    """The template opened, edited, filtered and saved; formulas are without their results then."""

    def change(book: Workbook) -> None:
        known = {sheet.cell(1, 1).value: sheet for sheet in book.worksheets}
        for name, cells in grid.items():
            sheet = known.get(cells[1, 1]) or book.create_sheet(name)
            sheet.title = name
            for row in sheet.iter_rows():
                for cell in row:
                    cell.value = None
            for at, value in cells.items():
                cell = sheet.cell(*at)
                match value:
                    case Shown():
                        cell.value, cell.number_format = value.value, value.format
                    case Formula():
                        cell.value = value.text
                    case _:
                        cell.value = value
        table = book.worksheets[1]
        table.auto_filter.ref = "A3:W7"
        table.row_dimensions[5].hidden = table.column_dimensions["C"].hidden = True

    return rework(content, change)


def by_xlsxwriter(_: bytes, grid: Grid) -> bytes:
    """A workbook of its own, with the same cells."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        for name, cells in grid.items():
            sheet = book.add_worksheet(name)
            for (row, column), value in cells.items():
                at = row - 1, column - 1
                match value:
                    case Shown():
                        sheet.write(*at, value.value, book.add_format({"num_format": value.format}))
                    case Formula():
                        sheet.write_formula(*at, value.text, None, value.result)
                    case _:
                        sheet.write(*at, value)
    return buffer.getvalue()


def by_pandas(reader: Literal["openpyxl", "calamine"], writer: str) -> Write:
    """Every sheet a frame, without formats and formulas: a percentage is typed with its sign."""

    def plain(value: Any) -> Any:
        if isinstance(value, Shown):
            return f"{value.value:.1%}" if value.format.endswith("%") else value.value
        return value

    def write(content: bytes, grid: Grid) -> bytes:
        frames = pandas.read_excel(io.BytesIO(content), sheet_name=None, header=None, engine=reader)
        known = {cells[1, 1]: (name, cells) for name, cells in seen(content).items()}
        buffer = io.BytesIO()
        with pandas.ExcelWriter(buffer, engine=writer) as book:
            for name, cells in reckoned(grid).items():
                old, then = known.get(cells[1, 1], ("", {}))
                frame = frames.get(old, pandas.DataFrame())
                rows, columns = (range(max(ends)) for ends in zip(*cells, *then, strict=True))
                frame = frame.reindex(index=rows, columns=columns).astype(object)
                for row, column in then.keys() | cells.keys():
                    value = plain(cells.get((row, column)))
                    if value != then.get((row, column)):
                        frame.iat[row - 1, column - 1] = value
                frame.to_excel(book, sheet_name=name, header=False, index=False)
        return buffer.getvalue()

    return write
