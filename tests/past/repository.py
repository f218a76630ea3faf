"""Little real repositories for the comparisons, and their files edited by replacing text."""

from __future__ import annotations

import subprocess
from pathlib import Path

IDENTITY = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid")


def git(*words: str, day: str = "2031-03-01") -> str:
    """Run git in the working folder, on a given day; what it prints."""
    time = f"{day}T09:00:00+07:00"
    done = subprocess.run(
        ["git", *IDENTITY, *words],
        check=True,
        capture_output=True,
        text=True,
        env={
            "PATH": "/usr/bin:/bin:/usr/local/bin",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_COMMITTER_DATE": time,
            "GIT_AUTHOR_DATE": time,
        },
    )
    return done.stdout


def commit(message: str = "Data", day: str = "2031-03-01") -> None:
    """Commit all there is."""
    git("add", "-A")
    git("commit", "-q", "-m", message, day=day)


def lose(revision: str) -> None:
    """Take a file of a revision out of the repository, as a partial clone lacks it."""
    blob = git("rev-parse", revision).strip()
    Path(".git/objects", blob[:2], blob[2:]).unlink()


def edit(name: str, *pairs: tuple[str, str]) -> None:
    """Replace text that stands once in a file of the data folder, or append to it."""
    file = Path("data") / name
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    for old, new in pairs:
        assert not old or text.count(old) == 1, f"{name}: {old!r} stands {text.count(old)} times"
        text = text.replace(old, new) if old else text + new
    file.write_text(text, encoding="utf-8")
