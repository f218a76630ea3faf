"""The things of a file's text, each piece of it parsed once however many revisions have it.

A file is cut at the items of its lists before it is parsed, so that a revision that changes one of
them costs one. Cutting is only a way to be fast: where the pieces are not plainly what the whole
would be, the whole is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from renstra.dialect.document import MAX_BYTES, MAX_DEPTH, parse_yaml
from renstra.past.models import model_of_file, one_model
from renstra.past.thing import Place, Thing, identify, things_in

_KEY = re.compile(r"( *)([A-Za-z_][A-Za-z0-9_]*): *\n(?: *(?:#.*)?\n)*( *)- ")
_NAME = re.compile(r"[A-Za-z_]")
_IDENTITY = re.compile(r"^ *(?:- +)?(?:id|kode|program|tujuan|faktor|dari): +\S", re.MULTILINE)


@dataclass(frozen=True)
class Reading:
    """What one version of a file holds."""

    things: tuple[Thing, ...]
    reason: str = ""
    """Why nothing of it can be read; empty where something can."""

    partial: bool = False
    """Whether some of its values could not be read."""


class _UncutError(Exception):
    """The pieces are not plainly what the whole is."""


@dataclass(frozen=True)
class _Piece:
    things: tuple[Thing, ...]
    partial: bool
    known: bool
    """Whether anything identifies it."""


class Reader:
    """Reads versions of files and remembers every piece of text that it has parsed."""

    def __init__(self) -> None:
        self._pieces: dict[tuple[Place, int], dict[str, _Piece]] = {}
        self._heads: dict[str, tuple[dict[Any, Any], bool]] = {}

    def read(self, content: bytes, name: str) -> Reading:
        """The things of a file of the data folder; `name` is its path there."""
        if len(content) > MAX_BYTES:
            return Reading((), f"lebih dari {MAX_BYTES} bita")
        try:
            text = content.decode("utf-8-sig").replace("\r\n", "\n")
            place = Place((), name.removesuffix(".yml"), top=True)
            piece = self._cut(text, 0, place, name)
        except (UnicodeDecodeError, _UncutError):
            return _whole(content, name)
        return Reading(piece.things, partial=piece.partial)

    def _cut(self, text: str, depth: int, place: Place, name: str = "") -> _Piece:
        """The things of a mapping whose keys are indented by `depth`."""
        if depth > 2 * MAX_DEPTH or (depth and _shallower(depth).search(text)):
            raise _UncutError
        parts = _section(depth).split(text)
        lists = {n: found for n, part in enumerate(parts) if (found := _list(part, depth))}
        bare = [part[: lists[n].start(3)] if n in lists else part for n, part in enumerate(parts)]
        value, partial = self._head("\n".join(bare))
        if name:
            place = replace(place, models=_file_models(name, value))
        held = [value.get(found[2], "") for found in lists.values()]
        if lists and (partial or any(inside is not None for inside in held)):
            raise _UncutError  # a key that is there twice, or that means something else
        model, own = one_model(place.models, value), identify(value, place)
        inner: list[_Piece] = []
        for n, found in lists.items():
            pieces = list(
                self._items(parts[n][found.start(3) :], found, place.inside(model, found[2], own))
            )
            if all(piece.known for piece in pieces):
                inner += pieces
            else:  # what nothing identifies is part of what holds it
                bare[n] = parts[n]
        if any(bare[n] == parts[n] for n in lists):
            value, partial = self._head("\n".join(bare))
        things = list(things_in(value, place))
        for piece in inner:
            things += piece.things
            partial = partial or piece.partial
        return _Piece(tuple(things), partial, own is not None)

    def _items(self, text: str, found: re.Match[str], place: Place) -> Iterator[_Piece]:
        """What each item of a list is; `text` starts at the first of them."""
        indent = len(found[3])
        inner = indent + 2
        known = self._pieces.setdefault((place, indent), {})
        for item in f"\n{text}".split(f"\n{found[3]}- ")[1:]:
            piece = known.get(item)
            if piece is None:
                if not _NAME.match(item):
                    raise _UncutError
                piece = known[item] = self._cut(" " * inner + item, inner, place)
            yield piece

    def _head(self, text: str) -> tuple[dict[Any, Any], bool]:
        known = self._heads.get(text)
        if known is None:
            document, problems = parse_yaml(text.encode(), "")
            if document is None or not isinstance(document.value, dict):
                raise _UncutError
            known = self._heads[text] = (document.value, bool(problems))
        return known


def _whole(content: bytes, name: str) -> Reading:
    document, problems = parse_yaml(content, name)
    if document is None:
        first = problems[0]
        return Reading((), f"baris {first.line}: {first.message}")
    if not isinstance(document.value, dict):
        return Reading((), "puncaknya bukan kunci-kunci")
    place = Place(_file_models(name, document.value), name.removesuffix(".yml"), top=True)
    return Reading(tuple(things_in(document.value, place)), partial=bool(problems))


def _file_models(name: str, value: dict[Any, Any]) -> tuple[type[Any], ...]:
    model = model_of_file(name, value)
    return (model,) if model else ()


def _list(section: str, depth: int) -> re.Match[str] | None:
    """Where in the lines of a key a list of things starts; None where there is none."""
    found = _KEY.match(section)
    if found is None or len(found[1]) != depth or len(found[3]) < depth:
        return None
    return found if _IDENTITY.search(section, found.end(3)) else None


@cache
def _section(depth: int) -> re.Pattern[str]:
    """The end of the line before a key of a mapping."""
    return re.compile(rf"\n(?= {{{depth}}}[^\s#-])")


@cache
def _shallower(depth: int) -> re.Pattern[str]:
    """A line with less indentation than the keys of its mapping have."""
    return re.compile(rf"\n {{0,{depth - 1}}}[^\s#]")
