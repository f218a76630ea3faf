"""What a data folder says, read straight: YAML and nothing of the project's own code."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from tests.site.laying import decrees, first_years, laid

Yaml = dict[str, Any]
Years = dict[int, int | None]

DECREE = "keputusan"
"""The chapter that is the decree itself and has an address of its own."""


class Loader(yaml.CSafeLoader):
    """PyYAML's own, which keeps every digit of a number."""


Loader.add_constructor("tag:yaml.org,2002:float", lambda _, node: Decimal(node.value))


@functools.cache
def read_yaml(file: Path) -> Any:
    """A YAML file as it stands; nothing where there is none."""
    return yaml.load(file.read_bytes(), Loader) if file.is_file() else {}


def read_settings(file: Path) -> Yaml:
    """The settings of a site with all that they inherit, as MkDocs puts them together."""
    own: Yaml = dict(read_yaml(file))
    parent = own.pop("INHERIT", None)
    if parent is None:
        return own
    return _laid_over(read_settings(file.parent / parent), own)


def _laid_over(under: Yaml, over: Yaml) -> Yaml:
    """Settings over others: mappings join at every depth, all else is replaced."""
    both = {
        key: _laid_over(under[key], over[key])
        for key in under.keys() & over.keys()
        if isinstance(under[key], dict) and isinstance(over[key], dict)
    }
    return under | over | both


def holds(thing: Yaml, year: int) -> bool:
    """Whether a thing by itself is part of the plan in a year."""
    gone = thing.get("dicabut")
    return thing.get("mulai", year) <= year and not (gone and year >= gone["mulai"])


@functools.cache
def _files(data: Path) -> Yaml:
    """Every file of the plan as it stands."""
    beside = ("realisasi", "keutuhan", "terbit", "uji-cari", "bukti")
    return {
        file.relative_to(data).as_posix(): read_yaml(file)
        for file in sorted(data.rglob("*.yml"))
        if file.relative_to(data).parts[0] not in beside
    }


@functools.cache
def _at_end_of(source: Source, year: int) -> Source:
    return Source(source.data, source.setelan, date(year, 12, 31))


@dataclass(frozen=True)
class Row:
    """An indicator with all that it stands under."""

    indikator: Yaml
    sasaran: Yaml
    kegiatan: Yaml
    program: Yaml

    @property
    def id(self) -> str:
        """The indicator's id."""
        return str(self.indikator["id"])

    @property
    def nama(self) -> str:
        """The indicator's name."""
        return str(self.indikator["nama"])

    def holds(self, year: int) -> bool:
        """Whether it, and all that it stands under, is part of the plan in a year."""
        return all(
            holds(thing, year)
            for thing in (self.indikator, self.sasaran, self.kegiatan, self.program)
        )

    @property
    def nasional(self) -> bool:
        """Whether it measures the whole commission."""
        return bool(self.indikator["tingkat"] == "nasional")


@dataclass(frozen=True)
class Line:
    """A line of the kegiatan funding table with the group and the programme it stands in."""

    baris: Yaml
    kegiatan: Yaml
    program: Yaml

    def holds(self, year: int) -> bool:
        """Whether it, and all that it stands under, is part of the plan in a year."""
        return all(holds(thing, year) for thing in (self.baris, self.kegiatan, self.program))

    def amounts(self, years: list[int]) -> Years:
        """Its money; None for the years in which it is no part of the plan."""
        return {year: self.baris["pagu"][year] if self.holds(year) else None for year in years}

    @property
    def repeats(self) -> bool:
        """Whether it only repeats a programme's total of another table."""
        return bool(self.kegiatan.get("mengulang"))


@dataclass(frozen=True)
class Source:
    """A data folder and the settings that a site was built with."""

    data: Path
    setelan: Path
    until: date | None = None
    """The day on which the plan is read as it was in force; today's where there is none."""

    last: str = "rv-~"
    """The last decree that is laid over it."""

    @functools.cached_property
    def files(self) -> Yaml:
        """Name of a file of the plan to what it says, with what later decrees changed."""
        return laid(_files(self.data), self.until, self.last)

    @property
    def decrees(self) -> list[Yaml]:
        """The later decrees, in their order."""
        return decrees(self.files)

    def load(self, name: str) -> Any:
        """A file of the data folder as it is in force; nothing where it has none of that name."""
        return self.files[name] if name in self.files else read_yaml(self.data / name)

    @functools.cached_property
    def came(self) -> dict[str, int]:
        """Id of what a later decree added to its first year."""
        return dict(first_years(self.files))

    def as_left_by(self, kode: str) -> Source:
        """The plan as a decree left it; ``awal`` as first decided."""
        return Source(self.data, self.setelan, last="" if kode == "awal" else kode)

    def at_end_of(self, year: int) -> Source:
        """The plan in force on 31 December of a year."""
        return _at_end_of(self, year)

    @property
    def at_first(self) -> Source:
        """The plan as first decided."""
        return _at_end_of(self, 1)

    def cell(self, row: Row, year: int) -> str:
        """The target cell that a year is judged by."""
        found: str = self.judged(row, year).indikator["target"][year]
        return found

    def promise(self, row: Row, year: int) -> str:
        """That cell; a dash where the indicator is no part of the plan in that year."""
        return self.cell(row, year) if row.holds(year) else "-"

    def judged(self, row: Row, year: int) -> Row:
        """A row as the plan has it that a year is judged by."""
        then = {one.id: one for one in self.at_end_of(year).rows}
        return then.get(row.id, row)

    @functools.cached_property
    def settings(self) -> Yaml:
        """The settings with all that they inherit."""
        return read_settings(self.setelan)

    @functools.cached_property
    def extra(self) -> Yaml:
        """The project's own settings."""
        return dict(self.settings.get("extra") or {})

    @functools.cached_property
    def docs(self) -> Path:
        """The folder of the pages that stand in every site."""
        return self.setelan.parent / str(self.settings.get("docs_dir", "docs"))

    @functools.cached_property
    def reports_folder(self) -> Path:
        """Where the reports lie: the data's own folder, unless the settings name another."""
        other = self.extra.get("realisasi")
        return self.setelan.parent / other if other else self.data / "realisasi"

    @functools.cached_property
    def plan(self) -> Yaml:
        """`rencana.yml`."""
        found: Yaml = self.load("rencana.yml")
        return found

    @functools.cached_property
    def years(self) -> list[int]:
        """The years of the plan."""
        return list(self.plan["tahun"])

    @functools.cached_property
    def chapters(self) -> dict[str, Yaml]:
        """The chapters by their names, in their order."""
        return {name: self.load(f"naskah/{name}.yml") for name in self.plan["naskah"]}

    @functools.cached_property
    def program(self) -> list[Yaml]:
        """The programmes of the target table."""
        return list(self.load("target/program.yml")["program"])

    def kegiatan_of(self, program: Yaml) -> list[Yaml]:
        """The kegiatan of a programme."""
        return [self.load(f"target/{kode}.yml") for kode in program["kegiatan"]]

    @functools.cached_property
    def kegiatan(self) -> list[Yaml]:
        """Every kegiatan of the target table."""
        return [item for program in self.program for item in self.kegiatan_of(program)]

    @functools.cached_property
    def rows(self) -> list[Row]:
        """The indicators in the order of the target table."""
        return [
            Row(indikator, sasaran, kegiatan, program)
            for program in self.program
            for kegiatan in self.kegiatan_of(program)
            for sasaran in kegiatan["sasaran"]
            for indikator in sasaran["indikator"]
        ]

    @property
    def own(self) -> list[Row]:
        """The indicators that measure the office itself."""
        return [row for row in self.rows if not row.nasional]

    @property
    def national(self) -> list[Row]:
        """The indicators that measure the whole commission, which are counted apart."""
        return [row for row in self.rows if row.nasional]

    @functools.cached_property
    def lines(self) -> list[Line]:
        """The lines of the kegiatan funding table."""
        return [
            Line(baris, kegiatan, program)
            for program in self.load("anggaran/kegiatan.yml")["program"]
            for kegiatan in program["kegiatan"]
            for baris in kegiatan["baris"]
        ]

    def lines_of(self, sasaran: Yaml) -> list[Line]:
        """The funding lines of an objective."""
        return [line for line in self.lines if line.baris.get("sasaran") == sasaran["id"]]

    @functools.cached_property
    def money(self) -> dict[str, Years]:
        """Id of a programme, a group or a line to its amounts, None where it is no part of it."""
        programs = {program["id"]: program for program in self.program}
        found: dict[str, Years] = {
            row["program"]: {
                year: amount if holds(programs[row["program"]], year) else None
                for year, amount in row["pagu"].items()
            }
            for row in self.load("anggaran/program.yml")["baris"]
        }
        for line in self.lines:
            own = found[line.baris["id"]] = line.amounts(self.years)
            whole = found.setdefault(line.kegiatan["id"], dict.fromkeys(self.years))
            for year, amount in own.items():
                whole[year] = whole[year] if amount is None else (whole[year] or 0) + amount
        return found

    def planned(self, kode: str, year: int) -> int | None:
        """The money of a year by the plan in force on its 31 December."""
        return self.at_end_of(year).money.get(kode, {}).get(year)

    @functools.cached_property
    def reports(self) -> dict[int, Yaml]:
        """Year to what the office reports for it, where it has a file."""
        files = {year: self.reports_folder / f"{year}.yml" for year in self.years}
        return {year: read_yaml(file) for year, file in files.items() if file.is_file()}

    def entries(self, year: int, part: str = "indikator") -> dict[str, Yaml]:
        """What is reported for a year, by code; what names no document rests on the year's."""
        report = self.reports.get(year, {})
        shared = {"sumber": report.get("sumber") or {}}
        found = {entry["kode"]: entry for entry in report.get(part) or ()}
        return {
            kode: entry
            if (entry.get("sumber") or {}).get("judul") or not has_figure(entry)
            else entry | shared
            for kode, entry in found.items()
        }

    @functools.cached_property
    def made_up(self) -> bool:
        """Whether any report says of itself that it is made up."""
        return any(report.get("contoh") for report in self.reports.values())

    @functools.cached_property
    def told(self) -> list[int]:
        """The years for which anything at all is reported."""
        parts = ("indikator", "program", "kegiatan", "baris")
        return [
            year
            for year in self.reports
            if any(is_told(e) for part in parts for e in self.entries(year, part).values())
        ]

    @functools.cached_property
    def tables(self) -> dict[str, str]:
        """Id of a table to the address of the page of the prose that it stands on."""
        return {
            part["tabel"]: chapter_address(name)
            for name, chapter in self.chapters.items()
            for part in chapter["isi"]
            if part["jenis"] == "tabel"
        }

    def paths(self) -> Iterator[Path]:
        """The YAML files of the plan and of the reports that count."""
        beside = {self.data / name for name in ("realisasi", "keutuhan", "terbit", "uji-cari")}
        for file in sorted(self.data.rglob("*.yml")):
            if not beside & set(file.parents):
                yield file
        yield from sorted(self.reports_folder.glob("*.yml"))


def chapter_address(name: str) -> str:
    """The address of a chapter."""
    return f"{DECREE}/" if name == DECREE else f"rencana/{name}/"


def is_told(entry: Yaml) -> bool:
    """Whether a report says anything: a value, that nothing happened, or that it is withdrawn."""
    return has_figure(entry) or is_withdrawn(entry)


def has_figure(entry: Yaml) -> bool:
    """Whether a report states anything, for the year or for a quarter."""
    keys = ("nilai", "pembilang", "penyebut", "tidak_ada_kejadian", "realisasi")
    return any(entry.get(key) is not None for key in keys) or bool(quarters(entry))


def is_withdrawn(entry: Yaml) -> bool:
    """Whether what was reported is withdrawn."""
    return entry.get("status_data") == "ditarik"


def quarters(entry: Yaml) -> list[tuple[int, Any]]:
    """The quarters that have a value, in their order."""
    found = (entry.get("triwulan") or {}).items()
    return [(quarter, value) for quarter, value in found if value is not None]
