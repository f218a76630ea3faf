"""The thread through the plan: from the analysis to the indicator and its money, and back.

A link has a nature (`sifat`). ``susunan`` is stated by the order of the decree's own tables and
lists, ``tersurat`` by its words, ``tafsir`` is an editor's reading. The links of the last two come
from `data/tautan.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args

from renstra.model.anggaran import BarisAnggaran
from renstra.model.base import Entry
from renstra.model.indikator import Indikator
from renstra.model.kebijakan import KegiatanPrioritas, Proyek
from renstra.model.kegiatan import Sasaran
from renstra.model.naskah import Butir, Subjudul
from renstra.model.swot import Matriks
from renstra.model.tautan import Tautan
from renstra.plan.plan import Plan

Kind = Literal[
    "faktor",
    "matriks",
    "strategi",
    "butir sintesa",
    "sintesa",
    "strategi utama",
    "tujuan",
    "sasaran strategis",
    "arah kebijakan",
    "kelompok regulasi",
    "regulasi",
    "kegiatan prioritas",
    "proyek prioritas",
    "program",
    "kegiatan",
    "sasaran",
    "indikator",
    "baris anggaran",
]
"""What a thing is, in the thread's order."""

Sifat = Literal["susunan", "tersurat", "tafsir"]
"""The nature of a link, the strongest first."""

KINDS: tuple[Kind, ...] = get_args(Kind)
SIFAT: tuple[Sifat, ...] = get_args(Sifat)


@dataclass(frozen=True)
class Thing:
    """Something that the thread passes through."""

    id: str
    kind: Kind
    label: str
    """Its short name, such as ``S×O 1`` or ``I.a``; its id where the decree prints no label."""

    text: str
    """Its words in the decree."""

    entry: Entry
    """Where the data says so."""


@dataclass(frozen=True)
class Link:
    """One step of the thread, from what comes first to what follows from it."""

    dari: str
    ke: str
    sifat: Sifat
    tautan: Tautan | None = None
    """The entry that makes it, with its basis, quotation and reason; None for ``susunan``."""


@dataclass(frozen=True)
class Reached:
    """A thing that a chain of links leads to."""

    thing: Thing
    sifat: Sifat
    """The weakest nature on the way; of several ways, the one whose weakest is strongest."""

    way: tuple[Link, ...]
    """That way, link by link, from the thing asked about; the shortest where several are equal."""


@dataclass(frozen=True)
class Thread:
    """All things of the plan that are linked, and their links, in the thread's order."""

    things: Mapping[str, Thing]
    links: Sequence[Link]

    @cached_property
    def _by_end(self) -> tuple[Mapping[str, list[Link]], Mapping[str, list[Link]]]:
        up: dict[str, list[Link]] = {name: [] for name in self.things}
        down: dict[str, list[Link]] = {name: [] for name in self.things}
        for link in self.links:
            up[link.ke].append(link)
            down[link.dari].append(link)
        return up, down

    def upstream(self, name: str) -> list[Link]:
        """The links that lead straight to a thing, by its id; in the thread's order."""
        return self._by_end[0][name]

    def downstream(self, name: str) -> list[Link]:
        """The links that lead straight on from a thing, by its id; in the thread's order."""
        return self._by_end[1][name]

    def behind(self, name: str) -> dict[Kind, list[Reached]]:
        """All that a thing goes back to, by kind; a kind of which there is nothing is left out."""
        return self._reach(name, back=True)

    def ahead(self, name: str) -> dict[Kind, list[Reached]]:
        """All that follows from a thing, by kind; a kind of which there is nothing is left out."""
        return self._reach(name, back=False)

    def _reach(self, name: str, *, back: bool) -> dict[Kind, list[Reached]]:
        found: dict[str, Reached] = {}
        for weakest, sifat in enumerate(SIFAT):
            ways: dict[str, tuple[Link, ...]] = {name: ()}
            queue = [name]
            for here in queue:
                for link in self.upstream(here) if back else self.downstream(here):
                    there = link.dari if back else link.ke
                    if there not in ways and SIFAT.index(link.sifat) <= weakest:
                        ways[there] = (*ways[here], link)
                        queue.append(there)
            for there in queue[1:]:
                found.setdefault(there, Reached(self.things[there], sifat, ways[there]))
        reached = [found[other] for other in self.things if other in found]
        groups = {kind: [item for item in reached if item.thing.kind == kind] for kind in KINDS}
        return {kind: group for kind, group in groups.items() if group}


def build_thread(plan: Plan) -> Thread:
    """The thread of a plan."""
    placed = [*_analysis(plan), *_goals(plan), *_policy(plan), *_targets(plan)]
    things = sorted((thing for thing, _ in placed), key=lambda thing: KINDS.index(thing.kind))
    links = [Link(dari, thing.id, "susunan") for thing, origins in placed for dari in origins]
    links += [Link(link.dari, link.ke, link.sifat, link) for link in plan.tautan.tautan]
    order = {thing.id: place for place, thing in enumerate(things)}
    links.sort(key=lambda link: (order[link.dari], order[link.ke]))
    return Thread({thing.id: thing for thing in things}, links)


Placed = Iterator[tuple[Thing, list[str]]]
"""Things, each with the ids of those that the decree's order puts straight before it."""


def _analysis(plan: Plan) -> Placed:
    matrices = plan.swot.matriks
    axes = [axis for matrix in reversed(matrices) for axis in (matrix.dalam, matrix.luar)]
    printed = {factor.faktor: factor.teks for axis in axes for factor in axis.faktor}
    for factor in plan.swot.faktor:
        yield Thing(factor.id, "faktor", factor.id, printed.get(factor.id, ""), factor), []
    for matrix in matrices:
        factors = [factor.faktor for axis in (matrix.dalam, matrix.luar) for factor in axis.faktor]
        cross = _cross(matrix)
        yield Thing(matrix.id, "matriks", cross, matrix.pengantar, matrix), factors
        for strategy in matrix.strategi:
            label = f"{cross} {_bare(strategy.label)}"
            yield Thing(strategy.id, "strategi", label, strategy.teks, strategy), [matrix.id]
    for group in plan.sintesa.tabel.kelompok if plan.sintesa.tabel else []:
        items = [item.id for item in group.butir]
        yield Thing(group.id, "sintesa", _bare(group.label), group.teks, group), items
        for item in group.butir:
            label = f"{_bare(group.label)}.{_bare(item.label)}"
            yield Thing(item.id, "butir sintesa", label, item.teks, item), []
    for main in plan.sintesa.utama:
        yield _told(plan, main.id, "strategi utama", main.naskah, main), []


def _goals(plan: Plan) -> Placed:
    for goal in plan.tujuan.tujuan:
        yield _told(plan, goal.id, "tujuan", goal.naskah, goal), []
    for row in plan.tujuan.tabel.baris if plan.tujuan.tabel else []:
        for aim in row.sasaran:
            label = ".".join(_bare(text) for text in (row.nomor, aim.label) if text)
            yield Thing(aim.id, "sasaran strategis", label, aim.teks, aim), [row.tujuan]


def _policy(plan: Plan) -> Placed:
    numbers = {program.id: program.nomor for program in plan.program}
    for head in plan.kebijakan.arah:
        for direction in head.kebijakan:
            told = _told(plan, direction.id, "arah kebijakan", direction.naskah, direction)
            label = f"{numbers[head.program]}.{told.label.split('.')[-1]}"
            yield replace(told, label=label), []
    for activity in plan.kebijakan.prioritas:
        yield _named("kegiatan prioritas", activity), []
        for project in activity.proyek:
            yield _named("proyek prioritas", project), [activity.id]
    for group in plan.regulasi.kelompok:
        yield _told(plan, group.id, "kelompok regulasi", group.naskah, group), []
        for rule in group.regulasi:
            yield _told(plan, rule.id, "regulasi", rule.naskah, rule), [group.id]


def _targets(plan: Plan) -> Placed:
    directions = {
        head.program: [direction.id for direction in head.kebijakan] for head in plan.kebijakan.arah
    }
    for program in plan.program:
        origins = directions.get(program.id, [])
        yield Thing(program.id, "program", program.nomor, program.nama, program), origins
        for kegiatan in plan.kegiatan_of(program):
            label = f"{program.nomor}.{kegiatan.nomor}"
            yield Thing(kegiatan.id, "kegiatan", label, kegiatan.nama, kegiatan), [program.id]
            for sasaran in kegiatan.sasaran:
                yield _named("sasaran", sasaran), [kegiatan.id]
                for indikator in sasaran.indikator:
                    yield _named("indikator", indikator), [sasaran.id]
    for line in plan.pendanaan:
        # A line without an objective of its own is still money of its programme.
        yield _named("baris anggaran", line.baris), [line.baris.sasaran or line.program.program]


def _named(
    kind: Kind, entry: Sasaran | Indikator | BarisAnggaran | KegiatanPrioritas | Proyek
) -> Thing:
    """A thing for which the decree prints no label that is its own."""
    return Thing(entry.id, kind, entry.id, entry.nama, entry)


def _told(plan: Plan, name: str, kind: Kind, part: str, entry: Entry) -> Thing:
    """A thing whose words stand in the prose."""
    return Thing(name, kind, _label(plan, part) or name, plan.words(part), entry)


def _label(plan: Plan, name: str) -> str:
    """The labels of an item of the prose and of those it stands under, such as ``1.a.3``."""
    chapter, part = plan.bagian[name]
    labels: list[str] = []
    depth: int | None = None
    for item in reversed(chapter.isi[: chapter.isi.index(part) + 1]):
        if isinstance(item, Subjudul):
            break
        if isinstance(item, Butir) and (depth is None or item.tingkat < depth):
            labels.insert(0, _bare(item.label))
            depth = item.tingkat
    return ".".join(labels) if isinstance(part, Butir) else ""


def _cross(matrix: Matriks) -> str:
    """A matrix by the letters of the factors on its axes, such as ``S×O``."""
    return "×".join(
        axis.faktor[0].faktor[:1] for axis in (matrix.dalam, matrix.luar) if axis.faktor
    )


def _bare(label: str) -> str:
    return label.rstrip(".)")
