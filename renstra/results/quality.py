"""Whether what is reported is complete enough to stand behind: sources, reasons, analyses.

A provisional figure may still lack something, which is a warning; a final one must be whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from renstra.dialect.problem import Problem
from renstra.model.laporan import Laporan, RealisasiAnggaran, RealisasiIndikator
from renstra.model.realisasi import Realisasi, entries_of
from renstra.plan.funding import share
from renstra.plan.plan import Plan
from renstra.results.plausible import questions
from renstra.results.year import assess


@dataclass(frozen=True)
class MutuAturan:
    """A rule of quality for readers: its name, its statement, and what breaking it is."""

    nama: str
    pernyataan: str
    akibat: str


MUTU: tuple[MutuAturan, ...] = (
    MutuAturan(
        "sumber",
        "Tiap nilai yang dilaporkan menyebut dokumen sumbernya.",
        "Peringatan bila nilainya sementara, kesalahan bila final.",
    ),
    MutuAturan(
        "analisis",
        "Tiap target yang tidak tercapai disertai analisis.",
        "Peringatan bila nilainya sementara, kesalahan bila final.",
    ),
    MutuAturan(
        "melebihi-pagu",
        "Realisasi anggaran tidak melebihi pagunya.",
        "Peringatan.",
    ),
    MutuAturan(
        "persetujuan",
        "Bila kantor mewajibkannya, tahun yang memuat nilai final mencatat persetujuannya: nomor, "
        "tanggal dan jabatan.",
        "Kesalahan.",
    ),
    MutuAturan(
        "bukti",
        "Berkas sumber yang disimpan di data/bukti ada, dan sidik SHA-256-nya sama dengan yang "
        "dicatat.",
        "Kesalahan.",
    ),
    MutuAturan(
        "alasan-perubahan",
        "Nilai final yang diubah menjadi direvisi, yang dihapus menjadi ditarik; keduanya menyebut "
        "alasannya, berapa pun lama dan langkah di antaranya.",
        "Kesalahan.",
    ),
    MutuAturan(
        "tanggal-sumber",
        "Dokumen sumber tidak bertanggal sesudah laporannya dicatat.",
        "Ditanyakan.",
    ),
)
"""What is asked of every report; the last two need the history of the data."""


def check_quality(plan: Plan) -> Iterator[Problem]:
    """Yield what the reports of every year lack, as far as the data itself can show it."""
    for report in plan.realisasi.values():
        yield from _check_indicators(plan, report.tahun)
        for entry in (*report.program, *report.kegiatan, *report.baris):
            yield from _check_source(entry)
            yield from _check_money(plan, entry)
        for laporan, problem in questions(plan, report.tahun):
            yield lacking(laporan, problem)
        yield from _check_year_source(report)
        if plan.rencana.wajib_persetujuan:
            yield from _check_approval(report)


def lacking(entry: Laporan, problem: Problem) -> Problem:
    """A lack that only a final figure is refused for."""
    return replace(problem, warning=not entry.final)


def _check_source(entry: Laporan) -> Iterator[Problem]:
    """A reported value names the document it is from."""
    if (entry.reported or entry.running) and entry.dokumen is None:
        message = "nilai dilaporkan tanpa dokumen sumber; isi sumber: judul"
        yield lacking(entry, entry.problem(message, "sumber", "judul"))


def _check_year_source(report: Realisasi) -> Iterator[Problem]:
    """The document of a whole year is asked about once; a report may confirm one of its own."""
    day = report.sumber.tanggal if report.sumber else None
    if day is not None and day.year < report.tahun:
        yield lacking_of(report, f"ditemukan {day}, sebelum tahun {report.tahun} dimulai")


def lacking_of(report: Realisasi, found: str) -> Problem:
    """A question about the date of a year's document, an error where a final figure rests on it."""
    message = (
        f"{found}; perbaiki, atau bila memang benar, tulis sumber itu di tiap laporannya dengan "
        "penegasan"
    )
    problem = report.problem(message, "sumber", "tanggal")
    resting = (entry for entry in entries_of(report).values() if entry.dokumen is report.sumber)
    return replace(problem, warning=not any(entry.final for entry in resting))


def _check_approval(report: Realisasi) -> Iterator[Problem]:
    """Where the office asks for it, what is final is approved."""
    final = [entry for entry in entries_of(report).values() if entry.final]
    if final and report.disetujui is None:
        yield report.problem(
            f"{len(final)} nilai final tanpa persetujuan, yang diwajibkan di rencana.yml; isi "
            "persetujuan: nomor, tanggal dan jabatan, atau tulis sementara",
            "persetujuan",
        )


def _check_indicators(plan: Plan, tahun: int) -> Iterator[Problem]:
    """A missed target is explained."""
    for item in assess(plan, tahun):
        if item.laporan is None:
            continue
        yield from _check_source(item.laporan)
        if item.status == "tidak_tercapai" and item.laporan.analisis is None:
            message = (
                f'target {tahun} "{item.target.tercetak}" tidak tercapai tanpa analisis; '
                "terangkan sebabnya"
            )
            yield lacking(item.laporan, item.laporan.problem(message, "analisis"))


def _check_money(plan: Plan, entry: RealisasiAnggaran) -> Iterator[Problem]:
    """Spending stays within its budget; far beyond it, it is asked about."""
    spent = entry.hasil if entry.hasil is not None else (entry.terakhir or (0, None))[1]
    part = share(spent, entry.pagu)
    if part is not None and 100 < part <= plan.ambang.serapan_paling_tinggi:
        message = f"ditemukan {spent}, lebih dari pagu {entry.pagu}; periksa keduanya"
        key = "realisasi" if entry.hasil is not None else "triwulan"
        yield replace(entry.problem(message, key), warning=True)


def stated(entry: Laporan) -> str:
    """What a report states for the year, as its file has it."""
    if entry.ditarik:
        return "ditarik"
    if isinstance(entry, RealisasiIndikator):
        if entry.tidak_ada_kejadian is not None:
            return "tidak ada kejadian"
        return "kosong" if entry.hasil is None else str(entry.hasil)
    parts = {"pagu": entry.pagu, "hibah": entry.hibah, "realisasi": entry.realisasi}
    said = ", ".join(f"{key} {value}" for key, value in parts.items() if value is not None)
    return said or "kosong"


def silently_changed(past: Iterable[Laporan | None], now: Laporan | None) -> Laporan | None:
    """The final report that `now` leaves without saying so and why; None where it does not.

    `past` is every report on the same thing, oldest first, None where there was none. What is
    final stands, whatever lay between, until a revision or a withdrawal that gives a reason; a
    step without one was refused, and changes nothing. After a withdrawal the next figure needs a
    reason once more.
    """
    stands: Laporan | None = None
    for entry in past:
        if not _departs(stands, entry):
            stands = entry if _stands(entry) else stands
    return stands if _departs(stands, now) else None


def _stands(entry: Laporan | None) -> bool:
    return entry is not None and (entry.final or entry.ditarik)


def _departs(stands: Laporan | None, entry: Laporan | None) -> bool:
    """Whether a report leaves what stands, and gives no reason for it."""
    if stands is None:
        return False
    if entry is None:
        return True
    explained = entry.alasan_perubahan is not None and entry.told
    if stands.ditarik:
        return not explained
    revised = entry.ditarik or entry.status_data == "direvisi"
    return figure(stands) != figure(entry) and not (explained and revised)


def figure(entry: Laporan) -> tuple[object, ...]:
    """What a report states for the year: the value, or that there was nothing to count."""
    if isinstance(entry, RealisasiIndikator):
        return entry.hasil, entry.tidak_ada_kejadian is not None
    return entry.pagu, entry.hibah, entry.realisasi
