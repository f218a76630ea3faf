"""What first screens say, as whole sentences, for plans with nothing and with much reported."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.frame.site import Site
from macros.frame.view import View
from macros.parts import answers
from renstra.model.target import read_target
from renstra.plan.plan import Plan

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ([], ""),
        ([2031], "2031"),
        ([2031, 2032], "2031 dan 2032"),
        ([2031, 2032, 2033], "2031–2033"),
        ([2031, 2033], "2031 dan 2033"),
        ([2031, 2032, 2033, 2035], "2031–2033 dan 2035"),
        ([2031, 2032, 2034, 2035, 2036], "2031, 2032 dan 2034–2036"),
    ],
)
def test_years_are_drawn_together(years: list[int], said: str) -> None:
    assert answers.years_said(years) == said


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        pytest.param(["95%"] * 3, ["Target 95% setiap tahun, 2031–2033."], id="the same"),
        pytest.param(
            ["80%", "90%", "90%"], ["Target 2031: 80%; 2032 dan 2033: 90%."], id="growing"
        ),
        pytest.param(
            ["0", "-", "90%"],
            [
                "Target 2033: 90%.",
                'Untuk 2031 tertulis "0", dibaca tanpa target.',
                'Untuk 2032 tertulis "-".',
            ],
            id="a zero and a dash",
        ),
        pytest.param(
            ["80%", "", ""],
            ["Target 2031: 80%.", "Untuk 2032 dan 2033 sel targetnya kosong."],
            id="empty cells",
        ),
        pytest.param(["-"] * 3, ['Untuk 2031–2033 tertulis "-".'], id="none"),
    ],
)
def test_targets(tiny: Plan, cells: list[str], said: list[str]) -> None:
    indikator = tiny.kedudukan["ik-001"].indikator
    read = [
        read_target(year, cell, "angka", ("%", ""))
        for year, cell in zip(tiny.tahun, cells, strict=True)
    ]

    assert answers.targets(indikator, read) == said


def indikator(site: Site, kode: str) -> list[str]:
    return [
        sentence.replace(NBSP, " ")
        for sentence in answers.indikator(
            View(site, ""), site.plan.kedudukan[kode], site.results_of[kode]
        )
    ]


def test_an_indicator_without_results(site: Site) -> None:
    assert indikator(site, "ik-004") == [
        "Target 2031: 2 perkara; 2032: 1 perkara; 2033: 0 perkara.",
        "Hasil belum dimuat di situs ini.",
        "Alokasi sasaran ini menurut Tabel I.3: Rp10.000 pada 2031; Rp30.000 pada 2033.",
    ]


def test_an_indicator_with_a_result_a_quarter_and_what_is_missing(reported: Site) -> None:
    assert indikator(reported, "ik-003")[1] == (
        "2031 tercapai: hasil WDP, target WDP. Hasil 2032 dan 2033 belum dimuat di situs ini."
    )
    assert indikator(reported, "ik-004")[1] == (
        "2031 baru sampai triwulan II: 1 perkara. Hasil 2032 dan 2033 belum dimuat di situs ini."
    )


def test_of_several_years_the_newest_is_told_whole(whole: Site) -> None:
    assert indikator(whole, "ik-026")[1] == (
        "2024 tercapai: hasil 24 orang, target 24 orang. 2021 dan 2022 tercapai. 2023 ditarik. "
        "Hasil 2025 belum dimuat di situs ini."
    )
    missed = indikator(whole, "ik-055")[1]
    assert missed.startswith("2024 tidak tercapai: hasil 97,5 %, target 100%. Analisis kantor: “")


def test_a_kegiatan_whose_money_is_on_one_line(site: Site, whole: Site) -> None:
    def told(one: Site, kode: str) -> list[str]:
        item = one.plan.kegiatan[kode]
        lines = [line for sasaran in item.sasaran for line in one.plan.pendanaan_of(sasaran)]
        return answers.kegiatan(one, item, lines)

    assert told(site, "kg-001") == [
        "2 sasaran, 3 indikator.",
        "Alokasi kegiatan ini menurut Tabel I.3: Rp50.000 pada 2032; Rp0 pada 2033.",
        "Hasil belum dimuat di situs ini.",
    ]
    assert told(whole, "kg-001")[1] == "Tabel IV.3 tidak memuat angka untuk kegiatan ini."


def test_counts(site: Site, reported: Site) -> None:
    items = reported.results[2031]

    assert answers.counted(items) == (
        "2 dari 3 tercapai (1 masih sementara); 1 baru nilai triwulan."
    )
    assert answers.counted(site.results[2031]) == "Hasil 3 indikator belum dimuat di situs ini."
    assert answers.counted([]) == "Tidak ada indikator yang ditargetkan dan dapat dinilai."
    assert answers.capaian(reported, 2031) == [
        "0 dari 1 tercapai; 1 baru nilai triwulan.",
        "1 indikator dinilai: 5 − 2 tanpa target − 2 diukur untuk seluruh lembaga.",
    ]


def test_home_says_what_is_reported_and_how_many_have_a_target_each_year(
    site: Site, reported: Site
) -> None:
    assert answers.home(reported)[2] == "2031: 0 dari 1 tercapai; 1 baru nilai triwulan."
    rows = [place for place in site.plan.kedudukan.values() if place.indikator.id == "ik-004"]
    plan = replace(site.plan)
    plan.__dict__["kedudukan"] = {row.indikator.id: row for row in rows}
    assert answers.home(Site(plan, None, "", ""))[0] == (
        "1 indikator, semuanya bertarget di setiap tahun 2031–2033."
    )


def test_a_plan_without_amounts_says_nothing_of_them(site: Site) -> None:
    plan = site.plan
    empty = [
        row.model_copy(update={"pagu": dict.fromkeys(plan.tahun)})
        for row in plan.anggaran_program.baris
    ]
    table = plan.anggaran_program.model_copy(update={"baris": empty})
    bare = Site(replace(plan, anggaran_program=table), None, "", "")

    assert answers.anggaran(bare) == []
    assert len(answers.home(bare)) == 2
