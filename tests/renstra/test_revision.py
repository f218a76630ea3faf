"""Which commit last changed the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from renstra.past.revision import Revision, data_revision
from tests.past.repository import commit, git


def changed(name: str) -> None:
    """Write something into a file of the data."""
    file = Path(name)
    file.parent.mkdir(exist_ok=True)
    with file.open("a", encoding="utf-8") as stream:
        stream.write("# Lagi.\n")


def test_is_the_last_commit_that_touched_the_plan_or_its_reports(project: Path) -> None:
    git("init", "-q", "-b", "main")
    commit("Awal", "2031-02-03")
    changed("data/satuan.yml")
    commit("Satuan", "2031-03-01")
    last = git("rev-parse", "HEAD").strip()
    for name in ("README.md", "data/terbit/id.txt", "data/keutuhan/awal.txt"):
        changed(name)
        commit("Daftar", "2031-04-01")
        changed(name)

    expected = Revision(last, date(2031, 3, 1), changed=False)
    assert data_revision(project, "data", "data/realisasi") == expected

    changed("data/satuan.yml")
    dirty = data_revision(project, "data", "data/realisasi")
    assert dirty == Revision(last, date(2031, 3, 1), changed=True)
