"""Which parts of our copy were held against the signed decree; the others are as extracted."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from renstra.model.base import Entry, Teks, reference
from renstra.model.isian import SIDIK, Alamat, Hari
from renstra.model.voice import Suara


class NaskahResmi(Entry, suara=Suara.KANTOR):
    """The signed decree as the office publishes it."""

    url: Alamat = Field(description="Alamat PDF naskah yang ditandatangani, diawali https://.")
    sha256: Annotated[str, Field(pattern=SIDIK)] = Field(
        description="Sidik SHA-256 PDF itu, 64 angka dan huruf a-f."
    )


class Pencocokan(Entry, suara=Suara.KANTOR):
    """That one part was held against the signed decree, letter by letter."""

    bagian: Annotated[str, reference("bab", "tabel")] = Field(
        description="Kode bab atau tabel yang dicocokkan, seperti bab-i atau tabel-iv-1."
    )
    jabatan: Teks = Field(description="Jabatan yang mencocokkan; bukan nama orang.")
    tanggal: Hari = Field(description="Tanggal selesai dicocokkan, ditulis seperti 2024-03-15.")


class DaftarPencocokan(Entry):
    """`pencocokan.yml`: the signed decree, and the parts that were held against it."""

    naskah: NaskahResmi | None = Field(
        None, description="PDF naskah yang ditandatangani, bila kantor menerbitkannya."
    )
    pencocokan: list[Pencocokan] = Field(
        [], description="Bagian yang sudah dicocokkan dengan naskah yang ditandatangani."
    )
