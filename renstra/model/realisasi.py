"""A year's file of reports: everything that the office reports for it, and what holds for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from renstra.model.base import Entry
from renstra.model.isian import Hari, Persetujuan, Sumber
from renstra.model.laporan import Laporan, RealisasiAnggaran, RealisasiIndikator
from renstra.model.voice import Suara


def _listed(value: Any) -> Any:
    return [] if value is None else value


DaftarIndikator = Annotated[
    list[RealisasiIndikator],
    BeforeValidator(_listed, json_schema_input_type=list[RealisasiIndikator] | None),
]
DaftarAnggaran = Annotated[
    list[RealisasiAnggaran],
    BeforeValidator(_listed, json_schema_input_type=list[RealisasiAnggaran] | None),
]
"""A list with nothing behind its key is an empty one, as a key of an entry may be empty."""


class Realisasi(Entry, suara=Suara.KANTOR):
    """`realisasi/<year>.yml`: what the office reports for one year."""

    tahun: int = Field(description="Tahun laporan; sama dengan nama berkas.")
    contoh: bool = Field(
        False,
        description="true bila angkanya dibuat-buat untuk contoh; data kantor tidak memakainya.",
    )
    batas_lapor: Hari | None = Field(
        None,
        title="Batas lapor",
        description="Tanggal terakhir melapor menurut kantor; kosong bila tidak ditetapkan.",
    )
    sumber: Sumber | None = Field(
        None,
        description="Dokumen sumber semua laporan di berkas ini yang tidak menyebut sumbernya.",
    )
    persetujuan: Persetujuan | None = Field(
        None, description="Surat yang menyetujui angka-angka tahun ini, bila sudah ada."
    )
    indikator: DaftarIndikator = Field(
        [],
        description="Laporan indikator, menurut urutan rencana; yang tidak disebut belum "
        "dilaporkan.",
    )
    program: DaftarAnggaran = Field(
        [],
        description="Laporan keuangan program, menurut urutan rencana; yang tidak disebut belum "
        "dilaporkan.",
    )
    kegiatan: DaftarAnggaran = Field(
        [],
        description="Laporan keuangan kegiatan anggaran, menurut urutan rencana; yang tidak "
        "disebut belum dilaporkan.",
    )
    baris: DaftarAnggaran = Field(
        [], description="Laporan keuangan baris anggaran, bila nama-namanya masih dipakai."
    )

    @model_validator(mode="after")
    def _shared(self) -> Self:
        for entry in entries_of(self).values():
            entry.share(self.sumber)
        return self

    @property
    def disetujui(self) -> Persetujuan | None:
        """The approval of the year's figures, where one is recorded."""
        return self.persetujuan if self.persetujuan and self.persetujuan.given else None

    @property
    def any_reported(self) -> bool:
        """Whether anything at all is said for the year."""
        return any(entry.told for entry in entries_of(self).values())

    def completed(self, forms: Mapping[str, Sequence[str]]) -> Self:
        """The report with exactly the entries of `forms`, empty where it leaves one out.

        `forms` has the kode of each list, in order. An empty entry stands where its list does.
        """
        return self.model_copy(update={name: self._form(name, forms[name]) for name in forms})

    def _form(self, name: str, codes: Sequence[str]) -> list[Laporan]:
        model = RealisasiIndikator if name == "indikator" else RealisasiAnggaran
        entries: dict[str, Laporan] = {entry.kode: entry for entry in getattr(self, name)}
        for kode in codes:
            if kode not in entries:
                entries[kode] = model(kode=kode)
                if self._document:
                    entries[kode].settle(self._document, (name, kode))
        return [entries[kode] for kode in codes]


def entries_of(report: Realisasi | None) -> dict[str, Laporan]:
    """Everything in a year's report, by the id of what it is about."""
    if report is None:
        return {}
    rows: list[Laporan] = [*report.indikator, *report.program, *report.kegiatan, *report.baris]
    return {row.kode: row for row in rows}
