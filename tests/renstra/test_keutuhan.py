"""The list of the decree's words: what it lists, what it notices, and how it is written."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from renstra.cli.main import main
from renstra.keeping.decree import words_by_decree
from renstra.keeping.keutuhan import show_difference
from renstra.keeping.voices import voices
from renstra.model.voice import Suara
from renstra.reading.load import load_plan
from tests.renstra.reports import write
from tests.renstra.test_schema import models
from tests.renstra.whole import write_whole

LIST = Path("data/keutuhan/awal.txt")
DECREED = LIST.with_name("rv-002.txt")
EXPECTED = Path(__file__).with_name("awal.txt")
OF_CHANGE = (
    "rv-002.nomor\t2/CONTOH/2032\nrv-002.tanggal\t2032-03-04\nrv-002.sejak\t2032-03-04\n"
    "ik-004.target.2032\t2 perkara\n"
)
LATER = "data/keutuhan/rv-002.txt: sudah mutakhir, 4 kata dan sel.\n"
HOW = (
    "; kembalikan; bila salinan ini keliru, jalankan renstra keutuhan --perbaikan; bila rencananya "
    "diubah dengan keputusan, tulis perubahannya dengan renstra perubahan susun\n"
)


@pytest.fixture(autouse=True)
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole made-up plan with its list, in the folder that the test runs in."""
    monkeypatch.chdir(tmp_path)
    write_whole(Path("data"))
    LIST.parent.mkdir()
    LIST.write_bytes(EXPECTED.read_bytes())
    DECREED.write_text(OF_CHANGE, encoding="utf-8")


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, words, prog_name="renstra")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def edit(name: str, *changes: tuple[str, str]) -> None:
    """Replace texts that stand once in a file of the data."""
    file = Path("data") / name
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert not old or text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new) if old else text + new
    file.write_text(text, encoding="utf-8")


def test_lists_every_word_and_cell_in_the_plans_reading_order() -> None:
    shutil.rmtree(LIST.parent)

    assert run("keutuhan") == (
        0,
        "data/keutuhan/awal.txt: ditulis, 191 kata dan sel.\n"
        "data/keutuhan/rv-002.txt: ditulis, 4 kata dan sel.\n",
    )
    assert LIST.read_bytes() == EXPECTED.read_bytes()
    assert DECREED.read_text(encoding="utf-8") == OF_CHANGE
    assert run("keutuhan") == (
        0,
        f"data/keutuhan/awal.txt: sudah mutakhir, 191 kata dan sel.\n{LATER}",
    )


def test_no_field_of_the_decrees_voice_is_left_out() -> None:
    more = "  - di: rencana.yml.naskah\n    isi:\n      id: bab-iii\n      nomor: BAB III\n"
    more += "      judul: TAMBAHAN\n      isi:\n        - id: iii-001\n"
    more += "          jenis: paragraf\n          teks: Baru.\n"
    gone = "  - kode: ik-005\n    mulai: 2033\n    alasan: Badan itu bubar.\n"
    edit("perubahan/rv-002.yml", ("", "tambah:\n" + more + "cabut:\n" + gone))
    by_decree = words_by_decree(load_plan(Path("data")))
    listed = {(type(k.entry).__name__, k.keys[0]) for words in by_decree.values() for k in words}

    # What a decree changes stands in the list where it stands in the plan.
    elsewhere = {("Ubah", "dari"), ("Ubah", "menjadi"), ("Perubahan", "berlaku")}
    assert (
        listed - {("Perubahan", "sejak")}
        == {
            (name, field)
            for name, model in models().items()
            for field, voice in voices(model).items()
            if voice is Suara.KEPUTUSAN
        }
        - elsewhere
    )


def test_what_is_as_listed_is_no_problem() -> None:
    code, output = run("periksa")

    assert (code, output.startswith("0 masalah di 22 berkas: ")) == (0, True)


def test_reports_and_our_reading_are_no_part_of_it() -> None:
    write(Path("data"), {"ik-002": "nilai: B\n    status_data: sementara"})
    edit("target/kg-001.yml", ("tingkat: satker", "tingkat: nasional"))
    edit("target/kg-001.yml", ("Sel tergeser satu kolom", "Sel bergeser satu kolom"))

    assert run("periksa")[0] == 0
    assert run("keutuhan") == (
        0,
        f"data/keutuhan/awal.txt: sudah mutakhir, 191 kata dan sel.\n{LATER}",
    )


KG, BAB, MONEY = "target/kg-001.yml", "naskah/bab-i.yml", "anggaran/kegiatan.yml"
CHANGES: dict[str, tuple[str, tuple[tuple[str, str], ...], str]] = {
    "a cell": (
        KG,
        (('2032: "87,5 %"', '2032: "8,5 %"'),),
        "data/target/kg-001.yml:22: indikator ik-001: target: 2032: "
        f'ditemukan "8,5 %", menurut daftar keutuhan "87,5 %"{HOW}',
    ),
    "an empty cell": (
        "target/kg-002.yml",
        (('2033: ""', '2033: "1.300"'),),
        "data/target/kg-002.yml:37: indikator ik-005: target: 2033: "
        f'ditemukan "1.300", menurut daftar keutuhan ""{HOW}',
    ),
    "a name": (
        KG,
        (("nama: Pegawai yang cakap", "nama: Pegawai yang sigap"),),
        "data/target/kg-001.yml:6: sasaran sa-001: nama: "
        f'ditemukan "Pegawai yang sigap", menurut daftar keutuhan "Pegawai yang cakap"{HOW}',
    ),
    "a label": (
        BAB,
        (('label: "A."', 'label: "B."'),),
        "data/naskah/bab-i.yml:7: isi i-001: label: "
        f'ditemukan "B.", menurut daftar keutuhan "A."{HOW}',
    ),
    "a label that is no more": (
        BAB,
        (('    label: "A."\n', ""),),
        'data/naskah/bab-i.yml:3: i-001.label: "A." ada di daftar keutuhan '
        f"dan hilang dari sini{HOW}",
    ),
    "a paragraph more": (
        BAB,
        (
            (
                "  - id: i-003\n",
                "  - id: i-009\n    jenis: paragraf\n    teks: Lagi.\n  - id: i-003\n",
            ),
        ),
        "data/naskah/bab-i.yml:14: isi i-009: teks: "
        f'ditemukan "Lagi.", yang tidak ada di daftar keutuhan{HOW}',
    ),
    "a table in another place": (
        BAB,
        (
            ("  - id: i-003\n    jenis: tabel\n    tabel: tabel-i-1\n", ""),
            (
                "  - id: i-002\n",
                "  - id: i-003\n    jenis: tabel\n    tabel: tabel-i-1\n  - id: i-002\n",
            ),
        ),
        "data/naskah/bab-i.yml:11: isi i-003: tabel: "
        f"ditemukan sesudah i-001.teks, lain dari urutan di daftar keutuhan{HOW}",
    ),
    "a line of a block": (
        "naskah/bab-ii.yml",
        (("      - KANTOR CONTOH\n", "      - KANTOR REKAAN\n"),),
        "data/naskah/bab-ii.yml:9: isi ii-001: baris: butir ke-1: "
        f'ditemukan "KANTOR REKAAN", menurut daftar keutuhan "KANTOR CONTOH"{HOW}',
    ),
    "an amount": (
        MONEY,
        (("2032: 250", "2032: 205"),),
        "data/anggaran/kegiatan.yml:34: baris an-002: pagu: 2032: "
        f'ditemukan "205", menurut daftar keutuhan "250"{HOW}',
    ),
    "an amount where there is none": (
        MONEY,
        (("2032: 250\n              2033:\n", "2032: 250\n              2033: 1\n"),),
        "data/anggaran/kegiatan.yml:35: baris an-002: pagu: 2033: "
        f'ditemukan "1", menurut daftar keutuhan ""{HOW}',
    ),
    "the day of the decree": (
        "rencana.yml",
        (("tanggal: 2031-02-03", "tanggal: 2031-03-02"),),
        "data/rencana.yml:7: keputusan: tanggal: "
        f'ditemukan "2031-03-02", menurut daftar keutuhan "2031-02-03"{HOW}',
    ),
}


@pytest.mark.parametrize(("name", "changes", "problem"), CHANGES.values(), ids=CHANGES)
def test_notices(name: str, changes: tuple[tuple[str, str], ...], problem: str) -> None:
    edit(name, *changes)

    code, output = run("periksa")

    # What the change contradicts besides is said with it.
    lines = output.splitlines(keepends=True)
    assert (code, [line for line in lines if "daftar keutuhan" in line]) == (1, [problem])


def items(text: str, indent: str) -> list[str]:
    """A text cut before and behind each item of its lists that are indented so."""
    inside = rf"{indent}- .*\n(?:{indent} .*\n)*"
    return re.split(rf"(?m)^({inside})", text)


def swap(name: str, indent: str, first: str, second: str) -> None:
    """Let two items of lists change places."""
    file = Path("data") / name
    pieces = items(file.read_text(encoding="utf-8"), indent)
    one, other = (
        next(n for n, piece in enumerate(pieces) if piece.startswith(f"{indent}- {word}\n"))
        for word in (first, second)
    )
    pieces[one], pieces[other] = pieces[other], pieces[one]
    file.write_text("".join(pieces), encoding="utf-8")


MOVED = f", lain dari urutan di daftar keutuhan{HOW}"
SWAPS = {
    "indicators": (
        KG,
        "      ",
        ("id: ik-001", "id: ik-002"),
        "data/target/kg-001.yml:9: indikator ik-002: nama: ditemukan sesudah sa-001.nama",
    ),
    "objectives": (
        KG,
        "  ",
        ("id: sa-001", "id: sa-002"),
        "data/target/kg-001.yml:6: sasaran sa-002: nama: ditemukan sesudah kg-001.nama",
    ),
    "activities": (
        "target/program.yml",
        "      ",
        ("kg-001", "kg-002"),
        "data/target/kg-002.yml:2: nomor: ditemukan sesudah pg-1.nama",
        "data/target/program.yml:17: program pg-2: nomor: ditemukan sesudah ik-005.target.2033",
    ),
    "chapters": (
        "rencana.yml",
        "  ",
        ("bab-i", "bab-ii"),
        "data/naskah/bab-i.yml:2: nomor: ditemukan sesudah ii-016.teks",
    ),
    "parts of a chapter": (
        BAB,
        "  ",
        ("id: i-002", "id: i-001"),
        "data/naskah/bab-i.yml:7: isi i-002: teks: ditemukan sesudah bab-i.judul",
    ),
    "strategic objectives": (
        "tujuan.yml",
        "        ",
        ("id: ss-1", "id: ss-2"),
        "data/tujuan.yml:28: sasaran ss-2: teks: ditemukan sesudah tabel-ii-3.baris.1.teks",
    ),
    "lines of funding": (
        MONEY,
        "          ",
        ("id: an-002", "id: an-003"),
        "data/anggaran/kegiatan.yml:32: baris an-003: nama: ditemukan sesudah ak-002.nama",
    ),
}


@pytest.mark.parametrize("change", SWAPS.values(), ids=SWAPS)
def test_notices_two_that_changed_places(change: Any) -> None:
    name, indent, two, *problems = change
    swap(name, indent, *two)

    _, output = run("periksa")

    lines = output.splitlines(keepends=True)
    assert [line.removesuffix(MOVED) for line in lines if line.endswith(MOVED)] == problems


def test_a_corrected_word_is_told_of_there_and_not_at_the_note_that_quotes_it() -> None:
    edit("target/kg-001.yml", ("nama: Pegawai yang cakap", "nama: Pegawai yang sigap"))
    note = Path("data/catatan.yml").read_text(encoding="utf-8")
    assert "kutipan: Pegawai yang cakap" in note

    code, said = run("periksa")

    assert code == 1
    assert said == (
        'data/anggaran/kegiatan.yml:21: nama-sasaran an-001: tercetak "Pegawai yang cakap", '
        'seharusnya "Pegawai yang sigap" seperti di Tabel I.1; perbaiki bila salah salin, atau '
        "catat di data/catatan.yml\n"
        'data/target/kg-001.yml:6: sasaran sa-001: nama: ditemukan "Pegawai yang sigap", menurut '
        f'daftar keutuhan "Pegawai yang cakap"{HOW}2 masalah ditemukan.\n'
    )


def test_says_what_the_list_says_otherwise() -> None:
    edit("naskah/bab-ii.yml", ("      - KANTOR CONTOH\n", "      - KANTOR REKAAN\n"))
    edit(
        BAB,
        ("  - id: i-003\n", "  - id: i-009\n    jenis: bagan\n    rupa: grafik\n  - id: i-003\n"),
    )
    edit(
        BAB,
        (
            "    teks: Target kinerja disajikan pada tabel berikut.\n",
            "    teks: Target kinerja disajikan pada tabel berikut ini.\n",
        ),
    )
    assert run("periksa")[0] == 1

    assert run("keutuhan") == (
        0,
        'i-002.teks: "Target kinerja disajikan pada tabel berikut." menjadi '
        '"Target kinerja disajikan pada tabel berikut ini."\n'
        'i-009.rupa: "grafik" ditambahkan\n'
        'ii-001.baris.1: "KANTOR CONTOH" menjadi "KANTOR REKAAN"\n'
        f"data/keutuhan/awal.txt: ditulis, 192 kata dan sel.\n{LATER}",
    )
    assert run("periksa")[0] == 0


def test_says_what_is_gone_and_what_moved() -> None:
    edit(BAB, ('    label: "A."\n', ""))
    swap("tujuan.yml", "        ", "id: ss-1", "id: ss-2")

    assert run("keutuhan") == (
        0,
        'i-001.label: "A." dihapus\n'
        "ss-2.teks: dipindahkan ke sesudah tabel-ii-3.baris.1.teks\n"
        f"data/keutuhan/awal.txt: ditulis, 190 kata dan sel.\n{LATER}",
    )
    assert run("periksa")[0] == 0


def test_what_was_first_and_is_gone_is_said_at_the_list() -> None:
    LIST.write_text("rencana.yml.asal\tSatu\n" + EXPECTED.read_text("utf-8"), encoding="utf-8")

    assert run("periksa") == (
        1,
        'data/keutuhan/awal.txt:1: rencana.yml.asal: "Satu" ada di daftar keutuhan '
        f"dan hilang dari sini{HOW}1 masalah ditemukan.\n",
    )


def test_of_long_texts_only_what_differs_is_shown() -> None:
    text = "Tujuan pertama dari rencana ini " + "panjang " * 20 + "dan berakhir di sini."

    assert show_difference(text.replace(" dan ", " atau "), text) == (
        '"…ang panjang panjang atau berakhir di sini."',
        '"…ang panjang panjang dan berakhir di sini."',
    )
    assert show_difference(f"{text} Titik.", text) == (
        '"…an berakhir di sini. Titik."',
        '"…an berakhir di sini."',
    )
    assert show_difference(text.replace("panjang", "pendek"), text) == (
        '"…a dari rencana ini pendek pendek pendek pendek pendek pendek … '
        'endek pendek pendek pendek pendek pendek dan berakhir di sin…"',
        '"…a dari rencana ini panjang panjang panjang panjang panjang p … '
        ' panjang panjang panjang panjang panjang dan berakhir di sin…"',
    )


def test_broken_data_write_no_list() -> None:
    LIST.unlink()
    edit(KG, ('2033: "100%"', '2033: "101%"'))

    assert run("keutuhan") == (
        1,
        "data/target/kg-001.yml:23: indikator ik-001: target: 2033: "
        'ditemukan "101%", di luar rentang 0 sampai 100; perbaiki\n'
        "1 masalah ditemukan; tidak ada yang ditulis.\n",
    )
    assert not LIST.exists()


SPOILED = (
    "bukan baris yang ditulis renstra keutuhan; berkas ini tidak disunting dengan tangan, "
    "ambil lagi dari riwayat git\n"
)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        pytest.param(
            "bab-i.nomor\tBAB I\n", "<<<<<<< HEAD\nbab-i.nomor\tBAB I\n", 8, id="conflict"
        ),
        pytest.param("bab-i.nomor\tBAB I\n", "bab-i.nomor\tBAB I\n" * 2, 9, id="twice"),
        pytest.param("an-004.pagu.2033\t30\n", "an-004.pagu.2033\t30", 191, id="cut off"),
    ],
)
def test_a_list_that_was_edited_is_refused(old: str, new: str, line: int) -> None:
    text = EXPECTED.read_text(encoding="utf-8")
    assert text.count(old) == 1
    LIST.write_text(text.replace(old, new), encoding="utf-8")

    problem = f"data/keutuhan/awal.txt:{line}: {SPOILED}"
    assert run("periksa") == (1, f"{problem}1 masalah ditemukan.\n")
    assert run("keutuhan") == (
        0,
        f"Daftar lama tidak terpakai: {problem}"
        f"data/keutuhan/awal.txt: ditulis, 191 kata dan sel.\n{LATER}",
    )
    assert LIST.read_bytes() == EXPECTED.read_bytes()


def test_a_list_that_is_no_text_is_refused() -> None:
    LIST.write_bytes(b"\xff")

    assert run("periksa") == (
        1,
        "data/keutuhan/awal.txt:1: tidak dapat dibaca; ambil lagi dari riwayat git, "
        "dan periksa izinnya\n1 masalah ditemukan.\n",
    )


def test_a_list_that_cannot_be_written_is_a_sentence() -> None:
    LIST.unlink()
    LIST.mkdir()

    assert run("keutuhan") == (
        1,
        "data/keutuhan/awal.txt: tidak dapat dibaca atau ditulis; periksa berkas dan izinnya\n",
    )
