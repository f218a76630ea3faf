"""The thread through the plan: from the analysis to the indicator and its money, and back.

A link has a nature (`sifat`): ``susunan`` is stated by the order of the decree's own tables and
lists, ``tersurat`` by its words; ``hampir_sama`` joins two sentences that differ by a few words,
``tafsir`` is our reading. All but the first come from `data/tautan.yml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from renstra.model.anggaran import BarisAnggaran, ProgramAnggaran
from renstra.model.base import Entry
from renstra.model.kebijakan import ArahProgram, Kebijakan
from renstra.model.kegiatan import Kegiatan, Program
from renstra.model.kinds import Kind, kind_of
from renstra.model.naskah import Butir, Subjudul
from renstra.model.swot import ButirSintesa, Faktor, KelompokSintesa, Matriks, Strategi
from renstra.model.tautan import Tautan
from renstra.model.terms import Sifat
from renstra.model.tujuan import BarisTujuan, SasaranStrategis
from renstra.plan.plan import Chain, Plan


@dataclass(frozen=True)
class Knot:
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
class Origin:
    """Something that a thing goes back to by a link of its own, not by the order of the tables."""

    thing: Knot
    link: Link
    """The link by which it does so."""

    origins: tuple[Origin, ...]
    """What that goes back to in the same way."""


@dataclass(frozen=True)
class Thread:
    """All things of the plan that are linked, and their links, in the thread's order."""

    things: Mapping[str, Knot]
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

    def origins(self, names: Sequence[str]) -> tuple[Origin, ...]:
        """What things go back to by links of their own, each once, and what that goes back to.

        The order of the tables is not followed: it joins a whole programme with every policy of it,
        which says nothing of one indicator.
        """
        return self._origins(names, frozenset(names))

    def _origins(self, names: Sequence[str], seen: frozenset[str]) -> tuple[Origin, ...]:
        links: dict[str, Link] = {}
        for link in (link for name in names for link in self.upstream(name)):
            if link.sifat != "susunan" and link.dari not in seen:
                links.setdefault(link.dari, link)
        known = seen | set(links)
        return tuple(
            Origin(self.things[name], links[name], self._origins([name], known))
            for name in self.things
            if name in links
        )


def thread_of(plan: Plan) -> Thread:
    """The thread of a plan, built once for all who follow it."""
    return plan.once(build_thread)


def build_thread(plan: Plan) -> Thread:
    """The thread of a plan, built anew."""
    placed = [found for chain in plan.things.values() if (found := _placed(plan, chain))]
    things = sorted((thing for thing, _ in placed), key=lambda thing: thing.kind.thread)
    links = [Link(dari, thing.id, "susunan") for thing, origins in placed for dari in origins]
    held = (link for link in plan.tautan.tautan if link.ditarik is None)
    links += [Link(link.dari, link.ke, link.sifat, link) for link in held]
    order = {thing.id: place for place, thing in enumerate(things)}
    links.sort(key=lambda link: (order[link.dari], order[link.ke]))
    return Thread({thing.id: thing for thing in things}, links)


def _placed(plan: Plan, chain: Chain) -> tuple[Knot, list[str]] | None:
    """A thing of the thread with the ids of those that come straight before it in the decree.

    It has the words and the place that any thing of its shape has, unless it is told otherwise.
    """
    entry: Any = chain[-1]
    kind = _kind(entry)
    if kind is None:
        return None
    label, text = _told(plan, entry)
    origins = [getattr(above, "id", "") for above in chain[-2::-1] if _kind(above)][:1]
    match chain:
        case (*_, Faktor()):
            text = _factor(plan, entry.id)
        case (*_, Matriks()):
            label, text = _cross(entry), entry.pengantar
            origins = [item.faktor for axis in (entry.dalam, entry.luar) for item in axis.faktor]
        case (*_, Matriks() as matrix, Strategi()):
            label = f"{_cross(matrix)} {_bare(entry.label)}"
        case (*_, KelompokSintesa()):
            label, origins = _bare(entry.label), [item.id for item in entry.butir]
        case (*_, KelompokSintesa() as group, ButirSintesa()):
            label, origins = f"{_bare(group.label)}.{_bare(entry.label)}", []
        case (*_, BarisTujuan() as row, SasaranStrategis()):
            label = ".".join(_bare(part) for part in (row.nomor, entry.label) if part)
            origins = [row.tujuan]
        case (*_, ArahProgram() as head, Kebijakan()):
            number = next(item.nomor for item in plan.program if item.id == head.program)
            label = f"{number}.{label.split('.')[-1]}"
        case (*_, Program()):
            heads = [head for head in plan.kebijakan.arah if head.program == entry.id]
            label = entry.nomor
            origins = [direction.id for head in heads for direction in head.kebijakan]
        case (*_, Program() as program, Kegiatan()):
            label = f"{program.nomor}.{entry.nomor}"
        case (*_, ProgramAnggaran() as program, _, BarisAnggaran()):
            # A line without an objective of its own is still money of its programme.
            origins = [entry.sasaran or program.program]
    return Knot(entry.id, kind, label, text, entry), origins


def _kind(entry: Entry) -> Kind | None:
    kind = kind_of(type(entry))
    return kind if kind and kind.thread else None


def _told(plan: Plan, entry: Any) -> tuple[str, str]:
    """The label and the words of a thing: its own, for which none is printed, or the prose's."""
    if own := getattr(entry, "nama", None) or getattr(entry, "teks", None):
        return entry.id, own
    part = getattr(entry, "naskah", None)
    return (_label(plan, part) or entry.id, plan.words(part)) if part else (entry.id, "")


def _factor(plan: Plan, kode: str) -> str:
    """The words of a factor in the first matrix that prints it."""
    axes = (axis for matrix in plan.swot.matriks for axis in (matrix.dalam, matrix.luar))
    return next((item.teks for axis in axes for item in axis.faktor if item.faktor == kode), "")


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
