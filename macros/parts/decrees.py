"""The decrees of the plan, what each withdrew and why, and that a thing is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from macros.frame import links
from macros.frame.site import Site
from macros.frame.view import View
from macros.parts.sentences import Kalimat
from renstra.model.base import Pencabutan
from renstra.model.kinds import kind_of
from renstra.model.revisi import Revisi
from renstra.plan.plan import Plan


def daftar_revisi(view: View) -> Markup:
    """The official revisions, what each withdrew and why, and the pages that compare them."""
    return view.render(
        "daftar-revisi.html.j2", pasangan=pairs(view.site), dicabut=list(_withdrawals(view))
    )


def _withdrawals(view: View) -> Iterator[tuple[Revisi, list[Kalimat]]]:
    """Each revision that withdrew something, with a sentence for each thing, in the data's order.

    Most of what can be withdrawn has no page of its own on which to say why.
    """
    plan = view.site.plan
    for revisi in plan.revisi.revisi:
        gone = [
            Kalimat(
                f"{_noun(plan, kode)} {kode}: {found.alasan}", view.href(links.thing(plan, kode))
            )
            for kode, found in view.site.withdrawn.items()
            if found.revisi == revisi.id and _own(plan, kode) is found
        ]
        if gone:
            yield revisi, gone


def _own(plan: Plan, kode: str) -> Pencabutan | None:
    """By which decree a thing itself is withdrawn, and not what it stands in."""
    found: Pencabutan | None = getattr(plan.things[kode][-1], "dicabut", None)
    return found


def _noun(plan: Plan, kode: str) -> str:
    kind = kind_of(type(plan.things[kode][-1]))
    return kind.referred.capitalize() if kind else ""


def pairs(site: Site) -> list[tuple[Revisi, Revisi]]:
    """The first decree with each later one; what a later one did has a page of its own."""
    decrees = site.plan.revisi.revisi
    return [(decrees[0], later) for later in decrees[1:]] if site.data else []


def dicabut(view: View, kode: str) -> Markup:
    """That a thing is withdrawn, by which revision and why; nothing where it is not."""
    found = view.site.withdrawn.get(kode)
    if found is None:
        return Markup("")
    revisi = next(item for item in view.site.plan.revisi.revisi if item.id == found.revisi)
    return view.render("dicabut.html.j2", pencabutan=found, revisi=revisi)
