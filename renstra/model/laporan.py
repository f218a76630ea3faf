"""What the office reports on one thing for one year: achieved, or budgeted and spent.

Nothing here is computed. Source: the fields and rules of achievement used in performance reports
(LKj) of Indonesian public offices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Self, TypeVar

from pydantic import AfterValidator, Field, PrivateAttr, model_validator

from renstra.model.base import Entry, Finding, Teks, raise_findings
from renstra.model.isian import (
    AlasanField,
    AnalisisField,
    AnggaranRef,
    Bilangan,
    IndikatorRef,
    KendalaField,
    Nilai,
    PenegasanField,
    Rupiah,
    StatusDataField,
    Sumber,
    SumberField,
    TindakLanjutField,
    check_quarters,
)
from renstra.model.terms import Audit, StatusData
from renstra.model.voice import Suara

T = TypeVar("T")

SELDOM = (
    "triwulan",
    "pembilang",
    "penyebut",
    "tidak_ada_kejadian",
    "target_pk",
    "capaian_lkj",
    "diaudit",
    "berkas",
    "sha256",
    "alasan_perubahan",
    "penegasan",
)
"""Keys that an empty form leaves out, for most reports do without them."""


def _last(quarters: Mapping[int, T | None] | None) -> tuple[int, T] | None:
    """The last quarter that has a value, and its value."""
    filled = [(q, value) for q, value in (quarters or {}).items() if value is not None]
    return filled[-1] if filled else None


class _Pokok(Entry):
    """What reports on indicators and on money have in common."""

    if TYPE_CHECKING:  # fields and properties of both, each at its place in the order of the file
        status_data: StatusData | None
        sumber: Sumber | None

        @property
        def reported(self) -> bool: ...
        @property
        def terakhir(self) -> object: ...

    _umum: Sumber | None = PrivateAttr(None)

    @property
    def running(self) -> bool:
        """Whether anything is reported up to a quarter."""
        return self.terakhir is not None

    @property
    def ditarik(self) -> bool:
        """Whether what was reported is withdrawn, and nothing stands in its place."""
        return self.status_data == "ditarik"

    @property
    def final(self) -> bool:
        """Whether the office stands behind what it reports."""
        return self.status_data in ("final", "direvisi")

    @property
    def told(self) -> bool:
        """Whether the office says anything: a year's figure, a quarter's, or that it withdrew."""
        return self.reported or self.running or self.ditarik

    @property
    def dokumen(self) -> Sumber | None:
        """The document that it rests on: its own, or else the one named for the whole year."""
        if self.sumber is not None and self.sumber.given:
            return self.sumber
        return self._umum if self.reported or self.running else None

    def share(self, sumber: Sumber | None) -> None:
        """Tell it the document named for the whole year."""
        self._umum = sumber if sumber is not None and sumber.given else None


class RealisasiIndikator(_Pokok, suara=Suara.KANTOR):
    """What was achieved on one indicator in the year."""

    kode: IndikatorRef = Field(description="Kode indikator, seperti ik-001; jangan diubah.")
    triwulan: Annotated[dict[int, Nilai], AfterValidator(check_quarters)] | None = Field(
        None,
        title="Triwulan",
        description="Nilai sampai akhir triwulan 1, 2, 3, 4 bila dilaporkan berkala.",
    )
    nilai: Nilai = Field(
        None,
        title="Nilai setahun",
        description="Realisasi setahun dalam satuan indikator, atau predikat; kosong bila belum "
        "dilaporkan. Nol yang sungguh nol ditulis 0.",
    )
    pembilang: Bilangan = Field(
        None,
        title="Pembilang",
        description="Untuk persentase: pembilang; nilai lalu dihitung dan dikosongkan.",
    )
    penyebut: Bilangan = Field(
        None, title="Penyebut", description="Untuk persentase: penyebut, lebih dari nol."
    )
    tidak_ada_kejadian: Teks | None = Field(
        None,
        title="Tidak ada kejadian",
        description="Untuk persentase, bila tidak ada yang dapat dihitung tahun itu: "
        "terangkan, seperti Tidak ada sengketa yang didaftarkan.",
    )
    target_pk: Teks | None = Field(
        None,
        title="Target PK",
        description='Target perjanjian kinerja tahun itu, seperti tercetak: "90 %".',
    )
    capaian_lkj: Bilangan = Field(
        None,
        title="Capaian menurut LKj",
        description="Capaian dalam persen seperti tercetak di Laporan Kinerja, bila ada: 112.5.",
    )
    status_data: StatusDataField = None
    sumber: SumberField = None
    analisis: AnalisisField = None
    kendala: KendalaField = None
    tindak_lanjut: TindakLanjutField = None
    alasan_perubahan: AlasanField = None
    penegasan: PenegasanField = None

    @property
    def hasil(self) -> Decimal | str | None:
        """The year's value: as reported, or derived from its two parts, in per cent."""
        if self.pembilang is not None and self.penyebut:
            return self.pembilang * 100 / self.penyebut
        return self.nilai

    @property
    def terakhir(self) -> tuple[int, Decimal | str] | None:
        """The last quarter that has a value, and its value."""
        return _last(self.triwulan)

    @property
    def reported(self) -> bool:
        """Whether the year has a value, or is said to have had nothing to count."""
        stated = (self.nilai, self.pembilang, self.penyebut, self.tidak_ada_kejadian)
        return any(value is not None for value in stated)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        raise_findings([*self._part_findings(), *_status_findings(self, "nilai")])
        return self

    def _part_findings(self) -> Iterator[Finding]:
        parts = {"pembilang": self.pembilang, "penyebut": self.penyebut}
        absent = [name for name, value in parts.items() if value is None]
        if len(absent) == 1:
            other = next(name for name in parts if name not in absent)
            yield Finding((other,), f"ada tanpa {absent[0]}; isi keduanya atau kosongkan keduanya")
        if self.penyebut is not None and self.penyebut <= 0:
            yield Finding(
                ("penyebut",),
                f"ditemukan {self.penyebut}, seharusnya lebih dari nol; bila memang tidak ada "
                "yang dapat dihitung, kosongkan keduanya dan isi tidak_ada_kejadian",
            )
        if len(absent) < 2 and self.nilai is not None:
            yield Finding(
                ("nilai",),
                "diisi bersama pembilang dan penyebut; kosongkan nilai, karena dihitung dari "
                "keduanya",
            )
        filled = self.nilai is not None or len(absent) < 2 or self.running
        if self.tidak_ada_kejadian is not None and filled:
            yield Finding(
                ("tidak_ada_kejadian",),
                "diisi bersama nilai; kosongkan salah satunya",
            )


class RealisasiAnggaran(_Pokok, suara=Suara.KANTOR):
    """What was budgeted in the end and spent in the year, in whole rupiah."""

    kode: AnggaranRef = Field(
        description="Kode program (pg-1), kegiatan (ak-002) atau baris (an-005) anggaran; "
        "jangan diubah."
    )
    pagu: Rupiah = Field(
        None,
        title="Pagu akhir (DIPA)",
        description="Pagu akhir tahun menurut DIPA, dalam rupiah penuh (bukan ribuan).",
    )
    hibah: Rupiah = Field(
        None, title="Hibah", description="Hibah di luar pagu itu, dalam rupiah penuh."
    )
    triwulan: (
        Annotated[dict[int, Annotated[int, Field(ge=0)] | None], AfterValidator(check_quarters)]
        | None
    ) = Field(
        None,
        title="Triwulan",
        description="Realisasi sampai akhir triwulan 1, 2, 3, 4, dalam rupiah penuh.",
    )
    realisasi: Rupiah = Field(
        None,
        title="Realisasi setahun",
        description="Realisasi belanja setahun atas pagu itu, dalam rupiah penuh; kosong bila "
        "belum dilaporkan.",
    )
    diaudit: Audit | None = Field(
        None,
        title="Diaudit",
        description="sudah atau belum: apakah realisasi itu sudah diaudit; kosong bila tidak "
        "disebut.",
    )
    status_data: StatusDataField = None
    sumber: SumberField = None
    analisis: AnalisisField = None
    kendala: KendalaField = None
    tindak_lanjut: TindakLanjutField = None
    alasan_perubahan: AlasanField = None
    penegasan: PenegasanField = None

    @property
    def hasil(self) -> int | None:
        """What was spent in the year, in rupiah."""
        return self.realisasi

    @property
    def terakhir(self) -> tuple[int, int] | None:
        """The last quarter that has an amount, and the amount spent by its end, in rupiah."""
        return _last(self.triwulan)

    @property
    def reported(self) -> bool:
        """Whether the year's spending is reported."""
        return self.realisasi is not None

    @property
    def budgeted(self) -> bool:
        """Whether the year's final budget or its grants are reported."""
        return self.pagu is not None or self.hibah is not None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        raise_findings(list(_status_findings(self, "realisasi")))
        return self


Laporan = RealisasiIndikator | RealisasiAnggaran
"""A report on an indicator or on money."""


def _status_findings(laporan: Laporan, value: str) -> Iterator[Finding]:
    """The status of the data fits what is reported; `value` is the key of the year's figure."""
    status = laporan.status_data
    if laporan.reported and status is None:
        yield Finding(
            ("status_data",),
            f"kosong, padahal {value} diisi; tulis sementara atau final",
            lack=True,
        )
    if not laporan.reported and laporan.final:
        yield Finding(
            ("status_data",),
            f"ditemukan {status}, padahal {value} kosong; isi {value}, atau kosongkan status_data",
        )
    if status == "ditarik" and (laporan.reported or laporan.running):
        yield Finding(
            ("status_data",),
            f"ditemukan ditarik, padahal {value} atau triwulan masih diisi; kosongkan semuanya",
        )
    if status in ("direvisi", "ditarik") and laporan.alasan_perubahan is None:
        done = "diubah" if status == "direvisi" else "ditarik"
        yield Finding(
            ("status_data",),
            f"ditemukan {status} tanpa alasan_perubahan; tulis mengapa nilainya {done}",
        )
