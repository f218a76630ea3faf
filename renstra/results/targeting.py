"""Which cells set a target: the count that a year's promises are measured by."""

from __future__ import annotations

from renstra.model.indikator import Indikator
from renstra.model.target import Target
from renstra.plan.plan import Plan


def is_targeted(indikator: Indikator, target: Target) -> bool:
    """Whether a cell sets a target: not a dash, not empty, not a zero read as no target."""
    if target.rupa not in ("angka", "peringkat"):
        return False
    untargeted = indikator.makna_nol and indikator.makna_nol.arti == "tidak_ditargetkan"
    return not (target.nol and untargeted)


def count_targeted(plan: Plan, tahun: int) -> int:
    """How many indicators have a target in a year, by the plan that the year is judged by."""
    return sum(
        is_targeted(place.indikator, place.indikator.target_of(tahun))
        for kode, place in plan.at_end_of(tahun).kedudukan.items()
        if plan.in_force(kode, tahun)
    )
