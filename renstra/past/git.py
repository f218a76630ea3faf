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


SHALLOW = "klon ini dangkal (shallow); ambil seluruh riwayat dengan git fetch --unshallow"


def why_no_history(project: Path, folder: Path) -> str | None:
    """Why the past of `folder` in `project` cannot be told, in git's own words where it has any.

    None where it can be.
    """
    asked = (
        (project, ["rev-parse", "--show-toplevel", "--is-shallow-repository"]),
        (folder, ["log", "--first-parent", "--raw", "--format=%H", "--", "."]),
        (folder, ["rev-list", "--objects", "HEAD", "--", "."]),
    )
    answers = []
    for place, words in asked:
        try:
            done = subprocess.run(  # noqa: S603 - our own words only
                ["git", "-C", str(place), *words],  # noqa: S607
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        except OSError as error:
            return f"git tidak dapat dijalankan: {error.strerror}"
        if done.returncode != 0:
            return " ".join(done.stderr.split()) or f"git berhenti dengan kode {done.returncode}"
        answers.append(done.stdout)
    top, shallow = answers[0].splitlines()
    if shallow != "false":
        return SHALLOW
    if Path(top).resolve() != project.resolve():
        return f"folder ini bukan puncak repositorinya ({top})"
    return None if answers[1].strip() else "belum ada data yang dicatat (commit)"
