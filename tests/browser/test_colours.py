"""By day and by night: the reader's own setting is followed, and everything stands out enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import SETTLED, Open
from tests.browser.test_pages import SCHEMES

pytestmark = pytest.mark.browser

COLOURS = Path(__file__).with_name("colours.js")
PAGES = [
    "",
    "indikator/",
    "indikator/ik-001/",
    "indikator/ik-004/",
    "anggaran/kegiatan/",
    "tentang/",
]


def test_the_scheme_follows_the_device(read: Open, served: str) -> None:
    page = read(served)
    body = page.locator("body")
    grounds = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(
            "scheme => document.body.dataset.mdColorScheme === scheme",
            arg={"light": "default", "dark": "slate"}[scheme],
        )
        grounds.append(body.evaluate("body => getComputedStyle(body).backgroundColor"))

    assert grounds[0] == "rgb(255, 255, 255)"
    assert max(map(int, grounds[1][4:-1].split(","))) < 60


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", PAGES)
def test_text_and_marks_stand_out(read: Open, served: str, kind: str, scheme: str) -> None:
    page = read(served + kind, color_scheme=scheme, reduced_motion="reduce")
    page.add_script_tag(path=COLOURS)
    page.wait_for_function(SETTLED)

    assert page.evaluate("colours.faintText()") == []
    marks = page.evaluate("colours.faintMarks()")
    assert marks["faint"] == []
    assert marks["count"] > 0 or kind in ("indikator/ik-004/", "tentang/")
