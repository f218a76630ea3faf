"""The figures as tables in CONTRIBUTING, between two marks, and what they were taken on."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.bench.stages import STAGES
from tests.building import PROJECT

PAGE = PROJECT / "CONTRIBUTING.md"
BEGIN, END = "<!-- make bench: begin -->\n", "<!-- make bench: end -->\n"
KIB = 1024


@dataclass(frozen=True)
class Figures:
    """What was measured: seconds, bytes, and ratios that were taken pair by pair."""

    pages: int
    ours: float
    plain: float
    ratio: float
    gate: float
    """The gate's time against plain's, book and offline edition included."""

    memory: int
    plain_memory: int
    growth: Sequence[Growth]
    shown: float
    shown_ratio: float
    indicator: int
    first_visit: int
    index: int
    stages: Mapping[str, float]


@dataclass(frozen=True)
class Growth:
    """A made-up plan: how many indicators and pages it has, and what its build costs."""

    indicators: int
    pages: int
    seconds: float
    ratio: float
    """Time a page against the smallest plan's."""

    memory: int


def _seconds(value: float) -> str:
    return f"{value:.1f} s"


def _megabytes(value: int) -> str:
    return f"{value / KIB**2:.0f} MB"


def _kilobytes(value: int) -> str:
    return f"{value / KIB:.1f} KB"


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown under its title."""
    lines = [heads, ["---", *["--:" for _ in heads[1:]]], *rows]
    return f"**{title}**\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def sections(figures: Figures) -> str:
    """All tables, with what they were measured on."""
    whole = sum(figures.stages.values())
    return "\n".join(
        [
            f"Measured on {machine()}.\n",
            table(
                f"Building this site ({figures.pages} pages)",
                ["what", "result"],
                [
                    ["the whole site", _seconds(figures.ours)],
                    ["plain MkDocs and Material", _seconds(figures.plain)],
                    ["their ratio, at most 1.50", f"{figures.ratio:.2f}"],
                    ["the gate against plain, at most 15", f"{figures.gate:.1f}"],
                    ["memory", _megabytes(figures.memory)],
                    ["memory, plain", _megabytes(figures.plain_memory)],
                    ["from a saved realisation to its page", _seconds(figures.shown)],
                    ["that against the whole site", f"{figures.shown_ratio:.2f}"],
                ],
            ),
            table(
                "What a reader's telephone fetches, compressed",
                ["what", "size", "bound"],
                [
                    ["the page of an indicator", _kilobytes(figures.indicator), "12 KB"],
                    ["a first visit", _kilobytes(figures.first_visit), "100 KB"],
                    ["the search's index", _kilobytes(figures.index), "60 KB"],
                ],
            ),
            table(
                "Where the time goes",
                ["stage", "time", "share"],
                [
                    [
                        words,
                        f"{figures.stages[stage]:.2f} s",
                        f"{100 * figures.stages[stage] / whole:.0f} %",
                    ]
                    for stage, words in STAGES.items()
                ],
            ),
            table(
                "Larger plans (made up)",
                ["indicators", "pages", "whole", "a page", "against 75", "memory"],
                [
                    [
                        f"{item.indicators:,}",
                        f"{item.pages:,}",
                        _seconds(item.seconds),
                        f"{1000 * item.seconds / item.pages:.0f} ms",
                        f"{item.ratio:.2f}",
                        _megabytes(item.memory),
                    ]
                    for item in figures.growth
                ],
            ),
        ]
    )


def machine() -> str:
    """The day and the machine, in a sentence."""
    cpu = re.search(r"^model name\s*:\s*(.+)$", _read("/proc/cpuinfo"), re.MULTILINE)
    memory = re.search(r"^MemTotal:\s*(\d+)", _read("/proc/meminfo"), re.MULTILINE)
    parts = [
        f"{os.cpu_count()} cores",
        cpu[1] if cpu else platform.machine(),
        f"{int(memory[1]) / KIB**2:.0f} GB of memory" if memory else "",
        platform.system(),
        f"Python {platform.python_version()}",
        f"MkDocs {version('mkdocs')}",
        f"Material {version('mkdocs-material')}",
    ]
    return f"{date.today():%d %B %Y}: {', '.join(filter(None, parts))}"


def _read(file: str) -> str:
    path = Path(file)
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def write(figures: Figures) -> None:
    """Put the figures between the marks of the page."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(f"{before}{BEGIN}\n{sections(figures)}\n{END}{after}", encoding="utf-8")
