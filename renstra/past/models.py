"""Which model a file of any revision, or a list of it, is held against.

The models only give names here. A revision that today's model refuses has things all the same: they
are known by their ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from renstra.model.base import Entry
from renstra.model.kinds import kind_of, kind_of_id
from renstra.reading.fields import fitting, models_in
from renstra.reading.files import FAMILIES, OPTIONAL, SINGLE, family

FILES: Mapping[type[Entry], str] = {
    model: name.removesuffix(".yml") for name, model in {**SINGLE, **OPTIONAL}.items()
}
"""The model of a file that stands once to the name under which its head is known."""


def model_of_file(name: str, keys: Iterable[object]) -> type[Entry] | None:
    """The model of a file by its name or, where it was renamed, by the keys at its top."""
    known = SINGLE.get(name) or OPTIONAL.get(name) or family(name)
    if known:
        return known
    found = set(keys)
    models = (*SINGLE.values(), *OPTIONAL.values(), *FAMILIES.values())
    return next((model for model in models if found and found <= model.model_fields.keys()), None)


@cache
def inner_models(model: type[Entry] | None, key: str) -> tuple[type[Entry], ...]:
    """The models of what stands under a key of `model`; nothing where it has no such key."""
    info = model.model_fields.get(key) if model else None
    return tuple(models_in(info.annotation)) if info else ()


def one_model(models: tuple[type[Entry], ...], value: Any) -> type[Entry] | None:
    """The one of `models` that `value` is meant for."""
    found = fitting(models, value) if len(models) > 1 else models
    return found[0] if found else None


def noun_of(model: type[Entry] | None, kode: str, key: str) -> str:
    """What a thing is called: by its model, or else by the shape of its id, or else by its key."""
    kind = kind_of(model) if model else None
    kind = kind or kind_of_id(kode)
    return kind.noun if kind else key
