"""An ordinary edit of the plan's files as a decree says it: changed, added, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from renstra.reading.files import LISTS
from renstra.reading.places import row_name

_EMPTY = ("", None)
Files = Mapping[str, Any]
"""Name of a file to what it holds."""


@dataclass(frozen=True)
class Diubah:
    """A value that is another."""

    di: str
    menjadi: Any


@dataclass(frozen=True)
class Ditambah:
    """A thing more in a list."""

    di: str
    sesudah: str | None
    isi: Mapping[str, Any]
    berkas: str = ""
    """The file of its own that it was read from; empty where it stands in its list."""


@dataclass(frozen=True)
class Dicabut:
    """A thing that is no longer there."""

    kode: str
    nama: str
    """Its words, for whoever is asked why."""


@dataclass(frozen=True)
class Terhalang:
    """An edit that no decree can say."""

    berkas: str
    di: str
    alasan: str


Suntingan = Diubah | Ditambah | Dicabut | Terhalang


def edits(before: Files, after: Files) -> list[Suntingan]:
    """What leads from one state of the plan's files to the other, file by file.

    A file that only one of them has belongs to a list of names, where it is told of.
    """
    found: list[Suntingan] = []
    for name in before:
        if name in after:
            head = _head(name, before[name])
            found += _of_value(_Where(name, head, after, head), before[name], after[name])
    return found


@dataclass(frozen=True)
class _Where:
    """Where a value stands: its file, what it is called, and the files as they are now."""

    berkas: str
    di: str
    files: Files
    head: str
    """What it is called up to the nearest id."""

    way: tuple[str, ...] = ()
    """The keys from the top of the file, ``*`` for an item of a list."""

    def at(self, key: object) -> _Where:
        way = (*self.way, str(key))
        return _Where(self.berkas, f"{self.di}.{key}", self.files, self.head, way)

    def item(self, name: str, head: str) -> _Where:
        return _Where(self.berkas, name, self.files, head, (*self.way, "*"))

    def refuse(self, reason: str) -> Terhalang:
        return Terhalang(self.berkas, self.di, reason)


def _head(name: str, value: Any) -> str:
    own = value.get("id") if isinstance(value, dict) else None
    return own if isinstance(own, str) else name


def _of_value(where: _Where, old: Any, new: Any) -> Iterator[Suntingan]:
    if type(old) is type(new) is dict:
        yield from _of_mapping(where, old, new)
    elif type(old) is type(new) is list:
        yield from _of_list(where, old, new)
    elif old != new or type(old) is not type(new):
        yield Diubah(where.di, new)


def _of_mapping(where: _Where, old: dict[Any, Any], new: dict[Any, Any]) -> Iterator[Suntingan]:
    for key in {**old, **new}:
        inside = where.at(key)
        if key == "perbaikan" and old.get(key) != new.get(key):
            yield inside.refuse(
                "perbaikan salinan dicatat tersendiri, dengan renstra keutuhan --perbaikan"
            )
        elif key == "id" and old.get(key) != new.get(key):
            yield inside.refuse(
                "kode tidak pernah berubah; cabut yang lama dan tambahkan yang baru"
            )
        elif key in old and key in new:
            yield from _of_value(inside, old[key], new[key])
        elif key in old and _is_listed(old[key]):
            yield inside.refuse("daftar ini hilang; kembalikan, lalu cabut butirnya satu demi satu")
        else:
            yield Diubah(inside.di, new.get(key))


def _is_listed(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _of_list(where: _Where, old: list[Any], new: list[Any]) -> Iterator[Suntingan]:
    family = _family(where)
    names_before, names_after = ([_name(item, family) for item in items] for items in (old, new))
    if None in names_before or None in names_after:
        yield from _by_place(where, old, new)
        return
    kept = [name for name in names_after if name in names_before]
    if kept != [name for name in names_before if name in names_after]:
        yield where.refuse("urutannya lain; keputusan menambah dan mencabut, tidak memindahkan")
        return
    there = dict(zip(names_after, new, strict=True))
    for name, item in zip(names_before, old, strict=True):
        row = isinstance(item, dict) and "id" not in item
        head = where.head if row else str(name)
        inside = where.item(f"{head}#{name}" if row else head, head)
        if name in there:
            yield from _of_value(inside, item, there[name]) if not family else ()
        elif row:
            yield inside.refuse(
                "baris ini hilang; kembalikan, atau tulis perubahannya dengan tangan"
            )
        else:
            own = where.files.get(family.format(name)) if family else item
            yield Dicabut(str(name), _words(item if own is None else own))
    for position, name in enumerate(names_after):
        if name in names_before:
            continue
        item = new[position]
        isi = where.files.get(family.format(name)) if family else item
        if not isinstance(isi, dict) or "id" not in isi:
            yield where.refuse(f"{name} ditambahkan tanpa kode atau tanpa berkasnya")
            continue
        last = all(other not in names_before for other in names_after[position:])
        before = None if last else names_after[position - 1]
        yield Ditambah(where.di, before, isi, family.format(name) if family else "")


def _by_place(where: _Where, old: list[Any], new: list[Any]) -> Iterator[Suntingan]:
    if len(old) != len(new):
        yield where.refuse(
            f"panjang daftar ini {len(new)}, semula {len(old)}; tulis perubahannya dengan tangan"
        )
        return
    for place, (was, now) in enumerate(zip(old, new, strict=True), 1):
        yield from _of_value(where.at(place), was, now)


def _name(item: Any, family: str) -> str | None:
    """What an item of a list is known by: its id, what it refers to, or the file it names."""
    if isinstance(item, dict):
        own = item.get("id")
        return own if isinstance(own, str) else row_name(item)
    return item if family and isinstance(item, str) else None


def _family(where: _Where) -> str:
    """The name of the files that a list of names orders, with a place for theirs; else empty."""
    for pattern, (listing, way) in LISTS.items():
        if (listing, way[:-1]) == (where.berkas, where.way):
            return f"{pattern.partition('/')[0]}/{{}}.yml"
    return ""


def _words(item: Any) -> str:
    texts = (item.get(key) for key in ("nama", "judul", "teks")) if isinstance(item, dict) else ()
    return next((text for text in texts if isinstance(text, str)), "")


def since(value: Any, first: int) -> Any:
    """What is added, without the empty cells of the years before it came."""
    if isinstance(value, dict):
        kept = {
            key: inside
            for key, inside in value.items()
            if not (isinstance(key, int) and key < first and inside in _EMPTY)
        }
        return {key: since(inside, first) for key, inside in kept.items()}
    if isinstance(value, list):
        return [since(item, first) for item in value]
    return value


def refused(found: Sequence[Suntingan]) -> list[Terhalang]:
    """What of an edit no decree can say."""
    return [item for item in found if isinstance(item, Terhalang)]
