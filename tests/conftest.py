"""The made-up plan that the tests of the code stand on, so that none of them needs the real one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from renstra.load import load_plan
from renstra.plan import Plan
from tests.building import PROJECT, build

TINY = Path(__file__).parent / "tiny"


def pytest_addoption(parser: pytest.Parser) -> None:
    """What the tests of `tests/data` and `tests/site` judge; the tests of the code need none."""
    group = parser.getgroup("renstra", "Renstra Terbuka")
    group.addoption("--data", type=Path, metavar="FOLDER", help="folder data yang dinilai")
    group.addoption("--situs", type=Path, metavar="FOLDER", help="situs jadi yang dinilai")
    group.addoption(
        "--setelan",
        type=Path,
        metavar="BERKAS",
        default=Path("mkdocs.yml"),
        help="berkas setelan yang membuat situs itu (bawaan: mkdocs.yml)",
    )


EXAMPLES = {"--data": "data", "--situs": "site"}
"""Options that name a folder, each with what it usually is."""


def judged(config: pytest.Config, option: str) -> Path:
    """The folder that an option names; a usage error where it is not given or is no folder."""
    found: Path | None = config.getoption(option)
    if found is None:
        example = f"{option} {EXAMPLES[option]}"
        message = f"{option} belum diberikan; sebut folder yang dinilai, misalnya {example}"
        raise pytest.UsageError(message)
    if not found.is_dir():
        message = f"{option} {found}: folder itu tidak ada"
        raise pytest.UsageError(message)
    return found


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Say once, before any test runs, which folder to judge was not named."""
    here = Path(__file__).parent
    if any(item.path.is_relative_to(here / kind) for item in items for kind in ("data", "site")):
        judged(config, "--data")
    if any(item.path.is_relative_to(here / "site") for item in items):
        judged(config, "--situs")


@pytest.fixture(scope="session")
def data(request: pytest.FixtureRequest) -> Path:
    """The data folder to judge, whichever office's: `--data`."""
    return judged(request.config, "--data")


@pytest.fixture(scope="session")
def situs(request: pytest.FixtureRequest) -> Path:
    """The built site to judge: `--situs`."""
    return judged(request.config, "--situs")


@pytest.fixture(scope="session")
def setelan(request: pytest.FixtureRequest) -> Path:
    """The settings that the judged site was built with: `--setelan`."""
    found: Path = request.config.getoption("--setelan")
    if not found.is_file():
        message = f"--setelan {found}: berkas itu tidak ada"
        raise pytest.UsageError(message)
    return found


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
