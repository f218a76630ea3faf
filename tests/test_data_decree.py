"""The prose of the real plan: its chapters, its lists and where its tables stand.

What stands here was counted and read in the decree by a person; it changes only with the decree.
"""

from __future__ import annotations

import pytest

from renstra.model.naskah import Bagan, Blok, Butir, Naskah, Subjudul, TempatTabel
from tests.decree import PLAN, items, letters, lists, numbers

CHAPTERS = {
    "keputusan": ("kep", 39),
    "kata-pengantar": ("kp", 5),
    "bab-i": ("i", 207),
    "bab-ii": ("ii", 26),
    "bab-iii": ("iii", 114),
    "bab-iv": ("iv", 12),
    "bab-v": ("v", 5),
}


def test_the_chapters_stand_in_the_order_of_the_decree() -> None:
    assert [chapter.id for chapter in PLAN.naskah] == list(CHAPTERS)


@pytest.mark.parametrize("chapter", PLAN.naskah, ids=lambda chapter: chapter.id)
def test_the_ids_of_the_parts_follow_the_decree_without_a_gap(chapter: Naskah) -> None:
    prefix, count = CHAPTERS[chapter.id]

    assert [part.id for part in chapter.isi] == [f"{prefix}-{n:03}" for n in range(1, count + 1)]


SECTIONS = {
    "keputusan": "Menimbang / Mengingat / Memerhatikan / MEMUTUSKAN :",
    "kata-pengantar": "",
    "bab-i": "A. Latar Belakang / B. Kondisi Umum / C. Tugas Pokok dan Fungsi KPU Kabupaten/Kota / "
    "D. Analisis Strategi KPU Kota Blitar / 1. Potensi dan Permasalahan / 2. Peluang dan Ancaman / "
    "3. Analisis Deskriptif Kualitatif SWOT / E. Pengertian Umum",
    "bab-ii": "A. Visi / B. Misi / C. Tujuan / D. Sasaran Strategis",
    "bab-iii": "A. Arah Kebijakan dan Strategi KPU / "
    "B. Arah Kebijakan dan Strategi KPU Kota Blitar Tahun 2020 - 2024 / "
    "C. Kerangka Regulasi / D. Kerangka Kelembagaan",
    "bab-iv": "A. TARGET KINERJA / B. KERANGKA PENDANAAN",
    "bab-v": "",
}


@pytest.mark.parametrize("chapter", PLAN.naskah, ids=lambda chapter: chapter.id)
def test_the_chapter_has_these_headings(chapter: Naskah) -> None:
    found = [
        f"{part.label or ''} {part.teks}".strip()
        for part in chapter.isi
        if isinstance(part, Subjudul)
    ]

    assert " / ".join(found) == SECTIONS[chapter.id]


DIKTUM = ["Menetapkan", "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"]
LISTS = {
    "Menimbang gives 3 reasons": ("kep-003", "Menimbang", letters(3)),
    "Mengingat names 9 regulations": ("kep-007", "Mengingat", numbers(9)),
    "Memerhatikan names 2 documents": ("kep-017", "Memerhatikan", numbers(2)),
    "MEMUTUSKAN has 5 diktum": ("kep-020", "MEMUTUSKAN :", DIKTUM),
    "KETIGA has 3 letters": ("kep-024", "meliputi:", letters(3)),
    "KEEMPAT has 5 letters": ("kep-028", "menjadi pedoman:", letters(5)),
    "Pasal 18 gives 12 duties": ("i-007", "Pasal 18", numbers(12)),
    "Pasal 19 gives 6 powers": ("i-020", "Pasal 19", numbers(6)),
    "Pasal 20 gives 14 obligations": ("i-027", "Pasal 20", numbers(14)),
    "22 duties in a Pemilihan": ("i-042", "tugas dan wewenang", numbers(22)),
    "the 8th of them has 3 letters": ("i-050", "data terakhir :", letters(3, ")")),
    "12 obligations in a Pemilihan": ("i-068", "wajib:", numbers(12)),
    "5 divisions by the regulation": ("i-082", "Pembagian Divisi", letters(5)),
    "5 divisions by the letter": ("i-089", "5 Divisi yaitu :", numbers(5)),
    "the secretariat has 8 duties": ("i-099", "memiliki tugas", numbers(8)),
    "the secretariat has 4 powers": ("i-108", "memiliki wewenang", numbers(4)),
    "the secretariat has 10 functions": ("i-113", "menyelenggarakan fungsi", numbers(10)),
    "the secretariat has 3 obligations": ("i-124", "memiliki kewajiban", numbers(3)),
    "4 sub-sections": ("i-128", "4 Sub Kepala Bagian", numbers(4)),
    "7 aspects of the organisation": ("i-146", "7(tujuh) aspek", letters(7)),
    "5 opportunities": ("i-159", "peluang tersebut", letters(5)),
    "13 threats": ("i-165", "ancaman yang harus diatasi", letters(13)),
    "5 main strategies": ("i-188", "5 (lima) strategi utama", numbers(5, ")")),
    "12 definitions": ("i-195", "definisi dan pengertian", numbers(12)),
    "3 words of the vision": ("ii-004", "visi KPU RI", numbers(3)),
    "7 missions": ("ii-009", "mewujudkan visi", numbers(7)),
    "2 broad groups of programmes": ("ii-017", "dibagi menjadi dua", numbers(2)),
    "3 goals": ("ii-020", "Tujuan", numbers(3)),
    "4 strategic issues": ("iii-004", "isu-isu strategis", numbers(4)),
    "3 national directions": ("iii-009", "Arah Kebijakan dan Strategi", numbers(3)),
    "2 programmes with directions": ("iii-026", "dua Program", numbers(2)),
    "2 kinds of regulations": ("iii-048", "regulasi yang akan diterbitkan", numbers(2)),
    "6 efforts": ("iii-086", "beberapa upaya", numbers(6)),
    "2 activities of the 4th effort": ("iii-092", "melaksanakan kegiatan", letters(2)),
    "2 kinds of institutions": ("iii-096", "lembaga pemerintah/non", letters(2)),
    "2 programmes with funds": ("iv-005", "Target pendanaan", numbers(2)),
}


@pytest.mark.parametrize(("intro", "words", "labels"), LISTS.values(), ids=LISTS)
def test_a_list_is_whole(intro: str, words: str, labels: list[str]) -> None:
    assert words in PLAN.words(intro)
    assert [item.label for item in items(intro)] == labels


OTHER_LABELS = {"kep-021": DIKTUM}
"""Lists, by their first item, whose labels are neither numbers nor letters nor dashes."""


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(found, id=f"list from {found[0].id} to {found[-1].id}")
        for chapter in PLAN.naskah
        for found in lists(chapter)
    ],
)
def test_labels_run_in_sequence(found: list[Butir]) -> None:
    first, count = found[0], len(found)
    after = first.label[1:]
    ways = [numbers(count, after), letters(count, after), ["-"] * count]

    expected = [OTHER_LABELS[first.id]] if first.id in OTHER_LABELS else ways
    assert [item.label for item in found] in expected


def test_every_item_stands_in_one_of_these_lists() -> None:
    listed = [item.id for chapter in PLAN.naskah for found in lists(chapter) for item in found]

    every = [name for name, (_, part) in PLAN.bagian.items() if isinstance(part, Butir)]
    assert sorted(listed) == sorted(every)


PLACED = [part.tabel for _, part in PLAN.bagian.values() if isinstance(part, TempatTabel)]


@pytest.mark.parametrize("table", list(PLAN.tabel))
def test_a_table_stands_in_the_prose_exactly_once(table: str) -> None:
    assert PLACED.count(table) == 1


def test_the_tables_stand_in_the_prose_in_their_order() -> None:
    assert list(PLAN.tabel) == PLACED


def test_there_are_12_tables() -> None:
    assert list(PLAN.tabel.values()) == [
        *["TABEL. I.1", "Tabel I.2", "Tabel I.3", "Tabel. I.4", "Tabel. I.3", "Tabel. I.4"],
        *["Tabel. I.5", "Tabel I.6", "Tabel II.1", "Tabel IV.1", "Tabel IV.2", "Tabel IV.3"],
    ]


def test_chapter_iv_has_its_parts_in_order() -> None:
    (chapter,) = [chapter for chapter in PLAN.naskah if chapter.id == "bab-iv"]

    kinds = [getattr(part, "tabel", part.jenis) for part in chapter.isi]
    assert " ".join(kinds) == (
        "subjudul paragraf tabel-iv-1 subjudul paragraf butir butir paragraf tabel-iv-2 paragraf "
        "tabel-iv-3 paragraf"
    )


def test_the_plan_is_explained_in_diktum_kedua() -> None:
    part = PLAN.bagian[PLAN.rencana.pengertian][1]

    assert isinstance(part, Butir)
    assert part.label == "KEDUA"
    assert "merupakan dokumen perencanaan Komisi Pemilihan Umum Kota Blitar" in part.teks


@pytest.mark.parametrize(("decree", "annex"), [("kep-035", "v-004"), ("kep-036", "v-005")])
def test_the_annex_is_signed_in_the_words_of_the_decree(decree: str, annex: str) -> None:
    first, second = PLAN.bagian[decree][1], PLAN.bagian[annex][1]

    assert isinstance(first, Blok)
    assert isinstance(second, Blok)
    assert first.baris == second.baris


def test_the_number_and_the_date_of_the_decree_stand_in_it() -> None:
    assert PLAN.rencana.keputusan.nomor in PLAN.words("kep-002")
    assert PLAN.rencana.keputusan.nomor in PLAN.words("kep-037")
    assert "24 Juli 2020" in PLAN.words("kep-035")
    assert PLAN.rencana.keputusan.tanggal.isoformat() == "2020-07-24"


def test_the_extraction_lost_two_charts_with_a_caption_and_three_graphs_without() -> None:
    lost = [(part.id, part.nomor) for _, part in PLAN.bagian.values() if isinstance(part, Bagan)]

    assert lost == [
        *[("i-088", "Bagan I.1"), ("i-098", "Bagan I.2")],
        *[("i-138", None), ("i-140", None), ("i-142", None)],
    ]


MENDED = {
    "i-068": "label",
    **{f"i-{number:03}": "label" for number in range(69, 81)},
    "i-146": "teks",
    "i-196": "teks",
    "iii-028": "teks",
    "iii-099": "teks",
    "iii-103": "teks",
}


def test_the_extraction_was_mended_in_exactly_these_parts() -> None:
    found = {
        name: mend.bagian
        for name, (_, part) in PLAN.bagian.items()
        for mend in getattr(part, "perbaikan", [])
    }

    assert found == MENDED


@pytest.mark.parametrize("name", MENDED)
def test_the_part_stands_in_the_data_as_read(name: str) -> None:
    part = PLAN.bagian[name][1]
    (mend,) = getattr(part, "perbaikan", [])
    read = getattr(part, mend.bagian, PLAN.words(name))

    assert mend.dibaca in read
    assert mend.dibaca != mend.terekstrak
