"""Whether the links of the thread hold: sentences said to be the same, words said to be quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from renstra.dialect.problem import Problem
from renstra.model.tautan import Tautan
from renstra.plan.plan import Plan
from renstra.plan.thread import thread_of


def same_sentence(one: str, other: str) -> bool:
    """Whether two texts are one sentence, but for case, punctuation and white space."""
    return _folded(one) == _folded(other)


NEARLY = 0.75
"""Two sentences are almost the same where they share this much of the words of both in order."""


def shared(one: str, other: str) -> float:
    """How much of the words of both texts stands in both in the same order, from 0 to 1."""
    return SequenceMatcher(None, _folded(one), _folded(other), autojunk=False).ratio()


def _folded(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def check_links(plan: Plan) -> Iterator[Problem]:
    """A link that claims the same sentence joins it; words that are quoted stand in their part."""
    things = thread_of(plan).things
    for link in plan.tautan.tautan:
        one, other = things[link.dari].text, things[link.ke].text
        quoted = link.kutipan
        if link.dasar == "kalimat_sama" and not same_sentence(one, other):
            message = f'kalimatnya tidak sama: "{one}" dan "{other}"; periksa, atau jadikan tafsir'
            yield _problem(link, "dasar", message)
        elif link.sifat != "tersurat" and same_sentence(one, other):
            yield _problem(link, "sifat", "kalimatnya sama; jadikan tersurat, kalimat_sama")
        elif link.sifat == "hampir_sama" and shared(one, other) < NEARLY:
            message = f'bedanya lebih dari beberapa kata: "{one}" dan "{other}"; jadikan tafsir'
            yield _problem(link, "sifat", message)
        elif quoted and quoted.teks not in plan.words(quoted.naskah):
            message = f'"{quoted.teks}" tidak ada dalam {quoted.naskah}; salin huruf demi huruf'
            yield _problem(link, "kutipan", message, "teks")


def _problem(link: Tautan, key: str, message: str, *below: str) -> Problem:
    where = ": ".join((f"tautan {link.id}", key, *below))
    return Problem(link.path, link.line(key, *below), where, message)
