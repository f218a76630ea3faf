"""The real analysis: factors, matrices, strategies and what is drawn together from them."""

from __future__ import annotations

import re

import pytest

from renstra.model.base import Perbaikan
from renstra.model.swot import KelompokSintesa, Matriks, Sumbu, TabelKolom
from tests.decree import PLAN, codes, items, letters, numbers

GROUPS = {
    "kekuatan": [f"S{n}" for n in range(1, 11)],
    "kelemahan": [f"W{n}" for n in range(1, 10)],
    "peluang": [f"O{n}" for n in range(1, 7)],
    "ancaman": [f"T{n}" for n in range(1, 14)],
}
AXES = {"S": "kekuatan", "W": "kelemahan", "O": "peluang", "T": "ancaman"}
MATRICES = {matrix.id.removeprefix("tabel-swot-").upper(): matrix for matrix in PLAN.swot.matriks}


@pytest.mark.parametrize(("group", "factors"), GROUPS.items(), ids=GROUPS)
def test_the_factors_of_a_group_run_in_sequence(group: str, factors: list[str]) -> None:
    assert [f.id for f in PLAN.swot.faktor if f.kelompok == group] == factors


def test_there_are_38_factors_group_by_group() -> None:
    assert [f.id for f in PLAN.swot.faktor] == [f for group in GROUPS.values() for f in group]


def test_there_are_four_matrices_in_the_order_of_the_decree() -> None:
    assert [(name, matrix.nomor) for name, matrix in MATRICES.items()] == [
        ("SO", "Tabel. I.4"),
        ("WO", "Tabel. I.3"),
        ("ST", "Tabel. I.4"),
        ("WT", "Tabel. I.5"),
    ]


AXIS = [
    pytest.param(letter, axis, id=f"{letter} of {name}")
    for name, matrix in MATRICES.items()
    for letter, axis in zip(name, (matrix.dalam, matrix.luar), strict=True)
]


@pytest.mark.parametrize(("letter", "axis"), AXIS)
def test_an_axis_holds_all_factors_of_its_group_in_order(letter: str, axis: Sumbu) -> None:
    group = GROUPS[AXES[letter]]

    assert AXES[letter].upper() in axis.judul
    assert [printed.faktor for printed in axis.faktor] == group
    assert [printed.label for printed in axis.faktor] == numbers(len(group))


SLIPS = {
    ("WO", "O4"): "",
    ("WO", "O5"): "O4",
    ("WO", "O6"): "O5",
    ("ST", "S10"): "S9",
    ("WT", "T13"): "T12",
}
"""Where a matrix prints another code behind a factor than the factor's own, or none."""


@pytest.mark.parametrize("name", MATRICES)
def test_a_matrix_prints_the_codes_of_its_factors_but_for_the_known_slips(name: str) -> None:
    matrix = MATRICES[name]
    for printed in [*matrix.dalam.faktor, *matrix.luar.faktor]:
        found = re.findall(r"\(([SWOT]\d+)\)\.?$", printed.teks)

        code = SLIPS.get((name, printed.faktor), printed.faktor)
        assert "".join(found) == code, printed.faktor


COUNTS = {"SO": 6, "WO": 8, "ST": 11, "WT": 9}


@pytest.mark.parametrize(("name", "count"), COUNTS.items(), ids=COUNTS)
def test_strategies_of_a_matrix(name: str, count: int) -> None:
    assert [strategy.label for strategy in MATRICES[name].strategi] == numbers(count)


def test_the_34_strategies_run_through_the_matrices() -> None:
    found = [strategy.id for matrix in PLAN.swot.matriks for strategy in matrix.strategi]

    assert found == codes("st", 34, 3)


OPPORTUNITIES = {"a.": "O1 O2", "b.": "O3", "c.": "O4", "d.": "O5", "e.": ""}
THREATS = {label: f"T{n}" for n, label in enumerate(letters(13), 1)}
PROSE = [("i-159", OPPORTUNITIES), ("i-165", THREATS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(item.teks, expected[item.label], id=f"{item.id} {item.label}")
        for intro, expected in PROSE
        for item in items(intro)
    ],
)
def test_an_item_of_the_prose_has_these_codes(text: str, expected: str) -> None:
    assert " ".join(re.findall(r"\(([SWOT]\d+)\)", text)) == expected


COLUMNS = {
    "tabel-i-2": [("Potensi (kekuatan)", "pt", 7), ("Permasalahan (Kelemahan)", "pm", 6)],
    "tabel-i-3": [("Peluang (opportunities)", "pl", 4), ("Ancaman (Threats)", "ac", 5)],
}


@pytest.mark.parametrize("table", PLAN.swot.tabel, ids=lambda table: table.id)
def test_the_columns_of_a_table_hold(table: TabelKolom) -> None:
    found = [(column.kepala, [cell.id for cell in column.butir]) for column in table.kolom]

    assert found == [(head, codes(prefix, count, 2)) for head, prefix, count in COLUMNS[table.id]]


GATHERED = PLAN.sintesa.tabel.kelompok if PLAN.sintesa.tabel else []
SYNTHESES = dict(zip(codes("sn", 5), [10, 2, 3, 2, 3], strict=True))


def test_the_synthesis_has_five_heads() -> None:
    assert [group.id for group in GATHERED] == list(SYNTHESES)
    assert [group.label for group in GATHERED] == numbers(5)
    assert [group.kepala_strategi for group in GATHERED] == [
        f"STRATEGI SWOT {number}" for number in range(1, 6)
    ]


@pytest.mark.parametrize("group", GATHERED, ids=lambda group: group.id)
def test_strategies_under_a_head_of_the_synthesis(group: KelompokSintesa) -> None:
    assert [item.label for item in group.butir] == letters(SYNTHESES[group.id])


def test_the_20_items_of_the_synthesis_run_through_its_heads() -> None:
    assert [item.id for group in GATHERED for item in group.butir] == codes("si", 20, 3)


def test_the_five_main_strategies_are_the_list_under_the_synthesis() -> None:
    assert [(main.id, main.naskah) for main in PLAN.sintesa.utama] == list(
        zip(codes("su", 5), [item.id for item in items("i-188")], strict=True)
    )


def mends(matrix: Matriks) -> list[tuple[str, Perbaikan, str]]:
    """The mends of a matrix: of which factor or strategy, and its text as it stands."""
    printed = [*matrix.dalam.faktor, *matrix.luar.faktor]
    return [(p.faktor, mend, getattr(p, mend.bagian)) for p in printed for mend in p.perbaikan] + [
        (s.id, mend, getattr(s, mend.bagian)) for s in matrix.strategi for mend in s.perbaikan
    ]


MENDED = {"SO": "S5 O2 O3 O3", "WO": "", "ST": "T2", "WT": ""}


@pytest.mark.parametrize("name", MATRICES)
def test_the_extraction_was_mended_in_exactly_these_cells(name: str) -> None:
    assert " ".join(place for place, _, _ in mends(MATRICES[name])) == MENDED[name]


@pytest.mark.parametrize(
    ("mend", "stands"),
    [
        pytest.param(mend, stands, id=f"{name} {place} {mend.bagian}")
        for name, matrix in MATRICES.items()
        for place, mend, stands in mends(matrix)
    ],
)
def test_a_mended_cell_stands_in_the_data_as_read(mend: Perbaikan, stands: str) -> None:
    assert mend.dibaca in stands
    assert mend.dibaca != mend.terekstrak
