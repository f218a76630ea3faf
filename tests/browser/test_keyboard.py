"""Without a mouse: every control is reached in a sensible order, and one sees where one is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import example as made_up
from tests.browser.conftest import SETTLED, Open, settle
from tests.browser.probes import COLOURS, SCHEMES

pytestmark = pytest.mark.browser

COUNT = len(made_up.places())


def stops(page: Page, last: str) -> list[tuple[str, float]]:
    """Where Tab leads up to the control `last`: its name and how well its mark of focus shows."""
    settle(page)  # until then the theme may move the focus itself
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
    read: Open, example: str, scheme: str
) -> None:
    found = stops(
        read(f"{example}indikator/", color_scheme=scheme, reduced_motion="reduce"), "Hapus saringan"
    )

    names = [name[:20] for name, _ in found]
    order = [
        "Lewati ke isi",
        "CONTOH · Renstra Terbuka"[:20],
        "__palette",
        "query",
        "Beranda",
        "Target & capaian",
        "Anggaran",
        "Naskah Renstra",
        "Tentang & data",
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


def test_the_skip_link_leads_into_the_page(read: Open, example: str) -> None:
    page = read(f"{example}indikator/")

    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator(".md-content :target")).to_contain_text("Daftar indikator")


def test_a_filter_is_worked_with_keys_alone(read: Open, example: str) -> None:
    page = read(f"{example}indikator/")
    stops(page, "kata")

    page.keyboard.type(made_up.places()[0].id)
    expect(page.get_by_role("status")).to_have_text(f"1 dari {COUNT} indikator")
    stops(page, "Hapus saringan")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_have_text(f"{COUNT} dari {COUNT} indikator")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_way_to_the_top_shows_its_focus_and_is_no_stop_unseen(
    read: Open, example: str, scheme: str
) -> None:
    page = read(f"{example}indikator/", color_scheme=scheme, reduced_motion="reduce")
    top = page.locator(".md-top")
    settle(page)
    links = page.locator("tbody a")
    links.nth(links.count() * 4 // 5).focus()
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
