"""The data folder to judge, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.data.reading import Isi, read


@pytest.fixture(scope="session")
def isi(data: Path) -> Isi:
    """What the files of the data folder say."""
    return read(data)
