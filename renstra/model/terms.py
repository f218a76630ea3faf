"""The closed lists of the plan's vocabulary, each with its label and what it means.

Source: the rules of achievement used in performance reports (LKj) of Indonesian public offices; the
scales of grades (AKIP) and audit opinions (BPK) are national.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Jenis = Literal["angka", "predikat", "opini"]
Arah = Literal["naik", "turun", "tetap"]
Tingkat = Literal["satker", "nasional"]
ArtiNol = Literal["tidak_ditargetkan", "nol_sejati"]
Agregasi = Literal["jumlah"]
Audit = Literal["sudah", "belum"]
StatusData = Literal["sementara", "final", "direvisi", "ditarik"]
Sifat = Literal["susunan", "tersurat", "hampir_sama", "tafsir"]
Golongan = Literal["angka", "nama", "ejaan"]
Status = Literal[
    "melampaui",
    "tercapai",
    "melebihi_jumlah",
    "tidak_tercapai",
    "berjalan",
    "belum_dilaporkan",
    "ditarik",
    "tidak_ada_kejadian",
    "tidak_dapat_dihitung",
    "tidak_ditargetkan",
    "tidak_tercantum",
]


@dataclass(frozen=True)
class Term:
    """A word of a closed list: its label for readers and its meaning in a sentence."""

    label: str
    meaning: str
    pendek: str = ""
    """What a narrow cell calls it, where that is shorter."""

    @property
    def short(self) -> str:
        """What a narrow cell calls it."""
        return self.pendek or self.label


JENIS: dict[Jenis, Term] = {
    "angka": Term("angka", "Bilangan dengan satuan."),
    "predikat": Term("predikat", "Nilai pada skala AA, A, BB, B, CC, C, D; AA yang tertinggi."),
    "opini": Term("opini", "Opini pemeriksaan: WTP, lalu WDP, lalu TW atau TMP."),
}
ARAH: dict[Arah, Term] = {
    "naik": Term("makin tinggi makin baik", "Realisasi di atas target melampaui target."),
    "turun": Term("makin rendah makin baik", "Realisasi di bawah target melampaui target."),
    "tetap": Term(
        "sebanyak yang ditentukan",
        "Bilangan yang memang harus ada; lebih bukan berarti lebih baik.",
    ),
}
TINGKAT: dict[Tingkat, Term] = {
    "satker": Term("satuan kerja", "Diukur pada kantor ini."),
    "nasional": Term(
        "nasional", "Namanya menyebut seluruh lembaga; dihitung terpisah dari kantor ini."
    ),
}
ARTI_NOL: dict[ArtiNol, Term] = {
    "tidak_ditargetkan": Term("tidak ditargetkan", "Nol dibaca sebagai tahun tanpa target."),
    "nol_sejati": Term("nol sejati", "Nol dibaca sebagai targetnya sendiri."),
}
GOLONGAN: dict[Golongan, Term] = {
    "angka": Term("angka", "Tanpa catatan ini target atau uang dapat salah dibaca."),
    "nama": Term("nama dan kalimat", "Nama, nomor tabel, atau kalimat yang berbeda atau terputus."),
    "ejaan": Term("ejaan", "Ejaan, dan kata yang berulang atau hilang tanpa mengubah arti."),
}
"""The groups of notes, in the order of what they mean to a reader."""

SIFAT: dict[Sifat, Term] = {
    "susunan": Term(
        "menurut susunan", "Tabel atau daftar dokumen sendiri yang menempatkan keduanya bersama."
    ),
    "tersurat": Term("tersurat", "Dokumen menyatakannya, atau kalimatnya sama di kedua tempat."),
    "hampir_sama": Term("hampir sama", "Kalimatnya sama kecuali beberapa kata; bedanya disebut."),
    "tafsir": Term(
        "penafsiran pengelola situs",
        "Keduanya tentang hal yang sama menurut pembacaan pengelola situs; alasannya disebut.",
    ),
}
"""The natures of a link of the thread, the strongest first."""

PREDIKAT: tuple[tuple[str, ...], ...] = (("AA",), ("A",), ("BB",), ("B",), ("CC",), ("C",), ("D",))
"""Grades from best to worst; equal grades share a step."""

OPINI: tuple[tuple[str, ...], ...] = (("WTP",), ("WDP",), ("TW", "TMP"))
"""Audit opinions from best to worst; TW and TMP share the last step."""

SCALES: dict[Jenis, tuple[tuple[str, ...], ...]] = {"predikat": PREDIKAT, "opini": OPINI}

STATUS_DATA: dict[StatusData, Term] = {
    "sementara": Term("sementara", "Belum disahkan; masih dapat berubah."),
    "final": Term("final", "Disahkan oleh kantor."),
    "direvisi": Term("direvisi", "Pernah final, lalu diubah; alasannya tertulis."),
    "ditarik": Term("ditarik", "Pernah dilaporkan, lalu ditarik kantor; alasannya tertulis."),
}
AUDIT: dict[Audit, Term] = {
    "sudah": Term("sudah diaudit", "Realisasi itu sudah diaudit."),
    "belum": Term("belum diaudit", "Realisasi itu belum diaudit dan masih dapat berubah."),
}
STATUS: dict[Status, Term] = {
    "melampaui": Term("Melampaui target", "Realisasi setahun lebih baik daripada target."),
    "tercapai": Term("Tercapai", "Realisasi setahun tepat sama dengan target."),
    "melebihi_jumlah": Term(
        "Melebihi jumlah target",
        "Lebih banyak daripada jumlah yang ditentukan; dihitung tersendiri.",
    ),
    "tidak_tercapai": Term("Tidak tercapai", "Realisasi setahun kurang baik daripada target."),
    "berjalan": Term(
        "Baru nilai triwulan",
        "Baru nilai sampai akhir sebuah triwulan yang dimuat; hanya nilai setahun yang dinilai.",
    ),
    "belum_dilaporkan": Term(
        "Belum dimuat di situs ini",
        "Belum ada nilai yang dimuat di situs ini. Itu tidak berarti nol, dan tidak berarti target "
        "tidak tercapai.",
        "Belum dimuat",
    ),
    "ditarik": Term(
        "Ditarik",
        "Nilai yang pernah dilaporkan ditarik kantor dan belum ada gantinya; alasannya tertulis.",
    ),
    "tidak_ada_kejadian": Term(
        "Tidak ada yang diukur",
        "Tahun itu tidak ada yang dapat diukur, misalnya tidak ada sengketa; tidak ikut dihitung.",
    ),
    "tidak_dapat_dihitung": Term(
        "Tidak dapat dinilai",
        "Targetnya tidak dapat dibandingkan dengan nilai yang diukur; sebabnya disebut.",
    ),
    "tidak_ditargetkan": Term(
        "Tidak ditargetkan",
        'Dokumen menulis "-", atau 0 yang dibaca tanpa target; atau indikatornya belum ada, atau '
        "sudah dicabut, tahun itu.",
    ),
    "tidak_tercantum": Term("Target tidak tercantum", "Sel target di dokumen kosong."),
}
"""The statuses in the order in which readers meet them."""
