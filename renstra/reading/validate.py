"""One document held against its model: an entry that knows its place, and every problem found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from renstra.dialect.document import Document, Keys
from renstra.dialect.problem import Problem
from renstra.dialect.wording import explain, unknown_id
from renstra.model.base import FINDINGS, UNKNOWN, Entry, Finding, Known
from renstra.reading.fields import check_keys


def validate(
    document: Document, model: type[Entry], known: Known
) -> tuple[Entry | None, list[Problem]]:
    """The entry that `document` holds, or None, and the problems of its keys and values."""
    found = list(check_keys(model, document.value))
    problems = [document.problem(finding.keys, finding.message) for finding in found]
    try:
        entry = model.model_validate(document.value, context=known)
    except ValidationError as error:
        meant = {finding.meant for finding in found if finding.meant}
        return None, [*problems, *_model_problems(error, document, meant)]
    entry.settle(document)
    return entry, problems


def _model_problems(
    error: ValidationError, document: Document, meant: set[Keys]
) -> Iterator[Problem]:
    """The problems that nothing has reported yet; `meant` are missing keys that were misspelt."""
    for detail in error.errors(include_url=False):
        kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
        missing = kind == "missing"
        keys = _keys(detail["loc"], document, keep_last=missing)
        if kind in ("union_tag_invalid", "union_tag_not_found"):
            keys, value = (*keys, "jenis"), _member(value, "jenis")
        if (
            kind in ("extra_forbidden", "invalid_key")
            or keys in meant
            or (missing and keys[:-1] in document.partial)
        ):
            continue
        if kind == FINDINGS:
            findings = context[FINDINGS]
        elif kind == UNKNOWN:
            findings = [Finding((), unknown_id(value, context["known"]))]
        elif detail["loc"][-1:] == ("[key]",):
            findings = [Finding((), f"kunci: {explain(kind, value, context)}")]
        else:
            findings = [Finding((), explain(kind, value, context))]
        for finding in findings:
            assert isinstance(finding, Finding)
            place = (*keys, *finding.keys)
            unread = finding.lack and {place, place[:-1]} & document.partial
            if place not in document.refused and not unread:
                yield document.problem(place, finding.message)


def _member(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _keys(loc: tuple[int | str, ...], document: Document, *, keep_last: bool) -> Keys:
    """Pydantic's way to a value without its own marks (union tags, ``[key]``)."""
    keys: Keys = ()
    for position, key in enumerate(loc):
        if _is_union_tag(loc, position, document.value_at(keys)):
            continue
        if (*keys, key) in document.lines or (keep_last and position == len(loc) - 1):
            keys = (*keys, key)
        elif (
            isinstance(key, str)
            and re.fullmatch(r"\d{1,9}", key)
            and (*keys, int(key)) in document.lines
        ):
            keys = (*keys, int(key))
    return keys


def _is_union_tag(loc: tuple[int | str, ...], position: int, value: Any) -> bool:
    """Whether pydantic names the member of a union here, which may have the name of a key, too."""
    return (
        position > 0
        and isinstance(loc[position - 1], int)
        and position < len(loc) - 1
        and loc[position] == _member(value, "jenis")
    )
