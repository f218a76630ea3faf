"""The made-up plan that the tests of the code stand on, so that none of them needs the real one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from renstra.plan.plan import Plan
from renstra.reading.load import load_plan
from tests.building import ADDRESS, PROJECT, SETTINGS, Sites

settings.register_profile("ringkas", deadline=None, derandomize=True, max_examples=25)
settings.register_profile("serang", deadline=None, derandomize=True, max_examples=300)
settings.load_profile("serang" if os.environ.get("RENSTRA_SERANG") == "1" else "ringkas")

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
def office_data(pytestconfig: pytest.Config) -> Path:
    """The office's own data, if there is any: the folder of `--data`, else `data`."""
    found: Path = PROJECT / (pytestconfig.getoption("--data") or "data")
    return found.relative_to(PROJECT) if found.is_relative_to(PROJECT) else found


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
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The sites of this run, each built once for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "situs"
    shared.mkdir(exist_ok=True)
    return Sites(shared)


@pytest.fixture(scope="session")
def example_site(sites: Sites) -> Path:
    """The site of the made-up plan with everything in it, as `make demo` builds it."""
    return sites.plain("contoh", "mkdocs-contoh.yml")


@pytest.fixture(scope="session")
def office_site(sites: Sites) -> Path:
    """The site of the small made-up office of `contoh/kantor`."""
    return sites.plain("kantor", "mkdocs-kantor.yml")


@pytest.fixture(scope="session")
def unreported_site(sites: Sites) -> Path:
    """The small office's site before it reported anything."""
    nothing = {"data": "contoh/kantor", "realisasi": "belum-ada"}
    return sites.changed("belum", "mkdocs-kantor.yml", extra=nothing)


@pytest.fixture(scope="session")
def published_site(sites: Sites) -> Path:
    """The example at its heaviest: with an address and all that an office may set."""
    return sites.changed("terbit", "mkdocs-contoh.yml", site_url=ADDRESS, **SETTINGS)
