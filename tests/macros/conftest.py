"""The made-up plan as a site, seen from its root."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.frame.site import Site
from macros.frame.view import View
from renstra.past.review import review
from renstra.past.revision import Revision
from renstra.plan.plan import Plan
from renstra.reading.load import load_plan
from tests.building import PROJECT
from tests.conftest import TINY
from tests.macros.hostile import write_hostile, write_reporting

FORGE = "https://forge.example/kantor/rencana/edit/main/docs/{path}"


@pytest.fixture
def site(tiny: Plan) -> Site:
    """The site before the office has set an address or a forge."""
    return Site(tiny, None, "", "")


@pytest.fixture
def published(tiny: Plan) -> Site:
    """The site with every setting."""
    revision = Revision("0123456789abcdef0123456789abcdef01234567", date(2031, 4, 5), False)
    return Site(tiny, revision, "https://rencana.example/", FORGE)


@pytest.fixture(scope="session")
def reporting(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The made-up plan with a report for its first year."""
    data: Path = tmp_path_factory.mktemp("reporting") / "data"
    write_reporting(data)
    return load_plan(data, "data")


@pytest.fixture
def reported(reporting: Plan) -> Site:
    """The site of a plan with a report, some of it late."""
    revision = Revision("0123456789abcdef0123456789abcdef01234567", date(2032, 4, 1), False)
    lacks = review(reporting, None)
    return Site(reporting, revision, "", "", {}, lacks, TINY.parent / "tiny_whole/data/realisasi")


@pytest.fixture(scope="session")
def whole() -> Site:
    """The site of the made-up office that has every kind of thing."""
    return Site(load_plan(PROJECT / "contoh/lengkap", "data"), None, "", "")


@pytest.fixture
def view(site: Site) -> View:
    """The site seen from its home."""
    return View(site, "")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The made-up plan with markup behind each of its words."""
    folder: Path = tmp_path_factory.mktemp("hostile")
    write_reporting(folder / "calm")
    write_hostile(folder / "calm", folder / "data")
    return load_plan(folder / "data", "data")
