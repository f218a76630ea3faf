"""The data has one spelling for a number and a date; a refusal of another names it if it can."""

from __future__ import annotations

from pathlib import Path

import pytest

from renstra.dialect.problem import DataError
from renstra.reading.load import load_plan

PLACE = "data/realisasi/2031.yml:"
NUMBER = (
    "4: indikator ik-001: nilai: ditemukan teks {}, seharusnya bilangan seperti 23617 atau 87.5"
)
DAY = "2: batas_lapor: ditemukan teks {}, seharusnya tanggal seperti 2020-07-24, tanpa tanda kutip"
MONEY = (
    "4: program pg-1: pagu: ditemukan teks {}, seharusnya bilangan bulat tanpa titik atau koma, "
    "seperti 23617"
)


def refused(text: str) -> list[str]:
    """What is wrong with a report of that text."""
    file = Path("data/realisasi/2031.yml")
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"tahun: 2031\n{text}\n", encoding="utf-8")
    with pytest.raises(DataError) as error:
        load_plan(Path("data"))
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("87,5", "; tulis 87.5"),
        ("87,5%", "; tulis 87.5"),
        ("87,5 persen", "; tulis 87.5"),
        ("7.701.055", "; tulis 7701055"),
        ("=19/23*100", "; tulis hasilnya, bukan rumusnya"),
        ("0,875", "; tulis 0.8750"),
        ("0,0000001", "; tulis 0.0000001"),
        ("1.234", ""),
        ("delapan", ""),
    ],
)
def test_a_number_typed_otherwise(project: Path, typed: str, meant: str) -> None:
    del project
    text = f'indikator:\n  - kode: ik-001\n    nilai: "{typed}"\n    status_data: sementara'

    shown = f'"{typed}"'
    assert refused(text) == [f"{PLACE}{NUMBER.format(shown)}{meant}"]


def test_a_number_with_more_digits_than_are_kept(project: Path) -> None:
    del project
    text = "indikator:\n  - kode: ik-001\n    nilai: 82.6086956521739\n    status_data: sementara"

    assert refused(text) == [
        f"{PLACE}4: indikator ik-001: nilai: bilangan 82.6086956521739 lebih dari 12 angka di "
        "belakang titik; bulatkan, seperti 82.608696"
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("31 Januari 2024", "; tulis 2024-01-31"),
        ("31 Jan 2024", "; tulis 2024-01-31"),
        ("31/1/24", "; tulis 2024-01-31"),
        ("2024/01/31", "; tulis 2024-01-31"),
        ("31/13/2024", ""),
        ("besok", ""),
    ],
)
def test_a_date_typed_otherwise(project: Path, typed: str, meant: str) -> None:
    del project
    shown = f'"{typed}"'

    assert refused(f"batas_lapor: {typed}") == [f"{PLACE}{DAY.format(shown)}{meant}"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Rp 7.701.055.000", "; tulis 7701055000"),
        ("Rp 900.000,00", "; tulis 900000"),
        ("Rp 900,50", ""),
    ],
)
def test_an_amount_typed_otherwise(project: Path, typed: str, meant: str) -> None:
    del project
    shown = f'"{typed}"'

    text = f"program:\n  - kode: pg-1\n    pagu: {typed}"
    assert refused(text) == [f"{PLACE}{MONEY.format(shown)}{meant}"]
