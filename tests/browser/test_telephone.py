"""On a telephone: years one under the other, rows as cards, and the drawer."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests import example as made_up
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

PLACE = made_up.of_kind("angka")
TELEPHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def test_each_year_of_an_indicator_is_a_card(read: Open, example: str) -> None:
    page = read(example + PLACE.page, **TELEPHONE)
    table = page.locator("table").first

    heads = table.locator("thead th").all()
    rows = table.locator("tbody tr").all()
    target = PLACE.indikator["target"]

    assert [head.inner_text() for head in heads] == [str(tahun) for tahun in made_up.years()]
    labels = [row.locator("td[data-label]").first.get_attribute("data-label") for row in rows]
    assert (labels[0], len(set(labels))) == ("Target", len(rows))
    tops = []
    for place, (head, cell) in enumerate(zip(heads, target.values(), strict=True)):
        parts = [head, *(row.locator("td[data-label]").nth(place) for row in rows)]
        shown = [part.evaluate("e => getComputedStyle(e, '::before').content") for part in parts]
        assert shown[1:] == [f'"{label}"' for label in labels]
        assert parts[1].inner_text().split("\n")[0] == cell
        assert all(part.is_visible() for part in parts[:2])
        assert not any(part.inner_text().strip() for part in parts if not part.is_visible())
        boxes = [box for part in parts if (box := part.bounding_box())]
        tops += [box["y"] for box in boxes]
        assert len({box["x"] for box in boxes}) == 1
    assert tops == sorted(set(tops)), "a year is whole before the next begins"


def test_each_indicator_of_the_list_is_a_card(read: Open, example: str) -> None:
    page = read(f"{example}indikator/", **TELEPHONE)

    row = page.locator("tbody tr").first
    name, cell = row.locator("th").bounding_box(), row.locator("td.angka").first.bounding_box()

    assert name
    assert cell
    assert cell["y"] >= name["y"] + name["height"]


def test_the_drawer_opens_and_leads_on(read: Open, address: str) -> None:
    page = read(address, **TELEPHONE)
    link = page.get_by_role("link", name="Menurut tahun").first
    expect(link).not_to_be_in_viewport()

    page.locator("label.md-header__button[for=__drawer]").tap()
    part = page.locator(".md-nav__container", has=page.get_by_text("Target & capaian", exact=True))
    part.locator("label").tap()
    expect(link).to_be_in_viewport()
    link.tap()

    expect(page).to_have_url(f"{address}tahun/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Menurut tahun")
