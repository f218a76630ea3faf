"""What an accepted workbook changes in the data, what it leaves alone, and what is said of it."""

from __future__ import annotations

import difflib
import re
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from renstra.cli.main import main
from renstra.reading.load import load_plan
from renstra.sheet.blank import blank_report
from tests.renstra.reports import without
from tests.sheet.books import (
    REPORT,
    YEAR,
    Edits,
    cell,
    filled,
    members,
    packed,
    rework,
    take_in,
    template,
)

NILAI = ("ik-001", "Nilai setahun")
STATUS = ("ik-001", "Status data")
JUDUL = ("ik-001", "Sumber: judul")
ANALISIS = ("ik-001", "Analisis")
REPORTED: Edits = {NILAI: 75, STATUS: "sementara", JUDUL: "LKj 2031", ANALISIS: "Sebab."}


def text() -> str:
    """The report as it is now."""
    return REPORT.read_text(encoding="utf-8")


def changed_lines(before: str) -> list[str]:
    """The lines of the difference to the report now, without its heads."""
    difference = difflib.unified_diff(before.splitlines(), text().splitlines(), n=0, lineterm="")
    return [line for line in difference if not re.match(r"---|\+\+\+|@@", line)]


@pytest.fixture
def reported(office: Path) -> str:
    """A report with comments in which ik-001 has a value; gives its text."""
    assert take_in(filled(REPORTED)).exit_code == 0
    commented = text().replace("nilai: 75\n", "nilai: 75  # dari rapat\n")
    commented = commented.replace("  - kode: ik-002", "\n  # Catatan tangan.\n  - kode: ik-002")
    REPORT.write_text(commented, encoding="utf-8")
    return commented


def test_no_edit_changes_no_byte(reported: str) -> None:
    result = take_in(template())

    assert (result.exit_code, result.output) == (0, "Tidak ada perubahan.\n")
    assert text() == reported


def test_one_changed_number_is_one_changed_line(reported: str) -> None:
    result = take_in(filled({NILAI: 80}))

    assert result.output == (
        "ik-001 2031 · Nilai setahun: 75 → 80 (1,07 kali)\n"
        "1 perubahan ditulis ke data/realisasi/2031.yml.\n"
    )
    assert changed_lines(reported) == [
        "-    nilai: 75  # dari rapat",
        "+    nilai: 80  # dari rapat",
    ]


def test_blank_means_unchanged(reported: str) -> None:
    result = take_in(filled({NILAI: None, STATUS: "  "}))

    assert result.output == "Tidak ada perubahan.\n"


def test_a_word_clears_and_leaves_the_key(reported: str) -> None:
    result = take_in(filled({NILAI: " hapus ", STATUS: "HAPUS"}))

    assert result.output.splitlines() == [
        "ik-001 2031 · Nilai setahun: 75 → kosong",
        "ik-001 2031 · Status data: sementara → kosong",
        "2 perubahan ditulis ke data/realisasi/2031.yml.",
    ]
    assert changed_lines(reported) == [
        "-    nilai: 75  # dari rapat",
        "-    status_data: sementara",
        "+    nilai:  # dari rapat",
        "+    status_data:",
    ]


def test_the_plan_is_asked_without_a_copy(reported: str, monkeypatch: pytest.MonkeyPatch) -> None:
    book = filled({NILAI: 80})
    monkeypatch.setattr(tempfile, "tempdir", "/tidak/ada")

    assert take_in(book).exit_code == 0
    assert text() != reported


def test_only_shown_when_asked(reported: str) -> None:
    result = take_in(filled({NILAI: 80}), "--periksa")

    assert result.output == (
        "ik-001 2031 · Nilai setahun: 75 → 80 (1,07 kali)\n"
        "1 perubahan untuk data/realisasi/2031.yml; tidak ada yang ditulis.\n"
    )
    assert text() == reported


@pytest.mark.parametrize(
    ("place", "typed", "line", "remark"),
    [
        (NILAI, "23,6", "nilai: 23.6", '"23,6" dibaca 23.6'),
        (NILAI, "23.6", "nilai: 23.6", ""),
        (NILAI, "23.60", "nilai: 23.6", '"23.60" dibaca 23.6'),
        (NILAI, "87,5 %", "nilai: 87.5", '"87,5 %" dibaca 87.5'),
        (NILAI, 0.125, "nilai: 0.1250", ""),
        (NILAI, 0, "nilai: 0", ""),
        (("ik-004", "Triwulan 1"), "3 perkara", "1: 3", '"3 perkara" dibaca 3'),
        (("ik-005", "Triwulan 2"), "23,617", "2: 23.6170", '"23,617" dibaca 23.617'),
        (("ik-002", "Triwulan 3"), "bb", "3: BB", '"bb" dibaca BB'),
        (STATUS, "Final", "status_data: final", '"Final" dibaca final'),
        (("ik-001", "Target PK"), "90 %", 'target_pk: "90 %"', ""),
        (("ik-001", "Sumber: nomor"), 12, 'nomor: "12"', "bilangan 12 dibaca sebagai teks"),
        (("ik-001", "Sumber: tanggal"), date(2032, 1, 31), "tanggal: 2032-01-31", ""),
        (
            ("ik-001", "Sumber: tanggal"),
            "31/01/2032",
            "tanggal: 2032-01-31",
            '"31/01/2032" dibaca 2032-01-31',
        ),
        (
            ("ik-001", "Analisis"),
            "satu\n dua  tiga",
            "analisis: satu dua tiga",
            "baris baru dan spasi berlebih dirapikan",
        ),
        (("ik-001", "Kendala"), "ya", "kendala: ya", ""),
        (("ik-001", "Kendala"), "no", 'kendala: "no"', ""),
        (("ik-001", "Kendala"), "a: b #c", 'kendala: "a: b #c"', ""),
        (("ik-001", "Kendala"), '"kutip" \\', 'kendala: "\\"kutip\\" \\\\"', ""),
        (("ik-001", "Kendala"), "2031-01-01", 'kendala: "2031-01-01"', ""),
        (("ik-001", "Kendala"), "=1+1", 'kendala: "=1+1"', ""),
        (("ik-001", "Kendala"), "- strip", 'kendala: "- strip"', ""),
        (("ik-001", "Sumber: alamat"), "https://a.go.id/b?c=1", 'url: "https://a.go.id/b?c=1"', ""),
        (("pg-1", "Pagu akhir (DIPA)"), 2273454000, "pagu: 2273454000", ""),
        (("pg-1", "Pagu akhir (DIPA)"), "2273454000", "pagu: 2273454000", ""),
        *(
            (
                ("pg-1", "Pagu akhir (DIPA)"),
                typed,
                "pagu: 1234567000",
                f'"{typed}" dibaca 1234567000',
            )
            for typed in (
                "Rp 1.234.567.000",
                "Rp1.234.567.000,-",
                "1.234.567.000",
                "rp. 1.234.567.000,00",
            )
        ),
        *(
            (("pg-1", "Hibah"), typed, "hibah: 123456", f'"{typed}" dibaca 123456')
            for typed in ("Rp 123.456,00", "123.456,-", "Rp123.456,--", "123456,00")
        ),
        *(
            (
                ("ik-001", "Sumber: tanggal"),
                typed,
                "tanggal: 2032-01-31",
                f'"{typed}" dibaca 2032-01-31',
            )
            for typed in (
                *("31 Januari 2032", "31 januari 2032", "31 Jan 2032", "31 jan. 32", "31-Jan-32"),
                *("31/1/32", "31.1.2032", "2032/01/31", "2032.1.31", "2032-1-31"),
            )
        ),
        *(
            (
                ("ik-001", "Sumber: tanggal"),
                f"3 {month} 2032",
                f"tanggal: 2032-{number:02}-03",
                f'"3 {month} 2032" dibaca 2032-{number:02}-03',
            )
            for number, month in ((2, "Pebruari"), (5, "Mei"), (8, "Agt"), (11, "Nop"), (12, "Des"))
        ),
        (("ik-005", "Triwulan 1"), "1.234,5", "1: 1234.5", '"1.234,5" dibaca 1234.5'),
        (("ik-005", "Triwulan 1"), "1.234.567", "1: 1234567", '"1.234.567" dibaca 1234567'),
        (("ik-005", "Triwulan 1"), "19 Badan", "1: 19", '"19 Badan" dibaca 19'),
        (NILAI, "87,5 persen", "nilai: 87.5", '"87,5 persen" dibaca 87.5'),
        (
            NILAI,
            82.6086956521739,
            "nilai: 82.608696",
            "82.6086956521739 dibulatkan menjadi 82.608696",
        ),
    ],
)
def test_how_a_cell_is_read_and_written(
    place: tuple[str, str], typed: object, line: str, remark: str, reported: str
) -> None:
    result = take_in(filled({place: typed}))

    remarks = [line for line in result.output.splitlines() if ": keterangan: " in line]
    assert result.exit_code == 0, result.output
    assert [one.partition("): keterangan: ")[2] for one in remarks] == ([remark] if remark else [])
    assert line in [
        one.strip().removesuffix("  # dari rapat") for one in changed_lines_added(reported)
    ]


def renamed(book: Workbook) -> None:
    """A sheet by another name."""
    book["Indikator"].title = "IKU 2031"


@pytest.mark.parametrize(
    ("change", "remark"),
    [
        pytest.param(
            lambda book: book["Indikator"].__setitem__("J12", "=SUM(J4:J8)"),
            "lembar Indikator, sel J12: keterangan: di luar tabel; dibiarkan",
            id="a row of sums",
        ),
        pytest.param(
            lambda book: book["Indikator"].__setitem__("A12", "Jumlah"),
            "lembar Indikator, sel A12: keterangan: di luar tabel; dibiarkan",
            id="a row that is no thing",
        ),
        pytest.param(
            lambda book: book["Indikator"].__setitem__("AC4", "catatan"),
            "lembar Indikator, sel AC4: keterangan: di luar tabel; dibiarkan",
            id="a column of notes",
        ),
        pytest.param(
            lambda book: book.create_sheet("Lembar1"),
            "lembar Lembar1: keterangan: bukan bagian templat; dibiarkan",
            id="a scratch sheet",
        ),
        pytest.param(
            renamed,
            "lembar IKU 2031: keterangan: dibaca sebagai lembar Indikator",
            id="a sheet renamed",
        ),
        pytest.param(
            lambda book: book["Indikator"].delete_rows(6),
            "lembar Indikator: keterangan: baris ik-003 tidak ada, jadi tidak berubah",
            id="a row deleted",
        ),
        pytest.param(lambda book: book["Indikator"].__setitem__("A4", " IK-001 "), "", id="a kode"),
    ],
)
def test_what_stands_beside_a_whole_table_is_left_alone(
    reported: str, change: Callable[[Workbook], object], remark: str
) -> None:
    remarks = [f"isi.xlsx: {remark}"] if remark else []

    assert take_in(rework(filled({NILAI: 80}), change)).output.splitlines() == [
        "ik-001 2031 · Nilai setahun: 75 → 80 (1,07 kali)",
        *remarks,
        "1 perubahan ditulis ke data/realisasi/2031.yml.",
    ]


def test_a_renamed_sheet_is_called_as_it_is(office: Path) -> None:
    wrong = rework(filled({NILAI: 101, ("pg-1", "Hibah"): -1}), renamed)

    assert take_in(wrong).output.splitlines()[:-1] == [
        "isi.xlsx: lembar IKU 2031: keterangan: dibaca sebagai lembar Indikator",
        "isi.xlsx: lembar IKU 2031, sel J4 (ik-001, Nilai setahun): ditemukan 101, di luar rentang "
        "0 sampai 100; perbaiki",
        "isi.xlsx: lembar Anggaran, sel F4 (pg-1, Hibah): ditemukan -1, seharusnya rupiah penuh: "
        "bilangan bulat, paling kecil 0; perbaiki",
    ]


def test_a_percentage_is_read_as_it_is_shown(reported: str) -> None:
    def change(book: Workbook) -> None:
        cell(book, *NILAI).value = 0.875
        cell(book, *NILAI).number_format = "0.0%"

    assert take_in(rework(template(), change)).output.splitlines() == [
        "ik-001 2031 · Nilai setahun: 75 → 87.5 (1,17 kali)",
        "isi.xlsx: lembar Indikator, sel J4 (ik-001, Nilai setahun): keterangan: sel berformat "
        "persen dibaca 87.5",
        "1 perubahan ditulis ke data/realisasi/2031.yml.",
    ]


def test_a_formula_is_read_by_what_it_came_to(reported: str) -> None:
    parts = members(template())
    name = "xl/worksheets/sheet2.xml"
    saved = rb'<c r="J4"><f>19/23*100</f><v>82.6086956521739</v></c>'
    parts[name], count = re.subn(rb'<c r="J4"[^>]*?(/>|>.*?</c>)', saved, parts[name], count=1)

    assert count == 1
    assert take_in(packed(parts)).output.splitlines() == [
        "ik-001 2031 · Nilai setahun: 75 → 82.608696 (1,1 kali)",
        "isi.xlsx: lembar Indikator, sel J4 (ik-001, Nilai setahun): keterangan: rumus =19/23*100 "
        "dibaca 82.608696",
        "1 perubahan ditulis ke data/realisasi/2031.yml.",
    ]


def changed_lines_added(before: str) -> list[str]:
    """The new lines alone."""
    return [line[1:] for line in changed_lines(before) if line.startswith("+")]


def test_missing_keys_come_in_the_model_s_order(reported: str) -> None:
    edits = {
        ("ik-001", "Alasan perubahan"): "Salah hitung.",
        ("ik-001", "Triwulan 3"): 60,
        ("ik-001", "Triwulan 1"): 20,
        ("ik-001", "Target PK"): "90 %",
    }

    assert take_in(filled(edits)).exit_code == 0

    assert text().partition("\n\n  # Catatan")[0].partition("indikator:\n")[2] == (
        "  - kode: ik-001\n"
        "    triwulan:\n"
        "      1: 20\n"
        "      3: 60\n"
        "    nilai: 75  # dari rapat\n"
        '    target_pk: "90 %"\n'
        "    status_data: sementara\n"
        "    sumber:\n"
        "      judul: LKj 2031\n"
        "      nomor:\n"
        "      tanggal:\n"
        "      url:\n"
        "    analisis: Sebab.\n"
        "    kendala:\n"
        "    tindak_lanjut:\n"
        "    alasan_perubahan: Salah hitung."
    )
    assert take_in(filled({("ik-001", "Triwulan 2"): 40})).exit_code == 0
    assert "      1: 20\n      2: 40\n      3: 60\n" in text()


def test_lines_of_funding_are_added_in_the_plan_s_order(office: Path) -> None:
    before = text()

    first = take_in(filled({("an-003", "Pagu akhir (DIPA)"): 5000}))
    second = take_in(filled({("an-004", "Hibah"): 1, ("an-002", "Hibah"): 2}))

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert text() == before + (
        "baris:\n"
        "  - kode: an-002\n"
        "    hibah: 2\n"
        "  - kode: an-003\n"
        "    pagu: 5000\n"
        "  - kode: an-004\n"
        "    hibah: 1\n"
    )
    assert take_in(filled({("an-002", "Hibah"): "HAPUS"})).exit_code == 0
    assert "  - kode: an-002\n    hibah:\n" in text()


def test_entries_are_added_in_the_plan_s_order(office: Path) -> None:
    whole = text()
    REPORT.write_text(without(whole, "ik-001", "ik-003", "ik-005", "pg-1"), encoding="utf-8")
    before = text()

    first = take_in(filled({("ik-001", "Kendala"): "Ada.", ("ik-005", "Triwulan 1"): 2}))
    second = take_in(filled({("ik-003", "Kendala"): "Tidak.", ("pg-1", "Hibah"): 1}))

    assert (first.exit_code, second.exit_code) == (0, 0)
    added = {
        "ik-001": "  - kode: ik-001\n    kendala: Ada.\n",
        "ik-003": "  - kode: ik-003\n    kendala: Tidak.\n",
        "ik-005": "  - kode: ik-005\n    triwulan:\n      1: 2\n",
        "pg-1": "  - kode: pg-1\n    hibah: 1\n",
    }
    assert [line for line in text().splitlines() if "- kode:" in line] == [
        line for line in whole.splitlines() if "- kode:" in line
    ]
    assert all(entry in text() for entry in added.values())
    assert without(text(), *added) == before
    assert take_in(filled({("ik-001", "Kendala"): "HAPUS"})).exit_code == 0
    assert "  - kode: ik-001\n    kendala:\n" in text()


def test_lists_that_are_not_there_are_added(office: Path) -> None:
    REPORT.write_text("# Awal.\ntahun: 2031\nprogram:\n", encoding="utf-8")

    result = take_in(
        filled({("ik-002", "Kendala"): "A", ("pg-1", "Hibah"): 1, ("ak-003", "Hibah"): 2})
    )

    assert result.exit_code == 0, result.output
    assert text() == (
        "# Awal.\ntahun: 2031\n"
        "indikator:\n  - kode: ik-002\n    kendala: A\n"
        "program:\n  - kode: pg-1\n    hibah: 1\n"
        "kegiatan:\n  - kode: ak-003\n    hibah: 2\n"
    )


@pytest.mark.parametrize("empty", ["baris: []", "baris:\n  []", "baris: []  # belum ada"])
def test_an_empty_list_of_lines_is_filled(empty: str, office: Path) -> None:
    REPORT.write_text(text() + empty + "\n", encoding="utf-8")
    before = text()

    result = take_in(filled({("an-003", "Hibah"): 5}))

    if "#" in empty:
        assert (result.exit_code, text()) == (1, before)
    else:
        assert text().rpartition("baris:")[2] == "\n  - kode: an-003\n    hibah: 5\n"


def test_other_ways_of_writing_yaml_are_kept(reported: str) -> None:
    folded = reported.replace("analisis: Sebab.", "analisis: >-\n      Sebab\n      lama.\n", 1)
    folded = folded.replace(
        "    sumber:\n      judul: LKj 2031\n      nomor:\n      tanggal:\n      url:\n",
        "    sumber: {judul: LKj 2031, nomor: , url: }\n",
        1,
    )
    REPORT.write_text(folded.removesuffix("\n"), encoding="utf-8")

    result = take_in(
        filled({ANALISIS: "Baru.", JUDUL: "LKj, 2031", ("ik-001", "Sumber: nomor"): "a"})
    )

    assert result.exit_code == 0, result.output
    assert text() == folded.removesuffix("\n").replace(
        ">-\n      Sebab\n      lama.", "Baru."
    ).replace("{judul: LKj 2031, nomor: ,", '{judul: "LKj, 2031", nomor: "a" ,')


def test_line_ends_of_windows_are_kept(reported: str) -> None:
    REPORT.write_bytes(reported.replace("\n", "\r\n").encode())

    result = take_in(filled({NILAI: 80, ("ik-001", "Triwulan 1"): 5, ("an-002", "Hibah"): 2}))

    assert result.exit_code == 0, result.output
    content = REPORT.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") == reported.count("\n") + 5


def test_what_cannot_be_kept_is_refused(reported: str) -> None:
    flow = reported.replace(
        "    sumber:\n      judul: LKj 2031\n      nomor:\n      tanggal:\n      url:\n",
        "    sumber: {judul: LKj 2031}\n",
        1,
    )
    REPORT.write_text(flow, encoding="utf-8")

    result = take_in(filled({("ik-001", "Sumber: nomor"): "a"}))

    assert result.output.splitlines()[0].startswith(
        "data/realisasi/2031.yml:12: nilai di baris 12 tidak dapat ditulis tanpa mengubah baris "
        "lain"
    )
    assert (result.exit_code, text()) == (1, flow)


class TestThreeWay:
    """A template that is older than the data."""

    def test_changes_of_one_side_are_joined(self, reported: str) -> None:
        old = template()
        REPORT.write_text(reported.replace("Sebab.", "Sebab baru."), encoding="utf-8")

        result = take_in(filled({NILAI: 90}, old))

        assert result.output.splitlines() == [
            "ik-001 2031 · Nilai setahun: 75 → 90 (1,2 kali)",
            "isi.xlsx: keterangan: templat lebih lama daripada berkas YAML; yang berubah di satu "
            "pihak saja digabung",
            "1 perubahan ditulis ke data/realisasi/2031.yml.",
        ]
        assert "analisis: Sebab baru." in text()

    def test_what_both_changed_is_named(self, reported: str) -> None:
        old = template()
        mine = reported.replace("nilai: 75", "nilai: 80")
        REPORT.write_text(mine, encoding="utf-8")

        result = take_in(filled({NILAI: 90}, old))

        assert result.output == (
            "isi.xlsx: lembar Indikator, sel J4 (ik-001, Nilai setahun): berkas YAML kini 80, "
            "templat dibuat saat 75, lembar berisi 90; unduh templat baru dan isi lagi\n"
            "1 masalah ditemukan; tidak ada yang ditulis.\n"
        )
        assert (result.exit_code, text()) == (1, mine)

    def test_what_both_changed_alike_is_no_change(self, reported: str) -> None:
        old = template()
        REPORT.write_text(reported.replace("nilai: 75", "nilai: 80.0"), encoding="utf-8")

        assert take_in(filled({NILAI: 80}, old)).output == "Tidak ada perubahan.\n"


class TestFinal:
    """A figure that was final."""

    FINAL: Edits = REPORTED | {STATUS: "final"}

    def test_is_not_changed_without_saying_so(self, office: Path) -> None:
        assert take_in(filled(self.FINAL)).exit_code == 0

        silent = take_in(filled({NILAI: 80}))
        unexplained = take_in(filled({NILAI: 80, STATUS: "direvisi"}))

        assert silent.output.splitlines()[0] == (
            "isi.xlsx: lembar Indikator, sel P4 (ik-001, Status data): nilai yang sudah final "
            "diubah; tulis direvisi di Status data, atau ditarik bila dikosongkan, dan sebabnya di "
            "Alasan perubahan"
        )
        assert unexplained.exit_code == 1

    def test_is_changed_with_a_reason(self, office: Path) -> None:
        assert take_in(filled(self.FINAL)).exit_code == 0
        edits = {NILAI: 80, STATUS: "direvisi", ("ik-001", "Alasan perubahan"): "Salah hitung."}

        assert take_in(filled(edits)).exit_code == 0

    def test_is_withdrawn_with_a_reason(self, office: Path) -> None:
        assert take_in(filled(self.FINAL)).exit_code == 0
        reason = {("ik-001", "Alasan perubahan"): "Salah hitung."}

        cleared = take_in(filled({NILAI: "HAPUS", STATUS: "HAPUS"}))
        withdrawn = take_in(filled({NILAI: "HAPUS", STATUS: "ditarik"} | reason))

        assert cleared.exit_code == 1
        assert withdrawn.exit_code == 0, withdrawn.output
        assert "status_data: ditarik" in text()


def test_a_source_of_tomorrow_is_asked_about(office: Path) -> None:
    tomorrow = date.today() + timedelta(days=1)
    dated = {("ik-001", "Sumber: tanggal"): tomorrow.isoformat()}
    asked = f"ditemukan {tomorrow}, sesudah hari ini {date.today()}; perbaiki"

    provisional = take_in(filled(REPORTED | dated), "--periksa")
    final = take_in(filled(REPORTED | dated | {STATUS: "final"}))

    assert f"Sumber: tanggal): peringatan: {asked}" in provisional.output
    assert provisional.exit_code == 0
    assert f"Sumber: tanggal): {asked}" in final.output
    assert final.exit_code == 1
    confirmed = {STATUS: "final", ("ik-001", "Penegasan"): "Bertanggal besok."}
    assert take_in(filled(REPORTED | dated | confirmed)).exit_code == 0


def test_a_lack_that_is_no_error_is_said(office: Path) -> None:
    result = take_in(filled({("ik-004", "Triwulan 1"): 1}))

    assert result.output == (
        "ik-004 2031 · Triwulan 1: kosong → 1\n"
        "isi.xlsx: lembar Indikator, sel Q7 (ik-004, Sumber: judul): peringatan: nilai dilaporkan "
        "tanpa dokumen sumber; isi sumber: judul\n"
        "1 perubahan ditulis ke data/realisasi/2031.yml.\n"
    )


def test_annotations_name_the_workbook(office: Path) -> None:
    result = take_in(filled({NILAI: 101}), "--anotasi", "--nama", "kiriman: 7,a.xlsx")

    assert result.output.splitlines() == [
        "kiriman: 7,a.xlsx: lembar Indikator, sel J4 (ik-001, Nilai setahun): ditemukan 101, di "
        "luar rentang 0 sampai 100; perbaiki",
        "::error file=kiriman%3A 7%2Ca.xlsx,line=1::lembar Indikator, sel J4 (ik-001, Nilai "
        "setahun): ditemukan 101, di luar rentang 0 sampai 100; perbaiki",
        "1 masalah ditemukan; tidak ada yang ditulis.",
    ]


def test_nothing_in_the_summary_is_markup(office: Path) -> None:
    summary = Path("ringkasan.md")
    summary.write_text("Sudah ada.\n\n", encoding="utf-8")
    evil = "</code></pre><img src=x> @kantor ``` [a](b) <!-- \u00ad"

    result = take_in(
        filled({NILAI: "x\n# judul\u202e\n\n" + evil}),
        "--ringkasan",
        summary.as_posix(),
        "--nama",
        "a\n\n# b\u200b.xlsx",
    )

    assert result.exit_code == 1
    lines = summary.read_text(encoding="utf-8").splitlines()
    assert lines[:4] == ["Sudah ada.", "", "### Impor realisasi 2031", ""]
    assert (len(lines), lines[-1]) == (7, "")
    assert all(line.startswith("    ") and line.isprintable() for line in lines[4:6])


def test_a_report_changed_meanwhile_is_left_alone(
    reported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = filled({NILAI: 80})
    monkeypatch.setattr(
        "renstra.sheet.trial.Trial._final",
        lambda *_: REPORT.write_text(reported + "# lain\n", encoding="utf-8") and [],
    )

    result = take_in(content)

    assert result.output == (
        "data/realisasi/2031.yml:1: diubah orang lain selagi diperiksa; jalankan sekali lagi\n"
        "1 masalah ditemukan; tidak ada yang ditulis.\n"
    )
    assert text() == reported + "# lain\n"


def run(*words: str) -> tuple[int, str]:
    """A command's exit code and output."""
    result = CliRunner().invoke(main, ["realisasi", *words], catch_exceptions=False)
    return result.exit_code, result.output


def test_a_report_is_begun_once(project: Path) -> None:
    assert run("mulai", "2032") == (0, "data/realisasi/2032.yml: ditulis\n")
    assert Path("data/realisasi/2032.yml").read_text(encoding="utf-8") == blank_report(
        load_plan(Path("data")), 2032
    )
    assert run("mulai", "2032") == (
        1,
        "data/realisasi/2032.yml: sudah ada; sunting berkas itu, atau buat templatnya\n",
    )
    assert run("mulai", "2034") == (1, "2034 di luar rencana; seharusnya 2031, 2032, 2033\n")


def test_a_template_is_written(office: Path) -> None:
    assert run("templat", "2031") == (0, "realisasi-2031.xlsx: ditulis\n")
    assert run("templat", "2031", "--keluaran", "lain.xlsx") == (0, "lain.xlsx: ditulis\n")
    assert Path("realisasi-2031.xlsx").read_bytes() == Path("lain.xlsx").read_bytes() == template()
    assert run("templat", "2031", "--keluaran", "tak/ada.xlsx") == (
        1,
        "tak/ada.xlsx: tidak dapat ditulis; periksa folder dan izinnya\n",
    )
    assert run("templat", "2032") == (
        1,
        "data/realisasi/2032.yml: berkas tidak ada; buat dahulu dengan renstra realisasi mulai "
        "2032\n",
    )
    assert run("templat", "2030")[0] == 1
    REPORT.write_text("tahun: 2032\n", encoding="utf-8")
    assert run("templat", str(YEAR))[1].endswith("masalah ditemukan.\n")
