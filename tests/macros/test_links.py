"""Addresses made from ids, and the way from page to page."""

from __future__ import annotations

from itertools import product
from urllib.parse import urljoin

import pytest

from macros.frame import links
from renstra.plan.plan import Plan


def addresses(plan: Plan) -> list[str]:
    """Every address that is made from a thing of the plan."""
    places = list(plan.kedudukan.values())
    return [
        *(links.program(program) for program in plan.program),
        *(links.kegiatan(kegiatan) for kegiatan in plan.kegiatan.values()),
        *dict.fromkeys(links.sasaran(place.kegiatan, place.sasaran) for place in places),
        *(links.indikator(place.indikator) for place in places),
        *(links.tahun(tahun) for tahun in plan.tahun),
        *(links.baris(line.baris) for line in plan.pendanaan),
    ]


def test_addresses(tiny: Plan) -> None:
    assert addresses(tiny) == [
        "program/pg-1/",
        "program/pg-2/",
        "kegiatan/kg-001/",
        "kegiatan/kg-002/",
        "kegiatan/kg-001/#sa-001",
        "kegiatan/kg-001/#sa-002",
        "kegiatan/kg-002/#sa-003",
        "indikator/ik-001/",
        "indikator/ik-002/",
        "indikator/ik-003/",
        "indikator/ik-004/",
        "indikator/ik-005/",
        "tahun/2031/",
        "tahun/2032/",
        "tahun/2033/",
        "anggaran/kegiatan/#an-001",
        "anggaran/kegiatan/#an-002",
        "anggaran/kegiatan/#an-003",
        "anggaran/kegiatan/#an-004",
    ]


@pytest.mark.parametrize(
    ("target", "here", "way"),
    [
        ("", "", "./"),
        ("indikator/", "", "indikator/"),
        ("", "indikator/ik-001/", "../../"),
        ("indikator/", "indikator/ik-001/", "../"),
        ("indikator/ik-002/", "indikator/ik-001/", "../ik-002/"),
        ("indikator/ik-001/", "indikator/ik-001/", "./"),
        ("program/pg-1/", "indikator/ik-001/", "../../program/pg-1/"),
        ("kegiatan/kg-001/#sa-001", "", "kegiatan/kg-001/#sa-001"),
        ("kegiatan/kg-001/#sa-001", "indikator/ik-001/", "../../kegiatan/kg-001/#sa-001"),
        ("kegiatan/kg-001/#sa-001", "kegiatan/kg-001/", "#sa-001"),
        ("data/SHA256SUMS", "data/", "SHA256SUMS"),
        ("data/SHA256SUMS", "indikator/ik-001/", "../../data/SHA256SUMS"),
    ],
)
def test_relative(target: str, here: str, way: str) -> None:
    assert links.relative(target, here) == way


@pytest.mark.parametrize("root", ["https://rencana.example/", "https://kantor.example/rencana/"])
def test_a_way_arrives_from_every_page(tiny: Plan, root: str) -> None:
    targets = ["", links.INDIKATOR, links.KEGIATAN, links.ANGGARAN_KEGIATAN, *addresses(tiny)]
    pages = [target for target in targets if "#" not in target]

    for target, here in product(targets, pages):
        assert urljoin(root + here, links.relative(target, here)) == root + target
