"""What the site can do to a reader: run nothing but the theme's own, lead nowhere unsaid."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from tests.reading import Element
from tests.site.built import Built, refuse
from tests.site.source import Source
from tests.site.test_markup import moved

PERIHAL = "Keamanan pembaca: tidak ada skrip selain milik situs, tidak ada tautan tersembunyi"

SCRIPTS = {
    "fcaf69d8": "where the theme keeps the reader's choices",
    "0eb10c24": "the palette of the reader's choice",
    "ffcc0f77": "the tab that the address names",
}
"""The scripts that the theme writes into a page, by the start of their SHA-256."""

LINKING = ("href", "src", "action", "formaction", "data", "poster", "background", "srcset")
SCHEMES = ("", "http", "https", "mailto")
EMBEDDING = ("iframe", "object", "embed", "applet", "base", "frame", "portal")


def elements(built: Built) -> Iterator[tuple[str, Element]]:
    """Every element of every page, that of a lost address too."""
    for place, page in built.documents.items():
        for element in page.all():
            yield place, element


def test_no_element_runs_what_stands_in_an_attribute(built: Built) -> None:
    """Tidak ada perintah program di dalam atribut."""
    refuse(
        f"{place}: <{element.tag}> punya {name}"
        for place, element in elements(built)
        for name in element.attributes
        if name.startswith("on") or name == "srcdoc"
    )


def test_no_page_holds_another_or_sends_the_reader_on(source: Source, built: Built) -> None:
    """Halaman tidak memuat halaman lain; hanya alamat yang pindah mengantar pembaca."""
    old = {f"{way.strip('/')}/index.html" for way in source.extra.get("pindah") or {}}
    refuse(
        f"{place}: <{element.tag}> {element.attributes}"
        for place, element in elements(built)
        if element.tag in EMBEDDING
        or (element.tag == "meta" and "http-equiv" in element.attributes and place not in old)
    )


def test_every_address_is_one_of_a_page_or_a_letter(built: Built) -> None:
    """Setiap alamat adalah alamat halaman atau surat, bukan perintah."""
    refuse(
        f"{place}: <{element.tag}> {name}={value}"
        for place, element in elements(built)
        for name, value in element.attributes.items()
        if name in LINKING and urlsplit(value.strip()).scheme.lower() not in SCHEMES
    )


def test_every_link_to_elsewhere_says_so_and_keeps_this_window(built: Built) -> None:
    """Tautan ke luar menyatakan dirinya dan tidak membuka jendela lain.

    `noopener` on what the data and the settings name; the theme's `edit` says what it is. Not
    `noreferrer`: a public page may say that it was a way to another.
    """
    home = urlsplit(built.addressed).netloc
    found = []
    for place, element in elements(built):
        if element.tag not in ("a", "area", "form"):
            continue
        if "target" in element.attributes:
            found.append(f"{place}: <{element.tag}> membuka jendela lain")
        where = urlsplit(element.attributes.get("href") or element.attributes.get("action") or "")
        if where.netloc in ("", home) and where.scheme != "mailto":
            continue
        if not {"noopener", "edit"} & set(element.attributes.get("rel", "").split()):
            found.append(f"{place}: tautan ke {where.geturl()} tanpa rel=noopener")
    refuse(found)


def test_no_script_but_the_theme_s_and_our_files(built: Built) -> None:
    """Skrip di dalam halaman hanya milik tema, dan data di dalamnya JSON yang sah."""
    unknown: dict[str, str] = {}
    for place, element in elements(built):
        if element.tag != "script" or "src" in element.attributes:
            continue
        text = "".join(item for item in element.inside if isinstance(item, str))
        if element.attributes.get("type") in ("application/json", "application/ld+json"):
            try:
                json.loads(text)
            except ValueError as error:
                unknown[place] = f"{place}: JSON di dalam halaman rusak: {error}"
            continue
        # It names the way to the root of the site.
        known = re.sub(r'(?<=new URL\(")[\w./:-]+(?=",location\))', "..", text)
        mark = hashlib.sha256(known.encode()).hexdigest()[:8]
        if mark not in SCRIPTS:
            unknown[mark] = f"{place}: skrip tidak dikenal {mark}: {text[:80]}"
    refuse(unknown.values())


def _onward(page: Element) -> Iterator[str]:
    """Where a page that moved sends whoever waits, and whoever does not."""
    for element in page.all():
        if element.tag == "meta" and "http-equiv" in element.attributes:
            yield element.attributes.get("content", "").partition("url=")[2]
        elif element.tag == "a":
            yield element.attributes.get("href", "")


def test_pages_that_moved_lead_to_a_page_of_the_site(source: Source, built: Built) -> None:
    """Alamat lama mengantar ke alamat barunya, dan yang baru itu ada."""
    found = []
    for old, new in (source.extra.get("pindah") or {}).items():
        url = f"{old.strip('/')}/"
        page = built.pages.get(url)
        if page is None or not moved(page):
            found.append(f"{url}: tidak mengantar ke {new}")
        elif ways := [way for way in _onward(page) if urljoin(f"/{url}", way) != f"/{new}"]:
            found.append(f"{url}: mengantar ke {ways[0]}, seharusnya ke {new}")
        elif f"{new.partition('#')[0].strip('/')}/" not in built.pages:
            found.append(f"{url}: tujuannya {new} tidak ada")
    refuse(found, "perbaiki pindah di mkdocs.yml.")
