"""The sheet of what is said once of a whole year: the document, the approval, the last day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sheet.books import REPORT, Edits, filled, take_in

KODE = "laporan-2031"
SOURCE: Edits = {
    (KODE, "Sumber: judul"): "Laporan Kinerja",
    (KODE, "Sumber: nomor"): "LKj-1",
}
APPROVAL: Edits = {
    (KODE, "Persetujuan: nomor"): "7/BA",
    (KODE, "Persetujuan: tanggal"): "5/2/2032",
    (KODE, "Persetujuan: jabatan"): "Sekretaris",
}


def head() -> list[str]:
    """The lines of the report before its lists, without remarks."""
    lines = REPORT.read_text(encoding="utf-8").partition("indikator:")[0].splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_a_document_for_all_is_written_once_at_the_head(office: Path) -> None:
    result = take_in(filled(SOURCE))

    assert result.output.splitlines() == [
        "laporan 2031 · Sumber: judul: kosong → Laporan Kinerja",
        "laporan 2031 · Sumber: nomor: kosong → LKj-1",
        "2 perubahan ditulis ke data/realisasi/2031.yml.",
    ]
    assert head() == [
        *("tahun: 2031", "batas_lapor:", "sumber:"),
        *("  judul: Laporan Kinerja", "  nomor: LKj-1"),
    ]


def test_what_rests_on_it_needs_no_document_of_its_own(office: Path) -> None:
    final: Edits = {("ik-005", "Nilai setahun"): 12, ("ik-005", "Status data"): "final"}

    assert take_in(filled(final), "--periksa").exit_code == 1
    assert take_in(filled(final | SOURCE), "--periksa").exit_code == 0


def test_the_approval_is_put_behind_it(office: Path) -> None:
    take_in(filled(SOURCE))
    result = take_in(filled({**APPROVAL, (KODE, "Batas lapor"): "2032-03-31"}))

    assert result.exit_code == 0, result.output
    assert head() == [
        *("tahun: 2031", "batas_lapor: 2032-03-31", "sumber:"),
        *("  judul: Laporan Kinerja", "  nomor: LKj-1", "persetujuan:"),
        *('  nomor: "7/BA"', "  tanggal: 2032-02-05", "  jabatan: Sekretaris"),
    ]


def test_what_is_known_stands_there_and_is_emptied_as_all_else(office: Path) -> None:
    take_in(filled(SOURCE))
    take_in(filled(APPROVAL))
    gone = dict.fromkeys({**SOURCE, **APPROVAL}, "HAPUS")

    assert take_in(filled({})).output == "Tidak ada perubahan.\n"
    assert take_in(filled(gone)).exit_code == 0
    assert head() == [
        *("tahun: 2031", "batas_lapor:", "sumber:", "  judul:", "  nomor:"),
        *("persetujuan:", "  nomor:", "  tanggal:", "  jabatan:"),
    ]


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        pytest.param(
            {key: value for key, value in APPROVAL.items() if "jabatan" not in key[1]},
            "isi.xlsx: lembar Laporan, sel K4 (laporan-2031, Persetujuan: jabatan): kosong; isi "
            "nomor, tanggal dan jabatan, atau kosongkan ketiganya",
            id="half an approval",
        ),
        pytest.param(
            {(KODE, "Sumber: nomor"): "1"},
            "isi.xlsx: lembar Laporan, sel C4 (laporan-2031, Sumber: judul): kosong, padahal nomor "
            "diisi; isi judul dokumennya",
            id="a number of no document",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(office: Path, edits: Edits, said: str) -> None:
    lines = take_in(filled(edits)).output.splitlines()

    assert (said in lines, lines[-1]) == (True, "1 masalah ditemukan; tidak ada yang ditulis."), (
        lines
    )


def test_a_document_of_a_day_that_is_to_come_is_asked_about(office: Path) -> None:
    edits = {**SOURCE, (KODE, "Sumber: tanggal"): "2098-01-31"}
    edits |= {("ik-005", "Nilai setahun"): 12, ("ik-005", "Status data"): "final"}

    result = take_in(filled(edits))

    assert result.exit_code == 1
    assert (
        "(laporan-2031, Sumber: tanggal): ditemukan 2098-01-31, sesudah hari ini" in result.output
    )
