"""`make site`: two at once, killed, on a full disk; readers find the old site or the new one."""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from functools import partial

import pytest

from tests.publishing.conftest import Office
from tests.reading import pages

COMMAND = "macros.publishing"
PATIENCE = 120.0


def wait_for(condition: Callable[[], object], process: subprocess.Popen[str]) -> None:
    """Until something is true, while a process runs."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.005)


def kill(process: subprocess.Popen[str]) -> None:
    """End a process and all that it started, as a power failure would."""
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def test_killed_at_any_moment_the_old_site_stands_and_the_next_build_is_whole(
    office: Office,
) -> None:
    site = [lambda: office.private]
    written = [
        "index.html",
        "assets",
        "search",
        "sitemap.xml",
        "indikator/ik-001/index.html",
    ]
    moments: list[Callable[[], object]] = [
        *site,
        *(
            lambda name=name: any((folder / "situs" / name).exists() for folder in office.private)
            for name in written
        ),
    ]
    for moment in moments:
        process = office.start(COMMAND)
        wait_for(moment, process)
        kill(process)
        assert office.stands()
        assert len(office.private) == 1  # what it left, and nothing of the one before

    code, said = office.run(COMMAND)

    wanted = office.pages
    assert (code, said) == (0, f"site: {len(wanted)} halaman\n")
    assert {url or "/" for url in wanted} <= set(pages(office.site))
    assert sorted(item.name for item in office.build.iterdir()) == [".kunci"]


def test_two_at_once_the_second_says_who_builds_and_stops(office: Office) -> None:
    first = office.start(COMMAND)
    wait_for(lambda: office.private, first)

    code, said = office.run(COMMAND)

    assert re.fullmatch(
        rf"Error: Situs sedang dibuat \(proses {first.pid}, "
        r"sejak \d\d-\d\d-\d{4} \d\d\.\d\d \S+\)\. "
        r"Tunggu sampai selesai, lalu jalankan lagi; yang terbit sekarang tidak berubah\.\n",
        said,
    )
    assert code == 1
    assert first.poll() is None
    first.communicate()
    assert first.returncode == 0
    assert (office.site / "indikator/ik-001/index.html").is_file()


@pytest.mark.parametrize("size", [1_000, 40_000, 120_000])
def test_where_no_more_can_be_written_it_says_so(office: Office, size: int) -> None:
    """As on a full disk: whatever file it is that finds no room."""
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))

    code, said = office.run(COMMAND, limit=limit)

    assert said.splitlines()[-1].startswith(
        "Error: Membuat situs gagal: berkas melebihi ukuran yang diizinkan"
    ), said
    assert said.endswith("Yang sudah ada tidak berubah; sesudah diperbaiki, jalankan lagi.\n")
    assert "Traceback" not in said
    assert code == 1
    assert office.stands()
    assert office.private == []


def test_broken_data_is_named_and_the_old_site_stands(office: Office) -> None:
    unit = office.folder / "data/satuan.yml"
    text = unit.read_text(encoding="utf-8")
    unit.write_text(text.replace("nama:", "nma:", 1), encoding="utf-8")

    code, said = office.run(COMMAND)

    assert "data/satuan.yml:" in said
    assert said.splitlines()[-1] == (
        "Situs tidak dibuat; perbaiki yang disebut di atas, lalu jalankan lagi."
    )
    assert "Traceback" not in said
    assert code == 1
    assert office.stands()


def test_settings_that_cannot_be_read_are_named(office: Office) -> None:
    (office.folder / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")

    code, said = office.run(COMMAND)

    assert said.startswith("Error: mkdocs.yml tidak dapat dibaca: ")
    assert "Traceback" not in said
    assert code == 1
    assert office.stands()


def test_a_folder_that_cannot_be_made_is_a_sentence(office: Office) -> None:
    office.build.write_text("sebuah berkas, bukan folder", encoding="utf-8")

    code, said = office.run(COMMAND)

    assert said == (
        f"Error: Menyiapkan folder kerja gagal: File exists ({office.build}). Yang sudah ada tidak "
        "berubah; sesudah diperbaiki, jalankan lagi.\n"
    )
    assert code == 1
    assert office.stands()


def test_killed_between_two_renames_the_next_build_puts_the_old_site_back(
    office: Office,
) -> None:
    """Where the system cannot swap two folders at once."""
    script = office.folder / "mati.py"
    script.write_text(
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from macros.publishing import exchange\n"
        "exchange._swap = lambda one, other: False\n"
        "rename = Path.rename\n"
        "def first(self, target):\n"
        "    found = rename(self, target)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "Path.rename = first\n"
        "new, target, aside = map(Path, sys.argv[1:])\n"
        "exchange.exchange(new, target, aside)\n",
        encoding="utf-8",
    )
    office.build.mkdir()
    new = office.folder / "baru"
    new.mkdir()
    process = office.start("mati", str(new), str(office.site), str(office.build / "situs-lama"))
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert not office.site.exists()
    (office.folder / "data/rencana.yml").unlink()  # so that the next build makes nothing

    code, _ = office.run(COMMAND)

    assert code == 1
    assert office.stands()


def test_a_page_that_is_missing_stops_it(office: Office) -> None:
    """A page that a rule of the code no longer makes is missed by the count of the data."""
    macros = office.folder / "macros"
    code = macros.resolve()
    macros.unlink()
    shutil.copytree(code, macros)  # whole, for what is written below must not reach the code itself
    pages_module = macros / "pages/things.py"
    text = pages_module.read_text(encoding="utf-8")
    line = "        yield capaian_page(site, tahun)\n"
    assert line in text
    pages_module.write_text(
        text.replace(line, f"        if tahun != plan.tahun[0]:\n    {line}"), encoding="utf-8"
    )

    status, said = office.run(COMMAND)

    assert status == 1
    assert office.stands()
    count = f"1 dari {len(office.pages)} halaman"
    assert f"{count} tidak ada atau terpotong: capaian/2031/. Situs tidak diganti" in said
