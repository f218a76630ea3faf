"""Reports as data: the empty form, the values derived from them, and what they lack."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from renstra.dialect.problem import DataError
from renstra.model.realisasi import entries_of
from renstra.past.review import review
from renstra.plan.forms import expected_entries
from renstra.plan.plan import Plan
from renstra.reading.load import load_plan
from renstra.reading.trees import Folder
from renstra.results.plausible import CONFIRM
from renstra.results.year import assess
from renstra.sheet.blank import blank_report
from tests.renstra.reports import SUMBER, TAHUN, filled, plan_with, without, write


def test_an_empty_form_reports_nothing_and_is_data(tiny: Plan, project: Path) -> None:
    plan = plan_with(project, {})

    assert blank_report(tiny, TAHUN).splitlines()[:16] == [
        "# Realisasi tahun 2031, seperti dilaporkan oleh Kantor Contoh.",
        "# Kosong berarti belum dilaporkan; nol yang sungguh nol ditulis 0. Bilangan ditulis "
        "biasa, seperti",
        "# 23617 atau 87.5; uang dalam rupiah penuh. Tanggal ditulis seperti 2032-01-31.",
        "# Kunci lain bila perlu, menurut urutan skema: triwulan, pembilang, penyebut, "
        "tidak_ada_kejadian,",
        "# target_pk, capaian_lkj, diaudit, alasan_perubahan, penegasan.",
        "tahun: 2031",
        "batas_lapor:",
        "indikator:",
        "  - kode: ik-001",
        "    nilai:",
        "    status_data:",
        "    sumber:",
        "      judul:",
        "      nomor:",
        "      tanggal:",
        "      url:",
    ]
    assert not plan.realisasi[TAHUN].any_reported
    assert review(plan, None) == []


def test_a_group_that_repeats_a_total_is_not_reported_on(tiny: Plan) -> None:
    assert expected_entries(tiny, TAHUN) == {
        "indikator": ["ik-001", "ik-002", "ik-003", "ik-004", "ik-005"],
        "program": ["pg-1", "pg-2"],
        "kegiatan": ["ak-002", "ak-003"],
        "baris": ["an-002", "an-003", "an-004"],
    }


def test_a_year_without_a_file_has_no_report(tiny: Plan) -> None:
    assert tiny.realisasi == {}


def test_reports_from_another_folder_stand_in_for_those_of_the_data(project: Path) -> None:
    write(project / "data", {"ik-001": "nilai: salah"})
    (project / "lain").mkdir()
    write(project / "lain", {"ik-001": "nilai: 80\n    status_data: final" + SUMBER})
    plan = load_plan(Path("data"), realisasi=Folder(Path("lain/realisasi"), "contoh"))

    entry = plan.realisasi[TAHUN].indikator[0]
    assert entry.hasil == 80
    assert (entry.path, entry.line("nilai")) == ("contoh/2031.yml", 10)


@pytest.mark.parametrize(
    ("lines", "hasil", "quarter", "reported"),
    [
        pytest.param("nilai: 0", 0, None, True, id="a typed zero"),
        pytest.param("nilai: 87.5", Decimal("87.5"), None, True, id="a number"),
        pytest.param("nilai:", None, None, False, id="nothing"),
        pytest.param(
            "pembilang: 7\n    penyebut: 8", Decimal("87.5"), None, True, id="derived from parts"
        ),
        pytest.param("triwulan:\n      1: 10\n      2:", None, (1, 10), False, id="a quarter"),
        pytest.param(
            "triwulan:\n      1: 10\n      3: 30\n    nilai: 40", 40, (3, 30), True, id="both"
        ),
        pytest.param("tidak_ada_kejadian: Tidak ada.", None, None, True, id="nothing to count"),
    ],
)
def test_what_an_entry_reports(
    project: Path,
    lines: str,
    hasil: Decimal | None,
    quarter: tuple[int, int] | None,
    *,
    reported: bool,
) -> None:
    status = "\n    status_data: sementara" if reported else ""
    entry = plan_with(project, {"ik-001": lines + status}).realisasi[TAHUN].indikator[0]

    assert (entry.hasil, entry.terakhir, entry.reported) == (hasil, quarter, reported)
    assert entry.running == (quarter is not None)


FINAL = "\n    status_data: final"


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        pytest.param({"ik-002": f"nilai: B{FINAL}{SUMBER}"}, [], id="whole"),
        pytest.param(
            {"ik-002": f"nilai: B{FINAL}"},
            [
                "data/realisasi/2031.yml:20: indikator ik-002: sumber: judul: nilai dilaporkan "
                "tanpa dokumen sumber; isi sumber: judul"
            ],
            id="final without a source",
        ),
        pytest.param(
            {"ik-002": "nilai: B\n    status_data: sementara"},
            [
                "data/realisasi/2031.yml:20: indikator ik-002: sumber: judul: peringatan: nilai "
                "dilaporkan tanpa dokumen sumber; isi sumber: judul"
            ],
            id="provisional without a source",
        ),
        pytest.param(
            {"ik-002": "triwulan:\n      1: B"},
            [
                "data/realisasi/2031.yml:20: indikator ik-002: sumber: judul: peringatan: nilai "
                "dilaporkan tanpa dokumen sumber; isi sumber: judul"
            ],
            id="a quarter without a source",
        ),
        pytest.param(
            {"ik-003": f"nilai: TW{FINAL}{SUMBER}"},
            [
                'data/realisasi/2031.yml:31: indikator ik-003: analisis: target 2031 "WDP" tidak '
                "tercapai tanpa analisis; terangkan sebabnya"
            ],
            id="missed without an analysis",
        ),
        pytest.param(
            {"ik-003": f"nilai: TW{FINAL}{SUMBER}\n    analisis: Aset belum tercatat."},
            [],
            id="missed with an analysis",
        ),
        pytest.param(
            {"pg-1": f"pagu: 300\n    realisasi: 301{FINAL}{SUMBER}"},
            [
                "data/realisasi/2031.yml:66: program pg-1: pagu: ditemukan 300, padahal alokasi "
                "rencana 300 ribu rupiah; apakah maksudnya 300000? Tulis dalam rupiah penuh, bukan "
                f"ribuan{CONFIRM}",
                "data/realisasi/2031.yml:67: program pg-1: realisasi: peringatan: ditemukan 301, "
                "lebih dari pagu 300; periksa keduanya",
            ],
            id="money",
        ),
        pytest.param(
            {"pg-1": f"pagu: 310000\n    triwulan:\n      1: 400000{SUMBER}"},
            [
                "data/realisasi/2031.yml:68: program pg-1: triwulan: 1: peringatan: ditemukan "
                "400000, yaitu 129.0323 persen pagu 310000; apakah keduanya dalam rupiah "
                f"penuh?{CONFIRM}"
            ],
            id="money of a quarter",
        ),
        pytest.param(
            {"pg-1": f"pagu: 310000\n    triwulan:\n      1: 320000{SUMBER}"},
            [
                "data/realisasi/2031.yml:67: program pg-1: triwulan: peringatan: ditemukan 320000, "
                "lebih dari pagu 310000; periksa keduanya"
            ],
            id="a little more money than there is",
        ),
    ],
)
def test_what_a_report_lacks(project: Path, entries: dict[str, str], said: list[str]) -> None:
    assert [str(problem) for problem in review(plan_with(project, entries), None)] == said


def test_files_of_no_year_are_refused(project: Path) -> None:
    file = write(project / "data", {})
    shutil.copyfile(file, file.with_stem("2031 (salinan)"))

    with pytest.raises(DataError, match=r"padahal nama berkasnya 2031 \(salinan\)"):
        load_plan(Path("data"))


ENTRIES = {
    "ik-002": f"nilai: B{FINAL}{SUMBER}",
    "ik-004": "triwulan:\n      1: 3",
    "pg-2": f"pagu: 900000\n    realisasi: 800000{FINAL}{SUMBER}",
}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(without(filled(ENTRIES), "ik-001", "ik-003", "ik-005"), id="indicators"),
        pytest.param(without(filled(ENTRIES), "ik-005", "pg-1", "ak-003"), id="the last and money"),
        pytest.param(without(filled(ENTRIES), "ak-002", "ak-003"), id="a list without entries"),
        pytest.param(
            without(filled(ENTRIES), "ak-002", "ak-003").replace("kegiatan:\n", ""), id="no list"
        ),
    ],
)
def test_what_is_not_entered_is_not_reported(project: Path, text: str) -> None:
    whole = plan_with(project, ENTRIES)
    write(project / "data", {}).write_text(text, encoding="utf-8")
    plan = load_plan(Path("data"))

    assert _told(plan) == _told(whole)
    assert [item.capaian for item in assess(plan, TAHUN)] == [
        item.capaian for item in assess(whole, TAHUN)
    ]
    assert [(problem.where, problem.message) for problem in review(plan, None)] == [
        (problem.where, problem.message) for problem in review(whole, None)
    ]


def _told(plan: Plan) -> list[dict[str, Any]]:
    """Every entry of the report, an empty source as none."""
    rows = [entry.model_dump() for entry in entries_of(plan.realisasi[TAHUN]).values()]
    return [
        row | {"sumber": row["sumber"] if any((row["sumber"] or {}).values()) else None}
        for row in rows
    ]


def test_what_is_not_entered_belongs_in_its_list(project: Path) -> None:
    file = write(project / "data", {})
    file.write_text(without(filled({}), "ik-003"), encoding="utf-8")
    entry = load_plan(Path("data")).realisasi[TAHUN].indikator[2]

    line = file.read_text(encoding="utf-8").splitlines().index("indikator:") + 1
    assert str(entry.problem("kosong", "nilai")) == (
        f"data/realisasi/2031.yml:{line}: indikator ik-003: nilai: kosong"
    )


def test_a_year_may_be_reported_in_a_line(project: Path) -> None:
    write(project / "data", {}).write_text("tahun: 2031\n", encoding="utf-8")

    assert not load_plan(Path("data")).realisasi[TAHUN].any_reported
