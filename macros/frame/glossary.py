"""Terms that explain themselves where they occur: definitions and abbreviations of the decree."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from html import escape

from markupsafe import Markup

from renstra.plan.plan import Plan

Glossed = Callable[[str], Markup]


@functools.lru_cache(maxsize=4)
def _pattern(terms: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile(rf"(?<![\w/])({'|'.join(map(re.escape, longest_first))})(?![\w/])")


def glossed(plan: Plan) -> Glossed:
    """A function that marks the first occurrence of each term in a text with what it means."""
    meaning = meanings(plan)
    if not meaning:
        return Markup.escape
    pattern = _pattern(frozenset(meaning))

    def mark(text: str) -> Markup:
        seen: set[str] = set()

        def tooltip(match: re.Match[str]) -> str:
            term = match[1]
            if term in seen:
                return escape(term)
            seen.add(term)
            return f'<abbr title="{escape(meaning[term])}">{escape(term)}</abbr>'

        pieces, position = [], 0
        for match in pattern.finditer(text):
            pieces += [escape(text[position : match.start()]), tooltip(match)]
            position = match.end()
        pieces.append(escape(text[position:]))
        return Markup("".join(pieces))  # noqa: S704 - every piece is escaped

    return mark


def meanings(plan: Plan) -> dict[str, str]:
    """Each term to the sentence that explains it and where that stands.

    A short form that a definition gives keeps the definition; other abbreviations their long form.
    """
    found = {
        item.singkatan: f"{item.kepanjangan} ({_source(plan, item.naskah, item.hukum)})"
        for item in plan.istilah.singkatan
    }
    for item in plan.istilah.definisi:
        sentence = f"{plan.words(item.naskah)} ({plan.citation(item.naskah)})"
        found |= dict.fromkeys(item.istilah, sentence)
    return found


def _source(plan: Plan, naskah: str | None, hukum: str | None) -> str:
    if hukum:
        return hukum
    assert naskah is not None  # an abbreviation has one source or the other
    return plan.citation(naskah) if naskah in plan.bagian else plan.tabel[naskah]
