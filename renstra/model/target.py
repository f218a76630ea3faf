"""The typed value of a target cell, derived from the cell as printed by the indicator's kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from renstra.dialect.wording import shorten
from renstra.model.terms import SCALES, Jenis

Rupa = Literal["angka", "peringkat", "strip", "kosong"]
"""What a cell holds: a number, a grade or opinion, a dash, or nothing."""

# Indonesian notation: dots between thousands, a comma before decimals.
_NUMBER = re.compile(r"(?P<whole>-?[1-9]\d{0,2}(?:\.\d{3})+|-?\d+)(?:,(?P<part>\d+))?", re.ASCII)
DASHES = ("-", "–", "—")


@dataclass(frozen=True)
class Target:
    """One target cell: what is printed and what it means."""

    tahun: int
    tercetak: str
    """The cell letter by letter as the decree prints it."""

    rupa: Rupa
    nilai: Decimal | None = None
    """The number of a numeric cell, in the indicator's unit."""

    peringkat: str | None = None
    """The grade or opinion of a ranked cell."""

    @property
    def nol(self) -> bool:
        """Whether the cell is a printed zero, which the indicator's `makna_nol` explains."""
        return self.nilai == 0


class CellError(ValueError):
    """The cell does not say what its kind says; the text is Indonesian, for staff."""


def read_target(tahun: int, tercetak: str, jenis: Jenis, tanda: Sequence[str]) -> Target:
    """Read a printed cell; `tanda` are the ways the unit is written behind a number.

    Raises CellError where the text is neither empty, nor a dash, nor a value of that kind.
    """
    text = tercetak.strip()
    if not text:
        return Target(tahun, tercetak, "kosong")
    if text in DASHES:
        return Target(tahun, tercetak, "strip")
    if jenis != "angka":
        grades = [grade for step in SCALES[jenis] for grade in step]
        if text not in grades:
            expected = ", ".join(grades)
            raise CellError(f'ditemukan "{shorten(tercetak)}", seharusnya {expected}, "-" atau ""')
        return Target(tahun, tercetak, "peringkat", peringkat=text)
    match = _NUMBER.match(text)
    if match and text[match.end() :].strip() in tanda:
        return Target(tahun, tercetak, "angka", nilai=_number(match))
    units = [f'"{sign}"' for sign in tanda if sign]
    ways = [f"dengan satuan {' atau '.join(units)}"] if units else []
    ways += ["tanpa satuan"] if "" in tanda else []
    raise CellError(
        f'ditemukan "{shorten(tercetak)}", seharusnya bilangan seperti 23.617 atau 87,5 '
        f'{" atau ".join(ways)}, "-" atau ""'
    )


def _number(match: re.Match[str]) -> Decimal:
    whole, part = match["whole"].replace(".", ""), match["part"]
    return Decimal(f"{whole}.{part}" if part else whole)
