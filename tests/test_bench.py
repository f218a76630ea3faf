"""What `make bench` measures with: made-up plans without a problem, and tables of its figures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from renstra.reading.load import load_plan
from renstra.results.year import assess
from tests import example
from tests.bench import report
from tests.bench.grown import write_plan
from tests.bench.stages import STAGES
from tests.building import PROJECT


@pytest.mark.parametrize("copies", [1, 15])
def test_a_larger_plan_is_whole(tmp_path: Path, copies: int) -> None:
    """Fifteen copies have more indicators than three digits count."""
    write_plan(tmp_path / "data", copies)

    plan = load_plan(tmp_path / "data", "data")

    added = len(plan.mulai)  # what a decree added stands once
    assert len(plan.kedudukan) == copies * (len(example.places()) - added) + added
    for year in example.years():
        reported = sum(item.told for item in assess(plan, year))
        entries = example.reports()[year]["indikator"]
        assert reported == copies * sum(bool(entry.get("status_data")) for entry in entries)


def test_a_table() -> None:
    rows = [["index", report.size(58_000)], ["memory", report.size(2**27)]]

    assert report.table("Sizes", ["what", "size"], rows) == (
        "**Sizes**\n\n| what | size |\n| --- | --: |\n| index | 56.6 KB |\n| memory | 128 MB |\n"
    )


def test_the_figures_stand_between_the_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "CONTRIBUTING.md"
    page.write_text(f"Atas\n{report.BEGIN}usang\n{report.END}Bawah\n", encoding="utf-8")
    monkeypatch.setattr(report, "PAGE", page)

    report.write("Baru\n")

    written = page.read_text(encoding="utf-8")
    assert written == f"Atas\n{report.BEGIN}\nBaru\n\n{report.END}Bawah\n"


def test_every_moment_of_a_build_belongs_to_a_stage(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.bench.stages", "--config-file", "mkdocs-contoh.yml"),
            *("--site-dir", str(tmp_path / "site")),
        ],
        cwd=PROJECT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=True,
    )

    seconds = json.loads(done.stdout)
    assert list(seconds) == list(STAGES)
    assert min(seconds.values()) > 0
