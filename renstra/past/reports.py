"""What was reported at each past revision, from git: the main line of commits, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from renstra.dialect.document import parse_yaml
from renstra.model.base import Known
from renstra.model.realisasi import Laporan, Realisasi
from renstra.past.git import whole_history
from renstra.past.gitread import Blobs, commits
from renstra.reading.validate import validate


@dataclass(frozen=True)
class Version:
    """A year's report as one commit left it."""

    commit: str
    """The commit's full name."""

    time: datetime
    """When it was committed, in the time zone in which it was committed."""

    report: Realisasi | None
    """None where the commit took the file away."""

    @property
    def day(self) -> date:
        """The day of the commit, in its own time zone."""
        return self.time.date()

    @cached_property
    def entries(self) -> Mapping[str, Laporan]:
        """Everything reported, by the id of what it is about."""
        return entries_of(self.report)


def entries_of(report: Realisasi | None) -> dict[str, Laporan]:
    """Everything in a year's report, by the id of what it is about."""
    if report is None:
        return {}
    rows: list[Laporan] = [*report.indikator, *report.program, *report.kegiatan, *report.baris]
    return {row.kode: row for row in rows}


History = Mapping[int, Sequence[Version]]
"""Year to the versions of its report, newest first."""


def read_history(folder: Path) -> History | None:
    """The past of the reports in `folder`, which need not be the top of its repository.

    Versions that today's model cannot read are left out, as a commit that broke the file is no
    report. None where there is no history to ask.
    """
    if not folder.is_dir() or whole_history(folder) is None:
        return None
    line = commits(folder)
    if line is None:
        return None
    found: dict[int, list[Version]] = {}
    reports: dict[str, Realisasi | None] = {}
    with Blobs(folder) as blobs:
        for commit in line:
            for path, blob in commit.files.items():
                year = _year(path)
                if year and blob and blob not in reports:
                    reports[blob] = _report(blobs, blob)
                report = reports.get(blob or "")
                if year and (report or not blob):
                    found.setdefault(year, []).append(Version(commit.name, commit.time, report))
    return found


def _year(path: str) -> int | None:
    stem = path.removesuffix(".yml")
    return int(stem) if stem.isascii() and stem.isdigit() else None


def _report(blobs: Blobs, blob: str) -> Realisasi | None:
    """The report in a blob; None where it cannot be read."""
    try:
        content = blobs.read(blob)
    except OSError:  # the clone does not have all that its commits name
        return None
    document, problems = parse_yaml(content, blob)
    if document is None or problems:
        return None
    entry, problems = validate(document, Realisasi, Known())
    return entry if isinstance(entry, Realisasi) and not problems else None
