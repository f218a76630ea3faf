"""How far a year is filled in, as the command tells it and as the workbook remembers it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from renstra.cli.main import main
from renstra.plan.plan import Plan
from renstra.results.progress import overall, progress
from renstra.sheet.template import make_template
from tests.renstra.reports import SUMBER, TAHUN, plan_with, write

FILLED = {
    "ik-001": f"nilai: 70\n    status_data: final{SUMBER}",
    "ik-002": f"nilai: BB\n    status_data: final{SUMBER}",
    "ik-004": "triwulan:\n      1: 1",
    "pg-2": "status_data: ditarik\n    alasan_perubahan: Keliru.",
    "ak-002": f"realisasi: 150000\n    status_data: sementara{SUMBER}",
}


def status(year: int = TAHUN) -> tuple[int, list[str]]:
    """Exit code and lines of `renstra realisasi status`."""
    words = ["realisasi", "status", str(year)]
    result = CliRunner().invoke(main, words, prog_name="renstra", catch_exceptions=False)
    return result.exit_code, result.output.splitlines()


def test_what_is_filled_in_and_what_is_missing(project: Path) -> None:
    write(project / "data", FILLED)

    assert status() == (
        0,
        [
            "Realisasi 2031: 2 dari 3 indikator terisi, 2 dari 4 jumlah uang terisi.",
            "kg-001 Pembinaan Pegawai: 1 dari 2 indikator terisi; belum: ik-003",
            "kg-002 Bantuan Hukum: 1 dari 1 indikator terisi",
            "pg-1 Program Dukungan: 1 dari 2 jumlah uang terisi; belum: pg-1",
            "pg-2 Program Layanan: 1 dari 2 jumlah uang terisi; belum: ak-003",
            "Status data: 1 sementara, 2 final, 0 direvisi, 1 ditarik.",
            "Yang final sudah lengkap.",
        ],
    )


def test_what_final_figures_lack(project: Path) -> None:
    write(project / "data", {"ik-003": "nilai: TW\n    status_data: final"})

    lines = status()[1]

    lacks = lines[lines.index("Yang final masih kurang:") + 1 :]
    assert [line.partition(": ")[2] for line in lacks] == [
        "indikator ik-003: sumber: judul: nilai dilaporkan tanpa dokumen sumber; isi sumber: judul",
        'indikator ik-003: analisis: target 2031 "WDP" tidak tercapai '
        "tanpa analisis; terangkan sebabnya",
    ]


def test_a_year_without_a_report(project: Path) -> None:
    assert status()[0] == 1
    assert status(2030) == (1, ["2030 di luar rencana; seharusnya 2031, 2032, 2033"])


def test_what_is_not_promised_is_not_asked_for(project: Path) -> None:
    """Neither an indicator without a target nor money that the plan does not allocate."""
    kodes = [
        kode
        for part in progress(plan_with(project, {}, 2032), 2032)
        for kode in (*part.terisi, *part.belum)
    ]

    assert "pg-2" not in kodes
    assert "ik-005" not in [
        kode for part in progress(plan_with(project, {}), TAHUN) for kode in part.belum
    ]


def test_a_year_that_asks_for_nothing(tiny: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renstra.results.progress.progress", lambda *_: [])

    assert overall(tiny, TAHUN) == "tidak ada yang ditargetkan atau didanai."


def test_the_workbook_says_the_same(project: Path) -> None:
    plan = plan_with(project, FILLED)
    content = make_template(plan, TAHUN, Path("data/realisasi/2031.yml").read_bytes(), None)

    rows = [
        tuple(cell.value for cell in row[:2])
        for row in load_workbook(io.BytesIO(content))["Petunjuk"].iter_rows()
    ]
    first = rows.index(("Isi realisasi 2031 saat lembar ini dibuat", None))
    assert rows[first + 1 : first + 3] == [
        ("Seluruhnya", "2 dari 3 indikator terisi, 2 dari 4 jumlah uang terisi."),
        ("kg-001", "Pembinaan Pegawai: 1 dari 2 indikator terisi; belum: ik-003."),
    ]


def test_who_reports_is_named_beside(project: Path) -> None:
    file = project / "data/target/kg-002.yml"
    text = file.read_text(encoding="utf-8")
    named = text.replace("sasaran:", "penanggung_jawab: Kepala Bagian Umum\nsasaran:", 1)
    file.write_text(named, encoding="utf-8")
    write(project / "data", FILLED)

    assert status()[1][2] == (
        "kg-002 Bantuan Hukum (Kepala Bagian Umum): 1 dari 1 indikator terisi"
    )
