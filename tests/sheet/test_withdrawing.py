"""`renstra realisasi tarik`: a wrong figure is hidden at once, and the site says so."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from renstra.cli.main import main
from renstra.model.laporan import Laporan
from renstra.model.realisasi import entries_of
from renstra.reading.load import load_plan
from tests.renstra.reports import SUMBER, TAHUN, write

FILE = Path("data/realisasi/2031.yml")
REPORTED = {
    "ik-001": "triwulan:\n      1: 10\n      2: 20\n    pembilang: 7\n    penyebut: 8"
    f"\n    status_data: final{SUMBER}\n    analisis: Ada.",
    "pg-1": f"pagu: 300000\n    realisasi: 290000\n    status_data: final{SUMBER}",
}


def withdraw(*words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["realisasi", "tarik", *words])


def entry(kode: str) -> Laporan:
    """What the file says of one thing now."""
    return entries_of(load_plan(Path("data")).realisasi[TAHUN])[kode]


def test_figures_go_and_the_reason_stands(project: Path) -> None:
    before = write(project / "data", REPORTED).read_text(encoding="utf-8")

    result = withdraw("2031", "ik-001", "--alasan", "Salah lampiran.")

    assert result.output.splitlines() == [
        "ik-001 2031 · Triwulan 1: 10 → kosong",
        "ik-001 2031 · Triwulan 2: 20 → kosong",
        "ik-001 2031 · Pembilang: 7 → kosong",
        "ik-001 2031 · Penyebut: 8 → kosong",
        "ik-001 2031 · Status data: final → ditarik",
        "ik-001 2031 · Analisis: Ada. → kosong",
        f"Ditarik di {FILE}.",
    ]
    assert FILE.read_text(encoding="utf-8") == before.replace(
        "      1: 10\n      2: 20\n    pembilang: 7\n    penyebut: 8\n    status_data: final\n",
        "      1:\n      2:\n    pembilang:\n    penyebut:\n    status_data: ditarik\n",
    ).replace("    analisis: Ada.\n", "    analisis:\n    alasan_perubahan: Salah lampiran.\n")
    gone = entry("ik-001")
    assert (gone.hasil, gone.terakhir, gone.ditarik, gone.told) == (None, None, True, True)


def test_a_budget_stays_where_spending_is_withdrawn(project: Path) -> None:
    write(project / "data", REPORTED)

    assert withdraw("2031", "pg-1", "--alasan", "Dihitung ganda.").exit_code == 0

    gone = entry("pg-1")
    assert (gone.hasil, gone.ditarik, getattr(gone, "pagu", None)) == (None, True, 300000)


def test_what_cannot_be_withdrawn_is_told_and_nothing_is_written(project: Path) -> None:
    write(project / "data", REPORTED)
    withdraw("2031", "ik-001", "--alasan", "Salah lampiran.")
    before = FILE.read_bytes()
    for kode, place in {
        "ik-001": "9: ik-001 sudah ditarik",
        "ik-002": "21: ik-002 tidak melaporkan apa pun",
        "ik-999": "1: ik-999 tidak melaporkan apa pun",
    }.items():
        assert withdraw("2031", kode, "--alasan", "Salah.").output.splitlines() == [
            f"{FILE}:{place} untuk 2031; periksa kode dan tahunnya",
            "Tidak ada yang ditulis.",
        ]
    assert withdraw("2032", "ik-001", "--alasan", "Salah.").output == (
        "data/realisasi/2032.yml: berkas tidak ada; buat dahulu dengan renstra realisasi mulai "
        "2032\n"
    )
    blank = withdraw("2031", "pg-1", "--alasan", " ")
    assert blank.exit_code == 1
    assert blank.output.endswith("Tidak ada yang ditulis.\n")
    assert FILE.read_bytes() == before
