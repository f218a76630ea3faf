"""What the reports lack, and what their past shows: finals changed in silence, impossible dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TypeVar

from renstra.checks.notes import unrecorded
from renstra.dialect.problem import Problem
from renstra.model.base import Entry
from renstra.model.laporan import Laporan
from renstra.model.realisasi import Realisasi, entries_of
from renstra.past.git import whole_history
from renstra.past.gitread import resolve
from renstra.past.versions import History, Stages, Version, stages
from renstra.plan.plan import Plan
from renstra.reading.files import REALISASI
from renstra.results.plausible import CONFIRM
from renstra.results.quality import (
    check_quality,
    figure,
    lacking,
    lacking_of,
    silently_changed,
    stated,
)

T = TypeVar("T")


def review(plan: Plan, history: History | None, data: Path | None = None) -> list[Problem]:
    """All that the reports lack, and what a later decree left unrecorded, by file and line.

    `history` is None where there is none to ask; what needs it is then not asked. `data` is where
    the plan lies, whose repository has the commits that decrees name.
    """
    found = [
        *check_quality(plan),
        *unrecorded(plan),
        *(check_history(plan, history) if history else ()),
        *(check_commits(plan, data) if data else ()),
    ]
    return sorted(set(found))


def check_commits(plan: Plan, data: Path) -> Iterator[Problem]:
    """Yield each tag or commit that a decree names and the history does not have.

    Where there is no whole history to ask, nothing is asked.
    """
    if whole_history(data) is None:
        return
    for decree in plan.revisi.revisi:
        if decree.commit and resolve(data, decree.commit) is None:
            message = (
                f"{decree.commit} tidak ada di riwayat git; perbaiki namanya, buat tagnya, atau "
                "kosongkan"
            )
            yield decree.problem(message, "commit")


def check_history(plan: Plan, history: History) -> Iterator[Problem]:
    """Yield what the past of the data shows: final figures changed in silence, and odd dates."""
    for tahun in sorted({*plan.realisasi, *history}):
        past = history.get(tahun, ())
        report = plan.realisasi.get(tahun)
        now = entries_of(report)
        if report:
            yield from _check_year_date(report, past)
        if report and plan.rencana.wajib_persetujuan:
            yield from _check_approval(report, past)
        known = {kode for version in past for kode in version.entries}
        for kode in [*now, *sorted(known - set(now))]:
            entry = now.get(kode)
            said = stages(past, kode)
            left = silently_changed([earlier for _, earlier in reversed(said)], entry)
            if left and entry:
                yield entry.problem(_silent(left, entry), "status_data")
            elif left:
                yield Problem(_file(plan, tahun), 1, kode, _silent(left, entry))
            if entry:
                yield from _check_date(entry, said)


def _file(plan: Plan, tahun: int) -> str:
    """Where a year's report lies, or lay."""
    if tahun in plan.realisasi:
        return plan.realisasi[tahun].path
    return (PurePosixPath(plan.rencana.path).parent / REALISASI / f"{tahun}.yml").as_posix()


def _silent(left: Laporan, entry: Laporan | None) -> str:
    """What is wrong where a report leaves what stands, and how to mend it."""
    blank = entry is None or not entry.told
    if left.ditarik and blank:
        return (
            "tanda bahwa nilainya ditarik dihapus; kembalikan status_data: ditarik dan "
            "alasan_perubahan, atau isi nilai gantinya dengan alasan_perubahan"
        )
    if blank:
        return (
            f"nilai final {stated(left)} dihapus; kembalikan, atau tulis status_data: ditarik dan "
            "alasan_perubahan"
        )
    assert entry is not None
    if left.ditarik:
        return f"nilai yang ditarik diganti dengan {stated(entry)}; tulis alasan_perubahan"
    return (
        f"nilai final diubah dari {stated(left)} menjadi {stated(entry)}; tulis "
        "status_data: direvisi dan alasan_perubahan"
    )


def _check_date(entry: Laporan, said: Stages) -> Iterator[Problem]:
    """The source document is no younger than the commit that recorded what it says.

    What is not committed yet has no day to be held against.
    """
    day = entry.sumber.tanggal if entry.sumber else None
    since = _since(entry, said) if day else None
    if day and since and day > since and entry.penegasan is None:
        message = f"ditemukan {day}, sesudah laporan ini dicatat pada {since}{CONFIRM}"
        yield lacking(entry, entry.problem(message, "sumber", "tanggal"))


def _check_year_date(report: Realisasi, past: Sequence[Version]) -> Iterator[Problem]:
    """So is the document of the whole year."""
    sources = [(version, version.report.sumber if version.report else None) for version in past]
    day = report.sumber.tanggal if report.sumber else None
    since = _since(report.sumber, sources) if day else None
    if day and since and day > since:
        yield lacking_of(report, f"ditemukan {day}, sesudah dicatat pada {since}")


def _check_approval(report: Realisasi, past: Sequence[Version]) -> Iterator[Problem]:
    """An approval is of what was final when it was recorded, and of nothing that came later.

    One that is not committed yet is of all that stands there now.
    """
    approval = report.disetujui
    if approval is None:
        return
    approvals = [(v, v.report.disetujui if v.report else None) for v in past]
    dumps = [(v, old.model_dump() if old else None) for v, old in approvals]
    recorded = _oldest(dumps, approval.model_dump())
    if recorded is None:
        return
    for kode, entry in entries_of(report).items():
        if not entry.final:
            continue
        said = [(v, _final(old)) for v, old in stages(past, kode)]
        since = _oldest(said, _final(entry))
        if since is None or since.time > recorded.time:
            message = (
                f"nilai ini final sesudah persetujuan Nomor {approval.nomor} dicatat; catat "
                "persetujuan yang baru, atau tulis sementara"
            )
            yield entry.problem(message, "status_data")


def _final(entry: Laporan | None) -> tuple[object, ...] | None:
    """What a report finally states; None while it does not."""
    return figure(entry) if entry and entry.final else None


def _oldest(said: Sequence[tuple[Version, T]], now: T) -> Version | None:
    """The version since which something stands as it does now; None where it is not recorded."""
    oldest = None
    for version, old in said:
        if old != now:
            break
        oldest = version
    return oldest


def _since(now: Entry | None, said: Sequence[tuple[Version, Entry | None]]) -> date | None:
    """The day since when something has stood as it stands now; None where it is not recorded."""
    if now is None:
        return None
    dumps = [(version, old.model_dump() if old else None) for version, old in said]
    oldest = _oldest(dumps, now.model_dump())
    return oldest.day if oldest else None
