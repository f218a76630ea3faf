"""The things of one version of a file, as far as it can be read."""

from __future__ import annotations

from dataclasses import dataclass

from renstra.dialect.document import MAX_BYTES, parse_yaml
from renstra.past.models import model_of_file
from renstra.past.thing import Place, Thing, things_in


@dataclass(frozen=True)
class Reading:
    """What one version of a file holds."""

    things: tuple[Thing, ...]
    reason: str = ""
    """Why nothing of it can be read; empty where something can."""

    partial: bool = False
    """Whether some of its values could not be read."""


def read(content: bytes, name: str) -> Reading:
    """The things of a file of the data folder; `name` is its path there."""
    if len(content) > MAX_BYTES:
        return Reading((), f"lebih dari {MAX_BYTES} bita")
    document, problems = parse_yaml(content, name)
    if document is None:
        first = problems[0]
        return Reading((), f"baris {first.line}: {first.message}")
    if not isinstance(document.value, dict):
        return Reading((), "puncaknya bukan kunci-kunci")
    model = model_of_file(name, document.value)
    place = Place((model,) if model else (), name.removesuffix(".yml"), top=True)
    return Reading(tuple(things_in(document.value, place)), partial=bool(problems))
