"""The figures as a page of the site: a table between two marks, and what they were taken on."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from macros.format import NBSP, day
from tests.bench.stages import STAGES
from tests.building import PROJECT

PAGE = PROJECT / "docs/tentang/kecepatan.md"
BEGIN, END = "<!-- make bench: mulai -->\n", "<!-- make bench: selesai -->\n"
KIB = 1024


@dataclass(frozen=True)
class Figures:
    """What was measured: seconds, bytes, and ratios that were taken pair by pair."""

    pages: int
    ours: float
    plain: float
    ratio: float
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


def decimals(value: float, digits: int = 2) -> str:
    """A figure as Indonesian writes it."""
    return f"{value:.{digits}f}".replace(".", ",")


def _seconds(value: float) -> str:
    return f"{decimals(value, 1)}{NBSP}detik"


def _megabytes(value: int) -> str:
    return f"{value / KIB**2:.0f}{NBSP}MB"


def _kilobytes(value: int) -> str:
    return f"{decimals(value / KIB, 1)}{NBSP}KB"


def _thousands(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as the site's pages write it, under its caption."""
    lines = [heads, ["---", *["--:" for _ in heads[1:]]], *rows]
    return f"Tabel: {title}\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def sections(figures: Figures) -> str:
    """All tables, with what they were measured on."""
    whole = sum(figures.stages.values())
    return "\n".join(
        [
            f"Diukur {machine()}.\n",
            table(
                f"Membuat situs ini ({figures.pages} halaman)",
                ["Yang diukur", "Hasil"],
                [
                    ["Seluruh situs", _seconds(figures.ours)],
                    ["MkDocs dan Material polos", _seconds(figures.plain)],
                    [
                        "Perbandingannya, paling banyak 1,50 kali",
                        f"{decimals(figures.ratio)} kali",
                    ],
                    ["Memori", _megabytes(figures.memory)],
                    ["Memori, polos", _megabytes(figures.plain_memory)],
                    ["Dari realisasi yang disimpan sampai tampil", _seconds(figures.shown)],
                    ["Itu dibanding seluruh situs", f"{decimals(figures.shown_ratio)} kali"],
                ],
            ),
            table(
                "Yang diunduh telepon pembaca, terkompresi",
                ["Yang diunduh", "Ukuran", "Batas"],
                [
                    ["Halaman satu indikator", _kilobytes(figures.indicator), "12 KB"],
                    ["Kunjungan pertama", _kilobytes(figures.first_visit), "100 KB"],
                    ["Indeks pencarian", _kilobytes(figures.index), "60 KB"],
                ],
            ),
            table(
                "Ke mana waktunya pergi",
                ["Bagian", "Waktu", "Dari seluruhnya"],
                [
                    [
                        words[0].upper() + words[1:],
                        f"{decimals(figures.stages[stage])}{NBSP}detik",
                        f"{100 * figures.stages[stage] / whole:.0f}{NBSP}%",
                    ]
                    for stage, words in STAGES.items()
                ],
            ),
            table(
                "Bila rencananya lebih besar (rencana rekaan)",
                ["Indikator", "Halaman", "Seluruhnya", "Tiap halaman", "Dibanding 75", "Memori"],
                [
                    [
                        _thousands(item.indicators),
                        _thousands(item.pages),
                        _seconds(item.seconds),
                        f"{1000 * item.seconds / item.pages:.0f}{NBSP}milidetik",
                        f"{decimals(item.ratio)} kali",
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
        f"{os.cpu_count()} inti",
        cpu[1] if cpu else platform.machine(),
        f"memori {int(memory[1]) / KIB**2:.0f}{NBSP}GB" if memory else "",
        platform.system(),
        f"Python {platform.python_version()}",
        f"MkDocs {version('mkdocs')}",
        f"Material {version('mkdocs-material')}",
    ]
    return f"{day(date.today())} pada mesin dengan {', '.join(filter(None, parts))}"


def _read(file: str) -> str:
    path = Path(file)
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def write(figures: Figures) -> None:
    """Put the figures between the marks of the page."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(f"{before}{BEGIN}\n{sections(figures)}\n{END}{after}", encoding="utf-8")
