"""What must be held whatever an upload holds, and whatever happens while it is taken in."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from renstra.keeping.lock import in_turn
from renstra.sheet.archive import CURE
from renstra.sheet.bounds import OutOfBoundsError, bounded
from renstra.sheet.importing import check_import
from tests.building import PROJECT
from tests.sheet.attacks import SHEET, attack, comment_part, with_part, with_text
from tests.sheet.books import REPORT, filled, rework, take_in, template

NILAI = ("ik-001", "Nilai setahun")
ATTACKS = 10_000 if os.environ.get("RENSTRA_SERANG") == "1" else 300
"""How many random attacks are tried: all by `make serang`."""

MANY = 20_000


def answer(content: bytes) -> list[str]:
    """What is said of a workbook that is refused, with the report untouched."""
    before = REPORT.read_bytes()
    result = take_in(content)
    assert result.exit_code == 1, result.output
    assert REPORT.read_bytes() == before
    return result.output.splitlines()


@pytest.mark.parametrize("part", range(10))
def test_random_attacks_end_in_a_sentence(office: Path, part: int) -> None:
    content = template()
    for number in range(part, ATTACKS, 10):
        before = REPORT.read_bytes()
        result = take_in(attack(content, number))
        assert result.exit_code in (0, 1), (number, result.exception)
        assert result.output.strip(), number
        assert max(map(len, result.output.splitlines())) < 1000, number
        if result.exit_code:
            assert REPORT.read_bytes() == before, number
        else:
            REPORT.write_bytes(before)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        pytest.param(
            comment_part('ref="A1:XFD1048576"'),
            f"isi.xlsx: komentar atas A1:XFD1048576, bukan satu sel; {CURE}",
            id="a comment over a range",
        ),
        pytest.param(
            with_text(
                SHEET,
                b"</sheetData>",
                b"</sheetData><mergeCells>"
                + b"".join(
                    b'<mergeCell ref="B%d:Z%d"/>' % (n, n + 99) for n in range(100, 9000, 100)
                )
                + b"</mergeCells>",
            ),
            f"isi.xlsx: sel gabungan B4100:Z4199 terlalu luas; {CURE}",
            id="many merges, each small",
        ),
        pytest.param(
            with_part("xl/a.xml", b'<?xml version="1.0" encoding="UTG-8"?><a/>'),
            f"isi.xlsx: bukan buku kerja .xlsx yang utuh; {CURE}",
            id="an encoding that there is not",
        ),
        pytest.param(
            with_text(
                "xl/workbook.xml",
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            ),
            "isi.xlsx: disimpan sebagai Strict Open XML; buka dan simpan sebagai Excel Workbook "
            "(.xlsx)",
            id="strict OOXML",
        ),
    ],
)
def test_a_small_file_that_would_take_all(
    office: Path, spoil: Callable[[bytes], bytes], said: str
) -> None:
    assert answer(spoil(template()))[0] == said


def test_tens_of_thousands_of_stray_rows_are_one_remark(office: Path) -> None:
    def stray(book: object) -> None:
        sheet = book["Indikator"]  # type: ignore[index]
        for row in range(20, 20 + MANY):
            sheet.cell(row, 3).value = "x"

    assert take_in(rework(template(), stray)).output.splitlines() == [
        "isi.xlsx: lembar Indikator, sel C20: keterangan: di luar tabel; dibiarkan (begitu juga "
        f"{MANY - 1} yang lain di kolom ini, sampai C{19 + MANY})",
        "Tidak ada perubahan.",
    ]


def test_a_message_never_echoes_a_long_value(office: Path) -> None:
    lines = answer(filled({NILAI: "9" * 30_000, ("ik-004", "Status data"): "z" * 30_000}))

    assert max(map(len, lines)) < 400


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ("p\u0435rsen", "huruf U+0435 (CYRILLIC SMALL LETTER IE)"),
        ("Kelura\u0301han", "bukan NFC"),
        ("per\u3164sen", "karakter tak tampak U+3164"),
        ("per\ufe0fsen", "karakter tak tampak U+FE0F"),
        ("lapor\u200dan", "karakter tak tampak U+200D"),
    ],
)
def test_letters_that_mislead(office: Path, letters: str, said: str) -> None:
    sheet = answer(filled({NILAI: 75, ("ik-001", "Analisis"): letters}))
    assert said in sheet[0]

    REPORT.write_text(
        REPORT.read_text(encoding="utf-8").replace("    analisis:", f"    analisis: {letters}", 1),
        encoding="utf-8",
    )
    assert said in answer(template_of_other())[0]


def template_of_other() -> bytes:
    """A template made while the data was whole."""
    text = REPORT.read_text(encoding="utf-8")
    REPORT.write_text("".join(c for c in text if c.isascii()), encoding="utf-8")
    made = template()
    REPORT.write_text(text, encoding="utf-8")
    return made


@pytest.mark.parametrize("year", [1, 1944, 2100, 9999])
def test_a_day_that_no_document_has(office: Path, year: int) -> None:
    day = date(year, 1, 31).isoformat()

    lines = answer(filled({NILAI: 75, ("ik-001", "Sumber: tanggal"): day}))

    assert f"ditemukan {day}" in lines[0]


@pytest.mark.parametrize("what", ["fifo", "device", "folder", "link", "link out"])
def test_only_a_regular_file_is_read(office: Path, what: str, tmp_path: Path) -> None:
    content = template()
    aside = tmp_path / "lain.yml"
    REPORT.rename(aside)
    match what:
        case "fifo":
            os.mkfifo(REPORT)
        case "device":
            REPORT.symlink_to("/dev/zero")
        case "folder":
            REPORT.mkdir()
        case "link":
            REPORT.symlink_to(office / "data/satuan.yml")
        case "link out":
            REPORT.symlink_to(aside)

    result = take_in(content)

    assert result.exit_code == 1
    assert "data/realisasi/2031.yml" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("what", ["fifo", "folder", "device"])
def test_only_a_regular_file_is_taken_in(office: Path, what: str) -> None:
    upload = Path("unggahan.xlsx")
    match what:
        case "fifo":
            os.mkfifo(upload)
        case "folder":
            upload.mkdir()
        case "device":
            upload.symlink_to("/dev/zero")
    done = subprocess.run(
        [sys.executable, "-m", "renstra.cli", "realisasi", "impor", str(upload)],
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert done.stdout.startswith("unggahan.xlsx: berkas tidak ada atau tidak dapat dibaca")


def test_of_two_imports_at_once_none_is_lost(office: Path) -> None:
    data = Path("data")
    first = check_import(data, filled({NILAI: 75, ("ik-001", "Status data"): "sementara"}), "satu")
    other = check_import(data, filled({("ik-004", "Triwulan 1"): 1}), "dua")

    assert first.write() is None
    after = REPORT.read_bytes()
    assert other.write() == REPORT, "it was checked against what stands no more"
    assert REPORT.read_bytes() == after


def test_an_import_waits_for_another(office: Path) -> None:
    program = (
        "import sys, time\nfrom pathlib import Path\nfrom renstra.keeping.lock import in_turn\n"
        "with in_turn(Path('data/realisasi')):\n"
        "    print('held', flush=True)\n    time.sleep(1)\n    print('left', flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with in_turn(Path("data/realisasi")):
            assert other.stdout.readline() == "left\n", "before the lock was given back"


@pytest.mark.parametrize("code", [13, 28, 30])
def test_what_the_system_refuses_is_a_sentence(
    office: Path, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code), "data/realisasi/.2031.yml.x")

    before = REPORT.read_bytes()
    content = filled({NILAI: 75, ("ik-001", "Status data"): "sementara"})
    monkeypatch.setattr(os, "fsync", refuse)

    result = take_in(content)

    why = {
        13: "tidak ada izin menulis",
        28: "ruang penyimpanan penuh",
        30: "media ini hanya dapat dibaca",
    }
    assert result.exit_code == 1
    assert f"gagal: {why[code]} (data/realisasi/" in result.output
    assert "Yang sudah ada tidak berubah" in result.output
    assert REPORT.read_bytes() == before
    assert [file.name for file in REPORT.parent.iterdir()] == ["2031.yml"]


def test_reading_is_bounded_in_memory() -> None:
    with pytest.raises(OutOfBoundsError), bounded(memory=50_000_000):
        _ = bytearray(400_000_000)
    assert len(bytearray(400_000_000)) == 400_000_000, "the bound is lifted again"


def test_reading_is_bounded_in_time() -> None:
    with pytest.raises(OutOfBoundsError), bounded(seconds=1):
        sum(number for number in iter(int, 1))  # noughts without end


def test_what_takes_too_much_is_said(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(_: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr("renstra.sheet.cells._read", greedy)

    assert answer(template())[0] == f"isi.xlsx: terlalu besar untuk dibaca; {CURE}"


def test_many_equal_mistakes_of_a_column_are_one(office: Path) -> None:
    kodes = [f"ik-{number:03}" for number in range(1, 6)]
    lines = answer(filled({(kode, "Status data"): "salah" for kode in kodes}))

    assert len(lines) == 2
    assert "begitu juga 4 yang lain di kolom ini, sampai P8" in lines[0]


def test_few_equal_mistakes_are_told_one_by_one(office: Path) -> None:
    lines = answer(filled({(f"ik-00{n}", "Status data"): "salah" for n in (1, 2, 3)}))

    assert len(lines) == 4
