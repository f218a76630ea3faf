"""Which revision of the data this is: the last commit that changed it."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Revision:
    """The commit that last changed the data."""

    commit: str
    """Its full name, 40 hex digits."""

    date: date
    """Its day, in the time zone in which it was committed."""

    changed: bool
    """Whether the work tree holds changes to the data that are not committed."""


def data_revision(project: Path, data: str) -> Revision | None:
    """The revision of the folder `data` in `project`.

    None where there is no history to ask: git is missing, the project is an unpacked archive,
    nothing is committed, or the clone is shallow (its oldest commit seems to change everything).
    """
    top = _git(project, "rev-parse", "--show-toplevel", "--is-shallow-repository")
    if top is None or top.splitlines()[1] != "false":
        return None
    if Path(top.splitlines()[0]).resolve() != project.resolve():
        return None
    last = _git(project, "log", "-1", "--format=%H %cs", "--", data)
    if not last:
        return None
    commit, day = last.split()
    changed = _git(project, "status", "--porcelain", "--", data)
    return Revision(commit, date.fromisoformat(day), bool(changed))


def _git(project: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(  # noqa: S603 - our own words only
            ["git", "-C", str(project), *arguments],  # noqa: S607
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
