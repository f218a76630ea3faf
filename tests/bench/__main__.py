"""`make bench`: what the build costs, as medians of builds in turn and ratios of each pair.

A machine whose speed drifts slows both of a pair, so that a ratio is a figure to trust where a
time alone is not.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple
from urllib.request import urlopen

import click
import yaml

from tests.bench import report
from tests.bench.grown import write_plan
from tests.bench.report import machine, seconds, size, table
from tests.bench.stages import STAGES
from tests.building import PROJECT, copy_project
from tests.hosting import weight
from tests.reading import read_page

ADDRESS = "https://rencana.example/"
"""Published, a site has its map and its cards, which cost time as well."""

ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
FEW, MANY = 10, 40
"""How many copies of the example larger plans have; of the largest one build is enough."""

PATIENCE = 120
"""Seconds after which a page that does not come is given up."""

CAPTURE = """
import json
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_page_markdown(markdown, *, page, config, files):
    target = Path({folder!r}) / page.file.src_uri
    target.parent.mkdir(parents=True, exist_ok=True)
    meta = {{"title": page.title or "", "hide": page.meta.get("hide", [])}}
    head = "".join(f"{{key}}: {{json.dumps(value)}}\\n" for key, value in meta.items())
    target.write_text(f"---\\n{{head}}---\\n{{markdown}}", encoding="utf-8")
"""
KEPT = {"nav", "not_in_nav", "markdown_extensions", "theme"}
THEME = {"name", "language", "font", "palette", "features", "icon"}


class Run(NamedTuple):
    """What a command cost: the seconds that a person waits, and the most bytes held at once."""

    wall: float
    memory: int


def run(folder: Path, *command: str) -> Run:
    """Run a module of Python in `folder`; ends this program with what it printed where it fails."""
    with tempfile.TemporaryFile("w+") as said:
        start = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=folder,
            env=ENVIRONMENT,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            sys.exit(said.read())
    return Run(wall, usage.ru_maxrss * 1024)


def build(project: Path) -> Run:
    """Build the site of a project into its folder `hasil`."""
    return run(project, "mkdocs", "build", "--strict", "--site-dir", str(project / "hasil"))


def pairs(one: Path, other: Path, number: int) -> list[tuple[Run, Run]]:
    """Both projects built in turn, after one build of each that is not counted."""
    found = [(build(one), build(other)) for _ in range(number + 1)][1:]
    for turn, (here, there) in enumerate(found, 1):
        click.echo(f"  {turn}: {here.wall:.2f} s, {there.wall:.2f} s")
    return found


def pages(project: Path) -> int:
    """How many pages its built site has, without those that lead on from an old address."""
    texts = (page.read_text("utf-8") for page in (project / "hasil").rglob("index.html"))
    return sum('http-equiv="refresh"' not in text for text in texts)


def set_settings(project: Path, **values: Any) -> dict[str, Any]:
    """Write the settings of a project anew with some changed; as they are then."""
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    settings: dict[str, Any] = yaml.safe_load(text) | values
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return settings


def real_project(folder: Path) -> Path:
    """A copy of this project, published."""
    set_settings(copy_project(folder), site_url=ADDRESS)
    return folder


def grown_project(folder: Path, copies: int) -> Path:
    """The same with a made-up plan, and nothing of its past, which is the real one's."""
    real_project(folder)
    shutil.rmtree(folder / ".git", ignore_errors=True)
    shutil.rmtree(folder / "data")
    write_plan(folder / "data", copies)
    return folder


def plain_project(folder: Path) -> Path:
    """MkDocs and Material with nothing of ours but the pages, caught once their macros have run."""
    project = copy_project(folder / "proyek")
    plain = folder / "polos"
    images = "docs/assets/images"  # the guide shows them
    shutil.copytree(PROJECT / images, plain / images)
    (project / "capture.py").write_text(
        CAPTURE.format(folder=str(plain / "docs")), encoding="utf-8"
    )
    settings = set_settings(project)
    set_settings(project, hooks=[*settings["hooks"], "capture.py"])
    build(project)
    found = {key: value for key, value in settings.items() if key in KEPT}
    found["markdown_extensions"] = [
        name for name in found["markdown_extensions"] if not str(name).startswith("macros.")
    ]
    found["theme"] = {key: value for key, value in found["theme"].items() if key in THEME}
    found |= {"site_name": "Polos", "site_url": ADDRESS, "plugins": ["search"]}
    (plain / "mkdocs.yml").write_text(yaml.safe_dump(found), encoding="utf-8")
    return plain


def gate(project: Path) -> Run:
    """The gate on a copy of the project, with its book and its offline edition."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "tests", project / "tests", ignore=ignored)
    if (PROJECT / "build/nu").exists():
        (project / "build").mkdir(exist_ok=True)
        (project / "build/nu").symlink_to(PROJECT / "build/nu")
    return run(project, "tests.gate")


def seconds_by_stage(project: Path) -> dict[str, float]:
    """What each stage takes: the medians of three builds."""
    command = [sys.executable, "-m", "tests.bench.stages"]
    config = ["--config-file", str(project / "mkdocs.yml"), "--site-dir", str(project / "hasil")]
    said = [subprocess.check_output([*command, *config], env=ENVIRONMENT) for _ in range(3)]
    runs = [json.loads(one) for one in said]
    return {stage: median(one[stage] for one in runs) for stage in STAGES}


@contextmanager
def served(project: Path) -> Iterator[str]:
    """The address at which the made-up office is served, as `make demo` does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    options = ["--setelan", "mkdocs-contoh.yml", "--di", place]
    server = subprocess.Popen(
        [sys.executable, "-m", "macros.adapter.serving", *options],
        cwd=project,
        env=ENVIRONMENT,
        text=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        assert server.stderr
        assert any("Serving on" in line for line in server.stderr), "the site is not served"
        yield f"http://{place}/"
    finally:
        server.terminate()
        server.communicate()


def seconds_until_shown(folder: Path, changes: int) -> float:
    """The median of the seconds from a saved realisation to the page that shows it."""
    project = copy_project(folder)
    file = project / "contoh/lengkap/realisasi/2024.yml"
    taken = []
    with served(project) as address:
        for number in range(changes):
            # A figure that is not final may change without a reason.
            wanted = r"(kode: ik-010\n +nilai: ).*(\n +status_data: sementara)"
            text, count = re.subn(wanted, rf"\g<1>9{number}.25\2", file.read_text("utf-8"))
            assert count == 1, f"{file} has changed its form"
            file.write_text(text, encoding="utf-8")
            start, words = time.perf_counter(), f"9{number},25"
            while words not in urlopen(f"{address}indikator/ik-010/").read().decode():
                assert time.perf_counter() < start + PATIENCE, f"{words} is not shown"
                time.sleep(0.02)
            taken.append(time.perf_counter() - start)
    return median(taken)


def first_visit(site: Path) -> int:
    """Bytes of the home page with the styles, scripts and pictures that it names, compressed.

    What the theme's script fetches later, the search's index, is left out.
    """
    home = site / "index.html"
    named = [("script", "src"), ("img", "src"), ("link", "href")]
    parts = {
        element.attributes[name]
        for tag, name in named
        for element in read_page(home).all(tag)
        if name in element.attributes
        and (tag != "link" or {"stylesheet", "icon"} & set(element.attributes["rel"].split()))
    }
    return weight(home) + sum(weight((home.parent / part).resolve()) for part in parts)


def growth(folder: Path, number: int, copies: Sequence[int]) -> Iterator[Sequence[str]]:
    """A row for each number of copies of the example, built in turn with one copy."""
    base = grown_project(folder / "kali-1", 1)
    for many in copies:
        click.echo(f"{many} of the example, against one:")
        if many == 1:
            grown, both = base, [(run := build(base), run)]
        else:
            grown = grown_project(folder / f"kali-{many}", many)
            both = pairs(base, grown, number if many == FEW else 1)
        wall, here, there = median(big.wall for _, big in both), pages(grown), pages(base)
        yield [
            f"{len(list((grown / 'hasil/indikator').glob('ik-*'))):,}",
            f"{here:,}",
            seconds(wall),
            f"{1000 * wall / here:.0f} ms",
            f"{median(big.wall / here / (one.wall / there) for one, big in both):.2f}",
            size(max(big.memory for _, big in both)),
        ]


def measured(folder: Path, number: int, copies: Sequence[int]) -> Iterator[str]:
    """All tables, with what they were measured on."""
    yield machine()
    click.echo("This site, against plain MkDocs and Material with the same pages:")
    real, plain = real_project(folder / "situs"), plain_project(folder)
    both = pairs(real, plain, number)
    assert pages(real) == pages(plain), "the two sites differ in their pages"
    ours, theirs = (median(run.wall for run in runs) for runs in zip(*both, strict=True))
    click.echo("From a changed realisation to its page …")
    shown = seconds_until_shown(folder / "tayang", number)
    click.echo("The gate …")
    judged = gate(real)
    yield table(
        f"Building this site ({pages(real)} pages)",
        ["what", "result"],
        [
            ["the whole site", seconds(ours)],
            ["plain MkDocs and Material", seconds(theirs)],
            ["their ratio, at most 1.50", f"{median(a.wall / b.wall for a, b in both):.2f}"],
            ["the gate against plain, at most 15", f"{judged.wall / theirs:.1f}"],
            ["memory", size(max(run.memory for run, _ in both))],
            ["memory, plain", size(max(run.memory for _, run in both))],
            ["from a saved realisation to its page", seconds(shown)],
            ["that against the whole site", f"{shown / ours:.2f}"],
        ],
    )
    site = real / "hasil"
    indicator = median(weight(page) for page in site.glob("indikator/ik-*/index.html"))
    yield table(
        "What a reader's telephone fetches, compressed",
        ["what", "size", "bound"],
        [
            ["the page of an indicator", size(indicator), "12 KB"],
            ["a first visit", size(first_visit(site)), "100 KB"],
            ["the search's index", size(weight(site / "search/search_index.json")), "60 KB"],
        ],
    )
    click.echo("Where the time goes …")
    stages = seconds_by_stage(real)
    whole = sum(stages.values())
    yield table(
        "Where the time goes",
        ["stage", "time", "share"],
        [
            [STAGES[stage], f"{time:.2f} s", f"{100 * time / whole:.0f} %"]
            for stage, time in stages.items()
        ],
    )
    yield table(
        "Larger plans (made up)",
        ["indicators", "pages", "whole", "a page", "against one", "memory"],
        growth(folder, number, copies),
    )


@click.command(context_settings={"max_content_width": 100})
@click.option("--pairs", "number", default=5, show_default=True, help="Pairs for each ratio.")
@click.option("--large/--no-large", default=True, help="Also the plan of 40 copies: minutes.")
@click.option("--write", is_flag=True, help="Write the figures into CONTRIBUTING.")
def main(number: int, *, large: bool, write: bool) -> None:
    """Measure the build of this site; print every figure."""
    with tempfile.TemporaryDirectory() as name:
        text = "\n".join(measured(Path(name), number, [1, FEW, MANY] if large else [1, FEW]))
    click.echo(text)
    if write:
        report.write(text)


if __name__ == "__main__":
    main()
