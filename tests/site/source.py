"""What a data folder says, read straight: YAML and nothing of the project's own code."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

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

    @property
    def gone(self) -> bool:
        """Whether it, or the kegiatan it stands under, is withdrawn."""
        return "dicabut" in self.indikator or "dicabut" in self.kegiatan

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

    @property
    def repeats(self) -> bool:
        """Whether it only repeats a programme's total of another table."""
        return bool(self.kegiatan.get("mengulang"))


@dataclass(frozen=True)
class Source:
    """A data folder and the settings that a site was built with."""

    data: Path
    setelan: Path

    def load(self, name: str) -> Any:
        """A file of the data folder; nothing where it has none of that name."""
        return read_yaml(self.data / name)

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

    def files(self) -> Iterator[Path]:
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
