"""How the parts of a plan hang together, on the made-up one."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from renstra.plan.plan import Plan
from renstra.reading.load import load_plan
from tests.renstra.whole import write_whole


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The made-up plan with every file that a plan may have."""
    data = tmp_path_factory.mktemp("whole") / "data"
    write_whole(data)
    return load_plan(data, "data")


def test_years(tiny: Plan) -> None:
    assert tiny.tahun == [2031, 2032, 2033]


def test_activities_of_a_programme(tiny: Plan) -> None:
    activities = {
        program.id: [kegiatan.id for kegiatan in tiny.kegiatan_of(program)]
        for program in tiny.program
    }

    assert activities == {"pg-1": ["kg-001"], "pg-2": ["kg-002"]}


def test_places_of_indicators_follow_the_table(tiny: Plan) -> None:
    places = [
        (name, place.program.id, place.kegiatan.id, place.sasaran.id, place.baris)
        for name, place in tiny.kedudukan.items()
    ]

    assert places == [
        ("ik-001", "pg-1", "kg-001", "sa-001", 1),
        ("ik-002", "pg-1", "kg-001", "sa-001", 2),
        ("ik-003", "pg-1", "kg-001", "sa-002", 3),
        ("ik-004", "pg-2", "kg-002", "sa-003", 4),
        ("ik-005", "pg-2", "kg-002", "sa-003", 5),
    ]


def test_the_table_orders_the_files_and_not_their_names(project: Path) -> None:
    table = project / "data/target/program.yml"
    text = table.read_text(encoding="utf-8")
    swapped = text.replace("kg-001", "kg-???").replace("kg-002", "kg-001").replace("???", "002")
    table.write_text(swapped, encoding="utf-8")

    plan = load_plan(Path("data"))

    assert list(plan.kedudukan) == ["ik-004", "ik-005", "ik-001", "ik-002", "ik-003"]


def test_indicators_of_an_activity(tiny: Plan) -> None:
    indicators = [indikator.id for indikator in tiny.kegiatan["kg-001"].indikator]

    assert indicators == ["ik-001", "ik-002", "ik-003"]


def test_targets(tiny: Plan) -> None:
    cells = {
        name: [(t.tahun, t.rupa, t.nilai, t.peringkat) for t in place.indikator.targets]
        for name, place in tiny.kedudukan.items()
    }

    assert cells == {
        "ik-001": [
            (2031, "angka", Decimal(0), None),
            (2032, "angka", Decimal("87.5"), None),
            (2033, "angka", Decimal(100), None),
        ],
        "ik-002": [
            (2031, "peringkat", None, "B"),
            (2032, "peringkat", None, "B"),
            (2033, "peringkat", None, "BB"),
        ],
        "ik-003": [
            (2031, "peringkat", None, "WDP"),
            (2032, "peringkat", None, "WTP"),
            (2033, "peringkat", None, "WTP"),
        ],
        "ik-004": [
            (2031, "angka", Decimal(2), None),
            (2032, "angka", Decimal(1), None),
            (2033, "angka", Decimal(0), None),
        ],
        "ik-005": [
            (2031, "strip", None, None),
            (2032, "angka", Decimal(1234), None),
            (2033, "kosong", None, None),
        ],
    }


def test_funding_lines_follow_the_table(tiny: Plan) -> None:
    lines = [(line.program.program, line.kegiatan.id, line.baris.id) for line in tiny.pendanaan]

    assert lines == [
        ("pg-1", "ak-001", "an-001"),
        ("pg-1", "ak-002", "an-002"),
        ("pg-1", "ak-002", "an-003"),
        ("pg-2", "ak-003", "an-004"),
    ]


def test_funding_of_an_objective_is_joined_by_its_id(tiny: Plan) -> None:
    joined = {
        sasaran.id: [line.baris.id for line in tiny.pendanaan_of(sasaran)]
        for kegiatan in tiny.kegiatan.values()
        for sasaran in kegiatan.sasaran
    }

    assert joined == {"sa-001": ["an-001"], "sa-002": ["an-003"], "sa-003": ["an-004"]}


def test_an_empty_amount_is_none_and_a_zero_is_zero(tiny: Plan) -> None:
    (line,) = tiny.pendanaan_of(tiny.kegiatan["kg-001"].sasaran[1])

    assert line.baris.pagu == {2031: None, 2032: 50, 2033: 0}


def test_entries_know_their_file_and_line(tiny: Plan) -> None:
    indikator = tiny.kedudukan["ik-005"].indikator

    assert indikator.path == "data/target/kg-002.yml"
    assert (indikator.line(), indikator.line("target"), indikator.line("target", 2032)) == (
        24,
        33,
        35,
    )
    assert tiny.rencana.line("keputusan", "tanggal") == 7
    assert tiny.anggaran_kegiatan.program[1].kegiatan[0].baris[0].line() == 51
    assert [part.line() for part in tiny.naskah[0].isi] == [5, 9, 12, 15]
    assert tiny.kedudukan["ik-002"].indikator.perbaikan[0].line("dibaca") == 36


def test_parts_of_the_prose_by_id_follow_the_chapters(whole: Plan) -> None:
    parts = [(name, chapter.id, part.jenis) for name, (chapter, part) in whole.bagian.items()]

    assert parts[2:6] == [
        ("i-003", "bab-i", "tabel"),
        ("i-004", "bab-i", "butir"),
        ("ii-001", "bab-ii", "blok"),
        ("ii-002", "bab-ii", "subjudul"),
    ]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        pytest.param("ii-001", "KANTOR CONTOH 2031-2033", id="blok"),
        pytest.param("ii-003", "Visi", id="subjudul"),
        pytest.param("ii-004", "Menjadi contoh (CTH) yang jelas.", id="paragraf"),
        pytest.param("ii-007", "SK Penetapan Contoh;", id="butir"),
        pytest.param("ii-008", "Bagan II.1 Susunan Contoh", id="bagan"),
        pytest.param("ii-009", "", id="grafik without caption"),
        pytest.param("ii-010", "", id="tabel"),
    ],
)
def test_words_of_a_part(whole: Plan, part: str, words: str) -> None:
    assert whole.words(part) == words


@pytest.mark.parametrize(
    ("part", "place"),
    [
        pytest.param("ii-001", "BAB II", id="before the first section"),
        pytest.param("ii-002", "BAB II, A", id="a section's own heading"),
        pytest.param("ii-004", "BAB II, A.1", id="a paragraph"),
        pytest.param("ii-005", "BAB II, A.1, 1", id="an item"),
        pytest.param("ii-007", "BAB II, A.1, 1.a", id="an item below an item"),
        pytest.param("ii-016", "BAB II, B, KESATU", id="an item of a later section"),
    ],
)
def test_a_part_is_cited_by_chapter_section_and_label(whole: Plan, part: str, place: str) -> None:
    assert whole.citation(part) == place


def test_numbers_of_tables_follow_the_decree(whole: Plan) -> None:
    assert " ".join(whole.tabel) == (
        "tabel-ii-4 tabel-ii-1 tabel-swot-so tabel-ii-2 tabel-ii-3 tabel-i-1 tabel-i-2 tabel-i-3"
    )
    assert whole.tabel["tabel-swot-so"] == "Tabel II.5"


def test_a_plan_does_without_the_files_it_need_not_have(tiny: Plan) -> None:
    parts = [tiny.swot.faktor, tiny.tujuan.visi, tiny.sintesa.utama, tiny.organisasi.tabel]

    assert parts == [[], None, [], None]
    assert tiny.kebijakan.path == ""


def test_entries_of_such_files_know_their_file_and_line(whole: Plan) -> None:
    (matrix,) = whole.swot.matriks
    (row,) = whole.tujuan.tabel.baris if whole.tujuan.tabel else []
    (partner,) = whole.kelembagaan.lembaga[0].bidang[0].mitra

    assert (matrix.strategi[0].path, matrix.strategi[0].line()) == ("data/swot.yml", 32)
    assert (row.path, row.sasaran[1].line("teks")) == ("data/tujuan.yml", 31)
    assert (partner.path, partner.line("nama")) == ("data/kelembagaan.yml", 13)


def test_everything_with_an_id_is_found_with_what_it_stands_in(tiny: Plan) -> None:
    found = {
        name: [f"{type(entry).__name__} {getattr(entry, 'id', '')}".strip() for entry in chain]
        for name, chain in tiny.things.items()
    }

    assert found["ik-001"] == [
        "TabelTarget tabel-i-1",
        "Program pg-1",
        "Kegiatan kg-001",
        "Sasaran sa-001",
        "Indikator ik-001",
    ]
    assert found["an-001"][1:] == [
        "ProgramAnggaran",
        "KegiatanAnggaran ak-001",
        "BarisAnggaran an-001",
    ]


def test_each_entry_is_met_once(whole: Plan) -> None:
    met = [id(chain[-1]) for chain in whole.entries()]

    assert len(met) == len(set(met))
    assert {id(kegiatan) for kegiatan in whole.kegiatan.values()} <= set(met)
