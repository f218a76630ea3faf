"""Figures that are possible and look wrong are asked about, at the very edge of each bound."""

from __future__ import annotations

from pathlib import Path

import pytest

from renstra.model.ambang import Ambang
from renstra.model.realisasi import entries_of
from renstra.reading.load import load_plan
from renstra.results.plausible import CONFIRM, PERTANYAAN, questions
from renstra.results.quality import check_quality
from tests.renstra.reports import SUMBER, TAHUN, plan_with, write

STATUS = "\n    status_data: sementara"
Entries = dict[str, str]


def money(pagu: int | None = None, realisasi: int | None = None, quarters: str = "") -> str:
    """An entry on money."""
    lines = [f"pagu: {pagu}"] if pagu is not None else []
    lines += [f"triwulan: {{{quarters}}}"] if quarters else []
    lines += [f"realisasi: {realisasi}"] if realisasi is not None else []
    return "\n    ".join(lines) + STATUS


def value(lines: str) -> str:
    """An entry on an indicator."""
    return f"nilai: {lines}{STATUS}"


def asked(project: Path, entries: Entries, before: Entries | None = None) -> list[str]:
    """What is asked of the reports for 2032, given those for 2031."""
    if before:
        write(project / "data", before)
    plan = plan_with(project, entries, 2032)
    return [
        f"{problem.where}: {problem.message.removesuffix(CONFIRM)}"
        for _, problem in questions(plan, 2032)
    ]


@pytest.mark.parametrize(
    ("entries", "before", "expected"),
    [
        pytest.param(
            {"ik-001": value("0.8750")},
            {},
            ["indikator ik-001: nilai: ditemukan 0.875 persen; apakah maksudnya 87.5?"],
            id="a fraction for a percentage",
        ),
        pytest.param(
            {"ik-001": value("1")},
            {},
            ["indikator ik-001: nilai: ditemukan 1 persen; apakah maksudnya 100?"],
            id="the whole as a fraction",
        ),
        pytest.param({"ik-001": value("1.01")}, {}, [], id="more than the whole"),
        pytest.param({"ik-001": value("0")}, {}, [], id="nought is no fraction"),
        pytest.param(
            {"ik-001": f"pembilang: 1\n    penyebut: 200{STATUS}"}, {}, [], id="derived by division"
        ),
        pytest.param({"ik-004": value("1")}, {}, [], id="no share"),
        pytest.param(
            {"ik-001": "triwulan: {1: 0.2, 2: 40}"},
            {},
            ["indikator ik-001: triwulan: 1: ditemukan 0.2 persen; apakah maksudnya 20?"],
            id="a fraction in a quarter",
        ),
        pytest.param(
            {"ik-005": value("1230")},
            {"ik-005": value("123")},
            [
                "indikator ik-005: nilai: ditemukan 1230, padahal tahun sebelumnya 123; apakah "
                "komanya atau angkanya tepat?"
            ],
            id="ten times the year before",
        ),
        pytest.param(
            {"ik-005": value("1229")}, {"ik-005": value("123")}, [], id="not quite ten times"
        ),
        pytest.param(
            {"ik-005": value("12")},
            {"ik-005": value("120")},
            [
                "indikator ik-005: nilai: ditemukan 12, padahal tahun sebelumnya 120; apakah "
                "komanya atau angkanya tepat?"
            ],
            id="a tenth of the year before",
        ),
        pytest.param({"ik-005": value("50")}, {"ik-005": value("0")}, [], id="nothing before"),
        pytest.param({"ik-002": value("A")}, {"ik-002": value("D")}, [], id="grades do not jump"),
        pytest.param(
            {"ik-005": "triwulan: {1: 10, 2: 9, 4: 12}\n    nilai: 11" + STATUS},
            {},
            [
                "indikator ik-005: triwulan: 2: ditemukan 9, kurang dari 10 pada triwulan "
                "sebelumnya; apakah sudah dihitung sejak awal tahun?",
                "indikator ik-005: nilai: ditemukan 11, kurang dari 12 pada triwulan sebelumnya; "
                "apakah sudah dihitung sejak awal tahun?",
            ],
            id="what is counted falls",
        ),
        pytest.param(
            {"ik-005": "triwulan: {1: 10, 2: 10}\n    nilai: 10" + STATUS}, {}, [], id="it stands"
        ),
        pytest.param({"ik-001": "triwulan: {1: 90, 2: 80}"}, {}, [], id="a share may fall"),
        pytest.param(
            {"pg-1": money(400000, 300000, "1: 200000, 2: 100000")},
            {},
            [
                "program pg-1: triwulan: 2: ditemukan 100000, kurang dari 200000 pada triwulan "
                "sebelumnya; apakah sudah dihitung sejak awal tahun?"
            ],
            id="spending falls",
        ),
        pytest.param(
            {"pg-1": money(3999)},
            {},
            [
                "program pg-1: pagu: ditemukan 3999, padahal alokasi rencana 400 ribu rupiah; "
                "apakah maksudnya 3999000? Tulis dalam rupiah penuh, bukan ribuan"
            ],
            id="a budget in thousands",
        ),
        pytest.param({"pg-1": money(4000)}, {}, [], id="a hundredth of the allocation"),
        pytest.param({"pg-2": money(1)}, {}, [], id="nothing allocated"),
        pytest.param({"pg-1": money(100000, 120000)}, {}, [], id="120 per cent"),
        pytest.param(
            {"pg-1": money(100000, 120001)},
            {},
            [
                "program pg-1: realisasi: ditemukan 120001, yaitu 120.001 persen pagu 100000; "
                "apakah keduanya dalam rupiah penuh?"
            ],
            id="more than 120 per cent",
        ),
        pytest.param(
            {"pg-1": money(100000, None, "1: 130000")},
            {},
            [
                "program pg-1: triwulan: 1: ditemukan 130000, yaitu 130 persen pagu 100000; apakah "
                "keduanya dalam rupiah penuh?"
            ],
            id="a quarter of more than 120 per cent",
        ),
        pytest.param({"pg-1": money(100000, 1000)}, {}, [], id="one per cent"),
        pytest.param({"pg-1": money(100000, None, "1: 10")}, {}, [], id="early in the year"),
        pytest.param(
            {"pg-1": money(100000, 999)},
            {},
            [
                "program pg-1: realisasi: ditemukan 999, yaitu 0.999 persen pagu 100000; apakah "
                "maksudnya 999000?"
            ],
            id="less than one per cent",
        ),
        pytest.param(
            {"pg-1": money(100000, 0)},
            {},
            [
                "program pg-1: realisasi: ditemukan 0, yaitu 0 persen pagu 100000; apakah memang "
                "tidak ada belanja?"
            ],
            id="nothing spent",
        ),
        pytest.param(
            {"pg-1": money(400000, 300000), "ak-002": money(400000, 300000)}, {}, [], id="as much"
        ),
        pytest.param(
            {"pg-1": money(400000, 300000), "ak-002": money(400001, 300001)},
            {},
            [
                "program pg-1: pagu: ditemukan 400000, kurang dari jumlah kegiatannya 400001; "
                "apakah semuanya dalam rupiah penuh dan tidak dihitung ganda?",
                "program pg-1: realisasi: ditemukan 300000, kurang dari jumlah kegiatannya 300001; "
                "apakah semuanya dalam rupiah penuh dan tidak dihitung ganda?",
            ],
            id="beyond the programme's",
        ),
        pytest.param(
            {"ik-002": value("B") + SUMBER.replace("2032-01-31", "2031-12-31")},
            {},
            [
                "indikator ik-002: sumber: tanggal: ditemukan 2031-12-31, sebelum tahun 2032 "
                "dimulai; apakah tahunnya tepat?"
            ],
            id="a source from before the year",
        ),
        pytest.param(
            {"ik-002": value("B") + SUMBER.replace("2032-01-31", "2032-01-01")},
            {},
            [],
            id="a source of its first day",
        ),
    ],
)
def test_is_asked(project: Path, entries: Entries, before: Entries, expected: list[str]) -> None:
    assert asked(project, entries, before) == expected


def test_every_question_is_asked_above(request: pytest.FixtureRequest) -> None:
    """The module's own cases are the list; a question without one would go unnoticed."""
    (mark,) = [m for m in test_is_asked.pytestmark if m.name == "parametrize"]  # type: ignore[attr-defined]
    said = " ".join(line for case in mark.args[1] for line in case.values[2])
    marks = {
        "pecahan": "persen; apakah maksudnya",
        "lompatan": "tahun sebelumnya",
        "triwulan-turun": "triwulan sebelumnya",
        "satuan-uang": "alokasi rencana",
        "serapan": "persen pagu",
        "melebihi-program": "jumlah kegiatannya",
        "sumber-sebelum-tahunnya": "dimulai",
    }
    assert marks.keys() == {question.nama for question in PERTANYAAN}
    assert [name for name, words in marks.items() if words not in said] == []


def test_it_keeps_a_figure_from_being_final_until_it_is_confirmed(project: Path) -> None:
    def errors(status: str, more: str = "") -> list[bool]:
        lines = f"nilai: 0.5\n    status_data: {status}{SUMBER}{more}"
        entry = {"ik-001": lines + "\n    analisis: Ada."}
        plan = plan_with(project, {"ik-001": entry["ik-001"]}, 2032)
        return [not one.warning for one in check_quality(plan) if "apakah" in one.message]

    assert errors("sementara") == [False]
    assert errors("final") == [True]
    lines = f"nilai: 0.5\n    status_data: final{SUMBER}\n    analisis: Ada."
    plan = plan_with(project, {"ik-001": f"{lines}\n    penegasan: Satu dari 200."}, 2032)
    assert list(check_quality(plan)) == []
    assert entries_of(plan.realisasi[2032])["ik-001"].penegasan == "Satu dari 200."


def test_the_bounds_are_data_and_the_method_says_them(project: Path) -> None:
    entries = {"pg-1": money(100000, 110000), "ik-005": value("40")}
    assert asked(project, entries, {"ik-005": value("10")}) == []

    file = project / "data/ambang.yml"
    file.write_text("serapan_paling_tinggi: 105.5\nlompatan: 4\n", encoding="utf-8")

    assert [one.partition(":")[0] for one in asked(project, entries)] == [
        "indikator ik-005",
        "program pg-1",
    ]
    said = {one.nama: one.said(load_plan(Path("data")).ambang) for one in PERTANYAAN}
    assert said["serapan"] == (
        "Realisasi anggaran tidak lebih dari 105,5 persen dan tidak kurang dari 1 persen pagunya."
    )
    assert said["lompatan"] == (
        "Nilai setahun tidak naik atau turun 4 kali lipat atau lebih dari tahun sebelumnya."
    )
    file.write_text("lompatan: 0\n", encoding="utf-8")
    with pytest.raises(Exception, match=r"ambang.yml:1: lompatan"):
        load_plan(Path("data"))
    assert Ambang().lompatan == 10
    assert TAHUN == 2031
