"""CSV: every cell as text that is read back the same, and none that a spreadsheet would compute."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from renstra.export.csvfile import harmless, rows_bytes
from renstra.export.table import Cell, TableColumn

COLUMNS = tuple(TableColumn(name, name, "", "string") for name in ("kode", "isi", "angka", "lain"))


def test_rows_are_written_whole() -> None:
    rows: list[list[Cell]] = [
        ["ik-001", 'Nama, dengan "kutip"', Decimal("87.50"), True],
        ["ik-002", "–", Decimal(100) / Decimal(3), False],
        ["ik-003", "", None, date(2032, 1, 31)],
    ]

    assert (
        rows_bytes(COLUMNS, rows)
        == (
            "\ufeffkode,isi,angka,lain\r\n"
            'ik-001,"Nama, dengan ""kutip""",87.5,true\r\n'
            "ik-002,–,33.33333333333333333333333333,false\r\n"
            "ik-003,,,2032-01-31\r\n"
        ).encode()
    )


def test_a_text_over_two_lines_is_read_back() -> None:
    content = rows_bytes(COLUMNS, [["a\nb", "c", 1, None]]).decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(content, newline="")))[1] == ["a\nb", "c", "1", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+62 342", "'+62 342"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("- butir", "'- butir"),
        ("\tteks", "'\tteks"),
        ("-", "-"),
        ("–", "–"),
        ("-5 %", "-5 %"),
        ("87,5 %", "87,5 %"),
        ("", ""),
        ("a=b", "a=b"),
    ],
)
def test_no_text_is_a_formula(text: str, expected: str) -> None:
    assert harmless(text) == expected
