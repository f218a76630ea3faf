"""What was made to be published, in one small file: its address, its commit and its digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "terbit.json"


@dataclass(frozen=True)
class Record:
    """A folder that passed the gate and may be published."""

    alamat: str
    """The address that it is made for."""

    commit: str
    """The commit that it is made from; empty without a history."""

    kapan: str
    """The day of the data, ISO; empty without a history."""

    sidik: str
    """The digest of all of the folder, see `digest`."""


def digest(folder: Path) -> str:
    """SHA-256 over the name and the content of every file, in the order of the names."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return digest_of(
        {
            file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in files
        }
    )


def digest_of(contents: Mapping[str, str]) -> str:
    """The same, of the SHA-256 of each content by its name."""
    lines = (f"{content}  {name}\n" for name, content in sorted(contents.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def write_record(build: Path, record: Record) -> None:
    """Leave the record in the folder `build`."""
    text = json.dumps(asdict(record), indent=2) + "\n"
    (build / NAME).write_text(text, encoding="utf-8")


def read_record(build: Path) -> Record | None:
    """The record of what was last made; None where nothing was, or a build was cut off."""
    try:
        return Record(**json.loads((build / NAME).read_text(encoding="utf-8")))
    except (OSError, TypeError, ValueError):
        return None
