"""The offline edition of the site, where there is one: every link names a file that is in it."""

from __future__ import annotations

import html
import json
import posixpath
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest

from tests.reading import Element
from tests.site.built import Built, refuse
from tests.site.source import Source

PERIHAL = "Edisi luring (ZIP): isinya situs ini, dan setiap tautannya menyebut berkas yang ada"

FOLDER = "situs-luring/"
ONLY_ONLINE = {"404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt"}
"""What only a server makes use of."""

ONLY_OFFLINE = {"BACA-SAYA.txt", "assets/javascripts/luring.js", "search/search_index.js"}
_NAMED = re.compile(r'<(?:a|link|script|img)\b[^>]*? (?:href|src)="([^"]*)"')
_SCRIPTS = re.compile(r'<script id="__config".*?</script>', re.DOTALL)


@pytest.fixture(scope="module")
def edition(built: Built) -> dict[str, bytes]:
    """The files of the edition; skipped where none was asked for."""
    file = built.folder / "unduhan/situs-luring.zip"
    if not file.is_file():
        if any(map(offers, built.article("rencana/").all("a"))):
            pytest.fail(f"{file.name} tidak ada, padahal situs menawarkannya.", pytrace=False)
        pytest.skip("Situs ini dibuat tanpa edisi luring.")
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        assert all(name.startswith(FOLDER) for name in names), names[:3]
        return {name.removeprefix(FOLDER): archive.read(name) for name in names}


def pages(edition: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """The pages of the edition and what they say."""
    for name, content in edition.items():
        if name.endswith(".html"):
            yield name, content.decode("utf-8")


def test_every_link_names_a_file_of_the_edition(edition: dict[str, bytes]) -> None:
    """Setiap tautan di edisi luring menyebut berkas yang ikut di dalamnya."""
    found = []
    for name, text in pages(edition):
        for value in set(_NAMED.findall(_SCRIPTS.sub("", text))):
            address = urlsplit(html.unescape(value))
            if address.scheme or address.netloc or not address.path:
                continue
            way = posixpath.join(posixpath.dirname(name), unquote(address.path))
            if posixpath.normpath(way) not in edition:
                found.append(f"{name}: “{value}” tidak ada di edisi luring")
    refuse(found)


def test_it_holds_the_site(built: Built, edition: dict[str, bytes]) -> None:
    """Edisi luring memuat seluruh situs, kecuali yang hanya dipakai server."""
    site = {
        file.relative_to(built.folder).as_posix(): file
        for file in built.folder.rglob("*")
        if file.is_file()
    }
    left_out = {
        *(name for name in site if name.startswith(("unduhan/situs-luring", "assets/kartu/"))),
        *ONLY_ONLINE,
        "search/search_index.json",
    }
    found = [f"{name}: tidak ikut" for name in sorted({*site} - left_out - {*edition})]
    found += [f"{name}: asing" for name in sorted({*edition} - ONLY_OFFLINE - {*site})]
    found += [f"{name}: tidak ada" for name in sorted(ONLY_OFFLINE - {*edition})]
    # What is no page is there letter by letter.
    found += [
        f"{name}: isinya lain daripada di situs"
        for name, content in edition.items()
        if name in site and not name.endswith(".html") and content != site[name].read_bytes()
    ]
    refuse(found)


def test_its_pages_say_what_those_of_the_site_say(built: Built, edition: dict[str, bytes]) -> None:
    """Halaman edisi luring berkata sama dengan halaman situs."""
    tag = re.compile(r"<[^>]*>|\s+")
    found = []
    for name, text in pages(edition):
        there = (built.folder / name).read_text(encoding="utf-8")
        offered = re.compile(r'<a [^>]*situs-luring\.zip"[^>]*>.*?</a>')
        own, its = (tag.sub("", _SCRIPTS.sub("", offered.sub("", one))) for one in (there, text))
        if own != its:
            found.append(f"{name}: kata-katanya lain daripada di situs")
    refuse(found)


def test_its_search_finds_files(source: Source, edition: dict[str, bytes]) -> None:
    """Pencarian edisi luring menuju ke berkas yang ikut di dalamnya."""
    text = edition["search/search_index.js"].decode("utf-8")
    index = json.loads(text.removeprefix("var __index = "))
    places = {entry["location"].partition("#")[0] for entry in index["docs"]}
    found = [
        f"pencarian menuju {place}" for place in places if posixpath.normpath(place) not in edition
    ]
    wanted = {f"indikator/{row.id}/index.html" for row in source.rows}
    refuse(found + [f"{place}: tidak dicari" for place in sorted(wanted - places)])


def test_its_readme_says_what_it_is(source: Source, edition: dict[str, bytes]) -> None:
    """Berkas BACA-SAYA menyebut situs, kantor dan tanggal datanya."""
    lines = edition["BACA-SAYA.txt"].decode("utf-8").splitlines()
    found = []
    name = source.settings.get("site_name") or source.plan["singkatan"]
    if name not in lines[0] or lines[0].startswith("CONTOH") != source.made_up:
        found.append(f"BACA-SAYA.txt: judulnya “{lines[0]}”")
    if not lines[1].startswith(("Data per ", "Tanggal data tidak diketahui")):
        found.append(f"BACA-SAYA.txt: tanggalnya “{lines[1]}”")
    refuse(found)


def test_what_is_offered_is_there(source: Source, built: Built) -> None:
    """Situs menawarkan buku dan edisi luring bila keduanya ada, dan hanya bila ada."""
    links = [link.attributes["href"] for link in built.article("rencana/").all("a") if offers(link)]
    years = f"{source.years[0]}-{source.years[-1]}"
    wanted = [f"../unduhan/renstra-{years}.pdf", "../unduhan/situs-luring.zip"]
    expected = wanted if (built.folder / "unduhan").is_dir() else []
    found = [] if links == expected else [f"rencana/: menawarkan {links}, seharusnya {expected}"]
    folder = built.folder / "rencana"
    found += [f"rencana/: {way} tidak ada" for way in links if not (folder / way).is_file()]
    refuse(found)


def offers(link: Element) -> bool:
    """Whether a link is to something made beside the site."""
    return "unduhan/" in link.attributes.get("href", "")
