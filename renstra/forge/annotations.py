"""Problems as workflow commands, so that a forge shows them at the file and line concerned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from renstra.dialect.problem import Problem


def workflow_commands(problems: Iterable[Problem]) -> Iterator[str]:
    """One ``::error`` or ``::warning`` a problem; no message can end it or start another."""
    for problem in problems:
        text = ": ".join(part for part in (problem.where, problem.message) if part)
        kind = "warning" if problem.warning else "error"
        yield f"::{kind} file={_property(problem.path)},line={problem.line}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
