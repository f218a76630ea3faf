"""A plan is read alike from a folder, from memory, and from one with a folder of another."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from renstra.dialect.problem import DataError
from renstra.past.comparison import compare
from renstra.past.git import git
from renstra.reading.load import data_tree, load, load_plan
from renstra.reading.trees import Files, Folder, Replaced, Tree
from tests.renstra.reports import SUMBER, TAHUN, write

REPORT = {"ik-002": f"nilai: B\n    status_data: final{SUMBER}"}


def remembered(tree: Tree) -> Files:
    """The same files in memory."""
    return Files({name: tree.read(name) for name in tree.names()}, tree.shown(""))


def problems(tree: Tree) -> list[str]:
    """What stands in the way of the plan."""
    with pytest.raises(DataError) as refused:
        load(tree)
    return [str(problem) for problem in refused.value.problems]


def test_memory_says_what_the_folder_says(project: Path) -> None:
    write(project / "data", REPORT)
    folder = data_tree(Path("data"))

    assert load(folder) == load(remembered(folder))
    entry = load(remembered(folder)).realisasi[TAHUN].indikator[1]
    assert entry.path == "data/realisasi/2031.yml"

    write(project / "data", {"ik-002": "nilai: salah"})
    (project / "data/lain.yml").write_text("a: 1\n", encoding="utf-8")
    (project / "data/satuan.yml").unlink()
    assert problems(folder) == problems(remembered(folder))
    assert problems(folder)[0].startswith("data/lain.yml:1: ")
    assert "data/satuan.yml:1: berkas tidak ada; buat berkas ini atau perbaiki namanya" in problems(
        folder
    )


def test_a_folder_of_another_tree_stands_in(project: Path) -> None:
    write(project / "data", {"ik-002": "nilai: salah"})
    folder = Folder(Path("data"), "data")
    good = Files({"2031.yml": b"tahun: 2031\n"}, "lain")
    bad = Files({"2032.yml": b"tahun: 2031\n"}, "lain")

    assert not load(Replaced(folder, "realisasi", good)).realisasi[TAHUN].any_reported
    assert problems(Replaced(folder, "realisasi", bad)) == [
        "lain/2032.yml:1: tahun: ditemukan 2031, padahal nama berkasnya 2032; samakan keduanya"
    ]
    names = Replaced(folder, "realisasi", good).names()
    assert names == sorted(names)
    assert "realisasi/2031.yml" in names


def test_a_tree_without_files_is_no_data() -> None:
    assert problems(Files({}, "kosong")) == [
        "kosong:1: bukan folder data, rencana.yml tidak ada di sini; jalankan dari folder proyek, "
        "atau sebut yang benar dengan --data"
    ]


def test_revisions_are_loaded_without_a_copy(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, *who, "commit", "-q", "-m", "Data")
    write(project / "data", REPORT)
    monkeypatch.setattr(tempfile, "tempdir", "/tidak/ada")

    effects = compare(Path("data"), "HEAD").pengaruh

    assert effects.halangan == ()
    assert [(item.nama, item.tahun) for item in effects.daftar] == [
        ("Tercapai", TAHUN),
        ("Belum dimuat di situs ini", TAHUN),
    ]


def test_a_folder_is_read_as_it_is_named(project: Path) -> None:
    assert load_plan(project / "data", "data") == load_plan(Path("data"))
