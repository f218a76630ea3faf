"""Numbers and dates as a reader of Indonesian writes them; display is rounded only here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from renstra.dialect.typed import MONTHS

_SWAP = str.maketrans(",.", ".,")
NBSP = "\N{NO-BREAK SPACE}"


def number(value: Decimal | int | None, places: int = 0) -> str:
    """`2273454` as ``2.273.454``; nothing for None, as an empty cell is shown empty."""
    if value is None:
        return ""
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded:,}".translate(_SWAP)


def percent(value: Decimal | None) -> str:
    """A share to two places, ``33,71 %``; nothing for None."""
    return "" if value is None else f"{number(value, 2)}{NBSP}%"


_SIZES = ((1_000_000_000, "triliun", 2), (1_000_000, "miliar", 2), (1_000, "juta", 1))
"""The words for large amounts, in thousands of rupiah, and how many places each is told to."""


def rupiah_short(thousands: int | None) -> str:
    """Thousands of rupiah in the largest fitting word: `76730991` as ``Rp76,73 miliar``."""
    if thousands is None:
        return ""
    for size, word, places in _SIZES:
        if abs(thousands) >= size:
            return f"Rp{number(Decimal(thousands) / size, places)}{NBSP}{word}"
    return f"Rp{number(thousands * 1000)}"


def entered(value: Decimal) -> str:
    """A number as it was typed, all of its places that say something: ``97,0625``, ``972``."""
    return number(value, _places(value))


def plain(value: Decimal) -> str:
    """A reported number with at most two places and none that say nothing: ``87,5``, ``972``."""
    return number(value, min(_places(value), 2))


def _places(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))


def in_thousands(rupiah: int | None) -> str:
    """Whole rupiah as thousands of rupiah, as the plan's tables count; nothing for None."""
    return "" if rupiah is None else number(Decimal(rupiah) / 1000)


def rupiah(amount: int | None) -> str:
    """Whole rupiah, ``Rp2.273.454.000``; nothing for None."""
    return "" if amount is None else f"Rp{number(amount)}"


def billions(thousands: int) -> str:
    """Thousands of rupiah as a number of miliar to one place, for charts: ``17,9``."""
    return number(Decimal(thousands) / 1_000_000, 1)


def day(value: date) -> str:
    """A date in words: ``24 Juli 2020``."""
    return f"{value.day}{NBSP}{MONTHS[value.month - 1]}{NBSP}{value.year}"


def span(years: list[int]) -> str:
    """The years of a plan: ``2020–2024``."""
    return f"{years[0]}–{years[-1]}"


def listed(items: Sequence[object]) -> str:
    """Several things in a sentence: ``2020, 2021 dan 2024``; nothing for none."""
    texts = [str(item) for item in items]
    return " dan ".join(filter(None, [", ".join(texts[:-1]), *texts[-1:]]))
