"""What a report is filled in with: values, amounts, quarters, a source, words to a figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from renstra.dialect.typed import meant_number
from renstra.dialect.wording import describe
from renstra.model.base import Entry, Finding, Teks, raise_findings, reference
from renstra.model.terms import StatusData
from renstra.model.voice import Suara

QUARTERS = (1, 2, 3, 4)


def number(value: Any) -> Any:
    """A number with all its digits; whatever else is refused in words of its own."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if value is not None and not isinstance(value, Decimal):
        _refuse_value(value, "bilangan seperti 23617 atau 87.5")
    return value


def _value(value: Any) -> Any:
    if isinstance(value, str) and value:
        return value
    if isinstance(value, str | list | dict | bool | date):
        _refuse_value(value, "bilangan seperti 23617 atau 87.5, atau predikat seperti BB")
    return number(value)


def _refuse_value(value: Any, expected: str) -> None:
    found = f"ditemukan {describe(value)}, seharusnya {expected}{meant_number(value)}"
    raise_findings([Finding((), found)])


def _web_address(value: str) -> str:
    if not value.startswith(("https://", "http://")) or len(value.split()) != 1:
        expected = "seharusnya alamat seperti https://contoh.go.id/lkj.pdf"
        raise_findings([Finding((), f"ditemukan {describe(value)}, {expected}")])
    return value


def check_quarters(value: dict[int, Any]) -> dict[int, Any]:
    """Refuse a quarter that there is not, and quarters out of their order."""
    findings = [
        Finding((quarter,), f"triwulan {quarter} tidak ada; seharusnya 1, 2, 3 atau 4")
        for quarter in value
        if quarter not in QUARTERS
    ]
    if not findings and list(value) != sorted(value):
        findings.append(Finding((), "urutan triwulan salah; seharusnya 1, 2, 3, 4"))
    raise_findings(findings)
    return value


Bilangan = Annotated[
    Decimal | None, BeforeValidator(number), WithJsonSchema({"type": ["number", "null"]})
]
Nilai = Annotated[
    Decimal | str | None,
    BeforeValidator(_value),
    WithJsonSchema({"type": ["number", "string", "null"]}),
]
"""A number in the indicator's unit, or a grade or opinion; None where nothing is reported."""

Rupiah = Annotated[int, Field(ge=0)] | None
"""Whole rupiah, as yearly budget documents have them; the plan itself counts in thousands."""

Alamat = Annotated[Teks, AfterValidator(_web_address)]
IndikatorRef = Annotated[str, reference("indikator")]
AnggaranRef = Annotated[str, reference("program", "kegiatan anggaran", "baris anggaran")]


def _near(value: date) -> date:
    if not FIRST <= value.year <= LAST:
        raise_findings([Finding((), f"ditemukan {value}, di luar tahun {FIRST} sampai {LAST}")])
    return value


FIRST, LAST = 1945, 2099
"""Years in which a document of an office can be dated."""

Hari = Annotated[date, AfterValidator(_near)]

BUKTI = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.(pdf|xlsx|png|jpg)$"
"""The name of a file of evidence, which every system and every address takes as it is."""

SIDIK = r"^[0-9a-f]{64}$"
"""A SHA-256 as it is written."""


class Sumber(Entry, suara=Suara.KANTOR):
    """The document that a report rests on."""

    judul: Teks | None = Field(
        None, title="Sumber: judul", description="Judul dokumen sumber, seperti tercetak."
    )
    nomor: Teks | None = Field(
        None, title="Sumber: nomor", description="Nomor dokumen sumber, bila ada."
    )
    tanggal: Hari | None = Field(
        None,
        title="Sumber: tanggal",
        description="Tanggal dokumen sumber, ditulis seperti 2024-01-31.",
    )
    url: Alamat | None = Field(
        None,
        title="Sumber: alamat",
        description="Alamat dokumen di internet, bila ada, diawali https://.",
    )
    berkas: Annotated[str, Field(pattern=BUKTI)] | None = Field(
        None,
        title="Sumber: berkas",
        description="Nama berkas dokumen itu di folder data/bukti, bila disimpan di sana.",
    )
    sha256: Annotated[str, Field(pattern=SIDIK)] | None = Field(
        None,
        title="Sumber: SHA-256",
        description="Sidik SHA-256 berkas atau dokumen di alamat itu, 64 angka dan huruf a-f.",
    )

    @property
    def given(self) -> bool:
        """Whether a document is named."""
        return self.judul is not None

    @model_validator(mode="after")
    def _named(self) -> Self:
        filled = [name for name, value in self if name != "judul" and value is not None]
        findings = []
        if self.judul is None and filled:
            message = f"kosong, padahal {', '.join(filled)} diisi; isi judul dokumennya"
            findings.append(Finding(("judul",), message))
        if self.sha256 is not None and self.url is None and self.berkas is None:
            message = "ada tanpa url atau berkas; isi salah satunya, atau kosongkan"
            findings.append(Finding(("sha256",), message))
        raise_findings(findings)
        return self


class Persetujuan(Entry, suara=Suara.KANTOR):
    """That the figures of a year are approved: by which document, when, and in what position."""

    nomor: Teks | None = Field(
        None, title="Persetujuan: nomor", description="Nomor surat atau berita acaranya."
    )
    tanggal: Hari | None = Field(
        None, title="Persetujuan: tanggal", description="Tanggalnya, ditulis seperti 2024-01-31."
    )
    jabatan: Teks | None = Field(
        None,
        title="Persetujuan: jabatan",
        description="Jabatan yang menyetujui, seperti Sekretaris; bukan nama orang.",
    )

    @property
    def given(self) -> bool:
        """Whether an approval is recorded."""
        return self.nomor is not None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        empty = [name for name, value in self if value is None]
        if 0 < len(empty) < len(type(self).model_fields):
            message = "kosong; isi nomor, tanggal dan jabatan, atau kosongkan ketiganya"
            raise_findings([Finding((name,), message) for name in empty])
        return self


StatusDataField = Annotated[
    StatusData | None,
    Field(
        title="Status data",
        description="sementara, final, direvisi (nilai final yang diubah), atau ditarik (nilai "
        "yang keliru dikosongkan).",
    ),
]
SumberField = Annotated[Sumber | None, Field(description="Dokumen sumber.")]
AnalisisField = Annotated[
    Teks | None,
    Field(title="Analisis", description="Mengapa hasilnya demikian; sebut peran, bukan orang."),
]
KendalaField = Annotated[
    Teks | None,
    Field(title="Kendala", description="Apa yang menghambat; sebut peran, bukan orang."),
]
TindakLanjutField = Annotated[
    Teks | None,
    Field(title="Tindak lanjut", description="Apa yang dilakukan sesudahnya."),
]
PenegasanField = Annotated[
    Teks | None,
    Field(
        title="Penegasan",
        description="Bila sebuah angka ditanyakan, padahal benar: terangkan mengapa.",
    ),
]
AlasanField = Annotated[
    Teks | None,
    Field(
        title="Alasan perubahan",
        description="Mengapa nilai yang sudah final diubah atau ditarik; wajib bila direvisi atau "
        "ditarik.",
    ),
]
