"""What is looked for on a page that stands open in a browser; each gives what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Page, TimeoutError  # noqa: A004 - its own name for it

from tests.browser.conftest import SETTLED

Scheme = Literal["light", "dark"]

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1280, 360)
LOOKS: tuple[tuple[Scheme, int], ...] = (
    ("light", 1280),
    ("dark", 1280),
    ("dark", 360),
    ("light", 360),
)
"""Day and night, at a desk and on a telephone; from one to the next only one of them changes."""

PAPER = {"width": 718, "height": 1015}
"""An A4 sheet within the browser's own margins, in CSS pixels."""

COLOURS = Path(__file__).with_name("colours.js")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """([tags, contrast]) => {
    const kinds = new Set();
    if (contrast) document.querySelectorAll("body *").forEach(element => {
        if (!Array.from(element.childNodes).some(one => one.nodeType === 3 && one.data.trim())) {
            return;
        }
        let kind = "";
        for (let one = element; one && one !== document.body; one = one.parentElement) {
            kind += one.tagName + "." + one.getAttribute("class") + "<";
        }
        element.toggleAttribute("data-wakil", !kinds.has(kind));
        kinds.add(kind);
    });
    axe.configure({ rules: [{ id: "color-contrast", selector: "[data-wakil]" }] });
    const rules = { "color-contrast": { enabled: contrast } };
    return axe.run({ runOnly: tags, rules, resultTypes: ["violations"], preload: false }).then(
        found => found.violations.map(
            rule => [rule.id, rule.nodes.map(node => node.html.slice(0, 160))]));
}"""
"""axe-core, which takes long over contrast: it judges one text of each kind, `faint` judges all."""

OVERFLOWING = """() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > edge) return ["the page scrolls sideways"];
    const scrolls = element => element.parentElement && (scrolls(element.parentElement)
        || ["auto", "scroll"].includes(getComputedStyle(element.parentElement).overflowX));
    return Array.from(document.querySelectorAll(".md-content *"))
        .filter(element => element.getBoundingClientRect().right > edge + 0.5 && !scrolls(element))
        .map(element => element.outerHTML.slice(0, 80));
}"""

CUT = """() => Array.from(document.querySelectorAll(".md-content *"))
    .filter(element => {
        const { overflowX, clipPath } = getComputedStyle(element);
        return element.checkVisibility() && element.clientWidth > 1 && clipPath === "none"
            && ["hidden", "clip"].includes(overflowX)
            && !element.matches("svg, svg *")
            && element.scrollWidth > element.clientWidth + 1;
    })
    .map(element => element.outerHTML.slice(0, 80))"""
"""What is cut off."""

MOVING = """() => Array.from(document.querySelectorAll("*"))
    .filter(element => ["", "::before", "::after"].some(part => {
        const style = getComputedStyle(element, part);
        return style.animationName !== "none" || style.scrollBehavior === "smooth"
            || style.transitionDuration.split(",").some(time => parseFloat(time) > 0);
    }))
    .map(element => element.outerHTML.slice(0, 80))"""

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

AT_TOP = "scrollY === 0 && !document.querySelector('.md-tabs[hidden]')"
"""True once a page is back at its top, where the theme shows its tabs again."""

DEAD = """() => Array.from(document.querySelectorAll(
    "button, input, select, textarea, [role=button], label[for=__search], .md-search, .md-top"))
    .filter(element => {
        const box = element.getBoundingClientRect();
        return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
            && box.width > 1 && box.right > 0 && box.left < innerWidth;
    })
    .map(element => element.outerHTML.slice(0, 80))"""
"""What a reader sees that only a script would make work."""

UNSEEN = """() => Array.from(document.querySelectorAll(
    "article :is(h1, h2, h3, p, li, caption, td, figure, svg, summary, dd)"))
    .filter(element => !element.closest("details:not([open]), form, .kode-qr-gambar, [class*=cari]")
        && element.textContent.trim() && !element.checkVisibility())
    .map(element => element.outerHTML.slice(0, 80))"""
"""What stands in a page and cannot be seen, but for what a summary keeps and opens by itself."""

COLOURED = """() => Array.from(document.querySelectorAll(
    "figure *, .strip *, .organisasi *, .status, .tabel *"))
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

SERIES = """() => Array.from(document.querySelectorAll("figure.grafik"), figure => {
    const found = new Map();
    figure.querySelectorAll(".grafik-warna").forEach(key => {
        found.set(key.className, getComputedStyle(key).backgroundColor.match(/\\d+/)[0]);
    });
    return Array.from(new Set(found.values()), Number).sort((a, b) => a - b);
})"""
"""The greys that tell the series of each drawing apart."""

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
    "button, input, select, form, nav, label[for=__search], .cari-contoh, .md-top, .md-skip,"
    + " .md-header, .md-tabs, .md-sidebar, .saring, .salin, .urut"))
    .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && element.getBoundingClientRect().width > 1 && !element.closest(".md-path"))
    .map(element => element.outerHTML.slice(0, 80))"""
"""What a reader could press if paper were a screen; where a page belongs is told there too."""

UNPRINTED = """() => Array.from(document.querySelectorAll("article table, .grafik svg"))
    .filter(element => !element.checkVisibility() || element.matches("table")
        && (getComputedStyle(element).display !== "table"
            || !element.querySelector("thead")?.checkVisibility()))
    .map(element => element.outerHTML.slice(0, 80))"""
"""Drawings that are not printed, and tables that are printed as something else."""


def settled(page: Page) -> None:
    """Wait until nothing on the page moves any more."""
    page.wait_for_function(SETTLED)


def look(page: Page, scheme: Scheme, width: int, height: int = 800) -> None:
    """See the page by day or night, at a desk or on a telephone."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    settled(page)


def overflowing(page: Page) -> list[Any]:
    """What needs two directions of scrolling, or is cut off."""
    # The theme's search field grows into its place after a change of width.
    with suppress(TimeoutError):
        page.wait_for_function(f"() => ({OVERFLOWING})().length === 0", timeout=2_000)
    found: list[Any] = page.evaluate(OVERFLOWING) + page.evaluate(CUT)
    return found


def violations(page: Page, *, contrast: bool = True) -> list[Any]:
    """What axe-core finds on a page as it stands: rule and elements; `contrast` or all but that."""
    if page.evaluate("() => !window.axe"):
        page.evaluate(AXE)
    settled(page)
    found: list[Any] = page.evaluate(RUN, [TAGS, contrast])
    return found


def faint(page: Page) -> list[Any]:
    """Text and marks that stand out too little in this light, by a measure of our own."""
    if page.evaluate("() => !window.colours"):
        page.add_script_tag(path=COLOURS)
    marks = page.evaluate("colours.faintMarks()")
    found: list[Any] = page.evaluate("colours.faintText()") + marks["faint"]
    return found


def faint_stops(page: Page) -> list[Any]:
    """Kinds of stops whose mark of focus hardly shows in this light."""
    page.keyboard.press("Tab")  # only then is a focus set by a script shown as a key's is
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_function(AT_TOP)
    found: list[Any] = page.evaluate(STOPS)
    return found


def misprinted(page: Page) -> list[Any]:
    """What the edge of a sheet cuts off or its end parts, and what has no business on paper."""
    probes = {"split": SPLIT, "orphan": ORPHANS, "narrow": NARROW, "control": CONTROLS}
    probes |= {"unprinted": UNPRINTED, "wide": WIDE}
    return [
        (name, item)
        for name, probe in probes.items()
        for item in page.evaluate(probe, PAPER["width"])
    ]


def coloured(page: Page) -> list[Any]:
    """What of a page in print is not grey on white, and greys that are too alike."""
    found: list[Any] = page.evaluate(COLOURED)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    found += [] if ground == "rgb(255, 255, 255)" else [f"on {ground}"]
    return found + [greys for greys in page.evaluate(SERIES) if _alike(greys)]


def _alike(greys: Sequence[int]) -> bool:
    return any(b - a < 25 for a, b in pairwise(greys))
