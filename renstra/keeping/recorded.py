"""The mends that a state of the data records, and what each of them tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FIELD = "perbaikan"
NOTHING = "(tidak ada)"
"""What stood where a word of the decree was missing from our copy."""

EMPTY = "(kosong)"
"""How a record says that a cell is empty."""


@dataclass(frozen=True)
class Recorded:
    """A recorded mend, as any revision has it, whether today's models take that or not."""

    kode: str
    """The id nearest to it; empty where there is none."""

    bagian: str
    semula: str
    """What our copy had, where that was not what was extracted; else empty."""

    terekstrak: str
    dibaca: str

    def is_of(self, kunci: str) -> bool:
        """Whether it stands beside the value of that key of the list."""
        return kunci.startswith(f"{self.kode}." if self.kode else "rencana.yml.")

    def tells(self, dulu: str, kini: str) -> bool:
        """Whether by it `kini` is read where `dulu` stood: all of a text, a cell, or a word."""
        stood = self.semula or self.terekstrak
        if dulu in cells(stood) and kini in cells(self.dibaca):
            return True
        return bool(stood) and dulu.replace(stood, self.dibaca, 1) == kini

    def tells_back(self, dulu: str | None, kini: str | None) -> bool:
        """Whether without it `kini` stands as it was extracted, where `dulu` was read."""
        if dulu is not None and not _within(dulu, self.dibaca):
            return False
        return kini is None or _within(kini, self.terekstrak)


def cells(text: str) -> set[str]:
    """A text of a record as a whole and, where it is a row, each of its cells."""
    return {_plain(piece) for piece in (text, *text.split(" | "))}


def _plain(text: str) -> str:
    plain = " ".join(text.replace("¦", " ").split())
    return "" if plain == EMPTY else plain


def _within(part: str, text: str) -> bool:
    return part in cells(text) or (bool(part) and f" {part} " in f" {_plain(text)} ")


def recorded(value: object, kode: str = "") -> Iterator[Recorded]:
    """Every mend in what a file holds."""
    if isinstance(value, dict):
        kode = value["id"] if isinstance(value.get("id"), str) else kode
        listed = value.get(FIELD)
        for mend in listed if isinstance(listed, list) else ():
            if isinstance(mend, dict):
                keys = ("bagian", "semula", "terekstrak", "dibaca")
                texts = [str(mend.get(key) or "") for key in keys]
                yield Recorded(kode, *texts)
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inside:
        yield from recorded(item, kode)
