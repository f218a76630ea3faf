"""Without a mouse: every control is reached in a sensible order, and one sees where one is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SETTLED, Open
from tests.browser.test_colours import COLOURS
from tests.browser.test_pages import SCHEMES

pytestmark = pytest.mark.browser


def stops(page: Page, last: str) -> list[tuple[str, float]]:
    """Where Tab leads up to the control `last`: its name and how well its mark of focus shows."""
    page.wait_for_load_state("networkidle")  # until then the theme may move the focus itself
    page.add_script_tag(path=COLOURS)
    found: list[tuple[str, float]] = []
    while not found or found[-1][0] != last:
        page.keyboard.press("Tab")
        page.wait_for_function(SETTLED)
        name, contrast = page.evaluate("colours.focus()")
        found.append((" ".join(name.split()), contrast))
        assert len(found) < 60, found
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_tab_reaches_every_control_and_shows_where_it_is(
    read: Open, served: str, scheme: str
) -> None:
    found = stops(
        read(f"{served}indikator/", color_scheme=scheme, reduced_motion="reduce"), "Hapus saringan"
    )

    names = [name[:20] for name, _ in found]
    order = [
        "Lewati ke isi",
        "Renstra Terbuka KPU ",
        "__palette",
        "query",
        "Beranda",
        "Indikator",
        "Anggaran",
        "Tentang",
        "Program dan kegiatan",
        "Menurut tahun",
        "kata",
        "program",
        "kegiatan",
        "satuan",
        "Hapus saringan",
    ]
    assert [name for name in order if name not in names] == []
    places = [names.index(name) for name in order]
    assert places == sorted(places)
    assert [(name, contrast) for name, contrast in found if contrast < 3] == []


def test_the_skip_link_leads_into_the_page(read: Open, served: str) -> None:
    page = read(f"{served}indikator/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator(".md-content :target")).to_contain_text("Daftar indikator")


def test_a_filter_is_worked_with_keys_alone(read: Open, served: str) -> None:
    page = read(f"{served}indikator/")
    stops(page, "kata")

    page.keyboard.type("arsip")
    expect(page.get_by_role("status")).not_to_contain_text("75 dari 75")
    stops(page, "Hapus saringan")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_have_text("75 dari 75 indikator")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_way_to_the_top_shows_its_focus_and_is_no_stop_unseen(
    read: Open, served: str, scheme: str
) -> None:
    page = read(f"{served}indikator/", color_scheme=scheme, reduced_motion="reduce")
    top = page.locator(".md-top")
    page.wait_for_load_state("networkidle")
    page.locator("tbody a").nth(60).focus()
    expect(top).to_be_hidden()

    page.mouse.wheel(0, 400)
    page.mouse.wheel(0, -200)  # it is offered to whoever turns back
    expect(top).to_be_visible()
    page.keyboard.press("Tab")
    top.focus()
    page.add_script_tag(path=COLOURS)
    page.wait_for_function(SETTLED)

    name, contrast = page.evaluate("colours.focus()")
    assert "Kembali ke atas" in name
    assert contrast >= 3
    page.keyboard.press("Enter")
    page.wait_for_function("scrollY === 0")
