"""`renstra banding` on a real little repository: each kind of change, and each format."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from renstra.cli.main import main
from renstra.past.comparison import compare
from renstra.past.render import as_markdown
from tests.past.repository import commit, edit, git, lose
from tests.renstra.whole import write_whole

RENSTRA = Path(sys.executable).with_name("renstra")
PARAGRAPH = "Target kinerja disajikan pada tabel berikut."
WHOLE_PARAGRAPH = f"  - id: i-002\n    jenis: paragraf\n    teks: {PARAGRAPH}\n"


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The whole made-up plan, committed and tagged as its first official revision."""
    monkeypatch.chdir(tmp_path)
    write_whole(Path("data"))
    git("init", "-q", "-b", "main")
    commit("Awal")
    git("tag", "v1")
    return tmp_path


def banding(*words: str) -> tuple[int, str, str]:
    """Exit code and the two streams of the command."""
    result = CliRunner().invoke(main, ["banding", *words], prog_name="renstra")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout, result.stderr


def told(*words: str) -> list[str]:
    """The sentences about what changed since the first revision."""
    code, out, complaint = banding(*(words or ("v1",)))
    assert (code, complaint) == (1, "")
    return [line.strip() for line in out.partition("\nPerubahan (")[2].splitlines()[1:]]


def test_the_same() -> None:
    same = "Perbandingan v1 → v1\n\nPerubahan (0)\n  Tidak ada perubahan isi.\n"

    assert banding("v1", "v1") == (0, same, "")
    assert banding("v1")[:2] == (0, same.replace("→ v1", "→ pohon kerja"))


def test_layout_is_no_change() -> None:
    edit(
        "naskah/bab-i.yml",
        (PARAGRAPH, ">-\n      Target kinerja disajikan\n      pada tabel berikut."),
    )
    edit("target/kg-001.yml", ('"B"\n          2032', "B\n          2032"), ("id: kg-001\n", ""))
    edit("target/kg-001.yml", ("", "# Catatan.\nid: 'kg-001'\n"))
    Path("data/catatan.yml").rename("data/catatan-lain.yml")

    code, out, _ = banding("v1", "--data", "data")

    assert code == 0
    assert out.endswith("Perubahan (0)\n  Tidak ada perubahan isi.\n")


def test_values() -> None:
    edit("target/kg-001.yml", ('2032: "87,5 %"', '2032: "90 %"'), ('2033: "BB"', '2033: ""'))
    edit("anggaran/kegiatan.yml", ("2032: 250", "2032: 250000"), ("2032: 50\n", "2032:\n"))
    edit("realisasi/2031.yml", ("nilai: BB", "nilai: B"))

    assert told() == [
        "Target ik-001 tahun 2032: 87,5 % → 90 %",
        "Target ik-002 tahun 2033: BB → (kosong)",
        "Pagu an-002 tahun 2032: 250 → 250.000 ribu rupiah",
        "Pagu an-003 tahun 2032: 50 → (tidak ada)",
        "Realisasi ik-002 tahun 2031, nilai: BB → B",
    ]


def test_reported_values_are_written_the_indonesian_way_with_their_units() -> None:
    edit(
        "realisasi/2031.yml",
        ("    pembilang: 7\n    penyebut: 8\n", "    nilai: 87.5\n"),
        ("capaian_lkj: 97.2", "capaian_lkj: 98"),
        ("1: 70000", "1: 1250000"),
        ("realisasi: 280000", "realisasi: 280500"),
        ("batas_lapor: 2032-03-31", "batas_lapor: 2032-04-30"),
        ("      1: 0\n", "      1: 3\n"),
    )

    assert told() == [
        "Laporan 2031, batas lapor: 31 Maret 2032 → 30 April 2032",
        "Realisasi ik-001 tahun 2031, capaian lkj: 97,2 % → 98 %",
        "Realisasi ik-001 tahun 2031, nilai: (tidak ada) → 87,5 %",
        "Realisasi ik-001 tahun 2031, pembilang: 7 → (tidak ada)",
        "Realisasi ik-001 tahun 2031, penyebut: 8 → (tidak ada)",
        "Realisasi ik-004 tahun 2031, triwulan: 1: 0 perkara → 3 perkara",
        "Realisasi pg-1 tahun 2031, realisasi: Rp280.000 → Rp280.500",
        "Realisasi pg-1 tahun 2031, triwulan: 1: Rp70.000 → Rp1.250.000",
    ]
    git("add", ".")
    commit("Dibetulkan")
    edit("realisasi/2031.yml", ("nilai: 87.5\n", "nilai: 87.5042\n"))

    assert told("HEAD") == ["Realisasi ik-001 tahun 2031, nilai: 87,5 % → 87,5042 %"]


def test_prose_word_by_word() -> None:
    edit(
        "naskah/bab-i.yml", (PARAGRAPH, "Target kinerja kantor disajikan pada tabel-tabel berikut.")
    )

    assert told() == [
        "Paragraf i-002, teks: Target kinerja {+kantor+} disajikan pada [-tabel-] {+tabel-tabel+} "
        "berikut."
    ]


def test_added_moved_withdrawn_and_gone() -> None:
    edit(
        "naskah/bab-i.yml",
        (
            "Rp1.200.000\n",
            "Rp1.200.000\n    dicabut:\n      revisi: rv-002\n      alasan: Diganti.\n",
        ),
        ("", "  - id: i-005\n    jenis: paragraf\n    teks: Baru.\n"),
        (
            WHOLE_PARAGRAPH,
            "",
        ),
    )
    edit(
        "naskah/bab-ii.yml",
        (
            "",
            WHOLE_PARAGRAPH,
        ),
    )
    text = Path("data/target/kg-002.yml").read_text(encoding="utf-8")
    start = text.index("      - id: ik-005")
    Path("data/target/kg-002.yml").write_text(text[:start], encoding="utf-8")

    assert told() == [
        "Indikator ik-005 hilang tanpa pencabutan: Jumlah badan yang dibentuk; target 2031 -, "
        "target 2032 1.234, target 2033 (kosong)",
        "Paragraf i-002 dipindahkan: bab-i → bab-ii",
        "Paragraf i-005 dimuat: Baru.",
        "Butir i-004 dicabut (Diganti.)",
    ]
    commit("Cabut")
    edit("naskah/bab-i.yml", ("    dicabut:\n      revisi: rv-002\n      alasan: Diganti.\n", ""))
    assert told("HEAD") == ["Butir i-004 tidak lagi dicabut (Diganti.)"]


def test_effects_come_first() -> None:
    edit(
        "anggaran/program.yml",
        ("2031: 10\n", "2031: 12\n"),
        ("jumlah: 40", "jumlah: 42"),
        ("2031: 310", "2031: 312"),
        ("jumlah: 1240", "jumlah: 1242"),
    )
    edit("anggaran/kegiatan.yml", ("2031: 10\n", "2031: 12\n"))
    gone = "cabut:\n  - kode: kg-002\n    mulai: 2032\n    alasan: Digabung.\n"
    edit("perubahan/rv-002.yml", ("", gone))
    edit("realisasi/2031.yml", ("nilai: BB", "nilai: B"))

    assert (
        banding("v1", "--format", "markdown")[1]
        == """\
### Perbandingan isi rencana

    v1 → pohon kerja

#### Pengaruh pada jumlah dan status

    Pendanaan program (Tabel I.2): pg-2 tahun 2031: 10 → 12 ribu rupiah (+2)
    Pendanaan program (Tabel I.2): pg-2 semua tahun: 40 → 42 ribu rupiah (+2)
    Pendanaan program (Tabel I.2): seluruhnya tahun 2031: 310 → 312 ribu rupiah (+2)
    Pendanaan program (Tabel I.2): seluruhnya semua tahun: 1.240 → 1.242 ribu rupiah (+2)
    Pendanaan kegiatan (Tabel I.3): ak-003 tahun 2031: 10 → 12 ribu rupiah (+2)
    Pendanaan kegiatan (Tabel I.3): ak-003 semua tahun: 40 → 42 ribu rupiah (+2)
    Pendanaan kegiatan (Tabel I.3): seluruhnya tahun 2031: 210 → 212 ribu rupiah (+2)
    Pendanaan kegiatan (Tabel I.3): seluruhnya semua tahun: 540 → 542 ribu rupiah (+2)
    Banyaknya: kegiatan: 2 → 1 (−1)
    Banyaknya: kegiatan yang dicabut: 0 → 1 (+1)
    Banyaknya: indikator: 5 → 3 (−2)
    Banyaknya: indikator yang dicabut: 0 → 2 (+2)
    Banyaknya: sel target yang terisi: 13 → 10 (−3)
    Banyaknya: sel target yang terisi yang dicabut: 0 → 3 (+3)
    Status indikator: Melampaui target tahun 2031: 1 → 0 (−1)
    Status indikator: Tercapai tahun 2031: 1 → 2 (+1)
    Status indikator: Belum dimuat di situs ini tahun 2032: 5 → 3 (−2)
    Status indikator: Belum dimuat di situs ini tahun 2033: 4 → 3 (−1)
    Status indikator: Target tidak tercantum tahun 2033: 1 → 0 (−1)

#### Perubahan (7)

    Kegiatan kg-002 dicabut (mulai 2032: Digabung.)
    Pendanaan program pg-2 di tabel-i-2, jumlah: 40 → 42 ribu rupiah
    Pagu pg-2 tahun 2031: 10 → 12 ribu rupiah
    Pagu an-004 tahun 2031: 10 → 12 ribu rupiah
    Realisasi ik-002 tahun 2031, nilai: BB → B
    tabel-i-2, total: jumlah: 1.240 → 1.242 ribu rupiah
    tabel-i-2, total: pagu tahun 2031: 310 → 312 ribu rupiah

"""
    )


def test_effects_need_plans() -> None:
    edit("target/kg-001.yml", ('2032: "87,5 %"', '2032: "banyak"'))

    assert banding("v1")[1] == (
        "Perbandingan v1 → pohon kerja\n\n"
        "Pengaruh pada jumlah dan status\n"
        "  Data pada pohon kerja tidak lulus pemeriksaan sekarang (1 masalah), sehingga jumlah dan "
        "statusnya tidak dihitung.\n\n"
        "Perubahan (1)\n"
        "  Target ik-001 tahun 2032: 87,5 % → banyak\n"
    )


def test_a_file_that_cannot_be_read_withdraws_nothing() -> None:
    edit("target/kg-002.yml", ("", 'x: "tidak ditutup\n'))
    edit("target/kg-001.yml", ('2032: "87,5 %"', '2032: "90 %"'))

    assert banding("v1")[:2] == (
        1,
        "Perbandingan v1 → pohon kerja\n\n"
        "Pengaruh pada jumlah dan status\n"
        "  Data pada pohon kerja tidak lulus pemeriksaan sekarang (2 masalah), sehingga jumlah dan "
        "statusnya tidak dihitung.\n\n"
        "Yang tidak dapat dibandingkan\n"
        "  target/kg-002.yml tidak dapat dibaca pada pohon kerja (baris 38: tanda kutip dibuka di "
        "sini tetapi tidak ditutup; tutup di akhir teks); 4 hal di dalamnya tidak dibandingkan.\n\n"
        "Perubahan (1)\n"
        "  Target ik-001 tahun 2032: 87,5 % → 90 %\n",
    )


def test_a_value_that_cannot_be_read_is_no_change() -> None:
    edit("anggaran/kegiatan.yml", ("2032: 250", "2032: 25.000"))

    assert banding("v1")[:2] == (
        1,
        "Perbandingan v1 → pohon kerja\n\n"
        "Yang tidak dapat dibandingkan\n"
        "  anggaran/kegiatan.yml hanya terbaca sebagian pada pohon kerja; nilai yang tidak terbaca "
        "tidak dibandingkan.\n\n"
        "Perubahan (0)\n"
        "  Tidak ada perubahan isi.\n",
    )


def test_an_id_that_stands_twice_is_said() -> None:
    edit("naskah/bab-i.yml", ("", "  - id: i-002\n    jenis: paragraf\n    teks: Salinan.\n"))

    assert (
        "Tercatat lebih dari sekali pada pohon kerja: i-002; hanya satu dibandingkan."
        in (banding("v1")[1])
    )


def test_json() -> None:
    edit("naskah/bab-i.yml", (PARAGRAPH, "Target kinerja kantor disajikan pada tabel berikut."))

    code, out, _ = banding("v1", "--format", "json")

    assert code == 1
    assert json.loads(out) == {
        "versi": 1,
        "sebelum": "v1",
        "sesudah": "pohon kerja",
        "sama": False,
        "pengaruh": [],
        "keterangan": [],
        "perubahan": [
            {
                "kunci": "i-002",
                "jenis": "paragraf",
                "kode": "i-002",
                "tahun": None,
                "nama": "Target kinerja kantor disajikan pada tabel berikut.",
                "aspek": "diubah",
                "bidang": "teks",
                "sebelum": PARAGRAPH,
                "sesudah": "Target kinerja kantor disajikan pada tabel berikut.",
                "deret": [
                    ["sama", "Target kinerja"],
                    ["ditambahkan", "kantor"],
                    ["sama", "disajikan pada tabel berikut."],
                ],
                "kalimat": "Paragraf i-002, teks: Target kinerja {+kantor+} disajikan pada tabel "
                "berikut.",
            }
        ],
    }


def test_nothing_of_the_data_is_markup() -> None:
    edit("naskah/bab-i.yml", ("Program Dukungan sebesar", '"</code><script> `x` | # [a](b)'))
    edit("naskah/bab-i.yml", ("Rp1.200.000\n", 'Rp1.200.000"\n'))

    lines = banding("v1", "--format", "markdown")[1].splitlines()

    assert [line for line in lines if "script" in line] == [
        "    Butir i-004, teks: [-Program Dukungan sebesar-] {+</code><script> `x` | # [a](b)+} "
        "Rp1.200.000"
    ]


def test_a_long_summary_is_cut_at_a_line() -> None:
    edit("target/kg-001.yml", ('2032: "87,5 %"', '2032: "90 %"'), ('2033: "BB"', '2033: "A"'))

    whole = as_markdown(compare(Path("data"), "v1"))
    short = as_markdown(compare(Path("data"), "v1"), most=len(whole.encode()) - 20)

    assert short.splitlines()[-3:] == [
        "    Target ik-001 tahun 2032: 87,5 % → 90 %",
        "",
        "Dipotong di sini: 1 baris lagi. Jalankan renstra banding untuk seluruhnya.",
    ]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (
            [],
            "keputusan rv-002 (2/CONTOH/2032) belum punya commit di data/perubahan/rv-002.yml; isi "
            "di sana, atau sebut dua keputusan, misalnya renstra banding awal rv-002",
        ),
        (["v7"], "revisi v7 tidak dikenal; sebut nama commit, tag, atau cabang"),
        (
            ["v1", "--format=teks", "--", "--x"],
            "revisi --x tidak dikenal; sebut nama commit, tag, atau cabang",
        ),
        (["v1", "--data", "lain"], "folder lain tidak ada; sebut folder data dengan --data"),
        (["--textconv", "lain.yml"], "lain.yml: tidak dapat dibaca; periksa namanya"),
    ],
    ids=["untagged", "unknown", "like an option", "no folder", "no file"],
)
def test_trouble(words: list[str], complaint: str) -> None:
    assert banding(*words) == (2, "", f"{complaint}\n")


def test_official_revisions_by_their_ids() -> None:
    assert banding("rv-001")[0] == 0
    edit("perubahan/rv-002.yml", ("commit:\n", "commit: v1\n"))
    assert told()[0] == "Keputusan Nomor 2/CONTOH/2032, commit: (tidak ada) → v1"
    assert banding()[0] == 1
    Path("data/revisi.yml").unlink()
    Path("data/perubahan/rv-002.yml").unlink()
    assert banding()[2] == (
        "tidak ada keputusan di data/revisi.yml; sebut REV1, misalnya renstra banding HEAD\n"
    )


@pytest.mark.parametrize("first", ["awal", "rv-001"])
def test_two_decrees_are_compared_without_git(first: str) -> None:
    shutil.rmtree(".git")

    assert banding(first, "rv-002")[:2] == (
        1,
        "Perbandingan awal → rv-002\n\nPerubahan (1)\n"
        "  Target ik-004 tahun 2032: 1 perkara → 2 perkara\n",
    )


def test_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("clone", "-q", "--depth", "1", f"file://{tmp_path}", "dangkal")
    monkeypatch.chdir("dangkal")
    assert banding("HEAD")[0] == 0
    assert banding("HEAD~1")[2] == (
        "revisi HEAD~1 tidak dikenal; sebut nama commit, tag, atau cabang (klon ini dangkal; ambil "
        "riwayatnya dengan git fetch --unshallow)\n"
    )
    monkeypatch.setenv("PATH", "")
    assert banding("HEAD") == (
        2,
        "",
        "riwayat git tidak ada di sini; banding hanya dapat dijalankan di klon repositori\n",
    )


def test_a_clone_that_lacks_a_file() -> None:
    edit("target/kg-001.yml", ('2032: "87,5 %"', '2032: "90 %"'))
    lose("v1:data/target/kg-001.yml")

    code, out, complaint = banding("v1")

    assert (code, out) == (2, "")
    assert complaint.startswith("isi revisi tidak dapat diambil dari git: blob ")


def test_a_data_folder_below_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("dalam").mkdir()
    git("mv", "data", "dalam/data")
    commit("Pindah")
    monkeypatch.chdir("dalam")
    edit("target/kg-001.yml", ('2032: "87,5 %"', '2032: "90 %"'))

    assert told("HEAD") == ["Target ik-001 tahun 2032: 87,5 % → 90 %"]
    assert banding("v1")[1].count("Tidak ada data pada v1.") == 1


def test_git_diff_shows_no_moved_line(repository: Path) -> None:
    Path(".gitattributes").write_text("data/**/*.yml diff=renstra\n", encoding="utf-8")
    git("config", "diff.renstra.textconv", f"{RENSTRA} banding --textconv")
    edit(
        "naskah/bab-i.yml",
        (PARAGRAPH, ">-\n      Target kinerja disajikan\n      pada tabel berikut."),
    )
    edit("satuan.yml", ("satuan:\n", "# Ditata ulang.\nsatuan:\n"))
    edit("target/kg-001.yml", ('2032: "87,5 %"', '2032: "90 %"'))

    done = subprocess.run(
        ["git", "diff", "-U0"],
        capture_output=True,
        text=True,
        check=True,
        cwd=repository,
        env=os.environ,
    )

    assert [line for line in done.stdout.splitlines() if line[:1] in "+-"] == [
        "--- a/data/target/kg-001.yml",
        "+++ b/data/target/kg-001.yml",
        "-ik-001 · target.2032: 87,5 %",
        "+ik-001 · target.2032: 90 %",
    ]


def test_one_file_as_lines() -> None:
    Path("satu.yml").write_text(
        "tautan:\n  - id: tl-001\n    ke: si-2\n    dari: st-10\n    alasan: >-\n      Kata\n"
        "      lain.\n"
        "  - dari: st-9\n    ke: si-1\n    dasar: 1.50\n    alasan: 1.500\n",
        encoding="utf-8",
    )

    assert banding("--textconv", "satu.yml") == (
        0,
        "st-9 → si-1 · alasan: ?\n"
        "st-9 → si-1 · dasar: 1.5\n"
        "st-10 → si-2 · alasan: Kata lain.\n"
        "st-10 → si-2 · id: tl-001\n",
        "",
    )
    Path("satu.yml").write_text("a: [\n", encoding="utf-8")
    assert banding("--textconv", "satu.yml") == (0, "a: [\n", "")
