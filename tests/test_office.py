"""Another office from the same code: the made-up one of `contoh/kantor`, and the least of one."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from renstra.reading.files import OPTIONAL
from tests.building import PROJECT, build
from tests.gate.judging import judge
from tests.reading import article, pages, read_page

OFFICE = PROJECT / "contoh/kantor"
SETTINGS = "mkdocs-kantor.yml"
ROOMS = ("macros", "renstra", "docs", "skema", ".github", ".ci", "Makefile", "mkdocs.yml")
LEFT_OUT = ("realisasi", "keutuhan", "terbit", "uji-cari")
BINARY = {".png", ".webp", ".pyc", ".woff"}

Yaml = dict[str, Any]


def load(name: str, data: Path = OFFICE) -> Yaml:
    found: Yaml = yaml.safe_load((data / name).read_text(encoding="utf-8"))
    return found


PLAN = load("rencana.yml")


def texts(room: str) -> Iterator[Path]:
    """The files of a room that a person wrote."""
    whole = PROJECT / room
    for file in [whole] if whole.is_file() else sorted(whole.rglob("*")):
        if file.is_file() and file.suffix not in BINARY:
            yield file


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_of_the_office_in_data_stands_in(room: str, office_data: Path) -> None:
    if not (PROJECT / office_data).is_dir():
        pytest.skip(f"tidak ada kantor di {office_data}/")
    first = load("rencana.yml", PROJECT / office_data)
    names = [first["kantor"].split()[-1], first["singkatan"], first["keputusan"]["nomor"]]
    pattern = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)

    files = list(texts(room))

    assert files
    assert [file for file in files if pattern.search(file.read_text(encoding="utf-8"))] == []


def test_one_setting_names_the_office() -> None:
    settings = load(SETTINGS, PROJECT)

    assert settings == {
        "INHERIT": "mkdocs.yml",
        "site_url": "",
        "extra": {"data": "contoh/kantor"},
    }


def write_least(data: Path) -> None:
    """Write the made-up office with only what a plan must have and one chapter."""
    shutil.copytree(OFFICE, data, ignore=shutil.ignore_patterns(*OPTIONAL, *LEFT_OUT))
    edits = {
        "rencana.yml": [
            ("kep-008", "tiga-012"),
            *((f"  - {name}\n", "") for name in PLAN["naskah"] if name != "bagian-tiga"),
        ],
        # What the notes told is mended, as there are none.
        "target/kg-003.yml": [('2033: ""', '2033: "24"')],
        "anggaran/kegiatan.yml": [("2033: 175000", "2033: 180000")],
    }
    for name, pairs in edits.items():
        text = (data / name).read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (data / name).write_text(text, encoding="utf-8")
    for name in PLAN["naskah"]:
        if name != "bagian-tiga":
            (data / f"naskah/{name}.yml").unlink()


@pytest.fixture(scope="module")
def least(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an office whose plan has only what it must have."""
    project = tmp_path_factory.mktemp("paling-sedikit")
    for name in ("macros", "renstra", "docs"):
        (project / name).symlink_to(PROJECT / name)
    write_least(project / "rencana-kami")
    settings = {"INHERIT": str(PROJECT / "mkdocs.yml"), "extra": {"data": "rencana-kami"}}
    (project / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def test_a_plan_with_only_what_it_must_have_is_a_whole_site(least: Path) -> None:
    done = judge(least / "site", least / "rencana-kami", least / "mkdocs.yml")

    assert done.returncode == 0, done.stdout
    assert "keputusan/" not in pages(least / "site")
    home = least / "site/index.html"
    assert next(read_page(home).all("title")).text == f"Renstra Terbuka {PLAN['singkatan']}"
    assert "Hasil belum dimuat di situs ini." in article(home).text
