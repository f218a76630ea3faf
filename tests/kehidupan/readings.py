"""What the data asks of a report, read straight from its YAML; nothing here is of the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.site.laying import CHANGES, laid

Yaml = dict[str, Any]
REPORTS = "realisasi/"
ASIDE = (REPORTS, "uji-cari/", "terbit/", "keutuhan/", "bukti/")
"""Folders that hold no part of the plan."""


def load(data: Path, name: str) -> Yaml:
    """A file of the data; of the plan as it is in force, with what later decrees changed."""
    if name.startswith(REPORTS) or not (data / CHANGES).is_dir():
        return read(data / name)
    plan = {
        file.relative_to(data).as_posix(): read(file)
        for file in sorted(data.rglob("*.yml"))
        if not file.relative_to(data).as_posix().startswith(ASIDE)
    }
    found: Yaml = laid(plan)[name]
    return found


def read(file: Path) -> Yaml:
    """A file as it stands."""
    found: Yaml = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return found


def years(data: Path) -> list[int]:
    """The years of the plan."""
    found: list[int] = load(data, "rencana.yml")["tahun"]
    return found


def indicators(data: Path) -> list[Yaml]:
    """Every indicator that still holds, in the plan's order."""
    return [item for item, gone in _indicators(data) if not gone]


def _indicators(data: Path) -> Iterator[tuple[Yaml, bool]]:
    for program in load(data, "target/program.yml")["program"]:
        for kode in program["kegiatan"]:
            kegiatan = load(data, f"target/{kode}.yml")
            for sasaran in kegiatan["sasaran"]:
                for item in sasaran["indikator"]:
                    holders = (program, kegiatan, sasaran, item)
                    yield item, any("dicabut" in holder for holder in holders)


def forms(data: Path) -> dict[str, list[str]]:
    """The ids that may stand in a year's report, by list and in the plan's order."""
    return {"indikator": [item["id"] for item, _ in _indicators(data)], **money(data)}


def money(data: Path) -> dict[str, list[str]]:
    """The ids of what spends, by the list of a report that they stand in."""
    table = load(data, "anggaran/kegiatan.yml")["program"]
    return {
        "program": [row["program"] for row in load(data, "anggaran/program.yml")["baris"]],
        "kegiatan": [group["id"] for part in table for group in _spending(part)],
    }


def _spending(part: Yaml) -> list[Yaml]:
    """The groups of a programme that do not only repeat its total."""
    return [group for group in part["kegiatan"] if "mengulang" not in group]


def report(data: Path, year: int) -> Yaml:
    """A year's report; empty where there is none."""
    file = data / f"realisasi/{year}.yml"
    return load(data, f"realisasi/{year}.yml") if file.exists() else {}


def entries(data: Path, year: int) -> dict[str, Yaml]:
    """What stands in a year's report, by the id of what it is about."""
    found = report(data, year)
    parts = ("indikator", "program", "kegiatan", "baris")
    return {entry["kode"]: entry for part in parts for entry in found.get(part) or ()}


def is_blank(entry: Yaml | None) -> bool:
    """Whether nothing is reported yet."""
    if entry is None:
        return True
    return all(
        value in (None, {}) or _empty(value) for key, value in entry.items() if key != "kode"
    )


def _empty(value: Any) -> bool:
    return isinstance(value, dict) and all(item is None for item in value.values())
