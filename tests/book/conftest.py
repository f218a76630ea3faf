"""The book of the made-up office, made as a person makes it, and the program that reads it back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.building import PROJECT, Sites

CURE = "jalankan .ci/install-book."
MISSING = f"Uji buku di tests/book dilewati karena ada yang belum terpasang; {CURE}"
SETTINGS = "mkdocs-contoh.yml"

_missing = pytest.StashKey[bool]()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say once that the tests of the book were skipped, and how to have them."""
    if config.stash.get(_missing, False):
        terminalreporter.write_line(MISSING)


def _can_make_books() -> bool:
    """Whether WeasyPrint finds its libraries; asked in a process that may print and fail."""
    asked = subprocess.run(
        [sys.executable, "-c", "import weasyprint"], capture_output=True, check=False
    )
    return asked.returncode == 0 and shutil.which("pdftotext") is not None


@pytest.fixture(scope="session")
def bindery(pytestconfig: pytest.Config) -> None:
    """What makes and reads a book; without it tests are skipped, or fail where it is demanded."""
    if _can_make_books():
        return
    if os.environ.get("RENSTRA_WAJIB_BUKU") == "1":
        pytest.fail(f"Buku tidak dapat dibuat atau dibaca, padahal wajib; {CURE}", pytrace=False)
    pytestconfig.stash[_missing] = True
    pytest.skip(MISSING)


def _make(folder: Path) -> None:
    """Make the book of the made-up office twice at one time under unlike circumstances."""
    unlike = {
        "satu": {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        "dua": {"TZ": "Asia/Jayapura", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    }
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "macros.book", "--setelan", SETTINGS, "--folder", folder / name],
            cwd=PROJECT,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for name, environment in unlike.items()
    ]
    for process in running:
        printed, _ = process.communicate()
        assert process.returncode == 0, printed
        # One line: WeasyPrint had nothing to warn about.
        assert printed.count("\n") == 1, printed


@pytest.fixture(scope="session")
def books(bindery: None, sites: Sites) -> list[Path]:
    """The book of the made-up office, twice."""
    return sorted(sites.once("buku", _make).glob("*/renstra-*.pdf"))


@pytest.fixture(scope="session")
def reader(books: list[Path]) -> PdfReader:
    """The book as pypdf reads it."""
    return PdfReader(books[0])


def pdftotext(book: Path, *options: str) -> str:
    """What Poppler reads in a book."""
    return subprocess.run(
        ["pdftotext", *options, book, "-"], check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture(scope="session")
def pages(books: list[Path]) -> list[str]:
    """The words of each page as Poppler reads them."""
    return pdftotext(books[0]).split("\f")[:-1]
