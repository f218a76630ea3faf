"""Reading a data folder: one broken tree for each rule, with the whole of what is said about it.

A folder of `tests/broken` holds the files that differ from `tests/tiny`, `hapus` names those that
are gone, and `pesan.txt` is the whole text of the error.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from renstra.dialect.document import MAX_BYTES
from renstra.dialect.problem import DataError
from renstra.reading.files import data_files
from renstra.reading.load import load_plan

BROKEN = Path(__file__).parent.parent / "broken"


def refusal() -> str:
    """What is said about `data` in the working folder."""
    with pytest.raises(DataError) as caught:
        load_plan(Path("data"))
    return str(caught.value)


@pytest.mark.parametrize("rule", sorted(path.name for path in BROKEN.iterdir()))
def test_refuses(rule: str, project: Path) -> None:
    overlay = BROKEN / rule
    if (overlay / "data").is_dir():
        shutil.copytree(overlay / "data", project / "data", dirs_exist_ok=True)
    if (overlay / "hapus").is_file():
        for gone in (overlay / "hapus").read_text(encoding="utf-8").splitlines():
            (project / gone).unlink()

    assert refusal() + "\n" == (overlay / "pesan.txt").read_text(encoding="utf-8")


def test_refuses_a_file_over_one_megabyte(project: Path) -> None:
    units = project / "data/satuan.yml"
    filler = "# " + "x" * (MAX_BYTES - units.stat().st_size - 3) + "\n"
    units.write_text(units.read_text(encoding="utf-8") + filler, encoding="utf-8")
    load_plan(Path("data"))

    with units.open("a", encoding="utf-8") as file:
        file.write("#")

    assert refusal() == (
        "data/satuan.yml:1: berkas 1000001 bita, paling besar 1000000 bita; "
        "pecah menjadi beberapa berkas"
    )


def test_refuses_a_folder_where_a_file_should_be(project: Path) -> None:
    (project / "data/satuan.yml").unlink()
    (project / "data/satuan.yml").mkdir()

    assert refusal() == (
        "data/satuan.yml:1: berkas tidak dapat dibaca; periksa apakah ini berkas biasa dan izinnya"
    )


def test_refuses_a_folder_that_is_not_there(project: Path) -> None:
    shutil.rmtree(project / "data")

    assert refusal() == (
        "data:1: bukan folder data, rencana.yml tidak ada di sini; jalankan dari folder proyek, "
        "atau sebut yang benar dengan --data"
    )


def test_names_the_folder_as_it_is_told(project: Path) -> None:
    (project / "data/satuan.yml").unlink()

    with pytest.raises(DataError, match=r"^contoh/data/satuan\.yml:1: berkas tidak ada"):
        load_plan(project / "data", "contoh/data")


def test_hidden_files_are_no_part_of_the_data(project: Path) -> None:
    (project / "data/.DS_Store").touch()
    (project / "data/.cadangan").mkdir()
    (project / "data/.cadangan/rencana.yml").touch()

    load_plan(Path("data"))

    assert data_files(Path("data")) == [
        "anggaran/kegiatan.yml",
        "anggaran/program.yml",
        "catatan.yml",
        "naskah/bab-i.yml",
        "rencana.yml",
        "satuan.yml",
        "target/kg-001.yml",
        "target/kg-002.yml",
        "target/program.yml",
    ]


def test_what_stands_beside_the_plan_is_no_part_of_it(project: Path) -> None:
    before = data_files(Path("data"))
    for name in ("keutuhan/awal.txt", "terbit/id.txt", "uji-cari/pertanyaan.yml"):
        file = project / "data" / name
        file.parent.mkdir()
        file.write_text("bukan: [bagian rencana\n", encoding="utf-8")

    load_plan(Path("data"))

    assert data_files(Path("data")) == before


def test_refuses_a_folder_that_is_neither_part_of_the_plan_nor_beside_it(project: Path) -> None:
    for name in ("terbitan/id.txt", "target/terbit/kg-003.yml", "keutuhan"):
        file = project / "data" / name
        file.parent.mkdir(exist_ok=True)
        file.touch()

    assert refusal() == "\n".join(
        f"data/{name}:1: berkas tidak dikenal; pindahkan ke luar folder data, atau perbaiki namanya"
        for name in ("keutuhan", "target/terbit/kg-003.yml", "terbitan/id.txt")
    )


def test_a_byte_order_mark_and_windows_line_ends_are_read(project: Path) -> None:
    units = project / "data/satuan.yml"
    units.write_bytes(b"\xef\xbb\xbf" + units.read_bytes().replace(b"\n", b"\r\n"))

    assert list(load_plan(Path("data")).satuan) == ["persen", "perkara", "badan"]


def test_every_problem_stands_once_sorted_by_file_and_line() -> None:
    for pesan in sorted(BROKEN.glob("*/pesan.txt")):
        lines = pesan.read_text(encoding="utf-8").splitlines()
        places = [(path, int(line)) for path, line, _ in (text.split(":", 2) for text in lines)]
        assert places == sorted(places), pesan.parent.name
        assert len(set(lines)) == len(lines), pesan.parent.name
