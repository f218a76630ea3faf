"""What a scalar of the data means, in a dialect of YAML that nothing can be read two ways in."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

_INT = re.compile(r"-?(0|[1-9]\d{0,17})", re.ASCII)
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,17})\.\d{1,12}", re.ASCII)
_AMBIGUOUS = re.compile(r"[-+]?\d{1,3}(\.\d{3})+", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?", re.ASCII)
_NUMBERLIKE = re.compile(
    r"[-+]?(\d[\d_]*|0[xob][\da-f_]+|\d*\.\d+|\d+\.|(\d+\.?\d*|\.\d+)e[-+]?\d+"
    r"|\d+(:\d+)+|\.inf|\.nan)",
    re.IGNORECASE,
)
_BOOLEANLIKE = {"yes", "no", "on", "off", "y", "n", "true", "false"}
_NULLLIKE = {"~", "null"}


class ScalarError(Exception):
    """A scalar that could be read in two ways; the message says what to write instead."""


def resolve(text: str, *, plain: bool) -> Any:
    """The value of a scalar (text, int, Decimal, bool, date, None); `plain` where it is unquoted.

    Raises ScalarError.
    """
    code = invisible(text.replace("\n", ""))
    if code:
        raise ScalarError(f"karakter tak tampak {code} ditemukan; hapus")
    if not plain:
        return text
    if text == "":
        return None
    if text in ("true", "false"):
        return text == "true"
    if _INT.fullmatch(text):
        return int(text)
    if _AMBIGUOUS.fullmatch(text):
        raise ScalarError(_ambiguous(text))
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    if _DATE.fullmatch(text):
        return _date(text)
    if text.lower() in _BOOLEANLIKE:
        raise ScalarError(
            f"kata {text} bermakna ganda; tulis true atau false bila ya atau tidak, "
            f'atau "{text}" bila teks'
        )
    if text.lower() in _NULLLIKE:
        raise ScalarError(
            f"kata {text} bermakna ganda; kosongkan bila tidak ada nilainya, "
            f'atau tulis "{text}" bila teks'
        )
    if _NUMBERLIKE.fullmatch(text):
        raise ScalarError(
            f"bentuk bilangan {text} tidak dipakai di sini; tulis seperti 23617 atau 87.5, "
            f'atau "{text}" bila teks'
        )
    return text


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ScalarError(
            f"tanggal {text} tidak ada di kalender atau salah bentuk; tulis seperti 2020-07-24, "
            f'atau "{text}" bila teks'
        ) from None


def _ambiguous(text: str) -> str:
    number = text.lstrip("+")
    digits = number.replace(".", "")
    readings = [
        (digits, "titiknya pemisah ribuan", _INT),
        (f"{number}0", "titiknya pemisah desimal", _DECIMAL),
    ]
    offers = [f"{way} bila {sense}" for way, sense, form in readings if form.fullmatch(way)]
    return f'bilangan {text} bermakna ganda; tulis {", ".join(offers)}, atau "{text}" bila teks'


def invisible(text: str) -> str | None:
    """The first character that shows no ink and is no space, as U+XXXX; None where all is well.

    Control and format characters come along when text is copied from a PDF, break words that look
    whole, and end lines where no editor shows an end.
    """
    if text.isprintable():  # which none of these is
        return None
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp"):
            return f"U+{ord(character):04X}"
    return None
