"""The notes on the real decree, one test id for each, and the ids that were published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from renstra.checks.notes import check_notes, notes_at
from renstra.checks.places import printed_places
from renstra.checks.registry import BY_NAME, violations
from renstra.files import FAMILIES, OPTIONAL, SINGLE, data_files
from renstra.ids import declared
from renstra.load import load_plan
from renstra.model.catatan import Catatan, CatatanBaca, CatatanUji
from renstra.plan import Plan
from renstra.yamlfile import read_yaml

DATA = Path(__file__).parent.parent / "data"
PUBLISHED = DATA / "terbit/id.txt"
PLAN = load_plan(DATA, "data")
NOTES = PLAN.catatan.catatan
BOUND = [note for note in NOTES if isinstance(note, CatatanUji)]
READ = [note for note in NOTES if isinstance(note, CatatanBaca)]
PLACES = printed_places(PLAN)
MARKS = {place: [note.id for note in notes] for place, notes in notes_at(PLAN).items()}
FOUND = {(item.aturan, item.pokok) for item in violations(PLAN)}


def name(note: Catatan) -> str:
    return note.id


def with_notes(notes: Iterable[Catatan]) -> Plan:
    """The plan with these notes and no others."""
    return replace(PLAN, catatan=PLAN.catatan.model_copy(update={"catatan": list(notes)}))


def changed(note: CatatanUji, **values: object) -> Plan:
    """The plan with one note changed."""
    other = note.model_copy(update=values)
    return with_notes(other if item is note else item for item in NOTES)


def wheres(plan: Plan) -> list[str]:
    return sorted(problem.where for problem in check_notes(plan))


def test_there_are_more_than_fifty_of_both_kinds() -> None:
    assert len(BOUND) > 50
    assert len(READ) > 50


def test_numbers_follow_the_list_without_a_gap() -> None:
    assert [note.id for note in NOTES] == [f"ct-{n:03}" for n in range(1, len(NOTES) + 1)]


def test_titles_are_short_and_each_is_used_once() -> None:
    titles = [note.judul for note in NOTES]

    assert len(set(titles)) == len(titles)
    assert [title for title in titles if len(title) > 80 or title.endswith(".")] == []


@pytest.mark.parametrize("note", NOTES, ids=name)
def test_a_note_is_explained_in_one_to_three_sentences_and_marked_somewhere(note: Catatan) -> None:
    marks = [place for place, notes in MARKS.items() if note.id in notes]

    assert note.penjelasan.endswith(".")
    assert len(note.penjelasan) <= 420
    assert marks
    assert all(place in PLACES for place, _ in marks)


@pytest.mark.parametrize("note", BOUND, ids=name)
class TestBoundToACheck:
    """A note of the kind `uji`."""

    def test_without_it_exactly_its_violations_are_problems(self, note: CatatanUji) -> None:
        rest = with_notes(item for item in NOTES if item is not note)

        assert wheres(rest) == sorted(f"{note.aturan} {item}" for item in note.pokok)

    def test_a_false_claim_is_a_problem(self, note: CatatanUji) -> None:
        false = changed(note, pokok=[*note.pokok, "tidak-ada"])

        assert wheres(false) == [f"catatan {note.id}: pokok"]


@pytest.mark.parametrize("note", READ, ids=name)
def test_every_quotation_of_a_note_stands(note: CatatanBaca) -> None:
    assert [
        place.kutipan
        for place in note.tempat
        if not PLACES[place.di].says(place.kutipan, place.tahun)
    ] == []


@pytest.mark.parametrize("rule", BY_NAME)
def test_a_false_note_on_a_rule_is_a_problem(rule: str) -> None:
    true = BOUND[0]
    false = true.model_copy(update={"id": "ct-999", "aturan": rule, "pokok": ["tidak-ada"]})

    assert "catatan ct-999: pokok" in wheres(with_notes([*NOTES, false]))


def test_every_violation_is_claimed_once() -> None:
    claims = [(note.aturan, item) for note in BOUND for item in note.pokok]

    assert sorted(claims) == sorted(FOUND)


EXACT = ("jumlah-baris", "jumlah-kolom", "ulangan-jumlah", "nama-tujuan", "nama-orang")


@pytest.mark.parametrize("rule", EXACT)
def test_what_reconciles_in_the_decree_has_no_note(rule: str) -> None:
    assert [subject for broken, subject in FOUND if broken == rule] == []


def test_the_details_of_programme_i_reconcile_in_2021_alone() -> None:
    cells = {f"{program.id}:{year}" for program in PLAN.program for year in PLAN.tahun}

    assert cells - {subject for rule, subject in FOUND if rule == "jumlah-rincian"} == {"pg-1:2021"}


def ids_of_the_data() -> list[str]:
    """Every id that the data declares, sorted."""
    found: set[str] = set()
    for file in data_files(DATA):
        model = (SINGLE | OPTIONAL).get(file) or next(
            model for pattern, model in FAMILIES.items() if Path(file).match(pattern)
        )
        document, _ = read_yaml(DATA / file, file)
        assert document
        found |= {entry.name for entry in declared(model, document.value) if entry.name}
    return sorted(found)


def test_no_published_id_is_lost_and_every_id_is_published() -> None:
    listed = PUBLISHED.read_text(encoding="utf-8").splitlines()

    # An id once listed stays in the data; a new one is added to the list, in its place.
    assert listed == ids_of_the_data()
