"""Strategic issues, national priorities, policy directions and the regulation framework."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from renstra.model.base import (
    NASKAH,
    PERBAIKAN,
    DicabutField,
    Entry,
    NaskahRef,
    Nomor,
    Perbaikan,
    ProgramRef,
    Teks,
    code,
)
from renstra.model.voice import Suara


class Isu(Entry):
    """A strategic issue."""

    id: str = Field(pattern=code("is"), description="Kode isu strategis, seperti is-1.")
    naskah: NaskahRef = Field(description=NASKAH)
    dicabut: DicabutField = None


class ButirArahNasional(Entry):
    """An item of a national policy direction."""

    id: str = Field(pattern=code("nk", r"\d+-[a-z]"), description="Kode butir, seperti nk-1-a.")
    naskah: NaskahRef = Field(description=NASKAH)
    dicabut: DicabutField = None


class ArahNasional(Entry):
    """A national policy direction."""

    id: str = Field(pattern=code("nk"), description="Kode arah kebijakan nasional, seperti nk-1.")
    naskah: NaskahRef = Field(description=NASKAH)
    butir: list[ButirArahNasional] = Field(description="Butir-butirnya.")
    dicabut: DicabutField = None


class Proyek(Entry, suara=Suara.KEPUTUSAN):
    """A national priority project, named inside a paragraph of the decree."""

    id: str = Field(pattern=code("pp", r"\d{2}"), description="Kode proyek prioritas: pp-01.")
    label: Nomor = Field(description="Nomor seperti tercetak.")
    nama: Teks = Field(description="Nama proyek seperti tercetak di paragrafnya.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class KegiatanPrioritas(Entry, suara=Suara.KEPUTUSAN):
    """A national priority activity and its projects."""

    id: str = Field(pattern=code("pr"), description="Kode kegiatan prioritas, seperti pr-1.")
    naskah: NaskahRef = Field(description="Paragraf yang menyebutnya.")
    nama: Teks = Field(description="Nama kegiatan prioritas seperti tercetak di paragraf itu.")
    proyek: list[Proyek] = Field(description="Proyek prioritas menurut urutan dokumen.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class Kebijakan(Entry):
    """A policy direction of the office."""

    id: str = Field(pattern=code("ab", r"\d{3}"), description="Kode arah kebijakan: ab-001.")
    naskah: NaskahRef = Field(description=NASKAH)
    dicabut: DicabutField = None


class ArahProgram(Entry):
    """The policy directions of one programme."""

    program: ProgramRef = Field(description="Kode program.")
    naskah: NaskahRef = Field(description="Bagian naskah yang menjadi kepalanya.")
    kebijakan: list[Kebijakan] = Field(description="Arah kebijakan menurut urutan dokumen.")


class ArahKebijakan(Entry):
    """`kebijakan.yml`: issues, national directions and projects, the office's directions."""

    isu: list[Isu] = Field([], description="Isu strategis.")
    arah_nasional: list[ArahNasional] = Field([], description="Arah kebijakan nasional.")
    prioritas: list[KegiatanPrioritas] = Field([], description="Kegiatan prioritas nasional.")
    arah: list[ArahProgram] = Field([], description="Arah kebijakan kantor menurut program.")


class Regulasi(Entry):
    """A regulation the office means to issue."""

    id: str = Field(pattern=code("rg", r"\d{3}"), description="Kode regulasi, seperti rg-001.")
    naskah: NaskahRef = Field(description=NASKAH)
    jenis: Annotated[Literal["SK", "BA"], Suara.PEMBACAAN] = Field(
        description="SK (surat keputusan) atau BA (berita acara)."
    )
    dicabut: DicabutField = None


class KelompokRegulasi(Entry):
    """Regulations of one stage."""

    id: str = Field(pattern=code("rk"), description="Kode kelompok regulasi, seperti rk-1.")
    naskah: NaskahRef = Field(description="Bagian naskah yang menjadi kepalanya.")
    tahap: Annotated[Literal["pemilu", "pemilihan", "sekretariat"], Suara.PEMBACAAN] = Field(
        description="pemilu, pemilihan atau sekretariat."
    )
    regulasi: list[Regulasi] = Field(description="Regulasi menurut urutan dokumen.")
    dicabut: DicabutField = None


class KerangkaRegulasi(Entry):
    """`regulasi.yml`: the regulation framework."""

    kelompok: list[KelompokRegulasi] = Field([], description="Kelompok menurut urutan dokumen.")
