"""The change that one job hands to another as a patch: judged by what it does, then proposed.

The job that reads uploads may write nothing, and the job that may write reads no upload. What
passes between them is a patch, which anybody may have made who found a way through the first. No
line of it is read here: git applies it to an index alone, and the outcome is compared with the
commit. Standard library only, see `renstra.forge.telling`.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from renstra.dialect.wording import printable
from renstra.forge.telling import Forge, code_block
from renstra.forge.uploads import FOLDER, GUIDE, run_git

HANDED = "usulan"
"""The folder that is handed over, in the folder of the job; its artifact has this name too."""

PATCH = f"{HANDED}/usulan.patch"
PROPOSAL = f"{HANDED}/usulan.md"
"""The words of the pull request."""

LARGEST_PATCH = 20_000_000
LARGEST_REPORT = 2_000_000
LARGEST_WORDS = 300_000
"""Bytes; a patch that takes uploads away holds them whole."""

UNUSABLE = (
    "Perubahan yang diserahkan tidak dapat dipakai: tidak ada, bukan berkas biasa, atau terlalu "
    "besar. Tidak ada usulan yang dibuka. Ini bukan kesalahan Anda: sampaikan tautan halaman ini "
    "kepada pengelola repositori."
)
MOVED = (
    "Perubahan yang diserahkan tidak cocok lagi dengan isi cabang utama, yang mungkin berubah "
    "sementara itu. Tidak ada usulan yang dibuka: tekan “Re-run all jobs” di halaman ini."
)
UNEXPECTED = (
    "Perubahan yang diserahkan menyentuh selain berkas realisasi dan unggahan, jadi tidak ada "
    "usulan yang dibuka. Jangan ulangi: sampaikan tautan halaman ini kepada pengelola repositori, "
    "sebab berkas yang diunggah, bila ada, mungkin berbahaya."
)

_REPORT = re.compile(r"data/realisasi/[0-9]{4}\.yml")
_PLAIN = "100644"
_NONE = "000000"


@dataclass(frozen=True)
class FileChange:
    """A file of the outcome that is not as it was."""

    mode: str
    """What it is now; zeros where there is no file any more."""

    blob: str
    path: str

    @property
    def allowed(self) -> bool:
        """Whether a proposal may do this: write a year's report, or take an upload away."""
        if self.mode == _NONE:
            return self.path.startswith(f"{FOLDER}/") and self.path != GUIDE
        return (
            _REPORT.fullmatch(self.path) is not None and self.mode == _PLAIN and _is_text(self.blob)
        )


def write_patch(forge: Forge, words: str) -> None:
    """Hand over the last commit of the work tree, and the words of its proposal."""
    (forge.temp / HANDED).mkdir(exist_ok=True)
    options = ("--binary", "--full-index", "--no-renames", "--no-color", "--no-textconv")
    patch = run_git("diff", *options, "--no-ext-diff", "HEAD^", "HEAD")
    (forge.temp / PATCH).write_bytes(patch)
    (forge.temp / PROPOSAL).write_text(words, encoding="utf-8", newline="\n")


def apply_patch(forge: Forge) -> int:
    """Do in the work tree what the patch says, if it is no more than a proposal may do.

    Returns the exit code; where it is 1 the work tree is as it was.
    """
    patch = forge.temp / PATCH
    limits = {patch: LARGEST_PATCH, forge.temp / PROPOSAL: LARGEST_WORDS}
    if not all(_is_usable(path, limit) for path, limit in limits.items()):
        return forge.fail(UNUSABLE)
    try:
        if not _apply("--cached", patch):
            return forge.fail(MOVED)
        found = changes()
    finally:
        run_git("reset", "--quiet")
    wrong = [change.path for change in found if not change.allowed]
    if wrong or not found:
        forge.summarise(code_block(wrong))
        forge.say("\n".join(printable(path) for path in wrong))
        return forge.fail(UNEXPECTED)
    # Judged: the same patch on the same commit, now in the work tree as well.
    if not _apply("--index", patch):
        return forge.fail(MOVED)
    return 0


def changes() -> list[FileChange]:
    """What the index says otherwise than the commit."""
    listed = run_git("diff-index", "--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "HEAD")
    parts = os.fsdecode(listed).split("\0")[:-1]
    found = []
    for head, path in zip(parts[::2], parts[1::2], strict=True):
        _, mode, _, blob, _ = head.split(" ")
        found.append(FileChange(mode, blob, path))
    return found


def _is_usable(path: Path, limit: int) -> bool:
    return path.is_file() and not path.is_symlink() and path.stat().st_size <= limit


def _is_text(blob: str) -> bool:
    if int(run_git("cat-file", "-s", blob)) > LARGEST_REPORT:
        return False
    content = run_git("cat-file", "blob", blob)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not set(b"\0\r") & set(content)


def _apply(where: str, patch: Path) -> bool:
    done = subprocess.run(  # noqa: S603 - a list and no shell
        ["git", "apply", where, "--whitespace=nowarn", str(patch)],  # noqa: S607
        stdin=subprocess.DEVNULL,
        # What it says repeats the patch, and the log takes lines for commands.
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode == 0
