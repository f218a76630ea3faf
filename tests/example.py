"""The made-up plan that the site of `mkdocs-contoh.yml` shows, read straight from its YAML.

What the tests look for on that site is taken from here and not typed, so that the example may
grow; nothing of the project's own code reads it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.building import PROJECT
from tests.site.laying import laid

SETTINGS = "mkdocs-contoh.yml"

Yaml = dict[str, Any]


def read(file: Path) -> Any:
    """A file of YAML."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


_EXTRA: Yaml = read(PROJECT / SETTINGS)["extra"]
DATA = PROJECT / _EXTRA.get("data", "data")
REPORTS = PROJECT / (_EXTRA.get("realisasi") or DATA / "realisasi")


@dataclass(frozen=True)
class Place:
    """An indicator and what it stands under."""

    indikator: Yaml
    sasaran: Yaml
    kegiatan: Yaml
    program: Yaml

    @property
    def id(self) -> str:
        """The indicator's."""
        found: str = self.indikator["id"]
        return found

    @property
    def nama(self) -> str:
        """The indicator's."""
        found: str = self.indikator["nama"]
        return found

    @property
    def page(self) -> str:
        """Its address from the root of the site."""
        return f"indikator/{self.id}/"


@functools.cache
def plan() -> Yaml:
    """The facts of the plan as a whole."""
    found: Yaml = read(DATA / "rencana.yml")
    return found


def years() -> list[int]:
    """The years of the plan."""
    found: list[int] = plan()["tahun"]
    return found


@functools.cache
def places() -> tuple[Place, ...]:
    """Every indicator, in the plan's order."""
    return tuple(_places())


def _places() -> Iterator[Place]:
    # With what later decrees changed, and nothing that stands beside the plan.
    beside = {DATA / name for name in ("realisasi", "uji-cari", "bukti")}
    found = (file for file in sorted(DATA.rglob("*.yml")) if not beside & set(file.parents))
    files = {file.relative_to(DATA).as_posix(): read(file) for file in found}
    plan = laid(files)
    for program in plan["target/program.yml"]["program"]:
        for code in program["kegiatan"]:
            kegiatan = plan[f"target/{code}.yml"]
            for sasaran in kegiatan["sasaran"]:
                for indikator in sasaran["indikator"]:
                    yield Place(indikator, sasaran, kegiatan, program)


@functools.cache
def reports() -> dict[int, Yaml]:
    """What the office reported, by year."""
    found = (read(file) for file in sorted(REPORTS.glob("*.yml")))
    return {report["tahun"]: report for report in found}


def entry(code: str, year: int) -> Yaml:
    """What is reported of an indicator for a year; nothing where nothing is."""
    entries = reports().get(year, {}).get("indikator") or []
    return next((entry for entry in entries if entry["kode"] == code), {})


def first(fits: Callable[[Place], object]) -> Place:
    """The first indicator of which something is true."""
    found = next((place for place in places() if fits(place)), None)
    assert found is not None, "the example has no such indicator"
    return found


def of_kind(jenis: str) -> Place:
    """The first indicator of a kind: `angka`, `predikat` or `opini`."""
    return first(lambda place: place.indikator["jenis"] == jenis)


def reported_year() -> int:
    """The year of which most is reported."""

    def told(year: int) -> int:
        entries = reports()[year].get("indikator") or []
        return sum(entry.get("nilai") is not None for entry in entries)

    return max(reports(), key=told)
