"""The made-up realisations as a site: labelled everywhere, and judged as a straight reading does.

The reading below shares no code with the project: YAML, a regular expression and the table of the
rules, written down once more.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from openpyxl import load_workbook

from tests.building import PROJECT
from tests.reading import article, pages, read_page, rows, table
from tests.test_site import indicators, load

YEARS = [2020, 2021, 2022, 2023, 2024]
MADE_UP = PROJECT / "contoh/realisasi"
GRADES = ["AA", "A", "BB", "B", "CC", "C", "D"]
OPINIONS = ["WTP", "WDP", "TW"]

STATUSES = [
    "Melampaui target",
    "Tercapai",
    "Tidak tercapai",
    "Berjalan",
    "Belum dilaporkan",
    "Tidak ada kejadian",
    "Tidak dapat dihitung",
    "Tidak ditargetkan",
    "Target tidak tercantum",
]


def report(year: int) -> dict[str, Any]:
    """A year's made-up report."""
    found: dict[str, Any] = yaml.safe_load((MADE_UP / f"{year}.yml").read_text(encoding="utf-8"))
    return found


def exact(value: Any) -> Decimal:
    return Decimal(str(value))


def straight(indicator: dict[str, Any], year: int, entry: dict[str, Any]) -> str:
    """The status of an indicator, read straight from the table of the rules."""
    cell = indicator["target"][year]
    direction = indicator["arah"]
    if cell == "":
        return "Target tidak tercantum"
    if cell == "-":
        return "Tidak ditargetkan"
    number = re.match(r"[\d.]+(,\d+)?", cell)
    t = exact(number[0].replace(".", "").replace(",", ".")) if number else None
    if t == 0 and direction != "turun":
        return "Tidak ditargetkan"
    if "tidak_dapat_dihitung" in indicator:
        return "Tidak dapat dihitung"
    if entry.get("tidak_ada_kejadian"):
        return "Tidak ada kejadian"
    value = entry.get("nilai")
    if entry.get("pembilang") is not None:
        value = exact(entry["pembilang"]) * 100 / exact(entry["penyebut"])
    if value is None:
        quarters = (entry.get("triwulan") or {}).values()
        running = any(quarter is not None for quarter in quarters)
        return "Berjalan" if running else "Belum dilaporkan"
    if t is None:
        scale = GRADES if cell in GRADES else OPINIONS
        place, wanted = scale.index(value), scale.index(cell)
        return STATUSES[(place > wanted) * 2 + (place == wanted)]
    r = exact(value)
    if t == 0:
        return "Tercapai" if r == 0 else "Tidak tercapai"
    if direction == "tetap":
        if r == t:
            return "Tercapai"
        return f"Tidak tercapai ({'di atas' if r > t else 'di bawah'} target)"
    better = r < t if direction == "turun" else r > t
    return STATUSES[0 if better else 1 if r == t else 2]


def expected(year: int) -> dict[str, str]:
    """Indicator id to the status that its report has."""
    entries = {entry["kode"]: entry for entry in report(year)["indikator"]}
    return {item["id"]: straight(item, year, entries[item["id"]]) for item in indicators()}


def plain(status: str) -> str:
    return status.partition(" (")[0]


@pytest.mark.parametrize("year", YEARS)
def test_statuses_are_those_of_a_straight_reading(example_site: Path, year: int) -> None:
    shown = rows(table(article(example_site / f"capaian/{year}/index.html"), f"Capaian {year}"))
    at = shown[0].index("Status")

    assert {row[0]: row[at] for row in shown[1:]} == expected(year)


@pytest.mark.parametrize("year", YEARS)
def test_counts_are_those_of_a_straight_reading(example_site: Path, year: int) -> None:
    national = {item["id"] for item in indicators() if item["tingkat"] == "nasional"}
    found = [
        Counter(plain(s) for kode, s in expected(year).items() if (kode in national) is group)
        for group in (False, True)
    ]
    page = article(example_site / f"capaian/{year}/index.html")

    assert rows(table(page, "Banyaknya indikator"))[1:-1] == [
        [status, *(str(counts[status]) for counts in found)] for status in STATUSES
    ]
    own = found[0]
    outside = sum(own[status] for status in STATUSES[5:])
    met = own["Tercapai"] + own["Melampaui target"]
    sentence = page.by_class("ringkasan-capaian")[0].text
    assert sentence.startswith(
        f"{met} dari {sum(own.values()) - outside} indikator yang ditargetkan tercapai"
    )


def test_every_status_is_shown_by_an_indicator(example_site: Path) -> None:
    shown = {
        plain(status.text)
        for page in (example_site / "indikator").glob("ik-*/index.html")
        for status in table(article(page), "Target ik-").by_class("status")
    }

    assert shown == set(STATUSES)


@pytest.mark.parametrize("year", YEARS)
def test_spending_is_what_is_reported(example_site: Path, year: int) -> None:
    made_up = report(year)
    entries = {e["kode"]: e for part in ("program", "kegiatan") for e in made_up[part]}
    page = article(example_site / "anggaran/realisasi/index.html")
    shown = rows(table(page, f"Rencana, pagu akhir dan realisasi {year}"))[1:]
    names = {row["program"]: row["nama"] for row in load("anggaran/program.yml")["baris"]}
    for program, name in names.items():
        (row,) = [row for row in shown if row[0].rstrip("0123456789") == name]
        entry = entries[program]
        spent, budget = entry.get("realisasi"), entry["pagu"]
        if spent is None:
            assert row[-1] == ""
            continue
        share = f"{exact(spent) * 100 / exact(budget):.2f}".replace(".", ",")
        assert row[-1].replace("\N{NO-BREAK SPACE}", " ") == f"{share} %"
        assert row[2] == f"{round(exact(budget) / 1000):,}".replace(",", ".")


def test_every_page_says_that_it_is_made_up(example_site: Path) -> None:
    for url, file in {**pages(example_site), "404": example_site / "404.html"}.items():
        page = read_page(file)
        assert next(page.all("title")).text.startswith("CONTOH") or (
            " - CONTOH · " in next(page.all("title")).text
        ), url
        (banner,) = page.by_class("md-banner")
        assert "Semua realisasi di situs ini dibuat-buat" in banner.text, url


def test_its_files_say_that_they_are_made_up(example_site: Path) -> None:
    for year in YEARS:
        book = load_workbook(example_site / f"capaian/{year}/realisasi-{year}.xlsx")
        shown = [sheet for sheet in book if sheet.sheet_state == "visible"]
        assert shown
        assert all("CONTOH" in str(sheet["A1"].value) for sheet in shown)
    feed = ET.parse(example_site / "capaian/perubahan.xml").getroot()
    titles = [item.text or "" for item in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert titles
    assert all(title.startswith("CONTOH (dibuat-buat): ") for title in titles)


@pytest.mark.parametrize("year", YEARS)
def test_made_up_data_says_so_itself(year: int) -> None:
    text = (MADE_UP / f"{year}.yml").read_text(encoding="utf-8")
    assert text.startswith("# CONTOH: ")
    assert report(year)["contoh"] is True
    for entry in report(year)["indikator"]:
        for key in ("analisis", "kendala", "tindak_lanjut", "tidak_ada_kejadian"):
            assert (entry.get(key) or "Contoh: ").startswith("Contoh: ")
        assert "CONTOH" in ((entry.get("sumber") or {}).get("judul") or "CONTOH")


@pytest.mark.parametrize("year", YEARS)
def test_the_real_reports_are_not_made_up(year: int) -> None:
    assert "contoh" not in load(f"realisasi/{year}.yml")
