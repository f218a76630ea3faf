"""The list of breakages does not rot, and the script that plays it does not flatter."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.breakages.__main__ import NOT_CAUGHT, judge_all
from tests.breakages.breakage import Breakage
from tests.breakages.list import BREAKAGES
from tests.breakages.workbench import Workbench
from tests.building import PROJECT

MADE_UP = """
def double(number):
    return number * 2  # twice
"""
ITS_TEST = """
from twice import double

def test_double():
    assert double(3) == 6
"""


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda one: one.name)
def test_a_breakage_can_still_be_made(breakage: Breakage) -> None:
    assert breakage.broken(PROJECT)
    assert all((PROJECT / one.partition("::")[0]).exists() for one in breakage.check.split())


def test_there_are_many_of_different_names() -> None:
    assert len({one.name for one in BREAKAGES}) == len(BREAKAGES) >= 40


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    """A project of one function and its test."""
    (tmp_path / "twice.py").write_text(MADE_UP, encoding="utf-8")
    (tmp_path / "test_twice.py").write_text(ITS_TEST, encoding="utf-8")
    (tmp_path / "test_red.py").write_text("def test_red():\n    assert False\n", encoding="utf-8")
    return Workbench(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "check", "said"),
    [
        ("* 2", "* 3", "test_twice.py", "test_twice.py::test_double"),
        ("# twice", "# two times", "test_twice.py", NOT_CAUGHT),
        ("* 2", "* 2 +", "test_twice.py", f"{NOT_CAUGHT}: the check could not run: "),
        ("* 2", "* 3", "test_red.py", f"{NOT_CAUGHT}: the check fails without it: "),
    ],
    ids=["caught", "harmless", "no Python", "red before"],
)
def test_what_is_said_of_it(
    bench: Workbench,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    check: str,
    said: str,
) -> None:
    breakage = Breakage("made-up", "twice.py", old, new, check)
    caught = judge_all([breakage], [bench])
    line = capsys.readouterr().out.rstrip("\n")
    assert line.startswith(f"made-up | twice.py | {said}")
    assert (said == NOT_CAUGHT) == line.endswith(NOT_CAUGHT)
    assert caught == (not said.startswith(NOT_CAUGHT))
    assert (bench.folder / "twice.py").read_text(encoding="utf-8") == MADE_UP


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        ("'target 3 di luar rentang'", "build: target 3 di luar rentang"),
        ("1", f"{NOT_CAUGHT}: the check could not run: build: it ended without a word"),
    ],
    ids=["refused", "silent"],
)
def test_a_build_that_ends_is_a_notice_only_with_its_reason(
    bench: Workbench, capsys: pytest.CaptureFixture[str], refusal: str, said: str
) -> None:
    files = {
        "macros/adapter/making.py": "import sys, twice\n"
        f"sys.exit({refusal} if twice.double(1) == 3 else 0)\n",
        "tests/site/test_nothing.py": "def test_nothing():\n    pass\n",
        "conftest.py": "def pytest_addoption(parser):\n"
        "    for name in ('data', 'situs', 'setelan'):\n"
        "        parser.addoption(f'--{name}')\n",
    }
    for name, text in files.items():
        (bench.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (bench.folder / name).write_text(text, encoding="utf-8")

    judge_all(
        [Breakage("made-up", "twice.py", "* 2", "* 3", "tests/site/test_nothing.py")], [bench]
    )

    assert capsys.readouterr().out == f"made-up | twice.py | {said}\n"


def test_what_cannot_be_made_is_no_breakage(bench: Workbench) -> None:
    shutil.copy(bench.folder / "twice.py", bench.folder / "other.py")
    for old in ("number", "nowhere"):
        with pytest.raises(ValueError, match="holds the text"):
            Breakage("made-up", "other.py", old, "", "test_twice.py").broken(bench.folder)
