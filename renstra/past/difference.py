"""What differs between two states of the data: things added, taken away and changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal

from renstra.model.kinds import rank, withdrawable
from renstra.past.models import model_of_file
from renstra.past.snapshot import Snapshot
from renstra.past.thing import NAMES, PARENT, Thing

Aspek = Literal[
    "ditambahkan", "dicabut", "dipulihkan", "dihapus", "hilang", "dipindahkan", "diubah"
]
"""What happened. `dicabut`: its entry now says so; `dipulihkan`: it no longer does; `dihapus`: it
is gone, having been withdrawn before or being of a kind that needs no such word; `hilang`: it is
gone without having been withdrawn."""

Tanda = Literal["sama", "dihapus", "ditambahkan"]
Deret = tuple[tuple[Tanda, str], ...]
"""Runs of words in their order, each with whether both texts have it or only one of them."""

_PROSE = 6
_NOTHING: Mapping[str, str | None] = {}


@dataclass(frozen=True)
class Change:
    """One change of one thing."""

    thing: Thing
    """The thing as it is now, or as it was last."""

    aspek: Aspek
    bidang: str = ""
    """The way to the field that changed, such as ``target.2023``; empty where the whole thing is
    meant."""

    sebelum: str | None = None
    """The value as printed; None where there was none."""

    sesudah: str | None = None

    @property
    def tahun(self) -> int | None:
        """The year that the change is about, if it is about one."""
        last = self.bidang.rpartition(".")[2]
        if self.thing.tahun is None and re.fullmatch(r"\d{4}", last):
            return int(last)
        return self.thing.tahun

    @property
    def prosa(self) -> bool:
        """Whether the values are text, which is better compared word by word."""
        if self.aspek != "diubah" or not self.sebelum or not self.sesudah:
            return False
        return max(len(text.split()) for text in (self.sebelum, self.sesudah)) >= _PROSE

    @cached_property
    def deret(self) -> Deret:
        """The two values compared word by word."""
        return word_runs(self.sebelum or "", self.sesudah or "")


def word_runs(before: str, after: str) -> Deret:
    """Two texts compared word by word."""
    old, new = before.split(), after.split()
    runs: list[tuple[Tanda, str]] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, other, stop in matcher.get_opcodes():
        if kind == "equal":
            runs.append(("sama", " ".join(old[start:end])))
            continue
        if end > start:
            runs.append(("dihapus", " ".join(old[start:end])))
        if stop > other:
            runs.append(("ditambahkan", " ".join(new[other:stop])))
    return tuple(runs)


def differences(
    before: Mapping[str, Thing | None], after: Mapping[str, Thing | None]
) -> tuple[Change, ...]:
    """Every change from one state to the other, by kind of thing, then by key and field."""
    found = [
        change for key in {**before, **after} for change in _of_one(before.get(key), after.get(key))
    ]
    return tuple(sorted(found, key=_order))


def compare_snapshots(
    before: Snapshot, after: Snapshot
) -> tuple[tuple[Change, ...], dict[str, int]]:
    """Every change between two revisions, as far as both can be read.

    The other part is how many things of each unreadable file could not be compared.
    """
    unknown: dict[str, int] = {}
    old: dict[str, Thing | None] = {}
    new: dict[str, Thing | None] = {}
    for key in {**dict.fromkeys(before.keys), **dict.fromkeys(after.keys)}:
        was, now = before.get(key), after.get(key)
        hidden = ""
        if was and not now:
            hidden = _hidden(before, after, key)
        elif now and not was:
            hidden = _hidden(after, before, key)
        if hidden:
            unknown[hidden] = unknown.get(hidden, 0) + 1
        else:
            old[key], new[key] = was, now
    return differences(old, new), unknown


def _hidden(there: Snapshot, other: Snapshot, key: str) -> str:
    """The unreadable file of `other` in which a thing that is `there` may stand; "" for none.

    It may stand in any file of the kind of its own; a file of no known name may hold anything.
    """
    path = there.path_of(key)
    if path in other.unread:
        return path
    kind = model_of_file(path, ())
    for name in sorted(other.unread):
        model = model_of_file(name, ())
        if model is None or kind is None or model is kind:
            return name
    return ""


def _of_one(before: Thing | None, after: Thing | None) -> Iterator[Change]:
    if before is None or after is None:
        if after:
            yield Change(after, "ditambahkan")
        elif before:
            silent = withdrawable(before.jenis) and not before.dicabut
            yield Change(before, "hilang" if silent else "dihapus")
        return
    if before is after:
        return
    was, now = before.fields, after.fields
    if before.dicabut != after.dicabut:
        text = _withdrawal(after if after.dicabut else before)
        if after.dicabut:
            yield Change(after, "dicabut", "dicabut", None, text)
        else:
            yield Change(after, "dipulihkan", "dicabut", text, None)
    for name in {**was, **now}:
        old, new = was.get(name), now.get(name)
        # A value that stands there and could not be read is no change.
        unread = (name in was and old is None) or (name in now and new is None)
        if old == new or unread:
            continue
        if name.startswith("dicabut.") and before.dicabut != after.dicabut:
            continue
        yield Change(after, "dipindahkan" if name == PARENT else "diubah", name, old, new)


def _withdrawal(thing: Thing) -> str:
    first, reason = (thing.fields.get(f"dicabut.{name}") for name in ("mulai", "alasan"))
    return ": ".join(part for part in (f"mulai {first}" if first else "", reason) if part)


def natural(text: str) -> tuple[tuple[int, int | str], ...]:
    """A key by which ``S2`` comes before ``S10``."""
    parts = re.split(r"(\d+)", text)
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts)


_FIRST = {name: n for n, name in enumerate(("", "dicabut", PARENT, *NAMES))}


def _order(change: Change) -> tuple[object, ...]:
    thing = change.thing
    field = _FIRST.get(change.bidang, len(_FIRST))
    return rank(thing.jenis), thing.jenis, natural(thing.key), field, natural(change.bidang)
