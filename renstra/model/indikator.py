"""Indicators: what is measured, in which direction, and the target cells as printed."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PrivateAttr,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from renstra.dialect.wording import describe, shorten
from renstra.model.base import (
    PERBAIKAN,
    DicabutField,
    Entry,
    Finding,
    Konfirmasi,
    PenjelasanField,
    Perbaikan,
    SatuanRef,
    Teks,
    check_years,
    entry_id,
    known,
    raise_findings,
)
from renstra.model.target import CellError, Target, read_target
from renstra.model.terms import Agregasi, Arah, ArtiNol, Jenis, Tingkat
from renstra.model.voice import Suara


def _bound(value: Any) -> Any:
    """`tanpa_batas` or a number; the model keeps None for no bound."""
    if value == "tanpa_batas":
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if not isinstance(value, Decimal):
        expected = "seharusnya bilangan seperti 100 atau 87.5, atau tanpa_batas"
        raise_findings([Finding((), f"ditemukan {describe(value)}, {expected}")])
    return value


Bound = Annotated[
    Decimal | None,
    BeforeValidator(_bound),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"const": "tanpa_batas"}]}),
]


class Rentang(Entry, suara=Suara.PEMBACAAN):
    """The least and the greatest value that can be, in the indicator's unit; None is unbounded."""

    min: Bound = Field(description="Nilai terkecil yang mungkin, atau tanpa_batas.")
    maks: Bound = Field(description="Nilai terbesar yang mungkin, atau tanpa_batas.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min is not None and self.maks is not None and self.min >= self.maks:
            raise_findings(
                [
                    Finding(
                        ("min",),
                        f"{self.min} tidak lebih kecil dari maks {self.maks}; tukar atau perbaiki",
                    )
                ]
            )
        return self

    def __str__(self) -> str:
        least, greatest = (
            "tanpa_batas" if bound is None else str(bound) for bound in (self.min, self.maks)
        )
        return f"{least} sampai {greatest}"

    def __contains__(self, value: Decimal) -> bool:
        return (self.min is None or value >= self.min) and (self.maks is None or value <= self.maks)


class MaknaNol(Entry, suara=Suara.PEMBACAAN):
    """How a printed zero is read, and why."""

    arti: ArtiNol = Field(
        description="tidak_ditargetkan bila arah naik atau tetap; nol_sejati bila arah turun."
    )
    alasan: Teks = Field(description="Mengapa nol dibaca begitu.")


class Indikator(Entry):
    """A performance indicator of Table IV.1 with its targets."""

    id: str = entry_id("ik", "Kode indikator, seperti ik-001.")
    nama: Annotated[Teks, Suara.KEPUTUSAN] = Field(
        description="Nama indikator, huruf demi huruf seperti dokumen."
    )
    penjelasan: PenjelasanField = None
    jenis: Annotated[Jenis, Suara.PEMBACAAN] = Field(
        description="angka, predikat (AA sampai D) atau opini (WTP, WDP, TW, TMP)."
    )
    satuan: SatuanRef | None = Field(
        None, description="Satuan dari satuan.yml; hanya untuk jenis angka."
    )
    arah: Annotated[Arah, Suara.PEMBACAAN] = Field(
        description="naik: makin tinggi makin baik; turun: makin rendah makin baik; "
        "tetap: sebanyak yang ditentukan."
    )
    tingkat: Annotated[Tingkat, Suara.PEMBACAAN] = Field(
        description="satker: diukur pada kantor ini; nasional: mengukur seluruh lembaga."
    )
    rentang: Rentang | None = Field(
        None, description="Nilai terkecil dan terbesar yang mungkin; hanya untuk jenis angka."
    )
    agregasi: Annotated[Agregasi | None, Suara.PEMBACAAN] = Field(
        None,
        description="jumlah bila nilai tahun-tahunnya boleh dijumlahkan; hanya untuk jenis angka.",
    )
    makna_nol: MaknaNol | None = Field(
        None, description="Arti sel nol; wajib bila ada sel nol, terlarang bila tidak ada."
    )
    tidak_dapat_dihitung: Annotated[Teks | None, Suara.PEMBACAAN] = Field(
        None,
        description="Mengapa capaian tidak dapat dinilai, bila targetnya tidak dapat dibandingkan "
        "dengan yang diukur.",
    )
    alasan_baca: Annotated[Teks | None, Suara.PEMBACAAN] = Field(
        None, description="Mengapa satuan, arah, tingkat atau rentangnya dibaca begitu, bila perlu."
    )
    dikonfirmasi: Konfirmasi | None = Field(
        None, description="Surat kantor yang membenarkan cara membaca indikator ini."
    )
    target: Annotated[dict[int, str], AfterValidator(check_years), Suara.KEPUTUSAN] = Field(
        description='Sel target tiap tahun seperti tercetak, dalam tanda kutip: "87,5 %", "-", '
        'atau "" bila kosong.'
    )
    perbaikan: list[Perbaikan] = Field([], description=PERBAIKAN)
    dicabut: DicabutField = None
    _targets: tuple[Target, ...] = PrivateAttr(())

    @property
    def targets(self) -> tuple[Target, ...]:
        """The target cells with their typed values, in the order of the years."""
        return self._targets

    def target_of(self, tahun: int) -> Target:
        """The target cell of a year of the plan."""
        return next(target for target in self._targets if target.tahun == tahun)

    @model_validator(mode="after")
    def _consistent(self, info: ValidationInfo) -> Self:
        findings = self._kind_findings()
        units = known(info).units
        signs = () if self.satuan is None or units is None else units.get(self.satuan, ())
        if not findings and (self.jenis != "angka" or signs):
            self._targets, findings = _read_targets(self, signs)
            findings += self._zero_findings() if not findings else []
        raise_findings(findings)
        return self

    def _kind_findings(self) -> list[Finding]:
        numeric = self.jenis == "angka"
        pairs = (("satuan", self.satuan), ("rentang", self.rentang))
        if numeric:
            return [
                Finding((key,), "tidak ada; wajib untuk jenis angka", lack=True)
                for key, value in pairs
                if value is None
            ]
        return [
            Finding((key,), f"hanya untuk jenis angka, bukan {self.jenis}; hapus")
            for key, value in (*pairs, ("agregasi", self.agregasi))
            if value is not None
        ]

    def _zero_findings(self) -> list[Finding]:
        zeros = [target for target in self._targets if target.nol]
        if not zeros:
            if self.makna_nol is None:
                return []
            return [Finding(("makna_nol",), "ada, padahal tidak ada sel target yang nol; hapus")]
        if self.makna_nol is None:
            return [
                Finding(
                    ("target", zeros[0].tahun),
                    f'ditemukan "{shorten(zeros[0].tercetak)}" tanpa makna_nol; tambahkan '
                    "makna_nol yang menerangkan arti nol itu",
                )
            ]
        expected = "nol_sejati" if self.arah == "turun" else "tidak_ditargetkan"
        if self.makna_nol.arti != expected:
            return [
                Finding(
                    ("makna_nol", "arti"),
                    f"ditemukan {self.makna_nol.arti}, seharusnya {expected} bila arah {self.arah}",
                )
            ]
        return []


def _read_targets(
    indikator: Indikator, signs: tuple[str, ...]
) -> tuple[tuple[Target, ...], list[Finding]]:
    targets, findings = [], []
    for tahun, tercetak in indikator.target.items():
        try:
            target = read_target(tahun, tercetak, indikator.jenis, signs)
        except CellError as error:
            findings.append(Finding(("target", tahun), str(error)))
            continue
        if indikator.rentang and target.nilai is not None and target.nilai not in indikator.rentang:
            message = (
                f'ditemukan "{shorten(tercetak)}", di luar rentang {indikator.rentang}; perbaiki'
            )
            findings.append(Finding(("target", tahun), message))
        targets.append(target)
    return tuple(targets), findings
