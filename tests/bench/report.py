"""The figures as tables in CONTRIBUTING, between two marks, and what they were taken on."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.building import PROJECT

PAGE = PROJECT / "CONTRIBUTING.md"
BEGIN, END = "<!-- make bench: begin -->\n", "<!-- make bench: end -->\n"


def seconds(value: float) -> str:
    """A time as the tables have it."""
    return f"{value:.1f} s"


def size(value: float) -> str:
    """Bytes as the tables have them: what is fetched in KB, what is held in MB."""
    return f"{value / 2**10:.1f} KB" if value < 2**20 else f"{value / 2**20:.0f} MB"


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown under its title."""
    lines = [heads, ["---", *["--:" for _ in heads[1:]]], *rows]
    return f"**{title}**\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def machine() -> str:
    """The day and the machine, in a sentence."""
    cpu = re.search(r"(?m)^model name\s*:\s*(.+)$", _read("/proc/cpuinfo"))
    memory = re.search(r"(?m)^MemTotal:\s*(\d+)", _read("/proc/meminfo"))
    parts = [
        f"{os.cpu_count()} cores",
        cpu[1] if cpu else platform.machine(),
        f"{int(memory[1]) / 2**20:.0f} GB of memory" if memory else "",
        platform.system(),
        f"Python {platform.python_version()}",
        f"MkDocs {version('mkdocs')}",
        f"Material {version('mkdocs-material')}",
    ]
    return f"Measured on {date.today():%d %B %Y}: {', '.join(filter(None, parts))}.\n"


def _read(file: str) -> str:
    path = Path(file)
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def write(text: str) -> None:
    """Put the tables between the marks of the page."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
