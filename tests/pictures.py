"""`make gambar`: the pictures of the staff guide, taken anew from the site with made-up reports.

Needs Chromium, LibreOffice and pdftoppm; a person runs it after the pages or the workbook changed,
looks at what came out, and commits it. Nothing of the site or its tests depends on it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from playwright.sync_api import Page, ViewportSize, sync_playwright

from renstra.sheet.layout import HEAD_ROW
from tests.browser.conftest import ARGUMENTS, find_browser, serving
from tests.building import PROJECT, build

PICTURES = PROJECT / "docs/assets/images/panduan"
FORGE = "https://forge.example/kantor/rencana/edit/main/docs/{path}"
SHOWN = ("Kode", "Indikator", "Target 2023", "Nilai setahun", "Status data", "Sumber: judul")
SIZE: ViewportSize = {"width": 900, "height": 800}


def _site(folder: Path) -> Path:
    """The site as it is once the office has set the address of its repository."""
    settings = {
        "INHERIT": str(PROJECT / "mkdocs-contoh.yml"),
        "site_url": "https://renstra.example/",
        "edit_uri_template": FORGE,
    }
    project = folder / "proyek"
    project.mkdir()
    for name in ("data", "docs", "macros", "renstra", "contoh"):
        (project / name).symlink_to(PROJECT / name)
    (project / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    done = build(project, folder / "site")
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
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
    page.locator("#gambar").screenshot(path=PICTURES / f"{name}.png")


def _workbook(site: Path, folder: Path) -> None:
    """The sheet of indicators as LibreOffice shows it, made a picture by way of a PDF.

    Columns that say least are hidden, so that the others can be read in the guide.
    """
    workbook = load_workbook(site / "capaian/2023/realisasi-2023.xlsx")
    sheet = workbook["Indikator CONTOH"]
    for number, head in enumerate(sheet[HEAD_ROW], 1):
        if head.value not in SHOWN:
            sheet.column_dimensions[get_column_letter(number)].hidden = True
    sheet.page_setup.fitToWidth = 1
    sheet.print_title_cols = None
    book = folder / "realisasi-2023.xlsx"
    workbook.save(book)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    tool = shutil.which("soffice") or sys.exit("soffice: not found")
    subprocess.run(
        [tool, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, book],
        check=True,
        capture_output=True,
    )
    draw = shutil.which("pdftoppm") or sys.exit("pdftoppm: not found")
    pdf = folder / "realisasi-2023.pdf"
    target = PICTURES / "templat"
    pages = ["-f", "2", "-l", "2", "-singlefile", "-r", "110"]
    crop = ["-x", "35", "-y", "95", "-W", "1210", "-H", "500"]
    subprocess.run([draw, "-png", *pages, *crop, pdf, target], check=True)


def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        site = _site(folder)
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        with serving(site) as address:
            page = browser.new_page(viewport=SIZE)
            page.goto(f"{address}indikator/ik-022/")
            _section(page, "rujukan", "tautan-sunting")
            page.goto(f"{address}capaian/2023/")
            _section(page, "untuk-staf", "unduh-templat")
            page.goto(f"{address}indikator/ik-022/")
            _section(page, "mengapa-status-ini", "hasil", after="letak-dalam-rencana")
        browser.close()
        _workbook(site, folder)


if __name__ == "__main__":
    main()
