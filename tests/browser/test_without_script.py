"""Without scripts: all is there to read and to follow, and nothing that does nothing if pressed."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import expect

from tests import example as made_up
from tests.browser.conftest import Open
from tests.browser.test_results import EXPLAINED, EXPLAINED_YEAR
from tests.browser.test_search import PLACE
from tests.browser.test_telephone import TELEPHONE
from tests.reading import pages

pytestmark = pytest.mark.browser

CHAPTER = f"rencana/{made_up.plan()['naskah'][-1]}/"


def test_every_way_of_the_navigation_leads_to_a_page(
    read: Open, example: str, example_site: Path
) -> None:
    known = set(pages(example_site))
    for kind in ("", PLACE.page, CHAPTER):
        page = read(example + kind, java_script_enabled=False)
        for navigation in (".md-tabs", ".md-sidebar--primary"):
            ways = page.locator(f"{navigation} a").evaluate_all(
                "links => links.map(link => link.getAttribute('href'))"
            )
            led = {urlsplit(urljoin(f"/{kind}", way)).path for way in ways}
            assert len(led) >= 5
            assert {way.lstrip("/") or "/" for way in led} <= known


def test_the_tabs_lead_on(read: Open, example: str) -> None:
    page = read(example, java_script_enabled=False)

    page.locator(".md-tabs").get_by_role("link", name="Anggaran").click()

    expect(page).to_have_url(f"{example}anggaran/")
    page.locator(".md-sidebar--primary").get_by_role("link", name="Menurut kegiatan").click()
    expect(page).to_have_url(f"{example}anggaran/kegiatan/")


@pytest.mark.parametrize("start", ["", PLACE.page])
def test_the_drawer_opens_and_leads_on(read: Open, example: str, start: str) -> None:
    page = read(example + start, java_script_enabled=False, **TELEPHONE)
    drawer = page.locator(".md-sidebar--primary")
    link = drawer.get_by_role("link", name="Catatan atas dokumen")
    expect(link).not_to_be_in_viewport()

    page.locator("label.md-header__button[for=__drawer]").tap()
    if start:  # it opens at the part that the page belongs to
        drawer.locator("label.md-nav__title[for=__nav_2]").tap()
    drawer.locator("label.md-nav__link[for=__nav_5]:visible").tap()
    expect(link).to_be_in_viewport()
    link.tap()

    expect(page).to_have_url(f"{example}catatan/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Catatan atas dokumen")


def test_what_a_summary_keeps_opens_by_itself(read: Open, example: str) -> None:
    page = read(example + EXPLAINED.page, java_script_enabled=False)
    reasons = page.locator(f"#tahun-{EXPLAINED_YEAR}")

    reasons.locator("summary").click()

    expect(reasons).to_contain_text("R ÷ T × 100")
    expect(reasons.locator("dd").first).to_be_visible()
