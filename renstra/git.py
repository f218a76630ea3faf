"""Asking git; without git, or outside a repository, there is no answer and no error."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git prints when it is run in `folder` with `given` as its input; None where it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - our own words only
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def whole_history(folder: Path) -> Path | None:
    """The top of the repository that holds `folder`.

    None where there is no history to ask: git is missing, the folder is no work tree, or the clone
    is shallow (its oldest commit seems to change everything).
    """
    answer = git(folder, "rev-parse", "--show-toplevel", "--is-shallow-repository")
    if answer is None:
        return None
    top, shallow = answer.decode("utf-8").splitlines()
    return Path(top) if shallow == "false" else None
