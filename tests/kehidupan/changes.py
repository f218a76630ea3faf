"""Edits of the plan as a person makes them before a decree is composed of them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from tests.kehidupan import readings
from tests.kehidupan.office import Done, Office
from tests.kehidupan.readings import Yaml

TRIES = 60
"""How many edits are tried before a test gives up."""

REASON = "Contoh alasan yang dibuat-buat untuk uji."

Edit = Callable[[], str]


def next_decree(office: Office) -> tuple[str, date]:
    """The id of the decree that comes next, and the day of the last one."""
    decrees = readings.load(office.data, "revisi.yml")["revisi"]
    newest = max(item.get("berlaku") or item["tanggal"] for item in decrees)
    return f"rv-{len(decrees) + 1:03}", newest


def compose(office: Office, day: date, *more: str) -> tuple[str, Done]:
    """What has been edited made a decree of that day; its id, and what the command says."""
    kode, _ = next_decree(office)
    head = ("--nomor", f"{kode}/KPT-UJI/{day.year}", "--tanggal", str(day), "--alasan", REASON)
    return kode, office.plan("perubahan", "susun", kode, *head, *more)


def change_random_cells(office: Office, chance: random.Random, day: date) -> tuple[str, list[str]]:
    """A decree that changes a few cells, such as holds; its id and the places of the cells."""
    for _ in range(TRIES):
        found = list(other_cells(office.data))
        chosen = {(kode, year): cell for kode, year, cell in chance.sample(found, 3)}
        for (kode, year), cell in chosen.items():
            set_cell(office.data, kode, year, cell)
        kode, done = compose(office, day)
        if done.code == 0:
            return kode, [f"{one}.target.{year}" for one, year in chosen]
        office.git("checkout", "-q", "--", "data")
    raise AssertionError(f"tidak ada sel target yang dapat diubah: {done.text}")


def other_cells(data: Path) -> Iterator[tuple[str, int, str]]:
    """Cells that an indicator might have instead: those of its own other years."""
    for item in readings.indicators(data):
        cells = item["target"]
        plain = {cell for cell in cells.values() if any(sign in "123456789" for sign in cell)}
        for year, cell in cells.items():
            if cell in plain:
                yield from ((item["id"], year, other) for other in sorted(plain - {cell}))


def set_cell(data: Path, kode: str, year: int, cell: str) -> None:
    """Write a target cell into the plan's file."""
    file = file_of(data, kode)
    head, entry = file.read_text(encoding="utf-8").split(f"- id: {kode}\n", 1)
    start = re.search(rf"^ +{year}: .*$", entry, re.MULTILINE)
    assert start
    new = re.sub(r": .*", f': "{cell}"', start[0])
    entry = entry[: start.start()] + new + entry[start.end() :]
    file.write_text(f"{head}- id: {kode}\n{entry}", encoding="utf-8")


def rename(data: Path, item: Yaml, name: str) -> None:
    """Give an indicator another name."""
    file = file_of(data, item["id"])
    lines, start, _ = _entry(file, item["id"])
    begin = next(n for n in range(start, len(lines)) if lines[n].strip().startswith("nama:"))
    indent = _indent(lines[begin])
    end = next(n for n in range(begin + 1, len(lines)) if _indent(lines[n]) <= indent)
    lines[begin:end] = [f"{' ' * indent}nama: {name}"]
    _write(file, lines)


def take_away(data: Path, item: Yaml) -> None:
    """Take an indicator out of its file."""
    file = file_of(data, item["id"])
    lines, start, end = _entry(file, item["id"])
    del lines[start:end]
    _write(file, lines)


def add_beside(data: Path, item: Yaml, kode: str, name: str) -> None:
    """Put an indicator like another behind it, with that one's cells."""
    file = file_of(data, item["id"])
    lines, start, end = _entry(file, item["id"])
    copy = "\n".join(lines[start:end]).replace(item["id"], kode)
    fresh = copy.split("\n")
    for key in ("perbaikan",):
        while any(line.strip() == f"{key}:" for line in fresh):
            at = next(n for n, line in enumerate(fresh) if line.strip() == f"{key}:")
            stop = next(
                (n for n in range(at + 1, len(fresh)) if _indent(fresh[n]) <= _indent(fresh[at])),
                len(fresh),
            )
            del fresh[at:stop]
    lines[end:end] = fresh
    _write(file, lines)
    rename(data, {"id": kode}, name)


def empty_before(data: Path, kode: str, first: int) -> None:
    """Empty the cells of the years before an indicator came."""
    for year in readings.years(data):
        if year < first:
            set_cell(data, kode, year, "")


def move_money(data: Path, one: str, other: str, year: int, amount: int) -> None:
    """Move money of a year from one line of the funding table to another, in thousands."""
    file = data / "anggaran/kegiatan.yml"
    text = file.read_text(encoding="utf-8")
    for kode, by in ((one, -amount), (other, amount)):
        head, entry = text.split(f"- id: {kode}\n", 1)
        found = re.search(rf"^( +{year}: )(\d+)$", entry, re.MULTILINE)
        assert found
        changed = f"{found[1]}{int(found[2]) + by}"
        entry = entry[: found.start()] + changed + entry[found.end() :]
        text = f"{head}- id: {kode}\n{entry}"
    file.write_text(text, encoding="utf-8")


def change_word(data: Path, name: str, old: str, new: str) -> None:
    """Change a word of the prose, which stands in one place."""
    file = data / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def file_of(data: Path, kode: str) -> Path:
    """The file of the target table that an indicator stands in."""
    return next(
        file
        for file in sorted((data / "target").glob("*.yml"))
        if f"- id: {kode}\n" in file.read_text(encoding="utf-8")
    )


def _entry(file: Path, kode: str) -> tuple[list[str], int, int]:
    """The lines of a file, and those of an entry among them."""
    lines = file.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.endswith(f"- id: {kode}"))
    indent = lines[start].index("-") + 2
    after = range(start + 1, len(lines))
    return lines, start, next((n for n in after if _indent(lines[n]) < indent), len(lines))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _write(file: Path, lines: list[str]) -> None:
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
