"""The decree's words as the data have them, held against its text as it was extracted.

A row or a paragraph is looked for whole, for a cell alone proves nothing. Markdown's marks, the
bars of tables and line breaks are no part of the words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from renstra.dialect.typed import MONTHS
from renstra.dialect.wording import thousands
from renstra.keeping.decree import Kata, words_of_decree
from renstra.keeping.recorded import EMPTY
from renstra.model.anggaran import AnggaranProgram, BarisAnggaran, TotalAnggaran
from renstra.model.base import Perbaikan
from renstra.model.naskah import Bagan, TempatTabel
from renstra.model.perubahan import AWAL
from renstra.model.rencana import Rencana
from renstra.plan.plan import Plan

Temuan = Literal["utuh", "sendiri", "spasi", "perbaikan", "pendek", "kosong", "letak", "hilang"]

MEANINGS: dict[Temuan, str] = {
    "utuh": "sama huruf demi huruf, bersama seluruh baris atau kalimatnya",
    "sendiri": "sama huruf demi huruf, sendiri",
    "spasi": "sama selain spasi dan pergantian baris",
    "perbaikan": "seperti tercatat di perbaikan",
    "pendek": "ada di teks, tetapi terlalu pendek untuk membuktikan letaknya",
    "kosong": "sel kosong, yang tidak dapat dicari",
    "letak": "letak tabel, rupa gambar atau tahun rencana, bukan kata",
    "hilang": "tidak ditemukan",
}
"""What may be found of a value, in the order in which it is told."""

SHORT = 12
"""Letters below which a value alone may stand anywhere."""

_INLINE = re.compile(r"</?(?:i|b|em|strong|u|sup|sub)>")
_MARKS = re.compile(r"[*|\\]|<[^<>]+>")
_ASIDE = " -–—:;.,"
_CUT = "¦"
"""Where a recorded mend has a row or a sentence cut: at the end of a line, or of a page."""
_PLACED = {Bagan: ("rupa",), TempatTabel: ("tabel",), Rencana: ("tahun",)}
_MONEY = (AnggaranProgram, BarisAnggaran, TotalAnggaran)
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True)
class Cocok:
    """What the text has of the data's words, and what else it has."""

    temuan: Sequence[tuple[Kata, Temuan]]
    """Each value and what was found of it, in the plan's order."""

    lain: Sequence[tuple[int, str]]
    """Stretches of the text in which no value stands, with the line where each begins."""


class _Text:
    """The extracted text without its marks, where each line begins, and what of it was found."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        parts: list[str] = []
        size = 0
        for line in text.splitlines():
            self.starts.append(size)
            if words := plain(line):
                parts.append(words)
                size += len(words) + 1
        self.words = " ".join(parts)
        self.kept = [place for place, sign in enumerate(self.words) if sign != " "]
        self.tight = self.words.replace(" ", "")
        self.found = bytearray(len(self.words))

    def has(self, words: str) -> bool:
        """Whether the words stand there; if so, wherever they do is found."""
        at = self.words.find(words) if words else -1
        there = at >= 0
        while at >= 0:
            self.found[at : at + len(words)] = b"\1" * len(words)
            at = self.words.find(words, at + len(words))
        return there

    def has_tight(self, words: str) -> bool:
        """The same, whatever spaces stand between."""
        tight = words.replace(" ", "")
        at = self.tight.find(tight) if tight else -1
        if at < 0:
            return False
        first, last = self.kept[at], self.kept[at + len(tight) - 1]
        self.found[first : last + 1] = b"\1" * (last + 1 - first)
        return True

    def left(self) -> Iterator[tuple[int, str]]:
        """What was not found, a line of the text each, where any letter or digit is in it."""
        for start, end in _runs(self.found):
            words = self.words[start:end].lstrip(_ASIDE)
            if any(sign.isalnum() for sign in words):
                yield bisect_right(self.starts, end - len(words)), words.rstrip(_ASIDE)


def _runs(found: bytearray) -> Iterator[tuple[int, int]]:
    place = 0
    for mark, group in groupby(found):
        size = len(list(group))
        if not mark:
            yield place, place + size
        place += size


def plain(text: str) -> str:
    """A text on one line, without the marks of Markdown, of HTML and of tables."""
    return " ".join(_MARKS.sub(" ", _INLINE.sub("", text)).split())


def compare_source(plan: Plan, text: str) -> Cocok:
    """Hold every value of the decree's voice against the text that was extracted from it."""
    source = _Text(text)
    found: list[tuple[Kata, Temuan]] = []
    for _, group in groupby(words_of_decree(plan.as_of(AWAL)), key=lambda kata: id(kata.entry)):
        found += _of_entry(source, list(group))
    return Cocok(found, list(source.left()))


def _of_entry(source: _Text, values: Sequence[Kata]) -> Iterator[tuple[Kata, Temuan]]:
    entry = values[0].entry
    placed = [kata for kata in values if kata.keys[0] in _PLACED.get(type(entry), ())]
    yield from ((kata, "letak") for kata in placed)
    values = [kata for kata in values if kata not in placed]
    whole = plain(" ".join(_printed(kata) for kata in values))
    mends: Sequence[Perbaikan] = getattr(entry, "perbaikan", ())
    verdict = _found(source, whole, mends, alone="utuh")
    for kata in values:
        words = plain(_printed(kata))
        if not words:
            yield kata, "kosong"
        elif verdict:
            yield kata, verdict
        else:
            yield kata, _found(source, words, mends, alone="sendiri") or "hilang"


def _found(source: _Text, words: str, mends: Sequence[Perbaikan], alone: Temuan) -> Temuan | None:
    if source.has(words):
        return "pendek" if len(words) < SHORT else alone
    if len(words) >= SHORT and source.has_tight(words):
        return "spasi"
    before, left, pieces = words, words, list[str]()
    for mend in mends:
        read, stood = (_row(text) for text in (mend.dibaca, mend.terekstrak))
        if read and read in before:
            before = before.replace(read, stood, 1)
            left = left.replace(read, _CUT, 1)
            pieces += stood.split(_CUT)
    # What was cut may have other cells between its pieces, or stand in another order.
    ways = ([before.replace(_CUT, " ")], [*pieces, *left.split(_CUT)])
    if before != words and any(all(_stands(source, plain(part)) for part in way) for way in ways):
        return "perbaikan"
    return None


def _stands(source: _Text, words: str) -> bool:
    there = any(sign.isalnum() for sign in words)
    return not there or source.has(words) or source.has_tight(words)


def _row(text: str) -> str:
    return plain(text.replace(EMPTY, " "))


def _printed(kata: Kata) -> str:
    """A value as the decree prints it: amounts with dots, dates in words."""
    text = kata.isi.replace("\\n", " ")
    if isinstance(kata.entry, _MONEY) and kata.keys[0] in ("pagu", "jumlah") and text.isdecimal():
        return thousands(int(text))
    if day := _DATE.fullmatch(text):
        return f"{int(day[3])} {MONTHS[int(day[2]) - 1]} {day[1]}"
    return text
