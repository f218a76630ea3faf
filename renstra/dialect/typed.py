"""Dates and numbers as people type them, where that can mean only one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from renstra.dialect.scalars import written

_NUMBER = re.compile(r"-?\d{1,18}([.,]\d+)?", re.ASCII)
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+", re.ASCII)
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}((\.\d{3}){2,}|(\.\d{3})+,\d+)", re.ASCII)
"""What can only be thousands: two groups or more, or a comma behind them."""

_RUPIAH = re.compile(r"^rp\.?\s*", re.IGNORECASE)
"""What is written before an amount and says nothing of how much it is."""

_NO_CENTS = re.compile(r",-+$")
"""What is written behind an amount in place of two noughts."""

_YEAR_FIRST = re.compile(r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})([-/.])(?P<m>\d{1,2})\2(?P<y>\d{4}|\d{2})", re.ASCII)
_NAMED = re.compile(
    r"(?P<d>\d{1,2})[-/. ]+(?P<m>[a-z]{3,9})\.?[-/ ]+(?P<y>\d{4}|\d{2})", re.IGNORECASE
)
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"),
    *("Oktober", "November", "Desember"),
)
"""The months as an Indonesian writes them, January first."""

_NUMBERS = {
    **{
        form: n
        for n, name in enumerate((month.lower() for month in MONTHS), 1)
        for form in (name, name[:3], f"{n}", f"{n:02}")
    },
    **{"peb": 2, "pebruari": 2, "sept": 9, "agt": 8, "ags": 8, "nop": 11, "nopember": 11},
}
"""The number of a month by each way in which it is written."""


class TwofoldError(Exception):
    """A number that could be another one; `bare` is what is left of it without its unit."""

    def __init__(self, bare: str) -> None:
        self.bare = bare
        super().__init__(bare)


def typed_date(text: str) -> date | None:
    """The day that is meant, a day before its month; None where it is no date.

    Raises ValueError where the calendar has no such day.
    """
    text = " ".join(text.split())
    forms = (_YEAR_FIRST, _DAY_FIRST, _NAMED)
    match = next((one for form in forms if (one := form.fullmatch(text))), None)
    if match is None or (match.re is _NAMED and match["m"].lower() not in _NUMBERS):
        return None
    month = _NUMBERS.get(match["m"].lower(), 0)  # there is no thirteenth
    # Two digits are of this century: no document of a plan is older.
    year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
    return date(year, month, int(match["d"]))


def typed_number(text: str, signs: Sequence[str] = ()) -> Decimal | None:
    """The number that is meant; None where it is none.

    `signs` are units that may stand behind it. Raises TwofoldError.
    """
    text = text.strip().replace("−", "-")
    for sign in sorted(signs, key=len, reverse=True):
        if sign and text.lower().endswith(sign.lower()):
            text = text[: -len(sign)].rstrip()
            break
    bare = _NO_CENTS.sub(",00", _RUPIAH.sub("", text))
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    elif _GROUPED.fullmatch(bare):
        raise TwofoldError(bare)
    return Decimal(bare.replace(",", ".")) if _NUMBER.fullmatch(bare) else None


def meant_date(value: object) -> str:
    """How the data writes a date that is written otherwise, to end a message."""
    try:
        day = typed_date(value) if isinstance(value, str) else None
    except ValueError:
        return ""
    return f"; tulis {day}" if day else ""


def meant_number(value: object, *, whole: bool = False) -> str:
    """How the data writes a number that is written otherwise, to end a message."""
    if not isinstance(value, str):
        return ""
    if value.startswith("="):
        return "; tulis hasilnya, bukan rumusnya"
    try:
        number = typed_number(value, ("%", "persen"))
    except TwofoldError:
        return ""
    if number is None or (whole and number != int(number)):
        return ""
    return f"; tulis {written(number)}"
