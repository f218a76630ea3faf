"""Templates: every word of the data is shown and none is obeyed; Markdown finds no blank line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from macros.frame import links
from macros.frame.site import Site
from macros.frame.view import View
from macros.pages.catalogue import MACROS
from macros.pages.things import generated_pages
from renstra.plan.plan import Plan
from tests.macros.hostile import MARKUP, benign
from tests.macros.reading import read, tags

CALLS: dict[str, Callable[..., str]] = {macro.__name__: macro for macro in MACROS}
ELSEWHERE = ("naskah", "tabel_berkas")
"""Macros that want a chapter, or tell how large the data is, and so never say twice the same."""

PARTS = [*(name for name in CALLS if name not in ELSEWHERE), "pages"]


def outputs(plan: Plan, part: str) -> Iterator[str]:
    """What a macro, or all generated pages, make of the plan."""
    site = Site(plan, None, "", "")
    if part == "pages":
        # A chapter is what `naskah` says, Markdown between its blocks, and has tests of its own.
        yield from (p.body for p in generated_pages(site) if p.section != links.RENCANA)
    else:
        yield CALLS[part](View(site, ""))


def unwrapped(html: str) -> str:
    """Without the names in drawings, which take more lines or give way to ids as they get long."""
    return re.sub(r'<text .*?</text>|(?<=px">)[^<]*(?=</a>)', "", html)


@pytest.mark.parametrize("part", PARTS)
def test_text_never_becomes_structure(reporting: Plan, hostile: Plan, part: str) -> None:
    for calm, html in zip(outputs(reporting, part), outputs(hostile, part), strict=True):
        assert tags(unwrapped(html)) == tags(unwrapped(calm))
        assert [benign(line) for line in read(unwrapped(html))] == read(unwrapped(calm))


def test_a_page_shows_the_markup(hostile: Plan) -> None:
    body = next(outputs(hostile, "pages"))

    assert read(body)[0] == f"Persentase pegawai terlatih {MARKUP}"


@pytest.mark.parametrize("part", PARTS)
def test_blank_lines_only_around_headings(tiny: Plan, part: str) -> None:
    for html in outputs(tiny, part):
        if "<" not in html:
            continue  # words for a sentence, or nothing at all
        assert html.endswith("\n")
        lines = html.removesuffix("\n").split("\n")
        for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
            assert line == line.strip()
            assert line or before.startswith("## ") or after.startswith("## ")
            assert not line.startswith("## ") or (before == after == "")


def test_neighbours_on_the_page_are_apart_in_the_text(tiny: Plan) -> None:
    for part in PARTS:
        for html in outputs(tiny, part):
            assert not re.findall(r"\S</(?:t[dh]|d[td]|small)><(?!/t)\S*|\S<small>", html)


def test_an_unknown_name_stops_the_build(view: View) -> None:
    with pytest.raises(UndefinedError, match=r"^'caption' is undefined$"):
        view.render("tabel-target.html.j2", programs=[])


def test_side_by_side(view: View) -> None:
    assert view.side_by_side([Markup("<svg></svg>\n"), Markup("<p></p>\n")]) == (
        '<div class="berdampingan">\n<svg></svg>\n<p></p>\n</div>\n'
    )


def test_href(site: Site) -> None:
    assert View(site, "indikator/ik-001/").href("tahun/2031/") == "../../tahun/2031/"
    assert View(site, "").program_links == {"pg-1": "program/pg-1/", "pg-2": "program/pg-2/"}
