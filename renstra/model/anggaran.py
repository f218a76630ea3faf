"""The two funding tables, as printed; amounts in thousands of rupiah."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from renstra.model.base import (
    PERBAIKAN,
    DicabutField,
    Entry,
    NaskahRef,
    Nomor,
    Pagu,
    Perbaikan,
    ProgramRef,
    SasaranRef,
    TabelId,
    TabelRef,
    Teks,
    entry_id,
)
from renstra.model.voice import Suara


class KepalaAnggaranProgram(Entry, suara=Suara.KEPUTUSAN):
    """The printed column heads of the programme funding table."""

    program: Teks = Field(description="Kepala kolom pertama (berisi kode).")
    sasaran: Teks = Field(description="Kepala kolom kedua (berisi nama program).")
    pagu: Teks = Field(description="Kepala kolom-kolom tahun.")
    jumlah: Teks = Field(description="Kepala kolom jumlah.")


class AnggaranProgram(Entry, suara=Suara.KEPUTUSAN):
    """A programme's allocation by year, as printed."""

    program: ProgramRef = Field(description="Kode program yang didanai.")
    kode: Nomor = Field(description="Kode anggaran seperti tercetak.")
    nama: Teks = Field(description="Nama program seperti tercetak di tabel ini.")
    naskah: NaskahRef | None = Field(
        None, description="Butir naskah yang menyebut jumlah program ini, bila ada."
    )
    pagu: Pagu = Field(
        description="Alokasi tiap tahun dalam ribuan rupiah; kosong bila sel kosong."
    )
    jumlah: int = Field(ge=0, description="Jumlah seperti tercetak, dalam ribuan rupiah.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)


class TotalAnggaran(Entry, suara=Suara.KEPUTUSAN):
    """The printed total row; what the amounts really add up to is computed elsewhere."""

    nama: Teks = Field(description="Sebutan baris jumlah seperti tercetak.")
    pagu: Pagu = Field(description="Jumlah tiap tahun seperti tercetak, dalam ribuan rupiah.")
    jumlah: int = Field(
        ge=0, description="Jumlah keseluruhan seperti tercetak, dalam ribuan rupiah."
    )


class TabelAnggaranProgram(Entry, suara=Suara.KEPUTUSAN):
    """`anggaran/program.yml`: funding by programme."""

    id: TabelId
    nomor: Teks = Field(description="Nomor tabel seperti tercetak.")
    judul: Teks = Field(description="Judul tabel seperti tercetak.")
    kepala: KepalaAnggaranProgram = Field(description="Kepala kolom seperti tercetak.")
    baris: list[AnggaranProgram] = Field(description="Program menurut urutan dokumen.")
    total: TotalAnggaran = Field(description="Baris jumlah seperti tercetak.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)


class BarisAnggaran(Entry, suara=Suara.KEPUTUSAN):
    """A line of the kegiatan funding table."""

    id: str = entry_id("an", "Kode baris anggaran, seperti an-001.")
    sasaran: SasaranRef | None = Field(
        None,
        description="Kode sasaran yang sama di tabel target; kosong bila tidak ada padanannya.",
    )
    nama: Teks = Field(description="Nama baris, huruf demi huruf seperti dokumen.")
    pagu: Pagu = Field(
        description="Anggaran tiap tahun dalam ribuan rupiah; kosong bila sel kosong."
    )
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class KegiatanAnggaran(Entry, suara=Suara.KEPUTUSAN):
    """A numbered group of lines of the kegiatan funding table."""

    id: str = entry_id("ak", "Kode kegiatan anggaran, seperti ak-001.")
    nomor: Nomor = Field(description="Nomor dalam programnya, seperti tercetak.")
    nama: str = Field(
        description='Nama kegiatan seperti tercetak; "" bila dokumen mengosongkannya.'
    )
    mengulang: TabelRef | None = Field(
        None,
        description="Tabel yang jumlah programnya diulang di sini; kelompok ini tidak dijumlahkan.",
    )
    baris: Annotated[list[BarisAnggaran], Field(min_length=1)] = Field(
        description="Baris menurut urutan dokumen."
    )
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class ProgramAnggaran(Entry, suara=Suara.KEPUTUSAN):
    """A programme of the kegiatan funding table."""

    program: ProgramRef = Field(description="Kode program.")
    nomor: Nomor = Field(description="Nomor program seperti tercetak.")
    nama: Teks = Field(description="Nama program seperti tercetak di tabel ini.")
    kegiatan: list[KegiatanAnggaran] = Field(
        description="Kelompok bernomor menurut urutan dokumen."
    )
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)


class KepalaAnggaranKegiatan(Entry, suara=Suara.KEPUTUSAN):
    """The printed column heads of the kegiatan funding table."""

    nomor: Teks = Field(description="Kepala kolom nomor.")
    program: Teks = Field(description="Kepala kolom program dan kegiatan.")
    sasaran: Teks = Field(description="Kepala kolom sasaran.")
    pagu: Teks = Field(description="Kepala kolom-kolom tahun.")


class TabelAnggaranKegiatan(Entry, suara=Suara.KEPUTUSAN):
    """`anggaran/kegiatan.yml`: funding by kegiatan and sasaran."""

    id: TabelId
    nomor: Teks = Field(description="Nomor tabel seperti tercetak.")
    judul: Teks = Field(description="Judul tabel seperti tercetak.")
    kepala: KepalaAnggaranKegiatan = Field(description="Kepala kolom seperti tercetak.")
    program: list[ProgramAnggaran] = Field(description="Program menurut urutan dokumen.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
