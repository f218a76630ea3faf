"""The prose of the decree: chapters as parts in order, each with an id of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from renstra.model.base import Entry, Nomor, TabelRef, Teks

NaskahId = Annotated[
    str,
    Field(
        pattern=r"^[a-z]+-\d{3}$",
        description="Kode bagian naskah, seperti iv-001. Tetap selamanya.",
    ),
]


class Subjudul(Entry):
    """A heading inside a chapter."""

    id: NaskahId
    jenis: Literal["subjudul"] = Field(description="subjudul, paragraf, butir atau tabel.")
    label: Nomor = Field(description='Huruf atau nomor seperti tercetak, misalnya "A.".')
    teks: Teks = Field(description="Judul bagian seperti tercetak.")


class Paragraf(Entry):
    """A paragraph of prose."""

    id: NaskahId
    jenis: Literal["paragraf"] = Field(description="subjudul, paragraf, butir atau tabel.")
    teks: Teks = Field(description="Kata-kata paragraf, huruf demi huruf.")


class Butir(Entry):
    """An item of a numbered or lettered list."""

    id: NaskahId
    jenis: Literal["butir"] = Field(description="subjudul, paragraf, butir atau tabel.")
    label: Nomor = Field(description='Nomor atau huruf seperti tercetak, misalnya "1.".')
    teks: Teks = Field(description="Kata-kata butir, huruf demi huruf.")


class TempatTabel(Entry):
    """Where a table stands among the prose."""

    id: NaskahId
    jenis: Literal["tabel"] = Field(description="subjudul, paragraf, butir atau tabel.")
    tabel: TabelRef = Field(description="Kode tabel, seperti tabel-iv-1.")


BagianNaskah = Annotated[Subjudul | Paragraf | Butir | TempatTabel, Field(discriminator="jenis")]


class Naskah(Entry):
    """`naskah/….yml`: a chapter of the decree, word for word."""

    id: str = Field(pattern=r"^[a-z0-9-]+$", description="Kode bab, sama dengan nama berkas.")
    nomor: Teks = Field(description="Nomor bab seperti tercetak.")
    judul: Teks = Field(description="Judul bab seperti tercetak.")
    isi: Annotated[list[BagianNaskah], Field(min_length=1)] = Field(
        description="Bagian-bagian naskah menurut urutan dokumen."
    )
