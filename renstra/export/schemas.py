"""The JSON Schemas of the published documents, derived from their classes."""

from __future__ import annotations

import copy
import functools
from typing import Any

from renstra.export.documents import (
    Berkas,
    BerkasIndikator,
    DaftarAnggaran,
    DaftarCatatan,
    DaftarIndikator,
    DaftarRevisi,
    Indeks,
    Metadata,
    RealisasiTahun,
)
from renstra.export.edition import SCHEMAS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

DOCUMENTS: dict[str, tuple[type[Berkas], str]] = {
    "indeks": (Indeks, "Daftar berkas data terbuka"),
    "indikator": (DaftarIndikator, "Semua indikator dengan target dan hasil tiap tahun"),
    "satu-indikator": (BerkasIndikator, "Satu indikator dengan target dan hasil tiap tahun"),
    "anggaran": (DaftarAnggaran, "Anggaran rencana dan realisasinya"),
    "realisasi": (RealisasiTahun, "Laporan satu tahun seperti dilaporkan kantor"),
    "catatan": (DaftarCatatan, "Catatan atas pertentangan di dalam dokumen"),
    "revisi": (DaftarRevisi, "Revisi data dan revisi resmi rencana"),
    "metadata": (Metadata, "Standar data tiap indikator menurut Satu Data Indonesia"),
}
"""Name of a schema to what it is the schema of, and the title of that."""


def schema_file(name: str) -> str:
    """The place of a schema in the site."""
    return f"{SCHEMAS}{name}.json"


def schema_of(name: str, address: str) -> dict[str, Any]:
    """The schema with that name; it names itself where the site has an address."""
    schema = copy.copy(_schema(name))
    if address:
        schema["$id"] = f"{address}{schema_file(name)}"
    return schema


@functools.cache
def _schema(name: str) -> dict[str, Any]:
    model, title = DOCUMENTS[name]
    schema = {"$schema": _DIALECT} | model.model_json_schema(mode="serialization")
    _open(schema)
    return schema | {"title": title}


def _open(value: Any) -> None:
    """Let what is read by an older schema have the fields that a later one adds."""
    if isinstance(value, dict):
        if value.get("additionalProperties") is False:
            del value["additionalProperties"]
        for inside in value.values():
            _open(inside)
    elif isinstance(value, list):
        for inside in value:
            _open(inside)
