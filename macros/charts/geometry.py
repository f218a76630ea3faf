"""The geometry of the charts; the drawing itself is in `templates/grafik-*.svg.j2`.

Charts are drawn 360 units wide, so that their text has its true size on a small telephone.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from renstra.model.indikator import Indikator
from renstra.model.target import Target
from renstra.model.terms import Status
from renstra.results.targeting import is_targeted

WIDTH = 360
_LINE_CHARS = 50


@dataclass(frozen=True)
class Point:
    """A target in a path: where it is drawn and what it says."""

    x: float
    y: float
    tahun: int
    label: str
    targeted: bool
    """False for a zero that is read as not yet targeted: drawn hollow, off the line."""

    label_dy: int = -9
    """How far below the point its label's baseline stands."""


@dataclass(frozen=True)
class TargetPath:
    """The path of an indicator's numeric targets over the years, and of what was achieved."""

    points: Sequence[Point]
    years: Sequence[tuple[float, int]]
    """Where each year's name stands; a year without a number has no point."""

    achieved: Sequence[Point] = ()
    """The reported values; each label stands on the side of its point where no target's does."""

    @property
    def segments(self) -> list[list[Point]]:
        """Runs of neighbouring targeted points; a gap in the years is a gap in the line."""
        return _runs(self.points)

    @property
    def achieved_segments(self) -> list[list[Point]]:
        """Runs of neighbouring reported points."""
        return _runs(self.achieved)

    @property
    def height(self) -> int:
        """How high the drawing is; labels below the line need room of their own."""
        return PATH_HEIGHT + (_BELOW if self.achieved else 0)

    @property
    def names(self) -> int:
        """The baseline of the years' names."""
        return self.height - 10


def _runs(points: Sequence[Point]) -> list[list[Point]]:
    runs: list[list[Point]] = [[]]
    for before, point in zip([None, *points], points, strict=False):
        broken = before is None or not before.targeted or point.tahun != before.tahun + 1
        if not point.targeted:
            continue
        if broken:
            runs.append([])
        runs[-1].append(point)
    return [run for run in runs if len(run) > 1]


PATH_TOP, PATH_BOTTOM, PATH_HEIGHT = 30, 120, 150
_ABOVE, _BELOW = -9, 18
STRIP_HEIGHT = 78
"""How high a row of marks is that stands where a path would say nothing."""


def target_path(
    indikator: Indikator,
    achieved: Mapping[int, tuple[Decimal, str]] | None = None,
    targets: Sequence[Target] | None = None,
) -> TargetPath | None:
    """The path of targets and of what was achieved, by year a number and its label.

    `targets` are the cells that the years are judged by, where those are not the indicator's own.
    None where there is none to see: grades, rows that stay flat, and figures that nobody can say
    measure one thing.
    """
    achieved, cells = achieved or {}, targets or indikator.targets
    numeric = [target for target in cells if target.nilai is not None]
    moving = {target.nilai for target in numeric if is_targeted(indikator, target)}
    moving |= {value for value, _ in achieved.values()}
    if len(moving) < 2 or indikator.tidak_dapat_dihitung:
        return None
    # Drawn from zero, and a share up to 100; what lies beyond widens the scale.
    numbers = [target.nilai or Decimal(0) for target in numeric]
    known = [*numbers, *(value for value, _ in achieved.values())]
    top = max(*known, Decimal(100 if indikator.satuan == "persen" else 0))
    low = min(*known, Decimal(0))
    step = (WIDTH - 60) / max(1, len(cells) - 1)
    years = [(round(30 + step * n, 1), target.tahun) for n, target in enumerate(cells)]
    at = {tahun: x for x, tahun in years}

    def y(value: Decimal) -> float:
        return round(PATH_BOTTOM - float((value - low) / (top - low)) * (PATH_BOTTOM - PATH_TOP), 1)

    by_year = dict(zip((target.tahun for target in numeric), numbers, strict=True))
    points = [
        Point(
            at[target.tahun],
            y(value),
            target.tahun,
            target.tercetak,
            is_targeted(indikator, target),
            _BELOW if achieved.get(target.tahun, (value, ""))[0] > value else _ABOVE,
        )
        for target, value in zip(numeric, numbers, strict=True)
    ]
    reports = tuple(
        Point(
            at[tahun],
            y(value),
            tahun,
            label,
            True,
            _ABOVE if tahun not in by_year or value > by_year[tahun] else _BELOW,
        )
        for tahun, (value, label) in sorted(achieved.items())
    )
    return TargetPath(points, years, reports)


@dataclass(frozen=True)
class Bar:
    """A bar: its corner, its size, its value and the series it belongs to."""

    x: float
    y: float
    width: float
    height: float
    amount: int
    series: int


BARS_TOP, BARS_BOTTOM, BARS_HEIGHT = 24, 170, 200


def grouped_bars(
    series: Sequence[Mapping[int, int | None]], years: Sequence[int]
) -> tuple[list[Bar], list[tuple[float, int]]]:
    """Bars of each series side by side for each year, and where each year's name stands."""
    most = max((amount or 0 for row in series for amount in row.values()), default=0) or 1
    slot = WIDTH / len(years)
    width = round(min(34.0, (slot - 8) / len(series)), 1)
    bars, names = [], []
    for column, year in enumerate(years):
        middle = slot * (column + 0.5)
        names.append((round(middle, 1), year))
        for order, row in enumerate(series):
            amount = row[year]
            if amount is None:
                continue
            height = round(amount / most * (BARS_BOTTOM - BARS_TOP), 1)
            x = round(middle + (order - len(series) / 2) * width, 1)
            bars.append(Bar(x, round(BARS_BOTTOM - height, 1), width - 2, height, amount, order))
    return bars, names


@dataclass(frozen=True)
class NamedBar:
    """A horizontal bar under its name, which may take several lines."""

    lines: Sequence[str]
    y: float
    """The baseline of the first line of the name."""

    bar_y: float
    width: float
    amount: int | None


def named_bars(rows: Sequence[tuple[str, int | None]], most: int) -> tuple[list[NamedBar], float]:
    """Horizontal bars, one under the other, and the height they take together.

    `most` is the amount that fills the width: charts that stand side by side share it.
    """
    bars, y = [], 4.0
    for name, amount in rows:
        lines = textwrap.wrap(name, _LINE_CHARS) or [""]
        first = y + 12
        bar_y = y + 14 * len(lines) + 4
        width = round((amount or 0) / (most or 1) * (WIDTH - 100), 1)
        bars.append(NamedBar(lines, first, bar_y, width, amount))
        y = bar_y + 24
    return bars, y


@dataclass(frozen=True)
class Segment:
    """A part of a bar that is a whole: its place, its number and what it counts."""

    x: float
    width: float
    number: int
    status: Status


SHARES_HEIGHT = 40


def shares(counts: Sequence[tuple[Status, int]]) -> list[Segment]:
    """One bar cut into parts as wide as their numbers."""
    whole = sum(number for _, number in counts) or 1
    segments, before = [], 0
    for status, number in counts:
        x = round(before / whole * WIDTH, 1)
        before += number
        segments.append(Segment(x, round(before / whole * WIDTH - x, 1), number, status))
    return segments
