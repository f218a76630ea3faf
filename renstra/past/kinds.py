"""What the things of the data are called, and which model a file or a list of it is held against.

The models only give names here. A revision that today's model refuses has things all the same: they
are known by their ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from renstra.model import (
    anggaran,
    catatan,
    indikator,
    istilah,
    kebijakan,
    kegiatan,
    kelembagaan,
    naskah,
    realisasi,
    rencana,
    revisi,
    swot,
    tautan,
    tujuan,
)
from renstra.model.base import Entry
from renstra.reading.fields import fitting, models_in
from renstra.reading.files import FAMILIES, OPTIONAL, SINGLE, family

NOUNS: dict[type[Entry], str] = {
    rencana.Rencana: "rencana",
    revisi.Revisi: "revisi resmi",
    kegiatan.Program: "program",
    kegiatan.Kegiatan: "kegiatan",
    kegiatan.Sasaran: "sasaran",
    indikator.Indikator: "indikator",
    anggaran.AnggaranProgram: "pendanaan program",
    anggaran.ProgramAnggaran: "program anggaran",
    anggaran.KegiatanAnggaran: "kegiatan anggaran",
    anggaran.BarisAnggaran: "baris anggaran",
    realisasi.Realisasi: "laporan",
    realisasi.RealisasiIndikator: "realisasi",
    realisasi.RealisasiAnggaran: "realisasi",
    swot.Faktor: "faktor",
    swot.FaktorTercetak: "faktor tercetak",
    swot.Strategi: "strategi",
    swot.ButirTabel: "butir tabel",
    swot.KelompokSintesa: "sintesa",
    swot.ButirSintesa: "butir sintesa",
    swot.StrategiUtama: "strategi utama",
    tujuan.ArahTujuan: "visi",
    tujuan.KataVisi: "kata visi",
    tujuan.Misi: "misi",
    tujuan.GarisBesar: "garis besar",
    tujuan.Tujuan: "tujuan",
    tujuan.BarisTujuan: "baris tujuan",
    tujuan.SasaranStrategis: "sasaran strategis",
    kebijakan.Isu: "isu strategis",
    kebijakan.ArahNasional: "arah kebijakan nasional",
    kebijakan.ButirArahNasional: "butir arah kebijakan nasional",
    kebijakan.KegiatanPrioritas: "kegiatan prioritas",
    kebijakan.Proyek: "proyek prioritas",
    kebijakan.ArahProgram: "arah program",
    kebijakan.Kebijakan: "arah kebijakan",
    kebijakan.KelompokRegulasi: "kelompok regulasi",
    kebijakan.Regulasi: "regulasi",
    kelembagaan.Upaya: "upaya",
    kelembagaan.Lembaga: "jenis lembaga",
    kelembagaan.Bidang: "bidang mitra",
    kelembagaan.Mitra: "mitra",
    kelembagaan.Anggota: "anggota",
    kelembagaan.Divisi: "divisi",
    kelembagaan.Subbagian: "subbagian",
    istilah.Definisi: "definisi",
    istilah.Singkatan: "singkatan",
    istilah.Sinonim: "sinonim",
    rencana.Satuan: "satuan",
    naskah.Naskah: "bab",
    naskah.Subjudul: "subjudul",
    naskah.Paragraf: "paragraf",
    naskah.Butir: "butir",
    naskah.Blok: "blok",
    naskah.Bagan: "bagan",
    naskah.TempatTabel: "tempat tabel",
    kegiatan.TabelTarget: "tabel",
    anggaran.TabelAnggaranProgram: "tabel",
    anggaran.TabelAnggaranKegiatan: "tabel",
    swot.Matriks: "tabel",
    swot.TabelKolom: "tabel",
    swot.TabelSintesa: "tabel",
    tujuan.TabelTujuan: "tabel",
    kelembagaan.TabelAnggota: "tabel",
    catatan.CatatanUji: "catatan",
    catatan.CatatanBaca: "catatan",
    tautan.Tautan: "tautan",
}
"""Model to what a thing of it is called, in the order in which changes are told."""

ORDER: Mapping[str, int] = {noun: n for n, noun in enumerate(dict.fromkeys(NOUNS.values()))}
"""Noun to its place among the others."""

FILES: Mapping[type[Entry], str] = {
    model: name.removesuffix(".yml") for name, model in {**SINGLE, **OPTIONAL}.items()
}
"""The model of a file that stands once to the name under which its head is known."""

WITHDRAWABLE: frozenset[str] = frozenset(
    noun for model, noun in NOUNS.items() if "dicabut" in model.model_fields
)
"""Kinds of things that say in their own entry that they are withdrawn."""

_GENERAL = (rencana.Satuan, naskah.Naskah, *naskah.PARTS)
"""Models whose ids look like anything."""


def model_of_file(name: str, keys: Iterable[object]) -> type[Entry] | None:
    """The model of a file by its name or, where it was renamed, by the keys at its top."""
    known = SINGLE.get(name) or OPTIONAL.get(name) or family(name)
    if known:
        return known
    found = set(keys)
    models = (*SINGLE.values(), *OPTIONAL.values(), *FAMILIES.values())
    return next((model for model in models if found and found <= model.model_fields.keys()), None)


@cache
def inner_models(model: type[Entry] | None, key: str) -> tuple[type[Entry], ...]:
    """The models of what stands under a key of `model`; nothing where it has no such key."""
    info = model.model_fields.get(key) if model else None
    return tuple(models_in(info.annotation)) if info else ()


def one_model(models: tuple[type[Entry], ...], value: Any) -> type[Entry] | None:
    """The one of `models` that `value` is meant for."""
    found = fitting(models, value) if len(models) > 1 else models
    return found[0] if found else None


def noun_of(model: type[Entry] | None, kode: str, key: str) -> str:
    """What a thing is called: by its model, or else by the shape of its id, or else by its key."""
    known = NOUNS.get(model) if model else None
    return known or noun_of_id(kode) or key


@cache
def noun_of_id(kode: str) -> str:
    """What the thing of an id is called by the shape of the id alone; empty where none fits."""
    if kode.startswith("tabel-"):
        return "tabel"
    for model, noun in NOUNS.items():
        info = None if model in _GENERAL else model.model_fields.get("id")
        for part in info.metadata if info else ():
            if (pattern := getattr(part, "pattern", None)) and re.search(pattern, kode):
                return noun
    return ""
