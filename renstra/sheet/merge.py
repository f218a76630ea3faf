"""What a workbook changes, where three states meet: then, now, and what was typed.

Then is what the template was made from, now is the data as it is. What only one side changed is
taken; what both changed to different values is nobody's to decide here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from renstra.checks.reports import signs
from renstra.dialect.wording import printable, shorten
from renstra.model.base import Entry
from renstra.model.indikator import Indikator
from renstra.plan.plan import Plan
from renstra.sheet.columns import LAPORAN
from renstra.sheet.layout import InputPlace, Value, as_text, value_at
from renstra.sheet.origin import MAX_TEXT, Origin
from renstra.sheet.refusal import CellProblem
from renstra.sheet.table import Input
from renstra.sheet.values import InputError, read_cell


@dataclass(frozen=True)
class CellChange:
    """A value that the workbook changes."""

    input: Input
    before: Value
    after: Value

    @property
    def place(self) -> InputPlace:
        """Where the value stands in the report."""
        row = self.input.row
        return row.part, row.kode, self.input.column.keys

    def words(self) -> str:
        """The change in a line for whoever decides on it."""
        tahun, part, kode = self.input.thing
        about = f"{part if part == LAPORAN else kode} {tahun} · {self.input.column.title}"
        return change_words(about, self.before, self.after)


@dataclass
class Merged:
    """What was read from the cells."""

    changes: list[CellChange] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    remarks: list[CellProblem] = field(default_factory=list)


def merge(
    plan: Plan,
    inputs: list[Input],
    origin: Origin,
    now: Mapping[tuple[str, str], Entry],
    name: str,
) -> Merged:
    """Read every input cell and hold it against then and now; `name` is the workbook's."""
    merged = Merged()
    for one in inputs:
        indikator = one.row.indikator
        units = _units(plan, indikator) if indikator else ()
        then = origin.values.get((one.row.part, one.row.kode, one.column.keys), "")
        if one.cell and one.cell.stored and one.cell.stored == then:
            continue  # also where a spreadsheet program stored it in a way of its own
        try:
            reading = read_cell(one.cell, one.column, indikator, units)
        except InputError as error:
            merged.problems.append(one.problem(name, str(error)))
            continue
        if reading is None:
            continue
        theirs = value_at(now.get((one.row.part, one.row.kode)), one.column.keys)
        change = CellChange(one, theirs, reading.value)
        base, kini, mine = (
            then,
            as_text(theirs),
            as_text(change.after),
        )
        if mine[:MAX_TEXT] in (base, kini[:MAX_TEXT]):
            continue  # what was not touched, or is so already
        if kini[:MAX_TEXT] != base:
            message = (
                f"berkas YAML kini {_shown(theirs)}, templat dibuat saat {_shown(base or None)}, "
                f"lembar berisi {_shown(change.after)}; unduh templat baru dan isi lagi"
            )
            merged.problems.append(one.problem(name, message))
            continue
        if len(kini) > MAX_TEXT:
            message = f"teks lama lebih dari {MAX_TEXT} karakter; ubah di berkas YAML"
            merged.problems.append(one.problem(name, message))
            continue
        merged.changes.append(change)
        if reading.remark:
            merged.remarks.append(replace(one.problem(name, reading.remark), remark=True))
    return merged


def change_words(about: str, before: Value, after: Value) -> str:
    """A change of what `about` names, in a line."""
    shown = f"{about}: {_shown(before)} → {_shown(after)}"
    return printable(f"{shown}{_ratio(before, after)}")


def _units(plan: Plan, indikator: Indikator) -> list[str]:
    """The ways in which people write an indicator's unit behind a number."""
    unit = plan.satuan.get(indikator.satuan or "")
    return [*signs(plan, indikator), *((unit.nama, unit.id) if unit else ())]


def _ratio(before: Value, after: Value) -> str:
    """How many times the figure before the one after is, where both are numbers above zero."""
    numbers = [value for value in (before, after) if isinstance(value, int | Decimal) and value > 0]
    if len(numbers) < 2:
        return ""
    times = Decimal(numbers[1]) / Decimal(numbers[0])
    rounded = round(times, 2 if times >= Decimal("0.1") else 4)
    return f" ({as_text(rounded).replace('.', ',')} kali)"


def _shown(value: Value) -> str:
    return shorten(as_text(value)) if value is not None else "kosong"
