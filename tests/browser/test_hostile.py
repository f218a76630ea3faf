"""Markup in the data is text to a browser as well, in the page and in what the search shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.building import Sites
from tests.hosting import hosting
from tests.macros.hostile import MARKUP
from tests.macros.test_hostile import hostile_site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hostile(sites: Sites) -> Iterator[str]:
    """The address of the made-up plan with markup behind each of its words."""
    with hosting(hostile_site(sites)) as host:
        yield host.address


def test_a_page_is_shown_and_nothing_of_it_is_run(read: Open, hostile: str) -> None:
    page = read(f"{hostile}indikator/ik-002/")

    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Nilai akuntabilitas {MARKUP}")
    assert page.title().startswith(f"ik-002 · Nilai akuntabilitas {MARKUP} - ")
    assert page.evaluate("window.celaka") is None


def test_a_search_shows_it_and_runs_nothing(read: Open, hostile: str) -> None:
    page = read(f"{hostile}indikator/ik-001/")

    page.get_by_role("textbox", name="Cari").click()
    page.keyboard.type("akuntabilitas celaka")

    title = page.locator(".md-search-result__item h1").first
    expect(title).to_contain_text("<script>window.celaka = 1</script> <img src=x onerror=")
    assert page.evaluate("window.celaka") is None
