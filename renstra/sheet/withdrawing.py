"""A reported figure withdrawn from its file, so that the site says so until another one stands."""

from __future__ import annotations

from renstra.dialect.problem import DataError, Problem
from renstra.model.realisasi import entries_of
from renstra.plan.forms import expected_entries
from renstra.plan.plan import Plan
from renstra.sheet.columns import input_columns
from renstra.sheet.layout import InputPlace, Value, value_at
from renstra.sheet.merge import change_words
from renstra.sheet.origin import entries
from renstra.sheet.yaml_edits import KeepError, changed_text

TAKEN = {
    *("nilai", "pembilang", "penyebut", "tidak_ada_kejadian", "triwulan", "realisasi"),
    *("analisis", "kendala", "tindak_lanjut"),
}
"""Keys of what is taken away: the figure, and words that may tell of it. A budget stays."""


def withdrawn(
    plan: Plan, tahun: int, kode: str, alasan: str, source: bytes
) -> tuple[bytes, list[str]]:
    """The file `source` of a year's report with `kode` withdrawn, and what goes, line by line.

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
    changes: dict[InputPlace, Value] = {(part, kode, ("alasan_perubahan",)): alasan}
    told = []
    for column in input_columns(part):
        before, status = value_at(entry, column.keys), column.keys == ("status_data",)
        if status or (column.keys[0] in TAKEN and before is not None):
            after = "ditarik" if status else None
            changes[part, kode, column.keys] = after
            told.append(change_words(f"{kode} {tahun} · {column.title}", before, after))
    try:
        text = changed_text(source.decode(), changes, expected_entries(plan, tahun))
    except KeepError as error:
        raise DataError([Problem(report.path, error.line, "", str(error))]) from None
    return text.encode(), told
