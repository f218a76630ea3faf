"""What later decrees changed of a cell or a name, so that both texts can stand side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from renstra.dialect.wording import thousands
from renstra.model.perubahan import Perubahan
from renstra.plan.plan import Plan

_CELL = re.compile(r"(?:target|(?:total\.)?pagu)\.(\d+)", re.ASCII)

Place = tuple[str, int | None]
"""An id, or ``table#thing``, and the year of a cell; None for its words."""


@dataclass(frozen=True)
class Diubah:
    """A cell or words that a decree changed."""

    keputusan: Perubahan
    dari: str
    """What stood until then; empty for an empty cell."""

    menjadi: str


def changed(plan: Plan) -> Mapping[Place, Sequence[Diubah]]:
    """Place to what decrees made of it, the earliest first."""
    return plan.once(_changed)


def _changed(plan: Plan) -> Mapping[Place, Sequence[Diubah]]:
    found: dict[Place, list[Diubah]] = {}
    for decree in plan.perubahan:
        for item in decree.ubah:
            kode, _, field = item.di.partition(".")
            cell = _CELL.fullmatch(field)
            kode = f"{kode}#total" if cell and field.startswith("total.") else kode
            place = (kode, int(cell[1]) if cell else None)
            found.setdefault(place, []).append(
                Diubah(decree, _printed(item.dari), _printed(item.menjadi))
            )
    return found


def decrees_of(plan: Plan, kode: str) -> Sequence[Perubahan]:
    """The later decrees that added, changed or withdrew a thing, the earliest first."""
    return [
        decree
        for decree in plan.perubahan
        if any(item.di.partition(".")[0] == kode for item in decree.ubah)
        or any(item.isi.get("id") == kode for item in decree.tambah)
        or any(item.kode == kode for item in decree.cabut)
    ]


def _printed(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return thousands(value)
    return "" if value is None else str(value)
