"""The results of a year as a reader uses them: filtered, sorted, followed to their reasons."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from renstra.model.terms import STATUS
from tests import example as made_up
from tests.browser.conftest import Open
from tests.example import Place

pytestmark = pytest.mark.browser

YEAR = made_up.reported_year()
COUNT = len(made_up.places())


def _explained() -> tuple[Place, int]:
    """An indicator that should rise, and an early year of it of which a value is reported."""
    for place, year in product(made_up.places(), sorted(made_up.reports())):
        found = place.indikator
        rises = found["jenis"] == "angka" and found["arah"] == "naik" and "dicabut" not in found
        if rises and year != YEAR and made_up.entry(place.id, year).get("nilai"):
            return place, year
    message = "the example explains no year"
    raise AssertionError(message)


EXPLAINED, EXPLAINED_YEAR = _explained()


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
    page = read(f"{example}capaian/{YEAR}/")
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
    page = read(f"{example}capaian/{YEAR}/?urut=status")
    form = page.locator("form.saring")
    options = form.locator("[name=status]").locator("option")
    order = options.evaluate_all("options => options.map(option => option.value)")

    rows = page.locator("#tabel-capaian tbody tr:visible")
    found = rows.evaluate_all("rows => rows.map(row => row.dataset.status)")
    assert found == sorted(found, key=order.index)
    assert len(set(found)) > 4


def test_the_address_carries_filter_and_order(read: Open, example: str) -> None:
    page = read(f"{example}capaian/{YEAR}/")
    form = page.locator("form.saring")
    form.locator("[name=status]").select_option("tidak_tercapai")
    form.get_by_label("Urutkan").select_option("naik")
    left = shown(page, ".sel-kode")
    assert 1 < len(left) < COUNT
    expect(page.get_by_role("status")).to_have_text(f"{len(left)} dari {COUNT} indikator")

    again = read(page.url)

    assert shown(again, ".sel-kode") == left
    again.get_by_role("button", name="Hapus saringan").click()
    expect(again.get_by_role("status")).to_have_text(f"{COUNT} dari {COUNT} indikator")
    assert again.url == f"{example}capaian/{YEAR}/"


def test_the_list_of_indicators_filters_by_status(read: Open, example: str) -> None:
    page = read(f"{example}indikator/?status=berjalan")
    rows = page.locator("#tabel-indikator tbody tr:visible")

    texts = rows.all_inner_texts()
    assert texts
    assert all("Baru sampai triwulan" in text for text in texts)


def test_a_year_of_the_list_leads_to_its_reasons(read: Open, example: str) -> None:
    place = f"{EXPLAINED.page}#tahun-{EXPLAINED_YEAR}"
    page = read(f"{example}capaian/{EXPLAINED_YEAR}/")
    page.locator(f"#tabel-capaian a[href$='{place}']").first.click()

    expect(page).to_have_url(example + place)
    reasons = page.locator(f"#tahun-{EXPLAINED_YEAR}")
    expect(reasons).to_have_attribute("open", "")
    expect(reasons).to_contain_text("R ÷ T × 100")
    other = next(year for year in made_up.years() if year != EXPLAINED_YEAR)
    expect(page.locator(f"#tahun-{other}")).not_to_have_attribute("open", "")


def test_the_workbook_of_a_year_downloads(read: Open, example: str, tmp_path: Path) -> None:
    page = read(f"{example}capaian/{YEAR}/")

    with page.expect_download() as download:
        page.get_by_role("link", name=f"Unduh templat {YEAR}").click()

    assert download.value.suggested_filename == f"realisasi-{YEAR}.xlsx"


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
    page = read(f"{example}capaian/{YEAR}/?status=berjalan", java_script_enabled=False)

    assert len(shown(page, ".sel-kode")) == COUNT
    assert page.locator("form.saring").is_hidden()
