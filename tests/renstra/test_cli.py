"""The command line: its whole output, its words, its exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from renstra.cli.main import main
from tests.renstra.reports import write

HELP = """\
Cara pakai: renstra [OPSI] PERINTAH ...

  Rencana strategis sebagai data: memeriksa dan membuat turunannya.

Opsi:
  --help  Menampilkan bantuan ini.

Perintah:
  alamat       Mencatat alamat dan kode yang diterbitkan; yang sudah tercatat
               tidak pernah dihapus.
  banding      Membandingkan isi dua revisi; bawaannya keputusan terakhir dan
               pohon kerja.
  cocokkan     Mencocokkan kata dan sel keputusan dengan teks hasil
               ekstraksinya.
  kantor-baru  Memulai situs kantor lain dari salinan proyek ini.
  keutuhan     Mencatat setiap kata dan sel keputusan, dan tiap perubahannya.
  periksa      Memeriksa seluruh data; setiap masalah disebut dengan berkas dan
               barisnya.
  perubahan    Menyusun dan memeriksa perubahan rencana menurut keputusan.
  realisasi    Mengisi realisasi: memulai tahun, membuat templat, mengimpor.
  skema        Menulis skema JSON untuk penyunting teks, diturunkan dari model
               data.
"""

HELP_PERIKSA = """\
Cara pakai: renstra periksa [OPSI]

  Memeriksa seluruh data; setiap masalah disebut dengan berkas dan barisnya.

Opsi:
  --data FOLDER       Folder data yang diperiksa.  [bawaan: data]
  --realisasi FOLDER  Folder realisasi lain, pengganti yang ada di folder data.
  --anotasi           Sertakan anotasi untuk alur kerja di repositori (GitHub).
  --help              Menampilkan bantuan ini.
"""

HELP_BANDING = """\
Cara pakai: renstra banding [OPSI] [REV1] [REV2]

  Membandingkan isi dua revisi; bawaannya keputusan terakhir dan pohon kerja.

Opsi:
  --data FOLDER      Folder data yang dibandingkan.  [bawaan: data]
  --format BENTUK    teks, markdown, atau json.  [bawaan: teks]
  --textconv BERKAS  Hanya cetak satu berkas data per hal dan bidang, untuk git
                     diff.
  --help             Menampilkan bantuan ini.
"""

HELP_KEUTUHAN = """\
Cara pakai: renstra keutuhan [OPSI]

  Mencatat setiap kata dan sel keputusan, dan tiap perubahannya.

Opsi:
  --perbaikan     Catat yang berbeda dari daftar sebagai perbaikan salinan ini,
                  di samping nilainya.
  --alasan TEKS   Bersama --perbaikan: mengapa, bila yang semula tertulis memang
                  yang terekstrak; tanpa ini keduanya ditanyakan.
  --sejak COMMIT  Bandingkan dengan daftar pada commit itu; tanpa --perbaikan
                  hanya memeriksa.
  --data FOLDER   Folder data.  [bawaan: data]
  --help          Menampilkan bantuan ini.
"""

HELP_ALAMAT = """\
Cara pakai: renstra alamat [OPSI]

  Mencatat alamat dan kode yang diterbitkan; yang sudah tercatat tidak pernah
  dihapus.

Opsi:
  --situs FOLDER  Folder situs jadi, seperti site.  [wajib]
  --data FOLDER   Folder data.  [bawaan: data]
  --help          Menampilkan bantuan ini.
"""

HELP_SKEMA = """\
Cara pakai: renstra skema [OPSI]

  Menulis skema JSON untuk penyunting teks, diturunkan dari model data.

Opsi:
  --periksa  Hanya memeriksa apakah skema sudah mutakhir.
  --help     Menampilkan bantuan ini.
"""

HELP_REALISASI = """\
Cara pakai: renstra realisasi [OPSI] PERINTAH ...

  Mengisi realisasi: memulai tahun, membuat templat, mengimpor.

Opsi:
  --help  Menampilkan bantuan ini.

Perintah:
  impor               Memasukkan lembar kerja yang sudah diisi ke data; tidak
                      menulis bila ada yang salah.
  lembar-persetujuan  Membuat lembar .xlsx untuk dicetak dan ditandatangani:
                      tiap angka dengan sumbernya.
  mulai               Membuat berkas realisasi kosong untuk satu tahun.
  status              Menunjukkan seberapa jauh satu tahun sudah terisi, dan apa
                      yang belum.
  tarik               Menarik nilai yang keliru: situs menyebutnya ditarik,
                      dengan alasannya, sampai ada gantinya.
  templat             Membuat lembar kerja .xlsx untuk diisi, dengan nilai yang
                      sudah ada: satu tahun seperti 2023, atau beberapa
                      sekaligus seperti 2020-2024.
"""

HELP_IMPOR = """\
Cara pakai: renstra realisasi impor [OPSI] BERKAS

  Memasukkan lembar kerja yang sudah diisi ke data; tidak menulis bila ada yang
  salah.

Opsi:
  --data FOLDER       Folder data.  [bawaan: data]
  --nama TEKS         Sebutan berkas dalam pesan; bawaannya namanya.
  --periksa           Hanya menunjukkan apa yang akan berubah.
  --anotasi           Sertakan anotasi untuk alur kerja di repositori (GitHub).
  --ringkasan BERKAS  Tambahkan ringkasan Markdown ke berkas ini.
  --help              Menampilkan bantuan ini.
"""

HELP_TEMPLAT = """\
Cara pakai: renstra realisasi templat [OPSI] TAHUN

  Membuat lembar kerja .xlsx untuk diisi, dengan nilai yang sudah ada: satu
  tahun seperti 2023, atau beberapa sekaligus seperti 2020-2024.

Opsi:
  --semua            Semua tahun rencana, sebagai ganti TAHUN.
  --data FOLDER      Folder data.  [bawaan: data]
  --keluaran BERKAS  Nama berkas yang dibuat; bawaannya realisasi-TAHUN.xlsx.
  --help             Menampilkan bantuan ini.
"""

UNLISTED = (
    "Keutuhan teks tidak diperiksa: data/keutuhan/awal.txt belum ada; "
    "renstra keutuhan membuatnya.\n"
)
SUMMARY = "2 program, 2 kegiatan, 3 sasaran, 5 indikator, 4 baris anggaran"
GOOD = f"{UNLISTED}0 masalah di 9 berkas: {SUMMARY}.\n"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, prog_name="renstra")


def break_two_cells() -> None:
    activity = Path("data/target/kg-001.yml")
    text = activity.read_text(encoding="utf-8")
    broken = text.replace('2033: "100%"', '2033: "101%"').replace('2033: "BB"', '2033: "B+"')
    activity.write_text(broken, encoding="utf-8")


def test_good_data(project: Path) -> None:
    result = run("periksa")

    assert (result.exit_code, result.output) == (0, GOOD)


def test_good_data_elsewhere(project: Path) -> None:
    (project / "data").rename(project / "lain")

    assert run("periksa", "--data", "lain", "--anotasi").output == GOOD.replace("data/", "lain/")


def test_bad_data(project: Path) -> None:
    break_two_cells()

    result = run("periksa")

    assert result.exit_code == 1
    assert result.output == (
        "data/target/kg-001.yml:23: indikator ik-001: target: 2033: "
        'ditemukan "101%", di luar rentang 0 sampai 100; perbaiki\n'
        "data/target/kg-001.yml:32: indikator ik-002: target: 2033: "
        'ditemukan "B+", seharusnya AA, A, BB, B, CC, C, D, "-" atau ""\n'
        "2 masalah ditemukan.\n"
    )


def test_what_a_report_lacks_is_a_warning(project: Path) -> None:
    lines = "nilai: B\n    status_data: sementara"
    write(project / "data", {"ik-002": lines})
    warning = "nilai dilaporkan tanpa dokumen sumber; isi sumber: judul\n"

    result = run("periksa", "--anotasi")

    assert (result.exit_code, result.output) == (
        0,
        "data/realisasi/2031.yml:20: indikator ik-002: sumber: judul: peringatan: "
        f"{warning}::warning file=data/realisasi/2031.yml,line=20::indikator ik-002: sumber: "
        f"judul: {warning}{GOOD.replace('masalah di 9', 'masalah, 1 peringatan di 10')}",
    )
    write(project / "data", {"ik-002": lines, "ik-003": "nilai: WDP\n    status_data: final"})
    result = run("periksa")
    assert (result.exit_code, result.output.splitlines()[-1]) == (
        1,
        "1 masalah, 1 peringatan ditemukan.",
    )


def test_reports_from_another_folder(project: Path) -> None:
    write(project / "data", {"ik-002": "nilai: salah"})
    (project / "lain").mkdir()
    write(project / "lain", {})

    result = run("periksa", "--realisasi", "lain/realisasi")

    assert (result.exit_code, result.output) == (0, GOOD.replace("di 9", "di 10"))


def test_bad_data_with_annotations(project: Path) -> None:
    break_two_cells()

    result = run("periksa", "--anotasi")

    assert result.exit_code == 1
    assert result.output == (
        "data/target/kg-001.yml:23: indikator ik-001: target: 2033: "
        'ditemukan "101%", di luar rentang 0 sampai 100; perbaiki\n'
        "data/target/kg-001.yml:32: indikator ik-002: target: 2033: "
        'ditemukan "B+", seharusnya AA, A, BB, B, CC, C, D, "-" atau ""\n'
        "::error file=data/target/kg-001.yml,line=23::indikator ik-001: target: 2033: "
        'ditemukan "101%25", di luar rentang 0 sampai 100; perbaiki\n'
        "::error file=data/target/kg-001.yml,line=32::indikator ik-002: target: 2033: "
        'ditemukan "B+", seharusnya AA, A, BB, B, CC, C, D, "-" atau ""\n'
        "2 masalah ditemukan.\n"
    )


@pytest.mark.parametrize("folder", ["tidak-ada", ".."])
def test_a_folder_without_data(folder: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "dalam").mkdir()
    monkeypatch.chdir(project / "dalam")

    result = run("periksa", "--data", folder)

    assert result.exit_code == 1
    assert result.output == (
        f"{folder}:1: bukan folder data, rencana.yml tidak ada di sini; jalankan dari folder "
        "proyek, atau sebut yang benar dengan --data\n1 masalah ditemukan.\n"
    )


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["--help"], HELP),
        (["banding", "--help"], HELP_BANDING),
        (["periksa", "--help"], HELP_PERIKSA),
        (["keutuhan", "--help"], HELP_KEUTUHAN),
        (["alamat", "--help"], HELP_ALAMAT),
        (["skema", "--help"], HELP_SKEMA),
        (["realisasi", "--help"], HELP_REALISASI),
        (["realisasi", "impor", "--help"], HELP_IMPOR),
        (["realisasi", "templat", "--help"], HELP_TEMPLAT),
    ],
    ids=[
        "renstra",
        "banding",
        "periksa",
        "keutuhan",
        "alamat",
        "skema",
        "realisasi",
        "impor",
        "templat",
    ],
)
def test_help(words: list[str], text: str) -> None:
    result = run(*words)

    assert (result.exit_code, result.stdout, result.stderr) == (0, text, "")


def test_no_command_is_answered_with_the_help() -> None:
    result = run()

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", HELP)


def test_no_command_of_a_group_is_answered_with_its_help() -> None:
    result = run("realisasi")

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", HELP_REALISASI)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (
            "perisa",
            "perintah perisa tidak dikenal; apakah maksudnya periksa?\nLihat: renstra --help",
        ),
        ("hitung", "perintah hitung tidak dikenal\nLihat: renstra --help"),
        ("--versi", "opsi --versi tidak dikenal\nLihat: renstra --help"),
        (
            "periksa --dat x",
            "opsi --dat tidak dikenal; apakah maksudnya --data?\nLihat: renstra periksa --help",
        ),
        (
            "banding --format xml",
            "nilai untuk --format tidak dapat dipakai\nLihat: renstra banding --help",
        ),
        (
            "banding a b c",
            "terlalu banyak kata di baris perintah\nLihat: renstra banding --help",
        ),
        ("alamat", "--situs belum disebut\nLihat: renstra alamat --help"),
        ("periksa --data", "opsi --data membutuhkan nilai\nLihat: renstra --help"),
        ("periksa --anotasi=1", "opsi --anotasi tidak memakai nilai\nLihat: renstra --help"),
        (
            "realisasi import",
            "perintah import tidak dikenal; apakah maksudnya impor?\n"
            "Lihat: renstra realisasi --help",
        ),
        (
            "realisasi periksa",
            "perintah periksa tidak dikenal\nLihat: renstra realisasi --help",
        ),
        (
            "realisasi templat",
            "TAHUN belum disebut\nLihat: renstra realisasi templat --help",
        ),
        (
            "realisasi templat ini",
            "nilai untuk TAHUN tidak dapat dipakai\nLihat: renstra realisasi templat --help",
        ),
        (
            "realisasi impor --ringkas a b",
            "opsi --ringkas tidak dikenal; apakah maksudnya --ringkasan?\n"
            "Lihat: renstra realisasi impor --help",
        ),
        ("realisasi impor --nama", "opsi --nama membutuhkan nilai\nLihat: renstra --help"),
        (
            "realisasi impor --periksa=1 a",
            "opsi --periksa tidak memakai nilai\nLihat: renstra --help",
        ),
        (
            "periksa data lain",
            "terlalu banyak kata di baris perintah\nLihat: renstra periksa --help",
        ),
    ],
)
def test_usage_error(words: str, complaint: str) -> None:
    result = run(*words.split())

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Salah: {complaint}\n")


def test_schemas_are_written_once_and_then_current(project: Path) -> None:
    stale = run("skema", "--periksa")
    written = run("skema")

    paths = [line.split(":")[0] for line in written.output.splitlines()]
    assert stale.exit_code == 1
    assert stale.output == "".join(
        f"{path}: belum mutakhir; jalankan renstra skema\n" for path in paths
    )
    assert (written.exit_code, ".vscode/settings.json" in paths) == (0, True)
    assert all((project / path).is_file() for path in paths)
    for again in (run("skema", "--periksa"), run("skema")):
        assert (again.exit_code, again.output) == (0, "Skema sudah mutakhir.\n")


@pytest.mark.parametrize(("words", "code"), [(["periksa"], 0), (["periksa", "--x"], 2)])
def test_the_installed_command_ignores_the_language_of_the_environment(
    words: list[str], code: int, project: Path
) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("renstra"), *words],
        env=os.environ | {"LANGUAGE": "de", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )

    complaint = "Salah: opsi --x tidak dikenal\nLihat: renstra periksa --help\n"
    assert done.returncode == code
    assert (done.stdout, done.stderr) == ((GOOD, "") if code == 0 else ("", complaint))
