"""Silent changes of the decree's words: in their file and in the list, such that all else fits."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import yaml

from renstra.dialect.problem import DataError
from renstra.keeping.decree import Kata, words_of_decree
from renstra.keeping.keutuhan import lists_of
from renstra.reading.load import load_plan


def change_silently(data: Path, chance: random.Random) -> str:
    """Change a word, cell or amount in its file, and the list with it; its key.

    What the checks of the data would refuse by themselves is not tried any further.
    """
    told = [kata for kata in words_of_decree(load_plan(data)) if kata.isi]
    while True:
        kata = chance.choice(told)
        file = Path(kata.entry.path)
        before = file.read_bytes()
        document: Any = yaml.load(before, yaml.CSafeLoader)
        _put(document, kata, chance)
        text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False)
        file.write_text(text, encoding="utf-8")
        try:
            after = {item.kunci: item.isi for item in words_of_decree(load_plan(data))}
        except DataError:
            after = {}
        if after and after.get(kata.kunci) != kata.isi:
            for place, text in lists_of(load_plan(data)).items():
                (data / place).write_text(text, encoding="utf-8")
            return kata.kunci
        file.write_bytes(before)


def _put(document: Any, kata: Kata, chance: random.Random) -> None:
    value = document
    *way, last = (*kata.entry.way, *kata.keys)
    for key in way:
        value = value[key]
    old = value[last]
    if isinstance(old, str):
        value[last] = _altered(old, chance)
    elif isinstance(old, int):
        value[last] = old + chance.choice((1, 10, 100))


def _altered(text: str, chance: random.Random) -> str:
    """A text with a character gone, doubled or another."""
    at = chance.randrange(len(text))
    put = ("", text[at] * 2, "9" if text[at] != "9" else "3")
    return text[:at] + chance.choice(put) + text[at + 1 :]
