"""A small office's project to publish from, apart from this one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.publishing.counting import expected
from renstra.reading.load import load_plan
from tests.building import PROJECT

ROOMS = ("docs", "macros", "renstra")
OLD = "situs lama</html>"


@dataclass(frozen=True)
class Office:
    """A project whose rooms of code are this project's, and its commands."""

    folder: Path

    @property
    def site(self) -> Path:
        """What it publishes."""
        return self.folder / "site"

    @property
    def build(self) -> Path:
        """Where it makes it."""
        return self.folder / "build"

    @property
    def private(self) -> list[Path]:
        """The private folders of builds."""
        return sorted(self.build.glob("kerja-*"))

    def start(
        self, *words: str, limit: Callable[[], None] | None = None, **environment: str
    ) -> subprocess.Popen[str]:
        """A command of this project's, by its module, in a session of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", *words],
            cwd=self.folder,
            env=os.environ
            | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
            | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
            preexec_fn=limit,  # noqa: PLW1509 - no test has threads here
        )

    def run(
        self, *words: str, limit: Callable[[], None] | None = None, **environment: str
    ) -> tuple[int, str]:
        """The exit code of a command, and all that it printed."""
        process = self.start(*words, limit=limit, **environment)
        said, _ = process.communicate()
        return process.returncode, said

    def git(self, *words: str, day: str = "2034-01-02") -> str:
        """What git says in its repository; commits bear `day`."""
        identity = ["-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid"]
        when = f"{day}T09:00:00+07:00"
        done = subprocess.run(
            ["git", *identity, *words],
            cwd=self.folder,
            env=os.environ | {"GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    @property
    def pages(self) -> set[str]:
        """The addresses of the pages that its data and `docs/` make."""
        plan = load_plan(self.folder / "data", "data")
        return expected(plan, self.folder / "docs")

    def stands(self) -> bool:
        """Whether the old site stands as it did."""
        return [file.name for file in self.site.iterdir()] == ["index.html"] and (
            self.site / "index.html"
        ).read_text(encoding="utf-8") == OLD


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """The made-up office of `contoh/kantor` with an old site that stands."""
    folder = tmp_path / "kantor"
    folder.mkdir()
    for name in ROOMS:
        (folder / name).symlink_to(PROJECT / name)
    shutil.copytree(PROJECT / "contoh/kantor", folder / "data")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    (folder / ".gitignore").write_text("build/\nsite/\n", encoding="utf-8")
    found = Office(folder)
    found.site.mkdir()
    (found.site / "index.html").write_text(OLD, encoding="utf-8")
    return found
