"""The plan as a workbook (XLSX) to read and to count with; nothing in it is to be filled in.

The same data gives the same bytes. An empty cell says nothing, and is no zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from renstra.export.edition import Edition
from renstra.export.table import MADE_UP, ColumnType, Table
from renstra.export.xlsx import PublishedSheet, Value, xlsx_bytes
from renstra.model.naskah import words

_WIDTHS: dict[ColumnType, int] = {
    "string": 24,
    "integer": 16,
    "number": 14,
    "boolean": 10,
    "date": 13,
}
_NOTES = ("id", "judul", "jenis", "tercetak", "seharusnya", "selisih", "penjelasan")
_PROSE = ("id", "bab", "jenis", "teks")


def workbook(edition: Edition, tables: Sequence[Table]) -> bytes:
    """A sheet that explains, one for each table, one of the notes and one of the prose."""
    revision = edition.revision
    created = revision.date if revision else edition.plan.rencana.keputusan.tanggal
    sheets = [PublishedSheet("Keterangan", (26, 110), _explained(edition, tables), table=False)]
    sheets += [
        PublishedSheet(
            table.name.capitalize(),
            [_WIDTHS[column.kind] for column in table.columns],
            [[column.name for column in table.columns], *table.rows],
        )
        for table in tables
    ]
    sheets += [
        PublishedSheet("Catatan", (10, 40, 8, 40, 40, 24, 60), [_NOTES, *_notes(edition)]),
        PublishedSheet("Naskah", (12, 20, 12, 100), [_PROSE, *_prose(edition)]),
    ]
    return xlsx_bytes(_title(edition), created, sheets)


def _title(edition: Edition) -> str:
    return f"{MADE_UP if edition.records.contoh else ''}{edition.plan.rencana.judul}"


def _explained(edition: Edition, tables: Sequence[Table]) -> Iterator[tuple[str, ...]]:
    keputusan = edition.plan.rencana.keputusan
    yield (_title(edition),)
    yield "Keputusan", f"Nomor {keputusan.nomor} tanggal {keputusan.tanggal.isoformat()}"
    yield "Kantor", edition.plan.rencana.kantor
    yield "Sel kosong", "Tidak dinyatakan atau belum dilaporkan; bukan nol."
    if edition.revision:
        yield "Revisi data", f"{edition.revision.date.isoformat()} {edition.revision.commit}"
    for table in tables:
        yield ("",)
        yield table.name.capitalize(), table.description
        for column in table.columns:
            yield column.name, column.description


def _notes(edition: Edition) -> Iterator[tuple[Value, ...]]:
    for note in edition.plan.catatan.catatan:
        yield tuple(getattr(note, name) for name in _NOTES)


def _prose(edition: Edition) -> Iterator[tuple[Value, ...]]:
    for kode, (chapter, item) in edition.plan.bagian.items():
        yield kode, chapter.nomor or chapter.judul, item.jenis, words(item)
