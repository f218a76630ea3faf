"""Every word and cell of the decree as the data have them, in the plan's reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from renstra.dialect.document import Keys
from renstra.dialect.problem import Problem
from renstra.keeping.recorded import NOTHING
from renstra.keeping.voices import voices
from renstra.model.base import Entry
from renstra.model.kegiatan import Program
from renstra.model.perubahan import AWAL, Perubahan
from renstra.model.voice import Suara
from renstra.plan.plan import Plan
from renstra.reading.files import OPTIONAL, SINGLE

_FILES = {model: name for name, model in {**SINGLE, **OPTIONAL}.items()}


@dataclass(frozen=True)
class Kata:
    """A value of the decree's voice: a word, a cell, an amount."""

    kunci: str
    """What it is known by: the nearest id above it and the way from there, counted from 1, such as
    ``ik-039.target.2020`` or ``kep-001.baris.2``; no two have the same."""

    isi: str
    """It as it stands; empty where the decree leaves a cell empty."""

    entry: Entry
    keys: Keys
    """The way to it in the entry that holds it."""

    def problem(self, message: str) -> Problem:
        """A problem with it, at its line."""
        return self.entry.problem(message, *self.keys)


def words_by_decree(plan: Plan) -> dict[str, list[Kata]]:
    """What each decree says, by its id: the plan as first decided (``awal``), then the changes."""
    found = {AWAL: words_of_decree(plan.as_of(AWAL))}
    before = found[AWAL]
    for change in plan.perubahan:
        after = words_of_decree(plan.as_of(change.id))
        found[change.id] = [*_said(change), *_changed(change, before, after)]
        before = after
    return found


def _said(change: Perubahan) -> Iterator[Kata]:
    """What a decree says of itself, of what it withdraws, and since when what it adds is there."""
    for name in ("nomor", "tanggal", "sejak"):
        yield Kata(f"{change.id}.{name}", _one_line(getattr(change, name)), change, (name,))
    for item in change.cabut:
        for name in ("mulai", "alasan"):
            kunci = f"{change.id}.cabut.{item.kode}.{name}"
            yield Kata(kunci, _one_line(getattr(item, name)), item, (name,))
    for added in change.tambah:
        kunci = f"{change.id}.tambah.{added.isi.get('id', added.di)}.mulai"
        yield Kata(kunci, _one_line(added.mulai or change.sejak.year), added, ("mulai",))


def _changed(change: Perubahan, before: list[Kata], after: list[Kata]) -> Iterator[Kata]:
    """What the plan says since a decree, and did not before."""
    old = {kata.kunci: kata.isi for kata in before}
    yield from (kata for kata in after if old.get(kata.kunci) != kata.isi)
    there = {kata.kunci for kata in after}
    for item in change.ubah:
        if item.di in old and item.di not in there:
            yield Kata(item.di, NOTHING, item, ("menjadi",))


def words_of_decree(plan: Plan) -> list[Kata]:
    """All that a plan says, in the reading order: its prose, what it lists, its tables."""
    return [kata for root in plan.roots for kata in _below(plan, root, _FILES.get(type(root), ""))]


def _below(plan: Plan, entry: Entry, place: str) -> Iterator[Kata]:
    place = getattr(entry, "id", place)
    speaks = voices(type(entry))
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if speaks.get(name) is Suara.KEPUTUSAN:
            yield from _values(entry, (name,), f"{place}.{name}", value)
        elif isinstance(value, Entry):
            yield from _below(plan, value, f"{place}.{name}")
        elif name not in speaks:
            for number, item in enumerate(value or (), 1):
                yield from _below(plan, item, f"{place}.{name}.{number}")
    if isinstance(entry, Program):  # whose activities have files of their own
        for kegiatan in plan.kegiatan_of(entry):
            yield from _below(plan, kegiatan, "")


def _values(entry: Entry, keys: Keys, kunci: str, value: Any) -> Iterator[Kata]:
    if isinstance(value, dict):
        for key, cell in value.items():
            text = "" if cell is None else _one_line(cell)
            yield Kata(f"{kunci}.{key}", text, entry, (*keys, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield Kata(f"{kunci}.{index + 1}", _one_line(item), entry, (*keys, index))
    elif value is not None:
        yield Kata(kunci, _one_line(value), entry, keys)


def _one_line(value: Any) -> str:
    return str(value).replace("\\", "\\\\").replace("\n", "\\n")
