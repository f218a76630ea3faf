"""Which revision of the data this is: the last commit that changed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from renstra.past.git import git, whole_history
from renstra.reading.files import ASIDE


@dataclass(frozen=True)
class Revision:
    """The commit that last changed the data."""

    commit: str
    """Its full name, 40 hex digits."""

    date: date
    """Its day, in the time zone in which it was committed."""

    changed: bool
    """Whether the work tree holds changes to the data that are not committed."""


def data_revision(project: Path, *folders: str) -> Revision | None:
    """The revision of the data `folders` in `project`, without what stands beside the plan.

    None where there is no history to ask: git is missing, the project is an unpacked archive,
    nothing is committed, or the clone is shallow.
    """
    top = whole_history(project)
    if top is None or top.resolve() != project.resolve():
        return None
    aside = [f":(exclude){folder}/{name}" for folder in folders for name in sorted(ASIDE)]
    last = git(project, "log", "-1", "--format=%H %cs", "--", *folders, *aside)
    if not last:
        return None
    commit, day = last.decode("ascii").split()
    changed = git(project, "status", "--porcelain", "--", *folders, *aside)
    return Revision(commit, date.fromisoformat(day), bool(changed))
