"""Another office begins from a copy of the project: its code, a made-up office's data, no past."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from renstra.past.git import git

START = "contoh/kantor"
"""The small made-up office whose data a new office begins with, to replace file by file."""

OWN = "data"
"""The folder that belongs to the office that is copied from."""

NOT_TAKEN = ("realisasi", "keutuhan", "terbit", "uji-cari")
"""Folders of the made-up office that a new one makes for itself."""

EMPTIED = (
    *("site_name", "site_description", "site_url", "edit_uri_template"),
    *("ppid", "laporan_kesalahan"),
)
"""Settings in which an office names itself."""

_NAMED = re.compile(r"(?<=<!-- kantor -->\n).*?(?=<!-- /kantor -->)", re.DOTALL)
_OFFICE = """\
The strategic plan of an office as structured data and as a public site in Indonesian: every
indicator, target and budget line can be searched, linked, compared and checked.
"""


class CopyError(Exception):
    """Why no copy can be made, in Indonesian."""


def copy_project(project: Path, target: Path) -> None:
    """Write the start of another office's project into `target`, a folder that is not there yet.

    Nothing of the first office comes along: not its data, its settings, its name or its past.
    Raises CopyError, and leaves nothing behind then.
    """
    if target.exists():
        raise CopyError(f"{target}: sudah ada; sebut folder yang belum ada")
    names = list(_tracked(project))
    try:
        for name in names:
            _copy(project / name, target / name)
        shutil.copytree(project / START, target / OWN, ignore=shutil.ignore_patterns(*NOT_TAKEN))
        _edit(target / "mkdocs.yml", _without_names)
        _edit(target / "README.md", lambda text: _NAMED.sub(lambda _: _OFFICE, text))
    except OSError as error:
        shutil.rmtree(target, ignore_errors=True)
        what = f"{error.filename or target}: tidak dapat dibaca atau ditulis"
        raise CopyError(f"{what}; periksa folder, izin dan sisa ruangnya") from None
    git(target, "init", "--quiet", "--initial-branch=main")
    git(target, "add", "--all")


def _tracked(project: Path) -> Iterator[Path]:
    """What git knows of the project and is not one office's own."""
    listed = git(project, "ls-files", "-z")
    if not listed:
        raise CopyError(
            f"{project}: bukan repositori git proyek ini; jalankan dari salinan yang diambil git"
        )
    for name in map(Path, listed.decode("utf-8", "surrogateescape").split("\0")[:-1]):
        if not name.is_relative_to(OWN) and (project / name).is_file():
            yield name


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)


def _edit(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def _without_names(settings: str) -> str:
    """The settings as they are before an office has set any, with no moved address."""
    for key in EMPTIED:
        settings = re.sub(rf"^( *{key}:).*$", r'\1 ""', settings, flags=re.MULTILINE)
    return re.sub(r"^( +)pindah:.*\n(?:\1 +.*\n)*", r"\1pindah: {}\n", settings, flags=re.MULTILINE)
