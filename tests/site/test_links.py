"""Links and what they lead to, within the site and without."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.reading import broken_links
from tests.site.built import Built, refuse
from tests.site.source import Source

PERIHAL = "Tautan: tidak ada yang buntu, tidak ada yang diambil dari situs lain"

FETCHED = {
    **dict.fromkeys(("script", "img", "iframe", "source", "audio", "video", "embed"), "src"),
    "object": "data",
    "use": "href",
    "image": "href",
}
"""Elements that have a browser fetch something, and what names it."""

FETCHING = ("stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "manifest")
"""Kinds of links in a page's head that have a browser fetch something."""


def test_every_link_leads_somewhere(built: Built) -> None:
    """Setiap tautan dan jangkar di dalam situs menuju ke sesuatu yang ada."""
    refuse(
        (f"{page}: tautan ke “{address}” buntu" for page, address in broken_links(built.folder)),
        "bila alamat itu ditulis di data atau di docs/, perbaiki di sana; bila tidak, ini "
        "kesalahan kode situs.",
    )


def test_the_page_of_lost_addresses_leads_on_from_anywhere(built: Built) -> None:
    """Tautan di halaman alamat yang hilang berlaku dari alamat mana pun halaman itu tampil."""
    page = built.documents["404.html"]
    refuse(
        f"404.html: <{element.tag}> menuju “{way}”, yang lain menurut tempatnya"
        for element in page.all()
        if (way := element.attributes.get("href") or element.attributes.get("src"))
        and not way.startswith(("/", "#"))
        and not urlsplit(way).scheme
    )


def test_every_file_that_a_page_needs_is_there(built: Built) -> None:
    """Skrip, gaya dan gambar yang dipakai halaman ada di situs."""
    root = built.folder.resolve()
    missing: dict[str, str] = {}
    for place, page in built.documents.items():
        folder = (built.folder / place).parent
        for element in page.all():
            name = FETCHED.get(element.tag, "href" if element.tag == "link" else "")
            address = urlsplit(element.attributes.get(name, "")) if name else urlsplit("")
            if element.tag == "link" and not _fetches(element.attributes.get("rel", "")):
                continue
            if not address.path or address.scheme or address.netloc:
                continue
            path = unquote(address.path)
            # The page of lost addresses stands anywhere, so it names files from the root.
            file = _rooted(root, path) if path.startswith("/") else folder / path
            if not file.is_file():
                missing.setdefault(path, place)
    refuse(f"{place}: berkas “{path}” tidak ada" for path, place in missing.items())


def _fetches(rel: str) -> bool:
    return bool(set(FETCHING) & set(rel.split()))


def _rooted(root: Path, path: str) -> Path:
    """A file named from the root of a host, below which the site may lie at some depth."""
    parts = path.strip("/").split("/")
    ways = [root.joinpath(*parts[start:]) for start in range(len(parts))]
    return next((way for way in ways if way.is_file()), root / path.strip("/"))


def test_nothing_is_fetched_from_elsewhere(built: Built) -> None:
    """Peramban pembaca tidak mengambil apa pun dari situs lain."""
    home = urlsplit(built.addressed).netloc
    found = []
    for place, page in built.documents.items():
        for element in page.all():
            if element.tag == "link" and not _fetches(element.attributes.get("rel", "")):
                continue
            name = FETCHED.get(element.tag, "href" if element.tag == "link" else "")
            address = element.attributes.get(name, "") if name else ""
            if urlsplit(address).netloc not in ("", home):
                found.append(f"{place}: <{element.tag}> mengambil {address}")
            if "srcset" in element.attributes and "//" in element.attributes["srcset"]:
                found.append(f"{place}: <{element.tag}> mengambil {element.attributes['srcset']}")
    for file in sorted(built.folder.rglob("*.css")):
        text = file.read_text(encoding="utf-8")
        if "url(http" in text or "url(//" in text or "@import" in text:
            found.append(f"{file.relative_to(built.folder)}: gaya mengambil dari luar")
    refuse(found)


def test_the_thing_under_an_id_has_its_anchor(source: Source, built: Built) -> None:
    """Setiap bagian naskah, sasaran, baris anggaran dan catatan punya jangkar tetapnya."""
    wanted = [
        *(
            (f"rencana/{name}/" if name != "keputusan" else "keputusan/", part["id"])
            for name, chapter in source.chapters.items()
            for part in chapter["isi"]
            if part.get("id")
        ),
        *(
            (f"kegiatan/{kegiatan['id']}/", sasaran["id"])
            for kegiatan in source.kegiatan
            for sasaran in kegiatan["sasaran"]
        ),
        *(("anggaran/kegiatan/", line.baris["id"]) for line in source.lines),
        *(("anggaran/kegiatan/", line.kegiatan["id"]) for line in source.lines),
        *(("catatan/", note["id"]) for note in source.load("catatan.yml").get("catatan") or ()),
        *(("perubahan/", item["id"]) for item in source.load("revisi.yml").get("revisi") or ()),
        *(("swot/", item["id"]) for item in source.load("swot.yml").get("faktor") or ()),
        *(("swot/", item["id"]) for item in source.load("swot.yml").get("matriks") or ()),
        *((f"indikator/{r.id}/", f"tahun-{year}") for r in source.rows for year in source.years),
        *(("anggaran/realisasi/", f"tahun-{year}") for year in source.years),
    ]
    ids = {
        url: {item.attributes["id"] for item in page.all() if "id" in item.attributes}
        for url, page in built.pages.items()
    }
    refuse(
        f"{url}#{anchor}: jangkar ini tidak ada"
        for url, anchor in dict.fromkeys(wanted)
        if anchor not in ids.get(url, ())
    )
