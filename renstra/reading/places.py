"""Places of a plan's files as decrees and messages name them, such as ``ik-039.target.2024``.

A place is the nearest id and the way from there; a row without an id is called after what it refers
to (``tabel-iv-2#pg-1.pagu.2024``), and where nothing has an id the file's name stands first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from renstra.dialect.document import Document, Keys
from renstra.reading.files import changed_by_decree

Documents = Mapping[str, Document]
"""Name of a file to what it holds."""

REFERENCES = ("program", "tujuan", "faktor", "kode")
"""Keys by which an item without an id is known, the first that it has."""

ABSENT = object()
"""Stands for what is not there, which is not the same as an empty value."""


def ids_in(documents: Documents) -> Mapping[str, tuple[str, Keys]]:
    """Id to the file and the way to whatever has it; what no decree changes has no place."""
    return {
        kode: (name, keys)
        for name, document in documents.items()
        if changed_by_decree(name)
        for kode, keys in declared_in(document.value)
    }


def way_to(documents: Documents, di: str) -> tuple[str, Keys, list[str]] | None:
    """The file of a place, the way to its id or row, and the steps from there; None for none."""
    for name in documents:
        if changed_by_decree(name) and (di == name or di.startswith(f"{name}.")):
            return name, (), di[len(name) + 1 :].split(".") if di != name else []
    head, *rest = di.split(".")
    kode, _, row = head.partition("#")
    known = ids_in(documents)
    if kode not in known:
        return None
    name, keys = known[kode]
    if not row:
        return name, keys, rest
    found = next(_rows(documents[name].value_at(keys), row), None)
    return None if found is None else (name, (*keys, *found), rest)


def standing(documents: Documents, di: str) -> Any:
    """What stands at a place; ABSENT where nothing does."""
    found = way_to(documents, di)
    if found is None:
        return ABSENT
    name, keys, rest = found
    value = documents[name].value_at(keys)
    for wanted in rest:
        key = step(value, wanted)
        if key is None:
            return ABSENT
        value = value[key]
    return value


def row_place(document: Document, name: str, keys: Keys, row: str) -> str:
    """How a row is called: after the nearest id above it, and what it refers to."""
    value = document.value
    head = value.get("id") or name
    for key in keys:
        value = value[key]
        head = value.get("id", head) if isinstance(value, dict) else head
    return f"{head}#{row}"


def declared_in(value: Any, keys: Keys = ()) -> Iterator[tuple[str, Keys]]:
    """Every id in a value, and the way to whatever has it."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"], keys
        for key, inside in value.items():
            yield from declared_in(inside, (*keys, key))
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            yield from declared_in(inside, (*keys, place))


def row_name(item: Any) -> str | None:
    """What a row without an id refers to, which is its name among the others."""
    if not isinstance(item, dict) or "id" in item:
        return None
    return next((item[name] for name in REFERENCES if isinstance(item.get(name), str)), None)


def _rows(value: Any, row: str, keys: Keys = ()) -> Iterator[Keys]:
    """The ways from a thing to its rows without an id that refer to the one called `row`."""
    if isinstance(value, list):
        for place, item in enumerate(value):
            if isinstance(item, dict) and "id" not in item:
                if row_name(item) == row:
                    yield (*keys, place)
                yield from _rows(item, row, (*keys, place))
    elif isinstance(value, dict):
        for key, inside in value.items():
            yield from _rows(inside, row, (*keys, key))


def steps(value: Any) -> list[str]:
    """What may be the next step of a place; items of a list are counted from 1."""
    if isinstance(value, list):
        return [str(place) for place in range(1, len(value) + 1)]
    return list(map(str, value)) if isinstance(value, dict) else []


def step(value: Any, step: str) -> str | int | None:
    """The key that a step of a place means; items of a list are counted from 1."""
    if isinstance(value, list):
        place = int(step) - 1 if step.isdigit() else -1
        return place if 0 <= place < len(value) else None
    return (
        next((key for key in value if str(key) == step), None) if isinstance(value, dict) else None
    )
