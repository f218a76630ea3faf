"""Which plan this is, and the units its targets may have."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from renstra.model.base import (
    PERBAIKAN,
    Entry,
    Finding,
    Konfirmasi,
    NaskahRef,
    Nomor,
    Perbaikan,
    Teks,
    raise_findings,
)
from renstra.model.voice import Suara


def _in_order(years: list[int]) -> list[int]:
    if years != list(range(years[0], years[0] + len(years))):
        span = ", ".join(map(str, years))
        raise_findings([Finding((), f"ditemukan {span}; seharusnya berurutan tanpa celah")])
    return years


Tahun = Annotated[
    list[Annotated[int, Field(ge=1000, le=9999)]], Field(min_length=1), AfterValidator(_in_order)
]


class Keputusan(Entry, suara=Suara.KEPUTUSAN):
    """The decree that set the plan."""

    nomor: Teks = Field(description="Nomor keputusan.")
    tanggal: date = Field(description="Tanggal penetapan, ditulis seperti 2020-07-24.")


class Rencana(Entry, suara=Suara.KEPUTUSAN):
    """`rencana.yml`: which plan this is."""

    kantor: Teks = Field(description="Nama lengkap kantor.")
    singkatan: Annotated[Teks, Suara.PEMBACAAN] = Field(
        description="Nama pendek kantor untuk judul dan kutipan."
    )
    judul: Teks = Field(description="Judul rencana.")
    keputusan: Keputusan = Field(description="Keputusan yang menetapkan rencana.")
    pengertian: NaskahRef = Field(
        description="Bagian naskah yang menerangkan rencana ini apa, seperti kep-023."
    )
    tahun: Tahun = Field(description="Tahun-tahun rencana, berurutan.")
    naskah: Annotated[list[Nomor], Suara.PEMBACAAN] = Field(
        description="Berkas di naskah/ menurut urutan dokumen, tanpa .yml."
    )
    wajib_persetujuan: Annotated[bool, Suara.KANTOR] = Field(
        False,
        description="true bila nilai final hanya terbit dengan persetujuan yang dicatat di berkas "
        "realisasinya.",
    )
    kode_kantor: Annotated[Teks | None, Suara.KANTOR] = Field(
        None,
        description="Kode satuan kerja kantor; bila ada, lembar isian kantor lain ditolak.",
    )
    dikonfirmasi: Konfirmasi | None = Field(
        None,
        description="Surat kantor yang membenarkan seluruh cara membaca indikator: satuan, arah, "
        "tingkat, rentang dan arti nol.",
    )
    contoh_cari: Annotated[list[Teks], Suara.PEMBACAAN] = Field(
        [], description="Contoh pencarian di beranda, dengan kata sehari-hari."
    )
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)


class Satuan(Entry, suara=Suara.PEMBACAAN):
    """A unit of targets."""

    id: str = Field(pattern=r"^[a-z_]+$", description="Kata kunci satuan, huruf kecil.")
    nama: Teks = Field(description="Sebutan satuan bagi pembaca.")
    tanda: Annotated[list[str], Field(min_length=1)] = Field(
        description='Cara dokumen menulis satuan di belakang bilangan; "" bila boleh tanpa satuan.'
    )

    @property
    def akhiran(self) -> str:
        """What stands behind a number for a reader: the sign, or the unit's name; often nothing."""
        sign = self.tanda[0]
        return self.nama if sign.isalpha() else sign


class DaftarSatuan(Entry):
    """`satuan.yml`: the units that targets may have."""

    satuan: list[Satuan] = Field(description="Satuan-satuan target.")
