"""The workbook's writer: read back by two libraries that did not write it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from renstra.export.xlsx import PublishedSheet, Value, xlsx_bytes

ROWS: list[list[Value]] = [
    ["kode", "isi", "angka", "benar"],
    ["ik-001", "=1+1", Decimal("87.5"), True],
    ["ik-002", "<b> & _x0041_ #N/A", 76730991000, False],
    ["ik-003", "", None, None],
    ["<r>tebal</r>", "{=1}", "http://x.example", Decimal(200) / 7],
    ["  tepi ", "dua\nbaris", Decimal("-0.25"), date(2032, 1, 31)],
]


def made(title: str = "Judul") -> bytes:
    """A workbook of one table and one sheet of words."""
    words = PublishedSheet("Kata", (10, 20), [["Nama"], ["Sumber", "Lembar <A>"]], table=False)
    return xlsx_bytes(title, date(2032, 4, 1), [words, PublishedSheet("Isi", (10,) * 4, ROWS)])


def test_calamine_reads_what_was_written() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(made()))

    assert book.sheet_names == ["Kata", "Isi"]
    assert book.get_sheet_by_name("Kata").to_python() == [["Nama", ""], ["Sumber", "Lembar <A>"]]
    assert book.get_sheet_by_name("Isi").to_python() == [
        ["kode", "isi", "angka", "benar"],
        ["ik-001", "=1+1", 87.5, True],
        ["ik-002", "<b> & _x0041_ #N/A", 76730991000.0, False],
        ["ik-003", "", "", ""],
        ["<r>tebal</r>", "{=1}", "http://x.example", 200 / 7],
        ["  tepi ", "dua\nbaris", -0.25, "2032-01-31"],
    ]


def test_openpyxl_reads_it_too_and_finds_no_formula() -> None:
    book = load_workbook(io.BytesIO(made("Judul <1>")))
    sheet = book["Isi"]

    assert [[cell.value for cell in row] for row in sheet.iter_rows()][1] == [
        "ik-001",
        "=1+1",
        87.5,
        True,
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n", "b"}
    assert sheet.freeze_panes == "B2"
    assert [sheet[place].font.bold for place in ("A1", "B1", "A2")] == [True, True, False]
    assert sheet.column_dimensions["A"].width == 10
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)
    assert book.properties.title == "Judul <1>"
    assert str(book.properties.modified) == "2032-04-01 00:00:00"


def test_the_same_each_time_and_without_a_clock() -> None:
    assert made() == made()
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
