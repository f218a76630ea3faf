"""The keys of a file held against its model: unknown ones, and the order of the known."""

from __future__ import annotations

import functools
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from renstra.dialect.document import Keys
from renstra.dialect.wording import closest, perhaps
from renstra.model.base import Entry


@dataclass(frozen=True)
class KeyFinding:
    """Something wrong with a key."""

    keys: Keys
    message: str
    meant: Keys | None = None
    """The key that was probably meant, and so is not missing besides."""


@dataclass(frozen=True)
class Shape:
    """What a field of a model may hold."""

    models: Sequence[type[Entry]]
    """The models that its annotation names, however deep."""

    is_list: bool


def check_keys(model: type[Entry], value: Any, keys: Keys = ()) -> Iterator[KeyFinding]:
    """Yield what is wrong with the keys of `value` and of all that is below it.

    Key order is the reading order of the model, so that diffs stay small.
    """
    if not isinstance(value, dict):
        return
    names = list(model.model_fields)
    absent = [name for name in names if name not in value]
    for key in value:
        if key not in names:
            meant = closest(key, absent)
            yield KeyFinding(
                (*keys, key),
                f"kunci tidak dikenal{perhaps(meant) or '; yang dikenal ' + ', '.join(names)}",
                (*keys, meant) if meant else None,
            )
    present = [key for key in value if key in names]
    expected = [name for name in names if name in value]
    if present != expected:
        first = next(key for key, name in zip(present, expected, strict=True) if key != name)
        yield KeyFinding(
            (*keys, first), f"urutan kunci salah; seharusnya {', '.join(map(str, expected))}"
        )
    shapes = shapes_of(model)
    for name in expected:
        shape, inside = shapes[name], value[name]
        if not shape.models or isinstance(inside, list) != shape.is_list:
            continue  # a wrong shape is said elsewhere, and its keys are no keys of the model
        if isinstance(inside, list):
            for index, item in enumerate(inside):
                yield from _check_one(shape.models, item, (*keys, name, index))
        else:
            yield from _check_one(shape.models, inside, (*keys, name))


def _check_one(models: Sequence[type[Entry]], value: Any, keys: Keys) -> Iterator[KeyFinding]:
    models = fitting(models, value)
    if models:
        yield from check_keys(models[0], value, keys)


def fitting(models: Sequence[type[Entry]], value: Any) -> Sequence[type[Entry]]:
    """The models that `value` may be held against: of several, the one that its `jenis` names."""
    if len(models) < 2:
        return models
    kind = value.get("jenis") if isinstance(value, dict) else None
    return [model for model in models if kind in _kinds(model)]


@functools.cache
def _kinds(model: type[Entry]) -> Sequence[Any]:
    return typing.get_args(model.model_fields["jenis"].annotation)


@functools.cache  # asking an annotation takes longer than validating what it holds
def shapes_of(model: type[Entry]) -> Mapping[str, Shape]:
    """The shape of each field of a model."""
    return {
        name: Shape(models_in(info.annotation), _is_list(info.annotation))
        for name, info in model.model_fields.items()
    }


def _is_list(annotation: Any) -> bool:
    return typing.get_origin(annotation) is list or any(
        map(_is_list, typing.get_args(annotation)[:1])
    )


def models_in(annotation: Any) -> list[type[Entry]]:
    """The models that a field's annotation names, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return [annotation]
    return [model for part in typing.get_args(annotation) for model in models_in(part)]
