"""The formula that the page of the data shows, in the hands of the real LibreOffice."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from openpyxl import load_workbook

from tests.building import PROJECT
from tests.site.source import read_yaml


def test_the_formula_counts_what_it_says(example_site: Path, tmp_path: Path, soffice: str) -> None:
    page = (PROJECT / "docs/data/index.md").read_text(encoding="utf-8")
    (formula,) = re.findall(r"^=.*$", page, re.MULTILINE)
    book = load_workbook(example_site / "data/renstra.xlsx")
    # Where readers of Indonesian part the arguments by semicolons, the file itself has commas.
    book.create_sheet("Hitung", 0)["A1"] = formula.replace(";", ",")
    book.active = 0
    book.save(tmp_path / "hitung.xlsx")

    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    done = subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "csv", "hitung.xlsx"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    table = read_yaml(PROJECT / "contoh/lengkap/anggaran/program.yml")
    cells = [amount for row in table["baris"] for amount in row["pagu"].values()]
    total = sum(amount for amount in cells if amount is not None)
    assert (tmp_path / "hitung.csv").read_text(encoding="utf-8").strip() == str(total * 1000)
