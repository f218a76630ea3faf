"""The list of the decree's words, against the data by a second way."""

from __future__ import annotations

from typing import Any

import pytest

from tests.data.reading import REPORTS, Isi
from tests.gate.remarks import remark
from tests.site.built import refuse
from tests.site.laying import CHANGES, laid, since

PERIHAL = "Keutuhan teks: setiap kata dan sel yang tercatat masih sama"

LIST = "keutuhan/awal.txt"
NOTHING = "(tidak ada)"
"""How a list says that a decree took words away."""


def lists(isi: Isi) -> dict[str, list[tuple[str, str]]]:
    """Each decree to the keys and the texts that its list has; ``awal`` is the first."""
    files = sorted((isi.folder / "keutuhan").glob("*.txt"))
    return {
        file.stem: [
            (key, text)
            for line in isi.lines(f"keutuhan/{file.name}")
            for key, _, text in [line.partition("\t")]
        ]
        for file in files
    }


def find(isi: Isi, kunci: str) -> Any:
    """What stands where a key of the list says; raises LookupError where there is nothing."""
    there = isi.by_id
    head, _, way = kunci.partition(".")
    value: Any = there.get(head)
    if value is None:
        head, _, way = way.partition(".")
        value = isi.get(f"{kunci.partition('.')[0]}.{head}")
    for key in way.split("."):
        if isinstance(value, list):
            value = value[int(key) - 1]
        else:
            value = value[int(key) if key.isdigit() else key]
    return value


def test_a_list_that_is_not_there_is_a_remark(isi: Isi, request: pytest.FixtureRequest) -> None:
    """Tanpa daftar keutuhan tidak ada yang dibandingkan; itu disebut dan tidak menghalangi."""
    if not isi.lines(LIST):
        remark(request.config, f"Keutuhan teks tidak diperiksa: {LIST} belum ada.")


def test_every_listed_value_stands_where_the_list_says(isi: Isi) -> None:
    """Setiap baris daftar keutuhan cocok dengan nilai di data, dibaca dengan cara kedua."""
    faults = []
    for kode, listed in lists(isi).items():
        then = as_of(isi, kode)
        for kunci, isinya in listed:
            try:
                value = said(isi, kunci) if kunci.startswith("rv-") else find(then, kunci)
            except (LookupError, TypeError, ValueError):
                faults += [] if isinya == NOTHING else [f"{kunci} tidak ada lagi di data"]
                continue
            text = "" if value is None else str(value)
            text = text.replace("\\", "\\\\").replace("\n", "\\n")
            if text != isinya:
                faults.append(f'{kunci}: di data "{text}", di daftar {kode} "{isinya}"')
    refuse(faults, "Kembalikan; perubahan rencana ditulis dengan renstra perubahan susun.")


def as_of(isi: Isi, kode: str) -> Isi:
    """The files as a decree left them, without the files of the decrees themselves."""
    files = {name: file for name, file in isi.berkas.items() if not name.startswith(REPORTS)}
    found = laid(files, last="" if kode == "awal" else kode)
    return Isi(isi.folder, {n: file for n, file in found.items() if not n.startswith(CHANGES)})


def said(isi: Isi, kunci: str) -> Any:
    """What a decree says of itself, or of what it adds and withdraws."""
    kode, part, *rest = kunci.split(".")
    decree = isi.get(f"{CHANGES}{kode}.yml")
    if part == "sejak":
        return since(decree)
    if part == "cabut":
        return next(item for item in decree["cabut"] if item["kode"] == rest[0])[rest[1]]
    if part == "tambah":
        first = next(item for item in decree["tambah"] if item["isi"].get("id") == rest[0])
        return first.get("mulai") or since(decree).year
    return decree[part]


@pytest.mark.parametrize("field", ["nama", "teks", "target", "pagu"])
def test_every_name_text_target_and_amount_is_listed(isi: Isi, field: str) -> None:
    """Bila daftar keutuhan ada, tidak ada nama, teks, target atau anggaran yang tidak tercatat."""
    if not isi.lines(LIST):
        return
    listed = {key for found in lists(isi).values() for key, _ in found}
    ours = ("satuan.yml", "catatan.yml", "tautan.yml", "istilah.yml", "revisi.yml")
    faults = []
    for name, entry in isi.entries():
        if name in ours or "id" not in entry or field not in entry:
            continue
        value = entry[field]
        keys = [f".{year}" for year in value] if isinstance(value, dict) else [""]
        faults += [
            f"{name}: {entry['id']}.{field}{key} tidak tercatat"
            for key in keys
            if f"{entry['id']}.{field}{key}" not in listed
        ]
    refuse(faults, "Jalankan renstra keutuhan sebagai langkah terakhir.")
