"""What a reader's telephone has to fetch, compressed as a static host sends it, in bytes."""

from __future__ import annotations

import statistics
from pathlib import Path

from tests.hosting import weight
from tests.reading import read_page

PARTS = {"link": "href", "script": "src", "img": "src"}
LINKED = {"stylesheet", "icon"}


def indicator(site: Path) -> int:
    """A page of an indicator: the median of all."""
    pages = site.glob("indikator/ik-*/index.html")
    return int(statistics.median(weight(page) for page in pages))


def first_visit(site: Path) -> int:
    """The home page with the styles, scripts and pictures that it names.

    What the theme's script fetches later, the search's index, is left out.
    """
    home = site / "index.html"
    parts = {
        element.attributes[name]
        for tag, name in PARTS.items()
        for element in read_page(home).all(tag)
        if name in element.attributes
        and (tag != "link" or LINKED & set(element.attributes.get("rel", "").split()))
    }
    return weight(home) + sum(weight((home.parent / part).resolve()) for part in parts)


def search_index(site: Path) -> int:
    """What the search fetches once, when it is opened."""
    return weight(site / "search/search_index.json")
