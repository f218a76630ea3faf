"""A filled-in workbook taken into the data: everything is checked before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from renstra.dialect.problem import DataError, Problem
from renstra.keeping.atomic import write_together
from renstra.keeping.lock import in_turn
from renstra.reading.files import REALISASI
from renstra.reading.load import load_plan
from renstra.sheet.archive import CURE, WorkbookError
from renstra.sheet.cells import SheetCells, read_workbook
from renstra.sheet.layout import ORIGIN, make_layout
from renstra.sheet.merge import CellChange, merge
from renstra.sheet.origin import Origin, sha256, things
from renstra.sheet.refusal import CellProblem, summed
from renstra.sheet.structure import check_structure, workbook_origins
from renstra.sheet.trial import ReportFile, Trial


@dataclass
class Import:
    """What a workbook would change, or every reason why it is refused."""

    problems: list[CellProblem | Problem] = field(default_factory=list)
    """Reasons to refuse it; nothing is written where there is one."""

    warnings: list[CellProblem | Problem] = field(default_factory=list)
    changes: list[CellChange] = field(default_factory=list)
    remarks: list[CellProblem] = field(default_factory=list)
    told: list[CellProblem | Problem] = field(default_factory=list)
    """All three in the order of the sheets, many equal ones of a column told once."""

    years: list[int] = field(default_factory=list)
    """The years that the workbook is of, as far as it can be told."""

    files: dict[int, ReportFile] = field(default_factory=dict)
    """The YAML of each year."""

    def counts(self) -> dict[Path, int]:
        """How many changes belong in each file that has any."""
        years = [change.input.sheet.tahun for change in self.changes]
        return {self.files[year].file: years.count(year) for year in dict.fromkeys(years)}

    def write(self) -> Path | None:
        """Write the YAML of all years, or none where somebody else changed a file: that one."""
        with in_turn(next(iter(self.files.values())).file.parent):
            for one in self.files.values():
                if one.file.read_bytes() != one.source:
                    return one.file
            changed = [one for one in self.files.values() if one.content != one.source]
            write_together({one.file: one.content for one in changed})
        return None


def check_import(data: Path, content: bytes, name: str, today: date | None = None) -> Import:
    """Hold a workbook against the folder `data`; problems call it `name`. Writes nothing.

    The years of a workbook are judged together, each with what the others become. `today` is the
    day on which it is taken in, of which nobody can have a later document.
    """
    found = Import()
    order: dict[str, int] = {}
    try:
        sheets = read_workbook(content)
        order = {sheet: number for number, sheet in enumerate(sheets)}
        origins = workbook_origins(sheets)
        known = [origin for origin in origins.values() if origin]
        found.years = [origin.tahun for origin in known]
        if len(known) < len(origins):
            message = f"tidak ada atau berubah, sehingga asal templat tidak diketahui; {CURE}"
            lost = [sheet for sheet, origin in origins.items() if origin is None]
            found.problems += [CellProblem(name, sheet, 0, 0, "", message) for sheet in lost]
        else:
            several = ORIGIN not in origins
            _check(found, data, name, sheets, known, several=several, today=today or date.today())
    except WorkbookError as error:
        found.problems.append(CellProblem(name, "", 0, 0, "", str(error)))
    except DataError as error:
        found.problems += error.problems
    every = [*found.problems, *found.warnings, *found.remarks]
    found.told = summed(sorted(every, key=lambda problem: _rank(problem, order)))
    return found


def _check(
    found: Import,
    data: Path,
    name: str,
    sheets: Mapping[str, SheetCells],
    origins: Sequence[Origin],
    *,
    several: bool,
    today: date,
) -> None:
    """The checks of one import, from the cells to the whole plan with the new values."""
    for origin in origins:
        file = data / REALISASI / f"{origin.tahun}.yml"
        if file.is_file():
            source = file.read_bytes()
            found.files[origin.tahun] = ReportFile(origin.tahun, file, source, source)
        else:
            how = f"renstra realisasi mulai {origin.tahun}"
            message = f"berkas {file.as_posix()} tidak ada; buat dahulu dengan {how}"
            found.problems.append(CellProblem(name, "", 0, 0, "", message))
    if found.problems:
        return
    plan = load_plan(data)
    ours = plan.rencana.kode_kantor
    others = {origin.kantor for origin in origins if ours and origin.kantor} - {ours}
    if others:
        message = (
            f"lembar ini dibuat untuk kantor {', '.join(sorted(others))}, bukan {ours}; unduh "
            "templat dari situs kantor ini, lalu isi lagi"
        )
        found.problems.append(CellProblem(name, "", 0, 0, "", message))
        return
    reports = [plan.realisasi[origin.tahun] for origin in origins]
    layouts = [
        make_layout(plan, report.tahun, example=report.contoh, several=several)
        for report in reports
    ]
    structure = check_structure(layouts, sheets, name)
    found.problems += structure.problems
    found.remarks += structure.remarks
    older = False
    for origin, report in zip(origins, reports, strict=True):
        inputs = [one for one in structure.inputs if one.sheet.tahun == origin.tahun]
        merged = merge(plan, inputs, origin, things(report), name)
        found.problems += merged.problems
        found.changes += merged.changes
        found.remarks += merged.remarks
        source = found.files[origin.tahun].source
        older = older or bool(merged.changes and origin.sha256 != sha256(source))
    if older:
        message = (
            "templat lebih lama daripada berkas YAML; yang berubah di satu pihak saja digabung"
        )
        found.remarks.append(CellProblem(name, "", 0, 0, "", message, remark=True))
    rows = {(one.sheet, one.row) for one in found.problems if isinstance(one, CellProblem)}
    refused = {one.thing for one in structure.inputs if (one.sheet.name, one.number) in rows}
    trial = Trial(plan, data, found.files, structure.inputs, name)
    trial.run(found.changes, refused, today)
    found.problems += trial.problems
    found.warnings += trial.warnings


def _rank(problem: CellProblem | Problem, order: Mapping[str, int]) -> tuple[Any, ...]:
    """Where a problem is told: the workbook from its first cell to its last, then files."""
    if isinstance(problem, Problem):
        return (len(order) + 1, problem.path, problem.line)
    return (order.get(problem.sheet, len(order)), problem.row, problem.column)
