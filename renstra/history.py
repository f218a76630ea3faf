"""What was reported at each past revision, from git: the main line of commits, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from renstra.git import git, whole_history
from renstra.model.base import Known
from renstra.model.realisasi import Laporan, Realisasi
from renstra.validate import validate
from renstra.yamlfile import parse_yaml

_GONE = "0" * 40


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
    log = git(
        folder,
        *("log", "--first-parent", "--diff-merges=first-parent", "--no-renames"),
        *("--format=%x01%H %cI", "--raw", "-z", "--no-abbrev", "--relative", "--", "."),
    )
    if log is None:
        return None
    rows = list(_rows(log.decode("utf-8", "replace")))
    reports = _reports(folder, {blob for _, _, _, blob in rows} - {_GONE})
    found: dict[int, list[Version]] = {}
    for commit, time, year, blob in rows:
        if blob == _GONE or blob in reports:
            found.setdefault(year, []).append(Version(commit, time, reports.get(blob)))
    return found


def _rows(log: str) -> Iterator[tuple[str, datetime, int, str]]:
    """Commit, time, year and blob of each change of a year's file."""
    for part in log.split("\x01")[1:]:
        head, _, changes = part.partition("\0")
        commit, time = head.split()
        fields = changes.lstrip("\n").split("\0")
        for raw, path in zip(fields[::2], fields[1::2], strict=False):
            stem, _, ending = path.partition(".")
            if ending == "yml" and stem.isascii() and stem.isdigit():
                yield commit, datetime.fromisoformat(time), int(stem), raw.split()[3]


def _reports(folder: Path, blobs: Iterable[str]) -> dict[str, Realisasi]:
    """The reports in blobs, each read once; those that cannot be read are left out."""
    asked = sorted(blobs)
    answer = git(folder, "cat-file", "--batch", given="\n".join(asked).encode()) or b""
    found: dict[str, Realisasi] = {}
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        blob, kind, *size = answer[at:end].decode().split()
        at = end + 1
        if kind != "blob":
            continue  # one line says that it is missing
        content = answer[at : at + int(size[0])]
        at += len(content) + 1
        document, problems = parse_yaml(content, blob)
        if document and not problems:
            entry, problems = validate(document, Realisasi, Known())
            if isinstance(entry, Realisasi) and not problems:
                found[blob] = entry
    return found
