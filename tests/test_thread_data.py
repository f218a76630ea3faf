"""The links of the real data: the same sentences are all there, and every reading gives reasons."""

from __future__ import annotations

import re
import string
from collections import Counter
from itertools import product

import pytest

from renstra.load import load_plan
from renstra.model.tautan import PAIRS, Tautan
from renstra.thread import Thing, build_thread
from tests.building import PROJECT

PLAN = load_plan(PROJECT / "data", "data")
THREAD = build_thread(PLAN)
LINKS = {link.id: link for link in PLAN.tautan.tautan}
SAME = {name: link for name, link in LINKS.items() if link.dasar == "kalimat_sama"}
READINGS = {name: link for name, link in LINKS.items() if link.sifat == "tafsir"}
POLICY = {head.program: [d.id for d in head.kebijakan] for head in PLAN.kebijakan.arah}


def plain(text: str) -> str:
    """The letters and digits of a text, told apart by nothing; written anew for these tests."""
    gone = string.punctuation + string.whitespace + "“”–"
    return "".join(character for character in text.lower() if character not in gone)


def ends(link: Tautan) -> tuple[Thing, Thing]:
    return THREAD.things[link.dari], THREAD.things[link.ke]


def of_kind(kind: str) -> list[Thing]:
    return [thing for thing in THREAD.things.values() if thing.kind == kind]


@pytest.mark.parametrize("name", SAME)
def test_is_the_same_sentence(name: str) -> None:
    one, other = ends(LINKS[name])

    assert plain(one.text) == plain(other.text)


@pytest.mark.parametrize(
    ("kind", "other"), [(kind, other) for kind, others in PAIRS.items() for other in others]
)
def test_every_pair_of_same_sentences_is_linked(kind: str, other: str) -> None:
    equal = {
        (one.id, two.id)
        for one, two in product(of_kind(kind), of_kind(other))
        if plain(one.text) == plain(two.text)
    }
    linked = {
        (link.dari, link.ke)
        for link in SAME.values()
        if [thing.kind for thing in ends(link)] == [kind, other]
    }

    assert linked == equal


@pytest.mark.parametrize("name", READINGS)
def test_a_reading_gives_its_reason(name: str) -> None:
    link = READINGS[name]
    one, other = ends(link)

    assert plain(one.text) != plain(other.text)
    assert link.alasan
    assert len(link.alasan.split()) >= 8
    assert link.alasan.endswith(".")
    assert link.alasan.count('"') >= 2, "a reason quotes the words it rests on"


@pytest.mark.parametrize("name", READINGS)
def test_the_words_that_a_reason_quotes_stand_in_the_plan(name: str) -> None:
    link = READINGS[name]
    # A reason may call a third thing to witness, which it then names.
    named = re.findall(r"\b(?:ik|sa|si|sn)-\d+\b", link.alasan or "")
    texts = [THREAD.things[key].text for key in (link.dari, link.ke, *named)]
    texts += [PLAN.words(key) for key in re.findall(r"\bi+-\d{3}\b", link.alasan or "")]
    # And the head under which one of its ends stands in Table I.6.
    texts += [
        step.text
        for key in named
        for link_up in THREAD.downstream(key)
        if (step := THREAD.things[link_up.ke]).kind == "sintesa"
    ]

    for quoted in re.findall(r'"([^"]*)"', link.alasan or ""):
        assert any(plain(quoted) in plain(text) for text in texts), quoted


@pytest.mark.parametrize("name", PLAN.kedudukan)
def test_an_indicator_reaches_back_to_the_analysis(name: str) -> None:
    behind = {
        kind: [item.thing.id for item in group] for kind, group in THREAD.behind(name).items()
    }

    assert behind["program"] == [PLAN.kedudukan[name].program.id]
    assert set(POLICY[behind["program"][0]]) <= set(behind["arah kebijakan"])
    assert behind["strategi"]
    assert behind["matriks"]
    assert behind["faktor"]


@pytest.mark.parametrize("name", PLAN.kedudukan)
def test_all_that_is_behind_an_indicator_leads_to_it(name: str) -> None:
    for group in THREAD.behind(name).values():
        for item in group:
            ahead = {other.thing.id: other for other in THREAD.ahead(item.thing.id)["indikator"]}
            assert ahead[name].sifat == item.sifat


@pytest.mark.parametrize("name", [thing.id for thing in of_kind("proyek prioritas")])
def test_a_priority_project_reaches_an_indicator_and_its_money(name: str) -> None:
    ahead = THREAD.ahead(name)

    assert ahead["indikator"]
    assert ahead["baris anggaran"]
    assert len(THREAD.downstream(name)) == 1


def test_no_factor_leads_to_a_single_strategy() -> None:
    after = {
        THREAD.things[link.ke].kind for f in of_kind("faktor") for link in THREAD.downstream(f.id)
    }

    assert after == {"matriks"}


def test_everything_is_linked_but_what_nothing_supports() -> None:
    alone = [
        name for name in THREAD.things if not THREAD.upstream(name) and not THREAD.downstream(name)
    ]
    without_origin = {
        kind: [t.id for t in of_kind(kind) if not THREAD.upstream(t.id)]
        for kind in ("butir sintesa", "arah kebijakan")
    }
    leading_nowhere = [t.id for t in of_kind("strategi") if not THREAD.downstream(t.id)]

    assert alone == []
    assert without_origin == {
        "butir sintesa": ["si-007", "si-013", "si-016"],
        "arah kebijakan": ["ab-009", "ab-011", "ab-013", "ab-016"],
    }
    assert leading_nowhere == []


def test_links_stand_in_the_order_of_the_thread() -> None:
    order = list(THREAD.things)
    places = [(order.index(link.dari), order.index(link.ke)) for link in LINKS.values()]

    assert places == sorted(places)


def test_count_of_links_by_kind_and_nature() -> None:
    counts = Counter(
        f"{one.kind} → {other.kind}: {link.sifat}"
        for link in LINKS.values()
        for one, other in [ends(link)]
    )

    assert sorted(f"{name} {count}" for name, count in counts.items()) == [
        "arah kebijakan → kegiatan: tafsir 7",
        "arah kebijakan → kelompok regulasi: tafsir 2",
        "arah kebijakan → regulasi: tafsir 4",
        "arah kebijakan → sasaran: tafsir 17",
        "butir sintesa → arah kebijakan: tafsir 15",
        "butir sintesa → arah kebijakan: tersurat 2",
        "proyek prioritas → sasaran: tafsir 3",
        "proyek prioritas → sasaran: tersurat 7",
        "sintesa → strategi utama: tafsir 3",
        "sintesa → strategi utama: tersurat 2",
        "strategi → arah kebijakan: tafsir 30",
        "strategi → arah kebijakan: tersurat 3",
        "strategi → butir sintesa: tafsir 24",
        "strategi → butir sintesa: tersurat 19",
    ]
