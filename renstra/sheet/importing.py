"""A filled-in workbook taken into the data: everything is checked before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from renstra.dialect.document import Keys, parse_yaml
from renstra.dialect.problem import DataError, Problem
from renstra.keeping.atomic import write_atomically
from renstra.keeping.lock import in_turn
from renstra.model.isian import Sumber
from renstra.model.realisasi import Laporan
from renstra.past.versions import read_history
from renstra.plan.forms import expected_entries
from renstra.plan.plan import Plan
from renstra.reading.files import REALISASI
from renstra.reading.load import load_plan
from renstra.reading.trees import Folder, with_file
from renstra.results.plausible import CONFIRM
from renstra.results.quality import check_quality, lacking, silently_changed
from renstra.sheet.archive import CURE, WorkbookError
from renstra.sheet.cells import SheetCells, read_workbook
from renstra.sheet.layout import ORIGIN, make_layout
from renstra.sheet.merge import CellChange, merge
from renstra.sheet.origin import Origin, entries, sha256
from renstra.sheet.refusal import CellProblem, summed
from renstra.sheet.structure import Input, check_structure, workbook_origin
from renstra.sheet.yaml_edits import KeepError, changed_text

Place = tuple[str, str]
"""A thing that is reported on, by the list it stands in and its kode."""


@dataclass
class Import:
    """What a workbook would change, or every reason why it is refused."""

    problems: list[CellProblem | Problem] = field(default_factory=list)
    """Reasons to refuse it; nothing is written where there is one."""

    warnings: list[CellProblem | Problem] = field(default_factory=list)
    changes: list[CellChange] = field(default_factory=list)
    remarks: list[CellProblem] = field(default_factory=list)
    told: list[CellProblem | Problem] = field(default_factory=list)
    """All three in the order of the sheet, many equal ones of a column told once."""

    tahun: int = 0
    file: Path = Path()
    """The YAML that the changes belong in."""

    source: bytes = b""
    """What it held when everything was checked."""

    content: bytes = b""
    """What it shall hold."""

    def write(self) -> bool:
        """Write the YAML; false where somebody else changed it since it was checked."""
        with in_turn(self.file.parent):
            if self.file.read_bytes() != self.source:
                return False
            write_atomically(self.file, self.content)
            return True


def check_import(data: Path, content: bytes, name: str, today: date | None = None) -> Import:
    """Hold a workbook against the folder `data`; problems call it `name`. Writes nothing.

    `today` is the day on which it is taken in, of which nobody can have a later document.
    """
    found = Import()

    def refuse(message: str, sheet: str = "") -> Import:
        found.problems.append(CellProblem(name, sheet, 0, 0, "", message))
        found.told = list(found.problems)
        return found

    try:
        sheets = read_workbook(content)
    except WorkbookError as error:
        return refuse(str(error))
    origin = workbook_origin(sheets)
    if origin is None:
        return refuse(
            f"tidak ada atau berubah, sehingga asal templat tidak diketahui; {CURE}", ORIGIN
        )
    found.tahun, found.file = origin.tahun, data / REALISASI / f"{origin.tahun}.yml"
    if not found.file.is_file():
        shown, how = found.file.as_posix(), f"renstra realisasi mulai {origin.tahun}"
        return refuse(f"berkas {shown} tidak ada; buat dahulu dengan {how}")
    try:
        found.source = found.file.read_bytes()
        plan = load_plan(data)
    except DataError as error:
        found.problems += error.problems
        found.told = list(found.problems)
        return found
    _Check(found, plan, data, name, today or date.today()).run(origin, sheets)
    order = {sheet: number for number, sheet in enumerate(sheets)}
    every = [*found.problems, *found.warnings, *found.remarks]
    found.told = summed(sorted(every, key=lambda problem: _rank(problem, order)))
    return found


class _Check:
    """The checks of one import, from the cells to the whole plan with the new values."""

    def __init__(self, found: Import, plan: Plan, data: Path, name: str, today: date) -> None:
        self._found = found
        self._plan = plan
        self._data = data
        self._name = name
        self._today = today
        self._now = entries(plan.realisasi[found.tahun])
        self._inputs: dict[Place, list[Input]] = {}

    def run(self, origin: Origin, sheets: Mapping[str, SheetCells]) -> None:
        found, report = self._found, self._plan.realisasi[self._found.tahun]
        layout = make_layout(self._plan, found.tahun, example=report.contoh)
        structure = check_structure(layout, sheets, self._name)
        for one in structure.inputs:
            self._inputs.setdefault((one.row.part, one.row.kode), []).append(one)
        merged = merge(self._plan, structure.inputs, origin, self._now, self._name)
        found.problems += [*structure.problems, *merged.problems]
        found.changes = merged.changes
        found.remarks = [*structure.remarks, *merged.remarks]
        if found.changes and origin.sha256 != sha256(found.source):
            message = (
                "templat lebih lama daripada berkas YAML; yang berubah di satu pihak saja digabung"
            )
            found.remarks.append(CellProblem(self._name, "", 0, 0, "", message, remark=True))
        rows = {(one.sheet, one.row) for one in (*structure.problems, *merged.problems)}
        refused = {
            (one.row.part, one.row.kode)
            for one in structure.inputs
            if (one.sheet.name, one.number) in rows
        }
        self._check_changes(refused)

    def _check_changes(self, refused: set[Place]) -> None:
        """Hold the changes against the plan, those of `refused` things apart.

        What is wrong with one thing does not keep what is wrong with another from being told: a
        thing that is refused is left out, and the rest is tried again.
        """
        found = self._found
        while changes := [one for one in found.changes if one.place[:2] not in refused]:
            if not self._write_text(changes):
                return
            try:
                plan = self._load()
            except DataError as error:
                placed = self._placed(error.problems)
                found.problems += placed
                more = {self._entry_of(problem) for problem in error.problems} - refused
                if not more & {one.place[:2] for one in changes}:
                    return  # it is not of the workbook's making, or of no one thing
                refused |= more
                continue
            self._check_quality(plan, changes)
            return

    def _write_text(self, changes: Sequence[CellChange]) -> bool:
        """Put changes into the text; whether nothing but them came of it."""
        found = self._found
        after = {change.place: change.after for change in changes}
        try:
            text = changed_text(found.source.decode(), after, expected_entries(self._plan))
        except KeepError as error:
            found.problems.append(Problem(found.file.as_posix(), error.line, "", str(error)))
            return False
        found.content = text.encode()
        return self._as_expected(changes)

    def _load(self) -> Plan:
        """The whole plan with the new file in the place of the old. Raises DataError."""
        reports = self._data / REALISASI
        folder = Folder(reports, reports.as_posix())
        fresh = with_file(folder, self._found.file.name, self._found.content)
        return load_plan(self._data, realisasi=fresh)

    def _check_quality(self, plan: Plan, changes: Sequence[CellChange]) -> None:
        found = self._found
        before = {(problem.where, problem.message) for problem in check_quality(self._plan)}
        fresh = [
            problem
            for problem in check_quality(plan)
            if (problem.where, problem.message) not in before
        ]
        changed = dict.fromkeys(change.place[:2] for change in changes)
        placed = self._placed([*fresh, *self._future(plan, changed)])
        found.problems += [problem for problem in placed if not problem.warning]
        found.warnings += [problem for problem in placed if problem.warning]
        found.problems += self._final(entries(plan.realisasi[found.tahun]), changed)

    def _future(self, plan: Plan, changed: Iterable[Place]) -> Iterator[Problem]:
        """A source that the workbook brings is not dated after today."""
        after = entries(plan.realisasi[self._found.tahun])
        for place in changed:
            entry = after[place]
            day = (entry.sumber or Sumber()).tanggal
            if day and day > self._today and entry.penegasan is None:
                message = f"ditemukan {day}, sesudah hari ini {self._today}{CONFIRM}"
                yield lacking(entry, entry.problem(message, "sumber", "tanggal"))

    def _as_expected(self, changes: Iterable[CellChange]) -> bool:
        """Whether the new file says what the old one said, the changes apart."""
        found = self._found
        old, _ = parse_yaml(found.source, "")
        new, problems = parse_yaml(found.content, found.file.as_posix())
        assert old is not None
        expected = _bare(old.value)
        for change in changes:
            part, kode, keys = change.place
            _put(expected, (part, kode, *keys), change.after)
        if new and not problems and _bare(new.value) == _dropped(expected):
            return True
        line = _first_difference(found.source, found.content)
        found.problems.append(Problem(found.file.as_posix(), line, "", str(KeepError(line))))
        return False

    @staticmethod
    def _entry_of(problem: Problem) -> Place:
        """The thing that a problem with a report is about, by its list and kode."""
        part, _, kode = problem.where.partition(": ")[0].partition(" ")
        return part, kode

    def _placed(self, problems: Sequence[Problem]) -> list[CellProblem | Problem]:
        """Problems with the new YAML as problems with the cells that the values are from."""
        shown = self._found.file.as_posix()
        placed: list[CellProblem | Problem] = []
        for problem in problems:
            _, *names = problem.where.split(": ")
            inputs = self._inputs.get(self._entry_of(problem))
            if problem.path != shown or not inputs:
                placed.append(problem)
                continue
            keys = tuple(int(name) if name.isdigit() else name for name in names)
            one = _nearest(inputs, keys)
            placed.append(one.problem(self._name, problem.message, warning=problem.warning))
        return placed

    def _final(
        self, after: Mapping[Place, Laporan], changed: Iterable[Place]
    ) -> Iterator[CellProblem]:
        """A figure that was final is changed or withdrawn only with a reason."""
        past = (read_history(self._data / REALISASI) or {}).get(self._found.tahun, ())
        for place in changed:
            earlier = [version.entries.get(place[1]) for version in reversed(past)]
            if silently_changed([*earlier, self._now.get(place)], after[place]) is None:
                continue
            spoken = after[place].status_data in ("direvisi", "ditarik")
            key = "alasan_perubahan" if spoken else "status_data"
            yield _nearest(self._inputs[place], (key,)).problem(
                self._name,
                "nilai yang sudah final diubah; tulis direvisi di Status data, atau ditarik bila "
                "dikosongkan, dan sebabnya di Alasan perubahan",
            )


def _rank(problem: CellProblem | Problem, order: Mapping[str, int]) -> tuple[int, ...]:
    """Where a problem is told: the workbook from its first cell to its last, then files."""
    if isinstance(problem, Problem):
        return (len(order) + 1, problem.line)
    return (order.get(problem.sheet, len(order)), problem.row, problem.column)


def _nearest(inputs: Sequence[Input], keys: Keys) -> Input:
    """The input cell of a value, or of the nearest thing around it; the row's first otherwise."""
    while keys:
        for one in inputs:
            if one.column.keys[: len(keys)] == keys:
                return one
        keys = keys[:-1]
    return inputs[0]


def _bare(value: Any) -> Any:
    """The values of a file without its empty keys, and its lists by kode."""
    if isinstance(value, list):
        return {one["kode"]: _bare(one) for one in value}
    if isinstance(value, dict):
        inside = {key: _bare(one) for key, one in value.items()}
        return _dropped(inside)
    return value


def _dropped(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inside = {key: _dropped(one) for key, one in value.items()}
    return {key: one for key, one in inside.items() if one not in (None, {})}


def _put(tree: dict[Any, Any], keys: Keys, value: Any) -> None:
    for depth, key in enumerate(keys[:-1]):
        tree = tree.setdefault(key, {"kode": key} if depth == 1 else {})
    tree[keys[-1]] = value


def _first_difference(old: bytes, new: bytes) -> int:
    pairs = zip(old.split(b"\n"), new.split(b"\n"), strict=False)
    return next((number for number, (one, other) in enumerate(pairs, 1) if one != other), 1)
