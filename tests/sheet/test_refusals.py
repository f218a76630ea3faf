"""What is refused, with the cell's address and what to do; nothing is written then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from renstra.cli.main import main
from renstra.sheet.cells import RawCell
from renstra.sheet.table import difference
from tests.sheet.attacks import SHEET, with_part, with_text
from tests.sheet.books import (
    REPORT,
    Edits,
    cell,
    filled,
    members,
    packed,
    rework,
    take_in,
    template,
)

CURE = "unduh atau buat templat baru, isi, dan simpan sebagai .xlsx"
RENEW = "kembalikan seperti semula, atau unduh templat baru"
NILAI = ("ik-001", "Nilai setahun")
STATUS = ("ik-001", "Status data")
BADAN = ("ik-005", "Nilai setahun")
PAGU = ("pg-1", "Pagu akhir (DIPA)")
TANGGAL = ("ik-001", "Sumber: tanggal")


def refused(content: bytes, *problems: str) -> None:
    """Take a workbook in and expect exactly these problems, and the report untouched."""
    before = REPORT.read_bytes()

    result = take_in(content)

    count = f"{len(problems)} masalah ditemukan; tidak ada yang ditulis."
    assert result.output.splitlines() == [*(f"isi.xlsx: {one}" for one in problems), count]
    assert result.exit_code == 1
    assert REPORT.read_bytes() == before
    assert [path.name for path in REPORT.parent.iterdir()] == [REPORT.name]


NUMBER = "seharusnya bilangan seperti 23617 atau 87,5"
MONEY = "seharusnya rupiah penuh tanpa titik atau koma, seperti 2273454000"
DAY = "seharusnya tanggal seperti 2024-01-31"


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        (NILAI, "banyak", f'ditemukan teks "banyak", {NUMBER}; ketik bilangannya saja'),
        (
            BADAN,
            "23.617",
            'ditemukan "23.617", yang bermakna ganda; apakah maksudnya 23617 atau 23,617? '
            "Tulis salah satunya, tanpa titik",
        ),
        (NILAI, 101, "ditemukan 101, di luar rentang 0 sampai 100; perbaiki"),
        (NILAI, -1, "ditemukan -1, di luar rentang 0 sampai 100; perbaiki"),
        (NILAI, True, f"ditemukan TRUE, {NUMBER}; ketik nilainya"),
        (
            NILAI,
            date(2031, 5, 1),
            f"ditemukan tanggal atau jam 2031-05-01, {NUMBER}; lembar kerja mengubah yang diketik "
            "menjadi tanggal: beri sel itu format Umum lalu ketik lagi",
        ),
        (
            ("ik-002", "Nilai setahun"),
            "B+",
            'ditemukan teks "B+", seharusnya salah satu dari AA, A, BB, B, CC, C, D; pilih dari '
            "daftarnya",
        ),
        (
            ("ik-003", "Triwulan 1"),
            5,
            "ditemukan bilangan 5, seharusnya salah satu dari WTP, WDP, TW, TMP; pilih dari "
            "daftarnya",
        ),
        (
            ("ik-001", "Status data"),
            "finale",
            'ditemukan teks "finale", seharusnya salah satu dari sementara, final, direvisi, '
            "ditarik; apakah maksudnya final?",
        ),
        (
            PAGU,
            "Rp 1.234",
            'ditemukan "Rp 1.234", yang bermakna ganda; apakah maksudnya 1234 atau 1,234? '
            "Tulis salah satunya, tanpa titik",
        ),
        (PAGU, "dua juta", f'ditemukan teks "dua juta", {MONEY}; ketik bilangannya saja'),
        (TANGGAL, "31 Foobar 2032", f'ditemukan teks "31 Foobar 2032", {DAY}; ketik tanggalnya'),
        (
            PAGU,
            12.5,
            "ditemukan 12.5, seharusnya rupiah penuh: bilangan bulat, paling kecil 0; perbaiki",
        ),
        (
            PAGU,
            -1,
            "ditemukan -1, seharusnya rupiah penuh: bilangan bulat, paling kecil 0; perbaiki",
        ),
        (
            PAGU,
            10**19,
            "ditemukan 10000000000000000000, lebih dari 18 angka; periksa",
        ),
        (
            TANGGAL,
            datetime(2032, 1, 31, 8, 30),
            f"ditemukan tanggal atau jam 2032-01-31 08:30:00, {DAY}; hapus jamnya",
        ),
        (TANGGAL, "31 Januari", f'ditemukan teks "31 Januari", {DAY}; ketik tanggalnya'),
        (
            TANGGAL,
            "31-02-2032",
            "tanggal 31-02-2032 tidak ada di kalender; perbaiki, hari disebut sebelum bulan",
        ),
        (
            ("ik-001", "Analisis"),
            "awal\u200bakhir",
            "karakter tak tampak U+200B ditemukan; hapus",
        ),
        (
            ("ik-001", "Analisis"),
            2.5,
            "ditemukan bilangan 2.5, seharusnya teks; beri sel itu format Teks lalu ketik lagi",
        ),
    ],
)
def test_a_value_that_cannot_be(
    place: tuple[str, str], value: Any, message: str, office: Path
) -> None:
    where: list[str] = []

    def change(book: Workbook) -> None:
        target = cell(book, *place)
        target.value = value
        where.append(f"lembar {target.parent.title}, sel {target.coordinate}")

    content = rework(template(), change)

    refused(content, f"{where[0]} ({', '.join(place)}): {message}")


def test_a_percentage_that_became_a_fraction(office: Path) -> None:
    """Where the unit is no percentage it could mean two things."""

    def change(book: Workbook) -> None:
        cell(book, *BADAN).value = 0.875
        cell(book, *BADAN).number_format = "0.0%"

    refused(
        rework(template(), change),
        "lembar Indikator, sel J8 (ik-005, Nilai setahun): sel berformat persen, sehingga isinya "
        "0.875; beri format Umum lalu ketik 87,5 bila maksudnya 87,5 %",
    )


def test_an_error_of_the_spreadsheet(office: Path) -> None:
    def change(book: Workbook) -> None:
        cell(book, *NILAI).value = "#N/A"

    refused(
        rework(template(), change),
        f"lembar Indikator, sel J4 (ik-001, Nilai setahun): ditemukan galat #N/A, {NUMBER}; ketik "
        "nilainya",
    )


def test_formulas_wherever_they_stand(office: Path) -> None:
    def change(book: Workbook) -> None:
        cell(book, *NILAI).value = "=1+1"
        sheet = book["Anggaran"]
        sheet["E5"] = ArrayFormula("E5", "=SUM(F5:G5)")
        sheet["D4"].value = "=300000"
        book["Petunjuk"]["B2"].value = "=1"

    refused(
        rework(template(), change),
        "lembar Petunjuk, sel B2: ditemukan rumus; hapus",
        f"lembar Indikator, sel J4 (ik-001, Nilai setahun): ditemukan rumus, {NUMBER}; ketik "
        "hasilnya saja",
        "lembar Anggaran, sel D4 (pg-1, Alokasi rencana 2031): sel terkunci berubah: ditemukan "
        f'rumus, seharusnya "300000"; {RENEW}',
        f"lembar Anggaran, sel E5 (pg-2, Pagu akhir (DIPA)): ditemukan rumus, {MONEY}; ketik "
        "hasilnya saja",
    )


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        (
            lambda book: book["Indikator"].__setitem__("B4", "Lain"),
            [
                "lembar Indikator, sel B4 (ik-001, Indikator): sel terkunci berubah: ditemukan "
                f'"Lain", seharusnya "Persentase pegawai terlatih"; {RENEW}'
            ],
        ),
        (
            lambda book: book["Indikator"].__setitem__("J3", "Nilai"),
            [
                'lembar Indikator, sel J3: sel terkunci berubah: ditemukan "Nilai", seharusnya '
                f'"Nilai setahun"; {RENEW}'
            ],
        ),
        (
            lambda book: book["Indikator"].__setitem__("A5", "ik-099"),
            [
                f"lembar Indikator: baris ik-002 tidak ada; {RENEW}",
                'lembar Indikator, sel A5: ditemukan "ik-099", yang bukan kode di lembar ini; '
                f"{RENEW}",
            ],
        ),
        (
            lambda book: book["Indikator"].__setitem__("A9", "ik-001"),
            ["lembar Indikator, sel A9: kode ik-001 sudah ada di baris 4; hapus salah satunya"],
        ),
        (
            lambda book: book["Indikator"].__setitem__("A6", None),
            [
                f"lembar Indikator: baris ik-003 tidak ada; {RENEW}",
                f"lembar Indikator, sel B6: isi di baris tanpa kode; hapus, atau {RENEW}",
            ],
        ),
        (
            lambda book: book["Indikator"].merge_cells("T4:U5"),
            ["lembar Indikator, sel T4: sel gabungan T4:U5 ditemukan; pisahkan lagi"],
        ),
        (
            lambda book: book.remove(book["Anggaran"]),
            [f"lembar Anggaran: tidak ada; {CURE}"],
        ),
        (
            lambda book: book.remove(book["_asal"]),
            [
                "lembar _asal: tidak ada atau berubah, sehingga asal templat tidak diketahui; "
                f"{CURE}"
            ],
        ),
        (
            lambda book: book["_asal"].__setitem__("B3", "0" * 64),
            [
                "lembar _asal: tidak ada atau berubah, sehingga asal templat tidak diketahui; "
                f"{CURE}"
            ],
        ),
    ],
    ids=[
        "locked cell",
        "head",
        "unknown kode",
        "row twice",
        "a row that lost its kode",
        "merged",
        "sheet gone",
        "origin gone",
        "origin changed",
    ],
)
def test_a_changed_structure(
    change: Callable[[Workbook], object], problems: list[str], office: Path
) -> None:
    refused(rework(template(), change), *problems)


@pytest.mark.parametrize(
    ("edits", "problems"),
    [
        (
            {NILAI: 80},
            [
                "sel P4 (ik-001, Status data): kosong, padahal nilai diisi; tulis sementara atau "
                "final"
            ],
        ),
        (
            {("ik-001", "Penyebut"): 0, ("ik-001", "Pembilang"): 0, STATUS: "sementara"},
            [
                "sel L4 (ik-001, Penyebut): ditemukan 0, seharusnya lebih dari nol; bila memang "
                "tidak ada yang dapat dihitung, kosongkan keduanya dan isi tidak_ada_kejadian"
            ],
        ),
        (
            {("ik-001", "Sumber: alamat"): "contoh.go.id", ("ik-001", "Sumber: judul"): "LKj"},
            [
                'sel T4 (ik-001, Sumber: alamat): ditemukan teks "contoh.go.id", seharusnya alamat '
                "seperti https://contoh.go.id/lkj.pdf"
            ],
        ),
        (
            {("ik-001", "Sumber: nomor"): "5"},
            ["sel Q4 (ik-001, Sumber: judul): kosong, padahal nomor diisi; isi judul dokumennya"],
        ),
        (
            {
                ("ik-004", "Pembilang"): 3,
                ("ik-004", "Penyebut"): 4,
                ("ik-004", "Status data"): "sementara",
            },
            [
                "sel K7 (ik-004, Pembilang): hanya untuk indikator bersatuan persen, bukan "
                "perkara; kosongkan",
                "sel L7 (ik-004, Penyebut): hanya untuk indikator bersatuan persen, bukan "
                "perkara; kosongkan",
            ],
        ),
        (
            {NILAI: 80, STATUS: "final"},
            [
                "sel Q4 (ik-001, Sumber: judul): nilai dilaporkan tanpa dokumen sumber; isi "
                "sumber: judul"
            ],
        ),
    ],
    ids=[
        "no status",
        "nothing to divide by",
        "no address",
        "source without a title",
        "parts of no share",
        "final without a source",
    ],
)
def test_a_report_that_does_not_hold_together(
    edits: Edits, problems: list[str], office: Path
) -> None:
    refused(filled(edits), *(f"lembar Indikator, {one}" for one in problems))


def test_all_problems_are_told_at_once(office: Path) -> None:
    refused(
        filled({BADAN: "x", NILAI: "y"}),
        f'lembar Indikator, sel J4 (ik-001, Nilai setahun): ditemukan teks "y", {NUMBER}; ketik '
        "bilangannya saja",
        f'lembar Indikator, sel J8 (ik-005, Nilai setahun): ditemukan teks "x", {NUMBER}; ketik '
        "bilangannya saja",
    )


def utf16_doctype(book: bytes) -> bytes:
    """The same attack in an encoding in which no byte string is found."""
    parts = members(book)
    text = parts["xl/workbook.xml"].decode()
    text = text.partition("?>")[2] if text.startswith("<?xml") else text
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]>' + text
    return packed(parts | {"xl/workbook.xml": text.encode("utf-16")})


def lying_sizes(book: bytes) -> bytes:
    """A member that unpacks to more than its header says."""
    huge = packed(members(book) | {"xl/media/a.bin": b"0" * 60_000_000})
    return huge.replace((60_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))


BROKEN = f"bukan buku kerja .xlsx yang utuh; {CURE}"
UNREADABLE = f"bukan buku kerja yang dapat dibaca; {CURE}"
MACRO = f"berisi makro; {CURE} tanpa makro"
DOCTYPE = f"XML-nya memuat DOCTYPE atau ENTITY; {CURE}"


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda _: b"", BROKEN),
        (lambda _: b"kode,nilai\n", BROKEN),
        (lambda book: book[: len(book) // 2], BROKEN),
        (lambda _: packed({"a.txt": b"x"}), BROKEN),
        (
            lambda _: b"\xd0\xcf\x11\xe0" + b"0" * 600,
            "berkas .xls lama atau berkata sandi; buka, hapus kata sandinya, dan simpan sebagai "
            ".xlsx",
        ),
        (
            lambda _: packed({"mimetype": b"x", "content.xml": b"<a/>"}),
            "berkas .ods; buka dan simpan sebagai .xlsx (Excel 2007 atau baru)",
        ),
        (
            lambda book: book + b"0" * 5_000_000,
            None,
        ),
        (with_part("xl/vbaProject.bin"), f"berisi makro atau kendali; {CURE} tanpa makro"),
        (with_part("xl/activeX/activeX1.xml"), f"berisi makro atau kendali; {CURE} tanpa makro"),
        (
            with_part("xl/externalLinks/externalLink1.xml"),
            f"berisi tautan ke berkas lain atau berkas sisipan; {CURE}",
        ),
        (
            with_part("xl/embeddings/oleObject1.bin"),
            f"berisi tautan ke berkas lain atau berkas sisipan; {CURE}",
        ),
        (
            with_text(
                "[Content_Types].xml",
                b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            ),
            MACRO,
        ),
        (
            with_text(SHEET, b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet'),
            DOCTYPE,
        ),
        (utf16_doctype, DOCTYPE),
        (with_text(SHEET, b"<sheetData>", b"<sheetData><x"), UNREADABLE),
        (
            with_text(
                SHEET,
                b"</sheetData>",
                b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            ),
            f"sel gabungan A1:XFD1048576 terlalu luas; {CURE}",
        ),
        (
            with_part("xl/media/a.bin", b"0" * 51_000_000),
            f"isinya lebih dari 50000000 bita setelah dibuka (bom zip?); {CURE}",
        ),
        (lying_sizes, BROKEN),
        (
            with_part("xl/dalam.xml", b"<a>" * 100 + b"</a>" * 100),
            f"terlalu banyak atau terlalu dalam isinya; {CURE}",
        ),
        (
            with_part("xl/banyak.xml", b"<a>" + b"<b/>" * 400_001 + b"</a>"),
            f"terlalu banyak atau terlalu dalam isinya; {CURE}",
        ),
        (
            with_part("xl/panjang.xml", b"<a>" + b"b" * 100_001 + b"</a>"),
            f"berisi teks lebih dari 100000 karakter; {CURE}",
        ),
        (
            with_part("xl/panjang.xml", b'<a b="' + b"c" * 100_001 + b'"/>'),
            f"berisi teks lebih dari 100000 karakter; {CURE}",
        ),
        (
            lambda book: packed(members(book) | {f"x{n}": b"" for n in range(200)}),
            None,
        ),
        (with_text("xl/workbook.xml", b"<sheets>", b"<sheets2>"), UNREADABLE),
        (
            with_text(SHEET, b'<c r="J4" s="', b'<c r="J4" t="zz" s="9'),
            None,
        ),
    ],
    ids=[
        "empty",
        "text",
        "cut short",
        "other zip",
        "xls",
        "ods",
        "too big",
        "macros",
        "ActiveX",
        "external links",
        "embeddings",
        "macros by type",
        "doctype",
        "doctype in UTF-16",
        "broken XML",
        "huge merge",
        "zip bomb",
        "lying sizes",
        "too deep",
        "too many elements",
        "long text",
        "long attribute",
        "too many members",
        "no sheets",
        "unknown cell type and style",
    ],
)
def test_a_file_that_is_no_plain_workbook(
    spoil: Callable[[bytes], bytes], message: str | None, office: Path
) -> None:
    content = spoil(template())
    if message:
        refused(content, message)
        return
    before = REPORT.read_bytes()
    result = take_in(content)
    assert (result.exit_code, REPORT.read_bytes()) == (1, before)
    assert all(line.startswith("isi.xlsx: ") for line in result.output.splitlines()[:-1])


def test_a_member_behind_a_password(office: Path) -> None:
    content = bytearray(template())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1

    refused(bytes(content), f"berkata sandi atau dimampatkan dengan cara lain; {CURE}")


def test_a_file_that_is_not_there(office: Path) -> None:
    result = CliRunner().invoke(main, ["realisasi", "impor", "tidak-ada.xlsx"])

    assert result.output.splitlines()[0] == (
        "tidak-ada.xlsx: berkas tidak ada atau tidak dapat dibaca; periksa namanya"
    )


def test_a_year_without_a_report(office: Path) -> None:
    content = template()
    REPORT.unlink()

    result = take_in(content)

    assert result.output == (
        "isi.xlsx: berkas data/realisasi/2031.yml tidak ada; buat dahulu dengan renstra realisasi "
        "mulai 2031\n1 masalah ditemukan; tidak ada yang ditulis.\n"
    )


def name_office(code: str) -> None:
    """Give the office a code of its own, or take it away."""
    file = Path("data/rencana.yml")
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("kode_kantor:")]
    at = next(n for n, line in enumerate(kept) if line.startswith("naskah:")) + 1
    while at < len(kept) and kept[at].startswith(" "):
        at += 1
    kept[at:at] = [f'kode_kantor: "{code}"'] if code else []
    file.write_text("\n".join([*kept, ""]), encoding="utf-8")


def test_the_workbook_of_another_office(office: Path) -> None:
    edits = {("ik-002", "Kendala"): "Hujan."}
    early = filled(edits)
    name_office("111111")
    theirs, ours = filled(edits), "222222"
    name_office(ours)

    result = take_in(theirs)

    assert result.output == (
        "isi.xlsx: lembar ini dibuat untuk kantor 111111, bukan 222222; unduh templat dari situs "
        "kantor ini, lalu isi lagi\n1 masalah ditemukan; tidak ada yang ditulis.\n"
    )
    before = REPORT.read_bytes()
    assert take_in(early).exit_code == 0, "what was downloaded before knows no office"
    REPORT.write_bytes(before)
    assert take_in(filled(edits)).exit_code == 0
    REPORT.write_bytes(before)
    name_office("")
    assert take_in(theirs).exit_code == 0, "an office without a code asks for none"


def test_data_that_is_itself_broken(office: Path) -> None:
    content = template()
    text = REPORT.read_text(encoding="utf-8").replace("pagu:", "pagu: banyak", 1)
    REPORT.write_text(text, encoding="utf-8")

    result = take_in(content)

    assert result.exit_code == 1
    assert result.output.startswith("data/realisasi/2031.yml:")


def test_random_damage_never_ends_in_a_traceback(office: Path) -> None:
    content = template()
    before = REPORT.read_bytes()
    refused = 0
    for at in range(0, len(content), len(content) // 150):
        spoilt = content[:at] + bytes([content[at] ^ 0x5A]) + content[at + 1 :]
        result = take_in(spoilt)
        assert result.exit_code in (0, 1)
        refused += result.exit_code
    assert refused > 100
    assert REPORT.read_bytes() == before


def test_a_difference_is_shown_where_it_is() -> None:
    words = "Persentase pegawai yang terlatih, menurut daftar hadir dan sertifikat, " * 2

    assert difference(RawCell(f"{words}baru", "text", stored=f"{words}baru"), f"{words}lama") == (
        'sel terkunci berubah: ditemukan "…dir dan sertifikat, baru", seharusnya "…dir dan '
        f'sertifikat, lama"; {RENEW}'
    )


def test_one_round_tells_of_everything(office: Path) -> None:
    """Structure, cells, ranges, quality and remarks, in the order of the sheet."""
    book = filled(
        {
            ("ik-001", "Nilai setahun"): 101,
            ("ik-001", "Status data"): "sementara",
            ("ik-002", "Nilai setahun"): "E",
            ("ik-003", "Nilai setahun"): "wdp",
            ("ik-003", "Status data"): "final",
            ("ik-004", "Nilai setahun"): "23.617",
            ("ik-005", "Nilai setahun"): 5,
            ("pg-1", "Pagu akhir (DIPA)"): 300,
            ("pg-1", "Status data"): "sementara",
        }
    )

    def stray(made: Workbook) -> None:
        made["Indikator"]["C30"] = "hitungan sementara"

    result = take_in(rework(book, stray))

    assert [line.partition("): ")[0] + ")" for line in result.output.splitlines()[:-1]] == [
        "isi.xlsx: lembar Indikator, sel J4 (ik-001, Nilai setahun)",
        "isi.xlsx: lembar Indikator, sel J5 (ik-002, Nilai setahun)",
        "isi.xlsx: lembar Indikator, sel J6 (ik-003, Nilai setahun)",
        "isi.xlsx: lembar Indikator, sel Q6 (ik-003, Sumber: judul)",
        "isi.xlsx: lembar Indikator, sel J7 (ik-004, Nilai setahun)",
        "isi.xlsx: lembar Indikator, sel P8 (ik-005, Status data)",
        "isi.xlsx: lembar Indikator, sel C30: keterangan: di luar tabel; dibiarkan)",
        "isi.xlsx: lembar Anggaran, sel E4 (pg-1, Pagu akhir (DIPA))",
    ]
    assert result.output.splitlines()[2].endswith(': keterangan: "wdp" dibaca WDP')
    assert result.output.splitlines()[-1] == "5 masalah ditemukan; tidak ada yang ditulis."
