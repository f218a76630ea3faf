"""What a cell means for the report: its value and a remark, or why it is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from renstra.checks.reports import why_impossible
from renstra.dialect.scalars import flaw
from renstra.dialect.typed import TwofoldError, typed_date, typed_number
from renstra.dialect.wording import nearest, shorten
from renstra.model.indikator import Indikator
from renstra.model.terms import SCALES
from renstra.sheet.cells import RawCell
from renstra.sheet.columns import Column
from renstra.sheet.layout import CLEAR, Value, as_text

_QUOTED = re.compile(r'"[^"]*"|\\.')
_PLACES = 12
_ROUNDED = 6
"""Digits behind the comma that are kept of a number with more than `_PLACES`."""

_DIGITS = 18


class InputError(Exception):
    """A cell that means nothing the report can hold; the message is for whoever typed it."""


@dataclass(frozen=True)
class CellReading:
    """What a cell that is not blank means; None clears the value."""

    value: Value
    remark: str = ""
    """How it was understood, where it was not written as it should be."""


def read_cell(
    cell: RawCell | None,
    column: Column,
    indikator: Indikator | None = None,
    signs: Sequence[str] = (),
) -> CellReading | None:
    """What an input cell means; None where it is blank. Raises InputError.

    `signs` are the ways in which the indicator's unit is written behind a number.
    """
    if cell is None:
        return None
    expected = _expected(column, indikator)
    if cell.kind == "formula":
        return _read_result(cell, column, indikator, signs)
    if cell.kind == "error":
        raise InputError(
            f"ditemukan galat {shorten(str(cell.value))}, seharusnya {expected}; ketik nilainya"
        )
    if cell.kind == "boolean":
        found = "TRUE" if cell.value else "FALSE"
        raise InputError(f"ditemukan {found}, seharusnya {expected}; ketik nilainya")
    if cell.kind == "text" and cell.value.strip().upper() == CLEAR:
        return CellReading(None)
    match column.kind:
        case "pilihan":
            return _read_choice(cell, column.choices)
        case "tanggal":
            return _read_date(cell)
        case "teks":
            return _read_text(cell)
        case "nilai" if indikator and indikator.jenis != "angka":
            return _read_grade(cell, indikator)
    share = column.kind == "nilai" and indikator is not None and indikator.satuan == "persen"
    written = signs if column.kind == "nilai" else ()
    return _checked(_read_number(cell, expected, written, share=share), column, indikator)


def _read_result(
    cell: RawCell, column: Column, indikator: Indikator | None, signs: Sequence[str]
) -> CellReading | None:
    """What a formula came to when the workbook was saved."""
    if cell.result is None:
        expected = _expected(column, indikator)
        raise InputError(f"ditemukan rumus, seharusnya {expected}; ketik hasilnya saja")
    reading = read_cell(cell.result, column, indikator, signs)
    if reading is None:
        return None
    remark = f"rumus {shorten(str(cell.value))} dibaca {as_text(reading.value)}"
    return CellReading(reading.value, remark)


def _expected(column: Column, indikator: Indikator | None) -> str:
    match column.kind:
        case "pilihan":
            return f"salah satu dari {', '.join(column.choices)}"
        case "tanggal":
            return "tanggal seperti 2024-01-31"
        case "teks":
            return "teks"
        case "rupiah":
            return "rupiah penuh tanpa titik atau koma, seperti 2273454000"
        case "nilai" if indikator and indikator.jenis != "angka":
            grades = [grade for step in SCALES[indikator.jenis] for grade in step]
            return f"salah satu dari {', '.join(grades)}"
    return "bilangan seperti 23617 atau 87,5"


def _found(cell: RawCell) -> str:
    if cell.kind == "text":
        return f'teks "{shorten(cell.value)}"'
    if cell.kind == "date":
        return f"tanggal atau jam {_moment(cell.value)}"
    return f"bilangan {_digits(cell.value)}"


def _moment(value: Any) -> str:
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return str(value)


def _digits(value: Any) -> str:
    return as_text(Decimal(repr(value))) if _finite(value) else str(value)


def _finite(value: Any) -> bool:
    return isinstance(value, int | float) and abs(value) < float("inf")


def _read_choice(cell: RawCell, choices: tuple[str, ...]) -> CellReading:
    text = cell.value.strip() if cell.kind == "text" else ""
    if text.lower() in choices:
        return CellReading(text.lower(), "" if text in choices else _read_as(cell, text.lower()))
    hint = nearest(text, choices) or "; pilih dari daftarnya"
    raise InputError(
        f"ditemukan {_found(cell)}, seharusnya salah satu dari {', '.join(choices)}{hint}"
    )


def _read_grade(cell: RawCell, indikator: Indikator) -> CellReading:
    value: Value = cell.value.strip() if cell.kind == "text" else None
    if isinstance(value, str) and why_impossible(indikator, value):
        upper = value.upper()
        if not why_impossible(indikator, upper):
            return CellReading(upper, _read_as(cell, upper))
    if not isinstance(value, str) or why_impossible(indikator, value):
        expected = _expected(Column("", "", 0, "nilai"), indikator)
        raise InputError(f"ditemukan {_found(cell)}, seharusnya {expected}; pilih dari daftarnya")
    return CellReading(value)


def _read_text(cell: RawCell) -> CellReading:
    if cell.kind == "number" and isinstance(cell.value, int) and "%" not in cell.format:
        return CellReading(str(cell.value), f"bilangan {cell.value} dibaca sebagai teks")
    if cell.kind != "text":
        raise InputError(
            f"ditemukan {_found(cell)}, seharusnya teks; beri sel itu format Teks lalu ketik lagi"
        )
    tidy = " ".join(cell.value.split())
    if found := flaw(tidy):
        raise InputError(found)
    changed = tidy != cell.value.strip(" ")
    return CellReading(tidy, "baris baru dan spasi berlebih dirapikan" if changed else "")


def _read_date(cell: RawCell) -> CellReading:
    value = cell.value
    expected = "seharusnya tanggal seperti 2024-01-31"
    if cell.kind == "date" and isinstance(value, date):
        if isinstance(value, datetime):
            if value.time() != time():
                raise InputError(f"ditemukan {_found(cell)}, {expected}; hapus jamnya")
            value = value.date()
        return CellReading(value)
    if cell.kind != "text":
        raise InputError(f"ditemukan {_found(cell)}, {expected}; ketik tanggalnya")
    try:
        found = typed_date(value)
    except ValueError:
        raise InputError(
            f"tanggal {value.strip()} tidak ada di kalender; perbaiki, hari disebut sebelum bulan"
        ) from None
    if found is None:
        raise InputError(f"ditemukan {_found(cell)}, {expected}; ketik tanggalnya")
    return CellReading(found, _read_as(cell, found.isoformat()))


def _read_number(cell: RawCell, expected: str, signs: Sequence[str], *, share: bool) -> CellReading:
    """A number; of a `share` a cell in per cent holds the hundredth."""
    if cell.kind == "date":
        raise InputError(
            f"ditemukan {_found(cell)}, seharusnya {expected}; lembar kerja mengubah yang diketik "
            "menjadi tanggal: beri sel itu format Umum lalu ketik lagi"
        )
    if cell.kind == "number":
        if not _finite(cell.value):
            raise InputError(f"ditemukan {_found(cell)}, seharusnya {expected}; ketik nilainya")
        if "%" in _QUOTED.sub("", cell.format):
            times = Decimal(repr(cell.value)) * 100
            shown = as_text(times).replace(".", ",")
            if share:
                exact = _exact(times)
                return CellReading(
                    exact.value, f"sel berformat persen dibaca {as_text(exact.value)}"
                )
            raise InputError(
                f"sel berformat persen, sehingga isinya {_digits(cell.value)}; beri format Umum "
                f"lalu ketik {shown} bila maksudnya {shown} %"
            )
        return _exact(Decimal(repr(cell.value)))
    try:
        number = typed_number(cell.value, signs)
    except TwofoldError as error:
        raise InputError(_ask(cell.value.strip(), error.bare)) from None
    if number is None:
        raise InputError(f"ditemukan {_found(cell)}, seharusnya {expected}; ketik bilangannya saja")
    exact = _exact(number)
    return CellReading(exact.value, exact.remark or _read_as(cell, as_text(exact.value)))


def _ask(shown: str, text: str) -> str:
    digits = text.replace(".", "")
    offer = f"tulis {digits} saja"
    if text.count(".") == 1:
        offer = f"apakah maksudnya {digits} atau {text.replace('.', ',')}? Tulis salah satunya"
    return f'ditemukan "{shorten(shown)}", yang bermakna ganda; {offer}, tanpa titik'


def _exact(value: Decimal) -> CellReading:
    """The number without noughts that say nothing. Raises InputError where it is too long."""
    text = as_text(value)
    whole, _, places = text.lstrip("-").partition(".")
    if len(whole) > _DIGITS:
        raise InputError(f"ditemukan {shorten(text)}, lebih dari {_DIGITS} angka; periksa")
    if len(places) <= _PLACES:
        return CellReading(Decimal(text))
    rounded = Decimal(as_text(round(value, _ROUNDED)))
    return CellReading(rounded, f"{shorten(text)} dibulatkan menjadi {as_text(rounded)}")


def _checked(reading: CellReading, column: Column, indikator: Indikator | None) -> CellReading:
    """The reading, if the indicator or the money of its column can have that value."""
    value = reading.value
    assert isinstance(value, Decimal)
    if column.kind == "rupiah":
        if value != int(value) or value < 0:
            raise InputError(
                f"ditemukan {value}, seharusnya rupiah penuh: bilangan bulat, paling kecil 0; "
                "perbaiki"
            )
        return CellReading(int(value), reading.remark)
    if column.kind == "nilai" and indikator and (reason := why_impossible(indikator, value)):
        raise InputError(reason)
    return reading


def _read_as(cell: RawCell, meaning: str) -> str:
    return f'"{shorten(cell.value.strip())}" dibaca {meaning}' if cell.value != meaning else ""
