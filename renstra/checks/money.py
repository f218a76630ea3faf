"""The funding tables beside the target table: their lines and their heads."""

from __future__ import annotations

from collections.abc import Iterator

from renstra.checks.rule import Place, Violation
from renstra.plan.plan import Plan


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
