"""Every kind of page fits a telephone and a desk by day and night, and nobody else is told."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Literal

import pytest
from playwright.sync_api import TimeoutError  # noqa: A004 - its own name for it

from tests.browser.conftest import SETTLED, Open
from tests.building import PROJECT

pytestmark = pytest.mark.browser

ADDRESSES = (PROJECT / "data/terbit/alamat.txt").read_text(encoding="utf-8").split()
# One of the pages that differ in nothing but a number, besides those that show something else.
KINDS = {re.sub(r"\d+", "0", address): address.lstrip("/") for address in reversed(ADDRESSES)}
KINDS |= {"angka": "indikator/ik-014/", "predikat": "indikator/ik-003/", "hilang": "tidak/ada/"}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
OVERFLOWING = """() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > edge) return ["the page scrolls sideways"];
    const scrolls = element => element.parentElement && (scrolls(element.parentElement)
        || ["auto", "scroll"].includes(getComputedStyle(element.parentElement).overflowX));
    return Array.from(document.querySelectorAll(".md-content *"))
        .filter(element => element.getBoundingClientRect().right > edge + 0.5 && !scrolls(element))
        .map(element => element.outerHTML.slice(0, 80));
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_fits_a_telephone_and_a_desk(read: Open, served: str, kind: str) -> None:
    page = read(served + KINDS[kind], lost=kind == "hilang")

    assert page.locator("h1").count() == 1
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.wait_for_function(SETTLED)
            # The theme's search field grows into its place after a change of width.
            with suppress(TimeoutError):
                page.wait_for_function(f"() => ({OVERFLOWING})().length === 0", timeout=2_000)
            assert page.evaluate(OVERFLOWING) == [], (scheme, width)
