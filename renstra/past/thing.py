"""The things of a file: whatever has an id, or is known by what it refers to, with flat fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from renstra.dialect.document import REFUSED
from renstra.model.base import Entry
from renstra.model.realisasi import Realisasi
from renstra.model.rencana import Satuan
from renstra.past.models import FILES, inner_models, noun_of, one_model
from renstra.reading.places import REFERENCES

PARENT = "induk"
"""The field that names the thing in which a thing stands."""

_ORDERED = frozenset({"baris"})
"""Lists of text whose order is part of what they say: the printed lines of a block."""


@dataclass(frozen=True, eq=False, slots=True)
class Thing:
    """A thing of the data at one revision."""

    key: str
    """Known by this for ever: its id, or for a thing without one where it stands and what it refers
    to, such as ``tabel-iv-2#pg-1`` or ``realisasi/2023#ik-014``."""

    jenis: str
    """What it is called, such as ``indikator``."""

    kode: str
    """The id of what it is about, such as ``ik-014``: its own, or what it refers to."""

    tahun: int | None
    """The year of a report; None for everything else."""

    fields: Mapping[str, str | None]
    """Way to a value, such as ``target.2023``, to the value as printed; None where the value stands
    there and could not be read. What is empty is not there."""

    @property
    def nama(self) -> str:
        """Its name or words, as far as it has any of its own."""
        return next((text for key in NAMES if (text := self.fields.get(key))), "")

    @property
    def dicabut(self) -> bool:
        """Whether its entry says that it is withdrawn."""
        return any(name.startswith("dicabut.") for name in self.fields)


NAMES = ("nama", "judul", "teks", "kepanjangan", "baris", "nomor")
"""Fields that name a thing."""


@dataclass(frozen=True)
class ThingPlace:
    """Where a mapping stands: what it may be, and what is above it."""

    models: tuple[type[Entry], ...]
    key: str
    """The key of the list it is an item of; the file's own name at the top of a file."""

    parent: str = ""
    """The key of the thing above; empty at the top of a file."""

    tahun: int | None = None
    top: bool = False

    def inside(self, model: type[Entry] | None, key: str, own: Identity | None) -> ThingPlace:
        """The place of what stands under `key` of a mapping that stands here."""
        parent = own.key if own else self.parent
        tahun = own.tahun if own else self.tahun
        return ThingPlace(inner_models(model, key), key, parent, tahun)


@dataclass(frozen=True)
class Identity:
    """How a mapping is known."""

    key: str
    kode: str
    tahun: int | None
    named: tuple[str, ...]
    """The keys of the mapping that this says, which are no fields."""


def identify(value: Mapping[Any, Any], place: ThingPlace) -> Identity | None:
    """How a mapping is known at its place; None where nothing of it would identify it."""
    own = value.get("id")
    dari, ke = value.get("dari"), value.get("ke")
    if isinstance(dari, str) and isinstance(ke, str):
        return Identity(f"{dari} → {ke}", f"{dari} → {ke}", None, ("dari", "ke"))
    if isinstance(own, str):
        # A unit is a common word, which a chapter may have for its id, too.
        key = f"satuan {own}" if Satuan in place.models else own
        return Identity(key, own, None, ("id",))
    if place.top:
        return _head(value, place)
    for name in REFERENCES:
        if isinstance(kode := value.get(name), str):
            key = f"{place.parent}#{kode}"
            return Identity(key, kode, place.tahun, (name,))
    return None


def _head(value: Mapping[Any, Any], place: ThingPlace) -> Identity:
    tahun = value.get("tahun")
    if place.models[:1] == (Realisasi,) and isinstance(tahun, int):
        return Identity(f"realisasi/{tahun}", str(tahun), tahun, ("tahun",))
    name = FILES.get(place.models[0], place.key) if place.models else place.key
    return Identity(name, name, None, ())


def things_in(value: Mapping[Any, Any], place: ThingPlace) -> Iterator[Thing]:
    """The thing that a mapping is, if anything identifies it, and every thing below it."""
    own = identify(value, place)
    model = one_model(place.models, value)
    fields: dict[str, str | None] = {}
    inner: list[Thing] = []
    named = own.named if own else ()
    for key, item in value.items():
        if key not in named:
            _flatten(item, str(key), place.inside(model, str(key), own), fields, inner)
    if own:
        yield from _thing(own, model, place, fields)
    yield from inner


def _thing(
    own: Identity, model: type[Entry] | None, place: ThingPlace, fields: dict[str, str | None]
) -> Iterator[Thing]:
    # An empty form reports nothing, and a file that is only a list says nothing of its own.
    if not fields and own.named != ("id",):
        return
    if own.named == ("id",) and place.parent and place.parent not in FILES.values():
        fields[PARENT] = place.parent
    yield Thing(own.key, noun_of(model, own.kode, place.key), own.kode, own.tahun, fields)


def _flatten(
    value: Any, way: str, place: ThingPlace, fields: dict[str, str | None], inner: list[Thing]
) -> None:
    """Put `value` into fields, and the things that it holds among the others."""
    if value is REFUSED:
        fields[way] = None
    elif isinstance(value, dict):
        if "id" in value:
            inner.extend(things_in(value, place))
            return
        model = one_model(place.models, value)
        for key, item in value.items():
            there = ThingPlace(inner_models(model, str(key)), str(key), place.parent, place.tahun)
            _flatten(item, f"{way}.{key}", there, fields, inner)
    elif isinstance(value, list):
        texts = [text for item in value for text in _items(item, place, inner)]
        if texts:
            joined = texts if place.key in _ORDERED else sorted(texts)
            fields[way] = None if REFUSED in value else "; ".join(joined)
    elif value is not None:
        fields[way] = printed(value)


def _items(item: Any, place: ThingPlace, inner: list[Thing]) -> Iterator[str]:
    """What an item of a list says where it is no thing itself."""
    if not isinstance(item, dict):
        yield printed(item)
    elif identify(item, place):
        inner.extend(things_in(item, place))
    else:
        fields: dict[str, str | None] = {}
        model = one_model(place.models, item)
        for key, inside in item.items():
            there = ThingPlace(inner_models(model, str(key)), str(key), place.parent, place.tahun)
            _flatten(inside, str(key), there, fields, inner)
        yield ", ".join(f"{key}: {text}" for key, text in sorted(fields.items()))


def printed(value: Any) -> str:
    """A value as its file prints it, however it was quoted."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "; ".join(printed(item) for item in value)
    return "?" if value is REFUSED else " ".join(str(value).split())
