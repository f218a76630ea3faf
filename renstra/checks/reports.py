"""Reports held against the plan: things of it, once and in its order, with values that can be.

What is refused here could mislead whoever reads it. Whether a report is complete enough to be
published as final is asked in `renstra.results.quality`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from renstra.dialect.problem import Problem
from renstra.dialect.typed import meant_number
from renstra.dialect.wording import describe
from renstra.model.indikator import Indikator
from renstra.model.laporan import Laporan, RealisasiIndikator
from renstra.model.realisasi import Realisasi
from renstra.model.target import CellError, read_target
from renstra.model.terms import SCALES
from renstra.plan.forms import expected_entries
from renstra.plan.plan import Plan


def check_reports(plan: Plan) -> Iterator[Problem]:
    """Yield all that is wrong with the reports of every year."""
    for report in plan.realisasi.values():
        yield from _check_year(plan, report)
        for name, kinds in expected_entries(plan, report.tahun).items():
            yield from _check_entries(report, name, kinds)
        for entry in report.indikator:
            place = plan.kedudukan.get(entry.kode)
            if place:
                yield from _check_values(plan, report.tahun, entry, place.indikator)


def _check_year(plan: Plan, report: Realisasi) -> Iterator[Problem]:
    if report.tahun not in plan.tahun:
        span = ", ".join(map(str, plan.tahun))
        yield report.problem(
            f"ditemukan {report.tahun}, di luar rencana; seharusnya {span}", "tahun"
        )


def _check_entries(report: Realisasi, name: str, expected: Sequence[str]) -> Iterator[Problem]:
    """No thing twice, and all in the plan's order; any may be left out."""
    entries: Sequence[Laporan] = getattr(report, name)
    first: dict[str, int] = {}
    for entry in entries:
        if entry.kode in first:
            line = first[entry.kode]
            message = f"{entry.kode} sudah ada di baris {line}; hapus salah satunya"
            yield entry.problem(message, "kode")
        elif entry.kode not in expected:
            message = f"{entry.kode} tidak dilaporkan di bawah {name}; hapus, atau perbaiki kodenya"
            yield entry.problem(message, "kode")
        first.setdefault(entry.kode, entry.line("kode"))
    present = [kode for kode in first if kode in expected]
    ordered = [kode for kode in expected if kode in first]
    for found, wanted in zip(present, ordered, strict=True):
        if found != wanted:
            message = f"urutan salah: ditemukan {found}, seharusnya {wanted} menurut urutan rencana"
            yield report.problem(message, name)
            break


def _check_values(
    plan: Plan, tahun: int, entry: RealisasiIndikator, indikator: Indikator
) -> Iterator[Problem]:
    values: list[tuple[tuple[str | int, ...], Decimal | str]] = []
    if entry.hasil is not None:
        key = "nilai" if entry.nilai is not None else "pembilang"
        values.append(((key,), entry.hasil))
    values += [
        (("triwulan", quarter), value)
        for quarter, value in (entry.triwulan or {}).items()
        if value is not None
    ]
    for keys, value in values:
        reason = why_impossible(indikator, value)
        if reason:
            yield entry.problem(reason, *keys)
    share = indikator.satuan == "persen"
    for key in ("pembilang", "penyebut", "tidak_ada_kejadian"):
        if getattr(entry, key) is not None and not share:
            yield entry.problem(
                f"hanya untuk indikator bersatuan persen, bukan "
                f"{indikator.satuan or indikator.jenis}; kosongkan",
                key,
            )
    if entry.target_pk is not None:
        try:
            read_target(tahun, entry.target_pk, indikator.jenis, signs(plan, indikator))
        except CellError as error:
            yield entry.problem(str(error), "target_pk")


def signs(plan: Plan, indikator: Indikator) -> Sequence[str]:
    """The ways in which an indicator's unit is written behind a number."""
    return plan.satuan[indikator.satuan].tanda if indikator.satuan else ()


def why_impossible(indikator: Indikator, value: Decimal | str) -> str:
    """Why an indicator cannot have a value, in Indonesian; nothing where it can."""
    if indikator.jenis != "angka":
        grades = [grade for step in SCALES[indikator.jenis] for grade in step]
        if value in grades:
            return ""
        return f"ditemukan {describe(value)}, seharusnya salah satu dari {', '.join(grades)}"
    if isinstance(value, str):
        expected = "seharusnya bilangan seperti 23617 atau 87.5"
        return f"ditemukan {describe(value)}, {expected}{meant_number(value)}"
    if indikator.rentang and value not in indikator.rentang:
        return f"ditemukan {value}, di luar rentang {indikator.rentang}; perbaiki"
    return ""
