"""What the file of a later decree says: itself, what it adds, and what it changes elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from renstra.model.perubahan import Perubahan
from renstra.past.thing import Thing, ThingPlace, printed, things_in

Laid = Mapping[str, Mapping[str, str | None]]
"""Key of a thing to its fields that are now otherwise; None where one is no longer there."""

_PARTS = ("ubah", "tambah", "cabut")


def things_of(value: Mapping[Any, Any], name: str) -> Iterator[Thing]:
    """The decree itself, and everything that it adds."""
    own = {key: inside for key, inside in value.items() if key not in _PARTS}
    yield from things_in(own, ThingPlace((Perubahan,), name, top=True))
    for item in _items(value, "tambah"):
        head, _, field = str(item.get("di")).partition(".")
        if isinstance(item.get("isi"), dict):
            yield from things_in(item["isi"], ThingPlace((), field, head))


def laid_by(value: Mapping[Any, Any]) -> Laid:
    """What a decree changes of the things of other files, and which of them it withdraws."""
    found: dict[str, dict[str, str | None]] = {}
    for item in _items(value, "ubah"):
        key, _, field = str(item.get("di")).partition(".")
        fields = found.setdefault(key, {})
        fields |= dict.fromkeys(_fields(field, item.get("dari")))
        fields |= _fields(field, item.get("menjadi"))
    for item in _items(value, "cabut"):
        gone = {"revisi": value.get("id"), **{name: item.get(name) for name in ("mulai", "alasan")}}
        fields = {
            f"dicabut.{name}": printed(text) for name, text in gone.items() if text is not None
        }
        found.setdefault(str(item.get("kode")), {}).update(fields)
    return found


def _fields(way: str, value: Any) -> dict[str, str | None]:
    """A value as the fields of a thing have it; nothing for what is empty."""
    if isinstance(value, dict):
        parts = (_fields(f"{way}.{key}", inside) for key, inside in value.items())
        return {name: text for part in parts for name, text in part.items()}
    return {} if value is None else {way: printed(value)}


def _items(value: Mapping[Any, Any], part: str) -> Iterator[Mapping[Any, Any]]:
    listed = value.get(part)
    yield from (
        item for item in (listed if isinstance(listed, list) else ()) if isinstance(item, dict)
    )
