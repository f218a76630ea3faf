"""Which voice each field of a model has."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from renstra.model.base import Entry, Reference
from renstra.model.voice import Suara
from renstra.reading.fields import shapes_of


@cache
def voices(model: type[Entry]) -> Mapping[str, Suara | None]:
    """Field to its voice; None where none is named, which no field of the data may be.

    A field's own mark goes first. Without one, ids and references are ours, and every other field
    has the voice of its model. A field that holds entries is left out: they speak for themselves.
    """
    found: dict[str, Suara | None] = {}
    shapes = shapes_of(model)
    for name, info in model.model_fields.items():
        if shapes[name].models:
            continue
        marks = [*info.metadata, *_marks(info.annotation)]
        own = next((mark for mark in marks if isinstance(mark, Suara)), None)
        names = name == "id" or any(isinstance(mark, Reference) for mark in marks)
        found[name] = own or (Suara.PEMBACAAN if names else model.suara)
    return found


def _marks(annotation: Any) -> Iterator[Any]:
    """What the parts of an annotation are marked with, however deep."""
    yield from getattr(annotation, "__metadata__", ())
    for part in typing.get_args(annotation):
        yield from _marks(part)
