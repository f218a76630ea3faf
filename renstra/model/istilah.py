"""Definitions and abbreviations of the decree, and what else its things are called."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from renstra.model.base import (
    NASKAH,
    PERBAIKAN,
    Entry,
    Finding,
    NaskahRef,
    Perbaikan,
    Teks,
    code,
    raise_findings,
    reference,
)
from renstra.model.isian import Alamat
from renstra.model.voice import Suara


class Definisi(Entry, suara=Suara.KEPUTUSAN):
    """A definition of the decree."""

    id: str = Field(pattern=code("df", r"\d{2}"), description="Kode definisi, seperti df-01.")
    naskah: NaskahRef = Field(description=NASKAH)
    istilah: list[Teks] = Field(description="Kata-kata yang didefinisikan, seperti tercetak.")
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)


class Singkatan(Entry, suara=Suara.PEMBACAAN):
    """An abbreviation and who expands it: the decree itself, or a law that is named."""

    id: str = Field(pattern=code("sk", r"\d{2}"), description="Kode singkatan, seperti sk-01.")
    singkatan: Teks = Field(description="Singkatan seperti tercetak.")
    kepanjangan: Teks = Field(description="Kepanjangannya seperti tercetak di sumbernya.")
    naskah: Annotated[str, reference("bagian naskah", "tabel")] | None = Field(
        None, description="Bagian naskah atau tabel yang menguraikannya, bila dokumen sendiri."
    )
    hukum: Teks | None = Field(
        None, description="Peraturan yang menguraikannya, bila bukan dokumen sendiri."
    )

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if self.naskah is None and self.hukum is None:
            message = "sumber kepanjangan tidak ada; isi naskah atau hukum"
            raise_findings([Finding((), message, lack=True)])
        if self.naskah is not None and self.hukum is not None:
            message = "ditemukan naskah dan hukum, seharusnya satu sumber; hapus salah satunya"
            raise_findings([Finding((), message)])
        return self


class SumberArti(Entry, suara=Suara.PEMBACAAN):
    """Where a meaning was read, outside the decree."""

    nama: Teks = Field(description="Siapa yang menerangkannya, seperti KPU Kota Semarang.")
    url: Alamat = Field(description="Alamat halaman yang dibuka saat menulisnya.")
    kutipan: Teks = Field(description="Kalimat di halaman itu, huruf demi huruf.")


class Arti(Entry, suara=Suara.PEMBACAAN):
    """What a term means that the decree uses and does not explain: from a source that is named."""

    id: str = Field(pattern=code("at", r"\d{2}"), description="Kode arti istilah, seperti at-01.")
    istilah: Teks = Field(description="Istilah seperti tertulis dalam dokumen.")
    juga: list[Teks] = Field([], description="Ejaan lain dari istilah itu dalam dokumen.")
    kepanjangan: Teks | None = Field(
        None, description="Kepanjangannya, bila istilah itu singkatan."
    )
    arti: Teks = Field(description="Artinya dalam satu kalimat; tidak lebih dari sumbernya.")
    sumber: SumberArti = Field(description="Dari mana arti itu.")


class Sinonim(Entry, suara=Suara.PEMBACAAN):
    """Words of equal meaning by which the search finds each other: ours, not the decree's."""

    kata: list[Teks] = Field(
        description="Kata atau frasa yang dianggap sama oleh pencarian, sekurangnya dua."
    )
    alasan: Teks = Field(description="Mengapa sama, dan siapa yang menyebutnya begitu.")

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        seen: set[str] = set()
        findings = []
        if len(self.kata) == 1:
            message = "ditemukan satu kata; sebut sekurangnya dua yang sama artinya"
            findings.append(Finding(("kata",), message))
        for index, word in enumerate(self.kata):
            if word.casefold() in seen:
                message = f"{word} disebut dua kali; hapus salah satunya"
                findings.append(Finding(("kata", index), message))
            seen.add(word.casefold())
        raise_findings(findings)
        return self


class Istilah(Entry):
    """`istilah.yml`: definitions and abbreviations, and aids to the search."""

    definisi: list[Definisi] = Field([], description="Definisi menurut urutan dokumen.")
    singkatan: list[Singkatan] = Field([], description="Singkatan yang diuraikan dokumen.")
    arti: list[Arti] = Field(
        [], description="Istilah yang tidak diterangkan dokumen, dengan arti dari sumber lain."
    )
    sinonim: list[Sinonim] = Field(
        [],
        description="Alat bantu pencarian buatan situs ini, bukan kata-kata keputusan.",
    )
