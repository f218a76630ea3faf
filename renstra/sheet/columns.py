"""The columns of whatever can be reported, each with what it takes, derived from the models.

Which fields a report has is said by `renstra.model.laporan` alone; a field added there is a
column here.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from renstra.dialect.document import Keys
from renstra.model.base import Entry
from renstra.model.isian import QUARTERS
from renstra.model.laporan import RealisasiAnggaran, RealisasiIndikator
from renstra.model.realisasi import Realisasi
from renstra.reading.fields import models_in

LAPORAN = "laporan"
"""What is said once of a whole year, where others are said to stand in a list of its report."""

OF_A_YEAR = ("batas_lapor", "sumber", "persetujuan")
"""The keys of a year that are filled in."""

InputKind = Literal["nilai", "bilangan", "rupiah", "tanggal", "pilihan", "teks"]
"""What an input cell takes: a value of the indicator, a number, whole rupiah, a date, a word of a
list, or text."""


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
    passing: bool = False
    """Whether a locked column may say something else by the time the workbook comes back."""


def input_columns(part: str) -> tuple[Column, ...]:
    """The columns of whatever can be reported in a list of a report, such as ``indikator``."""
    if part == LAPORAN:
        return tuple(column for column in _inputs(Realisasi) if column.keys[0] in OF_A_YEAR)
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
