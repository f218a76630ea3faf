"""Another office from the same code: the made-up one of `contoh/kantor`, read back as files.

Its counts come from a straight reading of its YAML, without the project's own code.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.config.base import load_config

from macros.book.document import book
from macros.site import open_site
from renstra.files import OPTIONAL
from tests.building import PROJECT, build
from tests.reading import article, broken_links, pages, read_page

OFFICE = PROJECT / "contoh/kantor"
SETTINGS = "mkdocs-kantor.yml"
ROOMS = ("macros", "renstra", "docs", "skema", ".github", ".ci", "Makefile", "mkdocs.yml", SETTINGS)
BINARY = {".png", ".pyc"}

Yaml = dict[str, Any]


def load(name: str, data: Path = OFFICE) -> Yaml:
    found: Yaml = yaml.safe_load((data / name).read_text(encoding="utf-8"))
    return found


def indicators() -> list[Yaml]:
    return [
        indicator
        for program in load("target/program.yml")["program"]
        for kegiatan in program["kegiatan"]
        for sasaran in load(f"target/{kegiatan}.yml")["sasaran"]
        for indicator in sasaran["indikator"]
    ]


PLAN, PROGRAMS, INDICATORS = load("rencana.yml"), load("target/program.yml"), indicators()
YEARS: list[int] = PLAN["tahun"]
KEGIATAN = [kegiatan for program in PROGRAMS["program"] for kegiatan in program["kegiatan"]]


def texts(room: str) -> Iterator[Path]:
    """The files of a room that a person wrote."""
    whole = PROJECT / room
    for file in [whole] if whole.is_file() else sorted(whole.rglob("*")):
        if file.is_file() and file.suffix not in BINARY:
            yield file


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_of_the_first_office_stands_in(room: str) -> None:
    first = load("rencana.yml", PROJECT / "data")
    number = first["keputusan"]["nomor"]
    names = [
        first["kantor"].split()[-1],
        "blitar",
        first["singkatan"],
        number,
        number.split("/")[2],
    ]
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


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up office's site."""
    target = tmp_path_factory.mktemp("kantor") / "site"
    done = build(PROJECT, target, "--config-file", SETTINGS)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def address(source: Path) -> str:
    """The address of a page of `docs/`."""
    place = source.relative_to(PROJECT / "docs")
    return f"{(place.parent if place.stem == 'index' else place.with_suffix('')).as_posix()}/"


def test_its_pages_are_those_of_its_data(office: Path) -> None:
    chapters = ["keputusan/" if c == "keputusan" else f"rencana/{c}/" for c in PLAN["naskah"]]
    assert sorted(pages(office)) == sorted(
        [
            *(address(file).removeprefix(".") for file in (PROJECT / "docs").rglob("*.md")),
            *chapters,
            *(f"indikator/{item['id']}/" for item in INDICATORS),
            *(f"kegiatan/{kegiatan}/" for kegiatan in KEGIATAN),
            *(f"program/{program['id']}/" for program in PROGRAMS["program"]),
            *(f"{part}/{year}/" for part in ("tahun", "capaian") for year in YEARS),
        ]
    )


def test_it_counts_what_its_data_has(office: Path) -> None:
    home = article(office / "index.html").text
    assert f"{len(INDICATORS)} indikator" in home
    assert f"{len(KEGIATAN)} kegiatan dan {len(PROGRAMS['program'])} program" in home
    assert f"dari {YEARS[0]} sampai {YEARS[-1]}" in home
    assert f"dialokasikan untuk {len(YEARS)} tahun" in home

    swot = load("swot.yml")
    analysis = article(office / "swot/index.html")
    ids = [item.attributes.get("id") for item in analysis.all()]
    assert [i for i in ids if re.fullmatch(r"[SWOT]\d+", i or "")] == [
        factor["id"] for factor in swot["faktor"]
    ]
    assert [i for i in ids if (i or "").startswith("tabel-")] == [m["id"] for m in swot["matriks"]]


def test_it_differs_from_the_first_office_in_every_count() -> None:
    first = PROJECT / "data"
    counts = [
        (
            len(load("target/program.yml", data)["program"]),
            len(load("rencana.yml", data)["tahun"]),
            len(load("rencana.yml", data)["naskah"]),
            len(load("swot.yml", data)["faktor"]),
            len(load("swot.yml", data)["matriks"]),
        )
        for data in (OFFICE, first)
    ]

    assert all(here != there for here, there in zip(*counts, strict=True))


def test_every_page_has_its_name_and_says_that_it_is_made_up(office: Path) -> None:
    name = f"CONTOH · Renstra Terbuka {PLAN['singkatan']}"
    for url, file in pages(office).items():
        page = read_page(file)
        assert next(page.all("title")).text.endswith(name), url
        (banner,) = page.by_class("md-banner")
        assert "Semua realisasi di situs ini dibuat-buat" in banner.text, url
        assert len(list(page.all("h1"))) == 1, url


def test_its_chapters_stand_in_the_navigation_in_their_order(office: Path) -> None:
    page = read_page(office / "rencana/index.html")
    wanted = []
    for name in PLAN["naskah"]:
        chapter = load(f"naskah/{name}.yml")
        wanted.append(chapter.get("sebutan") or f"{chapter['nomor']} {chapter['judul']}")

    shown = [link.text for link in page.by_class("md-nav__link") if link.text in wanted]

    assert list(dict.fromkeys(shown)) == wanted
    assert (
        "BAGIAN DUA ARAH DAN KEBIJAKAN" in wanted
    )  # by its number and title, having no other name


def test_every_link_leads_somewhere(office: Path) -> None:
    assert broken_links(office) == []


def test_nothing_in_it_is_of_the_first_office(office: Path) -> None:
    written = (".html", ".json", ".csv", ".xml", ".svg")
    files = [file for file in office.rglob("*") if file.suffix in written]

    assert len(files) > len(INDICATORS)
    assert [
        file for file in files if re.search("blitar|3572", file.read_text("utf-8"), re.IGNORECASE)
    ] == []


def test_its_open_data_is_its_own(office: Path) -> None:
    text = (office / "data/indikator.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    index = json.loads((office / "data/v1/index.json").read_text(encoding="utf-8"))

    assert [(row["id"], int(row["tahun"]), row["target_tercetak"]) for row in rows] == [
        (item["id"], year, item["target"][year]) for item in INDICATORS for year in YEARS
    ]
    assert {row["contoh"] for row in rows if row["tahun"] == str(YEARS[0])} == {"true"}
    assert PLAN["judul"] in json.dumps(index, ensure_ascii=False)


def test_its_book_is_its_own() -> None:
    html = book(open_site(load_config(str(PROJECT / SETTINGS))))

    for name in PLAN["naskah"]:
        assert f'id="{name}"' in html
    assert PLAN["judul"] in html
    assert all(item["nama"] in html for item in INDICATORS)
    assert "Blitar" not in html


def write_least(data: Path) -> None:
    """Write the made-up office with only what a plan must have and one chapter."""
    shutil.copytree(OFFICE, data, ignore=shutil.ignore_patterns(*OPTIONAL, "realisasi"))
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
    return project / "site"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("swot", "matriks SWOT"),
        ("swot", "faktor SWOT"),
        ("strategi", "sintesa"),
        ("kebijakan", "misi"),
        ("regulasi", "kerangka regulasi"),
        ("kelembagaan", "tabel anggota"),
        ("kelembagaan", "daftar mitra"),
        ("istilah", "daftar singkatan"),
        ("catatan", "catatan"),
    ],
)
def test_a_page_says_what_a_plan_does_not_have(least: Path, page: str, words: str) -> None:
    assert f"Rencana ini tidak memuat {words}." in article(least / page / "index.html").text


def test_a_plan_with_only_what_it_must_have_is_a_whole_site(least: Path) -> None:
    assert broken_links(least) == []
    assert "keputusan/" not in pages(least)
    home = read_page(least / "index.html")
    assert next(home.all("title")).text == f"Renstra Terbuka {PLAN['singkatan']}"
    assert f"Keputusan Nomor {PLAN['keputusan']['nomor']}" in article(least / "index.html").text
    assert "Belum dilaporkan" in article(least / "index.html").text
