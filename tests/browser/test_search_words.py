"""The search knows Indonesian, which rests on internals of the theme: here is what must hold."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.test_questions import addresses

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("words", "target"),
    [
        pytest.param("mendistribusikan", "indikator/ik-037/", id="affixes the data has"),
        pytest.param("dipilihkan pemula", "indikator/ik-059/", id="affixes it has not"),
        pytest.param("hoax", "swot/#T2", id="the decree's spelling"),
        pytest.param("hoaks", "swot/#T2", id="today's spelling"),
        pytest.param("DPT", "regulasi/#rg-003", id="an abbreviation"),
        pytest.param("daftar pemilih tetap", "regulasi/#rg-003", id="its long form"),
        pytest.param("PAW", "indikator/ik-052/", id="the decree's abbreviation"),
        pytest.param("penggantian antarwaktu", "indikator/ik-052/", id="what it stands for"),
        pytest.param("pendidkan pemula", "indikator/ik-059/", id="a slip of the finger"),
        pytest.param("rg-002", "regulasi/#rg-002", id="an id of a part of a page"),
        pytest.param("ik-014", "indikator/ik-014/", id="an id of a page"),
        pytest.param("3572/KPU-Kot/VII/2020", "keputusan/", id="a decree's number"),
    ],
)
def test_finds(read: Open, served: str, words: str, target: str) -> None:
    page = read(served)

    found = addresses(page, words, served)

    assert target in [link for links in found for link in links]


def test_a_result_says_what_kind_of_thing_it_is(read: Open, served: str) -> None:
    page = read(served)

    addresses(page, "arsip inaktif", served)

    first = page.locator(".md-search-result__item").first
    expect(first.locator(".md-tag").first).to_have_text("Indikator")


def test_a_result_is_not_said_to_lack_a_word_it_has_by_another_name(
    read: Open, served: str
) -> None:
    page = read(served)

    addresses(page, "hoaks", served)

    expect(page.locator(".md-search-result__item").first).to_contain_text("hoax")
    expect(page.locator(".md-search-result__terms")).to_have_count(0)
