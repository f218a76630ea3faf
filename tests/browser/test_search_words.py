"""What a result of the search says of itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests import example as made_up
from tests.browser.conftest import Open
from tests.browser.test_questions import addresses
from tests.browser.test_search import words_of

pytestmark = pytest.mark.browser


def test_a_result_says_what_kind_of_thing_it_is(read: Open, example: str) -> None:
    page = read(example)

    addresses(page, words_of(made_up.places()[0]), example)

    first = page.locator(".md-search-result__item").first
    expect(first.locator(".md-tag").first).to_have_text("Indikator")


def test_a_result_is_not_said_to_lack_a_word_it_has_by_another_name(
    read: Open, example: str
) -> None:
    page = read(example)

    addresses(page, "hoaks", example)

    expect(page.locator(".md-search-result__item").first).to_contain_text("hoax")
    expect(page.locator(".md-search-result__terms")).to_have_count(0)
