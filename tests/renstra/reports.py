"""Made-up reports on the made-up plan: an empty form with some entries filled in."""

from __future__ import annotations

import re
from pathlib import Path

from renstra.plan.plan import Plan
from renstra.reading.load import load_plan
from renstra.sheet.blank import blank_report
from tests.conftest import TINY

TAHUN = 2031
SUMBER = "\n    sumber:\n      judul: Laporan Kinerja\n      tanggal: 2032-01-31"


def filled(entries: dict[str, str], tahun: int = TAHUN, plan: Plan | None = None) -> str:
    """The text of a year's report; `entries` gives the lines below some of its ids.

    What is written for ``batas_lapor`` stands at the head.
    """
    plan = plan or load_plan(TINY / "data", "data")
    head, *rest = blank_report(plan, tahun).split("  - kode: ")
    due = entries.get("batas_lapor")
    parts = [head.replace("batas_lapor:", f"batas_lapor: {due}") if due else head]
    for part in rest:
        kode, _, body = part.partition("\n")
        tail = "".join(line for line in body.splitlines(True) if not line.startswith("    "))
        given = entries.get(kode)
        parts.append(f"  - kode: {kode}\n" + (body if given is None else f"    {given}\n{tail}"))
    return "".join(parts)


def without(text: str, *codes: str) -> str:
    """A report without the entries of some ids."""
    for kode in codes:
        text = re.sub(rf"  - kode: {kode}\n(    .*\n)*", "", text)
    return text


def write(data: Path, entries: dict[str, str], tahun: int = TAHUN) -> Path:
    """Write a year's report into a data folder; gives the file."""
    file = data / f"realisasi/{tahun}.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(filled(entries, tahun), encoding="utf-8")
    return file


def plan_with(project: Path, entries: dict[str, str], tahun: int = TAHUN) -> Plan:
    """The made-up plan with a report for one year."""
    write(project / "data", entries, tahun)
    return load_plan(Path("data"))
