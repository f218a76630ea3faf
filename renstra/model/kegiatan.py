"""Programmes, activities and objectives: the rows of the target table."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from renstra.model.base import (
    PERBAIKAN,
    DicabutField,
    Entry,
    Nomor,
    PenjelasanField,
    Perbaikan,
    TabelId,
    Teks,
    entry_id,
)
from renstra.model.indikator import Indikator
from renstra.model.voice import Suara


class Sasaran(Entry, suara=Suara.KEPUTUSAN):
    """An objective of a kegiatan, with the indicators that measure it."""

    id: str = entry_id("sa", "Kode sasaran, seperti sa-001.")
    nama: Teks = Field(description="Nama sasaran, huruf demi huruf seperti dokumen.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    indikator: Annotated[list[Indikator], Field(min_length=1)] = Field(
        description="Indikator sasaran ini, menurut urutan dokumen."
    )
    dicabut: DicabutField = None


class Kegiatan(Entry, suara=Suara.KEPUTUSAN):
    """`target/kg-….yml`: an activity of the target table with its objectives."""

    id: str = entry_id("kg", "Kode kegiatan, seperti kg-001; sama dengan nama berkas.")
    nomor: Nomor = Field(description="Nomor kegiatan dalam programnya, seperti tercetak.")
    nama: Teks = Field(description="Nama kegiatan, huruf demi huruf seperti dokumen.")
    penjelasan: PenjelasanField = None
    penanggung_jawab: Annotated[Teks | None, Suara.KANTOR] = Field(
        None,
        description="Jabatan yang melaporkan kegiatan ini, bila ditetapkan; bukan nama orang.",
    )
    sasaran: Annotated[list[Sasaran], Field(min_length=1)] = Field(
        description="Sasaran kegiatan ini, menurut urutan dokumen."
    )
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None

    @property
    def indikator(self) -> list[Indikator]:
        """The indicators of all its objectives, in the decree's order."""
        return [indikator for sasaran in self.sasaran for indikator in sasaran.indikator]


class KepalaTarget(Entry, suara=Suara.KEPUTUSAN):
    """The printed column heads of the target table."""

    nomor: Teks = Field(description="Kepala kolom nomor.")
    program: Teks = Field(description="Kepala kolom program dan kegiatan.")
    sasaran: Teks = Field(description="Kepala kolom sasaran.")
    indikator: Teks = Field(description="Kepala kolom indikator.")
    target: Teks = Field(description="Kepala kolom-kolom tahun.")


class Program(Entry, suara=Suara.KEPUTUSAN):
    """A programme and its activities."""

    id: str = Field(
        pattern=r"^pg-\d+$",
        description="Kode program, seperti pg-1. Tetap selamanya, tidak dipakai ulang.",
    )
    nomor: Nomor = Field(description="Nomor program seperti tercetak.")
    nama: Teks = Field(description="Nama program, huruf demi huruf seperti dokumen.")
    penjelasan: PenjelasanField = None
    kegiatan: Annotated[list[Nomor], Suara.PEMBACAAN] = Field(
        description="Kode kegiatan menurut urutan dokumen; tiap kode punya berkas sendiri."
    )
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class TabelTarget(Entry, suara=Suara.KEPUTUSAN):
    """`target/program.yml`: the head of the target table, its programmes and their activities."""

    id: TabelId
    nomor: Teks = Field(description="Nomor tabel seperti tercetak.")
    judul: Teks = Field(description="Judul tabel seperti tercetak.")
    kepala: KepalaTarget = Field(description="Kepala kolom seperti tercetak.")
    program: list[Program] = Field(description="Program menurut urutan dokumen.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
