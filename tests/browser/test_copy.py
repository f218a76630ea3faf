"""Copying an indicator's address and citation, however its page was reached."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from macros.site import Site
from renstra.plan import Plan
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

CODE = "ik-014"


def copied(page: Page, button: str) -> str:
    """What the clipboard holds once the button was pressed and said so."""
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(".md-dialog--active")).to_have_text("Tersalin ke clipboard")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def citation(plan: Plan, address: str) -> str:
    """The sentence for a letter."""
    indikator = plan.kedudukan[CODE].indikator
    cells = "; ".join(f"{tahun}: {cell}" for tahun, cell in indikator.target.items())
    return (
        f'Indikator {CODE} "{indikator.nama}", target {cells} (Tabel IV.1, '
        f"{Site(plan, None, '', '').kutipan}), {address}indikator/{CODE}/"
    )


@pytest.mark.parametrize("start", [f"indikator/{CODE}/", "indikator/", "404-nya/di/sini/"])
def test_copies_the_whole_sentence(read: Open, address: str, plan: Plan, start: str) -> None:
    page = read(
        address + start,
        lost=start.startswith("404"),
        permissions=["clipboard-read", "clipboard-write"],
    )
    if start.startswith("404"):
        page.get_by_role("link", name="daftar indikator").click()
    if not start.endswith(f"{CODE}/"):
        page.get_by_role("link", name=plan.kedudukan[CODE].indikator.nama).click()
        expect(page).to_have_url(f"{address}indikator/{CODE}/")

    assert copied(page, "Salin kutipan") == citation(plan, address)
    assert page.locator(".kutipan").inner_text() == citation(plan, address)
    assert copied(page, "Salin") == f"{address}indikator/{CODE}/"


def test_pages_load_without_leaving_the_site_once_its_address_is_set(
    read: Open, published: str, served: str
) -> None:
    for address, stays in ((published, True), (served, None)):
        page = read(address)
        page.evaluate("window.stays = true")
        page.get_by_role("link", name="75 indikator").click()
        expect(page).to_have_url(f"{address}indikator/")
        expect(page.get_by_role("heading", name="Daftar indikator")).to_be_visible()
        assert page.evaluate("window.stays") is stays


def test_without_scripts_no_button_is_offered(read: Open, served: str) -> None:
    page = read(f"{served}indikator/{CODE}/", java_script_enabled=False)

    assert page.get_by_role("button", name="Salin").count() == 0
