"""Comparing wordings: what counts as the same words when they stand in two places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from renstra.plan.plan import Plan

_CODE = re.compile(r"\s*\(?\b[A-Z]\d{1,2}\)|\s*\(\d{4}\.\d{3}\)")
_CLOSING = re.compile(r"[\s.;:,]+$|;\s*(dan|serta)\s*$")
_FUNCTION_WORDS = frozenset(
    (
        *("adalah", "agar", "atas", "bagi", "dalam", "dan", "dari", "dengan", "di", "guna", "itu"),
        *("ke", "oleh", "pada", "secara", "serta", "terhadap", "untuk", "yang"),
    )
)
"""Words that carry the grammar of a name and not what it measures."""


def same(text: str) -> str:
    """The text without letter case, blanks and closing punctuation, to compare it by."""
    while (shorter := _CLOSING.sub("", text)) != text:
        text = shorter
    return "".join(text.casefold().split())


def without_code(text: str) -> str:
    """The text without a code in brackets, such as ``(S10)`` or ``(3355.003)``."""
    return _CODE.sub("", text)


def words_of(text: str) -> str:
    """The letters and digits of the text alone, to compare it by."""
    return "".join(re.findall(r"\w+", same(text)))


def meaning(text: str) -> tuple[str, ...]:
    """The words of a name that say what it is about, in order."""
    words = re.findall(r"\w+", text.casefold())
    return tuple(word for word in words if word not in _FUNCTION_WORDS)


def spelled_out(plan: Plan, text: str) -> str:
    """The text with the decree's own abbreviations replaced by what they stand for."""
    own = [item for item in plan.istilah.singkatan if item.naskah]
    for item in sorted(own, key=lambda item: -len(item.singkatan)):
        text = re.sub(rf"(?<!\w){re.escape(item.singkatan)}(?!\w)", item.kepanjangan, text)
    return text


def twins(items: Iterable[tuple[str, object]]) -> Iterator[list[str]]:
    """The ids of things that share what they are compared by, where there are several."""
    groups: dict[object, list[str]] = {}
    for name, key in items:
        groups.setdefault(key, []).append(name)
    return (names for names in groups.values() if len(names) > 1)
