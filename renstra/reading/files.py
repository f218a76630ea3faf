"""Which files a data folder has, and what each of them is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from renstra.model.ambang import Ambang
from renstra.model.anggaran import TabelAnggaranKegiatan, TabelAnggaranProgram
from renstra.model.base import Entry
from renstra.model.catatan import DaftarCatatan
from renstra.model.istilah import Istilah
from renstra.model.kebijakan import ArahKebijakan, KerangkaRegulasi
from renstra.model.kegiatan import Kegiatan, TabelTarget
from renstra.model.kelembagaan import KerangkaKelembagaan, Organisasi
from renstra.model.naskah import Naskah
from renstra.model.pencocokan import DaftarPencocokan
from renstra.model.perubahan import Perubahan
from renstra.model.realisasi import Realisasi
from renstra.model.rencana import DaftarSatuan, Rencana
from renstra.model.revisi import DaftarRevisi
from renstra.model.swot import Sintesa, Swot
from renstra.model.tautan import DaftarTautan
from renstra.model.tujuan import ArahTujuan

RENCANA = "rencana.yml"
SATUAN = "satuan.yml"
TARGET = "target/program.yml"
ANGGARAN_PROGRAM = "anggaran/program.yml"
ANGGARAN_KEGIATAN = "anggaran/kegiatan.yml"

SINGLE: dict[str, type[Entry]] = {
    RENCANA: Rencana,
    SATUAN: DaftarSatuan,
    TARGET: TabelTarget,
    ANGGARAN_PROGRAM: TabelAnggaranProgram,
    ANGGARAN_KEGIATAN: TabelAnggaranKegiatan,
}
"""Files that stand once in every data folder."""

REVISI = "revisi.yml"
PENCOCOKAN = "pencocokan.yml"

OPTIONAL: dict[str, type[Entry]] = {
    "swot.yml": Swot,
    "sintesa.yml": Sintesa,
    "tujuan.yml": ArahTujuan,
    "kebijakan.yml": ArahKebijakan,
    "regulasi.yml": KerangkaRegulasi,
    "kelembagaan.yml": KerangkaKelembagaan,
    "organisasi.yml": Organisasi,
    "istilah.yml": Istilah,
    "catatan.yml": DaftarCatatan,
    "tautan.yml": DaftarTautan,
    REVISI: DaftarRevisi,
    PENCOCOKAN: DaftarPencocokan,
    "ambang.yml": Ambang,
}
"""Files that a plan without such a part does without; each key of them is optional too."""

REALISASI = "realisasi"
PERUBAHAN = "perubahan"

FAMILIES: dict[str, type[Entry]] = {
    "target/kg-*.yml": Kegiatan,
    "naskah/*.yml": Naskah,
    f"{REALISASI}/*.yml": Realisasi,
    f"{PERUBAHAN}/*.yml": Perubahan,
}
"""Files of which there are many; each is named after the id or the year at its head."""

TIMELESS = (SATUAN, "ambang.yml", "istilah.yml")
"""Files of our own reading that hold for the plan at any time."""

_NOT_DECREED = frozenset({*TIMELESS, REVISI, PENCOCOKAN, "catatan.yml", "tautan.yml"})

LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "target/kg-*.yml": (TARGET, ("program", "*", "kegiatan", "*")),
    "naskah/*.yml": (RENCANA, ("naskah", "*")),
}
"""Where the files of a family are listed in the decree's order: the file and the way to a name."""

KEUTUHAN = "keutuhan"
TERBIT = "terbit"
UJI_CARI = "uji-cari"
BUKTI = "bukti"

ASIDE = frozenset({BUKTI, KEUTUHAN, TERBIT, UJI_CARI})
"""Folders that stand beside the plan: the office's own records, of which no file is a model's."""


def is_aside(name: str) -> bool:
    """Whether a path inside the data folder lies in one of the folders beside the plan."""
    folder, slash, _ = name.partition("/")
    return bool(slash) and folder in ASIDE


def data_files(data: Path) -> list[str]:
    """The files of the plan in a data folder, relative and sorted.

    Hidden files are an editor's business, and what stands beside the plan is no part of it.
    """
    files = (
        file.relative_to(data)
        for file in data.rglob("*")
        if not file.is_dir() or file.suffix == ".yml"  # a folder by the name of a file is told of
    )
    return sorted(
        file.as_posix()
        for file in files
        if not any(part.startswith(".") for part in file.parts) and not is_aside(file.as_posix())
    )


@cache
def family(name: str) -> type[Entry] | None:
    """The model of the family that a file belongs to, if it belongs to one."""
    return next(
        (
            model
            for pattern, model in FAMILIES.items()
            if Path(name).match(pattern) and name.count("/") == 1
        ),
        None,
    )


def model_of(name: str) -> type[Entry] | None:
    """The model of a file of the plan; None for what is none."""
    return SINGLE.get(name) or OPTIONAL.get(name) or family(name)


def is_change(name: str) -> bool:
    """Whether a file is a later decree."""
    return family(name) is Perubahan


def changed_by_decree(name: str) -> bool:
    """Whether a file holds what a later decree may change: neither reports nor our own reading."""
    return name not in _NOT_DECREED and not name.startswith((f"{REALISASI}/", f"{PERUBAHAN}/"))
