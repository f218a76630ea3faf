"""The real vision, goals, directions, regulations, partners and terms, against their own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from renstra.model.base import Entry
from renstra.model.istilah import Definisi, Singkatan
from renstra.model.kebijakan import KegiatanPrioritas, Proyek, Regulasi
from renstra.model.kelembagaan import Mitra
from renstra.model.naskah import Butir
from tests.decree import PLAN, codes, items, numbers

GOALS = PLAN.tujuan
POLICY = PLAN.kebijakan
PARTNERS = [
    [field.mitra for field in institution.bidang] for institution in PLAN.kelembagaan.lembaga
]
REGULATIONS = {group.tahap: group.regulasi for group in PLAN.regulasi.kelompok}


def test_the_vision() -> None:
    assert PLAN.words(GOALS.visi or "") == (
        "“Menjadi Penyelenggara Pemilu dan Pemilihan Serentak yang Mandiri, Profesional dan "
        "Berintegritas”"
    )


LISTED: dict[str, tuple[Any, list[str], str]] = {
    "3 words of the vision": (GOALS.kata_visi, codes("kv", 3), "ii-004"),
    "7 missions": (GOALS.misi, codes("mi", 7), "ii-009"),
    "2 broad groups": (GOALS.garis_besar, codes("gb", 2), "ii-017"),
    "3 goals": (GOALS.tujuan, codes("tj", 3), "ii-020"),
    "4 issues": (POLICY.isu, codes("is", 4), "iii-004"),
    "3 national directions": (POLICY.arah_nasional, codes("nk", 3), "iii-009"),
    "4 items of the first": (
        POLICY.arah_nasional[0].butir,
        [f"nk-1-{letter}" for letter in "abcd"],
        "iii-010",
    ),
    "3 items of the second": (
        POLICY.arah_nasional[1].butir,
        [f"nk-2-{letter}" for letter in "abc"],
        "iii-015",
    ),
    "3 items of the third": (
        POLICY.arah_nasional[2].butir,
        [f"nk-3-{letter}" for letter in "abc"],
        "iii-019",
    ),
    "12 policy directions of Programme I": (
        POLICY.arah[0].kebijakan,
        codes("ab", 12, 3),
        "iii-027",
    ),
    "6 policy directions of Programme II": (
        POLICY.arah[1].kebijakan,
        codes("ab", 18, 3)[12:],
        "iii-040",
    ),
    "8 regulations for a Pemilu": (REGULATIONS["pemilu"], codes("rg", 8, 3), "iii-050"),
    "22 regulations for a Pemilihan": (
        REGULATIONS["pemilihan"],
        codes("rg", 30, 3)[8:],
        "iii-059",
    ),
    "2 regulations of the secretariat": (
        REGULATIONS["sekretariat"],
        codes("rg", 32, 3)[30:],
        "iii-082",
    ),
    "6 efforts": (PLAN.kelembagaan.upaya, codes("up", 6), "iii-086"),
    "2 kinds of institutions": (PLAN.kelembagaan.lembaga, codes("lb", 2), "iii-096"),
    "3 fields of government": (PLAN.kelembagaan.lembaga[0].bidang, codes("bd", 3), "iii-097"),
    "3 partners in security": (PARTNERS[0][0], codes("mt", 3, 2), "iii-098"),
    "4 partners in outreach": (PARTNERS[0][1], codes("mt", 7, 2)[3:], "iii-102"),
    "3 partners in budgeting": (PARTNERS[0][2], codes("mt", 10, 2)[7:], "iii-107"),
    "3 partners outside government": (PARTNERS[1][0], codes("mt", 13, 2)[10:], "iii-111"),
    "5 divisions": (PLAN.organisasi.divisi, codes("dv", 5), "i-082"),
    "4 sub-sections": (PLAN.organisasi.subbagian, codes("sb", 4), "i-128"),
    "12 definitions": (PLAN.istilah.definisi, codes("df", 12, 2), "i-195"),
}


@pytest.mark.parametrize(("things", "names", "intro"), LISTED.values(), ids=LISTED)
def test_each_is_an_item_of_its_list_in_the_prose(
    things: Any, names: list[str], intro: str
) -> None:
    assert [thing.id for thing in things] == names
    assert [thing.naskah for thing in things] == [item.id for item in items(intro)]


def test_table_ii_1_has_3_2_and_1_objectives_of_the_goals_in_order() -> None:
    assert GOALS.tabel
    rows = [
        (row.tujuan, row.nomor, [(s.id, s.label) for s in row.sasaran]) for row in GOALS.tabel.baris
    ]

    assert rows == [
        ("tj-1", "1", [("ss-1", "1."), ("ss-2", "2."), ("ss-3", "3.")]),
        ("tj-2", "2", [("ss-4", "1."), ("ss-5", "2.")]),
        ("tj-3", "3", [("ss-6", None)]),
    ]


def test_there_are_five_members_led_by_one() -> None:
    assert PLAN.organisasi.tabel
    members = [(m.id, m.nomor, m.kedudukan) for m in PLAN.organisasi.tabel.anggota]

    assert members == [
        ("ag-1", "1", "Ketua"),
        *[(f"ag-{number}", f"{number}", "Anggota") for number in range(2, 6)],
    ]


def test_there_are_4_and_6_priority_projects() -> None:
    assert [len(activity.proyek) for activity in POLICY.prioritas] == [4, 6]
    assert [p.id for a in POLICY.prioritas for p in a.proyek] == codes("pp", 10, 2)


@pytest.mark.parametrize("activity", POLICY.prioritas, ids=lambda activity: activity.id)
def test_a_priority_activity_is_named_in_its_paragraph(activity: KegiatanPrioritas) -> None:
    assert f"“{activity.nama}”" in PLAN.words(activity.naskah)
    assert [project.label for project in activity.proyek] == numbers(len(activity.proyek), ")")


@pytest.mark.parametrize(
    ("activity", "project"),
    [pytest.param(a, p, id=p.id) for a in POLICY.prioritas for p in a.proyek],
)
def test_a_project_stands_letter_by_letter_in_its_paragraph(
    activity: KegiatanPrioritas, project: Proyek
) -> None:
    own = PLAN.words(activity.naskah).split(f"“{activity.nama}”")[1]

    assert any(f" {project.label} {project.nama}{end}" in own for end in ";.")


@pytest.mark.parametrize("direction", POLICY.arah, ids=lambda direction: direction.program)
def test_the_head_of_the_directions_names_a_programme(direction: Any) -> None:
    part = PLAN.bagian[direction.naskah][1]

    assert isinstance(part, Butir)
    assert f"pg-{part.label.rstrip('.')}" == direction.program
    assert part.teks.casefold().startswith("program ")


def kind_in(words: str) -> str:
    """The kind of regulation that words begin with."""
    begin = words.upper()
    if begin.startswith(("SK ", "SURAT KEPUTUSAN (SK) ")):
        return "SK"
    return "BA" if begin.startswith(("BA ", "BERITA ACARA (BA) ")) else ""


@pytest.mark.parametrize(
    "regulation",
    [pytest.param(r, id=r.id) for group in REGULATIONS.values() for r in group],
)
def test_a_regulation_is_of_the_kind_that_its_words_say(regulation: Regulasi) -> None:
    assert kind_in(PLAN.words(regulation.naskah)) == regulation.jenis


def test_exactly_three_regulations_are_minutes() -> None:
    minutes = [r.id for group in REGULATIONS.values() for r in group if r.jenis == "BA"]

    assert minutes == ["rg-002", "rg-004", "rg-007"]


@pytest.mark.parametrize(
    "partner",
    [pytest.param(p, id=p.id) for kind in PARTNERS for field in kind for p in field],
)
def test_a_partner_is_named_in_its_part(partner: Mitra) -> None:
    assert partner.nama in PLAN.words(partner.naskah)


@pytest.mark.parametrize("definition", PLAN.istilah.definisi, ids=lambda entry: entry.id)
def test_every_defined_term_stands_in_its_definition(definition: Definisi) -> None:
    words = PLAN.words(definition.naskah)

    assert words.startswith(definition.istilah[0])
    for term in definition.istilah[1:]:
        assert any(f"{before} {term}" in words for before in ("disingkat", "disebut"))


def texts(entry: Entry) -> Iterator[str]:
    """Every text of an entry and of all below it."""
    todo: list[Any] = [entry.model_dump()]
    while todo:
        match todo.pop():
            case dict() as inside:
                todo += inside.values()
            case list() as inside:
                todo += inside
            case str() as text:
                yield text


def words_at(place: str) -> str:
    """The words of a part of the prose or of a table."""
    if place in PLAN.bagian:
        return PLAN.words(place)
    tables: list[Any] = [*PLAN.swot.tabel, *PLAN.swot.matriks, PLAN.tabel_target]
    (table,) = [table for table in tables if table.id == place]
    rows = PLAN.kegiatan.values() if table is PLAN.tabel_target else []
    return " ".join(text for entry in [table, *rows] for text in texts(entry))


@pytest.mark.parametrize("entry", PLAN.istilah.singkatan, ids=lambda entry: entry.id)
def test_an_abbreviation_is_expanded_where_the_entry_says(entry: Singkatan) -> None:
    if entry.naskah is None:
        assert entry.hukum
    else:
        assert entry.kepanjangan in words_at(entry.naskah)
        assert entry.singkatan in words_at(entry.naskah)


def test_the_abbreviations_have_ids_in_order_and_stand_once() -> None:
    found = PLAN.istilah.singkatan

    assert [entry.id for entry in found] == codes("sk", len(found), 2)
    assert len({entry.singkatan for entry in found}) == len(found)
