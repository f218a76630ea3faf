"""Notes on where the decree contradicts itself; it stands as decreed, and a note says so."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from renstra.model.base import (
    DicabutField,
    DitarikField,
    Entry,
    Finding,
    Nomor,
    Teks,
    entry_id,
    raise_findings,
)
from renstra.model.terms import Golongan
from renstra.model.voice import Suara

_ID = entry_id("ct", "Kode catatan, seperti ct-001.")
_JUDUL = "Judul pendek catatan."
_JENIS = "uji (terikat pada pemeriksaan) atau baca (ditemukan dengan membaca)."
_GOLONGAN = (
    "angka (pembaca dapat salah membaca target atau uang), nama (nama, nomor tabel, kalimat) atau "
    "ejaan."
)
_RINGKAS = "Untuk golongan angka: satu kalimat pendek yang tampil di samping angkanya."
_SEHARUSNYA = "Pembandingnya: bunyi atau angka di tempat lain, dan di mana."
_DIPASTIKAN = "true bila dokumen sendiri memastikan mana yang benar; tanpa itu hanya dibandingkan."
_PENJELASAN = "Satu atau dua kalimat bagi pembaca: apa yang tertulis dan apa bedanya."


class TempatUji(Entry, suara=Suara.PEMBACAAN):
    """A further place of a note that is bound to a check, beside those the check itself names."""

    di: Nomor = Field(description="Kode tempatnya, seperti ik-014 atau tabel-swot-wt#T13.")
    tahun: int | None = Field(None, description="Tahun, bila yang dimaksud satu sel.")
    kutipan: Teks | None = Field(None, description="Kata-kata yang tertulis di sana, bila perlu.")


class TempatBaca(Entry, suara=Suara.PEMBACAAN):
    """A place of a note found by reading, with the words that stand there."""

    di: Nomor = Field(description="Kode tempatnya, seperti ik-014 atau tabel-swot-wt#T13.")
    tahun: int | None = Field(None, description="Tahun, bila yang dimaksud satu sel.")
    kutipan: Teks = Field(description="Kata-kata yang tertulis di sana, huruf demi huruf.")


class Tanggapan(Entry, suara=Suara.KANTOR):
    """What the office answers to a note."""

    teks: Teks = Field(description="Tanggapan kantor, dalam kata-katanya sendiri.")
    jabatan: Teks = Field(description="Jabatan yang menanggapi; bukan nama orang.")
    tanggal: date = Field(description="Tanggal tanggapan, ditulis seperti 2024-03-15.")


_TANGGAPAN = "Tanggapan kantor atas catatan ini, bila ada; tampil bersama catatannya."


class CatatanUji(Entry, suara=Suara.PEMBACAAN):
    """A difference that a check finds: it claims exactly what that check yields."""

    id: str = _ID
    judul: Teks = Field(description=_JUDUL)
    jenis: Literal["uji"] = Field(description=_JENIS)
    golongan: Golongan = Field(description=_GOLONGAN)
    ringkas: Teks | None = Field(None, description=_RINGKAS)
    aturan: Nomor = Field(description="Nama pemeriksaan, seperti jumlah-rincian.")
    pokok: Annotated[list[Nomor], Field(min_length=1)] = Field(
        description="Pokok-pokok temuan pemeriksaan itu yang dicatat di sini, seperti pg-1:2024."
    )
    tempat: list[TempatUji] = Field([], description="Tempat lain yang ikut ditandai, bila ada.")
    tercetak: Teks = Field(description='Apa yang tercetak; kutipan dalam "…" diperiksa.')
    seharusnya: Teks = Field(description=_SEHARUSNYA)
    dipastikan: bool = Field(False, description=_DIPASTIKAN)
    selisih: Nomor | None = Field(
        None, description="Selisih menurut hitungan; hanya bila pemeriksaan menghitungnya."
    )
    penjelasan: Teks = Field(description=_PENJELASAN)
    tanggapan: Tanggapan | None = Field(None, description=_TANGGAPAN)
    ditarik: DitarikField = None
    dicabut: DicabutField = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        raise_findings(_ringkas_findings(self))
        return self


class CatatanBaca(Entry, suara=Suara.PEMBACAAN):
    """A difference found by reading: it holds as long as its quotations stand."""

    id: str = _ID
    judul: Teks = Field(description=_JUDUL)
    jenis: Literal["baca"] = Field(description=_JENIS)
    golongan: Golongan = Field(description=_GOLONGAN)
    ringkas: Teks | None = Field(None, description=_RINGKAS)
    tempat: Annotated[list[TempatBaca], Field(min_length=1)] = Field(
        description="Di mana saja, dengan kutipannya."
    )
    seharusnya: Teks = Field(description=_SEHARUSNYA)
    dipastikan: bool = Field(False, description=_DIPASTIKAN)
    selisih: Teks | None = Field(None, description="Bedanya, dalam bilangan atau kata.")
    penjelasan: Teks = Field(description=_PENJELASAN)
    tanggapan: Tanggapan | None = Field(None, description=_TANGGAPAN)
    ditarik: DitarikField = None
    dicabut: DicabutField = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        raise_findings(_ringkas_findings(self))
        return self

    @property
    def tercetak(self) -> str:
        """What is printed: its quotations, each once."""
        return "; ".join(dict.fromkeys(f'"{tempat.kutipan}"' for tempat in self.tempat))


Catatan = CatatanUji | CatatanBaca
Tempat = TempatUji | TempatBaca


def held(note: Catatan) -> bool:
    """Whether a note is still held: withdrawn neither by us nor with a decree."""
    return note.ditarik is None and note.dicabut is None


def _ringkas_findings(note: Catatan) -> list[Finding]:
    """What stands beside a figure is one short sentence, and only notes on figures have one."""
    at, said = ("ringkas",), note.ringkas
    if note.golongan != "angka":
        message = f"hanya untuk golongan angka, bukan {note.golongan}; hapus"
        return [Finding(at, message)] if said else []
    if said or note.ditarik:
        return []
    return [Finding(at, "tidak ada; wajib untuk golongan angka", lack=True)]


class DaftarCatatan(Entry):
    """`catatan.yml`: the notes in the decree's order."""

    catatan: list[Annotated[Catatan, Field(discriminator="jenis")]] = Field(
        [], description="Catatan menurut urutan dokumen."
    )
