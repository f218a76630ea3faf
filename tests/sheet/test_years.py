"""Several years in one workbook, taken in together: all of them or none."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook

from renstra.cli.main import main
from renstra.reading.load import load_plan
from renstra.sheet.importing import check_import
from renstra.sheet.template import make_workbook
from tests.sheet.books import Edits, filled, rework, take_in

CURE = "unduh atau buat templat baru, isi, dan simpan sebagai .xlsx"
BOTH = (2031, 2032)


def report(year: int) -> Path:
    """The file of a year."""
    return Path(f"data/realisasi/{year}.yml")


@pytest.fixture
def years(project: Path) -> Path:
    """The tiny plan with two years in which nothing is reported yet."""
    report(2031).parent.mkdir()
    for year in BOTH:
        report(year).write_text(f"tahun: {year}\n", encoding="utf-8")
    return project


def book_of_years() -> bytes:
    """The workbook of both years as the data are now."""
    sources = {year: report(year).read_bytes() for year in BOTH}
    return make_workbook(load_plan(Path("data")), sources, None)


def typed(per_year: dict[int, Edits]) -> bytes:
    """That workbook with some cells typed over."""
    content = book_of_years()
    for year, edits in per_year.items():
        content = filled(edits, content, str(year))
    return content


def value(number: object, status: str, kode: str = "ik-005") -> Edits:
    """A figure as staff enter it."""
    return {
        (kode, "Nilai setahun"): number,
        (kode, "Status data"): status,
        (kode, "Sumber: judul"): "Laporan rekaan",
        (kode, "Analisis"): "Dibuat-buat.",
    }


def test_each_year_has_sheets_of_its_own(years: Path) -> None:
    book = load_workbook(io.BytesIO(book_of_years()))

    assert book.sheetnames == [
        *("Petunjuk", "Indikator 2031", "Anggaran 2031", "Laporan 2031", "Indikator 2032"),
        *("Anggaran 2032", "Laporan 2032", "_asal 2031", "_asal 2032"),
    ]
    assert book["Petunjuk"]["A1"].value == "Cara mengisi realisasi 2031–2032, Kantor Contoh"
    assert book.properties.title == "Realisasi 2031–2032, Kantor Contoh"
    assert [sheet.sheet_state for sheet in book.worksheets[-2:]] == ["veryHidden"] * 2
    assert take_in(book_of_years()).output == "Tidak ada perubahan.\n"


def test_all_years_are_written_in_one_round(years: Path) -> None:
    content = typed({2031: value(12, "sementara"), 2032: value(14, "final")})

    shown = take_in(content, "--periksa")
    result = take_in(content)

    assert shown.output.splitlines()[-1] == (
        "4 perubahan untuk data/realisasi/2031.yml, 4 untuk data/realisasi/2032.yml; tidak ada "
        "yang ditulis."
    )
    assert result.output.splitlines() == [
        "ik-005 2031 · Nilai setahun: kosong → 12",
        "ik-005 2031 · Status data: kosong → sementara",
        "ik-005 2031 · Sumber: judul: kosong → Laporan rekaan",
        "ik-005 2031 · Analisis: kosong → Dibuat-buat.",
        "ik-005 2032 · Nilai setahun: kosong → 14",
        "ik-005 2032 · Status data: kosong → final",
        "ik-005 2032 · Sumber: judul: kosong → Laporan rekaan",
        "ik-005 2032 · Analisis: kosong → Dibuat-buat.",
        "4 perubahan ditulis ke data/realisasi/2031.yml, 4 ke data/realisasi/2032.yml.",
    ]
    assert [load_plan(Path("data")).realisasi[year].indikator[-1].nilai for year in BOTH] == [
        12,
        14,
    ]
    assert take_in(content).output == "Tidak ada perubahan.\n"


def test_one_year_of_several_may_be_filled_in_alone(years: Path) -> None:
    before = report(2031).read_bytes()

    result = take_in(typed({2032: value(14, "final")}))

    assert result.output.splitlines()[-1] == "4 perubahan ditulis ke data/realisasi/2032.yml."
    assert report(2031).read_bytes() == before


@pytest.mark.parametrize(("before", "asked"), [(13, False), (1, True)])
def test_a_year_is_compared_with_what_the_year_before_becomes(
    years: Path, before: int, asked: bool
) -> None:
    """Today the year before says the other thing, so that the answer would be the opposite."""
    assert take_in(typed({2031: value(1 if before == 13 else 13, "sementara")})).exit_code == 0

    result = take_in(typed({2031: value(before, "sementara"), 2032: value(14, "final")}))

    assert ("padahal tahun sebelumnya 1;" in result.output) == asked
    assert result.exit_code == int(asked)


def test_problems_of_all_years_are_told_in_the_order_of_the_sheets(years: Path) -> None:
    before = [report(year).read_bytes() for year in BOTH]
    content = typed(
        {
            2032: value(101, "sementara", "ik-001") | value(3, "final"),
            2031: {("pg-1", "Hibah"): "banyak", ("ik-001", "Status data"): "salah"},
        }
    )

    lines = take_in(content).output.splitlines()

    assert [line.partition(" (")[0] for line in lines] == [
        "isi.xlsx: lembar Indikator 2031, sel P4",
        "isi.xlsx: lembar Anggaran 2031, sel F4",
        "isi.xlsx: lembar Indikator 2032, sel K4",
        "3 masalah ditemukan; tidak ada yang ditulis.",
    ]
    assert [report(year).read_bytes() for year in BOTH] == before


def test_the_same_lack_of_two_years_is_told_of_each(years: Path) -> None:
    """What one year lacks already does not hide that another comes to lack it."""
    lacking = value(12, "sementara") | {("ik-005", "Sumber: judul"): None}
    assert take_in(typed({2031: lacking})).exit_code == 0

    result = take_in(typed({2032: lacking}))

    assert "lembar Indikator 2032, sel R8 (ik-005, Sumber: judul): peringatan: " in result.output


def test_a_final_figure_of_any_year_stands(years: Path) -> None:
    assert take_in(typed({2031: value(12, "final"), 2032: value(14, "final")})).exit_code == 0

    result = take_in(typed({2031: {("ik-005", "Nilai setahun"): 13}, 2032: value(15, "final")}))

    told = [line for line in result.output.splitlines() if "yang sudah final diubah" in line]
    assert [one.partition(", sel ")[0] for one in told] == [
        "isi.xlsx: lembar Indikator 2031",
        "isi.xlsx: lembar Indikator 2032",
    ]
    assert result.exit_code == 1


def test_none_is_written_where_one_was_changed_meanwhile(years: Path) -> None:
    content = typed({2031: value(12, "final"), 2032: value(14, "final")})
    found = check_import(Path("data"), content, "isi.xlsx")
    report(2032).write_text("tahun: 2032\n# lain\n", encoding="utf-8")
    before = [report(year).read_bytes() for year in BOTH]

    assert found.write() == report(2032)
    assert [report(year).read_bytes() for year in BOTH] == before


def test_none_is_written_where_there_is_no_room_for_the_second(
    years: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = typed({2031: value(12, "final"), 2032: value(14, "final")})
    before = [report(year).read_bytes() for year in BOTH]
    real, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    monkeypatch.setattr(os, "fsync", full)

    assert take_in(content).exit_code == 1
    assert [report(year).read_bytes() for year in BOTH] == before
    assert len(list(report(2031).parent.iterdir())) == 2


def without(*names: str) -> bytes:
    """The workbook without some sheets."""

    def change(book: Workbook) -> None:
        for name in names:
            book.remove(book[name])

    return rework(book_of_years(), change)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (
            ["_asal 2031"],
            "isi.xlsx: lembar _asal 2031: tidak ada atau berubah, sehingga asal templat tidak "
            f"diketahui; {CURE}",
        ),
        (["Anggaran 2032"], f"isi.xlsx: lembar Anggaran 2032: tidak ada; {CURE}"),
        (
            ["Indikator 2031", "Anggaran 2031", "Laporan 2031", "_asal 2031"],
            "Tidak ada perubahan.",
        ),
    ],
    ids=["origin gone", "sheet gone", "year gone"],
)
def test_what_is_missing_of_a_year(years: Path, names: list[str], said: str) -> None:
    assert take_in(without(*names)).output.splitlines()[0] == said


def test_the_hidden_sheet_of_one_year_is_not_another_s(years: Path) -> None:
    def swap(book: Workbook) -> None:
        book["_asal 2031"].title = "_asal 203"
        book["_asal 2032"].title = "_asal 2031"

    lines = take_in(rework(book_of_years(), swap)).output.splitlines()

    assert [line.partition(": tidak")[0] for line in lines[:-1]] == [
        "isi.xlsx: lembar _asal 2031",
        "isi.xlsx: lembar _asal 2032",
    ]


def test_years_without_a_report_are_all_named(years: Path) -> None:
    content = book_of_years()
    for year in BOTH:
        report(year).unlink()

    assert take_in(content).output.splitlines() == [
        *(
            f"isi.xlsx: berkas data/realisasi/{year}.yml tidak ada; buat dahulu dengan renstra "
            f"realisasi mulai {year}"
            for year in BOTH
        ),
        "2 masalah ditemukan; tidak ada yang ditulis.",
    ]


def templat(*words: str) -> Result:
    """Run `renstra realisasi templat`."""
    return CliRunner().invoke(main, ["realisasi", "templat", *words], catch_exceptions=False)


def test_the_workbook_is_made_by_a_command(years: Path) -> None:
    result = templat("2031-2032")

    assert (result.exit_code, result.output) == (0, "realisasi-2031-2032.xlsx: ditulis\n")
    assert Path("realisasi-2031-2032.xlsx").read_bytes() == book_of_years()
    assert templat("2031-2031").output == "realisasi-2031.xlsx: ditulis\n"
    lacking = (
        "data/realisasi/2033.yml: berkas tidak ada; buat dahulu dengan renstra realisasi mulai "
        "2033\n"
    )
    assert (templat("--semua").output, templat("2031-2033").output) == (lacking, lacking)
    assert templat("2029-2032").output == (
        "2029, 2030 di luar rencana; seharusnya 2031, 2032, 2033\n"
    )
    report(2033).write_text("tahun: 2033\n", encoding="utf-8")
    assert templat("--semua").output == "realisasi-2031-2033.xlsx: ditulis\n"
    assert [templat(*words).exit_code for words in ((), ("--semua", "2031"), ("2032-2031",))] == [
        2,
        2,
        2,
    ]
