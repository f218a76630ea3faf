"""Copying an indicator's address and citation, however its page was reached."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from macros.frame.site import Site
from renstra.reading.load import load_plan
from tests import example as made_up
from tests.browser.conftest import Open
from tests.hosting import Host

pytestmark = pytest.mark.browser

PLACE = made_up.places()[0]
CODE = PLACE.id
TABLE = made_up.read(made_up.DATA / "target/program.yml")["nomor"]
COUNT = len(made_up.places())


def copied(page: Page, button: str) -> str:
    """What the clipboard holds once the button was pressed and said so."""
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(".md-dialog--active")).to_have_text("Tersalin ke clipboard")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def citation(address: str) -> str:
    """The sentence for a letter."""
    cells = "; ".join(f"{tahun}: {cell}" for tahun, cell in PLACE.indikator["target"].items())
    source = Site(load_plan(made_up.DATA), None, "", "").kutipan
    told = f'Indikator {CODE} "{PLACE.nama}", target {cells} ({TABLE}, {source}; menurut'
    return f"{told} teks hasil ekstraksi), {address}{PLACE.page}"


@pytest.mark.parametrize("start", [f"indikator/{CODE}/", "indikator/", "404-nya/di/sini/"])
def test_copies_the_whole_sentence(read: Open, address: str, start: str) -> None:
    page = read(
        address + start,
        lost=start.startswith("404"),
        permissions=["clipboard-read", "clipboard-write"],
    )
    if start.startswith("404"):
        page.get_by_role("link", name="daftar indikator").click()
    if not start.endswith(f"{CODE}/"):
        page.get_by_role("link", name=PLACE.nama).click()
        expect(page).to_have_url(f"{address}indikator/{CODE}/")

    assert copied(page, "Salin kutipan") == citation(address)
    assert page.locator(".kutipan").inner_text() == citation(address)
    assert copied(page, "Salin") == f"{address}indikator/{CODE}/"


def test_pages_load_without_leaving_the_site_once_its_address_is_set(
    read: Open, hosted: Host, example: str
) -> None:
    for address, stays in ((hosted.address, True), (example, None)):
        page = read(address)
        page.evaluate("window.stays = true")
        page.get_by_role("link", name="Daftar semua indikator").click()
        expect(page).to_have_url(f"{address}indikator/")
        expect(page.get_by_role("heading", name="Daftar indikator")).to_be_visible()
        assert page.evaluate("window.stays") is stays


def test_without_scripts_no_button_is_offered(read: Open, example: str) -> None:
    page = read(f"{example}indikator/{CODE}/", java_script_enabled=False)

    assert page.get_by_role("button", name="Salin").count() == 0
