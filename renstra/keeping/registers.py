"""The registers of what was once published: addresses of pages, and ids. They only ever grow."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from renstra.dialect.document import read_yaml
from renstra.keeping.atomic import write_atomically
from renstra.reading.files import OPTIONAL, SINGLE, TERBIT, data_files, family
from renstra.reading.ids import declared

ADDRESSES = f"{TERBIT}/alamat.txt"
IDS = f"{TERBIT}/id.txt"


def registered(file: Path) -> list[str]:
    """The lines of a register; none where it is not there yet.

    Raises OSError, and ValueError where it is no text.
    """
    return file.read_text(encoding="utf-8").split() if file.exists() else []


def ids_of(data: Path) -> set[str]:
    """Every id that the data declare, of whatever is withdrawn as well.

    The data are sound: what cannot be read declares nothing.
    """
    found: set[str] = set()
    for name in data_files(data):
        model = {**SINGLE, **OPTIONAL}.get(name) or family(name)
        document, _ = read_yaml((data / name).read_bytes, name)
        if model and document:
            found |= {entry.name for entry in declared(model, document.value) if entry.name}
    return found


def addresses_of(site: Path) -> set[str]:
    """The addresses of the pages of a built site, from its root; ``/`` is the first page."""
    folders = (file.parent.relative_to(site).as_posix() for file in site.rglob("index.html"))
    return {f"{folder.removeprefix('.')}/" for folder in folders}


def extend(file: Path, names: Iterable[str]) -> list[str]:
    """Add what a register does not list yet, sorted; what was added. Nothing is ever taken away.

    Raises OSError, and ValueError where the register is no text.
    """
    old = set(registered(file))
    new = sorted(set(names) - old)
    if new:
        file.parent.mkdir(exist_ok=True)
        text = "".join(f"{name}\n" for name in sorted(old.union(new)))
        write_atomically(file, text.encode())
    return new
