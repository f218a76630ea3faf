"""Workbooks downloaded earlier, one of each form that there was, are read as they are today."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from renstra.plan.plan import Plan
from renstra.sheet.importing import check_import
from renstra.sheet.layout import HEAD_ROW, make_layout
from renstra.sheet.layout import YEAR as YEAR_SHEET
from tests.sheet.books import rework, take_in, template
from tests.sheet.forms import FORMS, YEAR, report_made_up

CHANGES = [
    "ik-001 2032 · Nilai setahun: kosong → 90",
    "ik-001 2032 · Status data: kosong → sementara",
    "ik-001 2032 · Sumber: judul: kosong → Laporan rekaan",
    "ik-002 2032 · Nilai setahun: B → kosong",
    "ik-002 2032 · Status data: sementara → kosong",
    "ik-002 2032 · Kendala: kosong → Tidak ada; dibuat-buat.",
    "ik-005 2032 · Triwulan 4: kosong → 12",
    "ik-005 2032 · Sumber: judul: kosong → Laporan rekaan",
    "pg-1 2032 · Pagu akhir (DIPA): kosong → 5000",
    "an-004 2032 · Alasan perubahan: kosong → Dibuat-buat.",
]
OF_A_YEAR = [
    "laporan 2032 · Sumber: judul: kosong → Laporan rekaan setahun",
    "laporan 2032 · Sumber: nomor: kosong → 1/LAIN",
]
"""What is typed on the sheet that a form has since its sixth."""

HOW = "the heads changed: keep the new form as tests/sheet/lembar/README.md says"


def heads(content: bytes) -> dict[str, list[str]]:
    """The heads of each sheet that is filled in."""
    book = load_workbook(io.BytesIO(content))
    return {
        sheet.title: [str(cell.value) for cell in sheet[HEAD_ROW] if cell.value]
        for sheet in book.worksheets[1:]
        if sheet.sheet_state == "visible"
    }


def kept() -> list[Path]:
    """The forms that are kept."""
    return sorted(FORMS.glob("*.xlsx"))


@pytest.mark.parametrize("form", kept(), ids=lambda form: form.stem)
def test_each_form_is_read_whole(form: Path, project: Path) -> None:
    report_made_up()

    found = check_import(Path("data"), form.read_bytes(), form.name)

    assert (found.problems, found.warnings, found.remarks) == ([], [], [])
    has_year = any(title.startswith(YEAR_SHEET) for title in heads(form.read_bytes()))
    assert [change.words() for change in found.changes] == CHANGES + OF_A_YEAR * has_year
    assert found.write() is None
    again = check_import(Path("data"), form.read_bytes(), form.name)
    assert (again.problems, again.changes) == ([], [])


def test_a_form_of_today_s_heads_is_kept(tiny: Plan) -> None:
    today = {
        sheet.name: [column.title for column in sheet.columns]
        for sheet in make_layout(tiny, YEAR, example=True).sheets
    }

    assert today in [heads(form.read_bytes()) for form in kept()], HOW


def moved(book: Workbook) -> None:
    """The column of the figures stands first, and the one of the kode last."""
    sheet = book["Indikator"]
    sheet.move_range("A3:A8", cols=30)
    sheet.move_range("J3:J8", cols=-9)


def test_a_column_that_was_moved_is_read_where_it_stands(office: Path) -> None:
    def change(book: Workbook) -> None:
        book["Indikator"]["J4"] = 101
        moved(book)

    assert take_in(rework(template(), change)).output.splitlines()[0] == (
        "isi.xlsx: lembar Indikator, sel A4 (ik-001, Nilai setahun): ditemukan 101, di luar "
        "rentang 0 sampai 100; perbaiki"
    )


def without_status(book: Workbook) -> None:
    """The sheet without one of its columns."""
    heads = [cell.value for cell in book["Indikator"][HEAD_ROW]]
    book["Indikator"].delete_cols(heads.index("Status data") + 1)


def reworded(book: Workbook) -> None:
    """That column at the end, under another head."""
    without_status(book)
    book["Indikator"]["AA3"] = "Status"


def noted(book: Workbook) -> None:
    """A note beside the sheet without that column."""
    without_status(book)
    book["Indikator"]["AC4"] = "catatan"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(without_status, "Tidak ada perubahan.", id="a column gone"),
        pytest.param(
            lambda book: book["Indikator"].__setitem__("A2", "Isi sel kuning."),
            "Tidak ada perubahan.",
            id="another hint",
        ),
        pytest.param(
            lambda book: book["Indikator"].insert_cols(10),
            "Tidak ada perubahan.",
            id="an empty column",
        ),
        pytest.param(
            lambda book: book["Indikator"].__setitem__("AB3", "Nilai setahun"),
            'isi.xlsx: lembar Indikator, sel AB3: kepala "Nilai setahun" sudah ada di sel J3; '
            "hapus salah satunya",
            id="a head twice",
        ),
        pytest.param(
            lambda book: book["Indikator"].__setitem__("A3", "No"),
            'isi.xlsx: lembar Indikator, sel A3: sel terkunci berubah: ditemukan "No", seharusnya '
            '"Kode"; kembalikan seperti semula, atau unduh templat baru',
            id="no kode",
        ),
        pytest.param(
            lambda book: book["Indikator"].delete_cols(3),
            'isi.xlsx: lembar Indikator, sel C3: sel terkunci berubah: ditemukan "Satuan", '
            'seharusnya "Kegiatan: sasaran"; kembalikan seperti semula, atau unduh templat baru',
            id="a locked column gone",
        ),
        pytest.param(
            lambda book: (
                book["Indikator"].__setitem__("J3", None),
                book["Indikator"].__setitem__("J4", 80),
            ),
            "isi.xlsx: lembar Indikator, sel J3: sel terkunci berubah: ditemukan kosong, "
            'seharusnya "Nilai setahun"; kembalikan seperti semula, atau unduh templat baru',
            id="a head gone from what was filled in",
        ),
        pytest.param(
            reworded,
            'isi.xlsx: lembar Indikator, sel AA3: sel terkunci berubah: ditemukan "Status", '
            'seharusnya "Status data"; kembalikan seperti semula, atau unduh templat baru',
            id="a head reworded elsewhere",
        ),
        pytest.param(
            noted,
            "isi.xlsx: lembar Indikator, sel AC4: keterangan: di luar tabel; dibiarkan",
            id="notes farther right",
        ),
    ],
)
def test_a_table_is_read_by_its_heads(
    change: Callable[[Workbook], object], said: str, office: Path
) -> None:
    assert take_in(rework(template(), change)).output.splitlines()[0] == said
