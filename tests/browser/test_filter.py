"""The list of indicators, filtered: what stays, what is said, and what the address carries."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests import example as made_up
from tests.browser.conftest import Open
from tests.example import Place

pytestmark = pytest.mark.browser

Filter = Mapping[str, str]
PLACES = made_up.places()
COUNT = len(PLACES)
SEEN = """cells => cells
    .filter(cell => cell.checkVisibility({ visibilityProperty: true }))
    .map(cell => cell.innerText)"""
NAMES = {place.id: place.nama for place in PLACES}
SOME = PLACES[COUNT // 2]


def _filters() -> dict[str, Filter]:
    """Filters that leave something of the example and not all, whatever it is."""
    unit = made_up.first(lambda place: place.indikator.get("satuan")).indikator["satuan"]
    long = [word for word in SOME.nama.lower().split() if word.isalpha() and len(word) > 4]
    found: dict[str, Filter] = {
        "kata": {"kata": SOME.id},
        "kata-kata": {"kata": f" {long[0].capitalize()}  {long[-1]} "},
        "program": {"program": SOME.program["id"]},
        "kegiatan": {"kegiatan": SOME.kegiatan["id"]},
        "satuan": {"satuan": unit},
        "jenis": {"satuan": made_up.of_kind("opini").indikator["jenis"]},
    }
    unit = SOME.indikator.get("satuan") or SOME.indikator["jenis"]
    found["semua"] = {"kata": long[0], **found["program"], **found["kegiatan"], "satuan": unit}
    return found


FILTERS = _filters()


def matches(place: Place, wanted: Filter) -> bool:
    """Whether the plan says that an indicator belongs into a filtered list."""
    found = place.indikator
    words = f"{place.id} {place.nama} {place.sasaran['nama']} {found['target']}".lower()
    return (
        all(word in words for word in wanted.get("kata", "").lower().split())
        and wanted.get("program", place.program["id"]) == place.program["id"]
        and wanted.get("kegiatan", place.kegiatan["id"]) == place.kegiatan["id"]
        and wanted.get("satuan", unit := found.get("satuan") or found["jenis"]) == unit
    )


def expected(wanted: Filter) -> list[str]:
    """The ids that a filter leaves."""
    return [place.id for place in PLACES if matches(place, wanted)]


def told(left: int) -> str:
    """What the page says of a filtered list."""
    return f"{left} dari {COUNT} indikator"


def shown(page: Page) -> list[str]:
    """The ids in the rows that can be seen."""
    found: list[str] = page.locator("table .sel-kode").evaluate_all(SEEN)
    return found


def choose(page: Page, wanted: Filter) -> None:
    """Fill the filter in as a reader does."""
    for name, value in wanted.items():
        if name == "kata":
            page.locator("form.saring").get_by_label("Kata").fill(value)
        else:
            page.locator("form.saring").get_by_label(name.capitalize()).select_option(value)


@pytest.mark.parametrize("wanted", FILTERS.values(), ids=FILTERS)
def test_a_filter(read: Open, example: str, wanted: Filter) -> None:
    left = expected(wanted)
    assert 0 < len(left) < COUNT
    page = read(f"{example}indikator/")

    choose(page, wanted)

    assert shown(page) == left
    expect(page.get_by_role("status")).to_have_text(told(len(left)))
    assert dict(parse_qsl(urlsplit(page.url).query)) == wanted
    assert shown(read(page.url)) == left


def test_reset(read: Open, example: str) -> None:
    page = read(f"{example}indikator/?{urlencode(FILTERS['semua'])}")
    assert shown(page) == expected(FILTERS["semua"])

    page.get_by_role("button", name="Hapus saringan").click()

    expect(page.get_by_role("status")).to_have_text(told(COUNT))
    assert shown(page) == [place.id for place in PLACES]
    assert page.url == f"{example}indikator/"
    assert [
        page.locator("form.saring").get_by_label(name).input_value() for name in ("Kata", "Program")
    ] == ["", ""]


def test_no_match_says_so(read: Open, example: str) -> None:
    page = read(f"{example}indikator/")

    page.locator("form.saring").get_by_label("Kata").fill("tidak mungkin ada")

    assert shown(page) == []
    expect(page.get_by_role("status")).to_have_text(
        f"{told(0)}. Tidak ada yang cocok; kurangi saringannya."
    )


def test_back_from_an_indicator_the_list_is_still_filtered(read: Open, address: str) -> None:
    page = read(f"{address}")
    page.get_by_role("link", name="Daftar semua indikator").click()
    choose(page, FILTERS["kegiatan"])
    left = expected(FILTERS["kegiatan"])

    page.get_by_role("link", name=NAMES[left[0]], exact=True).click()
    expect(page).to_have_url(f"{address}indikator/{left[0]}/")
    page.go_back()

    expect(page.get_by_role("status")).to_have_text(told(len(left)))
    assert shown(page) == left
    assert page.locator("form.saring").get_by_label("Kegiatan").input_value() == SOME.kegiatan["id"]


def test_an_unknown_filter_in_the_address_hides_nothing(read: Open, example: str) -> None:
    page = read(f"{example}indikator/?h=kata&program=pg-99")

    expect(page.get_by_role("status")).to_have_text(told(COUNT))


def test_without_scripts_the_whole_list_stands(read: Open, example: str) -> None:
    page = read(f"{example}indikator/?kata={SOME.id}", java_script_enabled=False)

    assert shown(page) == [place.id for place in PLACES]
    assert page.locator("form.saring").is_hidden()
    expect(page.locator(".saring-hasil")).to_have_text(told(COUNT))
