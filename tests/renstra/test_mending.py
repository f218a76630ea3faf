"""A mend of our copy recorded beside its value, the file otherwise byte for byte as it was."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest
from click.testing import CliRunner

from renstra.cli.main import main
from renstra.plan.mends import mends
from renstra.reading.load import load_plan
from tests.past.repository import edit
from tests.renstra.whole import write_whole

KG, BAB = "target/kg-001.yml", "naskah/bab-i.yml"
LIST = Path("data/keutuhan/awal.txt")


@pytest.fixture(autouse=True)
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole made-up plan with its list, in the folder that the test runs in."""
    monkeypatch.chdir(tmp_path)
    write_whole(Path("data"))
    run("keutuhan")


def run(*words: str, given: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(main, words, prog_name="renstra", input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def put_in(name: str, *words: str, given: str | None = None) -> list[str]:
    """The lines that recording mends puts into a file; it takes none away."""
    before = Path("data", name).read_text(encoding="utf-8").splitlines()
    code, output = run("keutuhan", "--perbaikan", *words, given=given)
    assert code == 0, output
    after = Path("data", name).read_text(encoding="utf-8").splitlines()
    lines = list(unified_diff(before, after, lineterm="", n=0))[2:]
    assert not [line for line in lines if line.startswith("-")]
    return [line[1:] for line in lines if line.startswith("+")]


def test_a_cell_is_recorded_and_the_list_written_with_it() -> None:
    edit(KG, ('2032: "87,5 %"', '2032: "78,5 %"'))

    code, output = run("keutuhan", "--perbaikan", "--alasan", "Angka tertukar.")

    assert (code, output) == (
        0,
        'ik-001.target.2032: "87,5 %" menjadi "78,5 %"\n'
        "1 perbaikan dicatat di data/target/kg-001.yml; daftar keutuhan ditulis ulang.\n",
    )
    text = Path("data", KG).read_text(encoding="utf-8")
    assert (
        '          - bagian: "target.2032"\n'
        '            terekstrak: "87,5 %"\n'
        '            dibaca: "78,5 %"\n'
        '            alasan: "Angka tertukar."\n'
    ) in text
    assert run("periksa")[0] == 0
    assert "ik-001.target.2032\t78,5 %\n" in LIST.read_text(encoding="utf-8")


def test_it_asks_what_was_extracted_and_why() -> None:
    edit(BAB, ("teks: Target kinerja disajikan", "teks: Sasaran kinerja disajikan"))

    assert put_in(BAB, given="Sasran kinerja\nHuruf hilang.\n") == [
        "    perbaikan:",
        '      - bagian: "teks"',
        '        semula: "Target kinerja disajikan pada tabel berikut."',
        '        terekstrak: "Sasran kinerja"',
        '        dibaca: "Sasaran kinerja disajikan pada tabel berikut."',
        '        alasan: "Huruf hilang."',
    ]


def test_of_what_has_no_id_the_way_is_told() -> None:
    edit("rencana.yml", ("judul: Rencana Strategis Kantor", "judul: Rencana Strategik Kantor"))

    assert put_in("rencana.yml", "--alasan", "Satu huruf.")[1:3] == [
        '  - bagian: "judul"',
        '    terekstrak: "Rencana Strategis Kantor Contoh Tahun 2031-2033"',
    ]


def test_several_in_one_file_all_find_their_place() -> None:
    edit(
        KG,
        ('2032: "87,5 %"', '2032: "78,5 %"'),
        ("nama: Persentase pegawai terlatih", "nama: Persentase pegawai"),
    )

    told = put_in(KG, "--alasan", "Salah salin.")

    assert [line.strip() for line in told if "bagian" in line] == [
        '- bagian: "nama"',
        '- bagian: "target.2032"',
    ]
    assert run("periksa")[0] == 0


def test_a_word_that_was_missing_is_recorded_as_such() -> None:
    edit(
        BAB,
        (
            "    jenis: paragraf\n    teks: Target",
            '    jenis: butir\n    label: "1."\n    teks: Target',
        ),
    )

    assert put_in(BAB, "--alasan", "Nomor terlewat.")[1:4] == [
        '      - bagian: "label"',
        '        terekstrak: "(tidak ada)"',
        '        dibaca: "1."',
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ('    label: "A."\n', ""),
            'data/naskah/bab-i.yml:3: i-001.label: "A." hilang; yang dihapus tidak dapat dicatat '
            "sebagai perbaikan, kembalikan\nTidak ada yang ditulis.\n",
        ),
    ],
)
def test_what_is_gone_is_no_mend(change: tuple[str, str], said: str) -> None:
    edit(BAB, change)
    before = Path("data", BAB).read_bytes(), LIST.read_bytes()

    assert run("keutuhan", "--perbaikan", "--alasan", "x") == (1, said)
    assert (Path("data", BAB).read_bytes(), LIST.read_bytes()) == before


def test_without_a_difference_or_a_list_or_a_reason_nothing_is_written() -> None:
    nothing = "Tidak ada yang berbeda dari daftar keutuhan; tidak ada yang ditulis.\n"
    assert run("keutuhan", "--perbaikan") == (0, nothing)
    edit(KG, ('2032: "87,5 %"', '2032: "78,5 %"'))
    before = Path("data", KG).read_bytes()

    why = "Alasan tidak boleh kosong; sebut mengapa dibaca begitu.\n"
    assert run("keutuhan", "--perbaikan", "--alasan", " ") == (1, why)
    assert run("keutuhan", "--perbaikan", given="")[0] == 130
    assert run("keutuhan", "--alasan", "x")[0] == 2
    LIST.unlink()
    none = "Belum ada daftar keutuhan, jadi belum ada yang berbeda darinya.\n"
    assert run("keutuhan", "--perbaikan") == (1, none)
    assert Path("data", KG).read_bytes() == before


def test_a_mend_of_what_nothing_above_has_an_id_of_is_listed_by_its_file() -> None:
    edit("rencana.yml", ("judul: Rencana Strategis Kantor", "judul: Rencana Strategik Kantor"))
    run("keutuhan", "--perbaikan", "--alasan", "Satu huruf.")

    assert [place for place, mend in mends(load_plan(Path("data"))) if mend.bagian == "judul"] == [
        "rencana"
    ]
