"""The institutional framework with its partners, and the organisation of the office."""

from __future__ import annotations

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
)
from renstra.model.voice import Suara


class Upaya(Entry):
    """An effort to strengthen the institution."""

    id: str = Field(pattern=code("up"), description="Kode upaya, seperti up-1.")
    naskah: NaskahRef = Field(description=NASKAH)


class Mitra(Entry, suara=Suara.KEPUTUSAN):
    """A partner, named inside an item of the decree."""

    id: str = Field(pattern=code("mt", r"\d{2}"), description="Kode mitra, seperti mt-01.")
    naskah: NaskahRef = Field(description="Bagian naskah yang menyebutnya.")
    nama: Teks = Field(description="Nama mitra seperti tercetak di bagian itu.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class Bidang(Entry):
    """Partners of one field."""

    id: str = Field(pattern=code("bd"), description="Kode bidang, seperti bd-1.")
    naskah: NaskahRef | None = Field(None, description="Kepala bidang, bila ada.")
    mitra: list[Mitra] = Field(description="Mitra menurut urutan dokumen.")
    dicabut: DicabutField = None


class Lembaga(Entry):
    """Partners of one kind of institution."""

    id: str = Field(pattern=code("lb"), description="Kode jenis lembaga, seperti lb-1.")
    naskah: NaskahRef = Field(description=NASKAH)
    bidang: list[Bidang] = Field(description="Bidang kerja sama.")
    dicabut: DicabutField = None


class KerangkaKelembagaan(Entry):
    """`kelembagaan.yml`: the institutional framework and its partners."""

    upaya: list[Upaya] = Field([], description="Upaya penguatan kelembagaan.")
    lembaga: list[Lembaga] = Field([], description="Mitra menurut jenis lembaga dan bidang.")


class Anggota(Entry, suara=Suara.KEPUTUSAN):
    """A member of the commission."""

    id: str = Field(pattern=code("ag"), description="Kode anggota, seperti ag-1.")
    nomor: Nomor = Field(description="Nomor seperti tercetak.")
    nama: Teks = Field(description="Nama seperti tercetak.")
    kedudukan: Teks = Field(description="Kedudukan seperti tercetak.")
    divisi: Teks = Field(description="Divisi seperti tercetak.")
    wilayah: Teks = Field(description="Koordinator wilayah seperti tercetak.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class KepalaAnggota(Entry, suara=Suara.KEPUTUSAN):
    """The printed column heads of the table of members."""

    nomor: Teks = Field(description="Kepala kolom nomor.")
    nama: Teks = Field(description="Kepala kolom nama.")
    kedudukan: Teks = Field(description="Kepala kolom kedudukan.")
    divisi: Teks = Field(description="Kepala kolom divisi.")
    wilayah: Teks = Field(description="Kepala kolom wilayah.")


class TabelAnggota(Entry, suara=Suara.KEPUTUSAN):
    """The table of members."""

    id: TabelId
    nomor: Teks = Field(description="Nomor tabel seperti tercetak.")
    judul: Teks = Field(description="Judul tabel seperti tercetak.")
    kepala: KepalaAnggota = Field(description="Kepala kolom seperti tercetak.")
    anggota: list[Anggota] = Field(description="Anggota menurut urutan tercetak.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)


class Divisi(Entry):
    """A division of the commission."""

    id: str = Field(pattern=code("dv"), description="Kode divisi, seperti dv-1.")
    naskah: NaskahRef = Field(description=NASKAH)
    dicabut: DicabutField = None


class Subbagian(Entry):
    """A sub-section of the secretariat."""

    id: str = Field(pattern=code("sb"), description="Kode subbagian, seperti sb-1.")
    naskah: NaskahRef = Field(description="Bagian naskah yang menjadi kepalanya.")
    dicabut: DicabutField = None


class Organisasi(Entry):
    """`organisasi.yml`: members, divisions and sub-sections."""

    tabel: TabelAnggota | None = Field(None, description="Tabel susunan anggota.")
    divisi: list[Divisi] = Field([], description="Divisi menurut urutan dokumen.")
    subbagian: list[Subbagian] = Field([], description="Subbagian sekretariat.")
