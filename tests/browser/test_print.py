"""On paper: the page without the site around it, its drawings, and its tables as tables."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

PAPER = {"width": 718, "height": 1015}
"""An A4 sheet within the browser's own margins, in CSS pixels."""


@pytest.mark.parametrize(
    "kind", ["", "indikator/", "indikator/ik-014/", "anggaran/", "anggaran/kegiatan/"]
)
def test_on_paper(read: Open, served: str, kind: str) -> None:
    page = read(served + kind, viewport=PAPER)

    page.emulate_media(media="print")

    for part in (".md-header", ".md-tabs", ".md-sidebar", ".saring", ".salin", ".urut"):
        for found in page.locator(part).all():
            expect(found).to_be_hidden()
    for drawing in page.locator(".grafik svg").all():
        expect(drawing).to_be_visible()
    for table in page.locator("article table").all():
        assert table.evaluate("table => getComputedStyle(table).display") == "table"
        expect(table.locator("thead")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]


def test_a_drawing_prints_as_wide_as_its_figure(read: Open, served: str) -> None:
    page = read(f"{served}indikator/ik-014/")

    page.emulate_media(media="print")

    box = page.locator(".grafik svg").bounding_box()
    assert box is not None
    assert box["width"] > 200
    assert box["height"] > 80
