"""The list of indicators, filtered: what stays, what is said, and what the address carries."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from renstra.plan import Kedudukan, Plan
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

Filter = Mapping[str, str]
FILTERS: dict[str, Filter] = {
    "kata": {"kata": "arsip"},
    "kata-kata": {"kata": " Pegawai  waktu "},
    "program": {"program": "pg-2"},
    "kegiatan": {"kegiatan": "kg-005"},
    "satuan": {"satuan": "perkara"},
    "jenis": {"satuan": "opini"},
    "semua": {"kata": "laporan", "program": "pg-1", "kegiatan": "kg-003", "satuan": "persen"},
}


def matches(place: Kedudukan, wanted: Filter) -> bool:
    """Whether the plan says that an indicator belongs into a filtered list."""
    indikator = place.indikator
    words = f"{indikator.id} {indikator.nama} {place.sasaran.nama} {indikator.target}".lower()
    return (
        all(word in words for word in wanted.get("kata", "").lower().split())
        and wanted.get("program", place.program.id) == place.program.id
        and wanted.get("kegiatan", place.kegiatan.id) == place.kegiatan.id
        and wanted.get("satuan", unit := indikator.satuan or indikator.jenis) == unit
    )


def expected(plan: Plan, wanted: Filter) -> list[str]:
    """The ids that a filter leaves."""
    return [code for code, place in plan.kedudukan.items() if matches(place, wanted)]


def shown(page: Page) -> list[str]:
    """The ids in the rows that can be seen."""
    rows = page.locator("table .sel-kode").all()
    return [row.inner_text() for row in rows if row.is_visible()]


def choose(page: Page, wanted: Filter) -> None:
    """Fill the filter in as a reader does."""
    for name, value in wanted.items():
        if name == "kata":
            page.locator("form.saring").get_by_label("Kata").fill(value)
        else:
            page.locator("form.saring").get_by_label(name.capitalize()).select_option(value)


@pytest.mark.parametrize("wanted", FILTERS.values(), ids=FILTERS)
def test_a_filter(read: Open, served: str, plan: Plan, wanted: Filter) -> None:
    left = expected(plan, wanted)
    assert 0 < len(left) < len(plan.kedudukan)
    page = read(f"{served}indikator/")

    choose(page, wanted)

    assert shown(page) == left
    expect(page.get_by_role("status")).to_have_text(f"{len(left)} dari 75 indikator")
    assert dict(parse_qsl(urlsplit(page.url).query)) == wanted
    assert shown(read(page.url)) == left


def test_reset(read: Open, served: str, plan: Plan) -> None:
    page = read(f"{served}indikator/?{urlencode(FILTERS['semua'])}")
    assert shown(page) == expected(plan, FILTERS["semua"])

    page.get_by_role("button", name="Hapus saringan").click()

    expect(page.get_by_role("status")).to_have_text("75 dari 75 indikator")
    assert shown(page) == list(plan.kedudukan)
    assert page.url == f"{served}indikator/"
    assert [
        page.locator("form.saring").get_by_label(name).input_value() for name in ("Kata", "Program")
    ] == ["", ""]


def test_no_match_says_so(read: Open, served: str) -> None:
    page = read(f"{served}indikator/")

    page.locator("form.saring").get_by_label("Kata").fill("tidak mungkin ada")

    assert shown(page) == []
    expect(page.get_by_role("status")).to_have_text(
        "0 dari 75 indikator. Tidak ada yang cocok; kurangi saringannya."
    )


def test_back_from_an_indicator_the_list_is_still_filtered(
    read: Open, address: str, plan: Plan
) -> None:
    page = read(f"{address}")
    page.get_by_role("link", name="75 indikator").click()
    choose(page, FILTERS["kegiatan"])
    left = expected(plan, FILTERS["kegiatan"])

    page.get_by_role("link", name=plan.kedudukan[left[0]].indikator.nama).click()
    expect(page).to_have_url(f"{address}indikator/{left[0]}/")
    page.go_back()

    expect(page.get_by_role("status")).to_have_text(f"{len(left)} dari 75 indikator")
    assert shown(page) == left
    assert page.locator("form.saring").get_by_label("Kegiatan").input_value() == "kg-005"


def test_an_unknown_filter_in_the_address_hides_nothing(read: Open, served: str) -> None:
    page = read(f"{served}indikator/?h=arsip&program=pg-99")

    expect(page.get_by_role("status")).to_have_text("75 dari 75 indikator")


def test_without_scripts_the_whole_list_stands(read: Open, served: str, plan: Plan) -> None:
    page = read(f"{served}indikator/?kata=arsip", java_script_enabled=False)

    assert shown(page) == list(plan.kedudukan)
    assert page.locator("form.saring").is_hidden()
    expect(page.locator(".saring-hasil")).to_have_text("75 dari 75 indikator")
