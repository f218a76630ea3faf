"""A problem found in the data, and the error that carries all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in a data file, worded in Indonesian for the person who mends it."""

    path: str
    """The file as the reader would name it, such as ``data/target/kg-001.yml``."""

    line: int
    """The line, counted from 1."""

    where: str
    """The thing and the keys that lead to the value, such as ``indikator ik-007: target: 2022``;
    empty where the whole file is meant."""

    message: str
    """What was found, what is expected and how to mend it."""

    warning: bool = False
    """Whether the data can be used nevertheless."""

    tentang: str = field(default="", compare=False)
    """The id of what is really wrong, where another place only speaks of it."""

    pangkal: bool = field(default=False, compare=False)
    """Whether others only follow from it, so that it is told before them."""

    def __str__(self) -> str:
        kind = "peringatan" if self.warning else ""
        place = f"{self.path}:{self.line}"
        return ": ".join(part for part in (place, self.where, kind, self.message) if part)


class DataError(Exception):
    """The data cannot be used; every problem found is in `problems`, sorted by file and line.

    What others only follow from comes first.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(set(problems), key=lambda one: (not one.pangkal, one))
        super().__init__("\n".join(map(str, self.problems)))
