"""What stands where in the workbook: sheets, rows and locked columns, derived from the plan."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from renstra.dialect.document import Keys
from renstra.model.base import Entry
from renstra.model.indikator import Indikator
from renstra.model.laporan import Laporan
from renstra.model.realisasi import entries_of
from renstra.plan.forms import expected_entries
from renstra.plan.funding import RUPIAH, name_of, planned
from renstra.plan.plan import Plan
from renstra.sheet.columns import LAPORAN, Column, input_columns

HINTS = "Petunjuk"
INDIKATOR = "Indikator"
ANGGARAN = "Anggaran"
YEAR = "Laporan"
ORIGIN = "_asal"

EXAMPLE = "CONTOH: angka dibuat-buat"
"""Stands on every sheet of a report whose figures are made up."""

CLEAR = "HAPUS"
"""What staff type to empty a value; a blank cell leaves it as it is."""

TITLE_ROW, HINT_ROW, HEAD_ROW, FIRST_ROW = 1, 2, 3, 4

Value = Decimal | int | str | date | None
"""A value of a report."""

InputPlace = tuple[str, str, Keys]
"""A value of a report by its list (``indikator``), its kode and the keys below the entry."""


@dataclass(frozen=True)
class Row:
    """A thing that is reported on."""

    part: str
    """The list of the report it stands in, such as ``indikator``."""

    kode: str
    locked: tuple[Value, ...]
    """What its locked cells hold, the kode first."""

    indikator: Indikator | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet to fill in."""

    tahun: int
    name: str
    title: str
    hint: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    added: bool = False
    """Whether a workbook that was handed out before there was such a sheet does without."""

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
    """The sheets of one year."""

    tahun: int
    example: bool
    sheets: tuple[Sheet, ...]
    origin: str
    """The name of the hidden sheet."""

    def places(self) -> Iterator[tuple[Sheet, Row, int, Column]]:
        """Every input cell as its sheet, row, column number and column."""
        for sheet in self.sheets:
            for row in sheet.rows:
                for number, column in sheet.inputs.items():
                    yield sheet, row, number, column


def of_year(tahun: int) -> str:
    """The name under which what is said of a whole year is known, as other things by their kode."""
    return f"{LAPORAN}-{tahun}"


def span(years: Sequence[int]) -> str:
    """The years of a workbook, from the first to the last."""
    return "–".join(str(year) for year in dict.fromkeys((years[0], years[-1])))


def address(row: int, column: int) -> str:
    """A cell's name, such as F14."""
    name: str = xl_rowcol_to_cell(row - 1, column - 1)
    return name


def make_layout(plan: Plan, tahun: int, *, example: bool, several: bool = False) -> Layout:
    """The sheets of a year of the plan; `example` where its figures are made up.

    Where a workbook holds `several` years, each sheet says which is its own.
    """
    year = f" {tahun}" if several else ""
    mark = f"{year} CONTOH" if example else year
    prefix = f"{EXAMPLE}. " if example else ""
    office = plan.rencana.singkatan
    parts = expected_entries(plan, tahun)
    return Layout(
        tahun,
        example,
        (
            Sheet(
                tahun,
                INDIKATOR + mark,
                f"{prefix}Realisasi indikator {tahun}, {office}",
                f"{prefix}Isi sel berwarna saja. Sel kosong tidak mengubah apa pun; HAPUS "
                f"mengosongkan. Sumber yang sama bagi semuanya ditulis sekali di lembar {YEAR}. "
                f"Keterangan lain di lembar {HINTS}.",
                (*_indikator_locked(plan, tahun), *input_columns("indikator")),
                tuple(_indikator_row(plan, tahun, kode) for kode in parts["indikator"]),
            ),
            Sheet(
                tahun,
                ANGGARAN + mark,
                f"{prefix}Realisasi anggaran {tahun}, {office}, dalam rupiah penuh",
                f"{prefix}Semua uang dalam rupiah penuh, bukan ribuan. Baris berjenis baris boleh "
                f"dibiarkan kosong. Keterangan lain di lembar {HINTS}.",
                (*_anggaran_locked(plan, tahun), *input_columns("program")),
                tuple(
                    _anggaran_row(plan, tahun, part, kode)
                    for part in ("program", "kegiatan", "baris")
                    for kode in parts[part]
                ),
            ),
            Sheet(
                tahun,
                YEAR + mark,
                f"{prefix}Laporan {tahun} seluruhnya, {office}",
                f"{prefix}Ditulis sekali untuk setahun. Sumber di sini berlaku bagi semua yang "
                "tidak menyebut sumbernya sendiri.",
                (Column("Kode", "Tahun laporan; jangan diubah.", 14), *input_columns(LAPORAN)),
                (Row(LAPORAN, of_year(tahun), (of_year(tahun),)),),
                added=True,
            ),
        ),
        ORIGIN + year,
    )


def _indikator_locked(plan: Plan, tahun: int) -> tuple[Column, ...]:
    return (
        Column("Kode", "Kode indikator; jangan diubah.", 10),
        Column("Indikator", "Nama indikator seperti tercetak di rencana.", 40),
        Column("Kegiatan: sasaran", "Kegiatan dan sasaran yang diukur, menurut rencana.", 36),
        Column("Satuan", "Satuan nilai, atau skalanya bila predikat atau opini.", 13),
        Column(f"Target {tahun}", "Target rencana seperti tercetak.", 14),
        *_before(plan, tahun, "Nilai", 14),
    )


def _anggaran_locked(plan: Plan, tahun: int) -> tuple[Column, ...]:
    return (
        Column("Kode", "Kode anggaran; jangan diubah.", 10),
        Column("Nama", "Nama seperti tercetak di rencana.", 46),
        Column("Jenis", "Program, kegiatan, atau baris anggaran di bawah kegiatan.", 12),
        Column(f"Alokasi rencana {tahun}", "Alokasi menurut rencana, dalam rupiah penuh.", 18),
        *_before(plan, tahun, "Realisasi", 18),
    )


def _before(plan: Plan, tahun: int, what: str, width: int) -> Iterator[Column]:
    if tahun - 1 in plan.tahun:
        note = (
            "Yang dilaporkan untuk tahun sebelumnya; kosong bila tidak ada. Sebagai pembanding "
            "saja: bukan untuk diisi."
        )
        yield Column(f"{what} {tahun - 1}", note, width, passing=True)


GONE = "dicabut"
"""What stands for the target of a year in which an indicator is no longer part of the plan."""


def _indikator_row(plan: Plan, tahun: int, kode: str) -> Row:
    place = plan.at_end_of(tahun).kedudukan[kode]
    indikator = place.indikator
    unit = plan.satuan[indikator.satuan].nama if indikator.satuan else indikator.jenis
    home = f"{place.kegiatan.nama}: {place.sasaran.nama}"
    target = (indikator.target[tahun] if plan.in_force(kode, tahun) else GONE) or None
    locked = (kode, indikator.nama, home, unit, target, *_value_before(plan, tahun, kode))
    return Row("indikator", kode, locked, indikator)


def _anggaran_row(plan: Plan, tahun: int, part: str, kode: str) -> Row:
    thousands = planned(plan, kode, tahun)
    amount = None if thousands is None else thousands * RUPIAH
    before = _value_before(plan, tahun, kode)
    return Row(part, kode, (kode, name_of(plan, kode) or None, part, amount, *before))


def _value_before(plan: Plan, tahun: int, kode: str) -> Iterator[Value]:
    """What is reported for the year before, in numbers where it is settled."""
    if tahun - 1 not in plan.tahun:
        return
    entry = plan.once(_reports, tahun - 1).get(kode)
    if entry is None or not entry.reported:
        yield None
        return
    value: Value = "tidak ada kejadian" if entry.hasil is None else entry.hasil
    if isinstance(value, Decimal):
        value = round(value, 6)
    if entry.status_data == "sementara":
        shown = f"{value:,}".replace(",", ".") if isinstance(value, int) else as_text(value)
        value = f"{shown.replace('.', ',') if isinstance(value, Decimal) else shown} (sementara)"
    yield value


def _reports(plan: Plan, tahun: int) -> Mapping[str, Laporan]:
    return entries_of(plan.realisasi.get(tahun))


def value_at(entry: Entry | None, keys: Keys) -> Value:
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
