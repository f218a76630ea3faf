"""Reports as they come: the first one, any other one, a year filled in, and five years at once."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.kehidupan import readings, reports
from tests.kehidupan.conftest import Begin
from tests.kehidupan.office import Office
from tests.kehidupan.published import assert_published
from tests.kehidupan.reports import Report
from tests.kehidupan.workbooks import fill_in, fill_in_all, take_in
from tests.reading import article

OFFICES, EACH = 4, 5 if os.environ.get("RENSTRA_SERANG") == "1" else 2
"""Reports in four offices that each send several, one after the other; twenty on request."""


def record(office: Office, report: Report, file: Path, *, by_workbook: bool) -> None:
    """Enter a report by one of the two ways, and commit it."""
    if by_workbook:
        take_in(office, fill_in(office, report.year, [report], file))
    else:
        reports.write(office.data, report)
    office.commit(f"Catat realisasi {report.year} {report.kode} menurut laporan", report.year)


@pytest.mark.parametrize("kantor", range(OFFICES))
def test_no_valid_report_stops_the_site(
    office: Office, begin: Begin, chance: random.Random, tmp_path: Path, kantor: int
) -> None:
    for turn in range(EACH):
        year = chance.choice(readings.years(office.data))
        begin(year)
        report = reports.draw(office.data, chance, year)
        print(report)

        record(office, report, tmp_path / f"{turn}.xlsx", by_workbook=(turn + kantor) % 2 == 1)

        office.passes()
        assert_published(office.site, report)


def quarters(report: Report, last: int) -> Report:
    """What is known of a report by the end of a quarter, which is all provisional."""
    value = report.values.get("nilai", report.values.get("realisasi"))
    kept = {key: report.values[key] for key in ("pagu", "sumber") if key in report.values}
    known = dict.fromkeys(range(1, last + 1), value)
    return Report(
        report.year,
        report.part,
        report.kode,
        kept | {"triwulan": known, "status_data": "sementara"},
    )


def whole_year(data: Path, year: int, chance: random.Random) -> list[Report]:
    """A report on everything that nothing is reported on yet in a year."""
    there = readings.entries(data, year)
    drawn = [
        reports.draw_on(part, thing, year, chance)
        for part, thing in reports.wanted(data)
        if readings.is_blank(there.get(reports.kode_of(thing)))
    ]
    return [report for report in drawn if {"nilai", "realisasi"} & report.values.keys()]


def test_a_year_is_filled_in_quarter_by_quarter(
    office: Office, begin: Begin, chance: random.Random, tmp_path: Path
) -> None:
    year = chance.choice(readings.years(office.data))
    begin(year)
    final = whole_year(office.data, year, chance)
    for step in (1, 3, 4):
        now = final if step == 4 else [quarters(report, step) for report in final]
        take_in(office, fill_in(office, year, now, tmp_path / f"triwulan-{step}.xlsx"))
        office.commit(f"Catat realisasi {year} sampai triwulan {step} menurut laporan", year)

        office.passes()
        assert called_late(office) == []


def test_five_years_are_filled_in_at_once(
    office: Office, begin: Begin, chance: random.Random, tmp_path: Path
) -> None:
    years = readings.years(office.data)
    for year in years:
        begin(year)
    drawn = [one for year in years for one in whole_year(office.data, year, chance)]
    take_in(office, fill_in_all(office, drawn, tmp_path / "semua.xlsx"))
    office.commit(f"Catat realisasi {years[0]} sampai {years[-1]} menurut laporan", years[-1])

    office.passes()
    assert called_late(office) == []


def called_late(office: Office) -> list[int]:
    """The years that are called late, though the office has set no day."""
    return [
        year
        for year in readings.years(office.data)
        if readings.report(office.data, year).get("batas_lapor") is None
        and "Terlambat:" in article(office.site / f"capaian/{year}/index.html").text
    ]
