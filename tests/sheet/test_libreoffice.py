"""The template in the hands of the real LibreOffice: opened, edited, saved, and taken in again."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import pytest
from openpyxl import load_workbook

from renstra.reading.load import load_plan
from tests.sheet.books import REPORT, YEAR, cell, take_in, template
from tests.sheet.conftest import run_soffice

Entered: TypeAlias = Callable[[bytes, Sequence[tuple[str, str, str]]], bytes]

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Sunting"
 script:language="StarBasic">
Sub Jalankan(asal As String, tujuan As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden"
  how(0).Value = True
  doc = StarDesktop.loadComponentFromURL(asal, "_blank", 0, how())
  {edits}
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL(tujuan, kind())
  doc.close(True)
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Sunting"/>
</library:library>
"""


@pytest.fixture
def enter(soffice: str, profile: Path, tmp_path: Path) -> Entered:
    """Open a workbook in LibreOffice, do something to cells, save it as .xlsx."""

    def entered(content: bytes, edits: Sequence[tuple[str, str, str]]) -> bytes:
        source, target = tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx"
        source.write_bytes(content)
        lines = [
            f'doc.Sheets.getByName("{sheet}").getCellRangeByName("{place}").{act}'
            for sheet, place, act in edits
        ]
        library = profile / "user" / "basic" / "Standard"
        library.mkdir(parents=True, exist_ok=True)
        module = MODULE.replace("{edits}", "\n  ".join(lines))
        (library / "Sunting.xba").write_text(module, encoding="utf-8")
        (library / "script.xlb").write_text(LIBRARY, encoding="utf-8")
        call = f'macro:///Standard.Sunting.Jalankan("{source.as_uri()}","{target.as_uri()}")'
        run_soffice(soffice, profile, call)
        return target.read_bytes()

    return entered


def at(content: bytes, kode: str, title: str) -> tuple[str, str]:
    """The sheet and the address of a cell."""
    place = cell(load_workbook(io.BytesIO(content)), kode, title)
    return place.parent.title, place.coordinate


def test_saved_without_an_edit_it_changes_nothing(office: Path, enter: Entered) -> None:
    text = REPORT.read_text(encoding="utf-8")
    text = text.replace("nilai:\n", "nilai: 87.5\n", 1)
    text = text.replace("status_data:\n", "status_data: sementara\n", 1)
    text = text.replace("judul:\n", "judul: '_x0041_ LKj'\n", 1)
    text = text.replace("tanggal:\n", "tanggal: 2032-01-31\n", 1)
    text = text.replace("analisis:\n", 'analisis: "=1+1 adalah dua"\n', 1)
    text = text.replace("kendala:\n", 'kendala: "007"\n', 1)
    REPORT.write_text(text, encoding="utf-8")

    saved = enter(template(), [])
    result = take_in(saved)

    assert result.output == "Tidak ada perubahan.\n"
    assert REPORT.read_text(encoding="utf-8") == text
    book = load_workbook(io.BytesIO(saved))
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    assert book["_asal"].sheet_state != "visible"
    assert len(book["Indikator"].data_validations.dataValidation) >= 5


def test_what_is_entered_comes_in_exactly(office: Path, enter: Entered) -> None:
    book = template()
    typed = {
        ("ik-001", "Nilai setahun"): "setValue(87.5)",
        ("ik-001", "Status data"): 'setString("sementara")',
        ("ik-001", "Sumber: judul"): 'setString("Laporan Kinerja: 2031")',
        ("ik-001", "Sumber: tanggal"): 'setFormula("2032-01-31")',
        ("ik-001", "Analisis"): 'setString("=bukan rumus, &amp; &quot;kutip&quot;")',
        ("ik-002", "Triwulan 1"): 'setString("BB")',
        ("pg-1", "Pagu akhir (DIPA)"): "setValue(2273454000)",
        ("an-003", "Hibah"): "setValue(1)",
    }

    saved = enter(
        book, [(*at(book, *place), act.replace("&quot;", '""')) for place, act in typed.items()]
    )
    result = take_in(saved)

    assert result.exit_code == 0, result.output
    report = load_plan(Path("data")).realisasi[YEAR]
    first = report.indikator[0]
    assert (first.nilai, first.status_data) == (Decimal("87.5"), "sementara")
    assert first.sumber is not None
    assert (first.sumber.judul, first.sumber.tanggal) == (
        "Laporan Kinerja: 2031",
        date(2032, 1, 31),
    )
    assert first.analisis == '=bukan rumus, & "kutip"'
    assert report.indikator[1].triwulan == {1: "BB"}
    assert report.program[0].pagu == 2273454000
    assert [(line.kode, line.hibah) for line in report.baris] == [("an-003", 1)]
    assert "8 perubahan ditulis" in result.output


@pytest.mark.parametrize(
    ("act", "message"),
    [
        ('setFormula("=40+62")', "ditemukan 102, di luar rentang 0 sampai 100"),
        ('setString("banyak")', 'ditemukan teks "banyak", seharusnya bilangan'),
        ("setValue(101)", "ditemukan 101, di luar rentang 0 sampai 100"),
    ],
)
def test_what_cannot_be_is_refused(act: str, message: str, office: Path, enter: Entered) -> None:
    book = template()

    result = take_in(enter(book, [(*at(book, "ik-001", "Nilai setahun"), act)]))

    assert result.exit_code == 1
    assert f"sel J4 (ik-001, Nilai setahun): {message}" in result.output


@pytest.mark.parametrize(("formula", "result"), [("=40+2", 42), ("=40-40", 0)])
def test_a_formula_is_read_by_what_it_came_to(
    formula: str, result: int, office: Path, enter: Entered
) -> None:
    book = template()
    place = (*at(book, "ik-001", "Triwulan 1"), f'setFormula("{formula}")')

    taken = take_in(enter(book, [place]))

    assert taken.exit_code == 0, taken.output
    assert f"keterangan: rumus {formula} dibaca {result}\n" in taken.output
