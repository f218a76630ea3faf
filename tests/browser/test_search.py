"""Finding things: by words, by code, and by the examples on the home page."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import example as made_up
from tests.browser.conftest import Open
from tests.example import Place

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


PLACES = made_up.places()
PLACE = PLACES[len(PLACES) // 5]


def words_of(place: Place) -> str:
    """Two words of an indicator's name that no other indicator has both."""
    words = [word for word in re.findall("[a-z]+", place.nama.lower()) if len(word) > 4]
    for pair in combinations(words, 2):
        if sum(all(word in other.nama.lower() for word in pair) for other in PLACES) == 1:
            return " ".join(pair)
    message = f"no two words tell {place.id} from the others"
    raise AssertionError(message)


@pytest.mark.parametrize("words", [words_of(PLACE), PLACE.id, PLACE.id.upper()])
def test_finds_an_indicator(read: Open, example: str, words: str) -> None:
    page = read(example)

    search(page, words)
    result(page, f"/{PLACE.page}").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(PLACE.nama)


def test_a_page_marks_an_id_and_no_part_of_other_words(read: Open, example: str) -> None:
    page = read(example)

    search(page, PLACE.id)
    result(page, f"/{PLACE.page}").click()

    number = PLACE.id.removeprefix("ik-")
    marks = page.locator("article mark")
    expect(marks.first).to_have_text(number)
    assert set(marks.all_inner_texts()) == {number}


def test_a_result_is_reached_by_keys_alone(read: Open, example: str) -> None:
    page = read(f"{example}tentang/")
    page.keyboard.press("/")
    page.keyboard.type(PLACE.id)
    expect(result(page, f"/{PLACE.page}")).to_be_visible()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(f"/{PLACE.page}"))


def test_the_big_field_on_the_home_page_opens_the_search(read: Open, address: str) -> None:
    page = read(address)

    page.locator(".cari-besar").click()
    page.keyboard.type(words_of(PLACE))

    expect(result(page)).to_be_visible()


@pytest.mark.parametrize("number", range(3))
def test_the_examples_open_the_search_with_results(read: Open, address: str, number: int) -> None:
    page = read(address)
    example = page.locator(".cari-contoh a").nth(number)
    words = example.inner_text()

    example.click()

    expect(result(page)).to_be_visible()
    expect(page.get_by_role("textbox", name="Cari")).to_have_value(words)
