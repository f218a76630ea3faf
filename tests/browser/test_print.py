"""On paper: the page without the site around it, its drawings, and its tables as tables."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SETTLED, Open, serving
from tests.browser.test_pages import KINDS, SCHEMES
from tests.browser.test_results import PAGES

pytestmark = pytest.mark.browser

PAPER = {"width": 718, "height": 1015}
"""An A4 sheet within the browser's own margins, in CSS pixels."""


@pytest.fixture(scope="module")
def example(example_site: Path) -> Iterator[str]:
    """The address of the site with made-up realisations."""
    with serving(example_site) as address:
        yield address


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


COLOURED = """() => Array.from(document.querySelectorAll(
    "figure *, .strip *, .organisasi *, .gambar-benang *, .status, .tabel *"))
    .flatMap(element => {
        const style = getComputedStyle(element);
        const paints = element.closest("svg")
            ? [style.fill, style.stroke]
            : [style.color, style.backgroundColor, style.borderTopColor];
        const parts = paints.map(paint => (paint.match(/[\\d.]+/g) || []).map(Number));
        return parts.filter(([red, green, blue, alpha]) => alpha !== 0 && red !== undefined
            && !(red === green && green === blue)).map(() => element.outerHTML.slice(0, 80));
    })"""
"""What of the drawings and tables would print in a colour."""

SERIES = """figure => {
    const found = new Map();
    figure.querySelectorAll(".grafik-warna").forEach(key => {
        found.set(key.className, getComputedStyle(key).backgroundColor.match(/\\d+/)[0]);
    });
    return Array.from(new Set(found.values()), Number);
}"""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", PAGES)
def test_it_prints_in_greys_that_tell_series_apart(
    read: Open, example: str, kind: str, scheme: str
) -> None:
    page = read(example + kind, viewport=PAPER, color_scheme=scheme, reduced_motion="reduce")
    page.emulate_media(media="print")
    page.wait_for_function(SETTLED)

    assert page.evaluate(COLOURED) == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for figure in page.locator("figure.grafik").all():
        greys = sorted(figure.evaluate(SERIES))
        assert [(a, b) for a, b in pairwise(greys) if b - a < 25] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_says_where_it_is_from_and_of_when(
    read: Open, address: str, kind: str, request: pytest.FixtureRequest
) -> None:
    page = read(address + KINDS[kind], viewport=PAPER, lost=kind == "hilang")
    foot = page.locator(".md-copyright")
    expect(foot.locator(".alamat-cetak")).to_be_hidden()

    page.emulate_media(media="print")

    expect(foot).to_be_visible()
    expect(foot).to_contain_text(re.compile("Data per .*, revisi|Tanggal data tidak diketahui"))
    if kind != "hilang":
        place = page.locator(".alamat-cetak")
        expect(place).to_be_visible()
        root = address if "dengan" in request.node.name else "/"
        expect(place).to_have_text(f"Alamat: {root}{KINDS[kind]}")


def test_a_drawing_prints_as_wide_as_its_figure(read: Open, served: str) -> None:
    page = read(f"{served}indikator/ik-014/")

    page.emulate_media(media="print")

    box = page.locator(".grafik svg").bounding_box()
    assert box is not None
    assert box["width"] > 200
    assert box["height"] > 80


SPLIT = """() => Array.from(document.querySelectorAll(
    ".md-typeset tr, .md-typeset figure, .md-footer"))
    .filter(element => element.checkVisibility()
        && getComputedStyle(element).breakInside !== "avoid")
    .map(element => element.outerHTML.slice(0, 80))"""
"""What a sheet might end in the middle of."""

ORPHANS = """() => Array.from(document.querySelectorAll(
    ".md-typeset :is(h1, h2, h3, caption, summary, .baris-program, .baris-kegiatan)"))
    .filter(element => element.checkVisibility()
        && getComputedStyle(element).breakAfter !== "avoid")
    .map(element => element.outerHTML.slice(0, 80))"""
"""What a sheet might end with and leave what it announces to the next."""

NARROW = """() => Array.from(document.querySelectorAll(".tabel .sel-nama"))
    .filter(cell => cell.checkVisibility() && cell.clientWidth < 90)
    .map(cell => [cell.clientWidth, cell.textContent.slice(0, 40)])"""
"""Names that have hardly room for a word in a line."""

WIDE = """width => Array.from(document.querySelectorAll("body *"))
    .filter(element => element.checkVisibility()
        && element.getBoundingClientRect().right > width + 0.5
        && !element.closest("[hidden], .md-skip, dialog"))
    .map(element => element.outerHTML.slice(0, 80))"""

CONTROLS = """() => Array.from(document.querySelectorAll(
    "button, input, select, form, nav, label[for=__search], .cari-contoh, .md-top, .md-skip"))
    .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && element.getBoundingClientRect().width > 1 && !element.closest(".md-path"))
    .map(element => element.outerHTML.slice(0, 80))"""
"""What a reader could press if paper were a screen; where a page belongs is told there too."""


def prints_well(page: Page) -> None:
    """Nothing of a page is cut off by the edge of a sheet or parted by its end."""
    page.emulate_media(media="print")
    page.wait_for_function(SETTLED)

    assert page.evaluate(WIDE, PAPER["width"]) == []
    assert page.evaluate(SPLIT) == []
    assert page.evaluate(ORPHANS) == []
    assert page.evaluate(NARROW) == []
    assert page.evaluate(CONTROLS) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_takes_a_page_whole(read: Open, served: str, kind: str) -> None:
    prints_well(read(served + KINDS[kind], viewport=PAPER, lost=kind == "hilang"))


@pytest.mark.parametrize("kind", PAGES)
def test_a_sheet_takes_results_whole(read: Open, example: str, kind: str) -> None:
    prints_well(read(example + kind, viewport=PAPER))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext")
@pytest.mark.parametrize("kind", ["", "indikator/ik-014/", "anggaran/kegiatan/", "benang/"])
def test_the_sheets_themselves(read: Open, served: str, kind: str, tmp_path: Path) -> None:
    page = read(served + kind)
    file = tmp_path / "cetak.pdf"

    page.pdf(path=file, format="A4")

    done = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    )
    *sheets, after = done.stdout.split("\f")
    assert after == ""
    assert all(sheet.strip() for sheet in sheets)
    assert page.locator("h1").inner_text().split()[0] in sheets[0]
    assert f"Alamat: /{kind}" in sheets[-1]
    assert re.search("Data per .*, revisi|Tanggal data tidak diketahui", sheets[-1])
    assert "Lewati ke isi" not in done.stdout
