"""The site as it is published, and its offline edition unpacked."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from macros.frame import links
from macros.offline.zipped import FOLDER
from renstra.reading.load import load_plan
from tests.building import PROJECT, Sites
from tests.example import DATA


@pytest.fixture(scope="session")
def offered(sites: Sites, published_site: Path) -> Path:
    """The published site with what `make terbit` puts beside it; any file will do for the book."""

    def make(folder: Path) -> None:
        site = folder / "site"
        shutil.copytree(published_site, site)
        book = site / links.buku(load_plan(DATA))
        book.parent.mkdir(exist_ok=True)
        book.write_bytes(b"%PDF-1.7\n")
        zipped = [sys.executable, "-m", "macros.offline", str(site), str(site / links.LURING)]
        subprocess.run(zipped, cwd=PROJECT, check=True)

    return sites.once("luring", make) / "site"


@pytest.fixture(scope="session")
def unpacked(offered: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition on a disk, in a folder whose name a browser has to escape."""
    folder = tmp_path_factory.mktemp("Unduhan 100%")
    with zipfile.ZipFile(offered / links.LURING) as archive:
        archive.extractall(folder)
    return folder / FOLDER
