"""On a telephone: years one under the other, rows as cards, and the drawer."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from renstra.plan import Plan
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

TELEPHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def test_each_year_of_an_indicator_is_a_row(read: Open, served: str, plan: Plan) -> None:
    page = read(f"{served}indikator/ik-014/", **TELEPHONE)

    cells = page.locator("table").first.locator("td[data-label]").all()

    boxes = [box for cell in cells if (box := cell.bounding_box())]
    assert len(boxes) == len(plan.tahun)
    assert len({box["x"] for box in boxes}) == 1
    tops = [box["y"] for box in boxes]
    assert tops == sorted(set(tops))
    shown = [cell.evaluate("e => getComputedStyle(e, '::before').content") for cell in cells]
    assert shown == [f'"{tahun}"' for tahun in plan.tahun]
    target = plan.kedudukan["ik-014"].indikator.target
    assert [cell.inner_text().split("\n")[0] for cell in cells] == list(target.values())


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
