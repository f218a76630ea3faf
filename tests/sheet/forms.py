"""Makes the workbook of today's form, filled in, to be kept: `python -m tests.sheet.forms NAME`.

Years behind the name make it one of those years; it is of one otherwise. It stands on
`tests/tiny`, two reports of which are made up here.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from renstra.reading.load import load_plan
from renstra.sheet.template import make_workbook
from tests.conftest import TINY
from tests.sheet.books import Edits, filled

FORMS = Path(__file__).parent / "lembar"
YEAR = 2032
BEFORE = """\
tahun: 2031
contoh: true
indikator:
  - kode: ik-001
    nilai: 70
    status_data: sementara
    sumber:
      judul: Laporan rekaan
    analisis: Dibuat-buat.
program:
  - kode: pg-1
    realisasi: 150000
    status_data: final
    sumber:
      judul: Laporan rekaan
"""
NOW = """\
tahun: 2032
contoh: true
indikator:
  - kode: ik-002
    nilai: B
    status_data: sementara
    sumber:
      judul: Laporan rekaan
"""
TYPED: Edits = {
    ("ik-001", "Nilai setahun"): 90,
    ("ik-001", "Status data"): "sementara",
    ("ik-001", "Sumber: judul"): "Laporan rekaan",
    ("ik-002", "Nilai setahun"): "HAPUS",
    ("ik-002", "Status data"): "HAPUS",
    ("ik-002", "Kendala"): "Tidak ada; dibuat-buat.",
    ("ik-005", "Triwulan 4"): 12,
    ("ik-005", "Sumber: judul"): "Laporan rekaan",
    ("pg-1", "Pagu akhir (DIPA)"): 5000,
    ("an-004", "Alasan perubahan"): "Dibuat-buat.",
    ("laporan-2032", "Sumber: nomor"): "1/LAIN",
    ("laporan-2032", "Sumber: judul"): "Laporan rekaan setahun",
}
"""What staff typed into each form that is kept."""


def report_made_up() -> None:
    """Write the two reports into the data of the current folder."""
    folder = Path("data/realisasi")
    folder.mkdir()
    (folder / "2031.yml").write_text(BEFORE, encoding="utf-8")
    (folder / "2032.yml").write_text(NOW, encoding="utf-8")


def form(years: Sequence[int]) -> bytes:
    """The workbook as it is made today from the current folder, with `TYPED` in it."""
    sources = {year: Path(f"data/realisasi/{year}.yml").read_bytes() for year in years}
    book = make_workbook(load_plan(Path("data")), sources, None)
    return filled(TYPED, book, str(YEAR) if len(years) > 1 else "")


if __name__ == "__main__":
    target = FORMS / f"{sys.argv[1]}.xlsx"
    with tempfile.TemporaryDirectory() as home:
        shutil.copytree(TINY, home, dirs_exist_ok=True)
        os.chdir(home)
        report_made_up()
        target.write_bytes(form([int(year) for year in sys.argv[2:]] or [YEAR]))
