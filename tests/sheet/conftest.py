"""A made-up office that has begun to report."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from renstra.reading.load import load_plan
from renstra.sheet.blank import blank_report
from tests.sheet.books import REPORT, YEAR

CURE = "pasang LibreOffice dari Debian: apt-get install libreoffice-calc-nogui."
MISSING = f"Uji LibreOffice di tests/sheet dilewati karena tidak ada LibreOffice; {CURE}"

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
