"""The repository moves, or loses its past: that is said, and every page and feed stays."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.building import copy_files
from tests.kehidupan.office import STAFF, Office, open_office
from tests.reading import pages

FEEDS = ("capaian/perubahan.xml", "perubahan/rencana.xml")
ADDRESS = "https://kantor.example/renstra/"
FORGE = "https://lain.example/kantor/renstra/edit/main/docs/{path}"


def addresses(site: Path) -> set[str]:
    """All that a letter or a reader may hold: pages and feeds."""
    return {*pages(site), *(feed for feed in FEEDS if (site / feed).is_file())}


@pytest.fixture(scope="module")
def stood(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The addresses before anything happens, of an office that every copy is like."""
    office = open_office(tmp_path_factory.mktemp("semula") / "kantor")
    office.passes("--tanpa-buku")
    found = addresses(office.site)
    assert found.issuperset(FEEDS)
    return found


def test_a_repository_that_moves_keeps_every_address(office: Office, stood: set[str]) -> None:
    settings = office.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    moved = re.sub(
        "^edit_uri_template:.*$", f"edit_uri_template: {FORGE}", text, flags=re.MULTILINE
    )
    assert moved != text
    settings.write_text(moved, encoding="utf-8")
    office.git("remote", "remove", "origin")
    office.commit("Pindah ke repositori lain", 2000)

    office.passes("--terbit", "--alamat", ADDRESS)

    assert addresses(office.site) >= stood


@pytest.mark.parametrize("how", ["arsip", "dangkal", "rusak"])
def test_without_its_past_nothing_is_published_but_on_request(
    office: Office, stood: set[str], how: str, tmp_path: Path
) -> None:
    office = lose_past(office, how, tmp_path)

    said = office.refused("--terbit", "--alamat", ADDRESS)
    assert "riwayat" in said.lower()
    assert not (office.folder / "build/terbit.json").exists()

    office.passes("--terbit", "--alamat", ADDRESS, TANPA_RIWAYAT="1")
    assert addresses(office.site) >= stood


def lose_past(office: Office, how: str, tmp_path: Path) -> Office:
    """The office with its past lost in one of the ways there are."""
    if how == "dangkal":
        shallow = Office(tmp_path / "dangkal")
        source = office.folder.as_uri()
        office.git("clone", "--quiet", "--depth", "1", source, str(shallow.folder))
        return shallow
    if how == "rusak":
        for ref in ("HEAD", "packed-refs"):
            (office.folder / ".git" / ref).unlink(missing_ok=True)
        return office
    shutil.rmtree(office.folder / ".git")
    return office


def test_a_past_begun_anew_is_a_past(stood: set[str], tmp_path: Path) -> None:
    anew = Office(tmp_path / "baru")
    anew.folder.mkdir()
    copy_files(anew.folder)
    anew.git("init", "--quiet", "--initial-branch=main")
    anew.git("add", "--all")
    anew.git("commit", "-qm", "Mulai riwayat baru", **STAFF)

    anew.passes("--terbit", "--alamat", ADDRESS)

    assert addresses(anew.site) >= stood
