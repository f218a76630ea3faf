"""Ids: each is one thing's, and none that was published is gone."""

from __future__ import annotations

import pytest

from tests.data.reading import Isi
from tests.gate.remarks import remark
from tests.site.built import refuse

PERIHAL = "Kode tetap: tiap kode satu hal, dan yang sudah diterbitkan tidak hilang"

REGISTER = "terbit/id.txt"


def test_each_id_is_one_things(isi: Isi) -> None:
    """Tiap kode (id) dipakai satu kali saja di seluruh data."""
    first: dict[str, str] = {}
    faults = []
    for name, entry in isi.entries():
        if "id" in entry:
            if entry["id"] in first:
                faults.append(f"{name}: {entry['id']} sudah dipakai di {first[entry['id']]}")
            first.setdefault(entry["id"], name)
    refuse(faults, "Beri tiap hal kode sendiri.")


def test_no_published_id_is_gone(isi: Isi) -> None:
    """Tiap kode yang tercatat di terbit/id.txt masih ada di data; yang dicabut tetap ada."""
    there = isi.by_id
    faults = [
        f"{kode} pernah diterbitkan dan tidak ada lagi"
        for kode in isi.lines(REGISTER)
        if kode not in there
    ]
    refuse(faults, "Kembalikan yang dihapus; yang tidak berlaku lagi ditandai dicabut.")


def test_ids_that_are_not_listed_are_a_remark(isi: Isi, request: pytest.FixtureRequest) -> None:
    """Kode baru yang belum tercatat di terbit/id.txt disebut, dan tidak menghalangi terbit."""
    fresh = sorted(isi.by_id.keys() - set(isi.lines(REGISTER)))
    if fresh:
        shown = ", ".join(fresh[:10]) + (f" dan {len(fresh) - 10} lagi" if len(fresh) > 10 else "")
        said = f"{len(fresh)} kode belum tercatat ({shown}); renstra alamat mencatatnya."
        remark(request.config, said)
