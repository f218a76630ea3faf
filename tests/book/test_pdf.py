"""The book of the whole made-up office, read back by code that did not write it.

What it states is held against the data by `tests/site/test_book.py`, of whatever office.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from renstra.past.revision import data_revision
from tests.book.tags import Tag, read_tags
from tests.building import PROJECT
from tests.site.source import Source

# What its tests share is made once: no second worker makes it again.
pytestmark = pytest.mark.xdist_group("buku")

OFFICE = Source(PROJECT / "contoh/lengkap", PROJECT / "mkdocs-contoh.yml")
NOTES = OFFICE.load("catatan.yml")["catatan"]
RESULTS = "Capaian"
APPENDICES = [RESULTS, "Anggaran dalam gambar", "Catatan atas dokumen"]


@pytest.fixture(scope="session")
def tags(reader: PdfReader) -> Tag:
    """The tree of tags of the book."""
    return read_tags(reader)


def bare(text: str) -> str:
    """Letters alone: a line that ends after a stroke or a dash says nothing of a space there."""
    return "".join(text.split())


def headings() -> list[tuple[int, str]]:
    """Level and words of every heading, as the data has them."""
    found = []
    for source in OFFICE.chapters.values():
        found.append((1, " ".join(filter(None, (source.get("nomor"), source["judul"])))))
        for part in source["isi"]:
            if part["jenis"] == "subjudul":
                words = " ".join(filter(None, (part.get("label"), part["teks"])))
                found.append((part.get("tingkat", 1) + 1, words))
    years = [(2, f"{RESULTS} {year}") for year in OFFICE.told]
    results, drawn, last = ((1, words) for words in APPENDICES)
    return [*found, results, *years, drawn, last]


def outline(items: Any, level: int = 1) -> list[tuple[int, Destination]]:
    """The outline in order, each entry with its depth."""
    found: list[tuple[int, Destination]] = []
    for item in items:
        if isinstance(item, list):
            found += outline(item, level + 1)
        else:
            found.append((level, item))
    return found


def test_the_outline_is_the_headings(reader: PdfReader, tags: Tag) -> None:
    shown = [(level, " ".join(str(item.title).split())) for level, item in outline(reader.outline)]
    # The decree has no heading of the first depth above its second: an outline leaves no gap.
    told = headings()
    assert [words for _, words in shown[: len(told)]] == [words for _, words in told]
    assert all(level <= depth for (level, _), (depth, _) in zip(shown, told, strict=False))
    notes = [words for _, words in shown[len(told) :]]
    titles = {note["judul"] for note in NOTES}
    chapters = {
        source.get("sebutan") or " ".join(filter(None, (source.get("nomor"), source["judul"])))
        for source in OFFICE.chapters.values()
    } | {"Catatan yang ditarik"}
    # A note that was withdrawn is a line that says why, under one heading of them all.
    assert sorted(words for words in notes if words in titles) == sorted(
        note["judul"] for note in NOTES if "ditarik" not in note
    )
    assert set(notes) - titles <= chapters
    assert [tag.text for tag in tags.all("H1")] == [w for depth, w in headings() if depth == 1]


def test_the_contents_give_the_page_of_every_heading(reader: PdfReader, pages: list[str]) -> None:
    start = next(n for n, page in enumerate(pages) if page.startswith("Daftar isi"))
    end = next(n for n, page in enumerate(pages) if n > start and page.startswith("KEPUTUSAN"))
    contents = bare("".join(pages[start:end])).replace(".", "")
    position = 0
    for (_, item), (_, words) in zip(outline(reader.outline), headings(), strict=False):
        number = reader.get_destination_page_number(item)
        assert number is not None
        line = bare(words).replace(".", "") + str(number + 1)
        assert line in contents[position:], line
        position = contents.index(line, position) + len(line)
        assert bare(words) in bare(pages[number]), words


def test_a_note_is_a_footnote_where_it_is_first_marked(pages: list[str]) -> None:
    """Once, on the page of the mark; on the next one where no room is left."""
    titles = {note["id"]: note["judul"] for note in NOTES}
    appendix = next(n for n, page in enumerate(pages) if APPENDICES[-1] in page and n > 5)
    told: dict[str, int] = {}
    marked: dict[str, int] = {}
    for number, page in enumerate(pages[:appendix]):
        for mark, note, words in re.findall(r"^\*(\d+)\s+(ct-\d+)\s+(.+)$", page, re.MULTILINE):
            assert (int(note[3:]), words.strip()) == (int(mark), titles[note])
            assert note not in told
            told[note] = number
        if number > 1:  # the second page explains the marks
            for mark in re.findall(r"\*(\d+)", page):
                marked.setdefault(f"ct-{int(mark):03}", number)
    assert set(told) == set(marked)
    late = [note for note, page in told.items() if page != marked[note]]
    assert [note for note in late if told[note] != marked[note] + 1] == []
    assert len(late) < len(told) / 4


def test_tags_language_and_what_it_is(reader: PdfReader, tags: Tag) -> None:
    catalog: Any = reader.trailer["/Root"]
    plan = OFFICE.plan
    assert catalog["/MarkInfo"]["/Marked"].value is True
    assert catalog["/Lang"] == "id"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    metadata = reader.metadata
    assert metadata is not None
    assert (metadata.title, metadata.author) == (plan["judul"], plan["kantor"])
    revision = data_revision(PROJECT, "contoh/lengkap")
    day = metadata.get("/CreationDate")
    assert day == (f"D:{revision.date:%Y%m%d}" if revision else None)
    assert b"pdfuaid" in catalog["/Metadata"].get_object().get_data()
    kinds = {tag.kind for tag in tags.all("H1", "H2", "H3", "P", "L", "LI", "Link", "Figure")}
    assert kinds == {"H1", "H2", "H3", "P", "L", "LI", "Link", "Figure"}
    for table in tags.all("Table"):
        assert list(table.all("TH")), table.text[:60]


def test_it_is_set_in_liberation_alone(reader: PdfReader) -> None:
    """Letters from another family would have other widths; the family is what `.ci` installs."""
    names = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert names
    assert [name for name in sorted(names) if not name.startswith("Liberation")] == []


def test_pages_are_numbered_and_full(pages: list[str]) -> None:
    for number, page in enumerate(pages[1:], 2):
        assert page.rstrip().splitlines()[-1] == str(number) or f"\n{number}\n" in page
        assert len(page.split()) > 20, number
    # No page is left nearly empty by a table that had to go whole to the next.
    lengths = [len(page.split()) for page in pages]
    assert all(sum(pair) > 60 for pair in pairwise(lengths))


def test_same_bytes_in_another_time_zone_and_locale(books: list[Path]) -> None:
    first, second = (book.read_bytes() for book in books)
    assert first == second
    assert len(first) < 2_000_000
