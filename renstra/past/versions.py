"""What was reported at each past revision, from git: the main line of commits, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from renstra.model.laporan import Laporan
from renstra.past.reading import Reported
from renstra.past.timeline import Moment, history
from renstra.reading.files import REALISASI


@dataclass(frozen=True)
class Version:
    """A year's report as one commit left it."""

    commit: str
    """The commit's full name."""

    time: datetime
    """When it was committed, in the time zone in which it was committed."""

    report: Reported | None
    """None where the commit took the file away."""

    @property
    def day(self) -> date:
        """The day of the commit, in its own time zone."""
        return self.time.date()

    @property
    def entries(self) -> Mapping[str, Laporan]:
        """Everything reported, by the id of what it is about."""
        return self.report.entries if self.report else {}


Stages = Sequence[tuple[Version, Laporan | None]]
"""What was said of one thing, newest first, each with the version that first said so."""

History = Mapping[int, Sequence[Version]]
"""Year to the versions of its report, newest first."""


def stages(past: Sequence[Version], kode: str) -> Stages:
    """What the versions of a year's report said of one thing; nothing where they said nothing."""
    found: list[tuple[Version, Laporan | None]] = []
    for version in past:
        entry = version.entries.get(kode)
        if found and found[-1][1] is entry:  # the same text is read once
            found.pop()
        found.append((version, entry))
    return found


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
