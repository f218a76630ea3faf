"""What a visit to a page does not show of what keeps people out: long tables, lost addresses."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests import example as made_up
from tests.browser.conftest import Open
from tests.browser.probes import COLOURS, violations
from tests.browser.test_search import words_of

pytestmark = pytest.mark.browser

STICKING = """table => {
    const head = table.querySelector("thead");
    const row = Array.from(table.querySelectorAll("tbody tr")).at(-1);
    scrollTo(0, scrollY + row.getBoundingClientRect().top - innerHeight / 2);
    const below = document.querySelector(".md-header").getBoundingClientRect().bottom;
    return [head.getBoundingClientRect().top, below];
}"""


def test_axe_is_awake(read: Open, example: str) -> None:
    page = read(f"{example}tentang/")
    page.evaluate(
        "() => document.querySelector('article').insertAdjacentHTML('beforeend',"
        ' \'<img src="data:,"><p class="samar" style="color:#bbb">samar</p>\')'
    )

    assert {rule for rule, _ in violations(page)} == {"color-contrast", "image-alt"}


def test_our_own_measure_is_awake(read: Open, example: str) -> None:
    page = read(f"{example}indikator/", reduced_motion="reduce")
    page.add_script_tag(path=COLOURS)
    assert page.evaluate("colours.faintMarks().count") > 0
    page.evaluate(
        "() => document.querySelector('article').insertAdjacentHTML('beforeend',"
        " '<p style=\"color:#bbb\">samar</p>')"
    )

    (found,) = page.evaluate("colours.faintText()")
    assert found.endswith("samar")


@pytest.mark.parametrize("kind", ["indikator/", "regulasi/", "anggaran/kegiatan/"])
def test_the_heading_of_a_long_table_stays_in_view(read: Open, example: str, kind: str) -> None:
    page = read(example + kind, reduced_motion="reduce")
    tables = page.locator("article table").all()
    longest = max(tables, key=lambda table: table.evaluate("e => e.offsetHeight"))

    top, below = longest.evaluate(STICKING)

    assert abs(top - below) < 2
    expect(longest.locator("thead")).to_be_in_viewport()
    page.set_viewport_size({"width": 640, "height": 400})
    assert longest.locator("thead").evaluate("e => getComputedStyle(e).position") != "sticky"


def test_no_stop_hides_behind_the_heading(read: Open, example: str) -> None:
    page = read(f"{example}indikator/", reduced_motion="reduce")
    links = page.locator("tbody a")
    links.nth(links.count() * 4 // 5).focus()

    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        top, below = page.evaluate(
            "() => [document.activeElement.getBoundingClientRect().top,"
            " document.querySelector('thead').getBoundingClientRect().bottom]"
        )
        assert top >= below


def test_without_scripts_all_is_there_to_read_and_to_follow(read: Open, example: str) -> None:
    with_scripts = read(f"{example}indikator/")
    without = read(f"{example}indikator/", java_script_enabled=False)

    for part in ("article table tbody tr", "nav.md-tabs a", "article a"):
        assert without.locator(part).count() == with_scripts.locator(part).count() > 0
    rows = without.locator("article tbody tr")
    assert rows.evaluate_all("rows => rows.every(row => row.checkVisibility())")
    assert without.locator("form.saring").is_hidden()


@pytest.mark.parametrize("depth", ["hilang", "tidak/ada/", "indikator/ik-999/a/b/c/"])
def test_a_lost_address_offers_the_search(read: Open, address: str, depth: str) -> None:
    page = read(address + depth, lost=True)

    page.locator("article label[for=__search]").click()
    words = words_of(made_up.places()[0])
    page.keyboard.type(words)

    found = page.locator(".md-search-result__link").first
    expect(found).to_contain_text(words.split()[-1], ignore_case=True)
    found.click()
    expect(page).to_have_url(re.compile(re.escape(address)))
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("tidak ditemukan")
