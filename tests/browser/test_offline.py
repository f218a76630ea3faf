"""The offline edition in a browser, opened from a disk with no server anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import example as made_up
from tests.browser.conftest import Open
from tests.browser.test_search import search, words_of
from tests.offline.conftest import offered, unpacked  # noqa: F401 - fixtures

pytestmark = pytest.mark.browser

PLACE = made_up.places()[0]
CHAPTER = f"rencana/{made_up.plan()['naskah'][-1]}/"


def home(folder: Path) -> str:
    """The address at which a double click opens the edition."""
    return (folder / "index.html").as_uri()


def test_pages_open_one_from_the_other(read: Open, unpacked: Path) -> None:  # noqa: F811
    page = read(home(unpacked))

    page.get_by_role("link", name="Daftar semua indikator").click()
    page.get_by_role("table").get_by_role("link").first.click()

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.startswith("file:")
    assert page.url.endswith(f"/{PLACE.page}index.html")


def test_a_list_filters(read: Open, unpacked: Path) -> None:  # noqa: F811
    page = read((unpacked / "indikator/index.html").as_uri())

    page.get_by_label("Kata").fill(PLACE.id)

    told = f"1 dari {len(made_up.places())} indikator"
    expect(page.locator("[data-saring-hasil]")).to_have_text(told)


def test_the_search_finds_an_indicator(read: Open, unpacked: Path) -> None:  # noqa: F811
    page = read((unpacked / f"{CHAPTER}index.html").as_uri())

    search(page, words_of(PLACE))
    page.locator(f".md-search-result__link[href*='{PLACE.page}']").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(PLACE.nama)
    assert f"/{PLACE.page}index.html" in page.url


def test_the_examples_open_the_search(read: Open, unpacked: Path) -> None:  # noqa: F811
    page = read(home(unpacked))

    page.locator(".cari-contoh a").first.click()

    expect(page.locator(".md-search-result__link").first).to_be_visible()
