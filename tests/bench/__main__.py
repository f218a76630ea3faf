"""`make bench`: what the build costs, as medians of builds in turn and ratios of each pair.

A machine whose speed drifts slows both of a pair, so that a ratio is a figure to trust where a
time alone is not.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import yaml

from tests.bench import report, sizes
from tests.bench.plain import plain_project
from tests.bench.report import Figures, Growth
from tests.bench.running import Run, build, run
from tests.bench.serving import seconds_until_shown
from tests.bench.stages import STAGES
from tests.bench.synthetic import INDIKATOR, SASARAN, write_plan
from tests.building import PROJECT, copy_project

ADDRESS = "https://rencana.example/"
"""Published, a site has its map and its cards, which cost time as well."""

STAGE_RUNS = 3


def _median(values: Sequence[float]) -> float:
    return statistics.median(values)


def _real_project(folder: Path) -> Path:
    project = copy_project(folder / "situs")
    settings: dict[str, Any] = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["site_url"] = ADDRESS
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return project


def _grown_project(folder: Path, copies: int) -> Path:
    """A copy of the project with a made-up plan; nothing of its past, which is the real one's."""
    project = _real_project(folder / f"kali-{copies}")
    shutil.rmtree(project / ".git", ignore_errors=True)
    shutil.rmtree(project / "data")
    write_plan(project / "data", copies)
    return project


def _pairs(one: Path, other: Path, number: int) -> list[tuple[Run, Run]]:
    """Both projects built in turn, after one build of each that is not counted."""
    found = []
    for turn in range(number + 1):
        pair = build(one, one / "hasil"), build(other, other / "hasil")
        if turn:
            found.append(pair)
            click.echo(f"  {turn}: {pair[0].wall:.2f} s, {pair[1].wall:.2f} s")
    return found


def _pages(project: Path) -> int:
    return len(list((project / "hasil").rglob("index.html")))


def _growth(base: Path, folder: Path, copies: int, number: int) -> Growth:
    click.echo(f"{copies} copies of 75 indicators, against one:")
    grown = _grown_project(folder, copies)
    pairs = _pairs(base, grown, number)
    pages, base_pages = _pages(grown), _pages(base)
    return Growth(
        copies * SASARAN * INDIKATOR,
        pages,
        _median([big.wall for _, big in pairs]),
        _median([(big.wall / pages) / (small.wall / base_pages) for small, big in pairs]),
        max(big.memory for _, big in pairs),
    )


def _gate(project: Path) -> Run:
    """The gate on a copy of the project, with its book and its offline edition."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "tests", project / "tests", ignore=ignored)
    if (PROJECT / "build/nu").exists():
        (project / "build").mkdir(exist_ok=True)
        (project / "build/nu").symlink_to(PROJECT / "build/nu")
    return run([sys.executable, "-m", "tests.gate"], project)


def _stages(project: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.stages"]
    config = ["--config-file", str(project / "mkdocs.yml"), "--site-dir", str(project / "hasil")]
    runs = [
        json.loads(subprocess.run([*command, *config], check=True, capture_output=True).stdout)
        for _ in range(STAGE_RUNS)
    ]
    return {stage: _median([one[stage] for one in runs]) for stage in STAGES}


@click.command(context_settings={"max_content_width": 100})
@click.option("--pairs", default=5, show_default=True, help="Pairs of builds for each ratio.")
@click.option("--large/--no-large", default=True, help="Also the plan of 50 copies: minutes.")
@click.option("--write", is_flag=True, help="Write the figures into CONTRIBUTING.")
def main(pairs: int, *, large: bool, write: bool) -> None:
    """Measure the build of this site; print every figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        click.echo("This site, against plain MkDocs and Material with the same pages:")
        real = _real_project(folder)
        plain = plain_project(folder, ADDRESS)
        both = _pairs(real, plain, pairs)
        assert _pages(real) == _pages(plain), "the two sites differ in their pages"
        site = real / "hasil"
        click.echo("From a changed realisation to its page …")
        shown = seconds_until_shown(folder, pairs)
        click.echo("The gate …")
        gate = _gate(real)
        click.echo("Where the time goes …")
        stages = _stages(real)
        base = _grown_project(folder, 1)
        growth = [_growth(base, folder, 10, pairs)]
        if large:
            growth.append(_growth(base, folder, 50, 1))
        alone = build(base, base / "hasil")
        first = Growth(SASARAN * INDIKATOR, _pages(base), alone.wall, 1, alone.memory)
        ours = _median([one.wall for one, _ in both])
        figures = Figures(
            pages=_pages(real),
            ours=ours,
            plain=_median([other.wall for _, other in both]),
            ratio=_median([one.wall / other.wall for one, other in both]),
            gate=gate.wall / _median([other.wall for _, other in both]),
            memory=max(one.memory for one, _ in both),
            plain_memory=max(other.memory for _, other in both),
            growth=[first, *growth],
            shown=_median(shown),
            shown_ratio=_median(shown) / ours,
            indicator=sizes.indicator(site),
            first_visit=sizes.first_visit(site),
            index=sizes.search_index(site),
            stages=stages,
        )
    click.echo(report.sections(figures))
    if write:
        report.write(figures)


if __name__ == "__main__":
    main()
