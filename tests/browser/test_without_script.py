"""Without scripts: all is there to read and to follow, and nothing that does nothing if pressed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, serving
from tests.browser.test_pages import KINDS
from tests.browser.test_results import PAGES
from tests.browser.test_telephone import TELEPHONE
from tests.reading import pages

pytestmark = pytest.mark.browser

WIDTHS = (1280, 360)

DEAD = """() => Array.from(document.querySelectorAll(
    "button, input, select, textarea, [role=button], label[for=__search], .md-search, .md-top"))
    .filter(element => {
        const box = element.getBoundingClientRect();
        return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
            && box.width > 1 && box.right > 0 && box.left < innerWidth;
    })
    .map(element => element.outerHTML.slice(0, 80))"""
"""What a reader sees that only a script would make work."""

HIDDEN = """() => Array.from(document.querySelectorAll(
    "article :is(h1, h2, h3, p, li, caption, td, figure, svg, summary, dd)"))
    .filter(element => !element.closest("details:not([open]), form, .kode-qr-gambar, [class*=cari]")
        && element.textContent.trim() && !element.checkVisibility())
    .map(element => element.outerHTML.slice(0, 80))"""
"""What stands in a page and cannot be seen, but for what a summary keeps and opens by itself."""


@pytest.fixture(scope="module")
def example(example_site: Path) -> Iterator[str]:
    """The address of the site with made-up realisations."""
    with serving(example_site) as address:
        yield address


def whole(page: Page) -> None:
    """Everything of a page is seen, and nothing that is dead."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(HIDDEN) == []
        assert page.evaluate(DEAD) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_whole_and_offers_nothing_dead(read: Open, served: str, kind: str) -> None:
    whole(read(served + KINDS[kind], lost=kind == "hilang", java_script_enabled=False))


@pytest.mark.parametrize("url", PAGES)
def test_results_are_whole_too(read: Open, example: str, url: str) -> None:
    whole(read(example + url, java_script_enabled=False))


def test_every_way_of_the_navigation_leads_to_a_page(
    read: Open, served: str, built_site: Path
) -> None:
    known = set(pages(built_site))
    for kind in ("", "indikator/ik-014/", "rencana/bab-iv/"):
        page = read(served + kind, java_script_enabled=False)
        for navigation in (".md-tabs", ".md-sidebar--primary"):
            ways = page.locator(f"{navigation} a").evaluate_all(
                "links => links.map(link => link.getAttribute('href'))"
            )
            led = {urlsplit(urljoin(f"/{kind}", way)).path for way in ways}
            assert len(led) >= 10
            assert {way.lstrip("/") or "/" for way in led} <= known


def test_the_tabs_lead_on(read: Open, served: str) -> None:
    page = read(served, java_script_enabled=False)

    page.locator(".md-tabs").get_by_role("link", name="Anggaran").click()

    expect(page).to_have_url(f"{served}anggaran/")
    page.locator(".md-sidebar--primary").get_by_role("link", name="Menurut kegiatan").click()
    expect(page).to_have_url(f"{served}anggaran/kegiatan/")


@pytest.mark.parametrize("start", ["", "indikator/ik-014/"])
def test_the_drawer_opens_and_leads_on(read: Open, served: str, start: str) -> None:
    page = read(served + start, java_script_enabled=False, **TELEPHONE)
    drawer = page.locator(".md-sidebar--primary")
    link = drawer.get_by_role("link", name="Catatan atas dokumen")
    expect(link).not_to_be_in_viewport()

    page.locator("label.md-header__button[for=__drawer]").tap()
    if start:  # it opens at the part that the page belongs to
        drawer.locator("label.md-nav__title[for=__nav_5]").tap()
    drawer.locator("label.md-nav__link[for=__nav_10]:visible").tap()
    expect(link).to_be_in_viewport()
    link.tap()

    expect(page).to_have_url(f"{served}catatan/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Catatan atas dokumen")


def test_what_a_summary_keeps_opens_by_itself(read: Open, example: str) -> None:
    page = read(f"{example}indikator/ik-022/", java_script_enabled=False)
    reasons = page.locator("#tahun-2022")

    reasons.locator("summary").click()

    expect(reasons).to_contain_text("R ÷ T × 100")
    expect(reasons.locator("dd").first).to_be_visible()
