"""A published report as its readers meet it: page, news, feed, open data and book."""

from __future__ import annotations

import json
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from tests.kehidupan.reports import Report
from tests.reading import article

ATOM = "{http://www.w3.org/2005/Atom}"


def assert_published(site: Path, report: Report) -> None:
    """All places of the site that tell of a report tell of this one."""
    found = opened(site, report)
    for key, given in report.values.items():
        assert as_json(given) == filled(found[key]), key
    assert any(report.kode in title and str(report.year) in title for title in feed_titles(site)), (
        "umpan"
    )
    news = article(site / "capaian/index.html").text
    assert report.kode in news or name(site, report) in news
    if report.part == "indikator":
        page = article(site / f"indikator/{report.kode}/index.html").text
        assert str(report.values["sumber"]["judul"]) in page
        # The book has the results of indicators; of money spent it has no part.
        assert report.kode in book(site)


def opened(site: Path, report: Report) -> dict[str, Any]:
    """The report in the open data."""
    file = site / f"data/v1/realisasi/{report.year}.json"
    year = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    (entry,) = [entry for entry in year[report.part] if entry["kode"] == report.kode]
    found: dict[str, Any] = entry
    return found


def as_json(given: Any) -> Any:
    """What was reported, as JSON holds it."""
    if isinstance(given, dict):
        return {str(key): as_json(item) for key, item in given.items()}
    if isinstance(given, str | int | Decimal):
        return given
    return given.isoformat()


def filled(found: Any) -> Any:
    """What is published, without the keys of it that say nothing."""
    if isinstance(found, dict):
        return {key: value for key, value in found.items() if value is not None}
    return found


def name(site: Path, report: Report) -> str:
    """What a programme or an activity of the budget is called in the open data."""
    rows = json.loads((site / "data/v1/anggaran.json").read_text(encoding="utf-8"))
    return next((str(row["nama"]) for row in _rows(rows) if row.get("kode") == report.kode), "?")


def _rows(found: Any) -> list[dict[str, Any]]:
    if isinstance(found, dict):
        return next(value for value in found.values() if isinstance(value, list))
    return list(found)


def feed_titles(site: Path) -> list[str]:
    """The titles of the feed of reports, newest first."""
    feed = ET.parse(site / "capaian/perubahan.xml").getroot()
    return [entry.findtext(f"{ATOM}title") or "" for entry in feed.iter(f"{ATOM}entry")]


def book(site: Path) -> str:
    """The text of the book."""
    (file,) = (site / "unduhan").glob("*.pdf")
    done = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True)
    return done.stdout.decode("utf-8")
