"""Every mend of what the extraction broke, wherever it stands in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from renstra.model.base import Entry, Perbaikan
from renstra.model.swot import FaktorTercetak
from renstra.plan.plan import Plan


def mends(plan: Plan) -> Iterator[tuple[str, Perbaikan]]:
    """The place of each mend (an id, or ``table#factor``) and the mend, in the data's order."""
    kegiatan = [item for program in plan.program for item in plan.kegiatan_of(program)]
    roots = [*plan.naskah, plan.swot, plan.sintesa, *kegiatan, plan.anggaran_kegiatan]
    for root in roots:
        yield from _below(root, "")


def _below(entry: Entry, place: str) -> Iterator[tuple[str, Perbaikan]]:
    if isinstance(entry, FaktorTercetak):
        place = f"{place}#{entry.faktor}"
    place = getattr(entry, "id", place)
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Perbaikan):
                yield place, item
            elif isinstance(item, Entry):
                yield from _below(item, place)
