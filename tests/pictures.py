"""`make gambar`: the pictures of the staff guide, taken anew from the site with made-up reports.

Needs Chromium, LibreOffice and pdftoppm; a person runs it after the pages or the workbook changed,
looks at what came out, and commits it. Nothing of the site or its tests depends on it.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from renstra.sheet.layout import HEAD_ROW, INDIKATOR
from renstra.sheet.layout import YEAR as LAPORAN
from tests import example
from tests.browser.conftest import ARGUMENTS, find_browser
from tests.building import FORGE, PROJECT, built, set_up
from tests.hosting import hosting

PICTURES = PROJECT / "docs/assets/images/panduan"
YEAR = example.reported_year()
PLACE = example.first(lambda place: example.entry(place.id, YEAR).get("nilai"))
OF_INDICATORS = (
    *("Kode", "Indikator", f"Target {YEAR}", f"Nilai {YEAR - 1}"),
    *("Nilai setahun", "Status data", "Analisis", "Kendala"),
)
OF_THE_YEAR = (
    *("Kode", "Batas lapor", "Sumber: judul", "Sumber: nomor", "Sumber: tanggal"),
    *("Persetujuan: nomor", "Persetujuan: tanggal", "Persetujuan: jabatan"),
)
COLOURS = 64
SIZE: ViewportSize = {"width": 900, "height": 1200}


class Crop(NamedTuple):
    """A part of the first page that is printed, in dots."""

    left: int
    top: int
    width: int
    height: int


def _site(folder: Path) -> Path:
    """The site as it is once the office has set the address of its repository."""
    values = {"site_url": "https://renstra.example/", "edit_uri_template": FORGE}
    built(set_up(folder / "proyek", example.SETTINGS, **values), folder / "site")
    return folder / "site"


def _section(page: Page, heading: str, name: str, after: str = "") -> None:
    """A picture of what stands under a heading, up to the heading `after` or the page's end."""
    page.evaluate(
        """([id, after]) => {
            const box = document.createElement("div");
            box.id = "gambar";
            box.style.padding = "1rem";
            const start = document.getElementById(id);
            start.before(box);
            while (box.nextSibling && !(after && box.nextSibling.id === after)) {
                if (box.nextSibling.nodeName === "NAV") break;
                box.append(box.nextSibling);
            }
            // Alone, for what is above it may yet change its height.
            document.querySelector("article").replaceChildren(box);
        }""",
        [heading, after],
    )
    _keep(page.locator("#gambar").screenshot(), name)


def _why(page: Page, address: str, place: example.Place, year: int, name: str) -> None:
    """A picture of how the status of an indicator came about, with that of one year opened."""
    page.goto(address + place.page)
    page.evaluate(
        """year => {
            for (const one of document.querySelectorAll("article details"))
                one.open = one.querySelector("summary").textContent.trim().startsWith(year);
        }""",
        str(year),
    )
    _section(page, "mengapa-status-ini", name, after="letak-dalam-rencana")


def _withdrawn() -> tuple[example.Place, int]:
    """An indicator of which a figure is withdrawn, and its year."""
    return next(
        (place, year)
        for year in example.reports()
        for place in example.places()
        if example.entry(place.id, year).get("status_data") == "ditarik"
    )


def _sheet(site: Path, folder: Path, title: str, shown: Collection[str], crop: Crop) -> None:
    """A sheet of the workbook as LibreOffice shows it.

    Columns that say least are hidden, so that the others can be read in the guide.
    """
    workbook = load_workbook(site / f"capaian/{YEAR}/realisasi-{YEAR}.xlsx")
    workbook.active = sheet = workbook[f"{title} CONTOH"]
    for other in workbook.worksheets:
        if other is not sheet:
            other.sheet_state = "hidden"  # and not printed
    widths = {
        number: held.width
        for held in sheet.column_dimensions.values()
        if held.min and held.max
        for number in range(held.min, held.max + 1)  # neighbours of one width are kept as one
    }
    sheet.column_dimensions.clear()
    for number, head in enumerate(sheet[HEAD_ROW], 1):
        held = sheet.column_dimensions[get_column_letter(number)]
        held.width, held.hidden = widths[number], head.value not in shown
    sheet.page_setup.fitToWidth = 1
    sheet.print_title_cols = None
    book = folder / f"{title}.xlsx"
    workbook.save(book)
    _printed(book, folder, f"lembar-{title.lower()}", crop)


def _approval(site: Path, folder: Path) -> None:
    """The beginning of the sheet to sign."""
    name = f"lembar-persetujuan-{YEAR}.xlsx"
    shutil.copyfile(site / f"capaian/{YEAR}/{name}", folder / name)
    crop = Crop(left=35, top=60, width=1210, height=378)
    _printed(folder / name, folder, "lembar-persetujuan", crop)


def _printed(book: Path, folder: Path, name: str, crop: Crop) -> None:
    """A part of a workbook as LibreOffice prints it, made a picture by way of a PDF."""
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    tool = shutil.which("soffice") or sys.exit("soffice: not found")
    subprocess.run(
        [tool, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, book],
        check=True,
        capture_output=True,
    )
    draw = shutil.which("pdftoppm") or sys.exit("pdftoppm: not found")
    target = folder / name
    words = ["-f", 1, "-l", 1, "-singlefile", "-r", 110]
    words += ["-x", crop.left, "-y", crop.top, "-W", crop.width, "-H", crop.height]
    pdf = folder / f"{book.stem}.pdf"
    subprocess.run([draw, "-png", *map(str, words), pdf, target], check=True)
    _keep(target.with_suffix(".png").read_bytes(), name)


def _keep(picture: bytes, name: str) -> None:
    """Keep a picture of text in few colours, which a telephone loads in a quarter of the bytes."""
    few = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.convert("RGB").save(PICTURES / f"{name}.webp", lossless=True, quality=100, method=6)


def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        site = _site(folder)
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        with hosting(site) as host:
            address = host.address
            page = browser.new_page(viewport=SIZE)
            page.goto(address + PLACE.page)
            _section(page, "rujukan", "tautan-sunting")
            page.goto(f"{address}capaian/{YEAR}/")
            _section(page, "untuk-staf", "unduh-templat")
            _why(page, address, PLACE, YEAR, "hasil")
            place, year = _withdrawn()
            _why(page, address, place, year, "ditarik")
        browser.close()
        _sheet(site, folder, INDIKATOR, OF_INDICATORS, Crop(35, 95, 1240, 500))
        _sheet(site, folder, LAPORAN, OF_THE_YEAR, Crop(35, 95, 1240, 160))
        _approval(site, folder)


if __name__ == "__main__":
    main()
