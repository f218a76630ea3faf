"""All files of the open data, by their places in the site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from renstra.export.checksums import checksums
from renstra.export.csvfile import csv_bytes
from renstra.export.descriptor import PACKAGE, package
from renstra.export.edition import FOLDER, V1, Edition, WordList, indicator_csv, report_json
from renstra.export.jsonfiles import INDEX, METADATA, documents, index
from renstra.export.jsontext import json_bytes
from renstra.export.schemas import DOCUMENTS, schema_file, schema_of
from renstra.export.table import indicator_table, money_table, part
from renstra.export.workbook import workbook
from renstra.plan.plan import Plan

INDICATOR_CSV = f"{FOLDER}indikator.csv"
MONEY_CSV = f"{FOLDER}anggaran.csv"
WORKBOOK = f"{FOLDER}renstra.xlsx"
CHECKSUMS = f"{FOLDER}SHA256SUMS"

_CSV = "text/csv"
_JSON = "application/json"
_TEXT = "text/plain"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Offer:
    """A file that is offered to readers by name."""

    place: str
    title: str
    media: str
    schema: str | None = None
    """The name of its JSON Schema, where it has one."""


def offers(plan: Plan, lists: Sequence[WordList] = ()) -> Sequence[Offer]:
    """The files that stand for a whole, in the order in which a reader is told of them.

    `lists` are those of the decrees' words.
    """
    return [
        Offer(INDICATOR_CSV, "Target, realisasi dan status tiap indikator dan tahun", _CSV),
        Offer(MONEY_CSV, "Anggaran rencana dan realisasinya", _CSV),
        Offer(WORKBOOK, "Seluruh rencana sebagai buku kerja", _XLSX),
        Offer(INDEX, DOCUMENTS["indeks"][1], _JSON, "indeks"),
        Offer(f"{V1}indikator.json", DOCUMENTS["indikator"][1], _JSON, "indikator"),
        Offer(f"{V1}anggaran.json", DOCUMENTS["anggaran"][1], _JSON, "anggaran"),
        *(
            Offer(report_json(tahun), f"Realisasi {tahun} seperti dilaporkan", _JSON, "realisasi")
            for tahun in plan.tahun
        ),
        Offer(f"{V1}catatan.json", DOCUMENTS["catatan"][1], _JSON, "catatan"),
        Offer(f"{V1}revisi.json", DOCUMENTS["revisi"][1], _JSON, "revisi"),
        Offer(METADATA, DOCUMENTS["metadata"][1], _JSON, "metadata"),
        Offer(PACKAGE, "Keterangan tabel menurut Data Package versi 2", _JSON),
        *(
            Offer(one.place, f"Daftar setiap kata dan sel Keputusan Nomor {one.nomor}", _TEXT)
            for one in lists
        ),
    ]


def export(edition: Edition) -> dict[str, bytes]:
    """Place in the site to content, all but the checksums, which take in what others add.

    The same plan, revision and address give the same bytes.
    """
    indicators, money = indicator_table(edition.records), money_table(edition.records)
    tables = {INDICATOR_CSV: indicators, MONEY_CSV: money}
    files = {place: csv_bytes(table) for place, table in tables.items()}
    for kode in edition.plan.kedudukan:
        files[indicator_csv(kode)] = csv_bytes(part(indicators, kode))
    files[WORKBOOK] = workbook(edition, list(tables.values()))
    listed = [
        (offer.place, offer.title, offer.media, offer.schema)
        for offer in offers(edition.plan, edition.keutuhan)
    ]
    files[INDEX] = json_bytes(index(edition, listed))
    for place, content in documents(edition):
        files[place] = json_bytes(content)
    for name in DOCUMENTS:
        files[schema_file(name)] = json_bytes(schema_of(name, edition.address))
    files[PACKAGE] = json_bytes(package(edition, tables, files))
    return files | {one.place: one.content for one in edition.keutuhan}


def with_checksums(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files and, beside them, the checksums of them all."""
    return {**files, CHECKSUMS: checksums(files, FOLDER)}
