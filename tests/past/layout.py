"""One value written as YAML in any of the ways that mean the same."""

from __future__ import annotations

import re
import textwrap
from random import Random
from typing import Any

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .()/-]*[A-Za-z0-9)]")
_DOUBTFUL = {"yes", "no", "on", "off", "y", "n", "true", "false", "null"}


def write(value: dict[str, Any], rng: Random) -> str:
    """The text of a file, its layout drawn from `rng`."""
    head = "# Berkas rekaan.\n" if rng.random() < 0.5 else ""
    return head + "".join(_mapping(value, 0, rng))


def _mapping(value: dict[str, Any], depth: int, rng: Random) -> list[str]:
    keys = list(value)
    if rng.random() < 0.3:
        rng.shuffle(keys)
    lines: list[str] = []
    for key in keys:
        lines += _entry(key, value[key], depth, rng)
    return lines


def _entry(key: str, value: Any, depth: int, rng: Random) -> list[str]:
    space = " " * depth
    if isinstance(value, dict):
        return [f"{space}{key}:\n", *_mapping(value, depth + 2, rng)]
    if isinstance(value, list):
        indent = depth + rng.choice((0, 2, 2, 2, 4))
        items = list(value)
        if rng.random() < 0.3:
            rng.shuffle(items)
        lines = [f"{space}{key}:\n"]
        for item in items:
            if rng.random() < 0.05:
                lines.append(f"{' ' * indent}# - id: bukan-butir\n")
            if rng.random() < 0.05:
                lines.append("\n")
            lines += _item(item, indent, rng)
        return lines
    return [f"{space}{key}:{_scalar(value, depth, rng)}\n"]


def _item(item: Any, indent: int, rng: Random) -> list[str]:
    if not isinstance(item, dict):
        return [f"{' ' * indent}-{_scalar(item, indent, rng)}\n"]
    lines = _mapping(item, indent + 2, rng)
    return [f"{' ' * indent}- {lines[0][indent + 2 :]}", *lines[1:]]


def _scalar(value: str | int | None, depth: int, rng: Random) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return f" {value}"
    text = value
    ways = ["double", "single"]
    if _PLAIN.fullmatch(text) and text.lower() not in _DOUBTFUL:
        ways.append("plain")
    if " " in text:
        ways += ["folded"] * 3
    way = rng.choice(ways)
    if way == "plain":
        return f" {text}"
    if way == "single":
        return " '" + text.replace("'", "''") + "'"
    if way == "double":
        return ' "' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    space = " " * (depth + 2)
    lines = textwrap.wrap(
        text, rng.choice((30, 60, 90)), break_long_words=False, break_on_hyphens=False
    )
    return " >-\n" + "\n".join(space + line for line in lines)
