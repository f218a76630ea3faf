"""A made-up office that has begun to report."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from renstra.reading.load import load_plan
from renstra.sheet.blank import blank_report
from tests.sheet.books import REPORT, YEAR

CURE = "pasang LibreOffice dari Debian: apt-get install libreoffice-calc-nogui."
MISSING = f"Uji LibreOffice di tests/sheet dilewati karena tidak ada LibreOffice; {CURE}"

PATIENCE = 120
"""How long LibreOffice may take on a busy machine, in seconds."""

_missing = pytest.StashKey[bool]()


@pytest.fixture
def office(project: Path) -> Path:
    """The tiny plan with a report of 2031 in which nothing is reported yet."""
    text = blank_report(load_plan(Path("data")), YEAR)
    REPORT.parent.mkdir()
    REPORT.write_text(text, encoding="utf-8")
    return project


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say once that the tests with LibreOffice were skipped, and how to have them."""
    if config.stash.get(_missing, False):
        terminalreporter.write_line(MISSING)


@pytest.fixture(scope="session")
def soffice(pytestconfig: pytest.Config) -> str:
    """LibreOffice; without it the tests are skipped, or fail where it is demanded."""
    names = (os.environ.get("RENSTRA_LIBREOFFICE", ""), "soffice")
    path = next((path for name in names if name and (path := shutil.which(name))), None)
    if path is None:
        if os.environ.get("RENSTRA_WAJIB_LIBREOFFICE") == "1":
            pytest.fail(f"Tidak ada LibreOffice, padahal wajib; {CURE}", pytrace=False)
        pytestconfig.stash[_missing] = True
        pytest.skip(MISSING)
    return path


@pytest.fixture(scope="session")
def profile(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of its own, which its first run furnishes."""
    folder = tmp_path_factory.mktemp("profil")
    run_soffice(soffice, folder, "--terminate_after_init")
    return folder


def run_soffice(soffice: str, profile: Path, *words: str) -> None:
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=True,
    )


Convert: TypeAlias = Callable[[bytes], bytes]


@pytest.fixture
def convert(soffice: str, profile: Path, tmp_path: Path) -> Convert:
    """Open a workbook in LibreOffice and save it as .xlsx, as it is."""

    def converted(content: bytes) -> bytes:
        source, folder = tmp_path / "asal.xlsx", tmp_path / "hasil"
        source.write_bytes(content)
        form = "xlsx:Calc MS Excel 2007 XML"
        words = ("--convert-to", form, "--outdir", str(folder), str(source))
        run_soffice(soffice, profile, *words)
        return (folder / source.name).read_bytes()

    return converted
