"""Notes on where the decree contradicts itself; it stands as decreed, and a note says so."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from renstra.model.base import DicabutField, Entry, Nomor, Teks, entry_id
from renstra.model.voice import Suara

_ID = entry_id("ct", "Kode catatan, seperti ct-001.")
_JUDUL = "Judul pendek catatan."
_JENIS = "uji (terikat pada pemeriksaan) atau baca (ditemukan dengan membaca)."
_SEHARUSNYA = "Apa yang seharusnya, dan menurut aturan atau tempat lain yang mana."
_PENJELASAN = "Satu atau dua kalimat bagi pembaca, termasuk bagaimana situs menampilkannya."


class TempatUji(Entry, suara=Suara.PEMBACAAN):
    """A further place of a note that is bound to a check, beside those the check itself names."""

    di: Nomor = Field(description="Kode tempatnya, seperti ik-014 atau tabel-swot-wt#T13.")
    tahun: int | None = Field(None, description="Tahun, bila yang dimaksud satu sel.")
    kutipan: Teks | None = Field(None, description="Kata-kata yang berdiri di sana, bila perlu.")


class TempatBaca(Entry, suara=Suara.PEMBACAAN):
    """A place of a note found by reading, with the words that stand there."""

    di: Nomor = Field(description="Kode tempatnya, seperti ik-014 atau tabel-swot-wt#T13.")
    tahun: int | None = Field(None, description="Tahun, bila yang dimaksud satu sel.")
    kutipan: Teks = Field(description="Kata-kata yang berdiri di sana, huruf demi huruf.")


class Tanggapan(Entry, suara=Suara.KANTOR):
    """What the office answers to a note."""

    teks: Teks = Field(description="Tanggapan kantor, dalam kata-katanya sendiri.")
    jabatan: Teks = Field(description="Jabatan yang menanggapi; bukan nama orang.")
    tanggal: date = Field(description="Tanggal tanggapan, ditulis seperti 2024-03-15.")


_TANGGAPAN = "Tanggapan kantor atas catatan ini, bila ada; tampil bersama catatannya."


class CatatanUji(Entry, suara=Suara.PEMBACAAN):
    """A contradiction that a check finds: it claims exactly what that check yields."""

    id: str = _ID
    judul: Teks = Field(description=_JUDUL)
    jenis: Literal["uji"] = Field(description=_JENIS)
    aturan: Nomor = Field(description="Nama pemeriksaan, seperti jumlah-rincian.")
    pokok: Annotated[list[Nomor], Field(min_length=1)] = Field(
        description="Pokok-pokok temuan pemeriksaan itu yang dicatat di sini, seperti pg-1:2024."
    )
    tempat: list[TempatUji] = Field([], description="Tempat lain yang ikut ditandai, bila ada.")
    tercetak: Teks = Field(description='Apa yang tercetak; kutipan dalam "…" diperiksa.')
    seharusnya: Teks = Field(description=_SEHARUSNYA)
    selisih: Nomor | None = Field(
        None, description="Selisih menurut hitungan; hanya bila pemeriksaan menghitungnya."
    )
    penjelasan: Teks = Field(description=_PENJELASAN)
    tanggapan: Tanggapan | None = Field(None, description=_TANGGAPAN)
    dicabut: DicabutField = None


class CatatanBaca(Entry, suara=Suara.PEMBACAAN):
    """A contradiction found by reading: it holds as long as its quotations stand."""

    id: str = _ID
    judul: Teks = Field(description=_JUDUL)
    jenis: Literal["baca"] = Field(description=_JENIS)
    tempat: Annotated[list[TempatBaca], Field(min_length=1)] = Field(
        description="Di mana saja, dengan kutipannya."
    )
    seharusnya: Teks = Field(description=_SEHARUSNYA)
    selisih: Teks | None = Field(None, description="Bedanya, dalam bilangan atau kata.")
    penjelasan: Teks = Field(description=_PENJELASAN)
    tanggapan: Tanggapan | None = Field(None, description=_TANGGAPAN)
    dicabut: DicabutField = None

    @property
    def tercetak(self) -> str:
        """What is printed: its quotations, each once."""
        return "; ".join(dict.fromkeys(f'"{tempat.kutipan}"' for tempat in self.tempat))


Catatan = CatatanUji | CatatanBaca
Tempat = TempatUji | TempatBaca


class DaftarCatatan(Entry):
    """`catatan.yml`: the notes in the decree's order."""

    catatan: list[Annotated[Catatan, Field(discriminator="jenis")]] = Field(
        [], description="Catatan menurut urutan dokumen."
    )
