"""Trees of files that a plan is read from: on disk, in memory, or one with a folder replaced."""

from __future__ import annotations

import errno
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from renstra.reading.files import data_files

MOST = 50_000_000
"""Bytes of a file that is opened at all; what the data may have is far less."""


class Tree(Protocol):
    """Files by name, such as ``target/kg-001.yml``, and how problems name them."""

    def names(self) -> list[str]:
        """The files that belong to a plan, or seem to, sorted."""

    def read(self, name: str) -> bytes:
        """What a file holds. Raises OSError where it cannot be read."""

    def shown(self, name: str) -> str:
        """How problems name a file; the tree itself for no name."""


class _Labelled:
    """Names files below a name of their own."""

    label: str

    def shown(self, name: str) -> str:
        """The file below the name of them all."""
        return f"{self.label}/{name}".rstrip("/")


@dataclass(frozen=True)
class Folder(_Labelled):
    """A folder on disk, and how problems name it."""

    path: Path
    label: str

    def names(self) -> list[str]:
        """The files in it; none where there is no such folder."""
        return data_files(self.path)

    def read(self, name: str) -> bytes:
        """What a file holds now; only a regular one is opened, for others may lead elsewhere."""
        file = self.path / name
        found = file.lstat()
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(file))
        if found.st_size > MOST:
            raise OSError(errno.EFBIG, "too large", str(file))
        return file.read_bytes()


@dataclass(frozen=True)
class Files(_Labelled):
    """Files in memory, such as those of a revision, or as they would be."""

    content: Mapping[str, bytes]
    label: str

    def names(self) -> list[str]:
        """All of them, sorted."""
        return sorted(self.content)

    def read(self, name: str) -> bytes:
        """What a file holds."""
        if name not in self.content:
            raise FileNotFoundError(name)
        return self.content[name]


def with_files(folder: Folder, fresh: Mapping[str, bytes]) -> Files:
    """What a folder would hold if files were written into it."""
    held = {known: folder.read(known) for known in folder.names()}
    return Files({**held, **fresh}, folder.label)


@dataclass(frozen=True)
class Replaced:
    """A tree of which one folder is another tree."""

    tree: Tree
    folder: str
    other: Tree

    def names(self) -> list[str]:
        """The files of both, as if all were in the first."""
        own = [name for name in self.tree.names() if not name.startswith(f"{self.folder}/")]
        return sorted([*own, *(f"{self.folder}/{name}" for name in self.other.names())])

    def read(self, name: str) -> bytes:
        """What a file of either holds."""
        tree, inside = self._place(name)
        return tree.read(inside)

    def shown(self, name: str) -> str:
        """The file as the tree names it that it stands in."""
        tree, inside = self._place(name)
        return tree.shown(inside)

    def _place(self, name: str) -> tuple[Tree, str]:
        folder, _, inside = name.partition("/")
        return (self.other, inside) if folder == self.folder else (self.tree, name)
