"""Pieces of one file put into the document of another, where each still knows who wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from renstra.dialect.document import Document, Keys


def own_copy(document: Document) -> Document:
    """A copy that may be changed without changing the first."""
    return Document(
        document.path,
        copied(document.value),
        dict(document.lines),
        set(document.refused),
        set(document.partial),
        dict(document.origins),
    )


def forget(document: Document, keys: Keys) -> None:
    """Forget the places of what stood at `keys` and below."""
    for known in (document.lines, document.origins):
        for key in [key for key in known if key[: len(keys)] == keys]:
            del known[key]


def shift(document: Document, keys: Keys, position: int) -> None:
    """Make room for an item of a list: what is behind it stands one place further on."""
    depth = len(keys)

    def moved(place: Keys) -> Keys:
        if place[:depth] == keys and len(place) > depth and int(place[depth]) >= position:
            return (*keys, int(place[depth]) + 1, *place[depth + 1 :])
        return place

    document.lines = {moved(place): line for place, line in document.lines.items()}
    document.origins = {moved(place): origin for place, origin in document.origins.items()}
    document.refused = set(map(moved, document.refused))
    document.partial = set(map(moved, document.partial))


def take_lines(
    source: Document, way: Keys, document: Document, keys: Keys, names: Sequence[str] = ()
) -> None:
    """Let what was taken from `way` of `source` know at its new place where it was written."""
    document.lines[keys] = source.line(way)
    document.origins[keys] = (source, way)
    depth = len(way)
    for place, line in source.lines.items():
        inside = place[depth:]
        if place[:depth] == way and inside and (not names or inside[0] in names):
            document.lines[*keys, *inside] = line
    document.refused |= {(*keys, *p[depth:]) for p in source.refused if p[:depth] == way}
    document.partial |= {(*keys, *p[depth:]) for p in source.partial if p[:depth] == way}


def copied(value: Any) -> Any:
    """A copy of mappings and lists; what they hold stays the very same, refused values too."""
    if isinstance(value, dict):
        return {key: copied(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [copied(inside) for inside in value]
    return value
