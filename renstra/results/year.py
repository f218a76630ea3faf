"""A year's results: every indicator judged, counted with denominators, and what is still due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from renstra.checks.reports import signs
from renstra.model.indikator import Indikator
from renstra.model.laporan import RealisasiAnggaran, RealisasiIndikator
from renstra.model.target import Target, read_target
from renstra.model.terms import STATUS, Status, Tingkat
from renstra.plan.forms import expected_entries
from renstra.plan.funding import planned, share
from renstra.plan.plan import Kedudukan, Plan
from renstra.results.rules import Capaian, Kasus, decide, judge

UNTARGETED: tuple[Status, ...] = ("tidak_ditargetkan", "tidak_tercantum")
"""Statuses of cells that promise nothing."""

OUTSIDE: tuple[Status, ...] = ("tidak_ada_kejadian", "tidak_dapat_dihitung")
"""Statuses of promises that cannot be judged, which stay out of the denominator."""

WITHOUT: tuple[Status, ...] = ("belum_dilaporkan", "ditarik")
"""Statuses of promises that nothing is reported against, or no longer."""

MET: tuple[Status, ...] = ("melampaui", "tercapai")
"""Statuses that count as achieved."""


@dataclass(frozen=True)
class Penilaian:
    """One indicator in one year: what was promised, reported and achieved."""

    tempat: Kedudukan
    """Where it stands in today's plan."""

    indikator: Indikator
    """It as the plan has it by which the year is judged: that of 31 December."""

    target: Target
    laporan: RealisasiIndikator | None
    capaian: Capaian
    target_pk: Target | None
    """The target of the yearly performance agreement, where it is reported."""

    capaian_pk: Capaian | None
    """What was achieved against that target."""

    persen_akhir: Decimal | None
    """The year's value against the target of the plan's last year, in per cent, unrounded."""

    berlaku: bool = True
    """Whether the indicator, and all that it stands under, is part of the plan in that year."""

    @property
    def status(self) -> Status:
        """The status against the plan's own target."""
        return self.capaian.status

    @property
    def told(self) -> bool:
        """Whether the office says anything, if only a quarter's value."""
        return self.laporan is not None and self.laporan.told

    @property
    def any_percent(self) -> bool:
        """Whether there is a percentage to show: ours, or that of the office's own report."""
        return self.capaian.persen is not None or self._lkj is not None

    @property
    def lkj_differs(self) -> bool:
        """Whether the office's own report printed another percentage than is computed here.

        Held against each other to the places that were printed.
        """
        if self._lkj is None or self.capaian.persen is None:
            return False
        places = max(0, -int(self._lkj.as_tuple().exponent))
        return round(self.capaian.persen, places) != self._lkj

    @property
    def _lkj(self) -> Decimal | None:
        return self.laporan.capaian_lkj if self.laporan else None

    @property
    def due(self) -> bool:
        """Whether a target is set and the year's value is still to be reported."""
        reported = self.laporan is not None and self.laporan.reported
        return self.status not in UNTARGETED and not reported and self.berlaku


def assess(plan: Plan, tahun: int) -> Sequence[Penilaian]:
    """Every indicator of the plan in one year, in the plan's order; judged once.

    The year is judged by the plan in force on its 31 December, so that what is decided later
    changes nothing of it.
    """
    return plan.once(_assess_year, tahun)


def _assess_year(plan: Plan, tahun: int) -> Sequence[Penilaian]:
    report = plan.realisasi.get(tahun)
    entries = {entry.kode: entry for entry in report.indikator} if report else {}
    return [
        _assess(plan, place, tahun, entries.get(kode)) for kode, place in plan.kedudukan.items()
    ]


def _assess(
    plan: Plan, place: Kedudukan, tahun: int, laporan: RealisasiIndikator | None
) -> Penilaian:
    now = place.indikator
    then = plan.at_end_of(tahun).kedudukan.get(now.id, place)
    indikator, berlaku = then.indikator, plan.in_force(now.id, tahun)
    target = indikator.target_of(tahun)
    pk = None
    if laporan and laporan.target_pk:
        units = signs(plan, indikator)
        pk = read_target(tahun, laporan.target_pk, indikator.jenis, units)
    hasil = laporan.hasil if laporan else None
    return Penilaian(
        place,
        indikator,
        target,
        laporan,
        judge(indikator, target, laporan, berlaku=berlaku),
        pk,
        judge(indikator, pk, laporan) if pk else None,
        decide(Kasus(now, now.targets[-1], hasil)).persen,
        berlaku=berlaku,
    )


@dataclass(frozen=True)
class Hitungan:
    """How many indicators have each status."""

    per_status: Mapping[Status, int]

    @property
    def semua(self) -> int:
        """All of them."""
        return sum(self.per_status.values())

    @property
    def ditargetkan(self) -> int:
        """Those that a target is set for."""
        return self.semua - self._sum(UNTARGETED)

    @property
    def penyebut(self) -> int:
        """The denominator: those with a target that can be judged."""
        return self.ditargetkan - self._sum(OUTSIDE)

    @property
    def tercapai(self) -> int:
        """Those that met or passed their target."""
        return self._sum(MET)

    @property
    def any_told(self) -> bool:
        """Whether anything is reported of what could be judged, so that a 0 would be a result."""
        return self.penyebut > self._sum(WITHOUT)

    def _sum(self, statuses: Iterable[Status]) -> int:
        return sum(self.per_status[status] for status in statuses)


def count(items: Iterable[Penilaian]) -> Hitungan:
    """Count by status; every status has its number, if only 0."""
    found = Counter(item.status for item in items)
    return Hitungan({status: found[status] for status in STATUS})


def own_items(items: Iterable[Penilaian]) -> list[Penilaian]:
    """The indicators that measure the office itself and still hold."""
    return _of_level(items, "satker")


def national_items(items: Iterable[Penilaian]) -> list[Penilaian]:
    """The indicators that measure the whole commission, which are counted apart."""
    return _of_level(items, "nasional")


def _of_level(items: Iterable[Penilaian], tingkat: Tingkat) -> list[Penilaian]:
    """What is withdrawn, or came later, is no promise of that year and enters no count."""
    return [item for item in items if item.tempat.indikator.tingkat == tingkat and item.berlaku]


def reported_years(plan: Plan) -> list[int]:
    """The years for which anything is reported, in their order."""
    return [
        year for year in plan.tahun if year in plan.realisasi and plan.realisasi[year].any_reported
    ]


def is_late(plan: Plan, tahun: int, as_of: date | None) -> bool:
    """Whether what is still unreported for a year is late on the day of the data.

    `as_of` is the day of the commit that last changed the data, never the day of the clock.
    Nothing is late where the office has set no day, or where there is no history to ask.
    """
    report = plan.realisasi.get(tahun)
    due = report.batas_lapor if report else None
    return due is not None and as_of is not None and as_of > due


def total_over_years(plan: Plan, kode: str) -> Decimal | None:
    """The reported yearly values of an indicator added up, in its unit.

    None where the indicator does not say that its years may be added, or none is reported.
    """
    if plan.kedudukan[kode].indikator.agregasi != "jumlah":
        return None
    values = [
        entry.hasil
        for report in plan.realisasi.values()
        for entry in report.indikator
        if entry.kode == kode and isinstance(entry.hasil, Decimal)
    ]
    return sum(values, Decimal(0)) if values else None


@dataclass(frozen=True)
class PenilaianAnggaran:
    """Money for one thing in one year; the plan in thousands of rupiah, the rest in rupiah."""

    kode: str
    rencana: int | None
    """The plan's allocation, in thousands of rupiah."""

    laporan: RealisasiAnggaran | None

    @property
    def serapan(self) -> Decimal | None:
        """Spending in per cent of the year's final budget, unrounded; None without a budget."""
        return share(self.laporan.hasil, self.laporan.pagu) if self.laporan else None


def spending(plan: Plan, tahun: int, part: str) -> list[PenilaianAnggaran]:
    """The money of one list of a year's report: ``program``, ``kegiatan`` or ``baris``.

    Programmes and kegiatan are all there, reported or not; lines only where they are reported.
    """
    report = plan.realisasi.get(tahun)
    entries: Sequence[RealisasiAnggaran] = getattr(report, part) if report else ()
    by_code = {entry.kode: entry for entry in entries}
    codes = expected_entries(plan, tahun)[part] if part != "baris" else list(by_code)
    return [
        PenilaianAnggaran(kode, planned(plan, kode, tahun), by_code.get(kode)) for kode in codes
    ]
