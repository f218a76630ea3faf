"""The sheet on which a year is approved: every figure that is told, with its source."""

from __future__ import annotations

import hashlib
import io
from datetime import date
from pathlib import Path

from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from renstra.cli.main import main
from renstra.reading.load import load_plan
from renstra.sheet.approval import approval_sheet
from tests.macros.hostile import write_reporting

TAHUN = 2031


def rows(content: bytes) -> list[str]:
    """The lines of the sheet that are not empty, cells parted by a bar."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == ["Persetujuan"]
    lines = book.get_sheet_by_index(0).to_python()
    texts = [" | ".join(_text(cell) for cell in line).rstrip(" |") for line in lines]
    return [text for text in texts if text]


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def test_the_sheet_has_every_figure_with_its_source(tmp_path: Path) -> None:
    write_reporting(tmp_path / "data")
    plan = load_plan(tmp_path / "data", "data")
    source = (tmp_path / f"data/realisasi/{TAHUN}.yml").read_bytes()
    content = approval_sheet(plan, TAHUN, source, date(2032, 4, 1))

    assert content == approval_sheet(plan, TAHUN, source, date(2032, 4, 1))
    digest = hashlib.sha256(source).hexdigest()
    assert rows(content) == [
        "Lembar persetujuan realisasi 2031",
        "Kantor Contoh Kota Rekaan, menurut Rencana Strategis Kantor Contoh Tahun 2031-2033",
        f"Dibuat dari data/realisasi/2031.yml, SHA-256 {digest}",
        "Kode | Indikator | Target | Realisasi | Capaian (%) | Capaian LKj (%) | Status | Data "
        "| Sumber",
        "ik-001 | Persentase pegawai terlatih | 0 | 87,5 persen |  | 97,2 | "
        "Tertulis 0, dibaca tanpa target | final | Laporan Kinerja, Nomor 1/LKj/2032, 2032-01-31, "
        "https://contoh.invalid/lkj.pdf",
        "ik-002 | Nilai akuntabilitas | B | BB |  |  | Melampaui target | direvisi | Laporan "
        "Kinerja, Nomor 1/LKj/2032, 2032-01-31, https://contoh.invalid/lkj.pdf",
        "ik-003 | Opini atas laporan keuangan | WDP | WDP |  |  | Tercapai | sementara | "
        "Laporan Kinerja, Nomor 1/LKj/2032, 2032-01-31, https://contoh.invalid/lkj.pdf",
        "ik-004 | Jumlah sengketa | 2 perkara | 1 perkara (sampai triwulan 2) |  |  | "
        "Baru sampai triwulan II |  | Laporan Kinerja, Nomor 1/LKj/2032, 2032-01-31",
        "4 indikator dilaporkan, 1 belum. Uang dalam rupiah penuh.",
        "Kode | Nama | Pagu akhir | Hibah | Realisasi | Penyerapan (%) | Audit | Data | Sumber",
        "pg-1 | Program Dukungan | 290000 | 10000 | 280000 | 96,55 | sudah diaudit | final | "
        "Berita acara, berita-acara.pdf",
        "an-002 | Pembayaran gaji (1234.001) | 50000 |  | 49000 | 98 |  | final | Laporan "
        "Realisasi Anggaran",
        "Angka-angka di atas disetujui untuk ditetapkan sebagai final.",
        "Nomor:",
        "Tanggal:",
        "Sekretaris,",
        "(tanda tangan)",
        "Sesudah ditandatangani, nomor, tanggal dan jabatan di atas dicatat di berkas "
        "realisasi, di bawah persetujuan.",
    ]


def test_money_is_on_it_before_any_is_spent(tmp_path: Path) -> None:
    write_reporting(tmp_path / "data")
    file = tmp_path / f"data/realisasi/{TAHUN}.yml"
    text = file.read_text(encoding="utf-8")
    head, kode, rest = text.partition("  - kode: pg-2\n")
    file.write_text(
        head + kode + rest.replace("    pagu:\n", "    pagu: 120000\n", 1), encoding="utf-8"
    )
    plan = load_plan(tmp_path / "data", "data")

    found = rows(approval_sheet(plan, TAHUN, file.read_bytes(), None))

    assert "pg-2 | Program Layanan | 120000 |  |  |  |  |  | tidak disebut" in found


def test_shares_are_rounded_as_the_pages_round_them(tmp_path: Path) -> None:
    write_reporting(tmp_path / "data")
    file = tmp_path / f"data/realisasi/{TAHUN}.yml"
    head, kode, rest = file.read_text(encoding="utf-8").partition("  - kode: pg-2\n")
    for old, new in (("pagu:", "pagu: 800"), ("realisasi:", "realisasi: 1")):
        rest = rest.replace(f"    {old}\n", f"    {new}\n", 1)
    rest = rest.replace("    status_data:\n", "    status_data: sementara\n", 1)
    file.write_text(head + kode + rest, encoding="utf-8")
    plan = load_plan(tmp_path / "data", "data")

    found = rows(approval_sheet(plan, TAHUN, file.read_bytes(), None))

    (line,) = (line for line in found if line.startswith("pg-2 | "))
    assert line.split(" | ")[:6] == ["pg-2", "Program Layanan", "800", "", "1", "0,13"]


def test_the_command_writes_it(tmp_path: Path) -> None:
    write_reporting(tmp_path / "data")
    target = tmp_path / "lembar.xlsx"
    arguments = ["realisasi", "lembar-persetujuan", str(TAHUN), "--data", str(tmp_path / "data")]
    run = CliRunner().invoke(main, [*arguments, "--keluaran", str(target)])

    assert (run.exit_code, run.output) == (0, f"{target.as_posix()}: ditulis\n")
    digest = hashlib.sha256((tmp_path / f"data/realisasi/{TAHUN}.yml").read_bytes()).hexdigest()
    assert any(digest in line for line in rows(target.read_bytes()))
