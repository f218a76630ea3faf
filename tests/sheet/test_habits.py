"""A workbook filled in as people do, by each of the programs that people save one with.

What stands where is said once; the programs write it, each in its own way, and all that comes of
it is the same.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from renstra.sheet.importing import check_import
from renstra.sheet.layout import FIRST_ROW, HEAD_ROW
from renstra.sheet.refusal import CellProblem
from tests.sheet.books import REPORT, template
from tests.sheet.programs import (
    Formula,
    Grid,
    Shown,
    Write,
    by_openpyxl,
    by_pandas,
    by_xlsxwriter,
    reckoned,
    seen,
)

TODAY = date(2032, 6, 1)
"""A day on which every source of these reports is there."""

TYPED: dict[str, dict[str, Any]] = {
    "ik-001": {
        "Triwulan 1": Shown(40, '0.0" %"'),
        "Triwulan 2": "62,5 persen",
        "Triwulan 3": Formula("=19/23*100", 82.6086956521739),
        "Nilai setahun": Shown(0.875, "0.0%"),
        "Target PK": "90 %",
        "Status data": "Final ",
        "Sumber: judul": " Laporan  Kinerja",
        "Sumber: nomor": 12,
        "Sumber: tanggal": "31 Januari 2032",
        "Sumber: alamat": "https://contoh.go.id/lkj.pdf",
        "Analisis": "Pelatihan diadakan\ndua kali.",
    },
    "ik-002": {
        "Nilai setahun": "bb",
        "Status data": "SEMENTARA",
        "Sumber: judul": "Laporan Kinerja",
        "Sumber: tanggal": Shown(datetime(2032, 1, 31), "[$-421]dd mmmm yyyy;@"),
    },
    "ik-004": {
        "Nilai setahun": "3 perkara",
        "Status data": "sementara",
        "Sumber: judul": "Register",
        "Sumber: tanggal": "31/1/32",
        "Analisis": "Tercatat di register.",
    },
    "ik-005": {
        "Nilai setahun": "1.234.567",
        "Status data": "sementara",
        "Sumber: judul": "Register",
        "Sumber: tanggal": "15 Peb 2032",
    },
    "pg-1": {
        "Pagu akhir (DIPA)": "Rp 1.234.567",
        "Realisasi setahun": "1.200.000,-",
        "Status data": "final",
        "Sumber: judul": "Laporan Realisasi Anggaran",
        "Sumber: tanggal": Shown(datetime(2032, 1, 15), "d/m/yyyy"),
    },
    "ak-002": {
        "Pagu akhir (DIPA)": Shown(1000000, '"Rp" #,##0'),
        "Hibah": 0,
        "Realisasi setahun": "Rp\u00a0900.000,00",
        "Status data": "sementara",
        "Sumber: judul": "Laporan Realisasi Anggaran",
    },
}
"""What is typed into the row of a kode, below the head of a column."""

BESIDE: Grid = {
    "Indikator": {
        (1, 9): "diisi 3 Februari",
        (HEAD_ROW, 40): "Catatan",
        (5, 40): "menunggu berita acara",
    },
    "Anggaran": {(12, 2): "JUMLAH", (12, 5): Formula("=SUM(E4:E10)", 1000000)},
    "Hitungan": {(1, 1): "terlatih", (1, 2): 19, (2, 2): 23, (3, 2): Formula("=B1/B2", 0.826)},
}
"""What is none of the template's: a note, a column of notes, a row of sums, a scratch sheet."""

DELETED = "ik-003"
RETYPED = {"ik-004": " IK-004 "}
RENAMED = {"Anggaran": "Isian anggaran"}
"""A row, a kode and a sheet that are not as they were."""

TOLD = """\
Indikator: baris ik-003 tidak ada, jadi tidak berubah
Indikator: di luar tabel; dibiarkan
Indikator: di luar tabel; dibiarkan
Indikator: di luar tabel; dibiarkan
Indikator, ik-005, Nilai setahun: "1.234.567" dibaca 1234567
Indikator, ik-005, Sumber: tanggal: "15 Peb 2032" dibaca 2032-02-15
Indikator, ik-004, Nilai setahun: "3 perkara" dibaca 3
Indikator, ik-004, Sumber: tanggal: "31/1/32" dibaca 2032-01-31
Indikator, ik-002, Nilai setahun: "bb" dibaca BB
Indikator, ik-002, Status data: "SEMENTARA" dibaca sementara
Indikator, ik-001, Triwulan 2: "62,5 persen" dibaca 62.5
Indikator, ik-001, Triwulan 3: {formula}
Indikator, ik-001, Nilai setahun: {percent}
Indikator, ik-001, Status data: "Final" dibaca final
Indikator, ik-001, Sumber: judul: baris baru dan spasi berlebih dirapikan
Indikator, ik-001, Sumber: nomor: bilangan 12 dibaca sebagai teks
Indikator, ik-001, Sumber: tanggal: "31 Januari 2032" dibaca 2032-01-31
Indikator, ik-001, Analisis: baris baru dan spasi berlebih dirapikan
Isian anggaran: dibaca sebagai lembar Anggaran
Isian anggaran, ak-002, Realisasi setahun: "Rp\u00a0900.000,00" dibaca 900000
Isian anggaran, pg-1, Pagu akhir (DIPA): "Rp 1.234.567" dibaca 1234567
Isian anggaran, pg-1, Realisasi setahun: "1.200.000,-" dibaca 1200000
Isian anggaran: di luar tabel; dibiarkan
Isian anggaran: di luar tabel; dibiarkan
Hitungan: bukan bagian templat; dibiarkan
"""
"""All that is said of it, in the order of the sheets."""

SAVED = {
    "formula": "rumus =19/23*100 dibaca 82.608696",
    "percent": "sel berformat persen dibaca 87.5",
}
PLAIN = {
    "formula": "82.6086956521739 dibulatkan menjadi 82.608696",
    "percent": '"87.5%" dibaca 87.5',
}

WRITTEN = """\
tahun: 2031
indikator:
  - kode: ik-001
    triwulan:
      1: 40
      2: 62.5
      3: 82.608696
    nilai: 87.5
    target_pk: "90 %"
    status_data: final
    sumber:
      judul: Laporan Kinerja
      nomor: "12"
      tanggal: 2032-01-31
      url: "https://contoh.go.id/lkj.pdf"
    analisis: Pelatihan diadakan dua kali.
  - kode: ik-002
    nilai: BB
    status_data: sementara
    sumber:
      judul: Laporan Kinerja
      tanggal: 2032-01-31
  - kode: ik-003
  - kode: ik-004
    nilai: 3
    status_data: sementara
    sumber:
      judul: Register
      tanggal: 2032-01-31
    analisis: Tercatat di register.
  - kode: ik-005
    triwulan:
      1: 2
    nilai: 1234567
    status_data: sementara
    sumber:
      judul: Register
      tanggal: 2032-02-15
program:
  - kode: pg-1
    pagu: 1234567
    realisasi: 1200000
    status_data: final
    sumber:
      judul: Laporan Realisasi Anggaran
      tanggal: 2032-01-15
  - kode: pg-2
kegiatan:
  - kode: ak-002
    pagu: 1000000
    hibah: 0
    realisasi: 900000
    status_data: sementara
    sumber:
      judul: Laporan Realisasi Anggaran
  - kode: ak-003
"""


def filled_in(grid: Grid) -> Grid:
    """The template after a person: rows sorted by name, one of them deleted, cells typed over."""
    after = dict(grid)
    for name in ("Indikator", "Anggaran"):
        cells = after.pop(name)
        heads = {title: at[1] for at, title in cells.items() if at[0] == HEAD_ROW}
        rows = []
        for number, kode in [(at[0], kode) for at, kode in cells.items() if at[1] == 1]:
            if number >= FIRST_ROW and kode != DELETED:
                row = {at[1]: value for at, value in cells.items() if at[0] == number}
                row |= {heads[title]: typed for title, typed in TYPED.get(kode, {}).items()}
                rows.append(row | {1: RETYPED.get(kode, kode)})
        rows.sort(key=lambda row: str(row[2]))
        table = {at: value for at, value in cells.items() if at[0] < FIRST_ROW}
        for number, row in enumerate(rows, FIRST_ROW):
            table |= {(number, column): value for column, value in row.items()}
        after[RENAMED.get(name, name)] = table | BESIDE[name]
    return after | {"Hitungan": BESIDE["Hitungan"]}


PROGRAMS: dict[str, tuple[Write, dict[str, str]]] = {
    "openpyxl": (
        lambda content, grid: by_openpyxl(content, reckoned(grid)),
        SAVED | {"formula": PLAIN["formula"]},
    ),
    "LibreOffice": (by_openpyxl, SAVED),
    "XlsxWriter": (by_xlsxwriter, SAVED),
    "pandas": (by_pandas("openpyxl", "xlsxwriter"), PLAIN),
    "pandas with calamine": (by_pandas("calamine", "openpyxl"), PLAIN),
}
"""Who writes a workbook, and what is said of a formula and of a percentage then."""


def without_empty(text: str) -> str:
    """A report's lines but for comments and keys without a value."""
    kept: list[str] = []
    for line in reversed(text.splitlines(keepends=True)):
        bare = line.lstrip()
        filled = kept and len(kept[-1]) - len(kept[-1].lstrip()) > len(line) - len(bare)
        if not bare.startswith("#") and (filled or not bare.endswith(":\n")):
            kept.append(line)
    return "".join(reversed(kept))


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_people_type_is_read_in_one_round(
    program: str, office: Path, request: pytest.FixtureRequest
) -> None:
    head, entry, rest = REPORT.read_text(encoding="utf-8").partition("  - kode: ik-005\n")
    REPORT.write_text(f"{head}{entry}    triwulan:\n      1: 2\n{rest}", encoding="utf-8")
    content = template()
    write, differing = PROGRAMS[program]
    book = write(content, filled_in(seen(content)))
    if program == "LibreOffice":
        book = request.getfixturevalue("convert")(book)

    found = check_import(Path("data"), book, "isi.xlsx", TODAY)

    assert (found.problems, found.warnings) == ([], [])
    told = [one for one in found.told if isinstance(one, CellProblem) and one.remark]
    assert len(told) == len(found.told)
    lines = [f"{one.sheet}{one.where and ', '}{one.where}: {one.message}\n" for one in told]
    assert "".join(lines) == TOLD.format(**differing)
    assert len(found.changes) == sum(map(len, TYPED.values()))
    assert found.write() is None
    assert without_empty(REPORT.read_text(encoding="utf-8")) == WRITTEN


def test_a_formula_that_nothing_reckoned_is_no_nought(office: Path) -> None:
    content = template()
    grid = seen(content)
    grid["Indikator"][FIRST_ROW, 7] = Formula("=19/23*100", 0)

    found = check_import(Path("data"), by_xlsxwriter(content, grid), "isi.xlsx", TODAY)

    assert [str(one) for one in found.told] == [
        "isi.xlsx: lembar Indikator, sel G4 (ik-001, Triwulan 2): ditemukan rumus, seharusnya "
        "bilangan seperti 23617 atau 87,5; ketik hasilnya saja"
    ]
