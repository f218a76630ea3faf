"""What later revisions withdrew: it stays in the data, for its address and its history."""

from __future__ import annotations

from collections.abc import Mapping

from renstra.model.base import Pencabutan
from renstra.model.kinds import kind_of, rank
from renstra.plan.plan import Plan


def withdrawn(plan: Plan) -> Mapping[str, Pencabutan]:
    """Id to by which decree and why, for all that is withdrawn with what stands under it.

    By kind of thing. Of several withdrawals, one above the other, the earliest counts.
    """
    return plan.once(_withdrawn)


def _withdrawn(plan: Plan) -> Mapping[str, Pencabutan]:
    found: list[tuple[int, str, Pencabutan]] = []
    for name, chain in plan.things.items():
        kind = kind_of(type(chain[-1]))
        gone = [item for entry in chain if (item := getattr(entry, "dicabut", None))]
        if kind and gone:
            first = min(gone, key=lambda item: item.mulai or 0)
            found.append((rank(kind.referred), name, first))
    return {name: gone for _, name, gone in sorted(found, key=lambda item: item[0])}
