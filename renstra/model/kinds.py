"""The one table of kinds of things: what each is called, where it stands, what it takes part in.

Comparison, thread, links, search, withdrawals, addresses and references take theirs from here. What
an id looks like, and whether a thing of a kind can be withdrawn, its model says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from renstra.model import (
    anggaran,
    catatan,
    indikator,
    istilah,
    kebijakan,
    kegiatan,
    kelembagaan,
    laporan,
    naskah,
    perubahan,
    realisasi,
    rencana,
    revisi,
    swot,
    tautan,
    tujuan,
)
from renstra.model.base import Entry


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of thing."""

    noun: str
    """What changes and errors call a thing of it."""

    models: tuple[type[Entry], ...]

    name: str = ""
    """What the thread calls it, where that is another word."""

    label: str = ""
    """Its name for readers, where that is more than its noun."""

    group: str = ""
    """What it is called together with kinds that are referred to in the same way."""

    page: str = ""
    """The address of the page on which things of it stand, from the root of the site; empty where
    each stands on the page of what it is a part of."""

    own_page: bool = False
    """Whether each has a page of its own below that address."""

    anchored: bool = True
    """Whether its place on the page can be linked to; not in charts and heads."""

    thread: int = 0
    """Its place in the thread's order; 0 where the thread does not pass through it."""

    leads_to: tuple[str, ...] = ()
    """The kinds that a link of `tautan.yml` may lead to from it."""

    search: float = 0
    """How much its entry in the search weighs; 0 where it has none of its own."""

    def __str__(self) -> str:
        return self.name or self.noun

    @property
    def referred(self) -> str:
        """What references to it are held against."""
        return self.group or self.noun

    @cached_property
    def title(self) -> str:
        """What readers see it called, such as ``Faktor SWOT``."""
        return self.label or str(self).capitalize()

    @cached_property
    def withdrawable(self) -> bool:
        """Whether its entries can say that they are withdrawn."""
        return any("dicabut" in model.model_fields for model in self.models)

    def names(self, kode: str) -> bool:
        """Whether an id tells by its prefix that it is of this kind."""
        patterns = (pattern for model in self.models for pattern in id_patterns(model))
        return any(re.match(r"\^[a-z]+-", text) and re.search(text, kode) for text in patterns)


_NASKAH = "bagian naskah"
_KEBIJAKAN, _KELEMBAGAAN, _STRATEGI = "kebijakan/", "kelembagaan/", "strategi/"

KINDS: tuple[Kind, ...] = (
    Kind("rencana", (rencana.Rencana,)),
    Kind("keputusan", (revisi.Revisi, perubahan.Perubahan), page="perubahan/"),
    Kind("program", (kegiatan.Program,), page="program/", own_page=True, thread=14),
    Kind("kegiatan", (kegiatan.Kegiatan,), page="kegiatan/", own_page=True, thread=15),
    Kind("sasaran", (kegiatan.Sasaran,), thread=16, search=1.2),
    Kind("indikator", (indikator.Indikator,), page="indikator/", own_page=True, thread=17),
    Kind("pendanaan program", (anggaran.AnggaranProgram,)),
    Kind("program anggaran", (anggaran.ProgramAnggaran,)),
    Kind("kegiatan anggaran", (anggaran.KegiatanAnggaran,), page="anggaran/kegiatan/"),
    Kind("baris anggaran", (anggaran.BarisAnggaran,), page="anggaran/kegiatan/", thread=18),
    Kind("laporan", (realisasi.Realisasi,)),
    Kind("realisasi", (laporan.RealisasiIndikator, laporan.RealisasiAnggaran)),
    Kind("faktor", (swot.Faktor,), label="Faktor SWOT", page="swot/", thread=1, search=1.5),
    Kind("faktor tercetak", (swot.FaktorTercetak,)),
    Kind(
        "strategi",
        (swot.Strategi,),
        page=_STRATEGI,
        thread=3,
        leads_to=("butir sintesa", "arah kebijakan"),
        search=1.5,
    ),
    Kind("butir tabel", (swot.ButirTabel,)),
    Kind(
        "sintesa",
        (swot.KelompokSintesa,),
        page=_STRATEGI,
        thread=5,
        leads_to=("strategi utama",),
        search=0.8,
    ),
    Kind(
        "butir sintesa",
        (swot.ButirSintesa,),
        page=_STRATEGI,
        thread=4,
        leads_to=("arah kebijakan",),
        search=0.8,
    ),
    Kind("strategi utama", (swot.StrategiUtama,), page=_STRATEGI, thread=6, search=1.5),
    Kind("visi", (tujuan.ArahTujuan,)),
    Kind("kata visi", (tujuan.KataVisi,), page=_KEBIJAKAN),
    Kind("misi", (tujuan.Misi,), page=_KEBIJAKAN),
    Kind("garis besar", (tujuan.GarisBesar,), page=_KEBIJAKAN),
    Kind("tujuan", (tujuan.Tujuan,), page=_KEBIJAKAN, thread=7),
    Kind("baris tujuan", (tujuan.BarisTujuan,)),
    Kind(
        "sasaran strategis",
        (tujuan.SasaranStrategis,),
        page=_KEBIJAKAN,
        thread=8,
        leads_to=("sasaran", "indikator"),
    ),
    Kind("isu strategis", (kebijakan.Isu,), page=_KEBIJAKAN),
    Kind("arah kebijakan nasional", (kebijakan.ArahNasional,), page=_KEBIJAKAN),
    Kind("butir arah kebijakan nasional", (kebijakan.ButirArahNasional,), page=_KEBIJAKAN),
    Kind(
        "kegiatan prioritas",
        (kebijakan.KegiatanPrioritas,),
        label="Kegiatan prioritas nasional",
        page=_KEBIJAKAN,
        thread=12,
    ),
    Kind(
        "proyek prioritas",
        (kebijakan.Proyek,),
        label="Proyek prioritas nasional",
        page=_KEBIJAKAN,
        thread=13,
        leads_to=("sasaran",),
        search=0.8,
    ),
    Kind("arah program", (kebijakan.ArahProgram,)),
    Kind(
        "arah kebijakan",
        (kebijakan.Kebijakan,),
        page=_KEBIJAKAN,
        thread=9,
        leads_to=("kegiatan", "sasaran", "indikator", "kelompok regulasi", "regulasi"),
        search=1,
    ),
    Kind(
        "kelompok regulasi", (kebijakan.KelompokRegulasi,), page="regulasi/", thread=10, search=1.5
    ),
    Kind("regulasi", (kebijakan.Regulasi,), page="regulasi/", thread=11, search=1.5),
    Kind("upaya", (kelembagaan.Upaya,), page=_KELEMBAGAAN),
    Kind("jenis lembaga", (kelembagaan.Lembaga,), page=_KELEMBAGAAN),
    Kind("bidang mitra", (kelembagaan.Bidang,), page=_KELEMBAGAAN, anchored=False),
    Kind("mitra", (kelembagaan.Mitra,), page=_KELEMBAGAAN),
    Kind("anggota", (kelembagaan.Anggota,), page=_KELEMBAGAAN),
    Kind("divisi", (kelembagaan.Divisi,), page=_KELEMBAGAAN, anchored=False),
    Kind("subbagian", (kelembagaan.Subbagian,), page=_KELEMBAGAAN, anchored=False),
    Kind("definisi", (istilah.Definisi,), page="istilah/", search=1.2),
    Kind("singkatan", (istilah.Singkatan,), page="istilah/", search=2),
    Kind("arti istilah", (istilah.Arti,), page="istilah/", search=1.5),
    Kind("sinonim", (istilah.Sinonim,)),
    Kind("satuan", (rencana.Satuan,)),
    Kind("bab", (naskah.Naskah,), page="rencana/", own_page=True),
    Kind("subjudul", (naskah.Subjudul,), group=_NASKAH),
    Kind("paragraf", (naskah.Paragraf,), group=_NASKAH),
    Kind("butir", (naskah.Butir,), group=_NASKAH),
    Kind("blok", (naskah.Blok,), group=_NASKAH),
    Kind("bagan", (naskah.Bagan,), group=_NASKAH),
    Kind("tempat tabel", (naskah.TempatTabel,), group=_NASKAH),
    # Changes call a matrix a table, as its id does; the thread has no other tables.
    Kind("tabel", (swot.Matriks,), name="matriks", label="Matriks SWOT", page="swot/", thread=2),
    Kind(
        "tabel",
        (
            *(kegiatan.TabelTarget, anggaran.TabelAnggaranProgram, anggaran.TabelAnggaranKegiatan),
            *(swot.TabelKolom, swot.TabelSintesa, tujuan.TabelTujuan, kelembagaan.TabelAnggota),
        ),
    ),
    Kind("catatan", (catatan.CatatanUji, catatan.CatatanBaca), page="catatan/", search=0.4),
    Kind("tautan", (tautan.Tautan,)),
)
"""The kinds in the order in which changes are told."""


@cache
def id_patterns(model: type[Entry]) -> tuple[str, ...]:
    """What an id of a model is held against; nothing where its entries have none."""
    info = model.model_fields.get("id")
    found = (getattr(part, "pattern", None) for part in (info.metadata if info else ()))
    return tuple(pattern for pattern in found if pattern)


@cache
def kind_of(model: type[Entry]) -> Kind | None:
    """The kind of thing that an entry of a model is; None where it is only a part of one."""
    return next((kind for kind in KINDS if model in kind.models), None)


@cache
def kind_of_id(kode: str) -> Kind | None:
    """The kind that an id tells by its prefix; None where it tells none."""
    return next((kind for kind in KINDS if kind.names(kode)), None)


@cache
def rank(noun: str) -> int:
    """The place of a noun among the others, in the order of the table; behind all where unknown."""
    named = (n for n, kind in enumerate(KINDS) if noun in (kind.noun, kind.group))
    return next(named, len(KINDS))


@cache
def withdrawable(noun: str) -> bool:
    """Whether things that are called so can say in their own entry that they are withdrawn."""
    return any(kind.withdrawable for kind in KINDS if kind.noun == noun)


def threaded() -> list[Kind]:
    """The kinds that the thread passes through, in its order."""
    return sorted((kind for kind in KINDS if kind.thread), key=lambda kind: kind.thread)


def ends() -> Mapping[str, tuple[str, ...]]:
    """What may stand at an end of a link, to what a link may lead to from there."""
    return {kind.referred: kind.leads_to for kind in threaded()}
