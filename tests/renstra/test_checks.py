"""The checks and the notes: for each rule a smallest broken plan and the whole of what is said.

A folder of `tests/broken_checks` holds the files that differ from `tests/tiny`, and `pesan.txt` is
the whole text of the error; it is named after its rule, and perhaps the way in which it breaks it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from renstra.checks.labels import counts, follows
from renstra.checks.notes import notes_at
from renstra.checks.places import printed_places
from renstra.checks.registry import BY_NAME, CHECKS, violations
from renstra.dialect.problem import DataError
from renstra.plan.plan import Plan
from renstra.reading.load import load_plan

BROKEN = Path(__file__).parent.parent / "broken_checks"
TREES = sorted(path.name for path in BROKEN.iterdir())


@pytest.mark.parametrize("tree", TREES)
def test_refuses(tree: str, project: Path) -> None:
    shutil.copytree(BROKEN / tree / "data", project / "data", dirs_exist_ok=True)

    with pytest.raises(DataError) as caught:
        load_plan(Path("data"))

    assert f"{caught.value}\n" == (BROKEN / tree / "pesan.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", BY_NAME)
def test_each_rule_has_a_tree_that_breaks_it(rule: str) -> None:
    said = (BROKEN / rule / "pesan.txt").read_text(encoding="utf-8")

    assert f": {rule} " in said


def test_each_tree_is_about_a_rule_or_a_note() -> None:
    strays = [tree for tree in TREES if not tree.startswith(("catatan-", *BY_NAME))]

    assert strays == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_each_check_states_its_rule_to_builders_and_readers(check: object) -> None:
    (found,) = [other for other in CHECKS if other is check]

    assert (found.run.__doc__ or "").split(". ")[0]
    assert found.statement.endswith(".")
    assert [other.name for other in CHECKS].count(found.name) == 1


def test_what_the_checks_find_in_a_plan(tiny: Plan) -> None:
    assert [
        f"{item.aturan} {item.pokok} {item.difference}".strip() for item in violations(tiny)
    ] == [
        "jumlah-rincian pg-1:2031 beda 100 ribu rupiah",
        "jumlah-rincian pg-1:2032 beda 100 ribu rupiah",
        "jumlah-rincian pg-1:2033 beda 500 ribu rupiah",
        "nama-kegiatan ak-002",
        "kegiatan-bernama ak-001",
        "nomor-kegiatan pg-1",
        "sasaran-bertarget ak-002",
        "sel-target ik-005:2033",
        "satuan-sebaris ik-001",
    ]


def test_notes_by_place(tiny: Plan) -> None:
    marks = {
        place if year is None else f"{place} {year}": " ".join(note.id for note in notes)
        for (place, year), notes in notes_at(tiny).items()
    }

    assert marks == {
        "ik-001 2031": "ct-001",
        "ik-005 2033": "ct-002",
        "sa-001": "ct-003",
        "ik-002": "ct-003",
        "tabel-i-2#pg-1 2031": "ct-004",
        "tabel-i-3#pg-1 2031": "ct-004",
        "tabel-i-2#pg-1 2032": "ct-004",
        "tabel-i-3#pg-1 2032": "ct-004",
        "tabel-i-2#pg-1 2033": "ct-004",
        "tabel-i-3#pg-1 2033": "ct-004",
        "ak-001": "ct-005",
        "ak-002": "ct-006 ct-007 ct-008",
        "kg-001": "ct-006",
        "an-002": "ct-008",
    }


def test_what_is_printed_where(tiny: Plan) -> None:
    places = printed_places(tiny)

    assert places["ik-001"].words == ("Persentase pegawai terlatih",)
    assert dict(places["ik-001"].cells) == {2031: "0", 2032: "87,5 %", 2033: "100%"}
    assert places["kg-002"].words == ("1", "Bantuan Hukum")
    assert places["i-004"].words == ("1.", "Program Dukungan sebesar Rp1.200.000")
    assert places["bab-i"].words == ("BAB I", "TARGET DAN PENDANAAN")
    assert places["tabel-i-1"].words[:2] == ("Tabel I.1", "Target Kinerja Kantor Contoh")
    assert places["tabel-i-2#total"].words == ("TOTAL", "1.240")
    assert dict(places["tabel-i-2#pg-2"].cells) == {2031: "10", 2032: "", 2033: "30"}
    assert places["tabel-i-3#pg-1"].words == ("I", "Program Dukungan")
    assert "persen" not in places, "units are words of the site, not of the plan"


@pytest.mark.parametrize(
    ("quotation", "year", "says"),
    [
        pytest.param("pegawai terlatih", None, True, id="part of a name"),
        pytest.param("Pegawai terlatih", None, False, id="another letter"),
        pytest.param("87,5 %", 2032, True, id="a whole cell"),
        pytest.param("7,5 %", 2032, False, id="part of a figure"),
        pytest.param("87,5 %", 2033, False, id="another year"),
        pytest.param("87,5 %", None, False, id="a cell without its year"),
        pytest.param("0", 2030, False, id="a year without a cell"),
    ],
)
def test_a_place_says(tiny: Plan, quotation: str, year: int | None, *, says: bool) -> None:
    assert printed_places(tiny)["ik-001"].says(quotation, year) is says


@pytest.mark.parametrize(
    ("label", "values"),
    [
        ("3.", [3]),
        ("b)", [2]),
        ("(4)", [4]),
        ("i.", [9, 1]),
        ("IV", [4]),
        ("KESATU", []),
        ("-", []),
    ],
)
def test_what_a_label_counts_as(label: str, values: list[int]) -> None:
    assert counts(label) == values


@pytest.mark.parametrize(
    ("label", "before", "does"),
    [
        ("2.", "1.", True),
        ("3.", "1.", False),
        ("1.", "7.", True),
        ("i.", "h.", True),
        ("ii.", "i.", True),
        ("b.", None, False),
    ],
)
def test_a_label_follows_another(label: str, before: str | None, *, does: bool) -> None:
    assert follows(label, before) is does
