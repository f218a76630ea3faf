"""A reported figure withdrawn from its file, so that the site says so until another one stands."""

from __future__ import annotations

from renstra.dialect.document import Keys
from renstra.dialect.problem import DataError, Problem
from renstra.model.realisasi import Laporan, entries_of
from renstra.plan.forms import expected_entries
from renstra.plan.plan import Plan
from renstra.sheet.layout import InputPlace, Value, input_columns, value_at
from renstra.sheet.origin import entries
from renstra.sheet.yaml_edits import KeepError, changed_text

TAKEN = {
    *("nilai", "pembilang", "penyebut", "tidak_ada_kejadian", "triwulan", "realisasi"),
    *("analisis", "kendala", "tindak_lanjut"),
}
"""Keys of what is taken away: the figure, and words that may tell of it. A budget stays."""


def withdrawn(plan: Plan, tahun: int, kode: str, alasan: str, source: bytes) -> bytes:
    """The file `source` of a year's report, with what it reports of `kode` withdrawn.

    Raises DataError where nothing is reported, or the file cannot be changed in place.
    """
    report = plan.realisasi[tahun]
    entry = entries_of(report).get(kode)
    if entry is None or not (entry.reported or entry.running):
        what = "sudah ditarik" if entry and entry.ditarik else "tidak melaporkan apa pun"
        line = entry.line("kode") if entry else 1
        message = f"{kode} {what} untuk {tahun}; periksa kode dan tahunnya"
        raise DataError([Problem(report.path, line, "", message)])
    part = next(part for part, code in entries(report) if code == kode)
    changes: dict[InputPlace, Value] = dict.fromkeys(
        (part, kode, keys) for keys in _taken(part, entry)
    )
    changes[part, kode, ("status_data",)] = "ditarik"
    changes[part, kode, ("alasan_perubahan",)] = alasan
    try:
        return changed_text(source.decode(), changes, expected_entries(plan)).encode()
    except KeepError as error:
        raise DataError([Problem(report.path, error.line, "", str(error))]) from None


def _taken(part: str, entry: Laporan) -> list[Keys]:
    """Where an entry says what is taken away."""
    return [
        column.keys
        for column in input_columns(part)
        if column.keys[0] in TAKEN and value_at(entry, column.keys) is not None
    ]
