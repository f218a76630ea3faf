"""The gate's driver: what it refuses, what it exchanges, and what it tells staff in the end.

What judges is a stand-in here: a test that fails where the site holds a file of that name.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.publishing.lock import locked
from macros.publishing.record import digest
from renstra.past.git import SHALLOW
from tests.building import PROJECT
from tests.gate.refusals import refusals
from tests.publishing.conftest import Office

GATE = "tests.gate"
ADDRESS = "https://kantor.example/renstra/"
JUDGE = """
def test_situs(situs):
    assert (situs / "index.html").is_file()
    assert not (situs / "tercela").exists(), "situs ini tercela"
"""
CLOSED = "Belum lulus: situs yang ada tidak berubah."


@pytest.fixture
def gated(office: Office) -> Office:
    """An office whose gate has a judge of its own."""
    tests = office.folder / "tests"
    tests.mkdir()
    for name in ("__init__.py", "gate", "building.py", "conftest.py"):
        (tests / name).symlink_to(PROJECT / "tests" / name)
    for kind in ("data", "site"):
        (tests / kind).mkdir()
        (tests / kind / "__init__.py").touch()
        (tests / kind / f"test_{kind}.py").write_text(JUDGE, encoding="utf-8")
    shutil.copy(PROJECT / "pyproject.toml", office.folder)
    return office


def reported(office: Office) -> None:
    """Take the made-up reports away and record the rest."""
    shutil.rmtree(office.folder / "data/realisasi")
    office.git("init", "-q")
    office.git("add", "data")
    office.git("commit", "-qm", "Data")


def test_what_passes_takes_the_place_of_the_site(gated: Office) -> None:
    code, said = gated.run(GATE, "--tanpa-buku")

    assert code == 0, said
    assert f"{len(gated.pages)} halaman dibuat; menilainya …\n" in said
    assert said.splitlines()[-1] == (
        f"Lulus: {len(gated.pages)} halaman dari data ada di site/. Realisasi 2031 dibuat-buat "
        "(contoh: true): boleh dinilai, tidak boleh diterbitkan."
    )
    assert (gated.site / "indikator/ik-001/index.html").is_file()
    assert not (gated.build / "terbit.json").exists()
    assert gated.private == []


def test_what_does_not_pass_leaves_the_site(gated: Office) -> None:
    (gated.folder / "mkdocs.yml").write_text(
        "INHERIT: setelan.yml\ndocs_dir: halaman\n", encoding="utf-8"
    )
    shutil.copy(PROJECT / "mkdocs.yml", gated.folder / "setelan.yml")
    shutil.copytree(PROJECT / "docs", gated.folder / "halaman")
    (gated.folder / "halaman/tercela").touch()

    code, said = gated.run(GATE, "--tanpa-buku")

    assert code == 1
    assert "situs ini tercela" in said
    assert said.splitlines()[-2:] == ["Situs tidak lulus; perbaiki yang disebut di atas.", CLOSED]
    assert gated.stands()


def test_broken_data_is_named_once(gated: Office) -> None:
    unit = gated.folder / "data/satuan.yml"
    unit.write_text(unit.read_text(encoding="utf-8").replace("nama:", "nma:", 1), encoding="utf-8")

    code, said = gated.run(GATE, "--tanpa-buku")

    assert code == 1
    found = [line for line in said.splitlines() if line.startswith("data/satuan.yml:")]
    assert found
    assert len(found) == len(set(found))
    assert said.splitlines()[-2:] == [
        "Data belum dapat diterbitkan; perbaiki yang disebut di atas.",
        CLOSED,
    ]
    assert "Membuat situs" not in said
    assert gated.stands()


def test_while_another_builds_it_says_so(gated: Office) -> None:
    gated.build.mkdir()
    record = gated.build / "terbit.json"
    record.write_text("{}", encoding="utf-8")
    with locked(gated.build):
        code, said = gated.run(GATE)

    assert code == 1
    assert said.startswith(f"Situs sedang dibuat (proses {os.getpid()}, sejak ")
    assert said.endswith(f"{CLOSED}\n")
    assert record.exists()


def test_publishing_refuses_with_every_reason_at_once(gated: Office) -> None:
    gated.build.mkdir()
    (gated.build / "terbit.json").write_text("{}", encoding="utf-8")

    code, said = gated.run(GATE, "--terbit", GIT_CEILING_DIRECTORIES=str(gated.folder.parent))

    lines = said.splitlines()
    assert code == 1
    assert lines[0] == "Tidak diterbitkan:"
    assert lines[1].startswith("- Realisasi 2031 bertanda contoh: true. Angka yang dibuat-")
    assert lines[2] == (
        "- Alamat situs belum diketahui. Isi site_url di mkdocs.yml, atau sebut: "
        "make terbit ALAMAT=https://…/"
    )
    assert lines[3].startswith("- Riwayat data tidak dapat dibaca: fatal: not a git repository")
    assert lines[4:] == [CLOSED]
    assert gated.stands()
    assert not (gated.build / "terbit.json").exists()  # nothing is ready to be sent


def test_what_is_ready_to_be_published_is_recorded(gated: Office) -> None:
    reported(gated)

    code, said = gated.run(GATE, "--terbit", "--tanpa-buku", "--alamat", ADDRESS.rstrip("/"))

    assert code == 0, said
    assert said.splitlines()[-1] == (
        f"Lulus: {len(gated.pages)} halaman dari data ada di site/. Siap diterbitkan di {ADDRESS}."
    )
    assert json.loads((gated.build / "terbit.json").read_text(encoding="utf-8")) == {
        "alamat": ADDRESS,
        "commit": gated.git("rev-parse", "HEAD"),
        "kapan": "2034-01-02",
        "sidik": digest(gated.site),
    }
    assert f'<link rel="canonical" href="{ADDRESS}tahun/2031/">' in (
        gated.site / "tahun/2031/index.html"
    ).read_text(encoding="utf-8")


class TestRefusals:
    """What may pass the gate and still not be published."""

    @pytest.fixture
    def past(self, office: Office) -> Office:
        """An office with a history and no made-up reports."""
        reported(office)
        return office

    def reasons(self, office: Office, alamat: str = ADDRESS, *, without: bool = False) -> list[str]:
        """Why it may not publish."""
        data = office.folder / "data"
        return list(refusals(office.folder, data, alamat, without_past=without))

    def test_nothing_stands_in_the_way(self, past: Office) -> None:
        assert self.reasons(past) == []

    @pytest.mark.parametrize(
        "alamat", ["", "kantor.example/", "ftp://kantor.example/", "https://kantor.example"]
    )
    def test_an_address_that_is_none(self, past: Office, alamat: str) -> None:
        (why,) = self.reasons(past, alamat)

        assert why.startswith("Alamat situs ")

    def test_made_up_figures(self, past: Office) -> None:
        report = past.folder / "data/realisasi/2032.yml"
        report.parent.mkdir()
        report.write_text("tahun: 2032\ncontoh: true\n", encoding="utf-8")

        (why,) = self.reasons(past)

        assert why.startswith("Realisasi 2032 bertanda contoh: true.")

    def lost(self, office: Office) -> str:
        """What is said of its history, which publishing on request does not need."""
        (why,) = self.reasons(office)
        assert self.reasons(office, without=True) == []
        head, tail = why.split("Riwayat data tidak dapat dibaca: ")
        assert head == ""
        reason, _, cure = tail.partition(". Tanpa riwayat, ")
        assert cure == (
            "halaman perubahan kosong. Ambil repositori beserta riwayatnya, atau terbitkan juga "
            "dengan TANPA_RIWAYAT=1."
        )
        return reason

    def test_no_repository(self, past: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(past.folder.parent))
        shutil.rmtree(past.folder / ".git")

        assert self.lost(past).startswith("fatal: not a git repository")

    def test_no_git(self, past: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", str(past.folder))

        assert self.lost(past) == "git tidak dapat dijalankan: No such file or directory"

    def test_a_shallow_clone(self, past: Office, tmp_path: Path) -> None:
        past.git("commit", "--allow-empty", "-qm", "Lagi")
        clone = tmp_path / "dangkal"
        source = past.folder.as_uri()
        subprocess.run(["git", "clone", "-q", "--depth", "1", source, clone], check=True)

        assert self.lost(Office(clone)) == SHALLOW

    def test_nothing_recorded(self, past: Office) -> None:
        shutil.rmtree(past.folder / ".git")
        past.git("init", "-q")

        assert "does not have any commits yet" in self.lost(past)

    def test_data_that_was_never_recorded(self, past: Office) -> None:
        shutil.rmtree(past.folder / ".git")
        past.git("init", "-q")
        past.git("add", "mkdocs.yml")
        past.git("commit", "-qm", "Pengaturan")

        assert self.lost(past) == "belum ada data yang dicatat (commit)"

    def test_a_part_of_another_repository(self, past: Office) -> None:
        (past.folder / ".git").rename(past.folder.parent / ".git")
        past.git("add", "-A")
        past.git("commit", "-qm", "Semua")

        assert self.lost(past) == f"folder ini bukan puncak repositorinya ({past.folder.parent})"

    def test_a_corrupt_repository(self, past: Office) -> None:
        """An object of the past is gone."""
        tree = past.git("rev-parse", "HEAD:data/naskah")
        (past.folder / ".git/objects" / tree[:2] / tree[2:]).unlink()

        assert tree in self.lost(past)

    def test_a_repository_of_someone_else(
        self, past: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As where a container runs as another user."""
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

        assert self.lost(past).startswith("fatal: detected dubious ownership in repository")
