"""The template: what stands in it, what can be touched, and that the same data gives it again."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.datavalidation import DataValidation

from renstra.plan.plan import Plan
from renstra.reading.load import load_plan
from renstra.sheet.columns import input_columns
from renstra.sheet.layout import FIRST_ROW, HEAD_ROW, make_layout
from renstra.sheet.template import make_template
from tests.sheet.books import REPORT, YEAR, cell, members, take_in, template

INDIKATOR = [
    "Kode",
    "Indikator",
    "Kegiatan: sasaran",
    "Satuan",
    "Target 2031",
    "Triwulan 1",
    "Triwulan 2",
    "Triwulan 3",
    "Triwulan 4",
    "Nilai setahun",
    "Pembilang",
    "Penyebut",
    "Tidak ada kejadian",
    "Target PK",
    "Capaian menurut LKj",
    "Status data",
    "Sumber: judul",
    "Sumber: nomor",
    "Sumber: tanggal",
    "Sumber: alamat",
    "Sumber: berkas",
    "Sumber: SHA-256",
    "Analisis",
    "Kendala",
    "Tindak lanjut",
    "Alasan perubahan",
    "Penegasan",
]
LAPORAN = [
    *("Kode", "Batas lapor", "Sumber: judul", "Sumber: nomor", "Sumber: tanggal"),
    *("Sumber: alamat", "Sumber: berkas", "Sumber: SHA-256"),
    *("Persetujuan: nomor", "Persetujuan: tanggal", "Persetujuan: jabatan"),
]
ANGGARAN = [
    "Kode",
    "Nama",
    "Jenis",
    "Alokasi rencana 2031",
    "Pagu akhir (DIPA)",
    "Hibah",
    "Triwulan 1",
    "Triwulan 2",
    "Triwulan 3",
    "Triwulan 4",
    "Realisasi setahun",
    "Diaudit",
    "Status data",
    "Sumber: judul",
    "Sumber: nomor",
    "Sumber: tanggal",
    "Sumber: alamat",
    "Sumber: berkas",
    "Sumber: SHA-256",
    "Analisis",
    "Kendala",
    "Tindak lanjut",
    "Alasan perubahan",
    "Penegasan",
]


def set_values(**values: str) -> None:
    """Write values of ik-001, the first entry that has such a key, into the report."""
    text = REPORT.read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"{key}:\n", f"{key}: {value}\n", 1)
    REPORT.write_text(text, encoding="utf-8")


def test_columns_are_the_fields_of_the_models(tiny: Plan) -> None:
    layout = make_layout(tiny, YEAR, example=False)

    titles = [[column.title for column in sheet.columns] for sheet in layout.sheets]
    assert titles == [INDIKATOR, ANGGARAN, LAPORAN]


def test_the_kinds_of_columns_come_from_the_types() -> None:
    kinds = {column.title: column.kind for column in input_columns("indikator")}

    assert kinds["Triwulan 3"] == kinds["Nilai setahun"] == "nilai"
    assert kinds["Pembilang"] == "bilangan"
    assert kinds["Sumber: tanggal"] == "tanggal"
    assert kinds["Status data"] == "pilihan"
    assert kinds["Analisis"] == "teks"
    assert {c.kind for c in input_columns("baris") if "Pagu" in c.title} == {"rupiah"}


def test_rows_are_the_plan_s(tiny: Plan) -> None:
    indikator, anggaran, laporan = make_layout(tiny, YEAR, example=False).sheets

    assert [row.kode for row in indikator.rows] == [
        "ik-001",
        "ik-002",
        "ik-003",
        "ik-004",
        "ik-005",
    ]
    assert indikator.rows[0].locked == (
        "ik-001",
        "Persentase pegawai terlatih",
        "Pembinaan Pegawai: Pegawai yang cakap",
        "persen",
        "0",
    )
    assert [row.locked for row in anggaran.rows] == [
        ("pg-1", "Program Dukungan", "program", 300_000),
        ("pg-2", "Program Layanan", "program", 10_000),
        ("ak-002", "Pengelolaan Keuangan", "kegiatan", 200_000),
        ("ak-003", "Bantuan Hukum", "kegiatan", 10_000),
        ("an-002", "Pembayaran gaji (1234.001)", "baris", 200_000),
        ("an-003", "Keuangan yang tertib", "baris", None),
        ("an-004", "Sengketa yang selesai", "baris", 10_000),
    ]
    assert [row.locked for row in laporan.rows] == [("laporan-2031",)]


def test_the_same_data_gives_the_same_bytes(office: Path) -> None:
    plan, source = load_plan(Path("data")), REPORT.read_bytes()

    first = make_template(plan, YEAR, source, date(2032, 2, 1))

    assert make_template(load_plan(Path("data")), YEAR, source, date(2032, 2, 1)) == first
    assert b"2032-02-01T00:00:00Z" in members(first)["docProps/core.xml"]


def test_only_the_inputs_are_unlocked(office: Path, tiny: Plan) -> None:
    book = load_workbook(io.BytesIO(template()))

    assert book.sheetnames == ["Petunjuk", "Indikator", "Anggaran", "Laporan", "_asal"]
    assert book["_asal"].sheet_state == "veryHidden"
    assert book.security.lockStructure
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    for sheet in make_layout(tiny, YEAR, example=False).sheets:
        unlocked = {
            (cell.row, cell.column)
            for row in book[sheet.name].iter_rows()
            for cell in row
            if not cell.protection.locked
        }
        rows = range(FIRST_ROW, FIRST_ROW + len(sheet.rows))
        assert unlocked == {(row, column) for row in rows for column in sheet.inputs}
    assert not any(
        not cell.protection.locked for row in book["Petunjuk"].iter_rows() for cell in row
    )


def test_each_head_has_the_description_of_its_field(office: Path) -> None:
    sheet = load_workbook(io.BytesIO(template()))["Indikator"]

    notes = {one.value: one.comment.text for one in sheet[HEAD_ROW] if one.comment}
    assert list(notes) == INDIKATOR
    assert notes["Kendala"] == "Apa yang menghambat; sebut peran, bukan orang."


def test_cells_with_one_rule_share_it(office: Path) -> None:
    sheet = load_workbook(io.BytesIO(template()))["Indikator"]

    found = [
        (rule.type, _bounds(rule), str(rule.sqref))
        for rule in sheet.data_validations.dataValidation
    ]
    assert ("decimal", ("0", "100"), "F4 G4 H4 I4 J4") in found
    assert ("list", ('"AA,A,BB,B,CC,C,D,HAPUS"', None), "F5 G5 H5 I5 J5") in found
    assert ("list", ('"WTP,WDP,TW,TMP,HAPUS"', None), "F6 G6 H6 I6 J6") in found
    assert ("list", ('"sementara,final,direvisi,ditarik,HAPUS"', None), "P4:P8") in found
    assert ("date", ("1", None), "S4:S8") in found
    assert all(
        rule.error and len(rule.error) < 256 for rule in sheet.data_validations.dataValidation
    )


def _bounds(rule: DataValidation) -> tuple[str | None, str | None]:
    return rule.formula1, rule.formula2


def test_values_of_the_data_are_filled_in(office: Path) -> None:
    set_values(nilai="87.5", status_data="sementara", judul="LKj 2031", tanggal="2032-01-31")

    book = load_workbook(io.BytesIO(template()))

    titles = ("Nilai setahun", "Status data", "Sumber: judul", "Sumber: tanggal", "Analisis")
    values = [cell(book, "ik-001", title).value for title in titles]
    assert values[:3] == [87.5, "sementara", "LKj 2031"]
    assert (values[3].date(), values[4]) == (date(2032, 1, 31), None)


def test_text_is_never_a_formula(office: Path) -> None:
    set_values(analisis='"=1+1"', kendala='"+5 orang"', tindak_lanjut='"@rapat"', judul='"#N/A"')
    set_values(nomor='"_x0041_"')

    content = template()

    assert not any(b"<f>" in part for name, part in members(content).items() if "sheet" in name)
    assert cell(load_workbook(io.BytesIO(content)), "ik-001", "Analisis").data_type == "s"
    assert take_in(content).output == "Tidak ada perubahan.\n"


def test_numbers_that_a_spreadsheet_would_round_are_text(office: Path) -> None:
    set_values(pagu="123456789012345678")

    content = template()

    assert cell(load_workbook(io.BytesIO(content)), "pg-1", "Pagu akhir (DIPA)").value == (
        "123456789012345678"
    )
    assert take_in(content).output == "Tidak ada perubahan.\n"


def test_made_up_figures_say_so_on_every_sheet(office: Path) -> None:
    text = REPORT.read_text(encoding="utf-8").replace("2031\n", "2031\ncontoh: true\n", 1)
    REPORT.write_text(text, encoding="utf-8")

    content = template()
    book = load_workbook(io.BytesIO(content))

    assert book.sheetnames[1:3] == ["Indikator CONTOH", "Anggaran CONTOH"]
    for sheet in book.worksheets[:3]:
        assert str(sheet["A1"].value).startswith("CONTOH: angka dibuat-buat")
    assert take_in(content).output == "Tidak ada perubahan.\n"


BEFORE = """\
tahun: 2031
indikator:
  - kode: ik-001
    pembilang: 19
    penyebut: 23
    status_data: sementara
    analisis: Sebab.
  - kode: ik-002
    nilai: BB
    status_data: final
    sumber:
      judul: LKj 2031
  - kode: ik-004
    status_data: ditarik
    alasan_perubahan: Keliru.
  - kode: ik-005
    nilai: 1234.5
    status_data: final
    sumber:
      judul: LKj 2031
program:
  - kode: pg-1
    realisasi: 1500000
    status_data: sementara
  - kode: pg-2
    pagu: 1000
    triwulan:
      1: 500
kegiatan:
  - kode: ak-002
    realisasi: 150000
    status_data: final
    sumber:
      judul: LKj 2031
"""


def test_the_value_of_the_year_before_stands_beside_the_cell(project: Path) -> None:
    folder = Path("data/realisasi")
    folder.mkdir()
    (folder / "2031.yml").write_text(BEFORE, encoding="utf-8")
    (folder / "2032.yml").write_text("tahun: 2032\n", encoding="utf-8")

    content = make_template(load_plan(Path("data")), 2032, b"tahun: 2032\n", None)

    book = load_workbook(io.BytesIO(content))
    values = {f"ik-00{n}": cell(book, f"ik-00{n}", "Nilai 2031").value for n in range(1, 6)}
    values |= {
        kode: cell(book, kode, "Realisasi 2031").value for kode in ("pg-1", "pg-2", "ak-002")
    }
    assert values == {
        "ik-001": "82,608696 (sementara)",
        "ik-002": "BB",
        "ik-003": None,
        "ik-004": None,
        "ik-005": 1234.5,
        "pg-1": "1.500.000 (sementara)",
        "pg-2": None,
        "ak-002": 150_000,
    }
    (folder / "2031.yml").write_text(BEFORE.replace("BB", "B"), encoding="utf-8")
    assert take_in(content).output == "Tidak ada perubahan.\n"
