"""JSON as text: keys sorted, and every number with the digits it has, which no float would keep."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from renstra.sheet.layout import as_text

_quoted: Callable[[str], str] = json.encoder.encode_basestring
_STEP = "  "


def json_bytes(value: Any) -> bytes:
    """Dictionaries, lists, texts, numbers, dates and None as JSON in UTF-8, with a last newline."""
    return f"{_json(value, '')}\n".encode()


def _json(value: Any, indent: str) -> str:
    write = _WRITERS.get(type(value))
    if write is not None:
        return write(value)
    inner = f"{indent}{_STEP}"
    if isinstance(value, dict):
        # Keys may be years, which JSON knows only as text.
        named = {str(key): inside for key, inside in value.items()}
        parts = (f"{_quoted(key)}: {_json(named[key], inner)}" for key in sorted(named))
        return _bracketed("{", parts, "}", indent) if named else "{}"
    return (
        _bracketed("[", (_json(inside, inner) for inside in value), "]", indent) if value else "[]"
    )


def _bracketed(before: str, parts: Iterable[str], after: str, indent: str) -> str:
    lines = f",\n{indent}{_STEP}".join(parts)
    return f"{before}\n{indent}{_STEP}{lines}\n{indent}{after}"


_WRITERS: dict[type, Callable[[Any], str]] = {
    str: _quoted,
    type(None): lambda _: "null",
    bool: lambda value: "true" if value else "false",
    int: str,
    Decimal: as_text,
    date: lambda value: _quoted(value.isoformat()),
}
