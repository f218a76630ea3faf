"""Vision, missions, goals and strategic objectives."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from renstra.model.base import (
    NASKAH,
    PERBAIKAN,
    DicabutField,
    Entry,
    NaskahRef,
    Nomor,
    Perbaikan,
    TabelId,
    Teks,
    code,
    reference,
)
from renstra.model.voice import Suara


class KataVisi(Entry):
    """A word of the vision that the decree explains."""

    id: str = Field(pattern=code("kv"), description="Kode kata visi, seperti kv-1.")
    naskah: NaskahRef = Field(description=NASKAH)
    dicabut: DicabutField = None


class Misi(Entry):
    """A mission."""

    id: str = Field(pattern=code("mi"), description="Kode misi, seperti mi-1.")
    naskah: NaskahRef = Field(description=NASKAH)
    dicabut: DicabutField = None


class GarisBesar(Entry):
    """One of the broad groups into which programmes and activities fall."""

    id: str = Field(pattern=code("gb"), description="Kode garis besar, seperti gb-1.")
    naskah: NaskahRef = Field(description=NASKAH)
    dicabut: DicabutField = None


class Tujuan(Entry):
    """A goal."""

    id: str = Field(pattern=code("tj"), description="Kode tujuan, seperti tj-1.")
    naskah: NaskahRef = Field(description=NASKAH)
    dicabut: DicabutField = None


class SasaranStrategis(Entry, suara=Suara.KEPUTUSAN):
    """A strategic objective of a goal."""

    id: str = Field(pattern=code("ss"), description="Kode sasaran strategis, seperti ss-1.")
    label: Nomor | None = Field(None, description="Nomor seperti tercetak, bila ada.")
    teks: Teks = Field(description="Kata-kata sasaran strategis, huruf demi huruf.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class BarisTujuan(Entry, suara=Suara.KEPUTUSAN):
    """A row of the table of goals, as printed."""

    tujuan: Annotated[str, reference("tujuan")] = Field(
        description="Kode tujuan.", json_schema_extra={"pattern": code("tj")}
    )
    nomor: Nomor = Field(description="Nomor seperti tercetak.")
    teks: Teks = Field(description="Tujuan seperti tercetak di tabel.")
    sasaran: list[SasaranStrategis] = Field(description="Sasaran strategis tujuan ini.")


class KepalaTujuan(Entry, suara=Suara.KEPUTUSAN):
    """The printed column heads of the table of goals."""

    nomor: Teks = Field(description="Kepala kolom nomor.")
    tujuan: Teks = Field(description="Kepala kolom tujuan.")
    sasaran: Teks = Field(description="Kepala kolom sasaran strategis.")


class TabelTujuan(Entry, suara=Suara.KEPUTUSAN):
    """The table of goals and strategic objectives."""

    id: TabelId
    nomor: Teks = Field(description="Nomor tabel seperti tercetak.")
    judul: Teks = Field(description="Judul tabel seperti tercetak.")
    kepala: KepalaTujuan = Field(description="Kepala kolom seperti tercetak.")
    baris: list[BarisTujuan] = Field(description="Baris menurut urutan tercetak.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)


class ArahTujuan(Entry):
    """`tujuan.yml`: vision, missions, goals and strategic objectives."""

    visi: NaskahRef | None = Field(None, description="Bagian naskah yang memuat visi.")
    kata_visi: list[KataVisi] = Field([], description="Kata-kata visi yang diterangkan.")
    misi: list[Misi] = Field([], description="Misi menurut urutan dokumen.")
    garis_besar: list[GarisBesar] = Field([], description="Garis besar program dan kegiatan.")
    tujuan: list[Tujuan] = Field([], description="Tujuan menurut urutan dokumen.")
    tabel: TabelTujuan | None = Field(None, description="Tabel tujuan dan sasaran strategis.")
