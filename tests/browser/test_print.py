"""On paper: drawings as wide as their figures, and the sheets themselves.

What holds of every page on paper is asked on a visit to each: test_visit.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import example as made_up
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

PLACE = made_up.first(lambda place: made_up.entry(place.id, made_up.reported_year()))


def test_a_drawing_prints_as_wide_as_its_figure(read: Open, example: str) -> None:
    page = read(example + PLACE.page)

    page.emulate_media(media="print")

    box = page.locator(".grafik svg").bounding_box()
    assert box is not None
    assert box["width"] > 200
    assert box["height"] > 80


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext")
@pytest.mark.parametrize("kind", ["", PLACE.page, "anggaran/kegiatan/", "benang/"])
def test_the_sheets_themselves(read: Open, example: str, kind: str, tmp_path: Path) -> None:
    page = read(example + kind)
    file = tmp_path / "cetak.pdf"

    page.pdf(path=file, format="A4")

    done = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    )
    *sheets, after = done.stdout.split("\f")
    assert after == ""
    assert all(sheet.strip() for sheet in sheets)
    assert page.locator("h1").inner_text().split()[0] in sheets[0]
    assert f"Alamat: /{kind}" in sheets[-1]
    assert re.search("Data per |Tanggal data tidak diketahui", sheets[-1])
    assert "Lewati ke isi" not in done.stdout
