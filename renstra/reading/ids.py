"""The ids that the files declare, gathered before any file is validated.

A reference can only be called unknown where every id of its kind could be read. So an id that is
missing or malformed counts as lost: the mistake is reported where it was made, not once more at
each reference to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from renstra.dialect.document import Keys
from renstra.model.base import Entry
from renstra.model.kinds import id_patterns, kind_of
from renstra.reading.fields import fitting, shapes_of


@dataclass(frozen=True)
class Declared:
    """An id that the model asks of an entry."""

    kind: str
    """What references to it are held against."""

    keys: Keys
    """Where the entry stands in its file."""

    name: str | None
    """The id; None where it is missing or malformed."""


def declared(model: type[Entry], value: Any, keys: Keys = ()) -> Iterator[Declared]:
    """Every id that `model` asks of `value` and all that is below it, in the file's order."""
    mapping = value if isinstance(value, dict) else {}
    # What is not there may be all there is behind a misspelt key, or in a file that was not read.
    unread = not isinstance(value, dict) or not value.keys() <= model.model_fields.keys()
    if "id" in model.model_fields:
        kind = kind_of(model)
        referred = kind.referred if kind else ""
        yield Declared(referred, keys, _sound(model, mapping.get("id")))
    shapes = shapes_of(model)
    for name, info in model.model_fields.items():
        models = shapes[name].models
        if not models or (name not in mapping and not info.is_required() and not unread):
            continue
        inside = mapping.get(name)
        # A single value stands for its list: what is wrong with that is said elsewhere.
        items = (
            [((*keys, name, index), item) for index, item in enumerate(inside)]
            if isinstance(inside, list)
            else [((*keys, name), inside)]
        )
        for place, item in items:
            yield from declared((fitting(models, item) or models)[0], item, place)


def _sound(model: type[Entry], name: Any) -> str | None:
    if not isinstance(name, str):
        return None
    return name if all(re.search(pattern, name) for pattern in id_patterns(model)) else None
