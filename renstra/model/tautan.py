"""Links of the thread through the plan that the order of its tables does not already state."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from renstra.model.base import (
    UNKNOWN,
    DitarikField,
    Entry,
    Finding,
    NaskahRef,
    Teks,
    entry_id,
    known,
    raise_findings,
)
from renstra.model.voice import Suara

_WANTED = {
    "tafsir": ("alasan",),
    "hampir_sama": ("alasan",),
    "kalimat_sama": (),
    "dinyatakan": ("kutipan",),
}
_UNWANTED = {
    "tafsir": ("dasar", "kutipan"),
    "hampir_sama": ("dasar", "kutipan"),
    "kalimat_sama": ("kutipan", "alasan"),
    "dinyatakan": (),
}


def _known_end(value: str, info: ValidationInfo) -> str:
    ids, ends = known(info).ids, known(info).ends or {}
    if (
        ids is not None
        and all(kind in ids for kind in ends)
        and not any(value in ids[kind] for kind in ends)
    ):
        every = sorted(name for kind in ends for name in ids[kind])
        raise PydanticCustomError(UNKNOWN, UNKNOWN, {"known": every})
    return value


Ujung = Annotated[str, AfterValidator(_known_end)]
"""An end of a link: the id of a thing of any kind that the thread passes through."""


class Kutipan(Entry, suara=Suara.PEMBACAAN):
    """Words of the decree and the part of the prose in which they stand."""

    naskah: NaskahRef = Field(description="Bagian naskah yang dikutip, seperti i-188.")
    teks: Teks = Field(description="Kata-kata yang dikutip, huruf demi huruf.")


class Tautan(Entry, suara=Suara.PEMBACAAN):
    """A link, and what it rests on: the decree's own words or our reading of them."""

    id: str = entry_id("tl", "Kode tautan, seperti tl-001.")
    dari: Ujung = Field(description="Kode pangkal tautan, seperti st-001.")
    ke: Ujung = Field(description="Kode ujung tautan, seperti si-005.")
    sifat: Literal["tersurat", "hampir_sama", "tafsir"] = Field(
        description="tersurat (tertulis dalam dokumen), hampir_sama (kalimatnya sama kecuali "
        "beberapa kata) atau tafsir (penafsiran pengelola situs)."
    )
    dasar: Literal["kalimat_sama", "dinyatakan"] | None = Field(
        None,
        description="Untuk tersurat: kalimat_sama (kalimatnya sama di kedua tempat) atau "
        "dinyatakan (dokumen menyatakannya).",
    )
    kutipan: Kutipan | None = Field(
        None, description="Untuk dasar dinyatakan: kata-kata dokumen yang menyatakannya."
    )
    alasan: Teks | None = Field(
        None,
        description="Untuk hampir_sama dan tafsir: apa yang sama dan apa yang berbeda.",
    )

    ditarik: DitarikField = None

    @model_validator(mode="after")
    def _consistent(self, info: ValidationInfo) -> Tautan:
        raise_findings([*self._basis(), *self._ends(info)])
        return self

    def _basis(self) -> list[Finding]:
        """What this nature of link asks for and does not have, or has and does not bear."""
        name = self.dasar if self.sifat == "tersurat" else self.sifat
        if name is None:
            return [Finding(("dasar",), "tidak ada; wajib diisi untuk tersurat", lack=True)]
        findings = []
        for key in ("dasar", "kutipan", "alasan"):
            written = getattr(self, key) is not None
            if key in _WANTED[name] and not written:
                message = f"tidak ada; wajib diisi untuk {name}"
                findings.append(Finding((key,), message, lack=True))
            elif key in _UNWANTED[name] and written:
                findings.append(Finding((key,), f"tidak dipakai untuk {name}; hapus"))
        return findings

    def _ends(self, info: ValidationInfo) -> list[Finding]:
        if self.dari == self.ke:
            return [Finding(("ke",), f"{self.ke} sama dengan pangkalnya; sebut dua hal berbeda")]
        ids, ends = known(info).ids or {}, known(info).ends or {}
        pangkal, ujung = (
            next((kind for kind in ends if end in ids.get(kind, ())), None)
            for end in (self.dari, self.ke)
        )
        if not pangkal or not ujung or ujung in ends[pangkal]:
            return []
        found = f"ditemukan tautan dari {pangkal} ke {ujung}"
        if not ends[pangkal]:
            starts = ", ".join(kind for kind, others in ends.items() if others)
            return [Finding(("dari",), f"{found}; pangkal tautan hanya boleh {starts}")]
        message = f"{found}; dari {pangkal} tautan hanya boleh ke {', '.join(ends[pangkal])}"
        return [Finding(("ke",), message)]


class DaftarTautan(Entry):
    """`tautan.yml`: the links of the thread."""

    tautan: list[Tautan] = Field([], description="Tautan menurut urutan pangkalnya di dokumen.")

    @model_validator(mode="after")
    def _each_once(self) -> DaftarTautan:
        first: dict[tuple[str, str], str] = {}
        findings = []
        for index, link in enumerate(self.tautan):
            other = first.setdefault((link.dari, link.ke), link.id)
            if other != link.id:
                message = f"{link.dari} ke {link.ke} sudah ditautkan oleh {other}"
                findings.append(Finding(("tautan", index), f"{message}; hapus salah satunya"))
        raise_findings(findings)
        return self
