"""A year's results: judged, counted with denominators, late by the day of the data alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from renstra.plan.plan import Plan
from renstra.results.year import (
    assess,
    count,
    is_late,
    reported_years,
    spending,
    total_over_years,
)
from tests.renstra.reports import SUMBER, plan_with, write

FINAL = f"\n    status_data: final{SUMBER}"
REPORT = {
    "batas_lapor": "2033-03-31",
    "ik-001": f"nilai: 80\n    target_pk: 80 %{FINAL}",
    "ik-002": f"nilai: BB{FINAL}",
    "ik-004": f"triwulan:\n      2: 1{SUMBER}",
    "pg-1": f"pagu: 350000\n    realisasi: 280000{FINAL}",
    "ak-002": f"pagu: 50000\n    triwulan:\n      1: 20000{SUMBER}",
}


@pytest.fixture
def plan(project: Path) -> Plan:
    """The made-up plan with a report for 2032."""
    return plan_with(project, REPORT, 2032)


def test_every_indicator_is_judged_in_the_order_of_the_plan(plan: Plan) -> None:
    assert [
        (
            item.tempat.indikator.id,
            item.target.tercetak,
            item.status,
            item.capaian_pk and item.capaian_pk.status,
            item.persen_akhir and f"{item.persen_akhir:.2f}",
            item.due,
        )
        for item in assess(plan, 2032)
    ] == [
        ("ik-001", "87,5 %", "tidak_tercapai", "tercapai", "80.00", False),
        ("ik-002", "B", "melampaui", None, None, False),
        ("ik-003", "WTP", "belum_dilaporkan", None, None, True),
        ("ik-004", "1 perkara", "berjalan", None, None, True),
        ("ik-005", "1.234", "belum_dilaporkan", None, None, True),
    ]


def test_a_year_without_a_report_is_due_where_it_is_targeted(plan: Plan) -> None:
    found = assess(plan, 2031)

    assert [(item.status, item.due) for item in found] == [
        ("tidak_ditargetkan", False),
        ("belum_dilaporkan", True),
        ("belum_dilaporkan", True),
        ("belum_dilaporkan", True),
        ("tidak_ditargetkan", False),
    ]
    assert reported_years(plan) == [2032]


def test_counts_have_denominators(plan: Plan) -> None:
    found = count(assess(plan, 2032))

    assert {status: number for status, number in found.per_status.items() if number} == {
        "melampaui": 1,
        "tidak_tercapai": 1,
        "berjalan": 1,
        "belum_dilaporkan": 2,
    }
    assert (found.semua, found.ditargetkan, found.penyebut, found.tercapai) == (5, 5, 5, 1)


def test_what_cannot_be_judged_is_outside_the_denominator(project: Path) -> None:
    activity = project / "data/target/kg-001.yml"
    text = activity.read_text(encoding="utf-8")
    conflict = '        tidak_dapat_dihitung: Namanya lain.\n        target:\n          2031: "WDP"'
    text = text.replace('        target:\n          2031: "WDP"', conflict)
    activity.write_text(text, encoding="utf-8")
    none = f"tidak_ada_kejadian: Tidak ada pegawai.{FINAL}"
    found = count(assess(plan_with(project, {"ik-001": none}, 2032), 2032))

    assert (found.semua, found.ditargetkan, found.penyebut, found.tercapai) == (5, 5, 3, 0)


def test_what_is_withdrawn_is_promised_still_and_no_result(project: Path) -> None:
    gone = f"status_data: ditarik{SUMBER}\n    alasan_perubahan: Salah lampiran."
    plan = plan_with(project, {"ik-001": gone}, 2032)
    item = assess(plan, 2032)[0]
    found = count([item])

    assert (item.status, item.told, item.due) == ("ditarik", True, True)
    assert (found.penyebut, found.tercapai, found.any_told) == (1, 0, False)
    assert reported_years(plan) == [2032]


@pytest.mark.parametrize(
    ("tahun", "day", "late"),
    [
        pytest.param(2032, date(2033, 4, 1), True, id="after"),
        pytest.param(2032, date(2033, 3, 31), False, id="on the day"),
        pytest.param(2032, None, False, id="no history"),
        pytest.param(2031, date(2040, 1, 1), False, id="no report"),
        pytest.param(2033, date(2040, 1, 1), False, id="no day set"),
    ],
)
def test_late(project: Path, tahun: int, day: date | None, *, late: bool) -> None:
    write(project / "data", {}, 2033)
    assert is_late(plan_with(project, REPORT, 2032), tahun, day) is late


def test_years_are_added_only_where_the_indicator_says_so(project: Path) -> None:
    write(project / "data", {"ik-004": f"nilai: 2{FINAL}", "ik-005": f"nilai: 3{FINAL}"}, 2031)
    plan = plan_with(project, {"ik-004": f"nilai: 0{FINAL}"}, 2032)
    assert total_over_years(plan, "ik-004") is None

    activity = project / "data/target/kg-002.yml"
    text = activity.read_text(encoding="utf-8")
    text = text.replace("        makna_nol:", "        agregasi: jumlah\n        makna_nol:", 1)
    activity.write_text(text, encoding="utf-8")
    plan = plan_with(project, {"ik-004": f"nilai: 0{FINAL}"}, 2032)

    assert total_over_years(plan, "ik-004") == Decimal(2)
    assert total_over_years(plan, "ik-005") is None


def test_spending_is_a_share_of_the_final_budget(plan: Plan) -> None:
    programs = spending(plan, 2032, "program")

    assert [(item.kode, item.rencana, item.serapan) for item in programs] == [
        ("pg-1", 400, Decimal(80)),
        ("pg-2", None, None),
    ]
    assert [
        (item.kode, item.rencana, item.serapan) for item in spending(plan, 2032, "kegiatan")
    ] == [
        ("ak-002", 300, None),
        ("ak-003", None, None),
    ]
    assert spending(plan, 2032, "baris") == []
    assert [item.laporan for item in spending(plan, 2031, "program")] == [None, None]
