"""What a page says where the plan has no such part: it need not have each."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from renstra.plan.plan import Plan

PARTS: dict[str, tuple[str, Callable[[Plan], object]]] = {
    "matriks_swot": ("matriks SWOT", lambda plan: plan.swot.matriks),
    "daftar_faktor": ("faktor SWOT", lambda plan: plan.swot.faktor),
    "daftar_strategi": ("strategi dari matriks SWOT", lambda plan: plan.swot.matriks),
    "daftar_sintesa": ("sintesa", lambda plan: plan.sintesa.tabel),
    "strategi_utama": ("strategi utama", lambda plan: plan.sintesa.utama),
    "daftar_kata_visi": ("penjelasan kata-kata visi", lambda plan: plan.tujuan.kata_visi),
    "daftar_misi": ("misi", lambda plan: plan.tujuan.misi),
    "daftar_garis_besar": ("garis besar program", lambda plan: plan.tujuan.garis_besar),
    "daftar_tujuan": ("tujuan dan sasaran strategis", lambda plan: plan.tujuan.tujuan),
    "daftar_isu": ("isu strategis", lambda plan: plan.kebijakan.isu),
    "daftar_arah_nasional": ("arah kebijakan nasional", lambda plan: plan.kebijakan.arah_nasional),
    "daftar_prioritas": ("proyek prioritas nasional", lambda plan: plan.kebijakan.prioritas),
    "daftar_arah": ("arah kebijakan menurut program", lambda plan: plan.kebijakan.arah),
    "daftar_regulasi": ("kerangka regulasi", lambda plan: plan.regulasi.kelompok),
    "daftar_kelompok_regulasi": ("kelompok regulasi", lambda plan: plan.regulasi.kelompok),
    "bagan_anggota": ("susunan anggota", lambda plan: plan.organisasi.tabel),
    "tabel_anggota": ("tabel anggota", lambda plan: plan.organisasi.tabel),
    "bagan_sekretariat": ("susunan sekretariat", lambda plan: plan.organisasi.subbagian),
    "daftar_upaya": ("upaya penguatan kelembagaan", lambda plan: plan.kelembagaan.upaya),
    "daftar_mitra": ("daftar mitra", lambda plan: plan.kelembagaan.lembaga),
    "daftar_definisi": ("daftar pengertian", lambda plan: plan.istilah.definisi),
    "daftar_singkatan": ("daftar singkatan", lambda plan: plan.istilah.singkatan),
    "daftar_arti": ("arti istilah dari sumber lain", lambda plan: plan.istilah.arti),
    "daftar_catatan": ("catatan", lambda plan: plan.catatan.catatan),
}
"""Macro to what it shows, in words, and where the plan has it."""


def absence(plan: Plan, macro: str) -> Markup:
    """That the plan has nothing of what a macro shows; empty where it has, or must have."""
    words, part = PARTS.get(macro, ("", lambda _: True))
    if part(plan):
        return Markup("")
    return Markup("<p>Rencana ini tidak memuat {}.</p>\n").format(words)
