"""The changes of a workbook tried on the whole plan, before any of them is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from renstra.dialect.document import Keys, parse_yaml
from renstra.dialect.problem import DataError, Problem
from renstra.model.isian import Sumber
from renstra.model.laporan import Laporan
from renstra.model.realisasi import Realisasi
from renstra.past.versions import read_history
from renstra.plan.forms import expected_entries
from renstra.plan.plan import Plan
from renstra.reading.files import REALISASI
from renstra.reading.load import load_plan
from renstra.reading.trees import Folder, with_files
from renstra.results.plausible import CONFIRM
from renstra.results.quality import check_quality, lacking, lacking_of, silently_changed
from renstra.sheet.columns import LAPORAN, OF_A_YEAR
from renstra.sheet.layout import of_year
from renstra.sheet.merge import CellChange
from renstra.sheet.origin import entries
from renstra.sheet.refusal import CellProblem
from renstra.sheet.table import Input
from renstra.sheet.yaml_edits import KeepError, changed_text

Thing = tuple[int, str, str]
"""What is reported on: the year, the list of its report and the kode."""


@dataclass
class ReportFile:
    """The YAML of a year that a workbook reports on."""

    tahun: int
    file: Path
    source: bytes
    """What it held when everything was checked."""

    content: bytes
    """What it shall hold."""


class Trial:
    """What comes of changes to the reports of one year or several, judged together."""

    def __init__(
        self,
        plan: Plan,
        data: Path,
        files: Mapping[int, ReportFile],
        inputs: Sequence[Input],
        name: str,
    ) -> None:
        """`plan` is read from the folder `data`; problems call the workbook `name`."""
        self.problems: list[CellProblem | Problem] = []
        self.warnings: list[CellProblem | Problem] = []
        self._plan = plan
        self._data = data
        self._files = files
        self._name = name
        self._years = {one.file.as_posix(): tahun for tahun, one in files.items()}
        self._inputs: dict[Thing, list[Input]] = {}
        for one in inputs:
            self._inputs.setdefault(one.thing, []).append(one)

    def run(self, changes: Sequence[CellChange], refused: set[Thing], today: date) -> None:
        """Hold the changes against the plan, those of `refused` things apart.

        What is wrong with one thing does not keep what is wrong with another from being told: a
        thing that is refused is left out, and the rest is tried again.
        """
        while tried := [one for one in changes if one.input.thing not in refused]:
            written = [self._write_text(one, tried) for one in self._files.values()]
            if not all(written):
                return
            try:
                plan = self._load()
            except DataError as error:
                self.problems += self._placed(error.problems)
                more = {self._thing_of(problem) for problem in error.problems} - refused
                if not more & {one.input.thing for one in tried}:
                    return  # it is not of the workbook's making, or of no one thing
                refused |= more
                continue
            self._check_quality(plan, dict.fromkeys(one.input.thing for one in tried), today)
            return

    def _write_text(self, one: ReportFile, changes: Sequence[CellChange]) -> bool:
        """Put a year's changes into its text; whether nothing but them came of it."""
        after = {
            change.place: change.after for change in changes if change.input.thing[0] == one.tahun
        }
        try:
            text = changed_text(one.source.decode(), after, expected_entries(self._plan, one.tahun))
        except KeepError as error:
            self.problems.append(Problem(one.file.as_posix(), error.line, "", str(error)))
            return False
        one.content = text.encode()
        old, _ = parse_yaml(one.source, "")
        new, problems = parse_yaml(one.content, one.file.as_posix())
        assert old is not None
        expected = _bare(old.value)
        for (part, kode, keys), value in after.items():
            _put(expected, keys if part == LAPORAN else (part, kode, *keys), value)
        if new and not problems and _bare(new.value) == _dropped(expected):
            return True
        line = _first_difference(one.source, one.content)
        self.problems.append(Problem(one.file.as_posix(), line, "", str(KeepError(line))))
        return False

    def _load(self) -> Plan:
        """The whole plan with the new files in the place of the old. Raises DataError."""
        fresh = {one.file.name: one.content for one in self._files.values()}
        folder = Folder(self._data / REALISASI, (self._data / REALISASI).as_posix())
        return load_plan(self._data, realisasi=with_files(folder, fresh))

    def _check_quality(self, plan: Plan, changed: Iterable[Thing], today: date) -> None:
        known = {_said(problem) for problem in check_quality(self._plan)}
        fresh = [problem for problem in check_quality(plan) if _said(problem) not in known]
        after = self._reports(plan)
        own = [thing for thing in changed if thing in after]
        said = [plan.realisasi[tahun] for tahun, part, _ in changed if part == LAPORAN]
        future = [*_future(after, own, today), *_future_of_years(said, today)]
        placed = self._placed([*fresh, *future])
        self.problems += [problem for problem in placed if not problem.warning]
        self.warnings += [problem for problem in placed if problem.warning]
        self.problems += self._final(after, own)

    def _reports(self, plan: Plan) -> Mapping[Thing, Laporan]:
        """Every report of the years that the workbook is of."""
        return {
            (tahun, *place): entry
            for tahun in self._files
            for place, entry in entries(plan.realisasi[tahun]).items()
        }

    def _final(
        self, after: Mapping[Thing, Laporan], changed: Iterable[Thing]
    ) -> Iterator[CellProblem]:
        """A figure that was final is changed or withdrawn only with a reason."""
        history = read_history(self._data / REALISASI) or {}
        now = self._reports(self._plan)
        for thing in changed:
            tahun, _, kode = thing
            past = history.get(tahun, ())
            earlier = [version.entries.get(kode) for version in reversed(past)]
            if silently_changed([*earlier, now.get(thing)], after[thing]) is None:
                continue
            spoken = after[thing].status_data in ("direvisi", "ditarik")
            key = "alasan_perubahan" if spoken else "status_data"
            yield _nearest(self._inputs[thing], (key,)).problem(
                self._name,
                "nilai yang sudah final diubah; tulis direvisi di Status data, atau ditarik bila "
                "dikosongkan, dan sebabnya di Alasan perubahan",
            )

    def _thing_of(self, problem: Problem) -> Thing:
        """The thing that a problem with a report is about."""
        tahun = self._years.get(problem.path, 0)
        part, _, kode = problem.where.partition(": ")[0].partition(" ")
        return (tahun, LAPORAN, of_year(tahun)) if part in OF_A_YEAR else (tahun, part, kode)

    def _placed(self, problems: Sequence[Problem]) -> list[CellProblem | Problem]:
        """Problems with the new YAML as problems with the cells that the values are from."""
        placed: list[CellProblem | Problem] = []
        for problem in problems:
            thing = self._thing_of(problem)
            inputs, names = self._inputs.get(thing), problem.where.split(": ")
            names = names if thing[1] == LAPORAN else names[1:]
            if not inputs:
                placed.append(problem)
                continue
            keys = tuple(int(name) if name.isdigit() else name for name in names)
            one = _nearest(inputs, keys)
            placed.append(one.problem(self._name, problem.message, warning=problem.warning))
        return placed


def _said(problem: Problem) -> tuple[str, str, str]:
    """A problem wherever its line went."""
    return problem.path, problem.where, problem.message


def _future(
    after: Mapping[Thing, Laporan], changed: Iterable[Thing], today: date
) -> Iterator[Problem]:
    """A source that the workbook brings is not dated after today."""
    for thing in changed:
        entry = after[thing]
        day = (entry.sumber or Sumber()).tanggal
        if day and day > today and entry.penegasan is None:
            message = f"ditemukan {day}, sesudah hari ini {today}{CONFIRM}"
            yield lacking(entry, entry.problem(message, "sumber", "tanggal"))


def _future_of_years(reports: Iterable[Realisasi], today: date) -> Iterator[Problem]:
    """Nor is the document that it names for a whole year."""
    for report in reports:
        day = (report.sumber or Sumber()).tanggal
        if day and day > today:
            yield lacking_of(report, f"ditemukan {day}, sesudah hari ini {today}")


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
