"""What a thing hangs together with: beside it, behind it, and all of it in one picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.frame import links
from macros.frame.view import View
from renstra.model.base import Entry
from renstra.model.kebijakan import Kebijakan, Proyek
from renstra.model.kinds import kind_of, threaded
from renstra.model.swot import ButirSintesa, Matriks, Strategi
from renstra.plan.thread import Knot, Link, Reached, Sifat, Thread


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
    groups = [("Berasal dari", _grouped(before)), ("Menuju", _grouped(after))]
    return view.render(
        "benang.html.j2", groups=[(title, items) for title, items in groups if items]
    )


def _neighbour(view: View, thread: Thread, link: Link, other: str) -> Neighbour:
    reason = ""
    if link.tautan:
        quoted = link.tautan.kutipan
        reason = link.tautan.alasan or (f"“{quoted.teks}”" if quoted else "kalimatnya sama")
    address = view.href(links.thing(view.site.plan, other))
    return Neighbour(thread.things[other], address, link.sifat, reason)


def _grouped(items: Sequence[Neighbour]) -> list[tuple[str, list[Neighbour]]]:
    kinds = dict.fromkeys(item.thing.kind for item in items)
    return [(kind.title, [i for i in items if i.thing.kind == kind]) for kind in kinds]


BEHIND: tuple[type[Entry], ...] = (Proyek, Kebijakan, ButirSintesa, Strategi, Matriks)
"""What an indicator or a kegiatan goes back to, from the nearest to the farthest."""


def behind(view: View, kode: str) -> Markup:
    """All that a thing goes back to, in short labels; each says its words when pointed at."""
    thread = view.site.thread
    found = thread.behind(kode)
    rows = [
        (kind.title, [_short(view, item) for item in found[kind]])
        for kind in map(kind_of, BEHIND)
        if kind in found
    ]
    return view.render("benang-belakang.html.j2", rows=rows)


def _short(view: View, item: Reached) -> dict[str, str]:
    thing = item.thing
    label = thing.text if isinstance(thing.entry, Proyek) else thing.label
    return {
        "label": label,
        "teks": thing.text,
        "href": view.href(links.thing(view.site.plan, thing.id)),
        "sifat": item.sifat,
    }


COLUMN, ROW, BOX, TOP = 104, 28, 72, 48


def gambar_benang(view: View) -> Markup:
    """The whole thread as one picture whose every box leads to its thing."""
    thread = view.site.thread
    kinds = threaded()
    columns = [[thing for thing in thread.things.values() if thing.kind == kind] for kind in kinds]
    height = TOP + ROW * max((len(column) for column in columns), default=1)
    boxes: dict[str, tuple[float, float]] = {}
    for number, column in enumerate(columns):
        step = (height - TOP) / max(1, len(column))
        for place, thing in enumerate(column):
            boxes[thing.id] = (number * COLUMN, round(TOP + step * (place + 0.5), 1))
    return view.render(
        "gambar-benang.html.j2",
        heads=[(kind.title, number * COLUMN) for number, kind in enumerate(kinds)],
        boxes=[
            (thing, *boxes[thing.id], view.href(links.thing(view.site.plan, thing.id)))
            for column in columns
            for thing in column
        ],
        lines=[(boxes[link.dari], boxes[link.ke], link.sifat) for link in thread.links],
        width=COLUMN * len(kinds),
        height=height,
        box=BOX,
        row=ROW - 4,
    )
