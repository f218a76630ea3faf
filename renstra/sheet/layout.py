"""What stands where in the workbook: sheets, rows and columns, derived from the plan and models.

Which fields a report has is said by `renstra.model.realisasi` alone; a field added there is a
column here.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from xlsxwriter.utility import xl_rowcol_to_cell

from renstra.dialect.document import Keys
from renstra.model.base import Entry
from renstra.model.indikator import Indikator
from renstra.model.isian import QUARTERS
from renstra.model.realisasi import Laporan, RealisasiAnggaran, RealisasiIndikator
from renstra.plan.forms import expected_entries
from renstra.plan.funding import RUPIAH, allocated, name_of
from renstra.plan.plan import Plan
from renstra.reading.fields import models_in

HINTS = "Petunjuk"
INDIKATOR = "Indikator"
ANGGARAN = "Anggaran"
ORIGIN = "_asal"

EXAMPLE = "CONTOH: angka dibuat-buat"
"""Stands on every sheet of a report whose figures are made up."""

CLEAR = "HAPUS"
"""What staff type to empty a value; a blank cell leaves it as it is."""

TITLE_ROW, HINT_ROW, HEAD_ROW, FIRST_ROW = 1, 2, 3, 4

InputKind = Literal["nilai", "bilangan", "rupiah", "tanggal", "pilihan", "teks"]
"""What an input cell takes: a value of the indicator, a number, whole rupiah, a date, a word of a
list, or text."""

Value = Decimal | int | str | date | None
"""A value of a report."""

InputPlace = tuple[str, str, Keys]
"""A value of a report by its list (``indikator``), its kode and the keys below the entry."""


@dataclass(frozen=True)
class Column:
    """A column of a sheet."""

    title: str
    note: str
    width: int
    kind: InputKind | None = None
    """None where the column is locked."""

    keys: Keys = ()
    """Where an input column's value stands below its entry."""

    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A thing that is reported on."""

    part: str
    """The list of the report it stands in, such as ``indikator``."""

    kode: str
    locked: tuple[str | int | None, ...]
    """What its locked cells hold, the kode first."""

    indikator: Indikator | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet to fill in."""

    name: str
    title: str
    hint: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @cached_property
    def inputs(self) -> Mapping[int, Column]:
        """Column number, counted from 1, to the input column there."""
        return {number: column for number, column in enumerate(self.columns, 1) if column.kind}

    @cached_property
    def last_row(self) -> int:
        """The number of the last row that has an entry."""
        return FIRST_ROW + len(self.rows) - 1


@dataclass(frozen=True)
class Layout:
    """The sheets of one year's workbook."""

    tahun: int
    example: bool
    sheets: tuple[Sheet, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All sheets in their order, the hidden one last."""
        return (HINTS, *(sheet.name for sheet in self.sheets), ORIGIN)

    def places(self) -> Iterator[tuple[Sheet, Row, int, Column]]:
        """Every input cell as its sheet, row, column number and column."""
        for sheet in self.sheets:
            for row in sheet.rows:
                for number, column in sheet.inputs.items():
                    yield sheet, row, number, column


def address(row: int, column: int) -> str:
    """A cell's name, such as F14."""
    name: str = xl_rowcol_to_cell(row - 1, column - 1)
    return name


def make_layout(plan: Plan, tahun: int, *, example: bool) -> Layout:
    """The workbook of a year of the plan; `example` where its figures are made up."""
    mark = " CONTOH" if example else ""
    prefix = f"{EXAMPLE}. " if example else ""
    office = plan.rencana.singkatan
    parts = expected_entries(plan)
    return Layout(
        tahun,
        example,
        (
            Sheet(
                INDIKATOR + mark,
                f"{prefix}Realisasi indikator {tahun}, {office}",
                f"{prefix}Isi sel berwarna saja. Sel kosong tidak mengubah apa pun; HAPUS "
                f"mengosongkan. Keterangan lain di lembar {HINTS}.",
                (*_indikator_locked(tahun), *input_columns("indikator")),
                tuple(_indikator_row(plan, tahun, kode) for kode in parts["indikator"]),
            ),
            Sheet(
                ANGGARAN + mark,
                f"{prefix}Realisasi anggaran {tahun}, {office}, dalam rupiah penuh",
                f"{prefix}Semua uang dalam rupiah penuh, bukan ribuan. Baris berjenis baris boleh "
                f"dibiarkan kosong. Keterangan lain di lembar {HINTS}.",
                (*_anggaran_locked(tahun), *input_columns("program")),
                tuple(
                    _anggaran_row(plan, tahun, part, kode)
                    for part in ("program", "kegiatan", "baris")
                    for kode in parts[part]
                ),
            ),
        ),
    )


def _indikator_locked(tahun: int) -> tuple[Column, ...]:
    return (
        Column("Kode", "Kode indikator; jangan diubah.", 10),
        Column("Indikator", "Nama indikator seperti tercetak di rencana.", 40),
        Column("Kegiatan: sasaran", "Kegiatan dan sasaran yang diukur, menurut rencana.", 36),
        Column("Satuan", "Satuan nilai, atau skalanya bila predikat atau opini.", 13),
        Column(f"Target {tahun}", "Target rencana seperti tercetak.", 14),
    )


def _anggaran_locked(tahun: int) -> tuple[Column, ...]:
    return (
        Column("Kode", "Kode anggaran; jangan diubah.", 10),
        Column("Nama", "Nama seperti tercetak di rencana.", 46),
        Column("Jenis", "Program, kegiatan, atau baris anggaran di bawah kegiatan.", 12),
        Column(f"Alokasi rencana {tahun}", "Alokasi menurut rencana, dalam rupiah penuh.", 18),
    )


def _indikator_row(plan: Plan, tahun: int, kode: str) -> Row:
    place = plan.kedudukan[kode]
    indikator = place.indikator
    unit = plan.satuan[indikator.satuan].nama if indikator.satuan else indikator.jenis
    home = f"{place.kegiatan.nama}: {place.sasaran.nama}"
    target = indikator.target[tahun] or None
    return Row("indikator", kode, (kode, indikator.nama, home, unit, target), indikator)


def _anggaran_row(plan: Plan, tahun: int, part: str, kode: str) -> Row:
    thousands = allocated(plan, kode)[tahun]
    amount = None if thousands is None else thousands * RUPIAH
    return Row(part, kode, (kode, name_of(plan, kode) or None, part, amount))


def input_columns(part: str) -> tuple[Column, ...]:
    """The columns of whatever can be reported in a list of a report, such as ``indikator``."""
    return tuple(_inputs(RealisasiIndikator if part == "indikator" else RealisasiAnggaran))


def _inputs(model: type[Entry], above: Keys = ()) -> Iterator[Column]:
    """The input columns of a model; nested fields and quarters have columns of their own."""
    for name, info in model.model_fields.items():
        inner = models_in(info.annotation)
        if name == "kode":
            continue
        if inner:
            yield from _inputs(inner[0], (*above, name))
            continue
        kinds = _flatten(info.annotation)
        choices = tuple(kind for kind in kinds if isinstance(kind, str))
        title, note = info.title or name, info.description or ""
        if dict in kinds:
            kind = _kind([one for one in kinds if one is not dict], choices)
            for quarter in QUARTERS:
                keys: Keys = (*above, name, quarter)
                yield Column(f"{title} {quarter}", note, _WIDTHS[kind], kind, keys)
        else:
            kind = _kind(kinds, choices)
            yield Column(title, note, _WIDTHS[kind], kind, (*above, name), choices)


_WIDTHS: dict[InputKind, int] = {
    "nilai": 14,
    "bilangan": 14,
    "rupiah": 18,
    "tanggal": 14,
    "pilihan": 15,
    "teks": 26,
}


def _flatten(annotation: Any) -> list[Any]:
    """The plain types and words that an annotation is made of; a mapping counts by its values."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _flatten(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) is dict:
        return [dict, *_flatten(typing.get_args(annotation)[1])]
    parts = typing.get_args(annotation)
    if not parts:
        return [annotation]
    return [kind for part in parts for kind in _flatten(part)]


def _kind(kinds: list[Any], choices: tuple[str, ...]) -> InputKind:
    if choices:
        return "pilihan"
    if Decimal in kinds:
        return "nilai" if str in kinds else "bilangan"
    if int in kinds:
        return "rupiah"
    return "tanggal" if date in kinds else "teks"


def value_at(entry: Laporan | None, keys: Keys) -> Value:
    """What a report says at `keys`; None where it says nothing."""
    value: Any = entry
    for key in keys:
        if value is None:
            return None
        value = value.get(key) if isinstance(value, dict) else getattr(value, str(key))
    return typing.cast(Value, value)


def as_text(value: Value) -> str:
    """A value as text that is the same for equal values; empty for None."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        text = format(value, "f")
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return "0" if text == "-0" else text
    return value.isoformat() if isinstance(value, date) else str(value)
