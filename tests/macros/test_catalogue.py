"""What a page may call: all of it explained, shown whole, and counted from the data."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from macros.frame.view import View
from macros.pages.catalogue import MACROS
from renstra.reading.files import data_files
from tests.conftest import TINY
from tests.macros.reading import read

CALLS: dict[str, Callable[..., str]] = {macro.__name__: macro for macro in MACROS}


def shown(view: View, name: str, *arguments: str) -> list[str]:
    """What a reader is shown where a page calls the macro."""
    return read(CALLS[name](view, *arguments))


@pytest.mark.parametrize("macro", MACROS, ids=CALLS)
def test_every_macro_says_what_it_shows(macro: object) -> None:
    assert inspect.getdoc(macro)


def test_no_two_macros_have_one_name() -> None:
    assert len(CALLS) == len(MACROS)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "jawaban_beranda",
            [
                "5 indikator, 3 di antaranya bertarget di setiap tahun 2031–2033.",
                "Rp1,2 juta dialokasikan untuk 3 tahun (Tabel I.2); itu alokasi, bukan realisasi.",
                "Hasil belum dimuat di situs ini.",
            ],
        ),
        (
            "jawaban_anggaran",
            [
                "Rp1,2 juta dialokasikan untuk 2031–2033 menurut Tabel I.2.",
                "Terbesar 2033 (Rp530.000), terkecil 2031 (Rp310.000).",
            ],
        ),
        ("kurun_rencana", ["2031–2033"]),
        ("nama_kantor", ["Kantor Contoh"]),
        ("judul_rencana", ["Rencana Strategis Kantor Contoh Tahun 2031-2033"]),
        (
            "tabel_bagian_program",
            [
                "Bagian tiap program dari alokasi setiap tahun (hitungan situs ini dari Tabel I.2)",
                "Program | 2031 | 2032 | 2033 | 2031–2033",
                "Program Dukungan | 96,77 % | 100,00 % | 94,34 % | 96,77 %",
                "Program Layanan | 3,23 % | | 5,66 % | 3,23 %",
            ],
        ),
        (
            "tabel_jumlah_kegiatan",
            [
                "Jumlah per kegiatan (hitungan situs ini dari Tabel I.3, dalam ribuan rupiah)",
                "Kegiatan | 2031 | 2032 | 2033 | 2031–2033 | Bagian",
                "I Program Dukungan",
                "2 Pengelolaan Keuangan | 200 | 300 | 0 | 500 | 100,00 %",
                "Jumlah rincian kegiatan | 200 | 300 | 0 | 500 | 100,00 %",
                "Alokasi program menurut Tabel I.2 | 300 | 400 | 500 | 1.200 |",
                "II Program Layanan",
                "1 Bantuan Hukum | 10 | | 30 | 40 | 100,00 %",
                "Jumlah rincian kegiatan | 10 | | 30 | 40 | 100,00 %",
                "Alokasi program menurut Tabel I.2 | 10 | | 30 | 40 |",
            ],
        ),
        (
            "daftar_kegiatan",
            [
                "Program I · Program Dukungan",
                "Pembinaan Pegawai 2 sasaran, 3 indikator",
                "Program II · Program Layanan",
                "Bantuan Hukum 1 sasaran, 2 indikator",
            ],
        ),
        (
            "daftar_tahun",
            [
                "Tahun-tahun rencana; alokasi dalam ribuan rupiah menurut Tabel I.2",
                "Tahun | Indikator bertarget | Alokasi",
                "2031 | 3 dari 5 | 310",
                "2032 | 5 dari 5 | 400",
                "2033 | 4 dari 5 | 530",
            ],
        ),
        (
            "daftar_indikator",
            [
                "Kata",
                "Program",
                "Semua program",
                "I Program Dukungan",
                "II Program Layanan",
                "Kegiatan",
                "Semua kegiatan",
                "1 Pembinaan Pegawai",
                "1 Bantuan Hukum",
                "Satuan",
                "Semua satuan",
                "persen",
                "perkara",
                "badan",
                "predikat",
                "opini",
                "Hapus saringan",
                "5 dari 5 indikator",
                "Indikator menurut urutan Tabel I.1",
                "Kode | Indikator | 2031 | 2032 | 2033",
                "ik-001 | Persentase pegawai terlatih Pegawai yang cakap | 0 | 87,5 % | 100%",
                "ik-002 | Nilai akuntabilitas Pegawai yang cakap | B | B | BB",
                "ik-003 | Opini atas laporan keuangan Keuangan yang tertib | WDP | WTP | WTP",
                "ik-004 | Jumlah sengketa Sengketa yang selesai "
                "| 2 perkara | 1 perkara | 0 perkara",
                "ik-005 | Jumlah badan yang dibentuk Sengketa yang selesai | - | 1.234 |",
            ],
        ),
        (
            "daftar_perbaikan",
            [
                "1 perbaikan, menurut urutan dokumen",
                "Tempat | Bagian | Terekstrak | Dibaca | Alasan",
                "ik-002 | target | (kosong) | B | B | BB | B | B | BB "
                "| Sel tergeser satu kolom ke kanan.",
            ],
        ),
    ],
)
def test_what_a_macro_shows(view: View, name: str, lines: list[str]) -> None:
    assert shown(view, name) == lines


def test_the_introduction_begins_with_the_decree(view: View) -> None:
    assert shown(view, "pengantar")[0] == "Keputusan Nomor 1/CONTOH/2031, 3 Februari 2031"


def test_a_chapter_with_its_tables(view: View) -> None:
    assert shown(view, "naskah", "bab-i") == [
        "# BAB I TARGET DAN PENDANAAN",
        "Teks halaman ini hasil ekstraksi PDF, belum dicocokkan dengan naskah yang ditandatangani.",
        "## A. TARGET { #i-001 }",
        "Target kinerja disajikan pada tabel berikut. ¶",
        "Tabel I.1 Target Kinerja Kantor Contoh",
        "No | Program/Kegiatan",
        "Sasaran | Indikator | Target",
        "2031 | 2032 | 2033",
        "I | Program Dukungan",
        "1 | Pembinaan Pegawai",
        "| Pegawai yang cakap | Persentase pegawai terlatih | 0 | 87,5 % | 100%",
        "Nilai akuntabilitas | B | B | BB",
        "| Keuangan yang tertib | Opini atas laporan keuangan | WDP | WTP | WTP",
        "II | Program Layanan",
        "1 | Bantuan Hukum",
        "| Sengketa yang selesai | Jumlah sengketa | 2 perkara | 1 perkara | 0 perkara",
        "Jumlah badan yang dibentuk | - | 1.234 |",
        "1. Program Dukungan sebesar Rp1.200.000 ¶",
    ]


def test_every_part_of_a_chapter_stands_in_it_in_order(view: View) -> None:
    for chapter in view.site.plan.naskah:
        html = CALLS["naskah"](view, chapter.id)
        places = [html.index(part.id) for part in chapter.isi]
        assert places == sorted(places)


def test_a_chapter_that_is_not_there(view: View) -> None:
    with pytest.raises(KeyError, match="bab-ix"):
        CALLS["naskah"](view, "bab-ix")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "tabel_anggaran_program",
            [
                "Tabel I.2 Pendanaan Program",
                "Kode | Program | Alokasi (dalam ribuan Rupiah) | Jumlah",
                "2031 | 2032 | 2033",
                "010.01 | Program Dukungan | 300 | 400 | 500 | 1.200",
                "010.02 | Program Layanan | 10 | | 30 | 40",
                "| TOTAL | 310 | 400 | 530 | 1.240",
            ],
        ),
        (
            "tabel_anggaran_kegiatan",
            [
                "Tabel I.3 Pendanaan Kegiatan",
                "No | Program/Kegiatan",
                "Sasaran | Anggaran",
                "2031 | 2032 | 2033",
                "I | Program Dukungan",
                "1 |",
                "| Pegawai yang cakap | 300 | 400 | 500",
                "2 | Pengelolaan Keuangan",
                "| Pembayaran gaji (1234.001) | 200 | 250 |",
                "| Keuangan yang tertib | | 50 | 0",
                "II | Program Layanan",
                "1 | Bantuan Hukum",
                "| Sengketa yang selesai | 10 | | 30",
            ],
        ),
    ],
)
def test_a_table_of_the_decree(view: View, name: str, lines: list[str]) -> None:
    assert shown(view, name) == lines


def test_every_mend_of_the_data_is_listed(view: View) -> None:
    documents = [
        yaml.safe_load((TINY / "data" / name).read_text(encoding="utf-8"))
        for name in data_files(TINY / "data")
    ]
    reasons = [mend["alasan"] for document in documents for mend in _mends(document)]

    listed = shown(view, "daftar_perbaikan")[2:]

    assert reasons
    assert sorted(line.rsplit(" | ", 1)[1] for line in listed) == sorted(reasons)


def _mends(value: Any) -> list[dict[str, str]]:
    """Every mend below a value of the data, wherever the model may have put it."""
    if isinstance(value, list):
        return [mend for item in value for mend in _mends(item)]
    if not isinstance(value, dict):
        return []
    below = [mend for key, item in value.items() if key != "perbaikan" for mend in _mends(item)]
    return [*value.get("perbaikan", []), *below]


def test_a_table_as_it_is_written(view: View) -> None:
    html = CALLS["daftar_tahun"](view)

    assert html == (
        '<table class="tabel">\n'
        "<caption>Tahun-tahun rencana; alokasi dalam ribuan rupiah menurut Tabel I.2</caption>\n"
        '<thead><tr><th scope="col">Tahun</th> <th scope="col" class="angka">'
        'Indikator bertarget</th> <th scope="col" class="angka">Alokasi</th> </tr></thead>\n'
        "<tbody>\n"
        + "".join(
            f'<tr><th scope="row"><a href="tahun/{tahun}/">{tahun}</a></th> '
            f'<td class="angka">{count} dari 5</td> <td class="angka">{sum_}</td> </tr>\n'
            for tahun, count, sum_ in ((2031, 3, 310), (2032, 5, 400), (2033, 4, 530))
        )
        + "</tbody>\n</table>\n"
    )
