"""The SWOT analysis: factors, the matrices they meet in, and the strategies that come of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from renstra.model.base import (
    PERBAIKAN,
    DicabutField,
    Entry,
    NaskahRef,
    Nomor,
    Perbaikan,
    TabelId,
    Teks,
    entry_id,
    reference,
)
from renstra.model.voice import Suara

KelompokFaktor = Literal["kekuatan", "kelemahan", "peluang", "ancaman"]


class Faktor(Entry, suara=Suara.KEPUTUSAN):
    """A factor of the analysis, known by the decree's own code."""

    id: str = Field(pattern=r"^[A-Z]\d+$", description="Kode faktor, seperti S1; menurut urutan.")
    kelompok: KelompokFaktor = Field(description="kekuatan, kelemahan, peluang atau ancaman.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class FaktorTercetak(Entry, suara=Suara.KEPUTUSAN):
    """A factor as one matrix prints it; the words and even the code may slip between matrices."""

    faktor: Annotated[str, reference("faktor")] = Field(
        description="Kode faktor menurut urutannya."
    )
    label: Nomor = Field(description="Nomor seperti tercetak.")
    teks: Teks = Field(description="Kata-kata faktor di matriks ini, dengan kode seperti tercetak.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)


class Sumbu(Entry, suara=Suara.KEPUTUSAN):
    """One axis of a matrix."""

    judul: Teks = Field(description="Judul sumbu seperti tercetak.")
    judul_ulang: Teks | None = Field(None, description="Judul yang sama bila tercetak sekali lagi.")
    faktor: list[FaktorTercetak] = Field(description="Faktor-faktor menurut urutan tercetak.")


class Strategi(Entry, suara=Suara.KEPUTUSAN):
    """A strategy: the field of a matrix in which all factors of both axes meet."""

    id: str = entry_id("st", "Kode strategi, seperti st-001.")
    label: Nomor = Field(description="Nomor seperti tercetak.")
    teks: Teks = Field(description="Kata-kata strategi, huruf demi huruf.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class Matriks(Entry, suara=Suara.KEPUTUSAN):
    """A matrix of internal against external factors."""

    id: TabelId
    nomor: Teks = Field(description="Nomor tabel seperti tercetak.")
    judul: Teks = Field(description="Judul tabel seperti tercetak.")
    kepala: Teks = Field(description="Baris kepala di dalam tabel.")
    kepala_kedua: Teks | None = Field(None, description="Baris kepala kedua, bila ada.")
    dalam: Sumbu = Field(description="Faktor dari dalam: kekuatan atau kelemahan.")
    luar: Sumbu = Field(description="Faktor dari luar: peluang atau ancaman.")
    pengantar: Teks = Field(description="Kalimat di atas strategi.")
    strategi: list[Strategi] = Field(description="Strategi menurut urutan tercetak.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)


class ButirTabel(Entry, suara=Suara.KEPUTUSAN):
    """A cell of a table of columns."""

    id: str = Field(pattern=r"^[a-z]{2}-\d{2}$", description="Kode butir, seperti pt-01.")
    teks: Teks = Field(description="Kata-kata sel, huruf demi huruf.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class Kolom(Entry, suara=Suara.KEPUTUSAN):
    """A column and its cells."""

    kepala: Teks = Field(description="Kepala kolom seperti tercetak.")
    butir: list[ButirTabel] = Field(description="Sel-sel menurut urutan tercetak.")


class TabelKolom(Entry, suara=Suara.KEPUTUSAN):
    """A table whose columns are lists side by side."""

    id: TabelId
    nomor: Teks = Field(description="Nomor tabel seperti tercetak.")
    judul: Teks = Field(description="Judul tabel seperti tercetak.")
    kolom: list[Kolom] = Field(description="Kolom menurut urutan tercetak.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)


class Swot(Entry):
    """`swot.yml`: factors, the four matrices with their strategies, and the tables before them."""

    faktor: list[Faktor] = Field([], description="Semua faktor.")
    matriks: list[Matriks] = Field([], description="Matriks menurut urutan dokumen.")
    tabel: list[TabelKolom] = Field([], description="Tabel potensi, masalah, peluang dan ancaman.")


class ButirSintesa(Entry, suara=Suara.KEPUTUSAN):
    """A strategy as the synthesis repeats it."""

    id: str = entry_id("si", "Kode butir sintesa, seperti si-001.")
    label: Nomor = Field(description="Huruf seperti tercetak.")
    teks: Teks = Field(description="Kata-kata butir, huruf demi huruf.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class KelompokSintesa(Entry, suara=Suara.KEPUTUSAN):
    """A head of the synthesis with the strategies under it."""

    id: str = Field(pattern=r"^sn-\d+$", description="Kode sintesa, seperti sn-1.")
    kepala_strategi: Teks = Field(description="Kepala kolom strategi seperti tercetak.")
    kepala_sintesa: Teks = Field(description="Kepala kolom sintesa seperti tercetak.")
    label: Nomor = Field(description="Nomor sintesa seperti tercetak.")
    teks: Teks = Field(description="Sintesa, huruf demi huruf.")
    butir: list[ButirSintesa] = Field(description="Strategi di bawah sintesa ini.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None


class TabelSintesa(Entry, suara=Suara.KEPUTUSAN):
    """The synthesis table."""

    id: TabelId
    nomor: Teks = Field(description="Nomor tabel seperti tercetak.")
    judul: Teks = Field(description="Judul tabel seperti tercetak.")
    kelompok: list[KelompokSintesa] = Field(description="Sintesa menurut urutan tercetak.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)


class StrategiUtama(Entry):
    """A main strategy, whose words stand in the prose."""

    id: str = Field(pattern=r"^su-\d+$", description="Kode strategi utama, seperti su-1.")
    naskah: NaskahRef = Field(description="Bagian naskah yang memuat kata-katanya.")
    dicabut: DicabutField = None


class Sintesa(Entry):
    """`sintesa.yml`: the strategies drawn together, and the main strategies."""

    tabel: TabelSintesa | None = Field(None, description="Tabel sintesa.")
    utama: list[StrategiUtama] = Field([], description="Strategi utama menurut urutan dokumen.")
