"""The sheet on which a year's figures are approved: printed, read, signed, and then recorded.

The same data gives the same bytes. It names positions and no people.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from renstra.dialect.format import plain
from renstra.dialect.wording import thousands
from renstra.model.isian import Sumber
from renstra.model.laporan import Laporan
from renstra.model.terms import AUDIT
from renstra.plan.funding import name_of
from renstra.plan.plan import Plan
from renstra.results.year import Penilaian, PenilaianAnggaran, assess, spending
from renstra.sheet.layout import EXAMPLE
from renstra.sheet.origin import sha256
from renstra.sheet.writing import workbook, write_text

Cell = str | int | Decimal | None

_DAY = date(2000, 1, 1)
_INDIKATOR = (
    *("Kode", "Indikator", "Target", "Realisasi", "Capaian (%)", "Capaian LKj (%)"),
    *("Status", "Data", "Sumber"),
)
_UANG = (
    *("Kode", "Nama", "Pagu akhir", "Hibah", "Realisasi", "Penyerapan (%)"),
    *("Audit", "Data", "Sumber"),
)
_WIDTHS = (8, 44, 14, 16, 16, 12, 20, 11, 52)


def approval_sheet(plan: Plan, tahun: int, source: bytes, revision_date: date | None) -> bytes:
    """The XLSX of a year's figures, each with its source, and a place to sign below.

    `source` is the YAML that the report was read from, whose digest ties the paper to the data.
    """
    report = plan.realisasi[tahun]
    title = f"Lembar persetujuan realisasi {tahun}"
    items = [item for item in assess(plan, tahun) if item.told]
    money = [
        one
        for part in ("program", "kegiatan", "baris")
        for one in spending(plan, tahun, part)
        if one.laporan and (one.laporan.told or one.laporan.budgeted)
    ]
    buffer = io.BytesIO()
    with workbook(buffer, title, revision_date or _DAY) as book:
        lines = _Lines(book, book.add_worksheet("Persetujuan"))
        lines.say(f"{EXAMPLE}. {title}" if report.contoh else title, bold=True)
        lines.say(f"{plan.rencana.kantor}, menurut {plan.rencana.judul}")
        lines.say(f"Dibuat dari {report.path}, SHA-256 {sha256(source)}")
        lines.table(_INDIKATOR, [_indicator_row(plan, item) for item in items])
        unsaid = len(plan.kedudukan) - len(items)
        lines.say(f"{len(items)} indikator dilaporkan, {unsaid} belum. Uang dalam rupiah penuh.")
        lines.table(_UANG, [_money_row(plan, one) for one in money])
        for line in _SIGNING:
            lines.say(line)
    return buffer.getvalue()


_SIGNING = (
    "Angka-angka di atas disetujui untuk ditetapkan sebagai final.",
    "",
    "Nomor:",
    "Tanggal:",
    "Sekretaris,",
    "",
    "",
    "(tanda tangan)",
    "Sesudah ditandatangani, nomor, tanggal dan jabatan di atas dicatat di berkas realisasi, di "
    "bawah persetujuan.",
)


class _Lines:
    """A sheet that grows downwards."""

    def __init__(self, book: Workbook, page: Worksheet) -> None:
        self._page = page
        self._row = 0
        cell = {"border": 1, "text_wrap": True, "valign": "top"}
        self._looks = {
            name: book.add_format(look)
            for name, look in {
                "plain": {},
                "bold": {"bold": True, "font_size": 14},
                "head": cell | {"bold": True, "bg_color": "#E4E7EB"},
                "text": cell,
                "number": cell | {"align": "right"},
                "money": cell | {"align": "right", "num_format": "#,##0"},
            }.items()
        }
        for column, width in enumerate(_WIDTHS):
            page.set_column(column, column, width)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_footer("&C&A, halaman &P dari &N")

    def say(self, text: str, *, bold: bool = False) -> None:
        """Write a line across the sheet."""
        write_text(self._page, self._row, 0, text, self._looks["bold" if bold else "plain"])
        self._row += 1

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Write a table, with an empty line above it and below."""
        self._row += 1
        for number, cells in enumerate([heads, *rows]):
            # Not every program fits a row to what is in it.
            lines = max(
                -(-len(str(value)) // (width - 2))
                for value, width in zip(cells, _WIDTHS, strict=True)
            )
            self._page.set_row(self._row, 13.5 * lines + 2)
            for column, value in enumerate(cells):
                self._put(column, value, "head" if not number else "")
            self._row += 1
        self._row += 1

    def _put(self, column: int, value: Cell, look: str) -> None:
        at = (self._row, column)
        if value is None:
            self._page.write_blank(*at, None, self._looks["text"])
        elif isinstance(value, int):
            self._page.write_number(*at, value, self._looks["money"])
        elif isinstance(value, Decimal):
            # As it is read, for a spreadsheet would show a number its own way.
            text = plain(value)
            write_text(self._page, *at, text, self._looks["number"])
        else:
            write_text(self._page, *at, value, self._looks[look or "text"])


def _indicator_row(plan: Plan, item: Penilaian) -> tuple[Cell, ...]:
    report, indikator = item.laporan, item.indikator
    assert report is not None
    value, until = _so_far(report)
    shown = plain(value) if isinstance(value, Decimal) else value
    if shown is not None and indikator.satuan:
        shown = f"{shown} {plan.satuan[indikator.satuan].nama}"
    return (
        *(indikator.id, indikator.nama, item.target.tercetak, _until(shown, until)),
        *(item.capaian.persen, report.capaian_lkj, item.capaian.label),
        *_end(report),
    )


def _money_row(plan: Plan, item: PenilaianAnggaran) -> tuple[Cell, ...]:
    report = item.laporan
    assert report is not None
    amount, until = _so_far(report)
    return (
        *(item.kode, name_of(plan, item.kode), report.pagu, report.hibah),
        *(_until(thousands(amount), until) if until else amount, item.serapan),
        *(AUDIT[report.diaudit].label if report.diaudit else None, *_end(report)),
    )


def _so_far(report: Laporan) -> tuple[Any, int]:
    """The year's figure and 0, or else that of the last quarter and which it is."""
    if report.hasil is None and report.terakhir:
        quarter, value = report.terakhir
        return value, quarter
    return report.hasil, 0


def _until(shown: Cell, quarter: int) -> Cell:
    return f"{shown} (sampai triwulan {quarter})" if quarter else shown


def _end(report: Laporan) -> tuple[Cell, Cell]:
    """How firm a figure is, and the document that it rests on."""
    return report.status_data, _cited(report.dokumen)


def _cited(sumber: Sumber | None) -> str:
    if sumber is None:
        return "tidak disebut"
    number = f"Nomor {sumber.nomor}" if sumber.nomor else None
    day = sumber.tanggal.isoformat() if sumber.tanggal else None
    return ", ".join(
        part for part in (sumber.judul, number, day, sumber.url, sumber.berkas) if part
    )
