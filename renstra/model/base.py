"""What every model shares: text, references, years, and where an entry stands in its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Unpack

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr, ValidationInfo
from pydantic_core import PydanticCustomError

from renstra.dialect.document import Document, Keys
from renstra.dialect.problem import Problem
from renstra.model.voice import Suara


@dataclass(frozen=True)
class Known:
    """What the other files declare; None where a file that declares it could not be read."""

    years: tuple[int, ...] | None = None
    units: Mapping[str, tuple[str, ...]] | None = None
    """Unit id to the ways it is written behind a number."""

    ids: Mapping[str, frozenset[str]] | None = None
    """Kind of thing, such as ``sasaran``, to its ids; without the kinds of which one was lost."""

    ends: Mapping[str, tuple[str, ...]] | None = None
    """Kind of thing that a link may join to the kinds that it may lead to from there."""


@dataclass(frozen=True)
class Finding:
    """A rule broken inside one entry: the keys below the entry and what is wrong."""

    keys: Keys
    message: str
    lack: bool = False
    """Whether something is missing there, which may have been written but not understood."""


FINDINGS = "temuan"
"""Error type under which a validator reports several findings at once."""


def raise_findings(findings: list[Finding]) -> None:
    """Refuse an entry for all of the findings at once; nothing where there are none."""
    if findings:
        raise PydanticCustomError(FINDINGS, "temuan", {FINDINGS: findings})


def known(info: ValidationInfo) -> Known:
    """What the other files declare, as handed to this validation."""
    return info.context if isinstance(info.context, Known) else Known()


def _clean_text(value: str) -> str:
    if not value:
        raise_findings([Finding((), "ditemukan teks kosong; isi")])
    if value != " ".join(value.split()):
        raise_findings([Finding((), _space_message(value))])
    return value


def _space_message(value: str) -> str:
    if "\n" in value:
        return "ditemukan baris baru di dalam teks; tulis dalam satu baris, atau dengan >-"
    if value != value.strip():
        return "ditemukan spasi di tepi teks; hapus"
    if "  " in value:
        return "ditemukan spasi ganda; pakai satu spasi"
    return "ditemukan spasi khusus; ganti dengan spasi biasa"


UNKNOWN = "tidak_dikenal"
"""Error type of a reference to an id that no file declares; the context has the known ids."""


@dataclass(frozen=True)
class Reference(AfterValidator):
    """The mark of a text that names a thing by its id."""

    kinds: tuple[str, ...] = ()
    """What such a thing may be, as the table of kinds calls it."""


def reference(*kinds: str) -> Reference:
    """Refuse an id that no file declares for a thing of any of these kinds."""

    def check(value: str, info: ValidationInfo) -> str:
        ids = known(info).ids
        if ids is None or any(kind not in ids or value in ids[kind] for kind in kinds):
            return value
        names = frozenset[str]().union(*(ids[kind] for kind in kinds))
        raise PydanticCustomError(UNKNOWN, UNKNOWN, {"known": sorted(names)})

    return Reference(check, kinds)


def check_years(value: dict[int, Any], info: ValidationInfo) -> dict[int, Any]:
    """Hold the keys of `value` against the plan's years: each of them, no other, in their order."""
    years = known(info).years
    if years is None:
        return value
    span = ", ".join(map(str, years))
    extra = [year for year in value if year not in years]
    absent = [year for year in years if year not in value]
    findings = [Finding((year,), f"tahun di luar rencana; seharusnya {span}") for year in extra]
    # As many years as are wrong are missing for that reason, which need not be said twice.
    findings += [
        Finding((), f"tahun {year} tidak ada; seharusnya {span}", lack=True)
        for year in absent[len(extra) :]
    ]
    if not extra and not absent and list(value) != list(years):
        findings.append(Finding((), f"urutan tahun salah; seharusnya {span}"))
    raise_findings(findings)
    return value


Teks = Annotated[str, AfterValidator(_clean_text)]
Nomor = Annotated[str, Field(min_length=1)]
SasaranRef = Annotated[str, reference("sasaran")]
ProgramRef = Annotated[str, reference("program")]
SatuanRef = Annotated[str, reference("satuan")]
TabelRef = Annotated[str, reference("tabel")]
RevisiRef = Annotated[str, reference("keputusan")]
NaskahRef = Annotated[str, reference("bagian naskah")]
"""A part of the prose, by its id."""
Pagu = Annotated[dict[int, Annotated[int, Field(ge=0)] | None], AfterValidator(check_years)]
"""Year to thousands of rupiah; None where the decree leaves the cell empty."""
TabelId = Annotated[
    str, Field(pattern=r"^tabel-[a-z0-9-]+$", description="Kode tabel, seperti tabel-iv-1.")
]


class Entry(BaseModel):
    """Anything the data says, with its place in its file."""

    # Docstrings are for whoever builds this; the schema speaks to staff, through the fields.
    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        json_schema_extra=lambda schema: schema.pop("description", None),
    )
    suara: ClassVar[Suara | None] = None
    """The voice of every field that has none of its own."""

    _document: Document | None = PrivateAttr(None)
    _keys: Keys = PrivateAttr(())

    def __init_subclass__(
        cls, *, suara: Suara | None = None, **settings: Unpack[ConfigDict]
    ) -> None:
        """Take the voice of an entry where its class is made."""
        super().__init_subclass__(**settings)
        cls.suara = suara

    @property
    def path(self) -> str:
        """The file this entry was written in."""
        return self._document.origin(self._keys)[0].path if self._document else ""

    @property
    def way(self) -> Keys:
        """The way to this entry from the top of that file."""
        return self._document.origin(self._keys)[1] if self._document else self._keys

    def line(self, *keys: str | int) -> int:
        """The line of this entry, or of the value below it that `keys` lead to."""
        return self._document.line((*self._keys, *keys)) if self._document else 0

    def problem(self, message: str, *keys: str | int) -> Problem:
        """A problem with this entry, or with the value below it that `keys` lead to."""
        place = (*self._keys, *keys)
        if self._document is None:
            return Problem("", 0, ": ".join(map(str, place)), message)
        return self._document.problem(place, message)

    def settle(self, document: Document, keys: Keys = ()) -> None:
        """Tell this entry and all below it where they stand."""
        self._document, self._keys = document, keys
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, Entry):
                value.settle(document, (*keys, name))
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    if isinstance(item, Entry):
                        item.settle(document, (*keys, name, index))


NASKAH = "Bagian naskah yang memuat kata-katanya."
"""What an overlay says of its reference: the words stand in the prose, once."""


def code(prefix: str, digits: str = r"\d+") -> str:
    """The pattern of a permanent id with fewer than three digits."""
    return rf"^{prefix}-{digits}$"


def entry_id(prefix: str, description: str) -> Any:
    """The field of a permanent id: `prefix` and three digits, or more beyond 999."""
    return Field(
        pattern=rf"^{prefix}-(?:\d{{3}}|[1-9]\d{{3,}})$",
        description=f"{description} Tetap selamanya, tidak dipakai ulang.",
    )


PERBAIKAN = "Perbaikan atas salinan: apa yang terekstrak, bagaimana dibaca, dan mengapa."
"""What every entry with words of the decree says of its mends: the last field but `dicabut`."""


class Perbaikan(Entry, suara=Suara.PEMBACAAN):
    """A mend of what the extraction from PDF or our copy broke, beside the value it touches."""

    bagian: Teks = Field(description="Bagian yang diperbaiki: nama, target atau baris.")
    semula: Teks | None = Field(
        None, description="Yang semula tertulis di data, bila lain daripada yang terekstrak."
    )
    terekstrak: Teks = Field(
        description="Seperti keluar dari PDF; sel dipisah dengan |, potongan baris dengan ¦."
    )
    dibaca: Teks = Field(description="Seperti dibaca dan ditulis di data.")
    alasan: Teks = Field(description="Kerusakan apa yang diperbaiki dan bagaimana.")


class Pencabutan(Entry, suara=Suara.KANTOR):
    """That an entry is withdrawn; it stays in the data, for its address and its history."""

    revisi: RevisiRef = Field(description="Kode keputusan yang mencabutnya, seperti rv-002.")
    mulai: int | None = Field(
        None, description="Tahun pertama ia tidak lagi berlaku; catatan tidak memakainya."
    )
    alasan: Teks = Field(description="Mengapa dicabut, menurut keputusan itu.")


class Konfirmasi(Entry, suara=Suara.KANTOR):
    """That the office confirms our reading: by which letter, when, and in what position."""

    nomor: Teks = Field(description="Nomor surat kantor.")
    tanggal: date = Field(description="Tanggal surat, ditulis seperti 2024-03-15.")
    jabatan: Teks = Field(description="Jabatan yang menandatangani; bukan nama orang.")


class Penarikan(Entry, suara=Suara.PEMBACAAN):
    """That we no longer hold to a reading of ours; its entry stays, for its address."""

    tanggal: date = Field(description="Tanggal ditarik, ditulis seperti 2024-03-15.")
    alasan: Teks = Field(description="Mengapa ditarik, dalam satu kalimat.")


DitarikField = Annotated[
    Penarikan | None,
    Field(description="Hanya bila pembacaan ini ditarik pengelola situs: kapan dan mengapa."),
]

PenjelasanField = Annotated[
    Teks | None,
    Suara.PEMBACAAN,
    Field(
        description="Satu sampai tiga kalimat sederhana bagi warga: apa yang dihitung, dan apa "
        "yang tidak disebut dokumen. Bukan bagian keputusan."
    ),
]
"""The plain words of ours that stand beside a name of the decree."""

DicabutField = Annotated[
    Pencabutan | None,
    Field(description="Hanya bila dicabut: keputusan mana yang mencabutnya dan mengapa."),
]
"""Always the last field of its model. It is typed in notes alone: elsewhere a change of the plan
puts it there."""
