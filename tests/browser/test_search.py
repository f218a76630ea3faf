"""Finding things: by words, by code, and by the examples on the home page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from renstra.plan import Plan
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def search(page: Page, words: str) -> None:
    """Open the search and type."""
    field = page.get_by_role("textbox", name="Cari")
    field.click()
    field.press_sequentially(words)


def result(page: Page, address: str = "/") -> Locator:
    """One of the first three results, which leads to an address."""
    found = page.locator(".md-search-result__item:nth-child(-n+3) > .md-search-result__link")
    return found.and_(page.locator(f'[href*="{address}"]')).first


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("arsip inaktif", "/indikator/ik-022/"),
        ("ik-014", "/indikator/ik-014/"),
        ("IK-014", "/indikator/ik-014/"),
    ],
)
def test_finds_an_indicator(read: Open, served: str, plan: Plan, words: str, target: str) -> None:
    page = read(served)

    search(page, words)
    result(page, target).click()

    code = target.split("/")[2]
    expect(page.get_by_role("heading", level=1)).to_have_text(plan.kedudukan[code].indikator.nama)


def test_a_page_marks_an_id_and_no_part_of_other_words(read: Open, served: str) -> None:
    page = read(served)

    search(page, "ik-014")
    result(page, "/indikator/ik-014/").click()

    marks = page.locator("article mark")
    expect(marks.first).to_have_text("014")
    assert set(marks.all_inner_texts()) == {"014"}


def test_a_result_is_reached_by_keys_alone(read: Open, served: str) -> None:
    page = read(f"{served}tentang/")
    page.keyboard.press("/")
    page.keyboard.type("ik-014")
    expect(result(page, "/indikator/ik-014/")).to_be_visible()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/indikator/ik-014/"))


def test_the_big_field_on_the_home_page_opens_the_search(read: Open, address: str) -> None:
    page = read(address)

    page.locator(".cari-besar").click()
    page.keyboard.type("logistik")

    expect(result(page)).to_be_visible()


@pytest.mark.parametrize("number", range(3))
def test_the_examples_open_the_search_with_results(read: Open, address: str, number: int) -> None:
    page = read(address)
    example = page.locator(".cari-contoh a").nth(number)
    words = example.inner_text()

    example.click()

    expect(result(page)).to_be_visible()
    expect(page.get_by_role("textbox", name="Cari")).to_have_value(words)
