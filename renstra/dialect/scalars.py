"""What a scalar of the data means, in a dialect of YAML that nothing can be read two ways in."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

_INT = re.compile(r"-?(0|[1-9]\d{0,17})", re.ASCII)
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,17})\.\d{1,12}", re.ASCII)
_LONG = re.compile(r"-?(0|[1-9]\d{0,17})\.\d{13,30}", re.ASCII)
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
    if found := flaw(text.replace("\n", "")):
        raise ScalarError(found)
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
    if _LONG.fullmatch(text):
        short = round(Decimal(text), 6)
        raise ScalarError(
            f"bilangan {text} lebih dari 12 angka di belakang titik; bulatkan, seperti {short}"
        )
    if _NUMBERLIKE.fullmatch(text):
        raise ScalarError(
            f"bentuk bilangan {text} tidak dipakai di sini; tulis seperti 23617 atau 87.5, "
            f'atau "{text}" bila teks'
        )
    return text


def written(value: Decimal) -> str:
    """A number as the data writes it, so that it is read back as the same and no other."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    try:
        resolve(text, plain=True)
    except ScalarError:
        text += "0"  # 0.125 could be a hundred and twenty-five
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


def flaw(text: str) -> str | None:
    """What is wrong with the letters of a text, and how to mend it; None where all is well.

    Control and format characters come along when text is copied from a PDF, break words that look
    whole, and end lines where no editor shows an end. A letter of another script that looks like a
    Latin one, or a letter and its accent apart, makes two words of one for whoever searches.
    """
    if text.isascii() and text.isprintable():
        return None
    for character in text:
        if _unseen(character):
            return f"karakter tak tampak U+{ord(character):04X} ditemukan; hapus"
    for word in _WORD.findall(text):
        scripts = {letter: _script(letter) for letter in word}
        if "LATIN" in scripts.values():
            for letter, script in scripts.items():
                if script != "LATIN":
                    name = unicodedata.name(letter, "tanpa nama")
                    return (
                        f"huruf U+{ord(letter):04X} ({name}) ditemukan di dalam kata "
                        f'"{word[:40]}", yang hurufnya latin; ketik ulang kata itu'
                    )
    if not unicodedata.is_normalized("NFC", text):
        return "huruf dengan tanda yang terpisah (bukan NFC) ditemukan; ketik ulang teksnya"
    return None


_WORD = re.compile(r"[^\W\d_]+")
_IGNORED = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""What Unicode calls ignorable by default and counts among letters and marks."""


def _unseen(character: str) -> bool:
    if character.isascii() and character.isprintable():
        return False
    ignored = _IGNORED.match(character) is not None
    return ignored or unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")


def _script(letter: str) -> str:
    """The script of a letter, as its name begins."""
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "?").partition(" ")[0]
