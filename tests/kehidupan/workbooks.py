"""A workbook, filled in cell by cell as staff would, and taken into the data."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.kehidupan.office import Office
from tests.kehidupan.reports import Report, cells


def fill_in(office: Office, year: int, reports: Iterable[Report], file: Path) -> Path:
    """The workbook of a year with reports typed in, saved at `file`."""
    office.renstra("realisasi", "templat", str(year), "--keluaran", str(file))
    return _type_in(reports, file)


def fill_in_all(office: Office, reports: Iterable[Report], file: Path) -> Path:
    """The one workbook of all years with reports typed in, each on the sheets of its year."""
    office.renstra("realisasi", "templat", "--semua", "--keluaran", str(file))
    reports = list(reports)
    for year in sorted({report.year for report in reports}):
        _type_in((report for report in reports if report.year == year), file, f" {year}")
    return file


def _type_in(reports: Iterable[Report], file: Path, sheets: str = "") -> Path:
    """Type reports into the sheets whose names hold `sheets`."""
    typed: dict[tuple[str, str], Any] = {}
    for report in reports:
        typed |= cells(report)
    book = load_workbook(file)
    left = dict(typed)
    for sheet in book.worksheets[1:]:  # the first explains the others, and names kodes as well
        if sheet.sheet_state != "visible" or sheets not in sheet.title:
            continue
        head: dict[str, int] = {}
        for line, row in enumerate(sheet.iter_rows(), 1):
            texts = {str(cell.value): number for number, cell in enumerate(row, 1) if cell.value}
            if not head and "Status data" in texts:
                head = texts
                continue
            kode = str(row[0].value)
            for title, column in head.items() if head else ():
                if (kode, title) in left:
                    sheet.cell(line, column).value = left.pop((kode, title))
    assert not left, f"tidak ada tempatnya di lembar: {sorted(left)}"
    book.save(file)
    return file


def take_in(office: Office, file: Path) -> str:
    """Import a workbook; it must be accepted."""
    return office.renstra("realisasi", "impor", str(file))
