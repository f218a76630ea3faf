"""The prose of the decree: chapters as parts in order, each with an id of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from renstra.model.base import PERBAIKAN, DicabutField, Entry, Nomor, Perbaikan, TabelRef, Teks
from renstra.model.voice import Suara

NaskahId = Annotated[
    str,
    Field(
        pattern=r"^[a-z]+-\d{3}$",
        description="Kode bagian naskah, seperti iv-001. Tetap selamanya.",
    ),
]
Tingkat = Annotated[int, Field(ge=1, le=6), Suara.PEMBACAAN]
_JENIS = "subjudul, paragraf, butir, blok, bagan atau tabel."


class Subjudul(Entry, suara=Suara.KEPUTUSAN):
    """A heading inside a chapter."""

    id: NaskahId
    jenis: Annotated[Literal["subjudul"], Suara.PEMBACAAN] = Field(description=_JENIS)
    label: Nomor | None = Field(None, description='Huruf atau nomor tercetak, misalnya "A.".')
    tingkat: Tingkat = Field(1, description="Kedalaman: 1 untuk A., 2 untuk 1. di bawahnya.")
    teks: Teks = Field(description="Judul bagian seperti tercetak.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class Paragraf(Entry, suara=Suara.KEPUTUSAN):
    """A paragraph of prose."""

    id: NaskahId
    jenis: Annotated[Literal["paragraf"], Suara.PEMBACAAN] = Field(description=_JENIS)
    tingkat: Annotated[int, Field(ge=0, le=6), Suara.PEMBACAAN] = Field(
        0, description="0, atau tingkat butir yang dilanjutkan paragraf ini."
    )
    teks: Teks = Field(description="Kata-kata paragraf, huruf demi huruf.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class Butir(Entry, suara=Suara.KEPUTUSAN):
    """An item of a numbered or lettered list."""

    id: NaskahId
    jenis: Annotated[Literal["butir"], Suara.PEMBACAAN] = Field(description=_JENIS)
    label: Nomor = Field(description='Nomor atau huruf seperti tercetak, misalnya "1.".')
    tingkat: Tingkat = Field(
        1, description="Kedalaman: 2 untuk butir di dalam butir, dan seterusnya."
    )
    teks: Teks = Field(description="Kata-kata butir, huruf demi huruf.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class Blok(Entry, suara=Suara.KEPUTUSAN):
    """Lines that stand by themselves: a title block, a signature."""

    id: NaskahId
    jenis: Annotated[Literal["blok"], Suara.PEMBACAAN] = Field(description=_JENIS)
    baris: Annotated[list[Teks], Field(min_length=1)] = Field(
        description="Baris-baris seperti tercetak."
    )
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class Bagan(Entry, suara=Suara.KEPUTUSAN):
    """A picture that the extraction lost, with its caption where one is printed."""

    id: NaskahId
    jenis: Annotated[Literal["bagan"], Suara.PEMBACAAN] = Field(description=_JENIS)
    nomor: Teks | None = Field(None, description="Nomor gambar seperti tercetak.")
    judul: Teks | None = Field(None, description="Judul gambar seperti tercetak.")
    rupa: Literal["bagan", "grafik"] = Field(description="bagan (susunan organisasi) atau grafik.")
    digambar_dari: Annotated[Literal["anggota", "subbagian"] | None, Suara.PEMBACAAN] = Field(
        None, description="Dari mana situs menggambarnya ulang: anggota atau subbagian."
    )
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class TempatTabel(Entry, suara=Suara.KEPUTUSAN):
    """Where a table stands among the prose."""

    id: NaskahId
    jenis: Annotated[Literal["tabel"], Suara.PEMBACAAN] = Field(description=_JENIS)
    # Which table stands here is the decree's order, not our link.
    tabel: Annotated[TabelRef, Suara.KEPUTUSAN] = Field(
        description="Kode tabel, seperti tabel-iv-1."
    )
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


Bagian = Subjudul | Paragraf | Butir | Blok | Bagan | TempatTabel
BagianNaskah = Annotated[Bagian, Field(discriminator="jenis")]


class Naskah(Entry, suara=Suara.KEPUTUSAN):
    """`naskah/….yml`: a chapter of the decree, word for word."""

    id: str = Field(pattern=r"^[a-z0-9-]+$", description="Kode bab, sama dengan nama berkas.")
    nomor: Teks | None = Field(None, description="Nomor bab seperti tercetak, bila ada.")
    judul: Teks = Field(description="Judul bab seperti tercetak.")
    sebutan: Annotated[Teks | None, Suara.PEMBACAAN] = Field(
        None,
        description="Nama pendek bab di navigasi situs; tanpa ini nomor dan judulnya.",
    )
    isi: Annotated[list[BagianNaskah], Field(min_length=1)] = Field(
        description="Bagian-bagian naskah menurut urutan dokumen."
    )
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)

    @property
    def title(self) -> str:
        """What the site calls it."""
        return self.sebutan or " ".join(filter(None, (self.nomor, self.judul)))


def words(part: Bagian) -> str:
    """The words of a part, without its label; nothing for a picture without caption or a table."""
    if isinstance(part, Subjudul | Paragraf | Butir):
        return part.teks
    if isinstance(part, Blok):
        return " ".join(part.baris)
    if isinstance(part, Bagan):
        return " ".join(text for text in (part.nomor, part.judul) if text)
    return ""
