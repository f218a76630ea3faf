"""What was reported at each past revision, from git: the main line of commits, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from renstra.model.laporan import Laporan
from renstra.model.realisasi import Realisasi, entries_of
from renstra.past.timeline import Moment, history
from renstra.reading.files import REALISASI


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


History = Mapping[int, Sequence[Version]]
"""Year to the versions of its report, newest first."""


def read_history(folder: Path) -> History | None:
    """The past of the reports in `folder`, which need not be the top of its repository.

    None where there is no history to ask.
    """
    return versions(history(folder, f"{REALISASI}/"))


def versions(timeline: Sequence[Moment] | None) -> History | None:
    """The past of the reports that a timeline tells of; None where there is none.

    Versions that today's model cannot read are left out, as a commit that broke the file is no
    report.
    """
    if timeline is None:
        return None
    found: dict[int, list[Version]] = {}
    for entry in timeline:
        for year, report in entry.reports.items():
            found.setdefault(year, []).append(Version(entry.commit, entry.time, report))
    return found
