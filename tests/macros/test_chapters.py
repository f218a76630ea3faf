"""The chapters, named and ordered by the plan; and what a page says that the plan has not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from macros.frame.site import Site
from macros.frame.view import View
from macros.pages.catalogue import MACROS, contoh_cari
from macros.pages.chapters import chapter_pages, daftar_naskah, put_in_nav
from macros.parts.absent import PARTS, absence

CHAPTER = {"BAB I TARGET DAN PENDANAAN": "rencana/bab-i/index.md"}


@pytest.mark.parametrize(
    ("nav", "after"),
    [
        (["rencana/index.md", "lain.md"], ["rencana/index.md", CHAPTER, "lain.md"]),
        ([{"Rencana": "rencana/index.md"}], [{"Rencana": "rencana/index.md"}, CHAPTER]),
        (
            ["a.md", {"Bagian": ["rencana/index.md", {"B": "b.md"}]}],
            ["a.md", {"Bagian": ["rencana/index.md", CHAPTER, {"B": "b.md"}]}],
        ),
        (["a.md", {"B": "b.md"}], ["a.md", {"B": "b.md"}]),
    ],
    ids=["plain", "titled", "in a section", "no page of the plan"],
)
def test_chapters_follow_the_page_of_the_plan(site: Site, nav: list[Any], after: list[Any]) -> None:
    found = put_in_nav(nav, site)

    assert nav == after
    assert found == (CHAPTER in nav or any(isinstance(i, dict) and "Bagian" in i for i in nav))


def test_a_short_name_goes_before_number_and_title(site: Site) -> None:
    chapter = site.plan.naskah[0]

    assert chapter.title == "BAB I TARGET DAN PENDANAAN"
    assert chapter.model_copy(update={"sebutan": "Bab I Target"}).title == "Bab I Target"


def test_a_title_in_the_navigation_is_text(site: Site) -> None:
    chapter = site.plan.naskah[0].model_copy(update={"sebutan": "<b>Bab</b> & lain"})
    nav: list[Any] = ["rencana/index.md"]

    put_in_nav(nav, replace(site, plan=replace(site.plan, naskah=[chapter])))

    assert list(nav[1]) == ["&lt;b&gt;Bab&lt;/b&gt; &amp; lain"]


def test_a_page_for_each_chapter(published: Site) -> None:
    (page,) = chapter_pages(published)

    assert (page.url, page.title, page.section) == (
        "rencana/bab-i/",
        "BAB I TARGET DAN PENDANAAN",
        "rencana/",
    )
    assert (
        page.edit_url == "https://forge.example/kantor/rencana/edit/main/data/naskah/bab-i.yml#L1"
    )
    assert page.hide == ("toc",)  # it has the tables with a column for each year
    assert page.body.startswith("# BAB I TARGET DAN PENDANAAN\n")


def test_the_list_of_chapters(site: Site) -> None:
    assert daftar_naskah(View(site, "rencana/")) == (
        '<ul>\n<li><a href="bab-i/">BAB I TARGET DAN PENDANAAN</a>: A. TARGET</li>\n</ul>\n'
    )


def test_what_to_search_for_is_given_by_the_plan(site: Site) -> None:
    def examples(*words: str) -> str:
        rencana = site.plan.rencana.model_copy(update={"contoh_cari": list(words)})
        return contoh_cari(View(replace(site, plan=replace(site.plan, rencana=rencana)), ""))

    logistik, kelas = '<a href="?q=logistik">logistik</a>', '<a href="?q=a+%26+b">a &amp; b</a>'
    assert examples() == ""
    assert examples("logistik") == f'<p class="cari-contoh">Misalnya {logistik}</p>\n'
    assert f"Misalnya {logistik} atau {kelas}</p>" in examples("logistik", "a & b")
    assert f"{kelas}, {logistik} atau {kelas}</p>" in examples("a & b", "logistik", "a & b")


def test_every_part_that_may_be_absent_is_shown_by_a_macro() -> None:
    assert set(PARTS) <= {macro.__name__ for macro in MACROS}


def test_what_is_absent_is_said_and_what_is_there_is_not(site: Site) -> None:
    assert absence(site.plan, "matriks_swot") == "<p>Rencana ini tidak memuat matriks SWOT.</p>\n"
    assert absence(site.plan, "daftar_catatan") == ""
    assert absence(site.plan, "daftar_indikator") == ""
