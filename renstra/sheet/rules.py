"""What a spreadsheet program itself asks of the cells: lists, ranges, dates. Only a first help.

The import decides; a program's rules do not reach what is pasted.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal

from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation

from renstra.model.indikator import Indikator
from renstra.model.terms import SCALES
from renstra.sheet.layout import FIRST_ROW, Column, Sheet, address
from renstra.sheet.values import CLEAR

_CLEARING = f"Untuk mengosongkan, ketik {CLEAR} dan lanjutkan."


def cell_rules(sheet: Sheet) -> Iterator[DataValidation]:
    """One rule for all cells of a sheet that share it."""
    places: dict[tuple[Any, ...], list[str]] = {}
    for number, column in sheet.inputs.items():
        for first, last, how in _runs(sheet, column):
            if how:
                place = f"{address(first, number)}:{address(last, number)}"
                places.setdefault(how, []).append(place)
    for how, cells in places.items():
        rule = _RULES[how[0]](*how[1:])
        # All at once: adding them one by one looks through all that are there each time.
        rule.sqref = MultiCellRange(" ".join(cells))
        yield rule


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


def _list(words: tuple[str, ...]) -> DataValidation:
    return DataValidation(
        type="list",
        formula1=f'"{",".join((*words, CLEAR))}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Pilih dari daftar",
        error=f"Seharusnya salah satu dari {', '.join(words)}; {CLEAR} mengosongkan.",
    )


def _decimal(least: Decimal | None, greatest: Decimal | None) -> DataValidation:
    how: dict[str, Any]
    if least is not None and greatest is not None:
        expected = f"Bilangan {least} sampai {greatest}"
        how = {"operator": "between", "formula1": str(least), "formula2": str(greatest)}
    elif least is not None:
        expected = f"Bilangan, paling kecil {least}"
        how = {"operator": "greaterThanOrEqual", "formula1": str(least)}
    else:
        expected = "Bilangan" if greatest is None else f"Bilangan, paling besar {greatest}"
        bound = "1E+300" if greatest is None else str(greatest)
        how = {"operator": "lessThanOrEqual", "formula1": bound}
    expected += ", tanpa satuan."
    return _asking("decimal", "bilangannya", f": {expected}", expected, **how)


def _rupiah() -> DataValidation:
    error = " rupiah penuh tanpa pecahan, seperti 2273454000."
    prompt = "Rupiah penuh, bukan ribuan, seperti 2273454000."
    return _asking("whole", "jumlahnya", error, prompt, operator="greaterThanOrEqual", formula1="0")


def _date() -> DataValidation:
    error, prompt = " tanggal seperti 2024-01-31.", "Tanggal seperti 2024-01-31."
    return _asking("date", "tanggalnya", error, prompt, operator="greaterThanOrEqual", formula1="1")


def _asking(
    kind: Literal["whole", "decimal", "date"], what: str, error: str, prompt: str, **how: Any
) -> DataValidation:
    return DataValidation(
        type=kind,
        allow_blank=True,
        # A warning lets HAPUS through.
        errorStyle="warning",
        showErrorMessage=True,
        errorTitle=f"Periksa {what}",
        error=f"Seharusnya{error} {_CLEARING}",
        showInputMessage=True,
        prompt=prompt,
        **how,
    )


_RULES: dict[str, Any] = {"list": _list, "decimal": _decimal, "rupiah": _rupiah, "date": _date}
