"""Figures that are possible and yet look wrong: each is asked about, with its likely meaning.

A question is a warning while the figure is provisional. It keeps a figure from being final until
the entry confirms it (`penegasan`). How far is too far stands in `ambang.yml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from renstra.dialect.document import Keys
from renstra.dialect.problem import Problem
from renstra.model.ambang import Ambang
from renstra.model.indikator import Indikator
from renstra.model.isian import Sumber
from renstra.model.laporan import Laporan, RealisasiAnggaran, RealisasiIndikator
from renstra.model.realisasi import entries_of
from renstra.plan.funding import RUPIAH, planned
from renstra.plan.plan import Plan


@dataclass(frozen=True)
class Kasus:
    """A report with what it is held against."""

    plan: Plan
    tahun: int
    laporan: Laporan
    sebelumnya: Laporan | None
    """The report on the same thing for the year before."""

    @property
    def indikator(self) -> Indikator:
        """The indicator that is reported on, as the plan has it by which the year is judged."""
        then = self.plan.at_end_of(self.tahun).kedudukan
        return then[self.laporan.kode].indikator

    @property
    def ambang(self) -> Ambang:
        """The bounds that the office set."""
        return self.plan.ambang


Jawaban = Iterator[tuple[Keys, str]]
"""Where a figure stands in its entry, and what is asked about it."""


@dataclass(frozen=True)
class Pertanyaan:
    """A question: its name, what is taken for granted unless confirmed, and how it is asked."""

    nama: str
    pernyataan: str
    """What is taken for granted, for readers; a bound stands in braces by its name."""

    tanyakan: Callable[[Kasus], Jawaban]

    def said(self, ambang: Ambang) -> str:
        """The statement with the office's own bounds."""
        bounds = {name: _plain(value).replace(".", ",") for name, value in ambang}
        return self.pernyataan.format(**bounds)


def questions(plan: Plan, tahun: int) -> Iterator[tuple[Laporan, Problem]]:
    """Every question about a year's reports that is not answered, an error where it is final."""
    report = plan.realisasi[tahun]
    before = entries_of(plan.realisasi.get(tahun - 1))
    for kode, entry in entries_of(report).items():
        if entry.penegasan is None:
            kasus = Kasus(plan, tahun, entry, before.get(kode))
            for question in PERTANYAAN:
                for keys, asked in question.tanyakan(kasus):
                    yield entry, entry.problem(f"{asked}{CONFIRM}", *keys)


CONFIRM = "; perbaiki, atau bila memang benar, terangkan di penegasan"


def _plain(value: Decimal | int) -> str:
    """A number as it is typed in the data."""
    return f"{Decimal(value).normalize():f}"


def _numbers(entry: RealisasiIndikator) -> Iterator[tuple[Keys, Decimal]]:
    """The numbers of a report as they were typed, quarters first."""
    for quarter, value in (entry.triwulan or {}).items():
        if isinstance(value, Decimal):
            yield ("triwulan", quarter), value
    if isinstance(entry.nilai, Decimal):
        yield ("nilai",), entry.nilai


def _fraction(kasus: Kasus) -> Jawaban:
    entry, bound = kasus.laporan, kasus.ambang.pecahan_paling_tinggi
    if not isinstance(entry, RealisasiIndikator):
        return
    indikator = kasus.indikator
    target = indikator.target_of(kasus.tahun).nilai
    if indikator.satuan != "persen" or (target and target <= bound):
        return
    for keys, value in _numbers(entry):
        if 0 < value <= bound:
            yield keys, f"ditemukan {_plain(value)} persen; apakah maksudnya {_plain(value * 100)}?"


def _jump(kasus: Kasus) -> Jawaban:
    entry, before = kasus.laporan, kasus.sebelumnya
    if not (isinstance(entry, RealisasiIndikator) and isinstance(before, RealisasiIndikator)):
        return
    now, then = entry.hasil, before.hasil
    if not (isinstance(now, Decimal) and isinstance(then, Decimal)) or now * then <= 0:
        return
    times = max(now / then, then / now)
    if times >= kasus.ambang.lompatan:
        key = "nilai" if entry.nilai is not None else "pembilang"
        yield (
            (key,),
            f"ditemukan {_plain(round(now, 6))}, padahal tahun sebelumnya "
            f"{_plain(round(then, 6))}; apakah komanya atau angkanya tepat?",
        )


def _falling(kasus: Kasus) -> Jawaban:
    """Quarters count from the start of the year, so that what is counted cannot fall."""
    entry = kasus.laporan
    values: list[tuple[Keys, Decimal]]
    if isinstance(entry, RealisasiAnggaran):
        values = [(keys, Decimal(amount)) for keys, amount in _amounts(entry)]
    else:
        indikator = kasus.indikator
        if indikator.satuan in RATES or indikator.jenis != "angka":
            return
        values = list(_numbers(entry))
    for (_, before), (keys, value) in pairwise(values):
        if value < before:
            yield (
                keys,
                f"ditemukan {_plain(value)}, kurang dari {_plain(before)} pada triwulan "
                "sebelumnya; apakah sudah dihitung sejak awal tahun?",
            )


RATES = ("persen", "indeks")
"""Units of shares and scores, which may fall from one quarter to the next."""


def _amounts(entry: RealisasiAnggaran) -> Iterator[tuple[Keys, int]]:
    """What is spent so far and in the year, each by its key."""
    for quarter, amount in (entry.triwulan or {}).items():
        if amount is not None:
            yield ("triwulan", quarter), amount
    if entry.realisasi is not None:
        yield ("realisasi",), entry.realisasi


def _thousands(kasus: Kasus) -> Jawaban:
    entry, bound = kasus.laporan, kasus.ambang.pagu_paling_rendah
    if not isinstance(entry, RealisasiAnggaran) or not entry.pagu:
        return
    thousands = planned(kasus.plan, entry.kode, kasus.tahun)
    if thousands and entry.pagu < thousands * RUPIAH * bound / 100:
        yield (
            ("pagu",),
            f"ditemukan {entry.pagu}, padahal alokasi rencana {thousands} ribu rupiah; apakah "
            f"maksudnya {entry.pagu * RUPIAH}? Tulis dalam rupiah penuh, bukan ribuan",
        )


def _spending(kasus: Kasus) -> Jawaban:
    entry, ambang = kasus.laporan, kasus.ambang
    if not isinstance(entry, RealisasiAnggaran) or not entry.pagu:
        return
    for keys, amount in _amounts(entry):
        share = Decimal(amount) * 100 / entry.pagu
        said = f"ditemukan {amount}, yaitu {_plain(round(share, 4))} persen pagu {entry.pagu}"
        if share > ambang.serapan_paling_tinggi:
            yield keys, f"{said}; apakah keduanya dalam rupiah penuh?"
        elif keys == ("realisasi",) and share < ambang.serapan_paling_rendah:
            meant = f"maksudnya {amount * RUPIAH}" if amount else "memang tidak ada belanja"
            yield keys, f"{said}; apakah {meant}?"


def _beyond(kasus: Kasus) -> Jawaban:
    """A programme's activities together have and spend no more than the programme."""
    entry, plan = kasus.laporan, kasus.plan
    if not isinstance(entry, RealisasiAnggaran) or entry.kode not in plan.alokasi:
        return
    program = next(p for p in plan.anggaran_kegiatan.program if p.program == entry.kode)
    codes = {kegiatan.id for kegiatan in program.kegiatan}
    parts = [one for one in plan.realisasi[kasus.tahun].kegiatan if one.kode in codes]
    for key in ("pagu", "realisasi"):
        whole = getattr(entry, key)
        together = sum(getattr(part, key) or 0 for part in parts)
        if whole is not None and together > whole:
            yield (
                (key,),
                f"ditemukan {whole}, kurang dari jumlah kegiatannya {together}; apakah semuanya "
                "dalam rupiah penuh dan tidak dihitung ganda?",
            )


def _source_before(kasus: Kasus) -> Jawaban:
    day = (kasus.laporan.sumber or Sumber()).tanggal
    if day is not None and day.year < kasus.tahun:
        yield (
            ("sumber", "tanggal"),
            f"ditemukan {day}, sebelum tahun {kasus.tahun} dimulai; apakah tahunnya tepat?",
        )


PERTANYAAN: tuple[Pertanyaan, ...] = (
    Pertanyaan(
        "pecahan",
        "Persentase ditulis dalam persen: 87,5, bukan 0,875. Yang tidak lebih dari "
        "{pecahan_paling_tinggi} ditanyakan, kecuali targetnya juga sekecil itu.",
        _fraction,
    ),
    Pertanyaan(
        "lompatan",
        "Nilai setahun tidak naik atau turun {lompatan} kali lipat atau lebih dari tahun "
        "sebelumnya.",
        _jump,
    ),
    Pertanyaan(
        "triwulan-turun",
        "Yang dihitung sejak awal tahun tidak berkurang dari satu triwulan ke triwulan berikutnya.",
        _falling,
    ),
    Pertanyaan(
        "satuan-uang",
        "Uang ditulis dalam rupiah penuh: pagu tidak kurang dari {pagu_paling_rendah} persen "
        "alokasi rencana.",
        _thousands,
    ),
    Pertanyaan(
        "serapan",
        "Realisasi anggaran tidak lebih dari {serapan_paling_tinggi} persen dan tidak kurang dari "
        "{serapan_paling_rendah} persen pagunya.",
        _spending,
    ),
    Pertanyaan(
        "melebihi-program",
        "Pagu dan realisasi kegiatan bersama-sama tidak melebihi programnya.",
        _beyond,
    ),
    Pertanyaan(
        "sumber-sebelum-tahunnya",
        "Dokumen sumber tidak bertanggal sebelum tahun yang dilaporkan dimulai.",
        _source_before,
    ),
)
"""Every question, in the order in which the site explains them."""
