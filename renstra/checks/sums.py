"""Sums: the funding tables in themselves, against each other, and in the prose.

All amounts are in thousands of rupiah, those of the prose in rupiah; an empty cell adds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renstra.checks.rule import Place, Violation, gap
from renstra.dialect.wording import thousands
from renstra.model.anggaran import AnggaranProgram, TotalAnggaran
from renstra.plan.funding import detailed, sum_by_year, total
from renstra.plan.plan import Plan

THOUSANDS = "ribu rupiah"
AMOUNT = re.compile(r"Rp\.?\s*(\d{1,3}(?:\.\d{3})+|\d+)", re.ASCII)
"""An amount as prose writes it: ``Rp. 25.868.406.000``."""


def check_rows(plan: Plan) -> Iterator[Violation]:
    """The years of a row of the programme funding table add up to its printed sum."""
    table = plan.anggaran_program
    rows: list[tuple[str, AnggaranProgram | TotalAnggaran]] = [
        *((row.program, row) for row in table.baris),
        ("total", table.total),
    ]
    for name, entry in rows:
        printed, expected = entry.jumlah, total(entry.pagu) or 0
        if printed != expected:
            place = f"{table.id}#{name}"
            yield Violation(
                pokok=place,
                places=(Place(place),),
                printed=thousands(printed),
                expected=f"{thousands(expected)}, jumlah tahun-tahunnya",
                difference=gap(printed, expected, THOUSANDS),
                entry=entry,
                keys=("jumlah",),
            )


def check_columns(plan: Plan) -> Iterator[Violation]:
    """The programmes add up to the printed total, year by year and in all."""
    table = plan.anggaran_program
    sums = sum_by_year(plan.tahun, (row.pagu for row in table.baris))
    columns: list[tuple[int | None, int, int, tuple[str | int, ...]]] = [
        (year, table.total.pagu[year] or 0, sums[year] or 0, ("pagu", year)) for year in plan.tahun
    ]
    columns += [(None, table.total.jumlah, sum(row.jumlah for row in table.baris), ("jumlah",))]
    for year, printed, expected, keys in columns:
        if printed != expected:
            place = Place(f"{table.id}#total", year)
            yield Violation(
                pokok=f"{place.di}:{year}" if year else place.di,
                places=(place,),
                printed=thousands(printed),
                expected=f"{thousands(expected)}, jumlah program-programnya",
                difference=gap(printed, expected, THOUSANDS),
                entry=table.total,
                keys=keys,
            )


def check_details(plan: Plan) -> Iterator[Violation]:
    """The lines of a programme add up, in each year, to what the programme funding table says.

    A group that only repeats the programme's total is no detail and is left out.
    """
    whole, parts = plan.anggaran_program, plan.anggaran_kegiatan
    for program in parts.program:
        row = plan.alokasi[program.program]
        lines = [line.pagu for group in detailed(program) for line in group.baris]
        sums = sum_by_year(plan.tahun, lines)
        for year in plan.tahun:
            printed, expected = sums[year], row.pagu[year] or 0
            # A year without a single amount is not detailed; it does not add up to nothing.
            if printed is not None and printed != expected:
                yield Violation(
                    pokok=f"{program.program}:{year}",
                    places=(
                        Place(f"{whole.id}#{row.program}", year),
                        Place(f"{parts.id}#{program.program}", year),
                    ),
                    printed=f"rincian di {parts.nomor} berjumlah {thousands(printed)}",
                    expected=f"{thousands(expected)} menurut {whole.nomor}",
                    difference=gap(printed, expected, THOUSANDS),
                    entry=row,
                    keys=("pagu", year),
                )


def check_repeats(plan: Plan) -> Iterator[Violation]:
    """A group that repeats the programme's total of another table repeats its very amounts."""
    for program in plan.anggaran_kegiatan.program:
        row = plan.alokasi[program.program]
        for group in program.kegiatan:
            if group.mengulang is None:
                continue
            for year in plan.tahun:
                amounts = [line.pagu[year] for line in group.baris if line.pagu[year] is not None]
                if amounts == [row.pagu[year]] or (not amounts and row.pagu[year] is None):
                    continue
                yield Violation(
                    pokok=f"{group.id}:{year}",
                    places=(Place(group.id, year), Place(f"{group.mengulang}#{row.program}", year)),
                    printed=" dan ".join(thousands(amount or 0) for amount in amounts) or "kosong",
                    expected=f"{thousands(row.pagu[year] or 0)}, angka program yang diulang",
                    entry=group,
                )


def check_prose(plan: Plan) -> Iterator[Violation]:
    """The amount that the prose states for a programme is its printed sum, in rupiah."""
    for row in plan.anggaran_program.baris:
        if row.naskah is None:
            continue
        _, part = plan.bagian[row.naskah]
        amounts = [int(text.replace(".", "")) for text in AMOUNT.findall(plan.words(row.naskah))]
        expected = row.jumlah * 1000
        if amounts != [expected]:
            yield Violation(
                pokok=row.naskah,
                places=(Place(row.naskah), Place(f"{plan.anggaran_program.id}#{row.program}")),
                printed=" dan ".join(f"Rp{thousands(amount)}" for amount in amounts)
                or "tanpa jumlah uang",
                expected=f"Rp{thousands(expected)} menurut {plan.anggaran_program.nomor}",
                difference=gap(amounts[0], expected, "rupiah") if len(amounts) == 1 else "",
                entry=part,
            )
