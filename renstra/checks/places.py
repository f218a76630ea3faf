"""What is printed where: from the id of anything in the plan to the words that stand there.

Beside every id of the data there are rows that a table prints of a thing known elsewhere, named
``table#thing``: ``tabel-swot-wt#T13``, ``tabel-iv-2#pg-1``, ``tabel-iv-2#total``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from renstra.dialect.wording import thousands
from renstra.model.base import Entry
from renstra.model.naskah import Blok
from renstra.model.voice import Suara
from renstra.plan.funding import ByYear
from renstra.plan.plan import Plan

_WORDS = frozenset(
    {
        *("nomor", "label", "kode", "judul", "judul_ulang", "nama", "teks", "kepala"),
        *("kepala_kedua", "pengantar", "kepala_strategi", "kepala_sintesa"),
        *("kedudukan", "divisi", "wilayah"),
    }
)
"""Keys of printed text; the others hold ids, kinds and explanations."""


@dataclass(frozen=True)
class Printed:
    """What a place says."""

    entry: Entry
    """Where the data says so."""

    words: tuple[str, ...]
    """Its printed texts; a quotation stands in one of them or in all of them joined."""

    cells: Mapping[int, str] = field(default_factory=dict)
    """Its cells by year."""

    def says(self, quotation: str, year: int | None = None) -> bool:
        """Whether the quotation stands here, letter by letter; in the year's cell, if one is told.

        A cell is quoted whole: a figure is not part of another.
        """
        if year is not None:
            return self.cells.get(year) == quotation
        return quotation in " ".join(self.words) or any(quotation in text for text in self.words)


def printed_places(plan: Plan) -> dict[str, Printed]:
    """Id of every place to what is printed there; what is not of the decree is no place."""
    found = {
        name: Printed(chain[-1], tuple(_words(plan, chain[-1])), _cells(chain[-1]))
        for name, chain in plan.things.items()
        if chain[-1].suara not in (Suara.PEMBACAAN, Suara.KANTOR)
    }
    return {**found, **dict(_rows(plan))}


def _words(plan: Plan, entry: Entry) -> Iterator[str]:
    """The texts that an entry holds itself, in heads without an id, or in the part it refers to."""
    for key in type(entry).model_fields:
        value = getattr(entry, key)
        if isinstance(value, str) and key in _WORDS:
            yield value
        elif isinstance(value, Entry) and key == "kepala":
            yield from (getattr(value, head) for head in type(value).model_fields)
        elif isinstance(value, Entry) and key in ("dalam", "luar"):
            yield from _words(plan, value)
        elif isinstance(entry, Blok) and key == "baris":
            yield " ".join(entry.baris)
        elif key == "naskah" and value in plan.bagian:
            yield from _words(plan, plan.bagian[value][1])


def _cells(entry: Entry) -> Mapping[int, str]:
    target, pagu = getattr(entry, "target", None), getattr(entry, "pagu", None)
    if isinstance(target, dict):
        return target
    return _amounts(pagu) if isinstance(pagu, dict) else {}


def _amounts(pagu: ByYear) -> dict[int, str]:
    return {year: "" if amount is None else thousands(amount) for year, amount in pagu.items()}


def _rows(plan: Plan) -> Iterator[tuple[str, Printed]]:
    whole, parts = plan.anggaran_program, plan.anggaran_kegiatan
    for row in whole.baris:
        words = (row.kode, row.nama, thousands(row.jumlah))
        yield f"{whole.id}#{row.program}", Printed(row, words, _amounts(row.pagu))
    last = whole.total
    yield f"{whole.id}#total", Printed(last, (last.nama, thousands(last.jumlah)), _cells(last))
    for program in parts.program:
        yield f"{parts.id}#{program.program}", Printed(program, (program.nomor, program.nama))
    for matrix in plan.swot.matriks:
        for factor in (*matrix.dalam.faktor, *matrix.luar.faktor):
            yield f"{matrix.id}#{factor.faktor}", Printed(factor, (factor.label, factor.teks))
    table = plan.tujuan.tabel
    for goal in table.baris if table else []:
        yield f"{table.id if table else ''}#{goal.tujuan}", Printed(goal, (goal.nomor, goal.teks))
