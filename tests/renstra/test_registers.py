"""The registers of what was published: they grow with the site and the data, and lose nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from renstra.cli.main import main

ADDRESSES, IDS = Path("data/terbit/alamat.txt"), Path("data/terbit/id.txt")


@pytest.fixture(autouse=True)
def site(project: Path) -> None:
    """A built site of three pages beside the tiny plan, in the folder that the test runs in."""
    for page in ("", "indikator/ik-001/", "capaian/2031/"):
        file = project / f"site/{page}index.html"
        file.parent.mkdir(parents=True)
        file.touch()
    (project / "site/404.html").touch()
    (project / "site/indikator/ik-001/target.svg").touch()


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["alamat", *words], prog_name="renstra")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_an_absent_register_begins_with_all_there_is() -> None:
    code, output = run("--situs", "site")

    assert (code, output.splitlines()[:4]) == (
        0,
        [
            "/ ditambahkan",
            "capaian/2031/ ditambahkan",
            "indikator/ik-001/ ditambahkan",
            "data/terbit/alamat.txt: 3 alamat ditambahkan, 3 tercatat.",
        ],
    )
    assert output.splitlines()[-2:] == [
        "… dan 18 lagi",
        "data/terbit/id.txt: 38 kode ditambahkan, 38 tercatat.",
    ]
    assert ADDRESSES.read_text("utf-8") == "/\ncapaian/2031/\nindikator/ik-001/\n"
    ids = IDS.read_text("utf-8").split()
    assert ids == sorted(set(ids))
    assert {"ik-001", "an-004", "i-002", "persen", "tabel-i-1", "bab-i", "ct-001"} <= set(ids)


def test_what_is_listed_stays_and_what_is_new_is_added() -> None:
    run("--situs", "site")
    ADDRESSES.write_text("lama/\n/\n", encoding="utf-8")
    IDS.write_text(IDS.read_text("utf-8").replace("ik-001\n", "ik-000\n"), encoding="utf-8")

    assert run("--situs", "site") == (
        0,
        "capaian/2031/ ditambahkan\nindikator/ik-001/ ditambahkan\n"
        "data/terbit/alamat.txt: 2 alamat ditambahkan, 4 tercatat.\n"
        "ik-001 ditambahkan\n"
        "data/terbit/id.txt: 1 kode ditambahkan, 39 tercatat.\n",
    )
    assert ADDRESSES.read_text("utf-8") == "/\ncapaian/2031/\nindikator/ik-001/\nlama/\n"
    assert {"ik-000", "ik-001"} <= set(IDS.read_text("utf-8").split())

    before = (ADDRESSES.stat().st_mtime_ns, ADDRESSES.read_bytes())
    assert run("--situs", "site") == (
        0,
        "data/terbit/alamat.txt: 0 alamat ditambahkan, 4 tercatat.\n"
        "data/terbit/id.txt: 0 kode ditambahkan, 39 tercatat.\n",
    )
    assert (ADDRESSES.stat().st_mtime_ns, ADDRESSES.read_bytes()) == before


def test_a_folder_that_is_no_built_site_changes_nothing() -> None:
    assert run("--situs", "data") == (
        1,
        "data: bukan situs jadi; buat dahulu dengan make site\n",
    )
    assert not ADDRESSES.parent.exists()


def test_broken_data_change_nothing() -> None:
    Path("data/satuan.yml").unlink()

    code, output = run("--situs", "site")

    assert (code, output.splitlines()[-1]) == (1, "1 masalah ditemukan; tidak ada yang ditulis.")
    assert not ADDRESSES.parent.exists()


def test_a_register_that_is_no_text_is_left_as_it_is() -> None:
    ADDRESSES.parent.mkdir()
    ADDRESSES.write_bytes(b"\xff\n")

    assert run("--situs", "site") == (
        1,
        "data/terbit/alamat.txt: tidak dapat dibaca atau ditulis; periksa berkas dan izinnya\n",
    )
    assert ADDRESSES.read_bytes() == b"\xff\n"
