"""`renstra perubahan`: an ordinary edit becomes a decree, and the plan's files are put back."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from renstra.cli.main import main
from renstra.reading.load import load_plan
from tests.past.repository import commit, edit, git

KG, PROGRAM = "target/kg-002.yml", "target/program.yml"
REVISI = "revisi:\n  - id: rv-001\n    nomor: 1/CONTOH/2031\n    tanggal: 2031-02-03\n"
ADDED = """\
      - id: ik-006
        nama: Jumlah pendampingan
        jenis: angka
        satuan: perkara
        arah: naik
        tingkat: satker
        rentang:
          min: 0
          maks: tanpa_batas
        target:
          2031: ""
          2032: ""
          2033: "4 perkara"
"""
KEGIATAN = """\
id: kg-003
nomor: "2"
nama: Penyuluhan
sasaran:
  - id: sa-004
    nama: Warga yang paham
    indikator:
      - id: ik-007
        nama: Opini warga
        jenis: opini
        arah: naik
        tingkat: satker
        target:
          2031: ""
          2032: ""
          2033: "WTP"
"""


@pytest.fixture(autouse=True)
def repository(project: Path) -> None:
    """The tiny plan with its first decree and its list, committed."""
    Path("data/revisi.yml").write_text(REVISI, encoding="utf-8")
    assert run("keutuhan")[0] == 0
    git("init", "-q", "-b", "main")
    commit("Awal", "2031-02-03")


def run(*words: str, given: str | None = None) -> tuple[int, str]:
    """A command, its exit code and what it says."""
    result = CliRunner().invoke(main, words, prog_name="renstra", input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.output


def compose(*words: str, given: str | None = None) -> tuple[int, str]:
    """The command with what every decree has."""
    head = ("--nomor", "2/CONTOH/2033", "--tanggal", "4 Maret 2033")
    return run("perubahan", "susun", "rv-002", *head, *words, given=given)


def status() -> list[str]:
    """What git has to say of the working tree, besides what the command is to write."""
    return git("status", "--short", "--untracked-files=all").splitlines()


def edit_all() -> None:
    """Edit targets, a name, a thing gone, two things more, money and a word, as a person does."""
    edit("target/kg-001.yml", ('2033: "100%"', '2033: "95%"'))
    edit("target/kg-001.yml", ("Opini atas laporan", "Opini pemeriksa atas laporan"))
    text = Path("data", KG).read_text(encoding="utf-8")
    gone = text[text.index("      - id: ik-005") :]
    Path("data", KG).write_text(text.replace(gone, ADDED), encoding="utf-8")
    edit(PROGRAM, ("      - kg-002\n", "      - kg-002\n      - kg-003\n"))
    Path("data/target/kg-003.yml").write_text(KEGIATAN, encoding="utf-8")
    edit("anggaran/kegiatan.yml", ("2033: 30\n", "2033: 25\n"))
    edit(
        "anggaran/program.yml", ("      2033: 30\n    jumlah: 40", "      2033: 25\n    jumlah: 35")
    )
    edit("naskah/bab-i.yml", ("disajikan pada tabel", "disajikan dalam tabel"))


def test_an_edit_becomes_a_decree_and_the_files_are_put_back() -> None:
    edit_all()

    code, said = compose("--alasan", "Badan itu bubar.", "--keterangan", "Menata layanan.")

    assert code == 0, said
    assert status() == ["?? data/keutuhan/rv-002.txt", "?? data/perubahan/rv-002.yml"]
    assert Path("data/perubahan/rv-002.yml").read_text(encoding="utf-8") == (
        Path(__file__).with_name("rv-002.yml").read_text(encoding="utf-8")
    )
    assert said == Path(__file__).with_name("susun.txt").read_text(encoding="utf-8")
    assert run("periksa")[1].splitlines()[-1].startswith("0 masalah, ")
    assert run("keutuhan", "--sejak", "HEAD")[0] == 0


def test_it_asks_for_what_it_was_not_told() -> None:
    text = Path("data", KG).read_text(encoding="utf-8")
    Path("data", KG).write_text(text[: text.index("      - id: ik-005")], encoding="utf-8")

    code, said = run(
        "perubahan",
        "susun",
        "rv-002",
        given="2/CONTOH/2033\nkemarin\n4 Maret 2033\nBadan itu bubar.\n",
    )

    assert code == 0, said
    assert said.startswith("Nomor keputusan: 2/CONTOH/2033\nTanggal penetapan: kemarin\n")
    assert "bukan tanggal; tulis seperti 15 Maret 2023" in said
    assert (
        "Mengapa ik-005 (Jumlah badan yang dibentuk) dicabut, menurut keputusan itu: "
        "Badan itu bubar.\n"
    ) in said
    plan = load_plan(Path("data"))
    assert [plan.in_force("ik-005", year) for year in plan.tahun] == [True, True, False]


def test_a_second_decree_starts_from_what_the_first_left() -> None:
    edit("target/kg-001.yml", ('2033: "100%"', '2033: "95%"'))
    assert compose()[0] == 0
    commit("Keputusan", "2033-03-05")
    edit("target/kg-001.yml", ('2033: "100%"', '2033: "90%"'))

    head = ("--nomor", "3/CONTOH/2033", "--tanggal", "2033-06-01", "--berlaku", "2033-07-01")
    code, said = run("perubahan", "susun", "rv-003", *head)

    assert (code, "- Target ik-001 tahun 2033: 95% → 90%" in said) == (0, True)
    assert 'dari: "95%"\n    menjadi: "90%"\n' in (
        Path("data/perubahan/rv-003.yml").read_text(encoding="utf-8")
    )
    assert compose() == (1, "data/perubahan/rv-002.yml sudah ada; beri kode berikutnya.\n")
    assert run("perubahan", "periksa")[1].startswith(
        "Keputusan 3/CONTOH/2033, 2033-06-01, berlaku sejak 2033-07-01\nYang berubah (1):\n"
    )
    assert run("perubahan", "periksa", "rv-002")[1].startswith("Keputusan 2/CONTOH/2033, ")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        pytest.param(
            "target/kg-001.yml",
            "id: ik-003",
            "id: ik-009",
            "data/perubahan/rv-002.yml:14: tambah: butir ke-1: isi: target: 2031: ditemukan sel "
            "2031, padahal baru ada mulai 2033; hapus sel itu\n"
            "data/perubahan/rv-002.yml:15: tambah: butir ke-1: isi: target: 2032: ditemukan sel "
            "2032, padahal baru ada mulai 2033; hapus sel itu",
            id="another id is another thing, which has no past",
        ),
        pytest.param(
            "target/kg-001.yml",
            "            dibaca: B | B | BB",
            "            dibaca: B | BB | BB",
            "data/target/kg-001.yml:1: ik-002.perbaikan: perbaikan salinan dicatat tersendiri, "
            "dengan renstra keutuhan --perbaikan",
            id="a mend",
        ),
        pytest.param(
            "target/kg-001.yml",
            "  - id: sa-001",
            "  - id: sa-002",
            "data/target/kg-001.yml:1: kg-001.sasaran: urutannya lain; keputusan menambah dan "
            "mencabut, tidak memindahkan",
            id="another order",
        ),
        pytest.param(
            "anggaran/program.yml",
            "  - program: pg-2\n",
            "  - program: pg-3\n",
            "data/anggaran/program.yml:1: tabel-i-2#pg-2: baris ini hilang; kembalikan, atau tulis "
            "perubahannya dengan tangan\n"
            "data/anggaran/program.yml:1: tabel-i-2.baris: pg-3 ditambahkan tanpa kode atau tanpa "
            "berkasnya",
            id="a row without an id",
        ),
    ],
)
def test_what_no_decree_can_say_is_refused(name: str, old: str, new: str, said: str) -> None:
    edit(name, (old, new))
    if "sa-002" in new:
        at = Path("data", name)
        text = at.read_text(encoding="utf-8")
        second = text.rindex("  - id: sa-002")
        at.write_text(text[:second] + text[second:].replace("sa-002", "sa-001"), encoding="utf-8")
    before = git("diff")

    code, output = compose("--alasan", "Contoh.")

    assert (code, output) == (1, f"{said}\nTidak ada yang ditulis.\n")
    assert git("diff") == before
    assert not Path("data/perubahan").exists()


def test_what_does_not_hold_is_refused_and_nothing_is_written() -> None:
    edit("target/kg-001.yml", ('2033: "100%"', '2033: "101%"'))
    lines = Path("data/target/kg-001.yml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "101%" in text)

    assert compose() == (
        1,
        f"data/target/kg-001.yml:{line}: indikator ik-001: target: 2033: ditemukan "
        '"101%", di luar rentang 0 sampai 100; perbaiki\nTidak ada yang ditulis.\n',
    )
    assert status() == [" M data/target/kg-001.yml"]


def test_a_file_that_no_list_names_is_never_taken_away() -> None:
    edit("target/kg-001.yml", ('2033: "100%"', '2033: "95%"'))
    copy = Path("data/target/kg-001 salinan.yml")
    copy.write_bytes(Path("data/target/kg-001.yml").read_bytes())

    assert compose() == (
        1,
        "data/target/kg-001 salinan.yml:1: berkas baru ini tidak disebut di daftarnya; sebut "
        "kodenya di sana, atau pindahkan\nTidak ada yang ditulis.\n",
    )
    assert copy.is_file()


def test_what_says_the_same_stays_as_it_was_edited() -> None:
    edit("target/kg-001.yml", ('2033: "100%"', '2033: "95%"'))
    edit("satuan.yml", ("", "# Catatan pegawai.\n"))
    edit("target/kg-002.yml", ("", "# Catatan pegawai.\n"))

    assert compose()[0] == 0
    assert status() == [
        " M data/satuan.yml",
        " M data/target/kg-002.yml",
        "?? data/keutuhan/rv-002.txt",
        "?? data/perubahan/rv-002.yml",
    ]


def test_without_an_edit_or_a_commit_it_says_so() -> None:
    assert compose() == (
        1,
        "tidak ada yang disunting sejak HEAD; sunting dahulu berkas rencananya, simpan, lalu "
        "ulangi.\n",
    )
    assert compose("--sejak", "v9") == (
        1,
        "commit v9 tidak dikenal; periksa namanya, atau ambil seluruh riwayat.\n",
    )
    assert run("perubahan", "periksa") == (
        1,
        "Belum ada keputusan yang mengubah rencana ini.\n",
    )


def test_an_unknown_decree_is_a_sentence() -> None:
    edit("target/kg-001.yml", ('2033: "100%"', '2033: "95%"'))
    assert compose()[0] == 0

    assert run("perubahan", "periksa", "rv-009") == (
        1,
        "Keputusan rv-009 tidak ada; yang ada rv-002.\n",
    )
    Path("data/satuan.yml").unlink()
    assert run("perubahan", "periksa")[1].endswith("masalah ditemukan.\n")
