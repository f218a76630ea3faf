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
from tests.bench import report
from tests.bench.report import Figures, Growth
from tests.bench.stages import STAGES
from tests.bench.synthetic import YEARS, write_plan
from tests.building import PROJECT

FIGURES = Figures(
    pages=130,
    ours=5.25,
    plain=4,
    ratio=1.3125,
    gate=9.5,
    memory=130 * report.KIB**2,
    plain_memory=60 * report.KIB**2,
    growth=[Growth(75, 124, 4, 1, 100 * report.KIB**2), Growth(3750, 4400, 120, 0.845, 2**30)],
    shown=5,
    shown_ratio=0.95,
    indicator=9900,
    first_visit=80_000,
    index=58_000,
    stages=dict.fromkeys(STAGES, 0.5),
)


@pytest.mark.parametrize("copies", [1, 14])
def test_a_made_up_plan_is_whole(tmp_path: Path, copies: int) -> None:
    """Fourteen copies have more indicators than three digits count."""
    write_plan(tmp_path / "data", copies)

    plan = load_plan(tmp_path / "data", "data")

    assert len(plan.kedudukan) == 75 * copies
    assert len(plan.kegiatan) == 12 * copies
    assert len(plan.pendanaan) == 25 * copies
    assert [sorted({item.status for item in assess(plan, year)}) for year in YEARS] == [
        *[["melampaui", "tercapai", "tidak_tercapai"]] * 3,
        *[["belum_dilaporkan"]] * 2,
    ]


def test_the_tables_say_the_figures() -> None:
    text = report.sections(FIGURES)

    assert "| their ratio, at most 1.50 | 1.31 |" in text
    assert "| the gate against plain, at most 15 | 9.5 |" in text
    assert "| the page of an indicator | 9.7 KB | 12 KB |" in text
    assert "| 3,750 | 4,400 | 120.0 s | 27 ms | 0.84 |" in text
    assert text.count("| 0.50 s | 11 % |") == len(STAGES)


def test_the_figures_stand_between_the_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "CONTRIBUTING.md"
    page.write_text(f"Atas\n{report.BEGIN}usang\n{report.END}Bawah\n", encoding="utf-8")
    monkeypatch.setattr(report, "PAGE", page)

    report.write(FIGURES)

    written = page.read_text(encoding="utf-8")
    assert written.startswith(f"Atas\n{report.BEGIN}\nMeasured on ")
    assert written.endswith(f"\n{report.END}Bawah\n")
    assert "usang" not in written


def test_every_moment_of_a_build_belongs_to_a_stage(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.stages", "--site-dir", str(tmp_path / "site")],
        cwd=PROJECT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=True,
    )

    seconds = json.loads(done.stdout)
    assert list(seconds) == list(STAGES)
    assert min(seconds.values()) > 0
