"""The site to judge, its data, and what is told of them besides what a test finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.built import Built
from tests.site.source import Source


@pytest.fixture(scope="session")
def source(data: Path, setelan: Path) -> Source:
    """The data folder, read straight."""
    return Source(data, setelan)


@pytest.fixture(scope="session")
def built(situs: Path) -> Built:
    """The site that was built from it."""
    return Built(situs)
