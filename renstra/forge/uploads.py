"""The files that wait in `masuk/` after a push: found by git, and copied under names of our own.

Names and contents are anybody's. They are bytes between git and a file here: no shell, no template
and no path of our own is ever made of them. Standard library only, see `renstra.forge.telling`.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from renstra.dialect.wording import printable
from renstra.forge.telling import Forge

FOLDER = "masuk"
"""Where uploads arrive in the repository; the copies have a folder of that name too."""

GUIDE = f"{FOLDER}/README.md"
"""The one file that belongs there."""

NOT_XLSX = (
    "Berkas ini bukan XLSX, jadi tidak dibaca. Buka isiannya di Excel atau LibreOffice, simpan "
    "sebagai “Excel Workbook (.xlsx)”, hapus berkas yang ini dari masuk/ bila masih ada di sana, "
    "lalu unggah berkas .xlsx itu."
)

_LIST = "daftar.json"
_PLAIN_FILES = {"100644", "100755"}
_BRANCH = "refs/heads/"


@dataclass(frozen=True)
class Upload:
    """An XLSX file to import."""

    copy: str
    """The name of its copy, such as ``01.xlsx``."""

    path: str
    """Its path in the repository; bytes that are no UTF-8 stand in it as surrogates."""

    @property
    def name(self) -> str:
        """Its path as people are shown it, on one line."""
        return printable(self.path)


@dataclass(frozen=True)
class Uploads:
    """What waits."""

    files: list[Upload]
    """The XLSX files, by path."""

    refused: int
    """How many files were refused for what they are, each already reported."""


@dataclass(frozen=True)
class Push:
    """A push as the forge records it."""

    ref: str
    before: str
    """The commit that the branch stood at; zeros where it is new."""

    after: str
    default: str
    """The name of the default branch."""

    deleted: bool

    @staticmethod
    def read(event: dict[str, Any]) -> Push:
        """The parts of the event that matter. `ValueError` where a commit is none."""
        before, after = event["before"], event["after"]
        for commit in (before, after):
            if not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", commit):
                raise ValueError(f"not a commit: {commit!r}")
        default = event["repository"]["default_branch"]
        return Push(event["ref"], before, after, default, event["deleted"])

    @property
    def to_default(self) -> bool:
        """Whether the push is to the default branch."""
        return self.ref == _BRANCH + self.default


def find_uploads(forge: Forge) -> int:
    """Copy what waits in `masuk/`, and put the work tree on the default branch to import it there.

    Sets the output `ada`: whether there is a file to import. Returns the exit code: 1 where all
    that waits is refused. Where only some is, `receive` fails after it tried the rest, so that one
    round tells of everything.
    """
    push = Push.read(forge.event())
    default = f"refs/remotes/origin/{push.default}"
    waiting: list[tuple[str, str, str]] = []
    if push.ref.startswith(_BRANCH) and not push.deleted:
        waiting = _waiting(push, default)

    folder = forge.temp / FOLDER
    folder.mkdir(exist_ok=True)
    files: list[Upload] = []
    for mode, blob, path in waiting:
        upload = Upload(f"{len(files) + 1:02}.xlsx", path)
        if mode not in _PLAIN_FILES or not path.lower().endswith(".xlsx"):
            forge.refuse(upload.name, NOT_XLSX)
            continue
        (folder / upload.copy).write_bytes(run_git("cat-file", "blob", blob))
        files.append(upload)
        forge.say(f"Ditemukan: {upload.name}")
    write_uploads(folder, Uploads(files, len(waiting) - len(files)))

    if files:
        # A branch and not a commit alone: create-pull-request then takes it for its base.
        run_git("checkout", "--quiet", "--force", "-B", push.default, default)
    elif not waiting:
        forge.say(f"Tidak ada berkas baru di {FOLDER}/.")
    forge.output("ada", bool(files))
    return 1 if waiting and not files else 0


def _waiting(push: Push, default: str) -> list[tuple[str, str, str]]:
    """Mode, blob and path of what lies in `masuk/`, by path, where the push touched that folder.

    All that lies there and not only what the push changed: where one of several files was refused
    the others wait for it, and to upload those again as they are would change nothing.
    """
    touched = _paths("diff-tree", "-r", "-z", "--name-only", _base(push, default), push.after)
    if not {path for path in touched if path != GUIDE}:
        return []
    waiting = _paths("ls-tree", "-r", "-z", push.after)
    if not push.to_default:
        # What a branch took over from the default branch waits there already.
        there = set(_paths("ls-tree", "-r", "-z", default))
        waiting = [entry for entry in waiting if entry not in there]
    found = []
    for entry in waiting:
        head, _, path = entry.partition("\t")
        mode, _, blob = head.split(" ")
        if path != GUIDE:
            found.append((mode, blob, path))
    return found


def _paths(*arguments: str) -> list[str]:
    """What git lists of `masuk/`, each ended by a NUL byte."""
    return os.fsdecode(run_git(*arguments, "--", f"{FOLDER}/")).split("\0")[:-1]


def _base(push: Push, default: str) -> str:
    """What the push is compared with.

    Of a new branch, or one rewritten from a commit that is not here any more, it is where the
    branch left the default branch. Of the default branch itself it is nothing at all: to import
    twice changes nothing, and not to import would lose an upload.
    """
    if _answers("cat-file", "-e", f"{push.before}^{{commit}}"):
        return push.before
    if not push.to_default and _answers("merge-base", push.after, default):
        return run_git("merge-base", push.after, default).decode().strip()
    return run_git("hash-object", "-t", "tree", "--stdin").decode().strip()


def write_uploads(folder: Path, uploads: Uploads) -> None:
    """Leave the list beside the copies."""
    (folder / _LIST).write_text(json.dumps(asdict(uploads), indent=1), encoding="ascii")


def read_uploads(folder: Path) -> Uploads:
    """The list that `write_uploads` left."""
    found = json.loads((folder / _LIST).read_text(encoding="ascii"))
    return Uploads([Upload(**file) for file in found["files"]], found["refused"])


def run_git(*arguments: str) -> bytes:
    """What git prints; paths are taken letter by letter, and must stand behind ``--``.

    `subprocess.CalledProcessError` where it fails: unlike `renstra.past.git`, this cannot do
    without.
    """
    return _run(*arguments, check=True).stdout


def _answers(*arguments: str) -> bool:
    return _run(*arguments, check=False).returncode == 0


def _run(*arguments: str, check: bool) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - a list and no shell
        ["git", "--literal-pathspecs", *arguments],  # noqa: S607
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=None if check else subprocess.DEVNULL,
        check=check,
    )
