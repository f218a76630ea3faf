"""The plan as a whole: its parts in the decree's order, and how they hang together by id."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, TypeVar, cast

from renstra.model.ambang import Ambang
from renstra.model.anggaran import (
    AnggaranProgram,
    BarisAnggaran,
    KegiatanAnggaran,
    ProgramAnggaran,
    TabelAnggaranKegiatan,
    TabelAnggaranProgram,
)
from renstra.model.base import Entry
from renstra.model.catatan import DaftarCatatan
from renstra.model.indikator import Indikator
from renstra.model.istilah import Istilah
from renstra.model.kebijakan import ArahKebijakan, KerangkaRegulasi
from renstra.model.kegiatan import Kegiatan, Program, Sasaran, TabelTarget
from renstra.model.kelembagaan import KerangkaKelembagaan, Organisasi
from renstra.model.naskah import (
    Bagian,
    Butir,
    Naskah,
    Paragraf,
    Subjudul,
    TempatTabel,
    words,
)
from renstra.model.pencocokan import DaftarPencocokan
from renstra.model.perubahan import AWAL, Perubahan
from renstra.model.realisasi import Realisasi
from renstra.model.rencana import Rencana, Satuan
from renstra.model.revisi import DaftarRevisi
from renstra.model.swot import Sintesa, Swot
from renstra.model.tautan import DaftarTautan
from renstra.model.tujuan import ArahTujuan

T = TypeVar("T")

Chain = tuple[Entry, ...]
"""An entry and all that it stands in, from the whole file inwards; the entry itself comes last."""


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


_NO_ROOTS = frozenset({"kegiatan", "perubahan", "mulai", "versi"})
"""A kegiatan is reached from its programme; what a later decree says stands in its place."""


@dataclass(frozen=True)
class Plan:
    """A strategic plan, whole and consistent: every reference in it resolves."""

    rencana: Rencana
    satuan: Mapping[str, Satuan]
    naskah: Sequence[Naskah]
    organisasi: Organisasi
    swot: Swot
    sintesa: Sintesa
    tujuan: ArahTujuan
    kebijakan: ArahKebijakan
    regulasi: KerangkaRegulasi
    kelembagaan: KerangkaKelembagaan
    istilah: Istilah
    ambang: Ambang
    tabel_target: TabelTarget
    kegiatan: Mapping[str, Kegiatan]
    anggaran_program: TabelAnggaranProgram
    anggaran_kegiatan: TabelAnggaranKegiatan
    catatan: DaftarCatatan
    tautan: DaftarTautan
    revisi: DaftarRevisi
    pencocokan: DaftarPencocokan
    realisasi: Mapping[int, Realisasi]
    """Year to what the office reports for it; a year without a file has no entry."""

    perubahan: Sequence[Perubahan] = ()
    """The later decrees that changed it, in their order."""

    mulai: Mapping[str, int] = field(default_factory=dict)
    """Id of what a later decree added to its first year."""

    versi: Mapping[str, Plan] = field(default_factory=dict)
    """The plan as it stood before the last of them, by the id of the decree that left it so;
    ``awal`` as first decided. Without reports, notes and links, which are about today's plan."""

    @cached_property
    def _made(self) -> dict[tuple[Hashable, ...], Any]:
        return {}

    def once(self, make: Callable[..., T], *what: Hashable) -> T:
        """What `make` makes of the plan and of `what`, made when it is first asked for.

        It belongs to everyone who asks, so that nobody may change it.
        """
        key = (make, *what)
        if key not in self._made:
            self._made[key] = make(self, *what)
        return cast(T, self._made[key])

    def as_of(self, kode: str) -> Plan:
        """The plan as a decree left it, by its id; ``awal`` as first decided.

        Raises KeyError where no decree of that id changed the plan.
        """
        newest = self.perubahan[-1].id if self.perubahan else AWAL
        return self if kode == newest else self.versi[kode]

    @property
    def versions(self) -> Sequence[Plan]:
        """The plan as first decided, as each decree left it, and as it is now."""
        return [*self.versi.values(), self]

    def at_end_of(self, tahun: int) -> Plan:
        """The plan in force on 31 December of a year, by which that year is judged."""
        kode = AWAL
        for change in self.perubahan:
            if change.sejak.year <= tahun:
                kode = change.id
        return self.as_of(kode)

    def in_force(self, kode: str, tahun: int) -> bool:
        """Whether a thing is part of the plan in a year, with all that it stands in.

        Raises KeyError where there is nothing of that id.
        """
        if not self.perubahan:
            return True
        gone = (getattr(entry, "dicabut", None) for entry in self.things[kode])
        ended = any(item and item.mulai is not None and tahun >= item.mulai for item in gone)
        return self.begun(kode, tahun) and not ended

    def begun(self, kode: str, tahun: int) -> bool:
        """Whether a thing, and all that it stands in, has come into the plan by a year."""
        names = (getattr(entry, "id", "") for entry in self.things[kode])
        return all(tahun >= self.mulai.get(name, tahun) for name in names)

    @property
    def tahun(self) -> list[int]:
        """The years of the plan."""
        return self.rencana.tahun

    @cached_property
    def roots(self) -> Sequence[Entry]:
        """What the files hold, in the decree's order."""
        parts = [getattr(self, part.name) for part in fields(self) if part.name not in _NO_ROOTS]
        return [
            entry
            for part in parts
            for entry in (part.values() if isinstance(part, Mapping) else _each(part))
        ]

    def entries(self) -> Iterator[Chain]:
        """Every entry of the plan and of its reports, in the order of its files."""
        for root in self.roots:
            yield from self._inside((root,))

    def _inside(self, chain: Chain) -> Iterator[Chain]:
        yield chain
        for _, value in chain[-1]:
            for item in _each(value):
                if isinstance(item, Entry):
                    yield from self._inside((*chain, item))
        if isinstance(chain[-1], Program):
            for kegiatan in self.kegiatan_of(chain[-1]):
                yield from self._inside((*chain, kegiatan))

    @cached_property
    def things(self) -> Mapping[str, Chain]:
        """Id to the thing of that id, whatever it is, in the order of the files."""
        return {chain[-1].id: chain for chain in self.entries() if hasattr(chain[-1], "id")}

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
    def bagian(self) -> Mapping[str, tuple[Naskah, Bagian]]:
        """Id of a part of the prose to its chapter and itself, in the decree's order."""
        return {part.id: (chapter, part) for chapter in self.naskah for part in chapter.isi}

    def chapter_of(self, kode: str) -> Naskah | None:
        """The chapter in which a thing or a part is printed; None where none places it."""
        names: Iterator[str] = (
            str(getattr(entry, "naskah", None) or getattr(entry, "id", ""))
            for entry in reversed(self.things.get(kode, ()))
        )
        return next((self._placed[name] for name in names if name in self._placed), None)

    @cached_property
    def _placed(self) -> Mapping[str, Naskah]:
        """Id of each chapter, of its parts and of the tables that it places to the chapter."""
        whole = {chapter.id: chapter for chapter in self.naskah}
        parts = {name: chapter for name, (chapter, _) in self.bagian.items()}
        tables = {
            part.tabel: chapter
            for chapter, part in self.bagian.values()
            if isinstance(part, TempatTabel)
        }
        return {**whole, **parts, **tables}

    def words(self, kode: str) -> str:
        """The words of a part of the prose, by its id."""
        return words(self.bagian[kode][1])

    def citation(self, kode: str) -> str:
        """Where a part of the prose stands, as one would cite it: chapter, section, labels."""
        chapter, part = self.bagian[kode]
        sections: dict[int, str] = {}
        labels: dict[int, str] = {}
        for item in chapter.isi:
            if isinstance(item, Subjudul):
                sections = {depth: text for depth, text in sections.items() if depth < item.tingkat}
                sections[item.tingkat] = item.label or item.teks.rstrip(" :")
                labels = {}
            elif isinstance(item, Butir):
                labels = {depth: text for depth, text in labels.items() if depth < item.tingkat}
                labels[item.tingkat] = item.label
            elif not (isinstance(item, Paragraf) and item.tingkat):
                labels = {}
            if item is part:
                break
        places = (_joined(sections.values()), _joined(labels.values()))
        return ", ".join(name for name in (chapter.nomor or chapter.judul, *places) if name)

    @cached_property
    def tabel(self) -> Mapping[str, str]:
        """Table id to its number as printed, in the decree's order."""
        tables = [
            self.organisasi.tabel,
            *self.swot.tabel,
            *self.swot.matriks,
            self.sintesa.tabel,
            self.tujuan.tabel,
            self.tabel_target,
            self.anggaran_program,
            self.anggaran_kegiatan,
        ]
        return {table.id: table.nomor for table in tables if table}

    @cached_property
    def pendanaan(self) -> Sequence[Pendanaan]:
        """The lines of the kegiatan funding table, in the decree's order."""
        return [
            Pendanaan(program, kegiatan, baris)
            for program in self.anggaran_kegiatan.program
            for kegiatan in program.kegiatan
            for baris in kegiatan.baris
        ]

    @cached_property
    def didanai(self) -> Mapping[str, Sequence[Pendanaan]]:
        """Id of an objective, a numbered group or a line of that table to its lines."""
        found: dict[str, list[Pendanaan]] = {}
        for line in self.pendanaan:
            for kode in filter(None, (line.baris.sasaran, line.kegiatan.id, line.baris.id)):
                found.setdefault(kode, []).append(line)
        return found

    def pendanaan_of(self, sasaran: Sasaran) -> Sequence[Pendanaan]:
        """The funding lines of an objective; the two tables are joined by its id alone."""
        return self.didanai.get(sasaran.id, ())

    @cached_property
    def alokasi(self) -> Mapping[str, AnggaranProgram]:
        """Programme id to the row of the programme funding table."""
        return {row.program: row for row in self.anggaran_program.baris}


def _each(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else (value,)


def _joined(labels: Iterable[str]) -> str:
    """Labels one inside the other; a dash is no name of a place."""
    bare = (label.rstrip(".") for label in labels)
    return ".".join(label for label in bare if label.strip("-–"))
