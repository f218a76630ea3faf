"""The funding tables held against the programmes, before anything is added up or shared out."""

from __future__ import annotations

from collections.abc import Iterator

from renstra.dialect.problem import Problem
from renstra.model.anggaran import AnggaranProgram, ProgramAnggaran
from renstra.plan.plan import Plan


def check_funded(plan: Plan) -> Iterator[Problem]:
    """Yield programmes that a funding table has twice, or that the one of programmes leaves out."""
    table = plan.anggaran_program
    yield from _check_twice(table.baris)
    yield from _check_twice(plan.anggaran_kegiatan.program)
    funded = {row.program for row in table.baris}
    absent = [program.id for program in plan.program if program.id not in funded]
    if absent:
        message = f"program {', '.join(absent)} tidak ada; tambahkan menurut urutan dokumen"
        yield table.problem(message, "baris")


def _check_twice(rows: list[AnggaranProgram] | list[ProgramAnggaran]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for row in rows:
        if row.program in seen:
            message = f"{row.program} sudah ada di baris {seen[row.program]}; hapus salah satunya"
            yield row.problem(message, "program")
        seen.setdefault(row.program, row.line("program"))
