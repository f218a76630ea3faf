"""The site as it is published, and its offline edition unpacked."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from macros import links
from macros.offline.edition import FOLDER
from renstra.load import load_plan
from tests.building import PROJECT, build


@pytest.fixture(scope="session")
def offered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with what `make terbit` puts beside it; any file will do for the book."""
    site = tmp_path_factory.mktemp("terbit") / "site"
    done = build(PROJECT, site, "--config-file", "mkdocs-terbit.yml")
    assert done.returncode == 0, done.stdout + done.stderr
    book = site / links.buku(load_plan(PROJECT / "data"))
    book.parent.mkdir(exist_ok=True)
    book.write_bytes(b"%PDF-1.7\n")
    subprocess.run(
        [sys.executable, "-m", "macros.offline", site, site / links.LURING], cwd=PROJECT, check=True
    )
    return site


@pytest.fixture(scope="session")
def unpacked(offered: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition on a disk, in a folder whose name a browser has to escape."""
    folder = tmp_path_factory.mktemp("Unduhan 100%")
    with zipfile.ZipFile(offered / links.LURING) as archive:
        archive.extractall(folder)
    return folder / FOLDER
