"""The plan as a whole: its parts in the decree's order, and how they hang together by id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from renstra.model.anggaran import (
    BarisAnggaran,
    KegiatanAnggaran,
    ProgramAnggaran,
    TabelAnggaranKegiatan,
    TabelAnggaranProgram,
)
from renstra.model.indikator import Indikator
from renstra.model.kegiatan import Kegiatan, Program, Sasaran, TabelTarget
from renstra.model.naskah import Naskah
from renstra.model.rencana import Rencana, Satuan


@dataclass(frozen=True)
class Kedudukan:
    """Where an indicator stands in the plan."""

    program: Program
    kegiatan: Kegiatan
    sasaran: Sasaran
    indikator: Indikator
    baris: int
    """Its row in the target table, counted from 1 over the whole table."""


@dataclass(frozen=True)
class Pendanaan:
    """A line of the kegiatan funding table with the group and programme it stands in."""

    program: ProgramAnggaran
    kegiatan: KegiatanAnggaran
    baris: BarisAnggaran


@dataclass(frozen=True)
class Plan:
    """A strategic plan, whole and consistent: every reference in it resolves."""

    rencana: Rencana
    satuan: Mapping[str, Satuan]
    tabel_target: TabelTarget
    kegiatan: Mapping[str, Kegiatan]
    anggaran_program: TabelAnggaranProgram
    anggaran_kegiatan: TabelAnggaranKegiatan
    naskah: Sequence[Naskah]

    @property
    def tahun(self) -> list[int]:
        """The years of the plan."""
        return self.rencana.tahun

    @property
    def program(self) -> list[Program]:
        """The programmes, in the decree's order."""
        return self.tabel_target.program

    def kegiatan_of(self, program: Program) -> list[Kegiatan]:
        """The activities of a programme, in the decree's order."""
        return [self.kegiatan[kode] for kode in program.kegiatan]

    @cached_property
    def kedudukan(self) -> Mapping[str, Kedudukan]:
        """Indicator id to its place in the plan, in the order of the target table."""
        rows = (
            (program, kegiatan, sasaran, indikator)
            for program in self.program
            for kegiatan in self.kegiatan_of(program)
            for sasaran in kegiatan.sasaran
            for indikator in sasaran.indikator
        )
        return {row[3].id: Kedudukan(*row, baris) for baris, row in enumerate(rows, 1)}

    @cached_property
    def pendanaan(self) -> Sequence[Pendanaan]:
        """The lines of the kegiatan funding table, in the decree's order."""
        return [
            Pendanaan(program, kegiatan, baris)
            for program in self.anggaran_kegiatan.program
            for kegiatan in program.kegiatan
            for baris in kegiatan.baris
        ]

    def pendanaan_of(self, sasaran: Sasaran) -> list[Pendanaan]:
        """The funding lines of an objective; the two tables are joined by its id alone."""
        return [line for line in self.pendanaan if line.baris.sasaran == sasaran.id]
