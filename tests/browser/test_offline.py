"""The offline edition in a browser, opened from a disk with no server anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.test_search import search
from tests.offline.conftest import offered, unpacked  # noqa: F401 - fixtures

pytestmark = pytest.mark.browser


def home(folder: Path) -> str:
    """The address at which a double click opens the edition."""
    return (folder / "index.html").as_uri()


def test_pages_open_one_from_the_other(read: Open, unpacked: Path) -> None:  # noqa: F811
    page = read(home(unpacked))

    page.locator(".md-tabs").get_by_role("link", name="Indikator", exact=True).click()
    page.get_by_role("table").get_by_role("link").first.click()

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.startswith("file:")
    assert page.url.endswith("/indikator/ik-001/index.html")


def test_a_list_filters(read: Open, unpacked: Path) -> None:  # noqa: F811
    page = read((unpacked / "indikator/index.html").as_uri())

    page.get_by_label("Kata").fill("arsip inaktif")

    expect(page.locator("[data-saring-hasil]")).to_have_text("1 dari 75 indikator")


def test_the_search_finds_an_indicator(read: Open, unpacked: Path) -> None:  # noqa: F811
    page = read((unpacked / "rencana/bab-iv/index.html").as_uri())

    search(page, "arsip inaktif")
    page.locator(".md-search-result__link").first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("arsip inaktif")
    assert "/indikator/ik-022/index.html" in page.url


def test_the_examples_open_the_search(read: Open, unpacked: Path) -> None:  # noqa: F811
    page = read(home(unpacked))

    page.locator(".cari-contoh a").first.click()

    expect(page.locator(".md-search-result__link").first).to_be_visible()
