"""By day and by night: the reader's own setting is followed."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open
from tests.browser.probes import SCHEMES

pytestmark = pytest.mark.browser


def test_the_scheme_follows_the_device(read: Open, example: str) -> None:
    page = read(example)
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
