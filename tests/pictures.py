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
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from renstra.sheet.layout import HEAD_ROW
from tests import example
from tests.browser.conftest import ARGUMENTS, find_browser
from tests.building import FORGE, PROJECT, built, set_up
from tests.hosting import hosting

PICTURES = PROJECT / "docs/assets/images/panduan"
YEAR = example.reported_year()
PLACE = example.first(lambda place: example.entry(place.id, YEAR).get("nilai"))
SHOWN = ("Kode", "Indikator", f"Target {YEAR}", "Nilai setahun", "Status data", "Sumber: judul")
COLOURS = 64
SIZE: ViewportSize = {"width": 900, "height": 800}


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
        }""",
        [heading, after],
    )
    _keep(page.locator("#gambar").screenshot(), name)


def _workbook(site: Path, folder: Path) -> None:
    """The sheet of indicators as LibreOffice shows it, made a picture by way of a PDF.

    Columns that say least are hidden, so that the others can be read in the guide.
    """
    workbook = load_workbook(site / f"capaian/{YEAR}/realisasi-{YEAR}.xlsx")
    sheet = workbook["Indikator CONTOH"]
    for number, head in enumerate(sheet[HEAD_ROW], 1):
        if head.value not in SHOWN:
            sheet.column_dimensions[get_column_letter(number)].hidden = True
    sheet.page_setup.fitToWidth = 1
    sheet.print_title_cols = None
    book = folder / f"realisasi-{YEAR}.xlsx"
    workbook.save(book)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    tool = shutil.which("soffice") or sys.exit("soffice: not found")
    subprocess.run(
        [tool, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, book],
        check=True,
        capture_output=True,
    )
    draw = shutil.which("pdftoppm") or sys.exit("pdftoppm: not found")
    pdf = folder / f"realisasi-{YEAR}.pdf"
    target = folder / "templat"
    pages = ["-f", "2", "-l", "2", "-singlefile", "-r", "110"]
    crop = ["-x", "35", "-y", "95", "-W", "1210", "-H", "500"]
    subprocess.run([draw, "-png", *pages, *crop, pdf, target], check=True)
    _keep(target.with_suffix(".png").read_bytes(), "templat")


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
            page.goto(address + PLACE.page)
            _section(page, "mengapa-status-ini", "hasil", after="letak-dalam-rencana")
        browser.close()
        _workbook(site, folder)


if __name__ == "__main__":
    main()
