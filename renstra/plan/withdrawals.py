"""What later revisions withdrew: it stays in the data, for its address and its history."""

from __future__ import annotations

from renstra.model.base import Pencabutan
from renstra.plan.plan import Plan


def withdrawn(plan: Plan) -> dict[str, Pencabutan]:
    """Id to by which revision and why, for everything that is withdrawn."""
    matrices = plan.swot.matriks
    things = (
        *plan.kegiatan.values(),
        *(place.indikator for place in plan.kedudukan.values()),
        *(line.baris for line in plan.pendanaan),
        *plan.swot.faktor,
        *(strategi for matrix in matrices for strategi in matrix.strategi),
        *(item for group in plan.regulasi.kelompok for item in group.regulasi),
        *(part for _, part in plan.bagian.values()),
        *plan.catatan.catatan,
    )
    return {
        thing.id: found
        for thing in things
        if (found := getattr(thing, "dicabut", None)) is not None
    }
