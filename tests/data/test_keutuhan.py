"""The list of the decree's words, against the data by a second way."""

from __future__ import annotations

from typing import Any

import pytest

from tests.data.reading import Isi
from tests.gate.remarks import remark
from tests.site.built import refuse

PERIHAL = "Keutuhan teks: setiap kata dan sel yang tercatat masih sama"

LIST = "keutuhan/awal.txt"


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
    for line in isi.lines(LIST):
        kunci, _, isinya = line.partition("\t")
        try:
            value = find(isi, kunci)
        except (LookupError, TypeError, ValueError):
            faults.append(f"{kunci} tidak ada lagi di data")
            continue
        text = "" if value is None else str(value).replace("\\", "\\\\").replace("\n", "\\n")
        if text != isinya:
            faults.append(f'{kunci}: di data "{text}", di daftar "{isinya}"')
    refuse(faults, "Kembalikan; bila rencananya memang diubah, jalankan renstra keutuhan.")


@pytest.mark.parametrize("field", ["nama", "teks", "target", "pagu"])
def test_every_name_text_target_and_amount_is_listed(isi: Isi, field: str) -> None:
    """Bila daftar keutuhan ada, tidak ada nama, teks, target atau anggaran yang tidak tercatat."""
    lines = isi.lines(LIST)
    if not lines:
        return
    listed = {line.partition("\t")[0] for line in lines}
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
