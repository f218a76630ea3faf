"""Ids gathered before validation: in the file's order, and known to be lost where they are."""

from __future__ import annotations

import pytest

from renstra.model.anggaran import TabelAnggaranProgram
from renstra.model.base import Entry
from renstra.model.kegiatan import Kegiatan, TabelTarget
from renstra.model.naskah import Naskah
from renstra.model.swot import Swot
from renstra.model.tujuan import ArahTujuan
from renstra.reading.ids import declared

LOST = None


@pytest.mark.parametrize(
    ("model", "value", "found"),
    [
        pytest.param(
            Kegiatan,
            {
                "id": "kg-001",
                "sasaran": [
                    {"id": "sa-002", "indikator": [{"id": "ik-003"}, {"id": "ik-004"}]},
                    {"id": "sa-001", "indikator": []},
                ],
            },
            [
                ("kegiatan", "kg-001"),
                ("sasaran", "sa-002"),
                ("indikator", "ik-003"),
                ("indikator", "ik-004"),
                ("sasaran", "sa-001"),
            ],
            id="all there",
        ),
        pytest.param(
            Kegiatan,
            {"id": "kg-1", "sasaran": [{"indikator": [{"id": 3}]}]},
            [("kegiatan", LOST), ("sasaran", LOST), ("indikator", LOST)],
            id="malformed, missing, no text",
        ),
        pytest.param(
            Kegiatan,
            {"id": "kg-001", "sasaran": "nanti"},
            [("kegiatan", "kg-001"), ("sasaran", LOST), ("indikator", LOST)],
            id="no list: all that it should hold is lost",
        ),
        pytest.param(
            Kegiatan,
            {"id": "kg-001", "sasaran": {"id": "sa-001", "indikator": []}},
            [("kegiatan", "kg-001"), ("sasaran", "sa-001")],
            id="one where a list should be",
        ),
        pytest.param(
            TabelTarget, None, [("tabel", LOST), ("program", LOST)], id="a file that is not there"
        ),
        pytest.param(
            TabelAnggaranProgram, {"id": "tabel-x"}, [("tabel", "tabel-x")], id="rows without ids"
        ),
        pytest.param(
            Naskah,
            {"id": "bab-i", "isi": [{"jenis": "tabel", "id": "i-001"}, {"jenis": "?"}]},
            [("bab", "bab-i"), ("bagian naskah", "i-001"), ("bagian naskah", LOST)],
            id="parts of several kinds",
        ),
        pytest.param(
            Swot,
            {
                "faktor": [{"id": "S1"}, {"id": "s2"}],
                "matriks": [{"id": "tabel-swot-so", "strategi": [{"id": "st-001"}]}],
                "tabel": [{"id": "tabel-i-2"}],
            },
            [
                ("faktor", "S1"),
                ("faktor", LOST),
                ("tabel", "tabel-swot-so"),
                ("strategi", "st-001"),
                ("tabel", "tabel-i-2"),
                ("butir tabel", LOST),
            ],
            id="things of several kinds in one file",
        ),
        pytest.param(Swot, {}, [], id="a file whose lists are all optional"),
        pytest.param(
            ArahTujuan,
            {"visi": "ii-003", "misi": [{"id": "mi-1", "naskah": "ii-010"}]},
            [("misi", "mi-1")],
            id="references are no declarations",
        ),
    ],
)
def test_declared(model: type[Entry], value: object, found: list[tuple[str, str | None]]) -> None:
    assert [(entry.kind, entry.name) for entry in declared(model, value)] == found
