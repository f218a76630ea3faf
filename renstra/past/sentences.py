"""Changes and their effects in Indonesian sentences."""

from __future__ import annotations

from collections.abc import Mapping

from renstra.dialect.wording import printable, shorten, thousands
from renstra.model.kinds import kind_of_id
from renstra.past.difference import Change, Deret
from renstra.past.effects import Effect
from renstra.past.thing import PARENT, Thing
from renstra.past.values import NO_UNITS, NOTHING, Units, both, value_words

DECREE = "keputusan"
"""What changes call a decree; which of them there are is no change of the plan."""

MARKS: Mapping[str, tuple[str, str]] = {
    "sama": ("", ""),
    "dihapus": ("[-", "-]"),
    "ditambahkan": ("{+", "+}"),
}
"""What stands around words that only one of two texts has."""

_AROUND = 8
_DONE: Mapping[str, str] = {
    "ditambahkan": "ditambahkan",
    "dicabut": "dicabut",
    "dipulihkan": "tidak lagi dicabut",
    "dihapus": "dihapus dari data",
    "hilang": "hilang tanpa pencabutan",
}


def sentence(change: Change, units: Units = NO_UNITS) -> str:
    """A change in one sentence of one line, without a full stop; figures with their units."""
    thing = change.thing
    if change.aspek == "ditambahkan" and thing.jenis == DECREE:
        return f"{_title(thing)} dicatat"
    if change.aspek == "ditambahkan":
        return _line(f"{_title(thing)} dimuat{_told(thing, units)}")
    if change.aspek in ("dihapus", "hilang"):
        ending = ", sesudah dicabut" if change.aspek == "dihapus" and thing.dicabut else ""
        return _line(f"{_title(thing)} {_DONE[change.aspek]}{ending}{_told(thing, units)}")
    if change.aspek in ("dicabut", "dipulihkan"):
        reason = change.sesudah or change.sebelum
        return _line(f"{_title(thing)} {_DONE[change.aspek]}{f' ({reason})' if reason else ''}")
    if change.aspek == "dipindahkan":
        ways = (_parent(change.sebelum), _parent(change.sesudah))
        return _line(f"{_title(thing)} dipindahkan: {' → '.join(ways)}")
    if change.prosa:
        return _line(f"{subject(change)}: {marked(change.deret)}")
    return _line(f"{subject(change)}: {' → '.join(both(change, units))}")


def subject(change: Change) -> str:
    """What a change of a field is about, such as ``Target ik-014 tahun 2023``."""
    thing = change.thing
    head, _, last = change.bidang.rpartition(".")
    if thing.tahun is None and change.tahun is not None and head:
        if head in ("target", "pagu"):
            return _line(f"{head.capitalize()} {thing.kode} tahun {last}")
        return _line(f"{_title(thing)}, {field_words(head)} tahun {last}")
    return _line(f"{_title(thing)}, {field_words(change.bidang)}")


def field_words(way: str) -> str:
    """The way to a field in words: ``sumber.judul`` is ``sumber: judul``."""
    return way.replace("_", " ").replace(".", ": ")


def marked(runs: Deret) -> str:
    """Two texts in one: `[-` `-]` around what is gone, `{+` `+}` around what is new.

    Of a long run that both have only the words next to a change are told.
    """
    parts = []
    for number, (mark, text) in enumerate(runs):
        opening, closing = MARKS[mark]
        shown = text
        if mark == "sama":
            shown = _shortened(text, first=number == 0, last=number == len(runs) - 1)
        parts.append(f"{opening}{shown}{closing}")
    return " ".join(parts)


def _shortened(text: str, *, first: bool, last: bool) -> str:
    words = text.split()
    if first and last:
        return text
    head = [] if first else words[:_AROUND]
    tail = [] if last else words[-_AROUND:]
    if len(words) <= len(head) + len(tail):
        return text
    return " ".join([*head, "…", *tail])


def effect_sentence(effect: Effect) -> str:
    """An effect in one line: ``pg-1 tahun 2023: 7.701.055 → 7.801.055 ribu rupiah (+100.000)``."""
    year = f" tahun {effect.tahun}" if effect.tahun else " semua tahun" if effect.satuan else ""
    before, after = (
        NOTHING if number is None else thousands(number)
        for number in (effect.sebelum, effect.sesudah)
    )
    unit = f" {effect.satuan}" if effect.satuan else ""
    gain = (effect.sesudah or 0) - (effect.sebelum or 0)
    sign = "+" if gain > 0 else "−"
    ending = f" ({sign}{thousands(abs(gain))})" if gain else ""
    return _line(f"{effect.nama}{year}: {before} → {after}{unit}{ending}")


def _title(thing: Thing) -> str:
    year = f" tahun {thing.tahun}" if thing.tahun and thing.jenis != "laporan" else ""
    if thing.jenis == DECREE:
        return f"Keputusan Nomor {thing.fields.get('nomor')}"
    place, inside, _ = thing.key.partition("#")
    known = f"{thing.kode} di {place}" if inside and not thing.tahun else thing.kode
    if thing.jenis == "tabel":
        return known  # its id says that it is one
    noun = thing.jenis.capitalize()
    return noun if thing.jenis == known else f"{noun} {known}{year}"


def _told(thing: Thing, units: Units) -> str:
    """What a thing says, shortly: its name, then its figures by year or all that it reports."""
    name = [shorten(thing.nama)] if thing.nama else []
    if not name and "naskah" in thing.fields:
        shown = ["naskah"]
    elif thing.jenis in ("realisasi", "tautan"):
        shown = [way for way in thing.fields if way != PARENT]
    else:
        shown = [way for way in thing.fields if way.startswith(("target.", "pagu."))]
    told = [
        f"{field_words(way).replace(': ', ' ')} {shorten(value_words(way, thing, value, units))}"
        for way in shown
        if (value := thing.fields[way]) is not None
    ]
    parts = [*name, *([", ".join(told)] if told else [])]
    return f": {'; '.join(parts)}" if parts else ""


def _parent(key: str | None) -> str:
    if key is None:
        return NOTHING
    kind = None if "#" in key else kind_of_id(key)
    place, inside, kode = key.partition("#")
    return f"{kind.noun} {key}" if kind else f"{kode} di {place}" if inside else key


def _line(text: str) -> str:
    return printable(text)
