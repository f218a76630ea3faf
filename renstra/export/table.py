"""A table to publish: its columns, taken from the records, and its rows."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from renstra.export.gather import Records
from renstra.export.records import (
    AnggaranTahun,
    CiriAnggaran,
    CiriIndikator,
    HasilTahun,
    Rekaman,
)

ColumnType = Literal["string", "integer", "number", "boolean", "date"]
"""The type of a column, by its name in the Table Schema of a data package."""

Cell = str | int | Decimal | bool | date | None


@dataclass(frozen=True)
class TableColumn:
    """A column, as its field is described."""

    name: str
    title: str
    description: str
    kind: ColumnType
    choices: tuple[str, ...] = ()
    """The words it may hold, where the list is closed."""

    required: bool = False
    """Whether no cell of it is ever empty."""


@dataclass(frozen=True)
class Table:
    """A table with a name, a title and what one row of it is."""

    name: str
    title: str
    description: str
    columns: Sequence[TableColumn]
    key: tuple[str, ...]
    """The columns that tell its rows apart."""

    rows: Sequence[Sequence[Cell]]


@functools.cache
def columns_of(*models: type[Rekaman]) -> tuple[TableColumn, ...]:
    """The columns that the fields of records side by side make."""
    return tuple(
        _column(name, field)
        for model in models
        for name, field in model.model_json_schema(mode="serialization")["properties"].items()
    )


def _column(name: str, field: dict[str, Any]) -> TableColumn:
    options = field.get("anyOf", [field])
    kind = next(option for option in options if option["type"] != "null")
    empty = len(options) > 1 or (kind["type"] == "string" and not {"enum", "minLength"} & set(kind))
    return TableColumn(
        name,
        field["title"],
        field["description"],
        kind.get("format", kind["type"]),
        tuple(kind.get("enum", ())),
        not empty,
    )


def indicator_table(records: Records) -> Table:
    """One row for each indicator and year."""
    table = Table(
        "indikator",
        "Target dan realisasi tiap indikator",
        "Satu baris tiap indikator dan tahun: target tercetak, nilainya, realisasi, status.",
        columns_of(CiriIndikator, HasilTahun),
        ("id", "tahun"),
        _rows(records.indikator.values()),
    )
    return _warned(table) if records.contoh else table


def money_table(records: Records) -> Table:
    """One row for each thing funded and year."""
    table = Table(
        "anggaran",
        "Anggaran dan realisasinya",
        "Satu baris tiap program, kegiatan atau baris anggaran dan tahun: rencana, pagu akhir, "
        "hibah, realisasi.",
        columns_of(CiriAnggaran, AnggaranTahun),
        ("kode", "tahun"),
        _rows(records.anggaran),
    )
    return _warned(table) if records.contoh else table


MADE_UP = "CONTOH (dibuat-buat): "
"""What the title of anything with made-up figures begins with."""


def _warned(table: Table) -> Table:
    return replace(table, title=f"{MADE_UP}{table.title}")


def part(table: Table, kode: str) -> Table:
    """The rows of one thing, whose code is in the first column."""
    return replace(table, rows=[row for row in table.rows if row[0] == kode])


def _rows(things: Iterable[tuple[Rekaman, Sequence[Rekaman]]]) -> list[tuple[Cell, ...]]:
    return [(*_values(thing), *_values(year)) for thing, years in things for year in years]


def _values(record: Rekaman) -> Iterable[Cell]:
    # Its own dictionary has the fields in their order, and no copy is made of what is in them.
    return record.__dict__.values()
