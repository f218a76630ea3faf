"""Every mend of what the extraction broke, wherever it stands in the plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from renstra.model.base import Perbaikan
from renstra.model.swot import FaktorTercetak
from renstra.plan.plan import Chain, Plan


def mends(plan: Plan) -> Iterator[tuple[str, Perbaikan]]:
    """The place of each mend and the mend, in the decree's order.

    The place is an id, or ``table#factor``, or the name of the file where nothing above has an id.
    """
    for chain in plan.entries():
        if isinstance(chain[-1], Perbaikan):
            yield _place(chain), chain[-1]


def _place(chain: Chain) -> str:
    place = PurePosixPath(chain[0].path).stem
    for entry in chain:
        if isinstance(entry, FaktorTercetak):
            place = f"{place}#{entry.faktor}"
        place = getattr(entry, "id", place)
    return place
