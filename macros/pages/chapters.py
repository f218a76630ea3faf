"""The chapters of the decree: a page for each, their place in the navigation, and their list.

Which chapters there are and what they are called is the plan's business, so no file in `docs/` and
no line of `nav` names one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from macros.frame import links
from macros.frame.generated import GeneratedPage
from macros.frame.site import Site
from macros.frame.view import View
from macros.parts.naskah import first_level, naskah
from renstra.model.naskah import Naskah, Subjudul, TempatTabel

INDEX = f"{links.RENCANA}index.md"
"""The page of `nav` that the chapters follow."""


def chapter_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each chapter of the decree, word for word."""
    plan = site.plan
    # The tables with a column for each year need the room of the table of contents.
    wide = {plan.tabel_target.id, plan.anggaran_program.id, plan.anggaran_kegiatan.id}
    for chapter in plan.naskah:
        url = links.naskah(chapter.id)
        tables = {part.tabel for part in chapter.isi if isinstance(part, TempatTabel)}
        roomy = chapter.id == links.DECREE or tables & wide
        yield GeneratedPage(
            url=url,
            title=chapter.title,
            description=f"{chapter.title}, {plan.rencana.judul}.",
            body=naskah(View(site, url), chapter.id),
            section=links.RENCANA,
            edit_url=site.edit_url(chapter),
            hide=("toc",) if roomy else (),
        )


def put_in_nav(nav: list[Any], site: Site) -> bool:
    """Put the chapters behind the page of the plan in `nav`; whether that page is there."""
    for place, item in enumerate(nav):
        inside = list(item.values()) if isinstance(item, dict) else []
        if INDEX in (item, *inside):
            # The theme writes titles into its HTML as they are.
            nav[place + 1 : place + 1] = [
                {str(escape(chapter.title)): f"{links.naskah(chapter.id)}index.md"}
                for chapter in site.plan.naskah
            ]
            return True
        if any(put_in_nav(part, site) for part in inside if isinstance(part, list)):
            return True
    return False


def daftar_naskah(view: View) -> Markup:
    """The chapters in the decree's order, each with its own first headings."""
    chapters = [(item, item.title, _headings(item)) for item in view.site.plan.naskah]
    return view.render("daftar-naskah.html.j2", chapters=chapters)


def _headings(chapter: Naskah) -> list[str]:
    """The headings of a chapter that stand under no other, as printed."""
    first = first_level(chapter)
    return [
        " ".join(filter(None, (part.label, part.teks)))
        for part in chapter.isi
        if isinstance(part, Subjudul) and part.tingkat == first
    ]
