"""What later revisions withdrew: it stays in the data, for its address and its history."""

from __future__ import annotations

from renstra.model.base import Pencabutan
from renstra.model.kinds import kind_of, rank
from renstra.plan.plan import Plan


def withdrawn(plan: Plan) -> dict[str, Pencabutan]:
    """Id to by which revision and why, for everything that is withdrawn; by kind of thing."""
    found: list[tuple[int, str, Pencabutan]] = []
    for name, chain in plan.things.items():
        kind, gone = kind_of(type(chain[-1])), getattr(chain[-1], "dicabut", None)
        if kind and gone:
            found.append((rank(kind.referred), name, gone))
    return {name: gone for _, name, gone in sorted(found, key=lambda item: item[0])}
