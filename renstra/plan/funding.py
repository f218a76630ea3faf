"""Sums and shares of the funding tables. All amounts are in thousands of rupiah.

The printed sums of the decree stay in the data as printed; what is computed here is said to be
computed wherever it is shown. An empty cell adds nothing, and is never shown as a zero; nor does a
year in which a thing is no part of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from renstra.model.anggaran import KegiatanAnggaran, ProgramAnggaran
from renstra.plan.plan import Pendanaan, Plan

ByYear = Mapping[int, int | None]

RUPIAH = 1000
"""Rupiah in one of the plan's amounts."""


def sum_by_year(years: Sequence[int], rows: Iterable[ByYear]) -> dict[int, int | None]:
    """The sum of each year; None for a year in which every cell is empty."""
    rows = list(rows)
    sums: dict[int, int | None] = {}
    for year in years:
        filled = [amount for row in rows if (amount := row[year]) is not None]
        sums[year] = sum(filled) if filled else None
    return sums


def total(row: ByYear) -> int | None:
    """The sum over the years; None where every cell is empty."""
    filled = [amount for amount in row.values() if amount is not None]
    return sum(filled) if filled else None


def share(part: int | None, whole: int | None) -> Decimal | None:
    """`part` of `whole` in per cent, unrounded; None where there is nothing to divide."""
    if part is None or not whole:
        return None
    return Decimal(part) * 100 / Decimal(whole)


def in_force(plan: Plan, kode: str, pagu: ByYear) -> dict[int, int | None]:
    """The amounts of a thing; None for the years in which it is no part of the plan."""
    return {year: amount if plan.in_force(kode, year) else None for year, amount in pagu.items()}


def program_sums(plan: Plan) -> dict[int, int | None]:
    """The programmes' allocations of Table IV.2 added up by year."""
    rows = plan.anggaran_program.baris
    return sum_by_year(plan.tahun, (in_force(plan, row.program, row.pagu) for row in rows))


def allocated(plan: Plan, kode: str) -> ByYear:
    """What the plan allocates to a programme, a numbered group or a line, by its id.

    Raises KeyError where nothing of that id is funded.
    """
    if kode in plan.alokasi:
        return in_force(plan, kode, plan.alokasi[kode].pagu)
    first = plan.didanai[kode][0]
    if first.baris.id == kode:
        return in_force(plan, kode, first.baris.pagu)
    return kegiatan_sums(plan, first.kegiatan)


def planned(plan: Plan, kode: str, tahun: int) -> int | None:
    """What a year's allocation is by the plan in force on its 31 December.

    None where the cell is empty, or that plan does not fund anything of that id.
    """
    then = plan.at_end_of(tahun)
    funded = kode in then.alokasi or kode in then.didanai
    return allocated(then, kode)[tahun] if funded else None


def name_of(plan: Plan, kode: str) -> str:
    """A programme, numbered group or line as its table names it, by its id; it may be empty.

    Raises KeyError where nothing of that id is funded.
    """
    if kode in plan.alokasi:
        return plan.alokasi[kode].nama
    first = plan.didanai[kode][0]
    return first.baris.nama if first.baris.id == kode else first.kegiatan.nama


def label_of(plan: Plan, kode: str) -> str:
    """Its name, with the number of a group before it; the id of what is not funded."""
    if kode not in plan.alokasi and kode not in plan.didanai:
        return kode
    groups = (line.kegiatan for line in plan.didanai.get(kode, ()))
    number = next((group.nomor for group in groups if group.id == kode), "")
    return f"{number} {name_of(plan, kode)}".strip()


def kegiatan_sums(plan: Plan, kegiatan: KegiatanAnggaran) -> dict[int, int | None]:
    """The lines of one numbered group of Table IV.3 added up by year."""
    return sum_by_year(plan.tahun, (in_force(plan, line.id, line.pagu) for line in kegiatan.baris))


def detailed(program: ProgramAnggaran) -> list[KegiatanAnggaran]:
    """The groups that name a kegiatan.

    A group that only repeats the programme's total of another table enters no sum and no chart.
    """
    return [kegiatan for kegiatan in program.kegiatan if kegiatan.mengulang is None]


def detailed_sums(plan: Plan, program: ProgramAnggaran) -> dict[int, int | None]:
    """All lines of a programme in Table IV.3 added up by year, without repeated totals."""
    return sum_by_year(plan.tahun, (kegiatan_sums(plan, item) for item in detailed(program)))


def lines_sums(plan: Plan, lines: Iterable[Pendanaan]) -> dict[int, int | None]:
    """Chosen lines added up by year, without repeated totals."""
    rows = (
        in_force(plan, line.baris.id, line.baris.pagu)
        for line in lines
        if line.kegiatan.mengulang is None
    )
    return sum_by_year(plan.tahun, rows)
