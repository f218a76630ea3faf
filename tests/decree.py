"""The real plan and the way through its prose, for the tests that hold it against the decree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from renstra.load import load_plan
from renstra.model.naskah import Butir, Naskah, Paragraf

PLAN = load_plan(Path(__file__).parent.parent / "data", "data")


def numbers(count: int, after: str = ".") -> list[str]:
    """The labels of a numbered list."""
    return [f"{number}{after}" for number in range(1, count + 1)]


def letters(count: int, after: str = ".") -> list[str]:
    """The labels of a lettered list."""
    return [f"{letter}{after}" for letter in "abcdefghijklmnopqrstuvwxyz"[:count]]


def codes(prefix: str, count: int, digits: int = 1) -> list[str]:
    """Ids from the first on."""
    return [f"{prefix}-{number:0{digits}}" for number in range(1, count + 1)]


def items(intro: str) -> list[Butir]:
    """The items of the list that a part of the prose opens, without the items below them."""
    chapter, part = PLAN.bagian[intro]
    level = part.tingkat + 1 if isinstance(part, Butir | Paragraf) else 1
    found = []
    for after in chapter.isi[chapter.isi.index(part) + 1 :]:
        if not isinstance(after, Butir | Paragraf) or after.tingkat < level:
            break
        if isinstance(after, Butir) and after.tingkat == level:
            found.append(after)
    return found


def lists(chapter: Naskah) -> Iterator[list[Butir]]:
    """Every list of a chapter, each level on its own."""
    stack: list[list[Butir]] = []
    for part in chapter.isi:
        level = part.tingkat if isinstance(part, Butir | Paragraf) else 0
        while len(stack) > level:
            yield stack.pop()
        if isinstance(part, Butir):
            assert len(stack) >= level - 1, f"{part.id} stands below an item that is not there"
            if len(stack) < level:
                stack.append([])
            stack[-1].append(part)
    yield from reversed(stack)
