"""The data's words against the text that was extracted from a decree."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from renstra.cli.main import main
from tests.past.repository import edit

TINY = Path(__file__).parent.parent / "tiny/data"
TEXT = """\
# Kantor Contoh Kota Rekaan

**NOMOR** 1/CONTOH/2031

Rencana Strategis Kantor Contoh Tahun 2031-2033

DAFTAR ISI 9

BAB I TARGET DAN PENDANAAN
A. TARGET

Target kinerja
disajikan pada <i>tabel</i> berikut.

Tabel I.1 Target Kinerja Kantor Contoh

| No | Program/Kegiatan | Sasaran | Indikator | Target |
|---|---|---|---|---|
| I | Program Dukungan |
| 1 | Pembinaan Pegawai | Pegawai yang cakap | Persentase pegawai terlatih | 0 | 87,5 % | 100% |
Nilai akunta bilitas\tB\tB\tBB
Keuangan yang tertib Opini atas laporan keuangan WDP WTP WTP
II Program Layanan
1 Bantuan Hukum
Sengketa yang selesai Jumlah sengketa 2 perkara 1 perkara 0 perkara
Jumlah badan yang dibentuk - 1.234

1. Program Dukungan sebesar Rp1.200.000

Tabel I.2 Pendanaan Program

Kode Program Alokasi (dalam ribuan Rupiah) Jumlah
010.01 Program Dukungan 300 400 500 1.200
010.02 Program Layanan 10 30 40
TOTAL 310 400 530 1.240

Tabel I.3 Pendanaan Kegiatan

No Program/Kegiatan Sasaran Anggaran
I Program Dukungan
Pegawai yang cakap 300 400 500
2 Pengelolaan Keuangan
Pembayaran gaji (1234.001) 200 250
Keuangan yang tertib 50 0
II Program Layanan
1 Bantuan Hukum
Sengketa yang selesai 10 30

Ditetapkan di Rekaan pada tanggal 3 Februari 2031.
Kalimat ini terlewat.
"""
FOUND = """\
108 kata dan sel dicocokkan dengan teks.txt:
    87 sama huruf demi huruf, bersama seluruh baris atau kalimatnya
     4 sama huruf demi huruf, sendiri
     4 sama selain spasi dan pergantian baris
     3 ada di teks, tetapi terlalu pendek untuk membuktikan letaknya
     6 sel kosong, yang tidak dapat dicari
     4 letak tabel, rupa gambar atau tahun rencana, bukan kata
4 potongan teks itu tidak memuat kata atau sel data:
  baris 3: NOMOR
  baris 7: DAFTAR ISI 9
  baris 49: Ditetapkan di Rekaan pada tanggal
  baris 50: Kalimat ini terlewat
"""


@pytest.fixture(autouse=True)
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tiny plan and the text of its decree."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TINY, "data")
    Path("teks.txt").write_text(TEXT, encoding="utf-8")


def run(name: str = "teks.txt") -> tuple[int, str]:
    result = CliRunner().invoke(main, ["cocokkan", name], prog_name="renstra")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_all_of_a_decree_and_what_else_its_text_has() -> None:
    assert run() == (0, FOUND)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '2032: "87,5 %"',
            '2032: "78,5 %"',
            'data/target/kg-001.yml:22: indikator ik-001: target: 2032: "78,5 %" tidak ditemukan '
            "di teks itu",
        ),
        (
            "nama: Opini atas laporan keuangan",
            "nama: Opini atas laporan uang",
            'data/target/kg-001.yml:42: indikator ik-003: nama: "Opini atas laporan uang" tidak '
            "ditemukan di teks itu",
        ),
    ],
)
def test_a_value_that_is_not_there_is_told(old: str, new: str, said: str) -> None:
    edit("target/kg-001.yml", (old, new))

    code, output = run()

    assert code == 1
    assert said in output.splitlines()


def test_what_was_mended_stands_as_its_mend_says() -> None:
    text = TEXT.replace(
        "Opini atas laporan keuangan WDP WTP WTP",
        "Opini atas lapo- WDP WTP WTP\nran keuangan",
    )
    Path("teks.txt").write_text(text, encoding="utf-8")
    assert run()[0] == 1
    edit(
        "target/kg-001.yml",
        (
            '          2033: "WTP"\n',
            '          2033: "WTP"\n        perbaikan:\n          - bagian: nama\n'
            "            terekstrak: Opini atas lapo- ¦ ran keuangan\n"
            "            dibaca: Opini atas laporan keuangan\n"
            "            alasan: Terbelah.\n",
        ),
    )

    code, output = run()

    assert code == 0
    assert "     4 seperti tercatat di perbaikan\n" in output


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_what_is_no_text_is_said(content: bytes | None) -> None:
    if content is not None:
        Path("lain.txt").write_bytes(content)

    said = "lain.txt: tidak dapat dibaca sebagai teks UTF-8; periksa namanya\n"
    assert run("lain.txt") == (1, said)
