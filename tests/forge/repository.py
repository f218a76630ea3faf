"""A repository to commit into, read as the scripts of the workflows read theirs."""

from __future__ import annotations

import subprocess
from pathlib import Path

from renstra.forge.decision import Contents, contents, read_entries


class Repository:
    """A repository to commit into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch=main")
        for key, value in (("name", "Sri"), ("email", "sri@example.go.id")):
            self.git("config", f"user.{key}", value)

    def git(self, *arguments: str) -> str:
        """What git prints."""
        command = ["git", *arguments]
        done = subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        return done.stdout.decode().strip()

    def write(self, name: str, text: str) -> None:
        """A file of the work tree."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self) -> Contents:
        """All that the work tree has, as the decision sees it; the tests run in the folder."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", "Ubah")
        return contents(read_entries("HEAD"))

    def head(self) -> str:
        """The commit that the work tree is on."""
        return self.git("rev-parse", "HEAD")
