"""The made-up plan with a report for its first year, as an edition with every setting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from renstra.export.edition import Edition
from renstra.export.export import export, with_checksums
from renstra.past.revision import Revision
from renstra.plan.plan import Plan
from renstra.reading.load import load_plan
from tests.macros.hostile import write_reporting

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def page(kode: str) -> str:
    """Where a site has an indicator's page."""
    return f"indikator/{kode}/"


@pytest.fixture(scope="session")
def reporting(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The made-up plan with a report for its first year."""
    data: Path = tmp_path_factory.mktemp("terbit") / "data"
    write_reporting(data)
    return load_plan(data, "data")


@pytest.fixture(scope="session")
def edition(reporting: Plan) -> Edition:
    """Its publication at an address."""
    revision = Revision(COMMIT, date(2032, 4, 1), False)
    return Edition(reporting, revision, "https://rencana.example/", page)


@pytest.fixture(scope="session")
def files(edition: Edition) -> Mapping[str, bytes]:
    """Its files by their place in the site."""
    return with_checksums(export(edition))
