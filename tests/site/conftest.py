"""The site to judge and its data, each read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.nu import Running, start
from tests.site.built import Built
from tests.site.source import Source


@pytest.fixture(scope="session", autouse=True)
def checking(request: pytest.FixtureRequest, situs: Path) -> Iterator[Running | None]:
    """The checker of HTML, at work while the other tests run; None where it is not wanted."""
    wanted = any(item.path.name == "test_nu.py" for item in request.session.items)
    running = start(situs) if wanted else None
    yield running
    if running and running.process.poll() is None:
        running.process.kill()
        running.process.wait()


@pytest.fixture(scope="session")
def source(data: Path, setelan: Path) -> Source:
    """The data folder, read straight."""
    return Source(data, setelan)


@pytest.fixture(scope="session")
def built(situs: Path) -> Built:
    """The site that was built from it."""
    return Built(situs)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ask the checker of HTML last, for it takes longest."""
    items.sort(key=lambda item: item.path.name == "test_nu.py")
