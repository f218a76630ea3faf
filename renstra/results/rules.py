"""The rules of achievement: a target and what was reported against it give a status.

Source: the formulas by which performance reports (LKj) of Indonesian public offices compute
capaian. There is no cap and no average; the first rule that applies decides, and every rule says
itself in words, so that the page that explains the method is made from what is computed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from renstra.model.indikator import Indikator
from renstra.model.laporan import RealisasiIndikator
from renstra.model.target import Target
from renstra.model.terms import SCALES, STATUS, Jenis, Status


@dataclass(frozen=True)
class Kasus:
    """One target cell of an indicator and what was reported against it."""

    indikator: Indikator
    target: Target
    hasil: Decimal | str | None = None
    """The year's value, in the indicator's unit, or a grade; None where none is reported."""

    triwulan: int | None = None
    """The last quarter of which a value is reported."""

    tanpa_kejadian: bool = False
    """Whether nothing happened that could be counted."""

    ditarik: bool = False
    """Whether what was reported is withdrawn."""

    berlaku: bool = True
    """Whether the indicator is part of the plan in that year."""

    @property
    def selisih(self) -> Decimal:
        """How much the year's number is above its target; 0 where there are no two numbers."""
        if not isinstance(self.hasil, Decimal) or self.target.nilai is None:
            return Decimal(0)
        return self.hasil - self.target.nilai


@dataclass(frozen=True)
class Aturan:
    """A rule of achievement, in words and in code."""

    nama: str
    """Its name, stable, such as ``naik``."""

    target: str
    """The target cells that it is about, in Indonesian."""

    realisasi: str
    """The reports that it is about, in Indonesian."""

    rumus: str
    """The formula of the percentage, with R for the realisation and T for the target; empty where
    the rule gives none."""

    putusan: tuple[tuple[str, Status], ...]
    """Conditions in words and the status that each gives."""

    berlaku: Callable[[Kasus], bool]
    """Whether the rule is about a case."""

    pilih: Callable[[Kasus], int] = lambda _: 0
    """Which of `putusan` a case meets."""

    hitung: Callable[[Kasus], Decimal] | None = None
    """The percentage, unrounded."""


@dataclass(frozen=True)
class Capaian:
    """What a rule says of a case."""

    kasus: Kasus
    aturan: Aturan
    syarat: str
    """The condition of the rule that was met, in words; empty where the rule has but one."""

    status: Status
    persen: Decimal | None
    """The achievement in per cent, unrounded and uncapped; None where the rule gives none."""

    @property
    def label(self) -> str:
        """The status for readers: how a zero is read, up to which quarter is reported."""
        return self._own or STATUS[self.status].label

    @property
    def short(self) -> str:
        """The status for a narrow cell."""
        return self._own or STATUS[self.status].short

    @property
    def _own(self) -> str:
        if self.aturan.nama == "nol-tidak-ditargetkan":
            return "Tertulis 0, dibaca tanpa target"
        if self.status == "berjalan" and self.kasus.triwulan:
            return f"Baru sampai triwulan {QUARTERS[self.kasus.triwulan - 1]}"
        return ""


def judge(
    indikator: Indikator,
    target: Target,
    laporan: RealisasiIndikator | None,
    *,
    berlaku: bool = True,
) -> Capaian:
    """The status of a target cell given a year's report, which is None where the year has none.

    `berlaku` is whether the indicator is part of the plan in that year.
    """
    if laporan is None:
        return decide(Kasus(indikator, target, berlaku=berlaku))
    return decide(
        Kasus(
            indikator,
            target,
            laporan.hasil,
            laporan.terakhir[0] if laporan.terakhir else None,
            tanpa_kejadian=laporan.tidak_ada_kejadian is not None,
            ditarik=laporan.ditarik,
            berlaku=berlaku,
        )
    )


def decide(kasus: Kasus) -> Capaian:
    """What the first rule that applies says of a case; one always does."""
    aturan = next(rule for rule in ATURAN if rule.berlaku(kasus))
    syarat, status = aturan.putusan[aturan.pilih(kasus)]
    persen = aturan.hitung(kasus) if aturan.hitung else None
    return Capaian(kasus, aturan, syarat, status, persen)


def rank(jenis: Jenis, nilai: str) -> int | None:
    """The step of a grade or opinion on its scale, 0 the best; None for what is not on it."""
    return next((n for n, step in enumerate(SCALES.get(jenis, ())) if nilai in step), None)


def _comparable(kasus: Kasus) -> bool:
    """Whether target and value are of one kind: two numbers, or two grades of the scale."""
    if kasus.target.rupa == "angka":
        return isinstance(kasus.hasil, Decimal)
    jenis, grade = kasus.indikator.jenis, kasus.target.peringkat
    return (
        isinstance(kasus.hasil, str)
        and rank(jenis, kasus.hasil) is not None
        and rank(jenis, grade or "") is not None
    )


def _side(kasus: Kasus) -> int:
    """0 better than the target, 1 equal, 2 worse; for a number by the indicator's direction."""
    if isinstance(kasus.hasil, str):
        jenis, grade = kasus.indikator.jenis, kasus.target.peringkat or ""
        # A lower step is a better grade.
        better = (rank(jenis, grade) or 0) - (rank(jenis, kasus.hasil) or 0)
        return 1 - (better > 0) + (better < 0)
    sign = -1 if kasus.indikator.arah == "turun" else 1
    better_by = sign * kasus.selisih
    return 1 - (better_by > 0) + (better_by < 0)


def _t(kasus: Kasus) -> Decimal:
    assert kasus.target.nilai is not None
    return kasus.target.nilai


def _r(kasus: Kasus) -> Decimal:
    assert isinstance(kasus.hasil, Decimal)
    return kasus.hasil


def _positive(kasus: Kasus, arah: str) -> bool:
    return (
        kasus.indikator.arah == arah and kasus.target.nilai is not None and kasus.target.nilai > 0
    )


QUARTERS = ("I", "II", "III", "IV")

_ANY = "apa pun, juga kosong"

ATURAN: tuple[Aturan, ...] = (
    Aturan(
        "tidak-berlaku",
        target="tahun sebelum indikatornya ada, atau sejak ia dicabut dengan keputusan",
        realisasi=_ANY,
        rumus="",
        putusan=(("", "tidak_ditargetkan"),),
        berlaku=lambda kasus: not kasus.berlaku,
    ),
    Aturan(
        "strip",
        target='"-"',
        realisasi=_ANY,
        rumus="",
        putusan=(("", "tidak_ditargetkan"),),
        berlaku=lambda kasus: kasus.target.rupa == "strip",
    ),
    Aturan(
        "kosong",
        target="sel kosong",
        realisasi=_ANY,
        rumus="",
        putusan=(("", "tidak_tercantum"),),
        berlaku=lambda kasus: kasus.target.rupa == "kosong",
    ),
    Aturan(
        "nol-tidak-ditargetkan",
        target="nol, bila makin tinggi makin baik atau jumlahnya ditentukan",
        realisasi=_ANY,
        rumus="",
        putusan=(("", "tidak_ditargetkan"),),
        berlaku=lambda kasus: kasus.target.nol and kasus.indikator.arah != "turun",
    ),
    Aturan(
        "tidak-sejenis",
        target="tidak dapat dibandingkan dengan yang diukur",
        realisasi=_ANY,
        rumus="",
        putusan=(("", "tidak_dapat_dihitung"),),
        berlaku=lambda kasus: kasus.indikator.tidak_dapat_dihitung is not None,
    ),
    Aturan(
        "ditarik",
        target="apa pun yang lain",
        realisasi="ditarik kantor",
        rumus="",
        putusan=(("", "ditarik"),),
        berlaku=lambda kasus: kasus.ditarik,
    ),
    Aturan(
        "belum-dilaporkan",
        target="apa pun yang lain",
        realisasi="kosong",
        rumus="",
        putusan=(("", "belum_dilaporkan"),),
        berlaku=lambda kasus: (
            kasus.hasil is None and kasus.triwulan is None and not kasus.tanpa_kejadian
        ),
    ),
    Aturan(
        "tidak-ada-kejadian",
        target="persentase",
        realisasi="tidak ada yang dapat dihitung tahun itu",
        rumus="",
        putusan=(("", "tidak_ada_kejadian"),),
        berlaku=lambda kasus: kasus.tanpa_kejadian,
    ),
    Aturan(
        "berjalan",
        target="apa pun yang lain",
        realisasi="baru nilai triwulan",
        rumus="",
        putusan=(("", "berjalan"),),
        berlaku=lambda kasus: kasus.hasil is None,
    ),
    Aturan(
        "nilai-tidak-sejenis",
        target="bilangan atau peringkat",
        realisasi="nilai yang tidak sejenis dengan target",
        rumus="",
        putusan=(("", "tidak_dapat_dihitung"),),
        berlaku=lambda kasus: not _comparable(kasus),
    ),
    Aturan(
        "peringkat",
        target="predikat atau opini",
        realisasi="peringkat R pada skala yang sama",
        rumus="",
        putusan=(
            ("R di atas T", "melampaui"),
            ("R setingkat dengan T", "tercapai"),
            ("R di bawah T", "tidak_tercapai"),
        ),
        berlaku=lambda kasus: kasus.target.rupa == "peringkat",
        pilih=_side,
    ),
    Aturan(
        "nol-sejati",
        target="nol, bila makin rendah makin baik",
        realisasi="bilangan R",
        rumus="",
        putusan=(("R = 0", "tercapai"), ("R bukan 0", "tidak_tercapai")),
        berlaku=lambda kasus: kasus.target.nol,
        pilih=lambda kasus: int(kasus.hasil != 0),
    ),
    Aturan(
        "naik",
        target="bilangan T di atas nol, makin tinggi makin baik",
        realisasi="bilangan R",
        rumus="R ÷ T × 100",
        putusan=(
            ("R > T", "melampaui"),
            ("R = T", "tercapai"),
            ("R < T", "tidak_tercapai"),
        ),
        berlaku=lambda kasus: _positive(kasus, "naik"),
        pilih=_side,
        hitung=lambda kasus: _r(kasus) * 100 / _t(kasus),
    ),
    Aturan(
        "turun",
        target="bilangan T di atas nol, makin rendah makin baik",
        realisasi="bilangan R",
        rumus="(2 × T − R) ÷ T × 100, paling kecil 0",
        putusan=(
            ("R < T", "melampaui"),
            ("R = T", "tercapai"),
            ("R > T", "tidak_tercapai"),
        ),
        berlaku=lambda kasus: _positive(kasus, "turun"),
        pilih=_side,
        hitung=lambda kasus: max(Decimal(0), (2 * _t(kasus) - _r(kasus)) * 100 / _t(kasus)),
    ),
    Aturan(
        "tetap",
        target="bilangan T di atas nol, sebanyak yang ditentukan",
        realisasi="bilangan R",
        rumus="R ÷ T × 100",
        putusan=(("R > T", "melebihi_jumlah"), ("R = T", "tercapai"), ("R < T", "tidak_tercapai")),
        berlaku=lambda kasus: _positive(kasus, "tetap"),
        pilih=_side,
        hitung=lambda kasus: _r(kasus) * 100 / _t(kasus),
    ),
    Aturan(
        "di-bawah-nol",
        target="bilangan T di bawah nol",
        realisasi="bilangan R",
        rumus="",
        putusan=(
            ("R lebih baik daripada T", "melampaui"),
            ("R = T", "tercapai"),
            ("R kurang baik daripada T", "tidak_tercapai"),
            ("R > T, bila jumlahnya ditentukan", "melebihi_jumlah"),
        ),
        berlaku=lambda _: True,
        pilih=lambda kasus: (
            3 if kasus.indikator.arah == "tetap" and kasus.selisih > 0 else _side(kasus)
        ),
    ),
)
"""Every rule, in the order in which they are asked; the last takes whatever is left."""
