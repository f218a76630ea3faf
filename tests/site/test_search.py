"""The index of the search: it holds every thing, and leads to what is there."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from tests.site.built import Built, refuse
from tests.site.source import Source, chapter_address

PERIHAL = "Pencarian: setiap indikator dan bagian rencana dapat ditemukan"

STEMS = "assets/javascripts/lunr/min/lunr.id.min.js"
"""Where the theme's worker looks for the language of the index."""


def entries(built: Built) -> list[dict[str, Any]]:
    """The entries of the index."""
    text = (built.folder / "search/search_index.json").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text)["docs"]
    return found


def test_every_thing_is_found(source: Source, built: Built) -> None:
    """Setiap indikator, kegiatan, program, bab, catatan dan istilah ada di indeks pencarian."""
    titles = {entry["location"]: entry["title"] for entry in entries(built)}
    shown = {place: " ".join(plain(title).split()) for place, title in titles.items()}
    wanted = {f"indikator/{row.id}/": row.id for row in source.rows}
    wanted |= {f"kegiatan/{item['id']}/": item["nama"] for item in source.kegiatan}
    wanted |= {f"program/{item['id']}/": item["nama"] for item in source.program}
    wanted |= {chapter_address(name): item["judul"] for name, item in source.chapters.items()}
    notes = source.load("catatan.yml").get("catatan") or ()
    wanted |= {f"catatan/#{note['id']}": note["judul"] for note in notes}
    terms = source.load("istilah.yml")
    wanted |= {f"istilah/#{i['id']}": i["singkatan"] for i in terms.get("singkatan") or ()}
    refuse(
        f"{place}: “{words}” tidak ditemukan pencarian"
        for place, words in wanted.items()
        if words.lower() not in shown.get(place, "").lower()
    )


def test_names_of_indicators_are_found(source: Source, built: Built) -> None:
    """Nama setiap indikator ada di indeks pencarian."""
    found = {
        entry["location"]: plain(f"{entry['title']} {entry['text']}") for entry in entries(built)
    }
    refuse(
        f"indikator/{row.id}/: nama “{row.nama}” tidak ditemukan pencarian"
        for row in source.rows
        if row.nama not in found.get(f"indikator/{row.id}/", "")
    )


def test_the_search_leads_to_what_is_there(built: Built) -> None:
    """Setiap hasil pencarian menuju ke halaman dan jangkar yang ada."""
    ids = {
        url: {item.attributes["id"] for item in page.all() if "id" in item.attributes}
        for url, page in built.pages.items()
    }
    found = []
    for entry in entries(built):
        url, _, anchor = entry["location"].partition("#")
        if (url or "/") not in ids or (anchor and anchor not in ids[url or "/"]):
            found.append(f"pencarian menuju {entry['location']}, yang tidak ada")
    refuse(found)


def test_the_index_is_searched_in_indonesian(built: Built) -> None:
    """Pencarian memakai kata dasar bahasa Indonesia, dan berkas kata dasarnya ada."""
    text = (built.folder / "search/search_index.json").read_text(encoding="utf-8")
    langs = json.loads(text)["config"]["lang"]
    found = [] if langs == ["id"] else [f"bahasa pencarian {langs}, seharusnya ['id']"]
    if not (built.folder / STEMS).is_file():
        found.append(f"{STEMS} tidak ada")
    refuse(found)


def plain(markup: str) -> str:
    """A text of the index without its markup."""
    return html.unescape(re.sub(r"<[^>]*>", " ", markup))
