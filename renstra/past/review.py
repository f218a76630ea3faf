"""What the reports lack, and what their past shows: finals changed in silence, impossible dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from renstra.dialect.problem import Problem
from renstra.model.realisasi import Laporan
from renstra.past.versions import History, Version, entries_of
from renstra.plan.plan import Plan
from renstra.results.quality import changed_final, check_quality, same_figure, stated


def review(plan: Plan, history: History | None) -> list[Problem]:
    """All that the reports lack, errors and warnings, by file and line.

    `history` is None where there is none to ask; what needs it is then not asked.
    """
    found = [*check_quality(plan), *(check_history(plan, history) if history else ())]
    return sorted(set(found))


def check_history(plan: Plan, history: History) -> Iterator[Problem]:
    """Yield what the past of the data shows: final figures changed in silence, and odd dates."""
    for tahun, report in plan.realisasi.items():
        past = history.get(tahun, ())
        for kode, entry in entries_of(report).items():
            yield from _check_change(entry, [version.entries.get(kode) for version in past])
            yield from _check_date(entry, past)


def _check_change(entry: Laporan, past: Sequence[Laporan | None]) -> Iterator[Problem]:
    """A figure that was final when it last differed from today's is revised, with a reason."""
    told = (old for old in past if old and stated(old) != "kosong")
    before = next((old for old in told if not same_figure(old, entry)), None)
    if before and changed_final(before, entry):
        yield entry.problem(
            f"nilai final diubah dari {stated(before)} menjadi {stated(entry)}; tulis "
            "status_data: direvisi dan alasan_perubahan",
            "status_data",
        )


def _check_date(entry: Laporan, past: Sequence[Version]) -> Iterator[Problem]:
    """The source document is no younger than the commit that recorded what it says.

    What is not committed yet has no day to be held against.
    """
    day = entry.sumber.tanggal if entry.sumber else None
    if day is None:
        return
    now = entry.model_dump()
    since = None
    for version in past:
        old = version.entries.get(entry.kode)
        if old is None or old.model_dump() != now:
            break
        since = version.day
    if since and day > since:
        yield entry.problem(
            f"ditemukan {day}, sesudah laporan ini dicatat pada {since}; periksa tanggalnya",
            "sumber",
            "tanggal",
        )
