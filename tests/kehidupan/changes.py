"""A change of the plan entered as the guide says: a cell, a name, a withdrawal, and their decree.

What can be changed without a note of its own becoming untrue depends on the plan; so things are
tried until the checks accept one, as a person would mend what the checks name.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from renstra.dialect.problem import DataError
from renstra.reading.load import load_plan
from renstra.results.quality import check_quality
from tests.kehidupan import readings
from tests.kehidupan.office import Office
from tests.kehidupan.readings import Yaml

TRIES = 60
"""How many things are tried before a test gives up."""

Edit = Callable[[str], str]


def change_cell(office: Office, chance: random.Random) -> tuple[str, int, str]:
    """Change a target as a decree might; the indicator, the year and the new cell."""
    found = list(_other_cells(office.data))
    chance.shuffle(found)
    for kode, year, cell in found[:TRIES]:

        def typed(text: str, kode: str = kode, year: int = year, cell: str = cell) -> str:
            head, entry = text.split(f"- id: {kode}\n", 1)
            start = entry.index(f"{year}: ")
            end = entry.index("\n", start)
            return f'{head}- id: {kode}\n{entry[:start]}{year}: "{cell}"{entry[end:]}'

        if _accepted(office, _file_of(office.data, kode), typed):
            return kode, year, cell
    raise AssertionError("tidak ada sel target yang dapat diubah")


def _other_cells(data: Path) -> Iterator[tuple[str, int, str]]:
    """Cells that an indicator might have instead: those of its own other years."""
    for item in readings.indicators(data):
        cells = item["target"]
        plain = {cell for cell in cells.values() if any(sign in "123456789" for sign in cell)}
        for year, cell in cells.items():
            if cell in plain:
                yield from ((item["id"], year, other) for other in sorted(plain - {cell}))


def rename(office: Office, chance: random.Random) -> tuple[str, str]:
    """Give an indicator another name; the indicator and the name."""
    items = readings.indicators(office.data)
    chance.shuffle(items)
    for item in items[:TRIES]:
        name = "Nama indikator yang diubah dengan keputusan contoh"

        def typed(text: str, item: Yaml = item, name: str = name) -> str:
            lines = text.splitlines()
            start = next(n for n, line in enumerate(lines) if line.endswith(f"- id: {item['id']}"))
            begin = next(
                n for n in range(start, len(lines)) if lines[n].strip().startswith("nama:")
            )
            indent = len(lines[begin]) - len(lines[begin].lstrip())
            end = next(
                n
                for n in range(begin + 1, len(lines))
                if len(lines[n]) - len(lines[n].lstrip()) <= indent
            )
            lines[begin:end] = [f"{' ' * indent}nama: {name}"]
            return "\n".join(lines) + "\n"

        if _accepted(office, _file_of(office.data, item["id"]), typed):
            return item["id"], name
    raise AssertionError("tidak ada indikator yang dapat diubah namanya")


def withdraw(office: Office, chance: random.Random, revision: str) -> str:
    """Withdraw an indicator by a revision; the indicator."""
    items = readings.indicators(office.data)
    chance.shuffle(items)
    for item in items[:TRIES]:

        def typed(text: str, item: Yaml = item) -> str:
            lines = text.splitlines()
            start = next(n for n, line in enumerate(lines) if line.endswith(f"- id: {item['id']}"))
            indent = lines[start].index("-") + 2
            end = next(
                (
                    n
                    for n in range(start + 1, len(lines))
                    if len(lines[n]) - len(lines[n].lstrip()) < indent
                ),
                len(lines),
            )
            lines[end:end] = [
                f"{' ' * indent}dicabut:",
                f"{' ' * indent}  revisi: {revision}",
                f"{' ' * indent}  alasan: Contoh alasan yang dibuat-buat untuk uji.",
            ]
            return "\n".join(lines) + "\n"

        if _accepted(office, _file_of(office.data, item["id"]), typed):
            return str(item["id"])
    raise AssertionError("tidak ada indikator yang dapat dicabut")


def decree(office: Office, day: date) -> str:
    """Write down a decree that changes the plan; its id."""
    file = office.data / "revisi.yml"
    known = readings.load(office.data, "revisi.yml")["revisi"]
    kode = f"rv-{len(known) + 1:03}"
    file.write_text(
        file.read_text(encoding="utf-8")
        + f"  - id: {kode}\n    nomor: {len(known) + 1}/CONTOH/{day.year}\n    tanggal: {day}\n"
        "    commit:\n    keterangan: Contoh perubahan yang dibuat-buat untuk uji.\n",
        encoding="utf-8",
    )
    return kode


def _file_of(data: Path, kode: str) -> Path:
    return next(
        file
        for file in sorted((data / "target").glob("*.yml"))
        if f"- id: {kode}\n" in file.read_text(encoding="utf-8")
    )


def _accepted(office: Office, file: Path, typed: Edit) -> bool:
    """Edit a file, if the plan can then still be read and the checks find nothing."""
    before = file.read_text(encoding="utf-8")
    file.write_text(typed(before), encoding="utf-8")
    try:
        plan = load_plan(office.data, "data")
    except DataError:
        file.write_text(before, encoding="utf-8")
        return False
    if all(problem.warning for problem in check_quality(plan)):
        return True
    file.write_text(before, encoding="utf-8")
    return False
