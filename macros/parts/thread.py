"""What a thing hangs together with: beside it, what it goes back to, and all of it in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros.frame import links
from macros.frame.view import View
from renstra.model.kegiatan import Program
from renstra.model.kinds import Kind
from renstra.model.terms import SIFAT, Sifat
from renstra.plan.thread import Knot, Link, Origin, Thread


@dataclass(frozen=True)
class Neighbour:
    """A thing one step away, and what the step rests on."""

    thing: Knot
    href: str
    sifat: Sifat
    reason: str


def around(view: View, kode: str, *, nested: bool = False) -> Markup:
    """The direct links of a thing in both directions; nothing where it has none.

    `nested` where the list shows by its own order what the thing stands under and above.
    """
    thread = view.site.thread
    if kode not in thread.things:
        return Markup("")
    left_out = ("susunan",) if nested else ()
    before = [
        _neighbour(view, thread, link, link.dari)
        for link in thread.upstream(kode)
        if link.sifat not in left_out
    ]
    after = [
        _neighbour(view, thread, link, link.ke)
        for link in thread.downstream(kode)
        if link.sifat not in left_out
    ]
    groups = [("Kaitan ke hulu", _grouped(before)), ("Kaitan ke hilir", _grouped(after))]
    return view.render(
        "benang.html.j2", groups=[(title, items) for title, items in groups if items]
    )


def _neighbour(view: View, thread: Thread, link: Link, other: str) -> Neighbour:
    address = view.href(links.thing(view.site.plan, other))
    return Neighbour(thread.things[other], address, link.sifat, _reason(link))


def _reason(link: Link) -> str:
    """Why two things are linked, in a sentence; nothing where the order of a table does it."""
    if link.tautan is None:
        return ""
    quoted = link.tautan.kutipan
    return link.tautan.alasan or (
        f"Dokumen menyatakan: “{quoted.teks}”." if quoted else "Kalimatnya sama di kedua tempat."
    )


def _grouped(items: Sequence[Neighbour]) -> list[tuple[str, list[Neighbour]]]:
    kinds = dict.fromkeys(item.thing.kind for item in items)
    return [(kind.title, [i for i in items if i.thing.kind == kind]) for kind in kinds]


@dataclass(frozen=True)
class From:
    """What something goes back to, with what that goes back to in turn."""

    neighbour: Neighbour
    through: str
    """What of the page's things is linked with it, such as ``sasarannya``; empty for itself."""

    origins: list[From]


def asal(view: View, kode: str, above: Sequence[str], program: Program) -> Markup:
    """What the decree or our reading links with this very thing, in words and with the reason.

    `above` are the things that it belongs to in the tables, without the programme: what is said of
    a whole programme is counted in a sentence and not shared out among its indicators.
    """
    plan, thread = view.site.plan, view.site.thread
    nouns = {name: "" if name == kode else f"{thread.things[name].kind.noun}nya" for name in above}
    found = thread.origins([kode, *above])
    policies = [link for link in thread.upstream(program.id) if link.tautan is None]
    return view.render(
        "asal.html.j2",
        asal=[_from(view, thread, item, nouns) for item in found],
        benda=thread.things[kode].kind.noun,
        program=program,
        banyak=len(policies),
        arah=view.href(links.thing(plan, policies[0].dari)) if policies else "",
    )


def _from(view: View, thread: Thread, origin: Origin, nouns: dict[str, str]) -> From:
    link = origin.link
    return From(
        _neighbour(view, thread, link, link.dari),
        nouns.get(link.ke, ""),
        [_from(view, thread, item, {}) for item in origin.origins],
    )


@dataclass(frozen=True)
class Step:
    """The links from things of one kind to things of another, of one chapter."""

    before: Kind
    after: Kind
    sifat: list[tuple[Sifat, int]]
    """How many there are of each nature, the strongest first."""

    rows: list[tuple[Knot, str, list[Neighbour]]]
    """Each thing with its address and what it is linked with."""


def daftar_keterkaitan(view: View) -> Markup:
    """Every link that is not the order of a table, chapter by chapter, in words, with its reason.

    Then how many the tables make by their own order, and the readings that were withdrawn.
    """
    plan, thread = view.site.plan, view.site.thread
    steps: dict[str, dict[tuple[Kind, Kind], list[Link]]] = {}
    ordered: Counter[tuple[Kind, Kind]] = Counter()
    for link in thread.links:
        before, after = thread.things[link.dari].kind, thread.things[link.ke].kind
        if link.sifat == "susunan":
            ordered[before, after] += 1
            continue
        chapter = plan.chapter_of(link.dari)
        steps.setdefault(chapter.title if chapter else "", {}).setdefault(
            (before, after), []
        ).append(link)
    return view.render(
        "keterkaitan.html.j2",
        bab=[
            (chapter, [_step(view, thread, *pair, found) for pair, found in pairs.items()])
            for chapter, pairs in steps.items()
        ],
        susunan=list(ordered.items()),
        ditarik=[
            (link, *(thread.things[end] for end in (link.dari, link.ke)))
            for link in plan.tautan.tautan
            if link.ditarik
        ],
    )


def _step(view: View, thread: Thread, before: Kind, after: Kind, found: list[Link]) -> Step:
    plan = view.site.plan
    natures = Counter(link.sifat for link in found)
    rows = [
        (
            thread.things[dari],
            view.href(links.thing(plan, dari)),
            [_neighbour(view, thread, link, link.ke) for link in run],
        )
        for dari, run in groupby(found, lambda link: link.dari)
    ]
    return Step(before, after, [(n, natures[n]) for n in SIFAT if natures[n]], rows)
