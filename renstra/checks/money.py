"""Money and targets side by side: each kegiatan and sasaran has both, in the same years."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from renstra.checks.rule import Place, Violation
from renstra.checks.targets import JUMP, jumps
from renstra.dialect.wording import thousands
from renstra.model.kegiatan import Sasaran
from renstra.plan.plan import Pendanaan, Plan


def _objectives(plan: Plan) -> Iterator[Sasaran]:
    return (
        sasaran
        for program in plan.program
        for kegiatan in plan.kegiatan_of(program)
        for sasaran in kegiatan.sasaran
    )


def _lines(plan: Plan, sasaran: Sasaran) -> list[Pendanaan]:
    """Its funding lines, without those that only repeat the programme's total."""
    return [line for line in plan.pendanaan_of(sasaran) if line.kegiatan.mengulang is None]


def _aimed(sasaran: Sasaran, year: int) -> bool:
    """Whether any indicator has a target in that year: neither empty, nor a dash, nor a nil."""
    return any(
        target.tahun == year
        and target.rupa in ("angka", "peringkat")
        and not (target.nol and indikator.arah != "turun")
        for indikator in sasaran.indikator
        for target in indikator.targets
    )


def _span(years: list[int]) -> str:
    return ", ".join(map(str, years))


def check_money_without_target(plan: Plan) -> Iterator[Violation]:
    """A sasaran gets no money in a year in which every target of it is nil."""
    for sasaran in _objectives(plan):
        for line in _lines(plan, sasaran):
            years = [
                year
                for year, amount in line.baris.pagu.items()
                if amount and not _aimed(sasaran, year)
            ]
            if years:
                cells = [f"{thousands(line.baris.pagu[year] or 0)} ({year})" for year in years]
                marks = [Place(i.id, year) for i in sasaran.indikator for year in years]
                yield Violation(
                    pokok=line.baris.id,
                    places=(*(Place(line.baris.id, year) for year in years), *marks),
                    printed=", ".join(cells),
                    expected=f"tanpa anggaran, karena target {sasaran.id} tahun itu nihil",
                    entry=line.baris,
                    keys=("pagu", years[0]),
                )


def check_target_without_money(plan: Plan) -> Iterator[Violation]:
    """A sasaran has money of its own in every year in which it has a target."""
    for sasaran in _objectives(plan):
        lines = _lines(plan, sasaran)
        years = [
            year
            for year in plan.tahun
            if _aimed(sasaran, year) and not any(line.baris.pagu[year] for line in lines)
        ]
        if years:
            every = plan.pendanaan_of(sasaran)
            yield Violation(
                pokok=sasaran.id,
                places=(Place(sasaran.id), *(Place(line.baris.id) for line in every)),
                printed=f"target tanpa anggaran pada {_span(years)}",
                expected="anggaran di setiap tahun yang bertarget",
                entry=every[0].baris if every else sasaran,
            )


def check_unaimed_lines(plan: Plan) -> Iterator[Violation]:
    """Every funded line belongs to a sasaran of the target table; one breach for each group."""
    for program in plan.anggaran_kegiatan.program:
        for group in program.kegiatan:
            loose = [line for line in group.baris if line.sasaran is None]
            if loose:
                yield Violation(
                    pokok=group.id,
                    places=(Place(group.id), *(Place(line.id) for line in loose)),
                    printed=", ".join(f'"{line.nama}"' for line in loose),
                    expected=f"sasaran yang ada di {plan.tabel_target.nomor}",
                    entry=loose[0],
                )


def check_jumps(plan: Plan) -> Iterator[Violation]:
    """No amount is more than ten times that of the year before, or less than a tenth of it."""
    for line in plan.pendanaan:
        amounts = line.baris.pagu
        values = {y: None if a is None else Decimal(a) for y, a in amounts.items()}
        years = jumps(values)
        if years and line.kegiatan.mengulang is None:
            yield Violation(
                pokok=line.baris.id,
                places=tuple(Place(line.baris.id, year) for year in years),
                printed=", ".join(f"{thousands(amounts[year] or 0)} ({year})" for year in years),
                expected=f"perubahan paling banyak {JUMP} kali lipat dalam setahun",
                entry=line.baris,
                keys=("pagu", years[0]),
            )


def check_heads(plan: Plan) -> Iterator[Violation]:
    """The funding tables head their amounts as money, not as the target table heads its targets."""
    head = plan.tabel_target.kepala.target
    for table in (plan.anggaran_program, plan.anggaran_kegiatan):
        if table.kepala.pagu.casefold() == head.casefold():
            yield Violation(
                pokok=table.id,
                places=(Place(table.id),),
                printed=f'"{table.kepala.pagu}"',
                expected="kepala kolom yang menyebut uang dan satuannya",
                entry=table.kepala,
                keys=("pagu",),
            )
