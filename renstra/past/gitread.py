"""Revisions of a folder of data out of git: their files, and every blob through one process."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from renstra.past.git import git
from renstra.reading.files import is_aside
from renstra.reading.trees import Files

_GONE = "0" * 40


class Blobs:
    """The contents of blobs, all through one ``git cat-file --batch``; a context manager."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process:
            self._process.communicate()

    def read(self, blob: str) -> bytes:
        """The content of a blob that git has just named.

        Raises OSError where the repository does not have it after all.
        """
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - our own words only
                ["git", "-C", str(self._folder), "cat-file", "--batch"],  # noqa: S607
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{blob}\n".encode())
        self._process.stdin.flush()
        head = self._process.stdout.readline().split()
        if len(head) != 3 or head[1] != b"blob":
            message = f"blob {blob} tidak ada di repositori"
            raise OSError(message)
        size = int(head[2])
        content = self._process.stdout.read(size + 1)
        return content[:size]


def resolve(folder: Path, name: str) -> str | None:
    """The full name of the commit that `name` means; None where it means none."""
    answer = git(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    return answer.decode().strip() if answer else None


def tree_at(folder: Path, commit: str, blobs: Blobs) -> Files:
    """The data files of a commit; `folder` is the data folder as it lies in the working tree.

    Raises OSError where the repository does not have all of them.
    """
    listed = git(folder, "ls-tree", "-r", "-z", commit) or b""
    found: dict[str, bytes] = {}
    for row in listed.decode("utf-8", "replace").split("\0")[:-1]:
        head, _, path = row.partition("\t")
        mode, _, blob = head.split()
        if is_data(path) and mode.startswith("100"):
            found[path] = blobs.read(blob)
    return Files(found, "data")


def is_data(path: str) -> bool:
    """Whether a path inside the data folder is that of a file of the plan or of a report."""
    hidden = any(part.startswith(".") for part in path.split("/"))
    return path.endswith(".yml") and not hidden and not is_aside(path)


@dataclass(frozen=True)
class Commit:
    """A commit of the main line that touched a data file."""

    name: str
    """Its full name."""

    time: datetime
    """When it was committed, in the time zone in which it was committed."""

    subject: str
    """The first line of its message."""

    body: str
    """The rest of its message, without the lines at its end that name people."""

    files: dict[str, str | None]
    """Path inside the data folder to its blob from then on; None for a file taken away."""

    @property
    def day(self) -> date:
        """The day of the commit, in its own time zone."""
        return self.time.date()


def commits(folder: Path) -> list[Commit] | None:
    """The main line of commits that touched data files in `folder`, newest first.

    None without a history.
    """
    log = git(
        folder,
        *("-c", "log.showRoot=true", "-c", "core.quotePath=false", "log", "--first-parent"),
        *("--diff-merges=first-parent", "--no-renames", "--no-show-signature", "--no-color"),
        *("--format=%H%x00%cI%x00%s%x00%b%x00", "--raw", "-z", "--no-abbrev", "--relative"),
        *("--", "."),
    )
    return None if log is None else list(_commits(log.decode("utf-8", "replace").split("\0")))


def _commits(words: list[str]) -> Iterator[Commit]:
    at = 0
    while at < len(words):
        if not words[at].strip():
            at += 1
            continue
        name, time, subject, body = words[at].strip(), *words[at + 1 : at + 4]
        at += 4
        files: dict[str, str | None] = {}
        while at < len(words) and (not words[at].strip() or words[at].lstrip("\n").startswith(":")):
            if words[at].strip():
                row, path = words[at].split(), words[at + 1]
                if is_data(path):
                    blob = row[3]
                    regular = row[1].startswith("100")
                    files[path] = blob if regular and blob != _GONE else None
                at += 1
            at += 1
        if files:  # what touched only what stands beside the plan says nothing of it
            when = datetime.fromisoformat(time)
            yield Commit(name, when, subject, _without_people(body), files)


def _without_people(body: str) -> str:
    """A message without trailers, which name people and their addresses."""
    lines = [line for line in body.splitlines() if not _is_trailer(line)]
    return "\n".join(lines).strip()


def _is_trailer(line: str) -> bool:
    head, colon, rest = line.partition(": ")
    return bool(colon) and "@" in rest and head.replace("-", "").isalpha()
