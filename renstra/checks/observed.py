"""What stands out where figures are read side by side, in sentences that fault nobody.

No decree says how much a target may grow, or which objective must have money of its own. So these
are no rules: nothing breaks them, no note records them, and nothing is refused for them. A reader
who meets the one figure is told of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from renstra.dialect.format import listed, number, rupiah_short
from renstra.model.indikator import Indikator
from renstra.model.kegiatan import Sasaran
from renstra.plan.plan import Pendanaan, Plan

JUMP = 10
"""A figure that is at least this many times that of the year before stands out, or the reverse."""

Perihal = Literal["loncatan-target", "uang-tanpa-target", "target-tanpa-uang"]
PERIHAL: dict[Perihal, str] = {
    "loncatan-target": "Target yang sekurangnya sepuluh kali target tahun sebelumnya, atau paling "
    "banyak sepersepuluhnya.",
    "uang-tanpa-target": "Sasaran yang beranggaran pada tahun tanpa target.",
    "target-tanpa-uang": "Sasaran yang bertarget pada tahun tanpa angka anggaran.",
}
"""What is looked for, in the words of the page on method."""


@dataclass(frozen=True)
class Observation:
    """One thing that a reader of a figure is told."""

    perihal: Perihal

    di: str
    """The id of the indicator or objective it is about."""

    tahun: tuple[int, ...]
    """The years of the figures concerned."""

    kalimat: str
    """The whole sentence, in Indonesian."""


def observations(plan: Plan) -> Sequence[Observation]:
    """All that stands out in a plan, in the order of its target table; looked for once."""
    return plan.once(_observations)


def observed_on(plan: Plan, codes: Sequence[str]) -> list[Observation]:
    """What stands out about any of the things, by their ids; a sentence once."""
    found = {item.kalimat: item for item in reversed(observations(plan)) if item.di in codes}
    return list(reversed(found.values()))


def _observations(plan: Plan) -> Sequence[Observation]:
    found: list[Observation] = []
    for place in plan.kedudukan.values():
        if place.sasaran.indikator[0] is place.indikator:
            found += _money(plan, place.sasaran)
        found += _path(place.indikator)
    return found


def jumps(values: dict[int, Decimal | None]) -> Iterator[tuple[int, int, Decimal, Decimal]]:
    """The years whose value is at least `JUMP` times that of the year before, or at most the part.

    Each after the year before, and then both values. Nothing is compared with a zero or with a year
    without a value.
    """
    for before, year in pairwise(values):
        old, new = values[before], values[year]
        if old and new and max(old, new) >= JUMP * min(old, new):
            yield before, year, old, new


def _times(old: Decimal, new: Decimal, what: str) -> str:
    """How a value relates to that of the year before, in whole times or a fraction."""
    if new > old:
        return f"sekitar {number(new / old)} kali {what}"
    return f"sekitar 1/{number(old / new)} dari {what}"


def _path(indikator: Indikator) -> Iterator[Observation]:
    """Jumps of an indicator's targets."""
    values = {target.tahun: target.nilai for target in indikator.targets}
    for before, year, old, new in jumps(values):
        cells = f'"{indikator.target[year]}"', f'target {before} ("{indikator.target[before]}")'
        said = f"Target {year} ({cells[0]}) {_times(old, new, cells[1])}."
        yield Observation("loncatan-target", indikator.id, (before, year), said)


def aimed(plan: Plan, sasaran: Sasaran, year: int) -> bool:
    """Whether any indicator has a target in that year: neither empty, nor a dash, nor a nil."""
    return any(
        target.tahun == year
        and target.rupa in ("angka", "peringkat")
        and not (target.nol and indikator.arah != "turun")
        and plan.in_force(indikator.id, year)
        for indikator in sasaran.indikator
        for target in indikator.targets
    )


def _money(plan: Plan, sasaran: Sasaran) -> Iterator[Observation]:
    """An objective's money beside its targets, year by year."""
    every = plan.pendanaan_of(sasaran)
    lines = [line for line in every if line.kegiatan.mengulang is None]
    table = plan.anggaran_kegiatan.nomor
    years = [year for year in plan.tahun if aimed(plan, sasaran, year)]
    if years and not every:
        yield _unfunded(sasaran, years, f"{table} tidak memuat sasaran ini.")
    elif years and not lines:
        numbers = listed(list(dict.fromkeys(f"nomor {line.kegiatan.nomor}" for line in every)))
        said = f"{table} memuat sasaran ini di {numbers}, yang mengulang jumlah seluruh program; "
        yield _unfunded(sasaran, years, f"{said}anggaran sasaran ini sendiri tidak disebut.")
    elif lines:
        yield from _beside(plan, sasaran, lines)


def _unfunded(sasaran: Sasaran, years: list[int], kalimat: str) -> Observation:
    return Observation("target-tanpa-uang", sasaran.id, tuple(years), kalimat)


def _beside(plan: Plan, sasaran: Sasaran, lines: Sequence[Pendanaan]) -> Iterator[Observation]:
    """What is said of an objective that has lines of money."""
    table, program = plan.anggaran_kegiatan.nomor, lines[0].program
    money = {year: sum(line.baris.pagu[year] or 0 for line in lines) or None for year in plan.tahun}
    blank = [year for year in plan.tahun if _blank(plan, lines[0], year)]
    years = [year for year in plan.tahun if aimed(plan, sasaran, year)]
    empty = [year for year in years if money[year] is None and year not in blank]
    if years and not any(money.values()):
        said = (
            f"Di {table} sel anggaran sasaran ini kosong di semua tahun; itu tidak berarti tidak "
            "ada anggaran."
        )
        yield _unfunded(sasaran, years, said)
    elif empty:
        said = f"{table} tidak memuat angka untuk sasaran ini pada {listed(empty)}."
        yield _unfunded(sasaran, empty, said)
    if any(money.values()) and any(year in years for year in blank):
        name = next(item.nomor for item in plan.program if item.id == program.program)
        said = f"Untuk {listed(blank)}, {table} tidak memuat rincian Program {name}."
        yield _unfunded(sasaran, blank, said)
    alone = [year for year in plan.tahun if money[year] and not aimed(plan, sasaran, year)]
    if alone:
        amounts = listed([f"{rupiah_short(money[year])} pada {year}" for year in alone])
        said = (
            f"{table} memuat {amounts} untuk sasaran ini; target tahun itu nol, strip atau kosong."
        )
        yield Observation("uang-tanpa-target", sasaran.id, tuple(alone), said)


def _blank(plan: Plan, line: Pendanaan, year: int) -> bool:
    """Whether the table leaves a whole year of a programme out, but for what only repeats a sum."""
    return all(
        other.baris.pagu[year] is None
        for other in plan.pendanaan
        if other.program is line.program and other.kegiatan.mengulang is None
    )
