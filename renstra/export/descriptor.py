"""The descriptor of a Data Package (version 2) over the CSV tables."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Mapping, Sequence
from typing import Any

from renstra.export.edition import FOLDER, KEUTUHAN, Edition, WordList
from renstra.export.table import MADE_UP, Table, TableColumn
from renstra.keeping.keutuhan import SIGNED

PACKAGE = f"{FOLDER}datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def package(edition: Edition, tables: Mapping[str, Table], files: Mapping[str, bytes]) -> Any:
    """The descriptor in Python's own types; `tables` by their files' places in the site.

    It names no licence: none is claimed over the decree.
    """
    rencana = edition.plan.rencana
    keputusan = rencana.keputusan
    signed = edition.plan.pencocokan.naskah
    found: dict[str, Any] = {
        "$schema": _PROFILE,
        "name": "renstra",
        "title": f"{MADE_UP if edition.records.contoh else ''}{rencana.judul}",
        "description": "Target, realisasi dan anggaran rencana sebagai tabel. Sel yang tidak "
        "menyatakan apa-apa kosong; kosong bukan nol. Teks yang diawali tanda rumus didahului "
        "satu apostrof.",
        "contoh": edition.records.contoh,
        "contributors": [{"title": rencana.kantor, "roles": ["creator"]}],
        "sources": [
            {
                "title": f"Keputusan Nomor {keputusan.nomor} tanggal "
                f"{keputusan.tanggal.isoformat()}, {rencana.judul}",
                **({"path": signed.url, "hash": f"sha256:{signed.sha256}"} if signed else {}),
            }
        ],
        # Parts of the decree that are not listed are as they were extracted from its PDF.
        "pencocokan": [
            entry.model_dump(mode="json") for entry in edition.plan.pencocokan.pencocokan
        ],
        "resources": [_resource(place, table, files[place]) for place, table in tables.items()],
    }
    listed = {one.place: _words(one) for one in edition.keutuhan}
    if KEUTUHAN in listed:
        found["keutuhan"] = listed.pop(KEUTUHAN)
    if listed:
        found["keutuhan_perubahan"] = list(listed.values())
    if edition.address:
        found |= {"id": f"{edition.address}{PACKAGE}", "homepage": f"{edition.address}{FOLDER}"}
    if edition.revision:
        found |= {
            "created": f"{edition.revision.date.isoformat()}T00:00:00Z",
            "version": edition.revision.commit,
        }
    return found


def _words(one: WordList) -> dict[str, str]:
    return {
        "path": posixpath.relpath(one.place, FOLDER),
        "hash": f"sha256:{one.sidik}",
        "description": f"Daftar setiap kata dan sel Keputusan Nomor {one.nomor}. {SIGNED}",
    }


def _resource(place: str, table: Table, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": posixpath.relpath(place, FOLDER),
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": _fields(table.columns),
            "primaryKey": list(table.key),
            "missingValues": [""],
        },
    }


def _fields(columns: Sequence[TableColumn]) -> list[dict[str, Any]]:
    found = []
    for column in columns:
        field: dict[str, Any] = {
            "name": column.name,
            "title": column.title,
            "type": column.kind,
            "description": column.description,
        }
        rules: dict[str, Any] = {"required": True} if column.required else {}
        if column.choices:
            rules["enum"] = list(column.choices)
        found.append(field | ({"constraints": rules} if rules else {}))
    return found
