"""Which of two speeds a change needs: the gate alone, or the whole suite of tests as well.

The suite judges the code, and the code is every file of a commit but its reports: plain files in
`data/` and `masuk/`, and Markdown in `docs/`. Two commits with the same code need one run of the
suite between them, so what decides is the digest of the code and not the way from one commit to the
other: a rename, a deletion, a merge or a rewritten branch is no case of its own.

Standard library only, see `renstra.forge.telling`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from renstra.forge.uploads import run_git

_PLAIN = "100644"
_FOLDERS = ("data/", "masuk/")
_DIGITS = 40


@dataclass(frozen=True)
class TreeEntry:
    """A file of a commit."""

    mode: str
    blob: str
    path: str
    """From the top; bytes that are no UTF-8 stand in it as surrogates."""

    @property
    def is_report(self) -> bool:
        """Whether the gate judges it by itself.

        A link, a submodule or an executable in `data/` is no data, nor is a hidden file:
        `.gitattributes` there changes what git does with the rest.
        """
        if self.mode != _PLAIN or any(part.startswith(".") for part in self.path.split("/")):
            return False
        return self.path.startswith(_FOLDERS) or (
            self.path.startswith("docs/") and self.path.endswith(".md")
        )


@dataclass(frozen=True)
class Contents:
    """A commit as the decision sees it."""

    code: str
    """The digest of all that is no report."""

    reports: str
    """The digest of the rest."""


@dataclass(frozen=True)
class Decision:
    """What is to run."""

    suite: bool
    """Whether the whole suite, beside the gate."""

    reports_first: bool
    """Whether the reports are published with the code last published while the suite runs."""

    reason: str
    """Why, for the summary of the run."""


PUBLISHED = "Kode sama dengan yang terakhir diterbitkan, jadi cukup gerbang."
BASE = "Usulan ini hanya mengubah data, unggahan, atau halaman Markdown, jadi cukup gerbang."
REMEMBERED = "Kode ini sudah lulus rangkaian uji lengkap, jadi cukup gerbang."
UNKNOWN = (
    "Tidak diketahui kode mana yang terakhir diterbitkan, jadi seluruh rangkaian uji dijalankan."
)
CHANGED = "Kode berbeda dari yang terakhir diterbitkan, jadi seluruh rangkaian uji dijalankan."
FIRST = "Sementara itu isi laporan diterbitkan lebih dahulu, dengan kode yang terakhir diterbitkan."


def decide(
    head: Contents, *, published: Contents | None, base: Contents | None, passed: Collection[str]
) -> Decision:
    """What a commit needs.

    `published` is the commit last published with its own code, None where that is not known. `base`
    is what a proposal would be merged into, None where the commit stands on the main branch: there
    nothing but what was published or passed counts, or code that failed would ride along with the
    next report. `passed` has the digests of code that passed the suite.
    """
    if published and head.code == published.code:
        return Decision(suite=False, reports_first=False, reason=PUBLISHED)
    if base and head.code == base.code:
        return Decision(suite=False, reports_first=False, reason=BASE)
    if head.code in passed:
        return Decision(suite=False, reports_first=False, reason=REMEMBERED)
    if not published:
        return Decision(suite=True, reports_first=False, reason=UNKNOWN)
    first = base is None and head.reports != published.reports
    return Decision(
        suite=True, reports_first=first, reason=f"{CHANGED} {FIRST}" if first else CHANGED
    )


def contents(entries: Iterable[TreeEntry]) -> Contents:
    """The two digests of a commit's files."""
    code, reports = hashlib.sha256(), hashlib.sha256()
    for entry in entries:
        line = f"{entry.mode} {entry.blob} {entry.path}\0"
        (reports if entry.is_report else code).update(os.fsencode(line))
    return Contents(code.hexdigest()[:_DIGITS], reports.hexdigest()[:_DIGITS])


def read_entries(commit: str) -> list[TreeEntry]:
    """The files of a commit in git's order, submodules among them; a hash or ``HEAD``."""
    listed = os.fsdecode(run_git("ls-tree", "-r", "-z", "--full-tree", commit)).split("\0")[:-1]
    found = []
    for line in listed:
        head, _, path = line.partition("\t")
        mode, _, blob = head.split(" ")
        found.append(TreeEntry(mode, blob, path))
    return found


def with_code(head: Sequence[TreeEntry], published: Sequence[TreeEntry]) -> list[TreeEntry]:
    """The reports of the one commit and the code of the other."""
    reports = [entry for entry in head if entry.is_report]
    return [*reports, *(entry for entry in published if not entry.is_report)]
