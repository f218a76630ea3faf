"""The book of the site, where there is one, read back by code that did not write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.book.tags import Tag, read_tags
from tests.site.built import Built, differences, refuse
from tests.site.judging import label_of, printed, reached, result_of
from tests.site.source import Source
from tests.site.test_offline import offers
from tests.site.words import chapter_words

PERIHAL = "Buku (PDF): kata, sel, angka dan capaian sama dengan data"


@pytest.fixture(scope="module")
def book(source: Source, built: Built) -> Path:
    """The book beside the site; skipped where none was asked for."""
    file = built.folder / f"unduhan/renstra-{source.years[0]}-{source.years[-1]}.pdf"
    if not file.is_file():
        if any(map(offers, built.article("rencana/").all("a"))):
            pytest.fail(f"{file.name} tidak ada, padahal situs menawarkannya.", pytrace=False)
        pytest.skip("Situs ini dibuat tanpa buku.")
    return file


@pytest.fixture(scope="module")
def reader(book: Path) -> PdfReader:
    """The book as pypdf reads it."""
    return PdfReader(book)


@pytest.fixture(scope="module")
def tags(reader: PdfReader) -> Tag:
    """The tree of its tags."""
    return read_tags(reader)


def bare(text: str) -> str:
    """Letters alone: a line that ends after a stroke or a dash says nothing of a space there."""
    return "".join(text.split())


def rows_under(tags: Tag, caption: str) -> Iterator[list[str]]:
    """The rows of the table whose caption begins so, over all its pages."""
    inside = False
    for table in tags.all("Table"):
        captions = [item.text for item in table.all("Caption")]
        if captions:
            inside = captions[0].startswith(caption)
        if inside:
            for row in table.all("TR"):
                yield [cell.text for cell in row.all("TH", "TD")]


_ALSO = re.compile(r" (?:semula|kemudian) .*$")
"""What else a cell said before or afterwards, which stands beside it."""


def year_rows(source: Source, tags: Tag, name: str) -> list[list[str]]:
    """The rows of a table of the plan that have a name and a cell for each year."""
    table, many = source.load(f"{name}.yml"), len(source.years)
    rows = rows_under(tags, f"{table['nomor']} {table['judul']}")
    found = [row[-many - 1 :] for row in rows if len(row) > many]
    heads = list(map(str, source.years))
    changed = {bare(str(c.get("menjadi"))) for d in source.decrees for c in d.get("ubah") or ()}
    return [
        [unmarked(bare(row[0]), changed), *(_ALSO.sub("", cell) for cell in row[1:])]
        for row in found
        if row[1:] != heads
    ]


def unmarked(name: str, changed: set[str]) -> str:
    """A name without the word that a decree changed it."""
    plain = name.removesuffix("diubah")
    return plain if plain in changed else name


def test_cells_and_amounts_stand_in_order(source: Source, tags: Tag) -> None:
    """Tabel target dan anggaran kegiatan di buku memuat setiap sel dan angka menurut urutan."""
    targets = [
        [bare(row.nama), *(row.indikator["target"][year] for year in source.years)]
        for row in source.rows
    ]
    money = [
        [bare(line.baris["nama"]), *(printed(line.baris["pagu"][year]) for year in source.years)]
        for line in source.lines
    ]
    found = []
    for name, expected in (("target/program", targets), ("anggaran/kegiatan", money)):
        if source.load(f"{name}.yml")["id"] in source.tables:
            found += differences(f"buku {name}", year_rows(source, tags, name), expected)
    refuse(found)


def test_every_word_of_the_decree_stands_in_order(source: Source, tags: Tag) -> None:
    """Naskah tiap bab tampil di buku kata demi kata menurut urutan."""
    text = bare(" ".join(part.text for part in tags.all("Part")))
    position, found = 0, []
    for name, chapter in source.chapters.items():
        for piece in chapter_words(source, chapter):
            place = text.find(bare(piece), position)
            if place < 0:
                found.append(f"buku, {name}: “{piece}” tidak ada sesudah yang di depannya")
                break
            position = place + len(bare(piece))
    refuse(found)


def test_results_are_those_of_the_data(source: Source, tags: Tag) -> None:
    """Lampiran capaian di buku memuat realisasi dan status setiap tahun yang dilaporkan."""
    found = []
    for year in source.told:
        entries = source.entries(year)
        expected = []
        for row in source.rows:
            cell, entry = source.promise(row, year), entries.get(row.id, {})
            item = source.judged(row, year).indikator
            line = [source.cell(row, year), result_of(source, item, entry)]
            line += [reached(item, cell, entry)]
            expected.append([row.id, *map(bare, [*line, label_of(item, cell, entry)])])
        rows = rows_under(tags, f"Capaian {year} menurut urutan")
        shown = [[row[0], *map(bare, row[2:])] for row in rows if row[0].startswith("ik-")]
        found += differences(f"buku capaian {year}", shown, expected)
    refuse(found)


def test_the_outline_begins_with_the_headings(source: Source, reader: PdfReader) -> None:
    """Daftar bab di samping buku memuat setiap kepala naskah menurut urutan."""
    wanted = []
    for chapter in source.chapters.values():
        wanted.append(" ".join(filter(None, (chapter.get("nomor"), chapter["judul"]))))
        wanted += [
            " ".join(filter(None, (part.get("label"), part["teks"])))
            for part in chapter["isi"]
            if part["jenis"] == "subjudul"
        ]
    shown = [" ".join(str(item.title).split()) for item in outline(reader.outline)]
    refuse(differences("daftar bab buku", shown[: len(wanted)], wanted))


def outline(items: Any) -> Iterator[Any]:
    """The outline in order."""
    for item in items:
        if isinstance(item, list):
            yield from outline(item)
        else:
            yield item


def test_the_book_says_what_it_is(source: Source, reader: PdfReader, tags: Tag) -> None:
    """Buku menyebut judul, kantor dan bahasanya, berlabel untuk pembaca layar, dan jujur."""
    catalog: Any = reader.trailer["/Root"]
    metadata = reader.metadata
    first = " ".join((reader.pages[0].extract_text() or "").split())
    found = []
    if metadata is None or metadata.title != source.plan["judul"]:
        found.append("buku: judulnya bukan judul rencana")
    if metadata is None or metadata.author != source.plan["kantor"]:
        found.append("buku: pembuatnya bukan kantor ini")
    if catalog.get("/Lang") != "id" or not catalog["/MarkInfo"]["/Marked"].value:
        found.append("buku: tanpa bahasa atau tanpa label untuk pembaca layar")
    if ("CONTOH." in first) != source.made_up:
        found.append(f"buku: sampulnya {'tanpa' if source.made_up else 'dengan'} tanda CONTOH")
    if bare(source.plan["keputusan"]["nomor"]) not in bare(first):
        found.append("buku: sampulnya tidak menyebut nomor keputusan")
    found += [
        f"buku: tabel tanpa kepala: {table.text[:60]}"
        for table in tags.all("Table")
        if not list(table.all("TH"))
    ]
    refuse(found)
