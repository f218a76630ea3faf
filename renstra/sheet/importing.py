"""A filled-in workbook taken into the data: everything is checked before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from renstra.dialect.document import Keys, parse_yaml
from renstra.dialect.problem import DataError, Problem
from renstra.keeping.atomic import write_atomically
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
from renstra.sheet.refusal import CellProblem
from renstra.sheet.structure import Input, check_structure, workbook_origin
from renstra.sheet.yaml_edits import KeepError, changed_text


@dataclass
class Import:
    """What a workbook would change, or every reason why it is refused."""

    problems: list[CellProblem | Problem] = field(default_factory=list)
    """Reasons to refuse it; nothing is written where there is one."""

    warnings: list[CellProblem] = field(default_factory=list)
    changes: list[CellChange] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    tahun: int = 0
    file: Path = Path()
    """The YAML that the changes belong in."""

    source: bytes = b""
    """What it held when everything was checked."""

    content: bytes = b""
    """What it shall hold."""

    def write(self) -> bool:
        """Write the YAML; false where somebody else changed it since it was checked."""
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
        return found
    _Check(found, plan, data, name, today or date.today()).run(origin, sheets)
    order = {sheet: number for number, sheet in enumerate(sheets)}
    found.problems.sort(key=lambda problem: _rank(problem, order))
    found.warnings.sort(key=lambda problem: _rank(problem, order))
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
        self._inputs: dict[tuple[str, str], list[Input]] = {}

    def run(self, origin: Origin, sheets: Mapping[str, SheetCells]) -> None:
        found, report = self._found, self._plan.realisasi[self._found.tahun]
        layout = make_layout(self._plan, found.tahun, example=report.contoh)
        structure = check_structure(layout, sheets, self._name)
        for one in structure.inputs:
            self._inputs.setdefault((one.row.part, one.row.kode), []).append(one)
        merged = merge(self._plan, structure.inputs, origin, self._now, self._name)
        found.problems += [*structure.problems, *merged.problems]
        found.changes, found.remarks = merged.changes, merged.remarks
        if found.problems or not found.changes:
            return
        if origin.sha256 != sha256(found.source):
            found.remarks.append(
                "templat lebih lama daripada berkas YAML; yang berubah di satu pihak saja digabung"
            )
        self._check_text()

    def _check_text(self) -> None:
        found = self._found
        changes = {change.place: change.after for change in found.changes}
        try:
            text = changed_text(found.source.decode(), changes, expected_entries(self._plan))
        except KeepError as error:
            found.problems.append(Problem(found.file.as_posix(), error.line, "", str(error)))
            return
        found.content = text.encode()
        if self._as_expected():
            self._check_whole()

    def _check_whole(self) -> None:
        """Load the whole plan with the new file in the place of the old."""
        found = self._found
        reports = self._data / REALISASI
        folder = Folder(reports, reports.as_posix())
        fresh = with_file(folder, found.file.name, found.content)
        try:
            plan = load_plan(self._data, realisasi=fresh)
        except DataError as error:
            found.problems += self._placed(error.problems)
            return
        before = {(problem.where, problem.message) for problem in check_quality(self._plan)}
        placed = self._placed(
            [
                problem
                for problem in check_quality(plan)
                if (problem.where, problem.message) not in before
            ]
        )
        placed += self._placed(list(self._future(plan)))
        found.problems += [problem for problem in placed if not problem.warning]
        found.warnings += [one for one in placed if one.warning and isinstance(one, CellProblem)]
        found.problems += self._final(entries(plan.realisasi[found.tahun]))

    def _future(self, plan: Plan) -> Iterator[Problem]:
        """A source that the workbook brings is not dated after today."""
        after = entries(plan.realisasi[self._found.tahun])
        for place in dict.fromkeys(change.place[:2] for change in self._found.changes):
            entry = after[place]
            day = (entry.sumber or Sumber()).tanggal
            if day and day > self._today and entry.penegasan is None:
                message = f"ditemukan {day}, sesudah hari ini {self._today}{CONFIRM}"
                yield lacking(entry, entry.problem(message, "sumber", "tanggal"))

    def _as_expected(self) -> bool:
        """Whether the new file says what the old one said, the changes apart."""
        found = self._found
        old, _ = parse_yaml(found.source, "")
        new, problems = parse_yaml(found.content, found.file.as_posix())
        assert old is not None
        expected = _bare(old.value)
        for change in found.changes:
            part, kode, keys = change.place
            _put(expected, (part, kode, *keys), change.after)
        if new and not problems and _bare(new.value) == _dropped(expected):
            return True
        line = _first_difference(found.source, found.content)
        found.problems.append(Problem(found.file.as_posix(), line, "", str(KeepError(line))))
        return False

    def _placed(self, problems: Sequence[Problem]) -> list[CellProblem | Problem]:
        """Problems with the new YAML as problems with the cells that the values are from."""
        shown = self._found.file.as_posix()
        placed: list[CellProblem | Problem] = []
        for problem in problems:
            entry, *names = problem.where.split(": ")
            part, _, kode = entry.partition(" ")
            inputs = self._inputs.get((part, kode))
            if problem.path != shown or not inputs:
                placed.append(problem)
                continue
            keys = tuple(int(name) if name.isdigit() else name for name in names)
            one = _nearest(inputs, keys)
            placed.append(one.problem(self._name, problem.message, warning=problem.warning))
        return placed

    def _final(self, after: Mapping[tuple[str, str], Laporan]) -> Iterator[CellProblem]:
        """A figure that was final is changed or withdrawn only with a reason."""
        past = (read_history(self._data / REALISASI) or {}).get(self._found.tahun, ())
        for place in dict.fromkeys(change.place[:2] for change in self._found.changes):
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
