"""The history of the data: what each commit of the main line changed in what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from renstra.past.difference import Change, differences
from renstra.past.git import whole_history
from renstra.past.gitread import Blobs, Commit, commits
from renstra.past.pieces import Pieces
from renstra.past.reading import FileReading, Reported, read
from renstra.past.snapshot import Readings, Snapshot
from renstra.reading.files import REALISASI


@dataclass(frozen=True)
class Moment:
    """A commit that touched the data, and what it changed."""

    commit: str
    """Its full name."""

    time: datetime
    """When it was committed, in the time zone in which it was committed."""

    subject: str
    """The first line of its message."""

    body: str
    """The rest of its message, without the lines that name people; often empty."""

    changes: tuple[Change, ...]
    """What it changed, in the order in which it is told; nothing where it only moved lines."""

    unread: tuple[tuple[str, str], ...] = ()
    """Files that it left unreadable, each with the reason; what they say counts from the commit
    that mended them, against what they said last."""

    partial: tuple[str, ...] = ()
    """Files of which it left some values unreadable."""

    reports: Mapping[int, Reported | None] = field(default_factory=dict)
    """Year to its report as it left it, None where it took it away; without what cannot be read."""

    @property
    def day(self) -> date:
        """The day of the commit, in its own time zone."""
        return self.time.date()


def history(data: Path, under: str = "") -> list[Moment] | None:
    """The history of the data folder, newest first; or that of its folder `under`, such as
    ``realisasi/``, wherever that lies.

    None where there is no history to ask: no git, no repository, or a shallow or partial clone.
    """
    if not data.is_dir() or whole_history(data) is None:
        return None
    line = commits(data)
    try:
        return None if line is None else _entries(data, line, under)
    except OSError:  # the clone does not have all that its commits name
        return None


def _entries(data: Path, line: list[Commit], under: str) -> list[Moment]:
    state = Snapshot()
    entries: list[Moment] = []
    known: dict[tuple[str, str], FileReading] = {}
    pieces = Pieces()
    with Blobs(data) as blobs:
        for commit in reversed(line):
            readings: dict[str, FileReading | None] = {}
            for name, blob in commit.files.items():
                path = under + name
                if blob and (path, blob) not in known:
                    known[path, blob] = read(blobs.read(blob), path, pieces)
                readings[path] = known[path, blob] if blob else None
            before, after = state.advance(readings)
            entries.append(
                Moment(
                    commit.name,
                    commit.time,
                    commit.subject,
                    commit.body,
                    differences(before, after),
                    tuple(
                        (path, state.unread[path])
                        for path in sorted(readings.keys() & state.unread)
                    ),
                    tuple(sorted(readings.keys() & state.partial)),
                    dict(_reports(readings)),
                )
            )
    entries.reverse()
    return entries


def _reports(readings: Readings) -> Iterator[tuple[int, Reported | None]]:
    for path, reading in readings.items():
        year = re.fullmatch(rf"{REALISASI}/(\d+)\.yml", path, re.ASCII)
        if year and (reading is None or reading.report):
            yield int(year[1]), reading.report if reading else None
