"""The built site shows what the data says, read back without the project's own code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import PROJECT
from tests.reading import article, broken_links, pages, read_page, rows, table

DATA = PROJECT / "data"
YEARS = [2020, 2021, 2022, 2023, 2024]
PUBLISHED = (PROJECT / "data/terbit/alamat.txt").read_text(encoding="utf-8").split()


def load(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


def printed(amount: int | None) -> str:
    return "" if amount is None else f"{amount:,}".replace(",", ".")


def indicators() -> list[dict[str, Any]]:
    files = [
        f"target/{code}.yml"
        for p in load("target/program.yml")["program"]
        for code in p["kegiatan"]
    ]
    return [
        ik for name in files for sasaran in load(name)["sasaran"] for ik in sasaran["indikator"]
    ]


def funding_lines() -> list[dict[str, Any]]:
    programs = load("anggaran/kegiatan.yml")["program"]
    return [line for p in programs for group in p["kegiatan"] for line in group["baris"]]


INDICATORS = indicators()


def _table_words() -> dict[str, list[str]]:
    """Table id to its words in the order a reader meets them; Chapter IV has tests of its own."""
    swot, synthesis = load("swot.yml"), load("sintesa.yml")["tabel"]
    members, goals = load("organisasi.yml")["tabel"], load("tujuan.yml")["tabel"]
    found = {
        table["id"]: [
            table["nomor"],
            table["judul"],
            *(
                words
                for column in table["kolom"]
                for words in (column["kepala"], *(item["teks"] for item in column["butir"]))
            ),
        ]
        for table in swot["tabel"]
    }
    for matrix in swot["matriks"]:
        inner, outer = matrix["dalam"], matrix["luar"]
        found[matrix["id"]] = [
            *(matrix.get(key, "") for key in ("nomor", "judul", "kepala", "kepala_kedua")),
            inner["judul"],
            *(f"{item['label']} {item['teks']}" for item in inner["faktor"]),
            outer["judul"],
            *(f"{item['label']} {item['teks']}" for item in outer["faktor"]),
            inner.get("judul_ulang", ""),
            matrix["pengantar"],
            *(f"{item['label']} {item['teks']}" for item in matrix["strategi"]),
        ]
    found[synthesis["id"]] = [synthesis["nomor"], synthesis["judul"]] + [
        words
        for group in synthesis["kelompok"]
        for words in (
            group["kepala_strategi"],
            *(f"{item['label']} {item['teks']}" for item in group["butir"]),
            group["kepala_sintesa"],
            f"{group['label']} {group['teks']}",
        )
    ]
    found[members["id"]] = [members["nomor"], members["judul"], *members["kepala"].values()] + [
        item[key]
        for item in members["anggota"]
        for key in ("nomor", "nama", "kedudukan", "divisi", "wilayah")
    ]
    found[goals["id"]] = [goals["nomor"], goals["judul"], *goals["kepala"].values()] + [
        words
        for row in goals["baris"]
        for words in (row["nomor"], row["teks"], *(item["teks"] for item in row["sasaran"]))
    ]
    for name in ("target/program", "anggaran/program", "anggaran/kegiatan"):
        table = load(f"{name}.yml")
        found[table["id"]] = [f"{table['nomor']} {table['judul']}"]
    return found


TABLES = _table_words()

CODES = {
    *("id", "jenis", "satuan", "arah", "tingkat", "arti", "program", "kegiatan", "sasaran"),
    *("naskah", "tabel", "mengulang", "kelompok", "faktor", "tujuan", "tahap", "rupa"),
    *("digambar_dari", "pengertian", "visi", "dari", "ke", "sifat", "dasar", "di", "pokok"),
    *("aturan", "bagian", "tanda", "min", "maks", "agregasi"),
}
"""Keys whose values are codes for the site to act on, not words for a reader."""


def words_of(value: Any, key: str = "") -> list[str]:
    if isinstance(value, dict):
        return [w for name, item in value.items() for w in words_of(item, str(name))]
    if isinstance(value, list):
        return [w for item in value for w in words_of(item, key)]
    return [value] if isinstance(value, str) and value and key not in CODES else []


@pytest.mark.parametrize(
    "name",
    sorted(
        f.relative_to(DATA).as_posix() for f in DATA.rglob("*.yml") if f.parent.name != "uji-cari"
    ),
)
def test_nothing_in_the_data_is_left_unrendered(all_text: str, name: str) -> None:
    source = load(name)
    source.pop("sinonim", None)  # aids of the search, which shows them to nobody
    assert [words for words in words_of(source) if " ".join(words.split()) not in all_text] == []


@pytest.mark.parametrize("indikator", INDICATORS, ids=[item["id"] for item in INDICATORS])
def test_indicator_page_shows_name_and_cells_as_printed(
    built_site: Path, indikator: dict[str, Any]
) -> None:
    page = article(built_site / f"indikator/{indikator['id']}/index.html")
    assert [h1.text for h1 in page.all("h1")] == [indikator["nama"]]
    cells = [indikator["target"][year] for year in YEARS]
    shown = rows(table(page, f"Target {indikator['id']}"))
    assert shown[1] == ["Target", *cells]
    # No realisation is invented: until the office reports one, no page shows any.
    assert [row[0] for row in shown[2:]] == ["Status"]


@pytest.fixture(scope="module")
def all_text(built_site: Path) -> str:
    """The words of every page, one after the other."""
    return "\n".join(article(file).text for file in pages(built_site).values())


def test_375_target_cells_stand_in_the_chapter_in_order(built_site: Path) -> None:
    shown = rows(table(article(built_site / "rencana/bab-iv/index.html"), "Tabel IV.1"))
    cells = [row[-5:] for row in shown if len(row) >= 6 and row[-5:] != list(map(str, YEARS))]
    expected = [[item["target"][year] for year in YEARS] for item in INDICATORS]
    assert cells == expected
    assert sum(map(len, cells)) == 375


@pytest.mark.parametrize("page", ["rencana/bab-iv", "anggaran/kegiatan"])
def test_270_amounts_of_kegiatan_stand_in_order(built_site: Path, page: str) -> None:
    shown = rows(table(article(built_site / page / "index.html"), "Tabel IV.3"))
    lines = [row[1:] for row in shown if len(row) == 7]
    expected = [
        [line["nama"], *(printed(line["pagu"][year]) for year in YEARS)] for line in funding_lines()
    ]
    assert lines == expected
    assert sum(len(line) - 1 for line in lines) == 270


@pytest.mark.parametrize("page", ["rencana/bab-iv", "anggaran"])
def test_program_funding_and_its_printed_totals(built_site: Path, page: str) -> None:
    source = load("anggaran/program.yml")
    shown = rows(table(article(built_site / page / "index.html"), "Tabel IV.2"))
    total = source["total"]
    assert shown[2:] == [
        *(
            [row["kode"], row["nama"], *map(printed, row["pagu"].values()), printed(row["jumlah"])]
            for row in source["baris"]
        ),
        ["", total["nama"], *map(printed, total["pagu"].values()), printed(total["jumlah"])],
    ]


@pytest.mark.parametrize("name", load("rencana.yml")["naskah"])
def test_every_word_of_a_chapter_stands_in_order(built_site: Path, name: str) -> None:
    """Its prose, and the words of each table where the table stands."""
    source = load(f"naskah/{name}.yml")
    folder = name if name == "keputusan" else f"rencana/{name}"
    text = article(built_site / folder / "index.html").text
    position = text.index(" ".join(filter(None, (source.get("nomor"), source["judul"]))))
    for part in source["isi"]:
        if part["jenis"] == "tabel":
            words = TABLES[part["tabel"]]
        else:
            words = [part.get(key, "") for key in ("nomor", "judul", "label", "teks")]
            words += part.get("baris", [])
        for piece in filter(None, words):
            position = text.index(piece, position) + len(piece)


@pytest.mark.parametrize("indikator", INDICATORS, ids=[item["id"] for item in INDICATORS])
def test_indicator_page_names_the_line_of_its_data(
    built_site: Path, indikator: dict[str, Any]
) -> None:
    page = article(built_site / f"indikator/{indikator['id']}/index.html")
    words = next(item.text for item in page.all("dd") if item.text.startswith("data/target/"))
    path, _, line = words.split()
    source = (PROJECT / path).read_text(encoding="utf-8").splitlines()
    assert source[int(line) - 1].strip() == f"- id: {indikator['id']}"


def test_every_link_leads_somewhere(built_site: Path) -> None:
    assert broken_links(built_site) == []


def test_nothing_is_fetched_from_elsewhere(built_site: Path) -> None:
    fetched = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src"}
    foreign = [
        (url, item.attributes[fetched[item.tag]])
        for url, file in pages(built_site).items()
        for item in read_page(file).all()
        if item.tag in fetched and "//" in item.attributes.get(fetched[item.tag], "")
    ]
    assert foreign == []


def test_every_page_is_indonesian_with_a_title_one_heading_and_a_foot(built_site: Path) -> None:
    for url, file in pages(built_site).items():
        page = read_page(file)
        assert next(page.all("html")).attributes["lang"] == "id", url
        assert next(page.all("title")).text, url
        assert len(list(page.all("h1"))) == 1, url
        assert "ata" in page.by_class("md-copyright")[0].text, url


def test_ids_are_unique_on_every_page(built_site: Path) -> None:
    for url, file in pages(built_site).items():
        ids = [item.attributes["id"] for item in read_page(file).all() if "id" in item.attributes]
        assert len(ids) == len(set(ids)), url


def test_published_addresses_still_work_and_are_all_listed(built_site: Path) -> None:
    """An address once published works for ever: take no line away, add those of new pages."""
    assert sorted(pages(built_site)) == sorted(PUBLISHED)


def test_search_index_holds_every_indicator(built_site: Path) -> None:
    index = json.loads((built_site / "search/search_index.json").read_text(encoding="utf-8"))
    titles = {entry["location"]: entry["title"] for entry in index["docs"]}
    for item in INDICATORS:
        assert item["id"] in titles[f"indikator/{item['id']}/"]
