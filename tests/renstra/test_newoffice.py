"""Another office's project from a copy: what comes along, what does not, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from renstra.cli.main import main
from renstra.past.git import git

SETTINGS = """\
site_name: "Renstra Kota Satu"
site_url: https://satu.example/renstra/
edit_uri_template: "https://forge.example/satu/edit/main/docs/{path}"
extra:
  data: data
  ppid: https://satu.example/ppid
  pindah:
    lama/: baru/
    tua/: muda/
  generator: false
"""
EMPTY = """\
site_name: ""
site_url: ""
edit_uri_template: ""
extra:
  data: data
  ppid: ""
  pindah: {}
  generator: false
"""
README = """\
# Renstra Terbuka

<!-- kantor -->
The plan of Kota Satu.
<!-- /kantor -->

How to begin.
"""
FILES = {
    "README.md": README,
    "mkdocs.yml": SETTINGS,
    "renstra/a.py": "code\n",
    "data/rencana.yml": "kantor: Kota Satu\n",
    "data/terbit/id.txt": "ik-001\n",
    "contoh/kantor/rencana.yml": "kantor: Kantor Rekaan\n",
    "contoh/kantor/target/program.yml": "program: []\n",
    "contoh/kantor/realisasi/2031.yml": "contoh: true\n",
    "contoh/kantor/keutuhan/awal.txt": "x\n",
}


@pytest.fixture
def first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The first office's project, a file of it not known to git."""
    folder = tmp_path / "satu"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    (folder / "catatan-pribadi.txt").write_text("Kota Satu\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["kantor-baru", *arguments], catch_exceptions=False)
    return done.exit_code, done.output


def test_nothing_of_the_first_office_comes_along(first: Path, tmp_path: Path) -> None:
    code, said = run("../dua")

    assert (code, said) == (
        0,
        "../dua: ditulis, dengan data kantor rekaan dan tanpa riwayat.\n"
        "Langkah berikutnya: ganti isi ../dua/data menurut panduan kantor lain, lalu jalankan make "
        "gate di sana.\n",
    )
    second = tmp_path / "dua"
    found = {
        file.relative_to(second).as_posix(): file.read_text(encoding="utf-8")
        for file in second.rglob("*")
        if file.is_file() and ".git" not in file.relative_to(second).parts
    }
    assert sorted(found) == [
        "README.md",
        "contoh/kantor/keutuhan/awal.txt",
        "contoh/kantor/realisasi/2031.yml",
        "contoh/kantor/rencana.yml",
        "contoh/kantor/target/program.yml",
        "data/rencana.yml",
        "data/target/program.yml",
        "mkdocs.yml",
        "renstra/a.py",
    ]
    assert [name for name, text in found.items() if "Satu" in text or "satu." in text] == []
    assert found["data/rencana.yml"] == "kantor: Kantor Rekaan\n"
    assert found["mkdocs.yml"] == EMPTY
    assert found["README.md"].endswith("checked.\n<!-- /kantor -->\n\nHow to begin.\n")
    assert git(second, "rev-list", "--all") == b""
    assert len((git(second, "ls-files") or b"").splitlines()) == len(found)


def test_a_folder_that_is_there_is_left_alone(first: Path, tmp_path: Path) -> None:
    (tmp_path / "dua").mkdir()

    assert run("../dua") == (1, "../dua: sudah ada; sebut folder yang belum ada\n")
    assert list((tmp_path / "dua").iterdir()) == []


def test_only_a_repository_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    code, said = run("../dua")

    assert code == 1
    assert said == (
        f"{tmp_path}: bukan repositori git proyek ini; jalankan dari salinan yang diambil git\n"
    )


def test_what_cannot_be_written_leaves_nothing(first: Path, tmp_path: Path) -> None:
    (first / "contoh/kantor/target/program.yml").unlink()
    (first / "contoh/kantor/target").rmdir()
    (first / "mkdocs.yml").unlink()

    assert run("../dua") == (
        1,
        "../dua/mkdocs.yml: tidak dapat dibaca atau ditulis; periksa folder, izin dan sisa "
        "ruangnya\n",
    )
    assert not (tmp_path / "dua").exists()
