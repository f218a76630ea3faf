"""`perubahan/rv-….yml`: a later decree that changes the plan, as a changing decree reads.

The files of the plan stay as first decided. What a change says is laid over them at loading, so
that every other model knows the plan as it is in force.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from renstra.model.base import (
    PERBAIKAN,
    Entry,
    Finding,
    Nomor,
    Perbaikan,
    Teks,
    entry_id,
    raise_findings,
)
from renstra.model.revisi import COMMIT
from renstra.model.voice import Suara

AWAL = "awal"
"""What the plan as first decided is called, among the ids of the decrees that changed it."""

_DI = (
    "Tempatnya: kode terdekat dan jalan dari sana, seperti ik-039.target.2024; baris tabel tanpa "
    "kode seperti tabel-iv-2#pg-1.pagu.2024; butir daftar dihitung dari 1, seperti kep-001.baris.2."
)


class Ubah(Entry, suara=Suara.KEPUTUSAN):
    """One value that another takes the place of."""

    di: Annotated[Nomor, Suara.PEMBACAAN] = Field(description=_DI)
    dari: Any = Field(
        None, description="Yang berlaku sampai sekarang, huruf demi huruf; kosong bila belum ada."
    )
    menjadi: Any = Field(None, description="Yang berlaku sejak keputusan ini.")


class Tambah(Entry, suara=Suara.KEPUTUSAN):
    """A thing that joins a list of the plan."""

    di: Annotated[Nomor, Suara.PEMBACAAN] = Field(
        description="Daftar yang menerimanya, seperti sa-012.indikator atau kg-003.sasaran."
    )
    sesudah: Annotated[Nomor | None, Suara.PEMBACAAN] = Field(
        None, description="Kode butir sebelumnya; paling belakang bila dikosongkan."
    )
    mulai: int | None = Field(
        None, description="Tahun pertamanya; bila dikosongkan, tahun keputusan ini berlaku."
    )
    isi: Annotated[dict[str, Any], Suara.PEMBACAAN] = Field(
        description="Isinya, seperti di berkas rencana; sel hanya untuk tahun sejak mulai."
    )


class Cabut(Entry, suara=Suara.KEPUTUSAN):
    """A thing that is withdrawn, with all that stands under it."""

    kode: Annotated[Nomor, Suara.PEMBACAAN] = Field(
        description="Kode yang dicabut, seperti ik-042."
    )
    mulai: int = Field(description="Tahun pertama yang tidak lagi berlaku, seperti 2023.")
    alasan: Teks = Field(description="Mengapa dicabut, menurut keputusan itu.")


class Perubahan(Entry, suara=Suara.KEPUTUSAN):
    """A decree that changes the plan."""

    id: str = entry_id("rv", "Kode keputusan, seperti rv-002; sama dengan nama berkas.")
    nomor: Teks = Field(description="Nomor keputusan, seperti tercetak.")
    tanggal: date = Field(description="Tanggal penetapan, ditulis seperti 2023-03-15.")
    berlaku: date | None = Field(
        None, description="Sejak kapan berlaku; bila dikosongkan, sejak tanggal penetapan."
    )
    commit: Annotated[str, Field(pattern=COMMIT), Suara.KANTOR] | None = Field(
        None, description="Nama tag atau commit git yang memuat isinya; kosong bila belum ditandai."
    )
    keterangan: Annotated[Teks | None, Suara.KANTOR] = Field(
        None, description="Apa yang diubah, dalam satu kalimat."
    )
    ubah: list[Ubah] = Field([], description="Nilai yang diganti: tempat, dari, menjadi.")
    tambah: list[Tambah] = Field([], description="Yang ditambahkan: ke daftar mana, dan isinya.")
    cabut: list[Cabut] = Field([], description="Yang dicabut: kode, mulai tahun berapa, alasan.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)

    @property
    def sejak(self) -> date:
        """The day from which it is in force."""
        return self.berlaku or self.tanggal

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.berlaku and self.berlaku < self.tanggal:
            message = (
                f"ditemukan {self.berlaku}, lebih awal daripada tanggal keputusannya "
                f"({self.tanggal}); tahun yang sudah lewat dinilai menurut rencana waktu itu"
            )
            raise_findings([Finding(("berlaku",), message)])
        if not (self.ubah or self.tambah or self.cabut):
            raise_findings([Finding((), "tidak mengubah apa pun; isi ubah, tambah atau cabut")])
        return self
