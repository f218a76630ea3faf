"""A reader on a telephone fetches little, nothing twice, and the search only to search."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.test_pages import KINDS
from tests.browser.test_search import result, search
from tests.browser.test_telephone import TELEPHONE
from tests.hosting import Host, build_published, hosting

pytestmark = pytest.mark.browser

VISIT = 100 * 1024
SEARCH = ("assets/javascripts/workers/", "assets/javascripts/lunr/", "search/")
"""Where the parts of the search lie."""


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The site at its heaviest, with realisations and every setting, on a static host."""
    project = tmp_path_factory.mktemp("ringan")
    with hosting(project / "site") as host:
        build_published(project, host.address, "mkdocs-contoh.yml")
        yield host


@pytest.fixture
def host(hosted: Host) -> Host:
    """The same host, of which nothing was asked yet."""
    hosted.asked.clear()
    return hosted


def settle(page: Page) -> None:
    """Wait until the page asks for nothing more."""
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit_is_light_and_leaves_the_search_alone(
    read: Open, host: Host, kind: str
) -> None:
    page = read(host.address + KINDS[kind], lost=kind == "hilang", **TELEPHONE)
    settle(page)

    assert [path for path in host.paths if path.startswith(SEARCH)] == []
    assert sum(size for _, size in host.asked) <= VISIT, host.asked
    # Neither the browser's cache nor the office's host needs one to keep what was fetched.
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


@pytest.mark.parametrize("start", ["", "catatan/", "indikator/ik-014/"])
def test_a_later_page_is_its_html_alone(read: Open, host: Host, start: str) -> None:
    page = read(host.address + start, **TELEPHONE)
    settle(page)

    host.asked.clear()
    link = page.locator(".md-content a[href*='ik-'], .md-path a[href*='indikator/']").first
    target = link.evaluate("link => link.href")
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
    page.keyboard.type("ik-014")
    expect(result(page, "/indikator/ik-014/")).to_be_visible()
    settle(page)
    assert [path for path in host.paths if not path.startswith(SEARCH)] == []
    assert "search/search_index.json" in host.paths

    host.asked.clear()
    result(page, "/indikator/ik-014/").click()
    expect(page).to_have_url(re.compile(r"/indikator/ik-014/\?h="))
    settle(page)
    assert host.paths == ["indikator/ik-014/"]


def test_the_search_begins_on_a_page_reached_without_leaving_the_site(
    read: Open, host: Host
) -> None:
    page = read(f"{host.address}indikator/ik-014/")
    settle(page)
    page.locator(".md-path a[href*='indikator/']").first.click()
    expect(page).to_have_url(f"{host.address}indikator/")

    search(page, "ik-022")

    expect(result(page, "/indikator/ik-022/")).to_be_visible()


def test_an_address_that_marks_words_marks_them(read: Open, host: Host) -> None:
    page = read(f"{host.address}swot/?h=strategi")

    expect(page.locator("[data-md-highlight]").first).to_be_visible()
