"""What later decrees changed: both values of a cell, the tables of each time, the decree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.reading import Element
from tests.site.built import Built, differences, plain_rows, refuse
from tests.site.judging import day, printed
from tests.site.laying import since
from tests.site.source import Source, Yaml

PERIHAL = "Perubahan menurut keputusan: kedua nilai, tabel tiap masa, dan keputusannya"

_TARGET = re.compile(r"(ik-\d+)\.target\.(\d{4})")


def words_of(value: object) -> str:
    """A value as a page prints it."""
    return printed(value) if isinstance(value, int) else " ".join(str(value or "").split())


def marks(page: Element) -> Iterator[tuple[str, str]]:
    """The marks of changes on a page: what each says, and where it leads."""
    for mark in page.by_class("semula"):
        yield mark.attributes.get("title", ""), mark.attributes.get("href", "")


def test_a_changed_cell_says_both_values_and_its_decree(source: Source, built: Built) -> None:
    """Sel target yang diubah keputusan menyebut nilai yang lain, keputusannya dan tanggalnya."""
    found = []
    for decree in source.decrees:
        by = f"Diubah dengan Keputusan Nomor {decree['nomor']}, {day(decree['tanggal'])}"
        for change in decree.get("ubah") or ():
            place = _TARGET.fullmatch(change["di"])
            if not place:
                continue
            url = f"indikator/{place[1]}/"
            row = next(row for row in source.rows if row.id == place[1])
            later = source.cell(row, int(place[2])) == change["dari"]
            other = words_of(change["menjadi" if later else "dari"]) or "(kosong)"
            told = f"{'Kemudian' if later else 'Semula'} {other}. {by}"
            said = [(" ".join(t.split()), href) for t, href in marks(built.article(url))]
            if (told, f"../../perubahan/{decree['id']}/") not in said:
                found.append(f"{url}: tidak mengatakan “{told}”")
    refuse(found)


def test_the_page_of_a_decree_says_what_it_changed(source: Source, built: Built) -> None:
    """Halaman keputusan menyebut nomor, tanggal, dan setiap nilai yang diubah atau dicabut."""
    found = []
    for decree in source.decrees:
        url = f"perubahan/{decree['id']}/"
        text = built.article(url).text
        wanted = [decree["nomor"], day(decree["tanggal"]), day(since(decree))]
        for change in decree.get("ubah") or ():
            wanted += [words_of(change.get(key)) for key in ("dari", "menjadi")]
        wanted += [words_of(item["alasan"]) for item in decree.get("cabut") or ()]
        added = [item["isi"] for item in decree.get("tambah") or ()]
        wanted += [item["id"] for item in added if "id" in item]
        # Of prose the words that stay stand once, and what differs beside them.
        found += [
            f"{url}: tidak mengatakan “{words}”"
            for words in wanted
            if words not in text and not all(word in text for word in words.split())
        ]
    refuse(found)


def test_the_tables_of_each_time_are_whole(source: Source, built: Built) -> None:
    """Halaman naskah tiap keputusan memuat setiap sel dan angka seperti berlaku waktu itu."""
    found = []
    for kode in ("awal", *(decree["id"] for decree in source.decrees)) if source.decrees else ():
        url, then = f"naskah/{kode}/", source.as_left_by(kode)
        tables = built.article(url).all("table")
        shown = [row for table in tables for row in plain_rows(table)]
        width = len(source.years) + 1
        cells = [[r.nama, *(r.indikator["target"][y] for y in source.years)] for r in then.rows]
        found += differences(f"{url} target", tails(shown, cells, width), cells)
        money = [amounts(source, line.baris) for line in then.lines]
        found += differences(f"{url} anggaran", tails(shown, money, width), money)
    refuse(found)


def amounts(source: Source, line: Yaml) -> list[str]:
    """A line of the funding table as a page prints it."""
    return [line["nama"], *(printed(line["pagu"][year]) for year in source.years)]


def tails(shown: list[list[str]], expected: list[list[str]], width: int) -> list[list[str]]:
    """The ends of the rows that begin as an expected one does, in their order."""
    names = {row[0] for row in expected}
    ends = [row[-width:] for row in shown if len(row) >= width]
    return [row for row in ends if row[0] in names]
