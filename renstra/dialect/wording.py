"""What a broken rule of the models is called in Indonesian."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from renstra.dialect.typed import meant_date, meant_number

_SHOWN = 60
_EXAMPLES = {
    "[0-9A-Za-z][0-9A-Za-z._/-]*": "v1.0",
    r"\d+": "1",
    "[a-z0-9-]+": "abc-1",
    "[a-z_]+": "huruf_kecil",
    "[a-z]+": "abc",
    "[a-z]{2}": "ab",
    "[a-z]": "a",
    "[A-Z]": "A",
}
"""Parts of the patterns of ids, longer ones before those they contain."""


def describe(value: Any) -> str:
    """A found value in words, shortened."""
    if value is None:
        return "nilai kosong"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return f"bilangan {value}"
    if isinstance(value, date):
        return f"tanggal {value}"
    if isinstance(value, list):
        return "daftar"
    if isinstance(value, dict):
        return "kumpulan kunci"
    return f'teks "{shorten(str(value))}"'


def thousands(number: int) -> str:
    """A whole number as the decree writes it, with dots."""
    return f"{number:,}".replace(",", ".")


def shorten(text: str) -> str:
    """The text, cut where it is too long for a message."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def printable(text: str) -> str:
    """The text on one line, whatever was read; a message is a line of its own."""
    return "".join(character if character.isprintable() else " " for character in text)


def closest(word: object, known: Iterable[str]) -> str | None:
    """The known name that `word` is most like, if any is like it."""
    # Comparing very long text takes minutes, and no name is that long.
    return next(iter(get_close_matches(str(word)[:_SHOWN], list(known), n=1)), None)


def perhaps(name: str | None) -> str:
    """A question whether `name` was meant, or nothing."""
    return f"; apakah maksudnya {name}?" if name else ""


def nearest(word: object, known: Iterable[str]) -> str:
    """A question after the nearest known name, or nothing."""
    return perhaps(closest(word, known))


def unknown_id(name: str, known: Iterable[str]) -> str:
    """An id that nothing declares; the known ids are named where that helps to mend it."""
    known = sorted(known)
    shape = re.sub(r"\d+", "0", name)
    if any(re.sub(r"\d+", "0", other) == shape for other in known):
        # Among ids that differ in their number alone, the nearest is a random one.
        return f"{shorten(name)} tidak dikenal; periksa nomornya"
    return f"{shorten(name)} tidak dikenal{nearest(name, known) or '; periksa ejaannya'}"


def unknown_in(message: str) -> str | None:
    """The id that a message of `unknown_id` is about; None for other messages."""
    found = re.match(r"(\S+) tidak dikenal;", message)
    return found[1] if found else None


def explain(kind: str, value: Any, context: Mapping[str, Any]) -> str:
    """One pydantic error in words: its type, the value found and the error's context."""
    found = f"ditemukan {describe(value)}, seharusnya "
    match kind:
        case "missing" | "union_tag_not_found":
            return "tidak ada; wajib diisi"
        case "string_type":
            return found + _expect_text(value)
        case "int_type" | "int_from_float" | "int_parsing":
            return found + _expect_int(value)
        case "list_type":
            return found + 'daftar: baris-baris yang berawalan "- "'
        case "dict_type" | "model_type" | "model_attributes_type":
            return found + 'kunci-kunci menurut skema, seperti "nama: …"'
        case "date_type":
            return found + "tanggal seperti 2020-07-24, tanpa tanda kutip" + meant_date(value)
        case "literal_error" | "union_tag_invalid":
            allowed = re.findall(r"'([^']*)'", context.get("expected") or context["expected_tags"])
            hint = nearest(value, allowed) if isinstance(value, str) else ""
            return found + f"salah satu dari {', '.join(allowed)}{hint}"
        case "string_pattern_mismatch":
            return found + f"berpola seperti {_example(context['pattern'])}"
        case "string_too_short":
            return "ditemukan teks kosong; isi"
        case "too_short":
            return "ditemukan daftar kosong; isi sekurangnya satu butir"
        case "greater_than_equal":
            return found + f"paling kecil {context['ge']}"
        case "less_than_equal":
            return found + f"paling besar {context['le']}"
    return f"{found}nilai lain menurut skema ({kind})"


def _expect_int(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"\d{1,18}", value, re.ASCII):
        return f"bilangan tanpa tanda kutip: {value}"
    expected = "bilangan bulat tanpa titik atau koma, seperti 23617"
    return expected + meant_number(value, whole=True)


def _expect_text(value: Any) -> str:
    if value == [None]:
        return 'teks; bila yang dimaksud strip, beri tanda kutip: "-"'
    if isinstance(value, bool):
        return f'teks; beri tanda kutip: "{describe(value)}"'
    if isinstance(value, int | Decimal | date):
        return f'teks; beri tanda kutip: "{value}"'
    return "teks"


def _example(pattern: str) -> str:
    first = re.sub(r"\(\?:([^|]*)\|[^)]*\)", r"\1", pattern.strip("^$"))  # of two ways, the usual
    text = re.sub(r"\\d\{(\d)\}", lambda count: "1".zfill(int(count[1])), first)
    for part, example in _EXAMPLES.items():
        text = text.replace(part, example)
    return text
