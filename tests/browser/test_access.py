"""What keeps people out, as axe-core finds it, and what it cannot see: zoom, motion, the focus."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import cycle, product
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page, TimeoutError, expect  # noqa: A004 - its own name for it

from tests.browser.conftest import SETTLED, Open, serving
from tests.browser.test_colours import COLOURS
from tests.browser.test_pages import KINDS, OVERFLOWING, SCHEMES
from tests.browser.test_results import PAGES
from tests.reading import article, pages

pytestmark = pytest.mark.browser

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
RUN = """() => axe.run({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    resultTypes: ["violations"],
    preload: false,
}).then(found => found.violations.map(
    rule => [rule.id, rule.nodes.map(node => node.html.slice(0, 160))]
))"""
WIDTHS = (1280, 360)

MOVING = """() => Array.from(document.querySelectorAll("*"))
    .filter(element => ["", "::before", "::after"].some(part => {
        const style = getComputedStyle(element, part);
        return style.animationName !== "none" || style.scrollBehavior === "smooth"
            || style.transitionDuration.split(",").some(time => parseFloat(time) > 0);
    }))
    .map(element => element.outerHTML.slice(0, 80))"""

CUT = """() => Array.from(document.querySelectorAll(".md-content *"))
    .filter(element => {
        const { overflowX, clipPath } = getComputedStyle(element);
        return element.checkVisibility() && element.clientWidth > 1 && clipPath === "none"
            && ["hidden", "clip"].includes(overflowX)
            && !element.matches("svg, svg *, .benang-kotak")
            && element.scrollWidth > element.clientWidth + 1;
    })
    .map(element => element.outerHTML.slice(0, 80))"""
"""What is cut off; a box of the thread's picture has its whole name as its title."""

STICKING = """table => {
    const head = table.querySelector("thead");
    const below = document.querySelector(".md-header").getBoundingClientRect().bottom;
    const row = Array.from(table.querySelectorAll("tbody tr")).at(-1);
    scrollTo(0, scrollY + row.getBoundingClientRect().top - innerHeight / 2);
    return [head.getBoundingClientRect().top, below];
}"""

STOPS = """() => {
    const kinds = new Map();
    document.querySelectorAll(":is(a[href], button, input, select, summary, [tabindex])"
        + ":not([tabindex='-1'], .md-search__input)")
        .forEach(element => {
            const kind = element.tagName + "." + element.className
                + "<" + element.parentElement.tagName + "." + element.parentElement.className;
            if (!kinds.has(kind) && element.checkVisibility({ visibilityProperty: true })) {
                kinds.set(kind, element);
            }
        });
    return Array.from(kinds, ([kind, element]) => {
        element.focus();
        return document.activeElement === element ? [kind, colours.focus()[1]] : [kind, 21];
    }).filter(([, contrast]) => contrast < 3);
}"""
"""One of each kind of stop whose mark of focus hardly shows; what takes no focus has none.

The search field opens the search when it is reached: test_keyboard looks at it."""


@pytest.fixture(scope="module")
def example(example_site: Path) -> Iterator[str]:
    """The address of the site with made-up realisations."""
    with serving(example_site) as address:
        yield address


def violations(page: Page) -> list[Any]:
    """What axe-core finds on a page as it stands: rule and elements."""
    if page.evaluate("() => !window.axe"):
        page.evaluate(AXE)
    page.wait_for_function(SETTLED)
    found: list[Any] = page.evaluate(RUN)
    return found


def in_every_light(page: Page) -> list[Any]:
    """What axe-core finds on a page by day and by night, at a desk and on a telephone."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found += [(scheme, width, *one) for one in violations(page)]
    return found


def test_axe_is_awake(read: Open, served: str) -> None:
    page = read(f"{served}tentang/")
    page.evaluate(
        "() => document.querySelector('article').insertAdjacentHTML('beforeend',"
        ' \'<img src="data:,"><p style="color:#bbb">samar</p>\')'
    )

    assert {rule for rule, _ in violations(page)} == {"color-contrast", "image-alt"}


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(read: Open, served: str, kind: str) -> None:
    assert in_every_light(read(served + KINDS[kind], lost=kind == "hilang")) == []


@pytest.mark.parametrize("url", PAGES)
def test_axe_finds_nothing_where_results_are_shown(read: Open, example: str, url: str) -> None:
    assert in_every_light(read(example + url)) == []


def in_turn(page: Page, root: str, urls: Iterable[str]) -> list[Any]:
    """What axe-core finds on many pages, each in one light at one width, which change in turn.

    All four for every page would take minutes; the kinds of pages are seen so elsewhere.
    """
    page.add_init_script(AXE)
    found = []
    for url, (scheme, width) in zip(urls, cycle(product(SCHEMES, WIDTHS)), strict=False):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(root + url.lstrip("/"))
        found += [(url, scheme, width, *one) for one in violations(page)]
    return found


def test_axe_finds_nothing_on_any_other_page(read: Open, served: str, built_site: Path) -> None:
    others = [url for url in pages(built_site) if url.lstrip("/") not in KINDS.values()]
    assert len(others) > 80

    assert in_turn(read(served), served, others) == []


def test_axe_finds_nothing_wherever_results_change_a_page(
    read: Open, example: str, example_site: Path, built_site: Path
) -> None:
    calm, told = pages(built_site), pages(example_site)
    kinds = {url for url in KINDS.values() if url not in PAGES}
    others = [
        url
        for url, file in told.items()
        if url.lstrip("/") in kinds and article(file).text != article(calm[url]).text
    ]
    assert len(others) >= 5

    assert in_turn(read(example), example, others) == []


def fits(page: Page) -> None:
    """Nothing needs two directions of scrolling, and nothing is cut off."""
    page.wait_for_function(SETTLED)
    # The theme's search field grows into its place after a change of width.
    with suppress(TimeoutError):
        page.wait_for_function(f"() => ({OVERFLOWING})().length === 0", timeout=2_000)
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("kind", KINDS)
def test_zoomed_nothing_is_lost_and_nothing_moves(read: Open, served: str, kind: str) -> None:
    page = read(served + KINDS[kind], lost=kind == "hilang", reduced_motion="reduce")

    for zoom in (2, 4):  # of a window 1280 by 1024 pixels large
        page.set_viewport_size({"width": 1280 // zoom, "height": 1024 // zoom})
        fits(page)
    assert page.evaluate(MOVING) == []


@pytest.mark.parametrize("url", PAGES)
def test_zoomed_no_result_is_lost_and_nothing_moves(read: Open, example: str, url: str) -> None:
    page = read(example + url, reduced_motion="reduce")

    for zoom in (2, 4):
        page.set_viewport_size({"width": 1280 // zoom, "height": 1024 // zoom})
        fits(page)
    assert page.evaluate(MOVING) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_kind_of_stop_shows_that_it_has_the_focus(
    read: Open, example: str, scheme: str
) -> None:
    page = read(example, color_scheme=scheme, reduced_motion="reduce")
    found = {}
    for url in (*PAGES, "benang/", "perubahan/", "regulasi/", "rencana/bab-iv/", "data/"):
        page.goto(example + url)
        page.add_script_tag(path=COLOURS)
        page.wait_for_load_state("networkidle")
        page.keyboard.press("Tab")
        found[url] = page.evaluate(STOPS)
    assert {url: stops for url, stops in found.items() if stops} == {}


@pytest.mark.parametrize("kind", ["indikator/", "regulasi/", "anggaran/kegiatan/"])
def test_the_heading_of_a_long_table_stays_in_view(read: Open, served: str, kind: str) -> None:
    page = read(served + kind, reduced_motion="reduce")
    tables = page.locator("article table").all()
    longest = max(tables, key=lambda table: table.evaluate("e => e.offsetHeight"))

    top, below = longest.evaluate(STICKING)

    assert abs(top - below) < 2
    expect(longest.locator("thead")).to_be_in_viewport()
    page.set_viewport_size({"width": 640, "height": 400})
    assert longest.locator("thead").evaluate("e => getComputedStyle(e).position") != "sticky"


def test_no_stop_hides_behind_the_heading(read: Open, served: str) -> None:
    page = read(f"{served}indikator/", reduced_motion="reduce")
    page.locator("tbody a").nth(60).focus()

    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        top, below = page.evaluate(
            "() => [document.activeElement.getBoundingClientRect().top,"
            " document.querySelector('thead').getBoundingClientRect().bottom]"
        )
        assert top >= below


def test_without_scripts_all_is_there_to_read_and_to_follow(read: Open, served: str) -> None:
    with_scripts = read(f"{served}indikator/")
    without = read(f"{served}indikator/", java_script_enabled=False)

    for part in ("article table tbody tr", "nav.md-tabs a", "article a"):
        assert without.locator(part).count() == with_scripts.locator(part).count() > 0
    assert all(row.is_visible() for row in without.locator("article tbody tr").all())
    assert without.locator("form.saring").is_hidden()


@pytest.mark.parametrize("depth", ["hilang", "tidak/ada/", "indikator/ik-999/a/b/c/"])
def test_a_lost_address_offers_the_search(read: Open, address: str, depth: str) -> None:
    page = read(address + depth, lost=True)

    page.locator("article label[for=__search]").click()
    page.keyboard.type("arsip inaktif")

    found = page.locator(".md-search-result__link").first
    expect(found).to_contain_text("arsip inaktif", ignore_case=True)
    found.click()
    expect(page).to_have_url(re.compile(re.escape(address)))
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("tidak ditemukan")
