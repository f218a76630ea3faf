"""The ids that the files declare, gathered before any file is validated.

A reference can only be called unknown where every id of its kind could be read. So an id that is
missing or malformed counts as lost: the mistake is reported where it was made, not once more at
each reference to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from renstra.dialect.document import Keys
from renstra.model.anggaran import (
    BarisAnggaran,
    KegiatanAnggaran,
    TabelAnggaranKegiatan,
    TabelAnggaranProgram,
)
from renstra.model.base import Entry
from renstra.model.indikator import Indikator
from renstra.model.kebijakan import (
    Kebijakan,
    KegiatanPrioritas,
    KelompokRegulasi,
    Proyek,
    Regulasi,
)
from renstra.model.kegiatan import Kegiatan, Program, Sasaran, TabelTarget
from renstra.model.kelembagaan import TabelAnggota
from renstra.model.naskah import PARTS
from renstra.model.rencana import Satuan
from renstra.model.revisi import Revisi
from renstra.model.swot import (
    ButirSintesa,
    Faktor,
    KelompokSintesa,
    Matriks,
    Strategi,
    StrategiUtama,
    TabelKolom,
    TabelSintesa,
)
from renstra.model.tujuan import SasaranStrategis, TabelTujuan, Tujuan
from renstra.reading.fields import fitting, shapes_of

KINDS: dict[type[Entry], str] = {
    Satuan: "satuan",
    Program: "program",
    Kegiatan: "kegiatan",
    Sasaran: "sasaran",
    Indikator: "indikator",
    TabelTarget: "tabel",
    TabelAnggaranProgram: "tabel",
    TabelAnggaranKegiatan: "tabel",
    TabelAnggota: "tabel",
    TabelKolom: "tabel",
    Matriks: "tabel",
    TabelSintesa: "tabel",
    TabelTujuan: "tabel",
    Faktor: "faktor",
    Strategi: "strategi",
    ButirSintesa: "butir sintesa",
    KelompokSintesa: "sintesa",
    StrategiUtama: "strategi utama",
    Tujuan: "tujuan",
    SasaranStrategis: "sasaran strategis",
    Kebijakan: "arah kebijakan",
    KegiatanPrioritas: "kegiatan prioritas",
    Proyek: "proyek prioritas",
    KelompokRegulasi: "kelompok regulasi",
    Regulasi: "regulasi",
    KegiatanAnggaran: "kegiatan anggaran",
    BarisAnggaran: "baris anggaran",
    Revisi: "revisi",
    **dict.fromkeys(PARTS, "naskah"),
}
"""Kinds of things that other entries refer to by id."""


@dataclass(frozen=True)
class Declared:
    """An id that the model asks of an entry."""

    kind: str
    """What the entry is; empty where nothing refers to its kind."""

    keys: Keys
    """Where the entry stands in its file."""

    name: str | None
    """The id; None where it is missing or malformed."""


def declared(model: type[Entry], value: Any, keys: Keys = ()) -> Iterator[Declared]:
    """Every id that `model` asks of `value` and all that is below it, in the file's order."""
    mapping = value if isinstance(value, dict) else {}
    # What is not there may be all there is behind a misspelt key, or in a file that was not read.
    unread = not isinstance(value, dict) or not value.keys() <= model.model_fields.keys()
    if "id" in model.model_fields:
        yield Declared(KINDS.get(model, ""), keys, _sound(model, mapping.get("id")))
    shapes = shapes_of(model)
    for name, info in model.model_fields.items():
        models = shapes[name].models
        if not models or (name not in mapping and not info.is_required() and not unread):
            continue
        inside = mapping.get(name)
        # A single value stands for its list: what is wrong with that is said elsewhere.
        items = (
            [((*keys, name, index), item) for index, item in enumerate(inside)]
            if isinstance(inside, list)
            else [((*keys, name), inside)]
        )
        for place, item in items:
            yield from declared((fitting(models, item) or models)[0], item, place)


def _sound(model: type[Entry], name: Any) -> str | None:
    if not isinstance(name, str):
        return None
    patterns = [
        pattern
        for part in model.model_fields["id"].metadata
        if (pattern := getattr(part, "pattern", None))
    ]
    return name if all(re.search(pattern, name) for pattern in patterns) else None
