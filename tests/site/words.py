"""The words of the data that a reader must meet, and the order in which the decree has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.site.source import Source, Yaml

CODES = {
    *("id", "jenis", "satuan", "arah", "tingkat", "arti", "program", "kegiatan", "sasaran"),
    *("naskah", "tabel", "mengulang", "kelompok", "faktor", "tujuan", "tahap", "rupa"),
    *("digambar_dari", "pengertian", "visi", "dari", "ke", "sifat", "dasar", "di", "pokok"),
    *("aturan", "bagian", "tanda", "min", "maks", "agregasi", "commit", "revisi"),
    # Of the reports: codes, values that a table shows in its own way, and where a link leads.
    *("kode", "kode_kantor", "nilai", "triwulan", "status_data", "url", "berkas"),
    # Aids of the search, which shows them to nobody.
    "sinonim",
}
"""Keys whose values are codes for the site to act on, not words for a reader."""


def words_of(value: Any, key: str = "") -> Iterator[str]:
    """The words that a value says to a reader, whatever lies in it."""
    if key in CODES and not isinstance(value, (list, dict)):
        return
    if isinstance(value, dict):
        if key in ("triwulan", "sinonim"):
            return
        if gone := value.get("ditarik"):  # of what we withdrew, only why
            yield from words_of(gone, "ditarik")
            return
        for name, item in value.items():
            yield from words_of(item, str(name))
    elif isinstance(value, list):
        if key != "sinonim":
            for item in value:
                yield from words_of(item, key)
    elif isinstance(value, str) and value:
        yield " ".join(value.split())


def table_words(source: Source) -> dict[str, list[str]]:
    """Table id to its words in the order a reader meets them; of targets and money the title."""
    found: dict[str, list[str]] = {}
    swot = source.load("swot.yml")
    for table in swot.get("tabel") or ():
        found[table["id"]] = [table["nomor"], table["judul"], *_columns(table)]
    for matrix in swot.get("matriks") or ():
        found[matrix["id"]] = _matrix(matrix)
    if synthesis := source.load("sintesa.yml").get("tabel"):
        found[synthesis["id"]] = [synthesis["nomor"], synthesis["judul"], *_synthesis(synthesis)]
    if members := source.load("organisasi.yml").get("tabel"):
        keys = ("nomor", "nama", "kedudukan", "divisi", "wilayah")
        found[members["id"]] = [
            *_head(members),
            *(item.get(key, "") for item in members["anggota"] for key in keys),
        ]
    if goals := source.load("tujuan.yml").get("tabel"):
        found[goals["id"]] = [
            *_head(goals),
            *(
                words
                for row in goals["baris"]
                for words in (row["nomor"], row["teks"], *(i["teks"] for i in row["sasaran"]))
            ),
        ]
    for name in ("target/program", "anggaran/program", "anggaran/kegiatan"):
        table = source.load(f"{name}.yml")
        found[table["id"]] = [f"{table['nomor']} {table['judul']}"]
    return found


def _head(table: Yaml) -> list[str]:
    return [table["nomor"], table["judul"], *table["kepala"].values()]


def _columns(table: Yaml) -> Iterator[str]:
    for column in table["kolom"]:
        yield column["kepala"]
        yield from (item["teks"] for item in column["butir"])


def _matrix(matrix: Yaml) -> list[str]:
    inner, outer = matrix["dalam"], matrix["luar"]
    return [
        *(matrix.get(key, "") for key in ("nomor", "judul", "kepala", "kepala_kedua")),
        inner["judul"],
        *(f"{item['label']} {item['teks']}" for item in inner["faktor"]),
        outer["judul"],
        *(f"{item['label']} {item['teks']}" for item in outer["faktor"]),
        inner.get("judul_ulang", ""),
        matrix.get("pengantar", ""),
        *(f"{item['label']} {item['teks']}" for item in matrix["strategi"]),
    ]


def _synthesis(table: Yaml) -> Iterator[str]:
    for group in table["kelompok"]:
        yield group["kepala_strategi"]
        yield from (f"{item['label']} {item['teks']}" for item in group["butir"])
        yield group["kepala_sintesa"]
        yield f"{group['label']} {group['teks']}"


def chapter_words(source: Source, chapter: Yaml) -> Iterator[str]:
    """The words of a chapter in their order: its prose, and each table's where it stands."""
    tables = table_words(source)
    yield " ".join(filter(None, (chapter.get("nomor"), chapter["judul"])))
    for part in chapter["isi"]:
        if part["jenis"] == "tabel":
            pieces = tables[part["tabel"]]
        else:
            pieces = [part.get(key) or "" for key in ("nomor", "judul", "label", "teks")]
            pieces += part.get("baris") or []
        yield from (" ".join(piece.split()) for piece in pieces if piece)
