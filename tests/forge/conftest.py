"""What the tests of the workflows' scripts share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.forge.repository import Repository


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A commit of each kind of file, and the folder that the test runs in."""
    monkeypatch.chdir(tmp_path)
    made = Repository(tmp_path)
    made.write("data/realisasi/2023.yml", "lama\n")
    made.write("data/catatan.yml", "catatan\n")
    made.write("docs/index.md", "# Beranda\n")
    made.write("renstra/plan/plan.py", "lama\n")
    return made
