"""The history of the data, read from real little repositories."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from renstra.past.comparison import compare
from renstra.past.sentences import sentence
from renstra.past.timeline import Moment, history
from tests.past.repository import commit, edit, git, lose
from tests.renstra.whole import write_whole


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The whole made-up plan in a repository of its own."""
    monkeypatch.chdir(tmp_path)
    write_whole(Path("data"))
    git("init", "-q", "-b", "main")
    commit("Awal", "2031-02-03")
    return tmp_path


def entries(limit: int | None = None) -> list[Moment]:
    """The history here, newest first."""
    found = history(Path("data"))
    assert found is not None
    return found[:limit]


def told(limit: int | None = None) -> list[str]:
    """Each commit and what it changed, newest first; of the first only how much."""
    lines: list[str] = []
    for entry in entries(limit):
        lines.append(f"{entry.day} {entry.subject}")
        if entry.subject == "Awal":
            lines.append(f"  {len(entry.changes)} ditambahkan")
            continue
        lines += [f"  {path}: {reason}" for path, reason in entry.unread]
        lines += [f"  {path}: sebagian" for path in entry.partial]
        lines += [f"  {sentence(change)}" for change in entry.changes]
    return lines


TARGET = "target/kg-001.yml"


def test_newest_first_and_only_what_touched_the_data() -> None:
    edit(TARGET, ('2032: "87,5 %"', '2032: "90 %"'))
    commit("Target 2032", "2031-03-01")
    Path("README.md").write_text("Lain.\n", encoding="utf-8")
    commit("Lain", "2031-03-02")
    edit(TARGET, ("", "# Catatan.\n"))
    commit("Ditata", "2031-03-03")

    assert told() == [
        "2031-03-03 Ditata",
        "2031-03-01 Target 2032",
        "  Target ik-001 tahun 2032: 87,5 % → 90 %",
        "2031-02-03 Awal",
        "  119 ditambahkan",
    ]
    assert told(1) == ["2031-03-03 Ditata"]
    entry = entries()[1]
    assert entry.commit == git("rev-parse", "HEAD~2").strip()
    assert entry.time == datetime.fromisoformat("2031-03-01T09:00:00+07:00")


def test_what_stands_beside_the_plan_is_no_part_of_its_history() -> None:
    for name in ("keutuhan/awal.txt", "terbit/id.txt", "uji-cari/pertanyaan.yml"):
        file = Path("data") / name
        file.parent.mkdir()
        file.write_text("- id: ik-999\n", encoding="utf-8")
    commit("Daftar", "2031-03-01")

    assert told() == ["2031-02-03 Awal", "  119 ditambahkan"]
    assert compare(Path("data"), "HEAD~1").sama
    assert compare(Path("data"), "HEAD~1", "HEAD").sama


def test_a_message_without_the_people_it_names() -> None:
    edit(TARGET, ('2032: "87,5 %"', '2032: "90 %"'))
    commit("Target\n\nMenurut rapat: \x01 lihat\nrisalah.\n\nSigned-off-by: A <a@contoh.invalid>")

    (entry,) = entries(1)

    assert (entry.subject, entry.body) == ("Target", "Menurut rapat: \x01 lihat\nrisalah.")


def test_a_merged_branch_is_one_change_of_the_main_line() -> None:
    git("switch", "-q", "-c", "usul")
    edit(TARGET, ('2032: "87,5 %"', '2032: "90 %"'))
    commit("Satu", "2031-03-01")
    edit(TARGET, ('2032: "90 %"', '2032: "95 %"'))
    commit("Dua", "2031-03-02")
    git("switch", "-q", "main")
    git("merge", "-q", "--no-ff", "-m", "Gabung", "usul", day="2031-03-03")

    assert told()[:2] == ["2031-03-03 Gabung", "  Target ik-001 tahun 2032: 87,5 % → 95 %"]


def test_what_a_broken_commit_hid_counts_when_it_is_mended() -> None:
    text = Path("data", TARGET).read_text(encoding="utf-8")
    edit(TARGET, ("", "x: [\n"))
    edit("realisasi/2031.yml", ("nilai: BB", "nilai: B"))
    commit("Rusak", "2031-03-01")
    Path("data", TARGET).write_text(text.replace("87,5 %", "90 %"), encoding="utf-8")
    commit("Diperbaiki", "2031-03-02")

    assert told()[:5] == [
        "2031-03-02 Diperbaiki",
        "  Target ik-001 tahun 2032: 87,5 % → 90 %",
        "2031-03-01 Rusak",
        '  target/kg-001.yml: baris 50: susunan YAML rusak di dekat "x: ["; periksa lekukan, titik '
        "dua dan tanda kutip di baris ini dan di atasnya",
        "  Realisasi ik-002 tahun 2031, nilai: BB → B",
    ]


def test_a_value_that_a_commit_made_unreadable_counts_when_it_is_mended() -> None:
    edit("anggaran/kegiatan.yml", ("2032: 250", "2032: 25.000"))
    commit("Bermakna ganda", "2031-03-01")
    edit("anggaran/kegiatan.yml", ("2031: 200", "2031: 201"))
    commit("Lain", "2031-03-02")
    edit("anggaran/kegiatan.yml", ("2032: 25.000", "2032: 25000"))
    commit("Diperbaiki", "2031-03-03")

    assert told()[:7] == [
        "2031-03-03 Diperbaiki",
        "  Pagu an-002 tahun 2032: 250 → 25.000 ribu rupiah",
        "2031-03-02 Lain",
        "  anggaran/kegiatan.yml: sebagian",
        "  Pagu an-002 tahun 2031: 200 → 201 ribu rupiah",
        "2031-03-01 Bermakna ganda",
        "  anggaran/kegiatan.yml: sebagian",
    ]


def test_a_copied_id_is_no_other_thing() -> None:
    copy = "  - id: i-004\n    jenis: paragraf\n    teks: Salinan.\n"
    edit("naskah/bab-ii.yml", ("", copy))
    commit("Salah salin", "2031-03-01")
    edit("naskah/bab-ii.yml", (copy, ""))
    commit("Diperbaiki", "2031-03-02")

    assert told()[:2] == ["2031-03-02 Diperbaiki", "2031-03-01 Salah salin"]


def test_without_history_there_is_none(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(TARGET, ('2032: "87,5 %"', '2032: "90 %"'))
    commit("Target")
    git("clone", "-q", "--depth", "1", f"file://{repository}", "dangkal")

    assert history(Path("dangkal/data")) is None
    assert history(Path("tidak-ada")) is None
    lose("HEAD~1:data/target/kg-001.yml")
    assert history(Path("data")) is None
    monkeypatch.setenv("PATH", "")
    assert history(Path("data")) is None
