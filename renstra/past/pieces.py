"""A year's report of any revision, entry by entry: what a commit left as it was is read once.

An office commits a year's file hundreds of times, each time with another entry or two. Read whole
each time, such a past would soon take longer than all the rest of a build.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from renstra.dialect.document import parse_yaml
from renstra.model.base import Known
from renstra.model.laporan import Laporan
from renstra.model.realisasi import Realisasi
from renstra.past.models import inner_models
from renstra.past.thing import Thing, ThingPlace, things_in
from renstra.reading.validate import validate

ITEM = b"\n  - "
_TOP = re.compile(rb"\n(?=[^ \r\n#])")
_KEY = re.compile(rb"(?:^|\n)(\w+):[ \r]*$")
_LISTS = ("indikator", "program", "kegiatan", "baris")


@dataclass(frozen=True)
class Piece:
    """A part of a file by itself."""

    things: tuple[Thing, ...]
    entry: Realisasi | Laporan | None
    """What it says as a model; None where today's model does not take it."""


class Unlike(Exception):  # noqa: N818 - no fault of the file, which is then read whole
    """The file is not written entry by entry, or not without a flaw."""


class Pieces:
    """The parts of the reports of a past, each read once."""

    def __init__(self) -> None:
        self._cuts: dict[bytes, tuple[bytes, bytes]] = {}
        self._heads: dict[bytes, tuple[Piece, dict[tuple[str, bytes], Piece]]] = {}

    def read(self, content: bytes, name: str) -> list[Piece]:
        """The head of a year's report, then each of its entries.

        Raises Unlike where it must be read as a whole.
        """
        head, items = self._split(content)
        if head not in self._heads:
            self._heads[head] = (_read_head(head, name), {})
        first, known = self._heads[head]
        assert isinstance(first.entry, Realisasi)
        found = [first]
        for item in items:
            if item not in known:
                known[item] = _read_entry(first.entry, *item, name)
            found.append(known[item])
        return found

    def _split(self, content: bytes) -> tuple[bytes, list[tuple[str, bytes]]]:
        """The text of a file without its entries, and those with the list that each stands in."""
        if not content.endswith(b"\n"):
            raise Unlike
        head, *rest = content[:-1].split(ITEM)
        items, key = [], _last_key(head) if rest else ""
        for chunk in rest:
            if chunk not in self._cuts:
                cut = _TOP.search(chunk)
                end = cut.start() if cut else len(chunk)
                # The end of its last line is its own: a text may stand there.
                self._cuts[chunk] = chunk[:end] + b"\n", chunk[end:]
            item, more = self._cuts[chunk]
            items.append((key, item))
            if more:
                head += more
                key = _last_key(more)
        return head + b"\n", items


def _last_key(text: bytes) -> str:
    """The list that begins at the end of a text."""
    found = _KEY.search(text)
    if found is None or (key := found[1].decode()) not in _LISTS:
        raise Unlike
    return key


def _read_head(head: bytes, name: str) -> Piece:
    document, problems = parse_yaml(head, name)
    if document is None or problems or not isinstance(document.value, dict):
        raise Unlike
    entry, more = validate(document, Realisasi, Known())
    if not isinstance(entry, Realisasi) or more:
        raise Unlike
    place = ThingPlace((Realisasi,), name.removesuffix(".yml"), top=True)
    return Piece(tuple(things_in(document.value, place)), entry)


def _read_entry(head: Realisasi, key: str, item: bytes, name: str) -> Piece:
    document, problems = parse_yaml(b"    " + item, name)
    value = document.value if document else None
    if document is None or problems or not isinstance(value, dict):
        raise Unlike
    if not isinstance(value.get("kode"), str):  # nothing says what it is about
        raise Unlike
    models = inner_models(Realisasi, key)
    place = ThingPlace(models, key, f"realisasi/{head.tahun}", head.tahun)
    entry, more = validate(document, models[0], Known())
    if not isinstance(entry, Laporan) or more:
        return Piece(tuple(things_in(value, place)), None)
    entry.share(head.sumber)
    return Piece(tuple(things_in(value, place)), entry)
