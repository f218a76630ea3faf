"""A reader on a telephone fetches nothing twice, and the search only to search."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, settle
from tests.browser.test_search import PLACE, PLACES, result, search
from tests.browser.test_telephone import TELEPHONE
from tests.browser.test_visit import SEARCH
from tests.hosting import Host

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("start", "links"), [("", ".pintu a"), ("catatan/", "a[href*='ik-']"), (PLACE.page, ".urut a")]
)
def test_a_later_page_is_its_html_alone(read: Open, host: Host, start: str, links: str) -> None:
    page = read(host.address + start, **TELEPHONE)
    settle(page)

    host.asked.clear()
    link = page.locator(f".md-content {links}").first
    target = link.evaluate("link => link.href")
    with page.expect_response(target.split("#")[0]):
        link.click()
    expect(page).to_have_url(target)
    settle(page)
    assert host.paths == [target.removeprefix(host.address).split("#")[0]]

    # Nor does a page that the browser loads itself, as from a bookmark.
    host.asked.clear()
    page.goto(f"{host.address}anggaran/")
    settle(page)
    assert host.paths == ["anggaran/"]


def test_the_search_comes_once_it_opens_and_only_once(read: Open, host: Host) -> None:
    page = read(f"{host.address}tentang/", **TELEPHONE)
    settle(page)

    host.asked.clear()
    page.locator("label.md-header__button[for=__search]").tap()
    page.keyboard.type(PLACE.id)
    expect(result(page, f"/{PLACE.page}")).to_be_visible()
    settle(page)
    assert [path for path in host.paths if not path.startswith(SEARCH)] == []
    assert "search/search_index.json" in host.paths

    host.asked.clear()
    with page.expect_response(lambda answer: PLACE.page in answer.url):
        result(page, f"/{PLACE.page}").click()
    expect(page).to_have_url(re.compile(rf"/{PLACE.page}\?h="))
    settle(page)
    assert host.paths == [PLACE.page]


def test_the_search_begins_on_a_page_reached_without_leaving_the_site(
    read: Open, host: Host
) -> None:
    page = read(host.address)
    settle(page)
    page.get_by_role("link", name="Daftar semua indikator").click()
    expect(page).to_have_url(f"{host.address}indikator/")
    # The address changes first; the theme shuts the search once more when the page has come.
    expect(page.get_by_role("heading", level=1)).to_contain_text("Daftar indikator")

    search(page, PLACES[-1].id)

    expect(result(page, f"/{PLACES[-1].page}")).to_be_visible()


def test_an_address_that_marks_words_marks_them(read: Open, host: Host) -> None:
    page = read(f"{host.address}swot/?h=strategi")

    expect(page.locator("[data-md-highlight]").first).to_be_visible()
