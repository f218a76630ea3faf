"""On a telephone: years one under the other, rows as cards, and the drawer."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from renstra.plan import Plan
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

TELEPHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def test_each_year_of_an_indicator_is_a_card(read: Open, served: str, plan: Plan) -> None:
    page = read(f"{served}indikator/ik-014/", **TELEPHONE)
    table = page.locator("table").first

    heads = table.locator("thead th").all()
    rows = table.locator("tbody tr").all()
    target = plan.kedudukan["ik-014"].indikator.target

    assert [head.inner_text() for head in heads] == [str(tahun) for tahun in plan.tahun]
    tops = []
    for place, (head, cell) in enumerate(zip(heads, target.values(), strict=True)):
        parts = [head, *(row.locator("td[data-label]").nth(place) for row in rows)]
        shown = [part.evaluate("e => getComputedStyle(e, '::before').content") for part in parts]
        assert shown[1:] == ['"Target"', '"Status"']
        assert parts[1].inner_text().split("\n")[0] == cell
        boxes = [box for part in parts if (box := part.bounding_box())]
        assert len(boxes) == len(parts)
        tops += [box["y"] for box in boxes]
        assert len({box["x"] for box in boxes}) == 1
    assert tops == sorted(set(tops)), "a year is whole before the next begins"


def test_each_indicator_of_the_list_is_a_card(read: Open, served: str) -> None:
    page = read(f"{served}indikator/", **TELEPHONE)

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
    part = page.locator(".md-nav__container", has=page.get_by_text("Indikator", exact=True))
    part.locator("label").tap()
    expect(link).to_be_in_viewport()
    link.tap()

    expect(page).to_have_url(f"{address}tahun/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Menurut tahun")
