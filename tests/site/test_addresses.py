"""Feeds, the map of the site, previews and cards: what names the site's own address, and dates."""

from __future__ import annotations

import io
import re
from datetime import datetime
from xml.etree import ElementTree as ET

from PIL import Image

from tests.reading import Element
from tests.site.built import Built, refuse
from tests.site.source import Source
from tests.site.test_markup import head_of, moved

PERIHAL = "Umpan, peta situs, pratinjau dan kartu, dengan alamat situs yang benar"

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("capaian/perubahan.xml", "perubahan/rencana.xml")
UNDATED = "Tanggal data tidak diketahui"


def links_of(page: Element, rel: str) -> list[str]:
    """The addresses that a page's head gives for a kind of link."""
    return [
        item.attributes["href"]
        for item in next(page.all("head")).all("link")
        if item.attributes.get("rel") == rel
    ]


def own_pages(built: Built) -> dict[str, Element]:
    """The pages that say something themselves."""
    return {url: page for url, page in built.pages.items() if not moved(page)}


def test_the_site_has_the_address_of_its_settings(source: Source, built: Built) -> None:
    """Situs yang alamatnya ditetapkan dalam setelan menyebut alamatnya."""
    wanted = source.settings.get("site_url") or ""
    # Whoever publishes may name another than the settings do.
    refuse([f"situs tanpa alamat, setelan “{wanted}”"] if wanted and not built.addressed else [])


def test_every_page_names_its_own_address(built: Built) -> None:
    """Bila situs punya alamat, setiap halaman menyebut alamatnya sendiri; bila tidak, tidak ada."""
    found, root = [], built.addressed
    for url, page in own_pages(built).items():
        address = [root + url.removeprefix("/")] if root else []
        previewed = head_of(page).get("og:url")
        if links_of(page, "canonical") != address:
            found.append(f"{url}: menyebut alamatnya {links_of(page, 'canonical')}")
        if previewed != (address[0] if address else None):
            found.append(f"{url}: pratinjau menyebut alamat {previewed}")
        foot = page.by_class("md-copyright")[0].text
        shown = address[0] if address else f"/{url.removeprefix('/')}"
        if f"Alamat: {shown}" not in foot:
            found.append(f"{url}: kakinya tidak menyebut alamat {shown}")
    refuse(found)


def test_the_map_names_each_page(built: Built) -> None:
    """Peta situs memuat setiap halaman dengan tanggalnya, dan robots.txt menyebut peta itu."""
    root = built.addressed
    entries = {
        entry.findtext(f"{MAP}loc", ""): entry.findtext(f"{MAP}lastmod")
        for entry in ET.parse(built.folder / "sitemap.xml").getroot()
    }
    wanted = {root + url.removeprefix("/") for url in own_pages(built)} if root else set()
    found = [f"peta situs: {url} tidak ada" for url in sorted(wanted - {*entries})]
    found += [f"peta situs: {url} bukan halaman" for url in sorted({*entries} - wanted)]
    dated = UNDATED not in built.pages["/"].by_class("md-copyright")[0].text
    found += [
        f"peta situs: {url} bertanggal {day}"
        for url, day in entries.items()
        if bool(day and re.fullmatch(r"\d{4}-\d\d-\d\d", day)) != dated
    ]
    robots = "User-agent: *\nAllow: /\n" + (f"\nSitemap: {root}sitemap.xml\n" if root else "")
    text = (built.folder / "robots.txt").read_text(encoding="utf-8")
    found += [] if text.strip() == robots.strip() else [f"robots.txt: {text!r}"]
    refuse(found)


def test_feeds_can_be_followed(source: Source, built: Built) -> None:
    """Umpan perubahan sah, berpengenal tetap, dan setiap kabarnya menuju ke halaman yang ada."""
    found = []
    ids = {
        url: {e.attributes["id"] for e in page.all() if "id" in e.attributes}
        for url, page in built.pages.items()
    }
    dated = UNDATED not in built.pages["/"].by_class("md-copyright")[0].text
    for place in FEEDS:
        file = built.folder / place
        if not file.is_file():
            found += [f"{place}: umpan tidak ada, padahal riwayatnya ada"] if dated else []
            continue
        root = ET.parse(file).getroot()
        titles = [item.text or "" for item in root.iter(f"{ATOM}title")]
        if source.made_up and place == FEEDS[0]:
            found += [f"{place}: “{t}” tanpa CONTOH" for t in titles if not t.startswith("CONTOH")]
        if source.plan["singkatan"] not in titles[0]:
            found.append(f"{place}: judulnya “{titles[0]}”, tanpa nama kantor")
        keys = [item.text for item in root.iter(f"{ATOM}id")]
        if len(keys) != len(set(keys)):
            found.append(f"{place}: dua kabar berpengenal sama")
        for entry in root.iter(f"{ATOM}entry"):
            datetime.fromisoformat(entry.findtext(f"{ATOM}updated", ""))
            for link in entry.iter(f"{ATOM}link"):
                url, anchor = resolved(link.get("href", ""), place, built.addressed)
                if url not in ids or (anchor and anchor not in ids[url]):
                    found.append(f"{place}: kabar menuju {link.get('href')}, yang tidak ada")
    refuse(found)


def resolved(address: str, place: str, root: str) -> tuple[str, str]:
    """The page and the anchor that a link of a feed leads to, from the root of the site."""
    path, _, anchor = address.partition("#")
    if root and path.startswith(root):
        return path.removeprefix(root) or "/", anchor
    parts = place.split("/")[:-1]
    for step in path.split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step not in ("", "."):
            parts.append(step)
    return f"{'/'.join(parts)}/", anchor


def test_every_page_tells_of_the_feeds(built: Built) -> None:
    """Setiap halaman menyebut umpan yang ada, dan hanya yang ada."""
    found = []
    for url, page in own_pages(built).items():
        told = links_of(page, "alternate feed")
        there = [place for place in FEEDS if (built.folder / place).is_file()]
        if len(told) > len(there):
            found.append(f"{url}: menyebut umpan {told}, yang ada {there}")
    refuse(found)


def test_every_page_names_a_card_that_is_there(source: Source, built: Built) -> None:
    """Setiap halaman situs yang beralamat menyebut kartu yang ada; tanpa alamat tidak ada."""
    found, named, root = [], set(), built.addressed
    for url, page in own_pages(built).items():
        head = head_of(page)
        if not root:
            found += [f"{url}: menyebut kartu tanpa alamat situs"] if "og:image" in head else []
            continue
        place = head.get("og:image", "").removeprefix(root)
        file = built.folder / place
        if not place or not file.is_file():
            found.append(f"{url}: kartunya {head.get('og:image')}, yang tidak ada")
            continue
        named.add(file)
        alt = head.get("og:image:alt", "")
        if source.plan["kantor"] not in alt or alt.startswith("CONTOH") != source.made_up:
            found.append(f"{url}: kata-kata kartunya “{alt}”")
        if head.get("twitter:card") != "summary_large_image":
            found.append(f"{url}: jenis pratinjaunya {head.get('twitter:card')}")
        card = Image.open(io.BytesIO(file.read_bytes()))
        if (head.get("og:image:width"), head.get("og:image:height")) != tuple(map(str, card.size)):
            found.append(f"{url}: ukuran kartunya tidak {card.size}")
    made = set((built.folder / "assets/kartu").glob("*"))
    found += [f"{file.name}: kartu ini tidak disebut halaman mana pun" for file in made - named]
    refuse(found)
