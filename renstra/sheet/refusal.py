"""A problem with a cell of a workbook, placed by sheet and address."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace

from renstra.dialect.problem import Problem
from renstra.dialect.wording import printable
from renstra.sheet.layout import address


@dataclass(frozen=True, order=True)
class CellProblem:
    """One thing wrong in a workbook, worded in Indonesian for whoever filled it in."""

    name: str
    """The workbook as the reader would name it."""

    sheet: str
    """The sheet; empty where the whole workbook is meant."""

    row: int
    """The row, counted from 1; 0 where the whole sheet is meant."""

    column: int
    """The column, counted from 1; 0 where the whole sheet or row is meant."""

    where: str
    """What the cell stands for, such as ``ik-014, Nilai setahun``; may be empty."""

    message: str
    """What was found, what is expected and how to mend it."""

    warning: bool = False
    """Whether the workbook can be taken in nevertheless."""

    remark: bool = False
    """Whether nothing is wrong at all: how a cell was read, say."""

    @property
    def place(self) -> str:
        """Sheet, cell and what it stands for, in words."""
        words = []
        if self.sheet:
            words.append(f"lembar {self.sheet}")
        if self.row:
            words.append(
                f"sel {address(self.row, self.column)}" if self.column else f"baris {self.row}"
            )
        place = ", ".join(words)
        return f"{place} ({self.where})" if self.where else place

    @property
    def problem(self) -> Problem:
        """The same as a problem with a file; a workbook has no lines, so it is the first."""
        where, message = printable(self.place), printable(self.message)
        return Problem(printable(self.name), 1, where, message, self.warning)

    def __str__(self) -> str:
        kind = "keterangan" if self.remark else "peringatan" if self.warning else ""
        parts = (self.name, self.place, kind, self.message)
        return printable(": ".join(part for part in parts if part))


FEW = 3
"""How many equal problems of one column are told one by one."""


def summed(problems: Iterable[CellProblem | Problem]) -> list[CellProblem | Problem]:
    """The same problems in their order; many equal ones of a column are told once, with a count."""
    alike: dict[Hashable, list[CellProblem | Problem]] = {}
    for number, one in enumerate(problems):
        key: Hashable = number
        if isinstance(one, CellProblem) and one.row:
            key = (one.sheet, one.column, one.message, one.warning, one.remark)
        alike.setdefault(key, []).append(one)
    found: list[CellProblem | Problem] = []
    for group in alike.values():
        first, last = group[0], group[-1]
        if len(group) > FEW and isinstance(first, CellProblem) and isinstance(last, CellProblem):
            place = address(last.row, last.column) if last.column else f"baris {last.row}"
            others = f" (begitu juga {len(group) - 1} yang lain di kolom ini, sampai {place})"
            found.append(replace(first, message=f"{first.message}{others}"))
        else:
            found += group
    return found
