"""A copy of the project with its own git, and what an office does there, each as a real command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.building import PROJECT, copy_files
from tests.nu import find_jar
from tests.reading import read_page

STAFF = {
    "GIT_AUTHOR_NAME": "Staf Contoh",
    "GIT_AUTHOR_EMAIL": "staf@kantor.example",
    "GIT_COMMITTER_NAME": "Staf Contoh",
    "GIT_COMMITTER_EMAIL": "staf@kantor.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    code: int
    text: str
    """Both streams."""


class Office:
    """The copy in `folder`; `setelan` names the settings that it is built with."""

    def __init__(self, folder: Path, setelan: str = "mkdocs.yml") -> None:
        self.folder = folder
        self.setelan = setelan

    @property
    def data(self) -> Path:
        """The data of the office."""
        return self.folder / "data"

    @property
    def site(self) -> Path:
        """What was last judged good."""
        return self.folder / "site"

    @property
    def environment(self) -> dict[str, str]:
        """That of its commands; nothing of this run's own leads them elsewhere."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "GITHUB_"))}
        if checker := find_jar():  # a copy, and a clone of it, has none in its own build/
            kept["RENSTRA_NU"] = str(checker)
        return kept | STAFF

    def run(self, *command: str, **environment: str) -> Done:
        """A command in the folder."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        return Done(done.returncode, done.stdout)

    def python(self, module: str, *arguments: str, **environment: str) -> Done:
        """A module of the copy itself, which stands before whatever is installed."""
        return self.run(sys.executable, "-m", module, *arguments, **environment)

    def plan(self, *arguments: str) -> Done:
        """A command of the plan, by the copy's own code."""
        return self.python("renstra.cli", *arguments)

    def renstra(self, *arguments: str) -> str:
        """What a command of the plan says; it must succeed."""
        done = self.plan(*arguments)
        assert done.code == 0, done.text
        return done.text

    def git(self, *arguments: str, **environment: str) -> str:
        """What git says; it must succeed."""
        done = self.run("git", *arguments, **environment)
        assert done.code == 0, done.text
        return done.text.rstrip("\n")

    def commit(self, message: str, year: int) -> str:
        """Commit all there is, after `year` has ended and after what was committed before."""
        newest = datetime.fromisoformat(self.git("log", "-1", "--format=%cI"))
        later = max(newest + timedelta(hours=1), datetime(year + 1, 4, 1, 8, tzinfo=UTC))
        day = later.isoformat()
        self.git("add", "--all")
        self.git(
            "commit", "--allow-empty", "-qm", message, GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day
        )
        return self.git("rev-parse", "HEAD")

    def gate(self, *options: str, **environment: str) -> Done:
        """The gate, as `make gate` and `make terbit` run it; what was read of the site is stale."""
        read_page.cache_clear()
        return self.python("tests.gate", "--setelan", self.setelan, *options, **environment)

    def passes(self, *options: str, **environment: str) -> str:
        """What the gate says in the end; it must be green."""
        done = self.gate(*options, **environment)
        assert done.code == 0, done.text
        return done.text

    def refused(self, *options: str, **environment: str) -> str:
        """What the gate says where it must not pass."""
        done = self.gate(*options, **environment)
        assert done.code != 0, done.text
        assert "Traceback" not in done.text
        return done.text


def open_office(folder: Path) -> Office:
    """A copy with the whole past of the project, all that stands there committed."""
    office = Office(folder)
    folder.mkdir(parents=True)
    if (PROJECT / ".git").exists():
        shutil.rmtree(folder)
        # A clone and no copy: git's own folder may hold locks and worktrees.
        subprocess.run(
            ["git", "clone", "--quiet", "--no-checkout", str(PROJECT), str(folder)], check=True
        )
    else:
        office.git("init", "--quiet", "--initial-branch=main")
    copy_files(folder)
    office.git("add", "--all")
    if office.git("status", "--porcelain"):
        office.git("commit", "-qm", "Keadaan sebelum uji kehidupan")
    return office
