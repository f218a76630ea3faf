"""A second, straight reading of a data folder: YAML and the standard library, nothing of `renstra`.

What it says cannot share a mistake with the code that it is held against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

BESIDE = ("keutuhan", "terbit", "uji-cari")
"""Folders of the data that hold no part of the plan."""

REPORTS = "realisasi"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Isi:
    """What the files of a data folder say, each by its path in the folder."""

    folder: Path
    berkas: dict[str, Any]

    def get(self, name: str) -> dict[str, Any]:
        """What a file says; nothing where the plan does without it."""
        found: dict[str, Any] = self.berkas.get(name) or {}
        return found

    def lines(self, name: str) -> list[str]:
        """The lines of a text file; none where there is no such file."""
        file = self.folder / name
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

    def entries(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every mapping of the plan with the file it stands in, its reports left out."""
        for name, value in self.berkas.items():
            if not name.startswith(f"{REPORTS}/"):
                yield from ((name, entry) for entry in mappings(value))

    @cached_property
    def by_id(self) -> dict[str, dict[str, Any]]:
        """Id to its entry."""
        return {entry["id"]: entry for _, entry in self.entries() if "id" in entry}


def read(folder: Path) -> Isi:
    """Read every YAML file of the plan and its reports."""
    found: dict[str, Any] = {}
    for file in sorted(folder.rglob("*.yml")):
        name = file.relative_to(folder).as_posix()
        if not name.startswith((*(f"{beside}/" for beside in BESIDE), ".")) and "/." not in name:
            found[name] = yaml.load(file.read_text(encoding="utf-8-sig"), _LOADER)
    return Isi(folder, found)


def mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping of a value, in its order, each before those inside it."""
    if isinstance(value, dict):
        yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inside:
        yield from mappings(item)


def texts(value: Any) -> Iterator[str]:
    """Every text of a value, in its order, and every number as the decree prints it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int):
        yield f"{value:,}".replace(",", ".")
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inside:
        yield from texts(item)


def plain(text: str) -> str:
    """The letters and digits of a text alone, for comparing words and not signs."""
    return re.sub(r"[\W_]", "", text.casefold())
