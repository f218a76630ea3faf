"""What changed in the reports from one revision to the next, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from renstra.model.laporan import Laporan
from renstra.past.versions import History, Version
from renstra.plan.forms import expected_entries
from renstra.plan.plan import Plan
from renstra.results.quality import figure


@dataclass(frozen=True)
class Perubahan:
    """One report that a commit changed."""

    version: Version
    """The commit that made the change."""

    tahun: int
    kode: str
    """The indicator, programme, kegiatan or line that was reported on."""

    sebelum: Laporan | None
    sesudah: Laporan | None


def changes(history: History, plan: Plan) -> list[Perubahan]:
    """Every change of a reported figure or of its standing, newest first, in the plan's order."""
    parts = expected_entries(plan, plan.tahun[-1]).values()
    order = [kode for codes in parts for kode in codes]
    place = {kode: number for number, kode in enumerate(order)}
    found = [
        change for tahun, past in sorted(history.items()) for change in _changes(tahun, past, place)
    ]
    # A stable sort, so that what one commit changed stays in the order of the years and the plan.
    return sorted(found, key=lambda change: change.version.time, reverse=True)


def _changes(tahun: int, past: Sequence[Version], place: Mapping[str, int]) -> Iterator[Perubahan]:
    for version, older in pairwise([*past, None]):
        assert version is not None
        before, after = older.entries if older else {}, version.entries
        # What a commit left as it was is the same entry in both versions.
        touched = [kode for kode in {**before, **after} if before.get(kode) is not after.get(kode)]
        for kode in sorted(touched, key=lambda kode: place.get(kode, len(place))):
            sebelum, sesudah = before.get(kode), after.get(kode)
            if _stated(sebelum) != _stated(sesudah):
                yield Perubahan(version, tahun, kode, sebelum, sesudah)


def _stated(entry: Laporan | None) -> tuple[object, ...]:
    """What a report states of a figure, so far and for the year, and how firmly."""
    if entry is None or not entry.told:
        return ()
    return (figure(entry), entry.terakhir, entry.status_data)
