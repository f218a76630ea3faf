"""The real plan, held against what the decree is known to contain.

What stands here was counted and read in the decree by a person; it changes only with the decree.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from renstra.files import data_files
from renstra.load import load_plan
from renstra.model.base import Perbaikan
from renstra.model.indikator import Indikator
from renstra.model.kegiatan import Sasaran

DATA = Path(__file__).parent.parent / "data"
PLAN = load_plan(DATA, "data")

INDICATORS = {name: place.indikator for name, place in PLAN.kedudukan.items()}
OBJECTIVES = {s.id: s for kegiatan in PLAN.kegiatan.values() for s in kegiatan.sasaran}
LINES = {line.baris.id: line.baris for line in PLAN.pendanaan}
CELLS = [target for indikator in INDICATORS.values() for target in indikator.targets]
AMOUNTS = [amount for line in LINES.values() for amount in line.pagu.values()]


def ids(prefix: str, count: int) -> list[str]:
    return [f"{prefix}-{number:03}" for number in range(1, count + 1)]


def those(is_so: Callable[[Indikator], object]) -> str:
    """The indicators of which something is so, as one text."""
    return " ".join(name for name, indikator in INDICATORS.items() if is_so(indikator))


COUNTS = {
    "5 years": (len(PLAN.tahun), 5),
    "2 programmes": (len(PLAN.program), 2),
    "12 activities": (len(PLAN.kegiatan), 12),
    "6 activities in each programme": ([len(p.kegiatan) for p in PLAN.program], [6, 6]),
    "51 objectives": (len(OBJECTIVES), 51),
    "75 indicators": (len(INDICATORS), 75),
    "35 and 40 indicators in the programmes": (
        [sum(len(k.indikator) for k in PLAN.kegiatan_of(p)) for p in PLAN.program],
        [35, 40],
    ),
    "375 target cells": (len(CELLS), 375),
    "361 cells hold a number": (sum(t.rupa == "angka" for t in CELLS), 361),
    "10 cells hold a grade or an opinion": (sum(t.rupa == "peringkat" for t in CELLS), 10),
    "55 cells hold a zero": (sum(t.nol for t in CELLS), 55),
    "54 funding lines": (len(LINES), 54),
    "8 and 7 numbered groups of funding lines": (
        [len(p.kegiatan) for p in PLAN.anggaran_kegiatan.program],
        [8, 7],
    ),
    "270 cells of amounts": (len(AMOUNTS), 270),
    "72 amounts are filled": (sum(amount is not None for amount in AMOUNTS), 72),
    "7 chapters of prose": (len(PLAN.naskah), 7),
    "7 units": (len(PLAN.satuan), 7),
}


@pytest.mark.parametrize(("found", "expected"), COUNTS.values(), ids=COUNTS)
def test_there_are(found: object, expected: object) -> None:
    assert found == expected


ORDERS = {
    "activities": (
        [name for program in PLAN.program for name in program.kegiatan],
        ids("kg", 12),
    ),
    "objectives": (list(OBJECTIVES), ids("sa", 51)),
    "indicators": (list(INDICATORS), ids("ik", 75)),
    "funding lines": (list(LINES), ids("an", 54)),
    "groups of funding lines": (
        [k.id for p in PLAN.anggaran_kegiatan.program for k in p.kegiatan],
        ids("ak", 15),
    ),
}


@pytest.mark.parametrize(("found", "expected"), ORDERS.values(), ids=ORDERS)
def test_ids_follow_the_decree_without_a_gap(found: list[str], expected: list[str]) -> None:
    assert found == expected


KINDS = {
    "predikat": (those(lambda i: i.jenis == "predikat"), "ik-003"),
    "opini": (those(lambda i: i.jenis == "opini"), "ik-004"),
    "in indeks": (those(lambda i: i.satuan == "indeks"), "ik-005"),
    "in kali": (those(lambda i: i.satuan == "kali"), "ik-007"),
    "in badan": (those(lambda i: i.satuan == "badan"), "ik-014"),
    "in laporan": (those(lambda i: i.satuan == "laporan"), "ik-017 ik-021"),
    "in perkara": (those(lambda i: i.satuan == "perkara"), "ik-043 ik-044"),
    "in rancangan": (those(lambda i: i.satuan == "rancangan"), "ik-054"),
    "turun": (those(lambda i: i.arah == "turun"), "ik-007 ik-043 ik-044"),
    "tetap": (those(lambda i: i.arah == "tetap"), "ik-014 ik-017 ik-021 ik-054"),
    "nasional": (those(lambda i: i.tingkat == "nasional"), "ik-003 ik-004 ik-005"),
    "not to be computed": (those(lambda i: i.tidak_dapat_dihitung), "ik-010"),
    "a fall that may be negative": (
        those(lambda i: i.rentang and i.rentang.min is None),
        "ik-029",
    ),
    "zero for years without a target": (
        those(lambda i: i.makna_nol and i.makna_nol.arti == "tidak_ditargetkan"),
        "ik-001 ik-008 ik-011 ik-012 ik-013 ik-035 ik-042 ik-046 ik-047 ik-050 ik-051 ik-053 "
        "ik-054 ik-064 ik-067 ik-068 ik-070 ik-071 ik-072",
    ),
    "zero as the target itself": (
        those(lambda i: i.makna_nol and i.makna_nol.arti == "nol_sejati"),
        "ik-043 ik-044",
    ),
}


@pytest.mark.parametrize(("found", "expected"), KINDS.values(), ids=KINDS)
def test_exactly_these_indicators_are(found: str, expected: str) -> None:
    assert found == expected


def test_all_other_indicators_are_shares_from_0_to_100_that_should_rise() -> None:
    others = those(
        lambda i: i.satuan == "persen" and i.arah == "naik" and str(i.rentang) == "0 sampai 100"
    )

    special = {3, 4, 5, 7, 14, 17, 21, 29, 43, 44, 54}
    assert others.split() == [f"ik-{n:03}" for n in range(1, 76) if n not in special]


def test_only_the_2024_cell_of_ik_016_is_empty() -> None:
    empty = [(n, t.tahun) for n, i in INDICATORS.items() for t in i.targets if t.rupa == "kosong"]

    assert empty == [("ik-016", 2024)]
    assert INDICATORS["ik-016"].target[2024] == ""


def test_only_the_first_three_cells_of_ik_014_are_dashes() -> None:
    dashes = [(n, t.tahun) for n, i in INDICATORS.items() for t in i.targets if t.rupa == "strip"]

    assert dashes == [("ik-014", 2020), ("ik-014", 2021), ("ik-014", 2022)]
    assert list(INDICATORS["ik-014"].target.values()) == ["-", "-", "-", "972", "23.617"]


def mended(entries: dict[str, list[Perbaikan]], *parts: str) -> str:
    return " ".join(
        name for name, mends in entries.items() if any(mend.bagian in parts for mend in mends)
    )


MENDS = {name: indikator.perbaikan for name, indikator in INDICATORS.items()}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(
            mended(MENDS, "target", "baris"),
            "ik-003 ik-004 ik-005 ik-006 ik-036 ik-037 ik-038 ik-043 ik-044 ik-049",
            id="numbers of these indicators",
        ),
        pytest.param(
            mended(MENDS, "nama"),
            "ik-038 ik-042 ik-052 ik-067 ik-068",
            id="names of these indicators",
        ),
        pytest.param(
            mended({name: s.perbaikan for name, s in OBJECTIVES.items()}, "nama"),
            "sa-048",
            id="names of these objectives",
        ),
        pytest.param(
            mended({name: line.perbaikan for name, line in LINES.items()}, "nama"),
            "an-025 an-030 an-037 an-050 an-053",
            id="names of these funding lines",
        ),
    ],
)
def test_the_extraction_was_mended_in(found: str, expected: str) -> None:
    assert found == expected


@pytest.mark.parametrize("name", mended(MENDS, "target").split())
def test_mended_cells_stand_in_the_data_as_read(name: str) -> None:
    (mend,) = [mend for mend in MENDS[name] if mend.bagian == "target"]

    assert mend.dibaca.split(" | ") == list(INDICATORS[name].target.values())
    assert mend.dibaca != mend.terekstrak


NAMED: list[Indikator | Sasaran] = [*INDICATORS.values(), *OBJECTIVES.values()]


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        pytest.param(entry.nama, mend, id=entry.id)
        for entry in [*NAMED, *LINES.values()]
        for mend in entry.perbaikan
        if mend.bagian == "nama"
    ],
)
def test_mended_names_stand_in_the_data_as_read(name: str, mend: Perbaikan) -> None:
    assert mend.dibaca == name
    assert mend.dibaca != mend.terekstrak


@pytest.mark.parametrize("name", data_files(DATA))
def test_a_data_file_is_formatted_like_all_others(name: str) -> None:
    raw = (DATA / name).read_bytes()
    lines = raw.decode("utf-8").split("\n")

    assert b"\r" not in raw
    assert (lines[-1], lines[-2] != "") == ("", True), "one line end closes the file"
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip(" "))
        assert len(line) <= 100, f"line {number} has {len(line)} characters"
        assert line == line.rstrip(), f"line {number} ends in a space"
        assert indent % 2 == 0, f"line {number} is indented by {indent}"
