"""The results of a year as a reader uses them: filtered, sorted, followed to their reasons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from renstra.terms import STATUS
from tests.browser.conftest import SETTLED, Open, serving
from tests.browser.test_pages import OVERFLOWING, SCHEMES

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "capaian/",
    "capaian/2023/",
    "anggaran/realisasi/",
    "indikator/",
    "indikator/ik-003/",
    "indikator/ik-022/",
    "kegiatan/kg-001/",
    "tahun/2023/",
    "tentang/metode/",
)


@pytest.fixture(scope="module")
def example(example_site: Path) -> Iterator[str]:
    """The address of the site with made-up realisations."""
    with serving(example_site) as address:
        yield address


def shown(page: Page, column: str) -> list[str]:
    """The cells of a column in the rows that can be seen, from the top."""
    rows = page.locator("#tabel-capaian tbody tr:visible")
    return [cell.inner_text() for cell in rows.locator(column).all()]


def numbers(page: Page) -> list[float | None]:
    """The percentages in the rows that can be seen; None where there is none."""
    texts = shown(page, "[data-label=Capaian]")
    return [
        float(text.rstrip("\N{NO-BREAK SPACE} %").replace(".", "").replace(",", "."))
        if text
        else None
        for text in texts
    ]


def test_sorted_by_achievement_and_back(read: Open, example: str) -> None:
    page = read(f"{example}capaian/2023/")
    codes = shown(page, ".sel-kode")
    choice = page.locator("form.saring").get_by_label("Urutkan")

    choice.select_option("naik")
    low = numbers(page)
    choice.select_option("turun")
    high = numbers(page)

    known = [number for number in low if number is not None]
    assert len(set(known)) > 5
    assert low == sorted(known) + [None] * (len(low) - len(known))
    assert high == sorted(known, reverse=True) + [None] * (len(low) - len(known))
    choice.select_option("")
    assert shown(page, ".sel-kode") == codes


def test_sorted_by_status_in_the_order_of_the_choices(read: Open, example: str) -> None:
    page = read(f"{example}capaian/2023/?urut=status")
    form = page.locator("form.saring")
    order = form.locator("[name=status]").locator("option").all_inner_texts()

    found = [text.partition(" (")[0] for text in shown(page, "[data-label=Status]")]
    assert found == sorted(found, key=order.index)
    assert len(set(found)) > 4


def test_the_address_carries_filter_and_order(read: Open, example: str) -> None:
    page = read(f"{example}capaian/2023/")
    form = page.locator("form.saring")
    form.locator("[name=status]").select_option("tidak_tercapai")
    form.get_by_label("Urutkan").select_option("naik")
    left = shown(page, ".sel-kode")
    assert 1 < len(left) < 75
    expect(page.get_by_role("status")).to_have_text(f"{len(left)} dari 75 indikator")

    again = read(page.url)

    assert shown(again, ".sel-kode") == left
    again.get_by_role("button", name="Hapus saringan").click()
    expect(again.get_by_role("status")).to_have_text("75 dari 75 indikator")
    assert again.url == f"{example}capaian/2023/"


def test_the_list_of_indicators_filters_by_status(read: Open, example: str) -> None:
    page = read(f"{example}indikator/?status=berjalan")
    rows = page.locator("#tabel-indikator tbody tr:visible")

    texts = rows.all_inner_texts()
    assert texts
    assert all("Berjalan" in text for text in texts)


def test_a_year_of_the_list_leads_to_its_reasons(read: Open, example: str) -> None:
    page = read(f"{example}capaian/2022/")
    page.locator("#tabel-capaian").get_by_role("link", name="arsip inaktif").click()

    expect(page).to_have_url(f"{example}indikator/ik-022/#tahun-2022")
    reasons = page.locator("#tahun-2022")
    expect(reasons).to_have_attribute("open", "")
    expect(reasons).to_contain_text("R ÷ T × 100")
    expect(page.locator("#tahun-2021")).not_to_have_attribute("open", "")


def test_the_workbook_of_a_year_downloads(read: Open, example: str, tmp_path: Path) -> None:
    page = read(f"{example}capaian/2023/")

    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh templat 2023").click()

    assert download.value.suggested_filename == "realisasi-2023.xlsx"


def test_every_status_has_an_icon_of_its_own(read: Open, example: str) -> None:
    """Beside its word, so that it is told from the others without its colour."""
    page = read(f"{example}tentang/metode/")

    icons: list[str] = page.evaluate(
        "() => Array.from(document.querySelectorAll('dt > .status'), one => {"
        " const mark = getComputedStyle(one, '::before');"
        " return one.checkVisibility() && parseFloat(mark.width) > 8 ? mark.maskImage : ''; })"
    )

    assert len(icons) == len(STATUS)
    assert len(set(icons)) == len(icons)
    assert all(icon.startswith("url(") for icon in icons)


def test_without_scripts_everything_is_there(read: Open, example: str) -> None:
    page = read(f"{example}capaian/2023/?status=berjalan", java_script_enabled=False)

    assert len(shown(page, ".sel-kode")) == 75
    assert page.locator("form.saring").is_hidden()


@pytest.mark.parametrize("url", PAGES)
def test_reported_pages_fit_a_telephone_and_a_desk(read: Open, example: str, url: str) -> None:
    page = read(example + url)
    assert page.locator("h1").count() == 1
    expect(page.locator(".md-banner")).to_contain_text("dibuat-buat")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.wait_for_function(SETTLED)
            page.wait_for_function(f"() => ({OVERFLOWING})().length === 0")


def test_on_paper_it_still_says_that_it_is_made_up(read: Open, example: str) -> None:
    page = read(f"{example}indikator/ik-022/")
    page.emulate_media(media="print")

    expect(page.locator(".md-banner")).to_be_visible()
