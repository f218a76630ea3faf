"""The words held against those of a commit: silent changes are refused, told ones are told."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from renstra.cli.main import main
from tests.past.repository import commit, edit, git
from tests.renstra.whole import write_whole
from tests.silent import change_silently

KG = "target/kg-001.yml"
SILENT = (
    "tidak tercatat mengapa; kembalikan, atau, bila salinan ini keliru, jalankan renstra "
    "keutuhan --perbaikan --sejak COMMIT; bila rencananya diubah dengan keputusan, tulis "
    "perubahannya dengan renstra perubahan susun"
)
ONE = "1 kata atau sel berubah tanpa tercatat mengapa.\n"


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole made-up plan with its list, committed."""
    monkeypatch.chdir(tmp_path)
    write_whole(Path("data"))
    run("keutuhan")
    git("init", "-q", "-b", "main")
    commit("Awal", "2035-02-03")
    git("tag", "v1")  # as the first decree says


def run(*words: str, given: str | None = None) -> tuple[int, str]:
    """A command, its exit code and what it says; commits are called COMMIT."""
    result = CliRunner().invoke(main, words, prog_name="renstra", input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, re.sub(r"\b[0-9a-f]{12}\b", "COMMIT", result.output)


def since(commit: str = "HEAD") -> tuple[int, str]:
    """What is said of the words since a commit."""
    return run("keutuhan", "--sejak", commit)


def relist() -> None:
    """Rewrite the list with the words, as one does who hides a change."""
    assert run("keutuhan")[0] == 0


def test_what_stands_as_listed_is_the_same() -> None:
    assert since() == (0, "Keutuhan sejak COMMIT: 195 kata dan sel dibandingkan, semuanya sama.\n")


@pytest.mark.parametrize("seed", range(30))
def test_no_silent_change_is_hidden_by_a_list_rewritten_with_it(seed: int) -> None:
    old = Path("data/keutuhan/awal.txt").read_bytes()
    key = change_silently(Path("data"), random.Random(seed))

    assert run("periksa")[0] == 0  # the list says what the words say
    code, output = since()

    assert code == 1
    assert key.rpartition(".")[2] in output
    assert "tidak tercatat mengapa" in output
    Path("data/keutuhan/awal.txt").write_bytes(old)
    assert run("periksa")[0] == 1  # and without that, too


def test_a_silent_change_is_shown_with_both_wordings_and_the_ways_on() -> None:
    edit(KG, ('2032: "87,5 %"', '2032: "78,5 %"'))
    relist()

    assert since() == (
        1,
        "data/target/kg-001.yml:22: indikator ik-001: target: 2032: ditemukan "
        f'"78,5 %", menurut daftar keutuhan pada COMMIT "87,5 %"; {SILENT}\n{ONE}',
    )


def test_a_list_taken_away_hides_nothing() -> None:
    edit(KG, ('2032: "87,5 %"', '2032: "78,5 %"'))
    Path("data/keutuhan/awal.txt").unlink()

    assert since()[1].endswith(ONE)


def test_a_recorded_mend_is_told_and_no_second_change_hides_behind_it() -> None:
    edit(KG, ('2032: "87,5 %"', '2032: "78,5 %"'))
    run("keutuhan", "--perbaikan", "--alasan", "Salah ketik.")

    assert since() == (
        0,
        'Perbaikan salinan yang tercatat (1):\n- ik-001.target.2032: "87,5 %" menjadi "78,5 %"\n'
        "Keutuhan sejak COMMIT: 195 kata dan sel dibandingkan, 1 berubah dan tercatat mengapa.\n",
    )
    edit("naskah/bab-i.yml", ("teks: Target kinerja", "teks: Sasaran kinerja"))
    relist()
    code, output = since()
    assert (code, output.endswith(ONE)) == (1, True)
    assert output.startswith("Perbaikan salinan yang tercatat (1):\n")
    assert "\ndata/naskah/bab-i.yml:11: isi i-002: teks: ditemukan " in output


def test_a_mend_of_our_copy_that_the_extraction_had_right_is_told_and_stays_told() -> None:
    edit("naskah/bab-i.yml", ("teks: Target kinerja", "teks: Sasaran kinerja"))
    read = "Sasaran kinerja disajikan pada tabel berikut."
    run("keutuhan", "--perbaikan", given=f"{read}\nSalah salin.\n")

    assert since()[1].startswith("Perbaikan salinan yang tercatat (1):\n")
    commit("Perbaikan", "2035-02-04")
    git("checkout", "-q", "HEAD~1", "--", "data")
    relist()
    assert since()[1].endswith(ONE), "what was our own mistake does not come back as extracted"


def test_a_mend_that_stood_before_tells_of_no_change_since() -> None:
    edit(KG, ('2032: "87,5 %"', '2032: "78,5 %"'))
    run("keutuhan", "--perbaikan", "--alasan", "Salah ketik.")
    commit("Perbaikan", "2035-02-04")
    edit(KG, ('2032: "78,5 %"', '2032: "79,5 %"'))
    relist()

    assert since()[1].endswith(ONE)


def test_a_mend_of_a_mend_is_told() -> None:
    for cell, other in (("87,5 %", "78,5 %"), ("78,5 %", "88,5 %")):
        edit(KG, (f'2032: "{cell}"', f'2032: "{other}"'))
        run("keutuhan", "--perbaikan", "--alasan", "Salah ketik.")
        assert since()[0] == 0
        commit("Perbaikan", "2035-02-04")

    assert Path("data", KG).read_text(encoding="utf-8").count('bagian: "target.2032"') == 2
    assert since("HEAD~2")[1].endswith(ONE)  # each is held against the one before it


def test_a_mend_taken_back_is_told_where_it_stands_as_extracted() -> None:
    edit(KG, ('2032: "87,5 %"', '2032: "78,5 %"'))
    run("keutuhan", "--perbaikan", "--alasan", "Salah ketik.")
    commit("Perbaikan", "2035-02-04")
    git("checkout", "-q", "HEAD~1", "--", "data")

    assert since() == (
        0,
        'Perbaikan salinan yang tercatat (1):\n- ik-001.target.2032: "78,5 %" menjadi "87,5 %"\n'
        "Keutuhan sejak COMMIT: 195 kata dan sel dibandingkan, 1 berubah dan tercatat mengapa.\n",
    )
    edit(KG, ('2032: "87,5 %"', '2032: "86,5 %"'))
    relist()
    assert since()[1].endswith(ONE)


CHANGE = """\
id: rv-003
nomor: 9/CONTOH/2033
tanggal: 2033-04-05
ubah:
  - di: ik-001.target.2033
    dari: "100%"
    menjadi: "90 %"
cabut:
  - kode: ik-003
    mulai: 2033
    alasan: Digabung.
"""


def test_what_a_decree_changed_since_is_told_with_its_number() -> None:
    Path("data/perubahan/rv-003.yml").write_text(CHANGE, encoding="utf-8")
    relist()

    assert since() == (
        0,
        "Perubahan menurut keputusan 9/CONTOH/2033 (rv-003) (6):\n"
        '- rv-003.nomor: "9/CONTOH/2033" ditambahkan\n'
        '- rv-003.tanggal: "2033-04-05" ditambahkan\n'
        '- rv-003.sejak: "2033-04-05" ditambahkan\n'
        '- rv-003.cabut.ik-003.mulai: "2033" ditambahkan\n'
        '- rv-003.cabut.ik-003.alasan: "Digabung." ditambahkan\n'
        '- ik-001.target.2033: "100%" menjadi "90 %"\n'
        "Keutuhan sejak COMMIT: 195 kata dan sel dibandingkan, semuanya sama.\n",
    )
    commit("Keputusan", "2035-02-08")
    edit("perubahan/rv-003.yml", ('menjadi: "90 %"', 'menjadi: "91 %"'))
    relist()
    assert since()[1].endswith(ONE)  # what a decree said is as intact as what was decided first


def test_a_decree_tells_of_no_silent_change_beside_it() -> None:
    Path("data/perubahan/rv-003.yml").write_text(CHANGE, encoding="utf-8")
    edit(KG, ('2032: "87,5 %"', '2032: "78,5 %"'))
    relist()

    code, output = since()

    assert (code, output.endswith(ONE)) == (1, True)
    assert 'ditemukan "78,5 %", menurut daftar keutuhan pada COMMIT "87,5 %"' in output


def test_a_decree_that_is_gone_is_a_problem() -> None:
    Path("data/perubahan/rv-002.yml").unlink()
    assert run("periksa")[1].startswith(
        "data/keutuhan/rv-002.txt:1: keputusannya, perubahan/rv-002.yml, tidak ada; kembalikan\n"
    )
    Path("data/keutuhan/rv-002.txt").unlink()

    assert since() == (
        1,
        "perubahan/rv-002.yml:1: keputusan rv-002 ada di daftar keutuhan pada COMMIT dan hilang "
        f"dari sini; kembalikan\n{ONE}",
    )


def test_before_the_first_list_there_is_nothing_to_compare() -> None:
    Path("data/keutuhan/awal.txt").unlink()
    commit("Tanpa daftar", "2035-02-04")

    said = "Belum ada daftar keutuhan pada COMMIT: tidak ada yang dibandingkan.\n"
    assert since() == (0, said)


@pytest.mark.parametrize("name", ["v9", "--all", "0" * 40])
def test_a_commit_that_is_not_there_is_a_problem(name: str) -> None:
    said = f"commit {name} tidak dikenal; periksa namanya, atau ambil seluruh riwayat.\n"
    assert run("keutuhan", f"--sejak={name}") == (1, said)


def test_a_spoiled_list_of_the_commit_is_a_problem() -> None:
    Path("data/keutuhan/awal.txt").write_text("bukan daftar\n", encoding="utf-8")
    commit("Rusak", "2035-02-04")

    code, output = since()

    assert code == 1
    assert output.startswith("daftar keutuhan pada COMMIT rusak: data/keutuhan/awal.txt:1: ")
