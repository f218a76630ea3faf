"""What a check yields: a violation of its rule, by whom it can be claimed and where it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from renstra.dialect.document import Keys
from renstra.dialect.wording import thousands
from renstra.model.base import Entry
from renstra.plan.plan import Plan


@dataclass(frozen=True)
class Place:
    """Where a mark stands: a thing, a part, a table or one row of a table, and perhaps a year."""

    di: str
    """An id that `places` resolves, such as ``an-012`` or ``tabel-swot-wt#T13``."""

    tahun: int | None = None
    """The year of one cell; None for the name or heading."""


@dataclass(frozen=True, kw_only=True)
class Violation:
    """One thing in the plan that breaks a rule."""

    pokok: str
    """What breaks it, by ids and years alone, so that a note can claim it while it lasts."""

    places: tuple[Place, ...]
    """Every cell or heading concerned."""

    printed: str
    """What is printed, in Indonesian."""

    expected: str
    """What the rule expects, in Indonesian."""

    difference: str = ""
    """The computed difference in words, where one can be computed; a note must state the same."""

    entry: Entry
    """The entry that holds the offending value."""

    keys: Keys = ()
    """The keys below the entry that lead to the value."""

    aturan: str = ""
    """The name of the rule; the registry fills it in."""


@dataclass(frozen=True)
class Check:
    """A rule with its name, its statement for readers, and the function that looks for breaches."""

    name: str
    """The name that notes refer to."""

    statement: str
    """The rule in an Indonesian sentence."""

    run: Callable[[Plan], Iterator[Violation]]
    """Yields what breaks the rule; its docstring states it."""


def gap(printed: int, expected: int, unit: str) -> str:
    """How far two amounts are apart, in words that take no side."""
    return f"beda {thousands(abs(printed - expected))} {unit}"
