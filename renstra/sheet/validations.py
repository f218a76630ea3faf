"""What a spreadsheet program itself asks of the cells: lists, ranges, dates. Only a first help.

The import decides; a program's rules do not reach what is pasted.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from renstra.model.indikator import Indikator
from renstra.model.terms import SCALES
from renstra.sheet.columns import Column
from renstra.sheet.layout import CLEAR, FIRST_ROW, Sheet, address

_CLEARING = f"Untuk mengosongkan, ketik {CLEAR} dan lanjutkan."


def cell_rules(sheet: Sheet) -> Iterator[tuple[str, dict[str, Any]]]:
    """One rule for all cells of a sheet that share it: their ranges, and what is asked of them."""
    places: dict[tuple[Any, ...], list[str]] = {}
    for number, column in sheet.inputs.items():
        for first, last, how in _runs(sheet, column):
            if how:
                place = f"{address(first, number)}:{address(last, number)}"
                places.setdefault(how, []).append(place)
    for how, cells in places.items():
        yield " ".join(cells), _RULES[how[0]](*how[1:])


def _runs(sheet: Sheet, column: Column) -> Iterator[tuple[int, int, tuple[Any, ...]]]:
    """First row, last row and rule of each stretch of a column with one rule."""
    start, before = FIRST_ROW, _rule(column, sheet.rows[0].indikator)
    for number, row in enumerate(sheet.rows, FIRST_ROW):
        how = _rule(column, row.indikator)
        if how != before:
            yield start, number - 1, before
            start, before = number, how
    yield start, sheet.last_row, before


def _rule(column: Column, indikator: Indikator | None) -> tuple[Any, ...]:
    match column.kind:
        case "pilihan":
            return ("list", column.choices)
        case "nilai" if indikator and indikator.jenis != "angka":
            return ("list", tuple(grade for step in SCALES[indikator.jenis] for grade in step))
        case "nilai" if indikator and indikator.rentang:
            return ("decimal", indikator.rentang.min, indikator.rentang.maks)
        case "bilangan":
            return ("decimal", None, None)
        case "rupiah":
            return ("rupiah",)
        case "tanggal":
            return ("date",)
    return ()


def _list(words: tuple[str, ...]) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": [*words, CLEAR],
        "show_input": False,
        "error_title": "Pilih dari daftar",
        "error_message": f"Seharusnya salah satu dari {', '.join(words)}; {CLEAR} mengosongkan.",
    }


def _decimal(least: Decimal | None, greatest: Decimal | None) -> dict[str, Any]:
    if least is not None and greatest is not None:
        expected = f"Bilangan {least} sampai {greatest}"
        how = {"criteria": "between", "minimum": str(least), "maximum": str(greatest)}
    elif least is not None:
        expected = f"Bilangan, paling kecil {least}"
        how = {"criteria": ">=", "value": str(least)}
    else:
        expected = "Bilangan" if greatest is None else f"Bilangan, paling besar {greatest}"
        how = {"criteria": "<=", "value": "1E+300" if greatest is None else str(greatest)}
    expected += ", tanpa satuan."
    return how | _asking("decimal", "bilangannya", f": {expected}", expected)


def _rupiah() -> dict[str, Any]:
    error = " rupiah penuh tanpa pecahan, seperti 2273454000."
    prompt = "Rupiah penuh, bukan ribuan, seperti 2273454000."
    return {"criteria": ">=", "value": "0"} | _asking("whole", "jumlahnya", error, prompt)


def _date() -> dict[str, Any]:
    error, prompt = " tanggal seperti 2024-01-31.", "Tanggal seperti 2024-01-31."
    return {"criteria": ">=", "value": "1"} | _asking("date", "tanggalnya", error, prompt)


def _asking(kind: str, what: str, error: str, prompt: str) -> dict[str, str]:
    return {
        "validate": kind,
        # A warning lets HAPUS through.
        "error_type": "warning",
        "error_title": f"Periksa {what}",
        "error_message": f"Seharusnya{error} {_CLEARING}",
        "input_message": prompt,
    }


_RULES: dict[str, Any] = {"list": _list, "decimal": _decimal, "rupiah": _rupiah, "date": _date}
