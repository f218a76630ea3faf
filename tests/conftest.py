"""The made-up plan that the tests of the code stand on, so that none of them needs the real one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from renstra.load import load_plan
from renstra.plan import Plan
from tests.building import PROJECT, build

TINY = Path(__file__).parent / "tiny"


@pytest.fixture(scope="session")
def tiny() -> Plan:
    """The plan of `tests/tiny`."""
    return load_plan(TINY / "data", "data")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of `tests/tiny` to break, and the folder that the test runs in."""
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once as `make site` builds it."""
    target = tmp_path_factory.mktemp("situs") / "site"
    done = build(PROJECT, target)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with made-up realisations, built once as `make demo` builds it."""
    target = tmp_path_factory.mktemp("contoh") / "site"
    done = build(PROJECT, target, "--config-file", "mkdocs-contoh.yml")
    assert done.returncode == 0, done.stdout + done.stderr
    return target
