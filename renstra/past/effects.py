"""What a revision does to totals and statuses, where both revisions are plans by today's rules.

Amounts are in thousands of rupiah. What is withdrawn is counted apart from what is in force.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from renstra.dialect.problem import DataError
from renstra.model.terms import STATUS
from renstra.plan.funding import detailed, kegiatan_sums, lines_sums, program_sums, total
from renstra.plan.plan import Plan
from renstra.reading.load import load
from renstra.reading.trees import Tree
from renstra.results.year import assess, count


@dataclass(frozen=True)
class Effect:
    """A total or a count that differs."""

    kelompok: str
    """What is counted, such as ``Pendanaan program (Tabel IV.2)``."""

    nama: str
    """Of what: a programme or kegiatan by its id, a status by its label; ``seluruhnya`` for all."""

    tahun: int | None
    """The year; None for all of them."""

    sebelum: int | None
    """None where there was nothing to count."""

    sesudah: int | None
    satuan: str
    """``ribu rupiah``, or empty for a number of things."""


Figures = Mapping[tuple[str, str, int | None, str], int | None]
"""Group, name, year and unit of a figure to the figure."""


@dataclass(frozen=True)
class Effects:
    """The effects of a revision on totals and statuses."""

    daftar: tuple[Effect, ...] = ()
    halangan: tuple[str, ...] = ()
    """Why they cannot be counted, one sentence for each revision that is no plan."""


def effects(before: Plan | str, after: Plan | str) -> Effects:
    """How the totals of two plans differ; for a plan that cannot be loaded, a sentence about it."""
    if isinstance(before, str) or isinstance(after, str):
        return Effects(halangan=tuple(plan for plan in (before, after) if isinstance(plan, str)))
    old, new = figures(before), figures(after)
    return Effects(
        tuple(
            Effect(*key[:3], old.get(key), new.get(key), key[3])
            for key in _merged(list(old), list(new))
            if old.get(key) != new.get(key)
        )
    )


def _merged(
    old: list[tuple[str, str, int | None, str]], new: list[tuple[str, str, int | None, str]]
) -> list[tuple[str, str, int | None, str]]:
    """The keys of both, group by group, in the order of the newer."""
    groups = list(dict.fromkeys(key[0] for key in (*new, *old)))
    keys = dict.fromkeys((*new, *old))
    return sorted(keys, key=lambda key: groups.index(key[0]))


def figures(plan: Plan) -> Figures:
    """Every total and count of a plan that a revision may have an effect on."""
    return dict(_figures(plan))


def _figures(plan: Plan) -> Iterator[tuple[tuple[str, str, int | None, str], int | None]]:
    yield from _money(plan)
    yield from _counts(plan)
    for year in plan.tahun:
        held = (item for item in assess(plan, year) if item.berlaku)
        for status, number in count(held).per_status.items():
            yield ("Status indikator", STATUS[status].label, year, ""), number


def _money(plan: Plan) -> Iterator[tuple[tuple[str, str, int | None, str], int | None]]:
    unit = "ribu rupiah"
    group = f"Pendanaan program ({plan.anggaran_program.nomor})"
    rows = {row.program: row.pagu for row in plan.anggaran_program.baris}
    for name, pagu in {**rows, "seluruhnya": program_sums(plan)}.items():
        for year in plan.tahun:
            yield (group, name, year, unit), pagu[year]
        yield (group, name, None, unit), total(pagu)
    group = f"Pendanaan kegiatan ({plan.anggaran_kegiatan.nomor})"
    sums = {
        kegiatan.id: kegiatan_sums(plan, kegiatan)
        for program in plan.anggaran_kegiatan.program
        for kegiatan in detailed(program)
    }
    for name, pagu in {**sums, "seluruhnya": lines_sums(plan, plan.pendanaan)}.items():
        for year in plan.tahun:
            yield (group, name, year, unit), pagu[year]
        yield (group, name, None, unit), total(pagu)


def _counts(plan: Plan) -> Iterator[tuple[tuple[str, str, int | None, str], int | None]]:
    last = plan.tahun[-1]

    def withdrawn(codes: Iterable[str]) -> list[bool]:
        return [not plan.in_force(kode, last) for kode in codes]

    kinds: dict[str, list[bool]] = {
        "kegiatan": withdrawn(plan.kegiatan),
        "indikator": withdrawn(plan.kedudukan),
        "sel target yang terisi": [
            not plan.in_force(kode, year)
            for kode, place in plan.kedudukan.items()
            for year, cell in place.indikator.target.items()
            if cell not in ("", "-")
        ],
        "baris anggaran": withdrawn(line.baris.id for line in plan.pendanaan),
        "strategi": withdrawn(item.id for m in plan.swot.matriks for item in m.strategi),
        "regulasi": withdrawn(r.id for k in plan.regulasi.kelompok for r in k.regulasi),
        "bagian naskah": withdrawn(plan.bagian),
    }
    for name, each in kinds.items():
        yield ("Banyaknya", name, None, ""), each.count(False)
        yield ("Banyaknya", f"{name} yang dicabut", None, ""), each.count(True)


def plan_of(tree: Tree, shown: str) -> Plan | str:
    """The plan of a revision, which messages call `shown`, or a sentence why there is none."""
    try:
        return load(tree)
    except DataError as error:
        return (
            f"Data pada {shown} tidak lulus pemeriksaan sekarang "
            f"({len(error.problems)} masalah), sehingga jumlah dan statusnya tidak dihitung."
        )
