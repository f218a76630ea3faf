"""The target cells as the decree prints them, in order, on every page that has a table of them."""

from __future__ import annotations

import re

from tests.reading import Element
from tests.site.built import Built, differences, plain_rows, refuse
from tests.site.judging import is_targeted
from tests.site.source import Row, Source

PERIHAL = "Sel target, seperti tercetak dan menurut urutan, di semua tabel"


def cells_of(source: Source, rows: list[Row]) -> list[list[str]]:
    """Name and cells of indicators, row by row."""
    return [[row.nama, *(row.indikator["target"][year] for year in source.years)] for row in rows]


def spread(source: Source, table: Element) -> list[list[str]]:
    """The last cells of each row that has enough of them: a name and a cell a year."""
    return [row[-len(source.years) - 1 :] for row in plain_rows(table)]


def test_the_chapter_has_every_cell(source: Source, built: Built) -> None:
    """Tabel target di naskah memuat setiap indikator dan selnya menurut urutan."""
    table = source.load("target/program.yml")
    found = []
    if url := source.tables.get(table["id"]):
        for shown in built.tables(url, f"{table['nomor']} {table['judul']}") or [Element("", {})]:
            found += differences(url, spread(source, shown), cells_of(source, source.rows))
    refuse(found)


def test_groups_of_the_chapter_s_table_stand_in_order(source: Source, built: Built) -> None:
    """Nomor dan nama program dan kegiatan di tabel target naskah menurut urutan."""
    table = source.load("target/program.yml")
    if not (url := source.tables.get(table["id"])):
        return
    expected = [
        [group["nomor"], group["nama"]]
        for program in source.program
        for group in (program, *source.kegiatan_of(program))
    ]
    shown = [
        [cell.text for cell in row.inside if isinstance(cell, Element)]
        for found in built.tables(url, f"{table['nomor']} {table['judul']}")
        for row in found.all("tr")
        if row.attributes.get("class") in ("baris-program", "baris-kegiatan")
    ]
    refuse(differences(url, shown, expected))


def test_the_list_of_indicators_has_every_cell(source: Source, built: Built) -> None:
    """Daftar indikator memuat kode, nama dan sel target setiap indikator."""
    (table,) = (t for t in built.article("indikator/").all("table"))
    shown = []
    for row in plain_rows(table):
        kode, _, *cells = row
        shown.append([kode, *cells])
    expected = [
        [row.id, *(row.indikator["target"][year] for year in source.years)] for row in source.rows
    ]
    found = differences("indikator/", shown, expected)
    links = [next(head.all("a")).text for body in table.all("tbody") for head in body.all("th")]
    found += differences("indikator/, nama", links, [row.nama for row in source.rows])
    refuse(found)


def test_the_page_of_an_indicator_has_its_name_and_cells(source: Source, built: Built) -> None:
    """Halaman indikator menyebut nama, kode, letak dan sel targetnya."""
    found = []
    for row in source.rows:
        url = f"indikator/{row.id}/"
        page = built.article(url)
        cells = [source.cell(row, year) for year in source.years]
        shown = built.rows(url, f"Target {row.id} ")
        found += differences(f"{url} tahun", shown[0][1:], list(map(str, source.years)))
        found += differences(f"{url} target", shown[1], ["Target", *cells])
        found += differences(url, [h.text for h in page.all("h1")], [row.nama])
        place = page.by_class("letak")[0].text
        stands = (
            f"Program {row.program['nomor']} {row.program['nama']}",
            f"Kegiatan {row.kegiatan['nomor']} {row.kegiatan['nama']}",
            f"Sasaran {row.sasaran['nama']}",
        )
        found += [f"{url}: letaknya tanpa “{words}”" for words in stands if words not in place]
        if f" {row.id} " not in f" {page.by_class('fakta')[0].text} ":
            found.append(f"{url}: kode {row.id} tidak disebut di bawah namanya")
    refuse(found)


def test_the_page_of_a_kegiatan_has_its_cells(source: Source, built: Built) -> None:
    """Halaman kegiatan memuat sasaran, indikator dan sel targetnya."""
    found = []
    for kegiatan in source.kegiatan:
        url = f"kegiatan/{kegiatan['id']}/"
        rows = [row for row in source.rows if row.kegiatan is kegiatan]
        (table,) = built.tables(url, "Target kegiatan ini menurut")
        found += differences(url, spread(source, table), cells_of(source, rows))
        found += differences(
            url, [h.text for h in built.article(url).all("h1")], [kegiatan["nama"]]
        )
        heads = [row.text for row in table.by_class("baris-kegiatan")]
        found += [
            f"{url}: sasaran “{sasaran['nama']}” tidak di tempatnya"
            for sasaran, head in zip(kegiatan["sasaran"], heads, strict=True)
            if not head.startswith(sasaran["nama"])
        ]
    refuse(found)


def test_the_page_of_a_programme_has_its_cells(source: Source, built: Built) -> None:
    """Halaman program memuat sel target semua indikatornya."""
    table = source.load("target/program.yml")
    found = []
    for program in source.program:
        url = f"program/{program['id']}/"
        rows = [row for row in source.rows if row.program is program]
        caption = f"{table['nomor']} {table['judul']}: Program {program['nomor']}"
        for shown in built.tables(url, caption) or [Element("", {})]:
            found += differences(url, spread(source, shown), cells_of(source, rows))
    refuse(found)


def test_the_page_of_a_year_has_its_cells(source: Source, built: Built) -> None:
    """Halaman tahun memuat sel target tahun itu, dan hitungan yang ditargetkan benar."""
    found = []
    for year in source.years:
        url = f"tahun/{year}/"
        (table,) = built.tables(url, f"Target {year} menurut")
        shown = [row[:2] for row in plain_rows(table)]
        expected = [[row.nama, source.cell(row, year)] for row in source.rows]
        found += differences(url, shown, expected)
    shown = built.rows("tahun/", "Tahun-tahun rencana")[1:]
    expected = [
        [
            str(year),
            f"{sum(is_targeted(source, row, year) for row in source.rows)} dari {len(source.rows)}",
        ]
        for year in source.years
    ]
    found += differences("tahun/", [row[:2] for row in shown], expected)
    refuse(found)


def test_the_page_of_an_indicator_names_the_line_of_its_data(source: Source, built: Built) -> None:
    """Halaman indikator menyebut berkas dan baris tempat targetnya ditulis."""
    base = str(source.extra.get("data", "data"))
    found = []
    for row in source.rows:
        url = f"indikator/{row.id}/"
        words = [item.text for item in built.article(url).all("dd")]
        place = rf"{re.escape(base)}/((?:target|perubahan)/\S+) baris (\d+)"
        named = [re.match(place, text) for text in words]
        places = [match for match in named if match]
        if len(places) != 1:
            found.append(f"{url}: berkas datanya tidak disebut")
            continue
        lines = (source.data / places[0][1]).read_text(encoding="utf-8").splitlines()
        at = int(places[0][2])
        # What a later decree adds stands below a key of its own.
        heads = [f"- id: {row.id}", "isi:"]
        if not 0 < at <= len(lines) or lines[at - 1].strip() not in heads:
            found.append(f"{url}: {places[0][0]} bukan tempat {row.id}")
    refuse(found)
