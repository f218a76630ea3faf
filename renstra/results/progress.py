"""How far a year's report is filled in: how many of how many, of what, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from renstra.model.laporan import Laporan
from renstra.model.realisasi import entries_of
from renstra.model.terms import STATUS_DATA
from renstra.plan.funding import detailed
from renstra.plan.plan import Plan
from renstra.results.quality import check_quality
from renstra.results.year import UNTARGETED, assess, spending


@dataclass(frozen=True)
class Kemajuan:
    """How much is filled in of what a year asks of a kegiatan, or of a programme's money."""

    kode: str
    nama: str
    apa: str
    """What is counted, as people say it."""

    terisi: tuple[str, ...]
    """The kodes that anything is said of, if only for a quarter."""

    belum: tuple[str, ...]
    """The kodes that nothing is said of."""

    oleh: str = ""
    """The position that reports on it, where the office named one."""

    @property
    def kalimat(self) -> str:
        """The same in words."""
        missing = f"; belum: {', '.join(self.belum)}" if self.belum else ""
        by = f" ({self.oleh})" if self.oleh else ""
        return f"{self.nama}{by}: {_of([self])}{missing}"


def progress(plan: Plan, tahun: int) -> Sequence[Kemajuan]:
    """Every kegiatan with targets in the plan's order, then every programme with money."""
    return plan.once(_progress, tahun)


def _progress(plan: Plan, tahun: int) -> Sequence[Kemajuan]:
    known = entries_of(plan.realisasi.get(tahun))
    asked: dict[str, list[str]] = {}
    for item in assess(plan, tahun):
        if item.status not in UNTARGETED and item.berlaku:
            asked.setdefault(item.tempat.kegiatan.id, []).append(item.tempat.indikator.id)
    parts = []
    for kode, codes in asked.items():
        kegiatan = plan.kegiatan[kode]
        by = kegiatan.penanggung_jawab or ""
        parts.append(_part(kode, kegiatan.nama, "indikator", codes, known, oleh=by))
    funded = {
        item.kode
        for part in ("program", "kegiatan")
        for item in spending(plan, tahun, part)
        if item.rencana
    }
    groups = {one.program: detailed(one) for one in plan.anggaran_kegiatan.program}
    for row in plan.anggaran_program.baris:
        codes = [row.program, *(group.id for group in groups.get(row.program, ()))]
        codes = [kode for kode in codes if kode in funded]
        parts.append(_part(row.program, row.nama, "jumlah uang", codes, known))
    return [part for part in parts if part.terisi or part.belum]


def _part(
    kode: str,
    nama: str,
    apa: str,
    codes: Sequence[str],
    known: Mapping[str, Laporan],
    *,
    oleh: str = "",
) -> Kemajuan:
    filled = tuple(one for one in codes if one in known and known[one].told)
    missing = tuple(one for one in codes if one not in filled)
    return Kemajuan(kode, nama, apa, filled, missing, oleh)


def _of(parts: Sequence[Kemajuan]) -> str:
    filled = sum(len(part.terisi) for part in parts)
    missing = sum(len(part.belum) for part in parts)
    return f"{filled} dari {filled + missing} {parts[0].apa} terisi"


def overall(plan: Plan, tahun: int) -> str:
    """All of a year in a sentence."""
    parts = progress(plan, tahun)
    kinds = dict.fromkeys(part.apa for part in parts)
    said = ", ".join(_of([one for one in parts if one.apa == apa]) for apa in kinds)
    return f"{said or 'tidak ada yang ditargetkan atau didanai'}."


def told(plan: Plan, tahun: int) -> Iterator[str]:
    """How a year's report stands, line by line, with what its final figures lack."""
    yield f"Realisasi {tahun}: {overall(plan, tahun)}"
    for part in progress(plan, tahun):
        yield f"{part.kode} {part.kalimat}"
    report = plan.realisasi[tahun]
    reports = [one for one in entries_of(report).values() if one.told]
    counts: Counter[str | None] = Counter(one.status_data for one in reports)
    yield f"Status data: {', '.join(f'{counts[name]} {name}' for name in STATUS_DATA)}."
    lacks = [
        problem
        for problem in check_quality(plan)
        if problem.path == report.path and not problem.warning
    ]
    if lacks:
        yield "Yang final masih kurang:"
        yield from map(str, lacks)
    elif any(one.final for one in reports):
        yield "Yang final sudah lengkap."
