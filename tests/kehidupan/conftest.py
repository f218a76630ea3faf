"""Copies of the project to live in, and the seed from which their reports are drawn."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kehidupan.office import Office, open_office

SEED = "RENSTRA_BENIH"


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Chance of its own for each test, from a seed that is printed and may be given again."""
    seed = os.environ.get(SEED) or os.urandom(4).hex()
    print(f"{SEED}={seed} memutar ulang laporan rekaan ini")
    return random.Random(f"{seed} {request.node.name}")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A copy of the project with its past."""
    return open_office(tmp_path / "kantor")


Begin = Callable[[int], None]


@pytest.fixture
def begin(office: Office) -> Begin:
    """Start the report of a year, where the office has none yet."""

    def started(year: int) -> None:
        if not (office.data / f"realisasi/{year}.yml").exists():
            office.renstra("realisasi", "mulai", str(year))

    return started
