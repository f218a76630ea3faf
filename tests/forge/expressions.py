"""The expressions of the workflows' conditions, read as the forge reads them.

As much of its language as the conditions use: comparison, `&&`, `||`, `!`, brackets, literals,
dotted names and the four functions of a job's state. What is not known is a mistake, and no empty
text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | bool | None

_TOKEN = re.compile(r"\s*(==|!=|&&|\|\||[!()]|'(?:[^']|'')*'|[A-Za-z_][\w.-]*(?:\(\))?|$)")
_STATES = ("always()", "success()", "failure()", "cancelled()")


def bare(condition: str) -> str:
    """A condition without the `${{ }}` that may stand around the whole of it."""
    text = condition.strip()
    return text[3:-2].strip() if text.startswith("${{") and text.endswith("}}") else text


def has_state(condition: str) -> bool:
    """Whether a function of state stands in a condition; else the forge adds `success()`."""
    return any(state in condition for state in _STATES)


def truth(value: Value) -> bool:
    """What counts as true: any text but the empty one."""
    return bool(value)


@dataclass
class _Reader:
    tokens: list[str]
    names: Mapping[str, Value]

    def take(self) -> str:
        return self.tokens.pop(0)

    def any_of(self) -> Value:
        left = self.all_of()
        while self.tokens[0] == "||":
            self.take()
            right = self.all_of()
            left = left if truth(left) else right
        return left

    def all_of(self) -> Value:
        left = self.equality()
        while self.tokens[0] == "&&":
            self.take()
            right = self.equality()
            left = right if truth(left) else left
        return left

    def equality(self) -> Value:
        left = self.single()
        while self.tokens[0] in ("==", "!="):
            same = self.take() == "=="
            left = (_folded(left) == _folded(self.single())) is same
        return left

    def single(self) -> Value:
        token = self.take()
        if token == "!":
            return not truth(self.single())
        if token == "(":
            value = self.any_of()
            assert self.take() == ")"
            return value
        if token.startswith("'"):
            return token[1:-1].replace("''", "'")
        if token in ("true", "false"):
            return token == "true"
        return self.names[token]


def _folded(value: Value) -> Value:
    """The forge compares without regard to capitals, and nothing with the empty text as equal."""
    return "" if value is None else value.casefold() if isinstance(value, str) else value


def evaluate(condition: str, names: Mapping[str, Value]) -> Value:
    """What a condition comes to; `names` has every name and function that stands in it."""
    text, tokens, position = bare(condition), [], 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if not found:
            raise ValueError(f"not understood: {text[position:]!r}")
        tokens.append(found[1])
        position = found.end()
    reader = _Reader([*tokens, ""], names)
    value = reader.any_of()
    assert reader.take() == ""
    return value
