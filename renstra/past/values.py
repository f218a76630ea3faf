"""The values of changes as a reader of Indonesian writes them: with their units, dates in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from renstra.dialect.format import NBSP, day, entered, number, plain, rupiah
from renstra.dialect.wording import thousands
from renstra.past.difference import Change
from renstra.past.thing import Thing
from renstra.plan.plan import Plan

NOTHING, EMPTY = "(tidak ada)", "(kosong)"

Units = Mapping[str, str]
"""Indicator id to what stands behind its numbers; empty where nothing does."""

NO_UNITS: Units = {}

Number = Callable[[Decimal], str]

_MONEY = re.compile(r"(?:^|\.)(?:pagu\.\d+|pagu|jumlah|realisasi|hibah|triwulan\.\d)$")
_FIGURE = re.compile(r"nilai|pembilang|penyebut|capaian_lkj|triwulan\.\d")
_DAY = re.compile(r"(?:^|\.)(?:tanggal|berlaku|batas_lapor)$")
_THOUSANDS = "ribu rupiah"
_FUNDED = ("pendanaan program", "baris anggaran", "tabel")


def units_of(plan: Plan) -> Units:
    """The units of a plan's indicators."""
    return {
        kode: plan.satuan[place.indikator.satuan].akhiran
        for kode, place in plan.kedudukan.items()
        if place.indikator.satuan
    }


def both(change: Change, units: Units) -> tuple[str, str]:
    """The two values of a change; with all their digits where they would else read the same."""
    values = (change.sebelum, change.sesudah)
    alike = len({_rounded(value) for value in values}) == 1
    write = entered if alike else plain
    before, after = (_value(change.bidang, change.thing, v, units, write) for v in values)
    unit = f" {_THOUSANDS}" if _in_thousands(change) and change.sesudah is not None else ""
    return before, f"{after}{unit}"


def _rounded(value: str | None) -> str | None:
    """A number as pages round it; anything else as it stands."""
    try:
        return number(Decimal(value or ""), 2)
    except InvalidOperation:
        return value


def value_words(way: str, thing: Thing, value: str | None, units: Units) -> str:
    """The value of a field, by the way to it."""
    return _value(way, thing, value, units, plain)


def _value(way: str, thing: Thing, value: str | None, units: Units, write: Number) -> str:
    if value is None:
        return NOTHING
    if value == "":
        return EMPTY
    shown = _reported(way, thing, value, units, write) if thing.jenis == "realisasi" else None
    if shown is None and thing.jenis in _FUNDED and _MONEY.search(way) and value.isdecimal():
        shown = thousands(int(value))
    if shown is None and _DAY.search(way):
        shown = _day(value)
    return shown or {"true": "ya", "false": "tidak"}.get(value, value)


def _reported(way: str, thing: Thing, value: str, units: Units, write: Number) -> str | None:
    """A value of a report; None where it is as any other."""
    if not thing.kode.startswith("ik-"):
        return rupiah(int(value)) if _MONEY.search(way) and value.isdecimal() else None
    if not _FIGURE.fullmatch(way):
        return None
    try:
        figure = write(Decimal(value))
    except InvalidOperation:  # a grade
        return None
    behind = {"capaian_lkj": "%", "pembilang": "", "penyebut": ""}.get(
        way, units.get(thing.kode, "")
    )
    return f"{figure} {behind}".rstrip()


def _day(value: str) -> str | None:
    try:
        return day(date.fromisoformat(value)).replace(NBSP, " ")
    except ValueError:
        return None


def _in_thousands(change: Change) -> bool:
    values = [value for value in (change.sebelum, change.sesudah) if value is not None]
    return (
        change.thing.jenis in _FUNDED
        and _MONEY.search(change.bidang) is not None
        and all(value.isdecimal() for value in values)
    )
