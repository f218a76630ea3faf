"""The built site as a zip: every link names its file, and the search needs no server.

It is made from the site as it stands, so that it says the same under the same addresses. Material's
own `offline` plugin would move pages to other files and take a script from another host.
"""

from __future__ import annotations

import json
import posixpath
import re
import zipfile
from collections.abc import Collection, Iterator
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.frame import links

FOLDER = "situs-luring"
"""The folder that the zip unpacks into."""

INDEX = "index.html"
README = "BACA-SAYA.txt"
WORKER = "assets/javascripts/luring.js"
LEFT_OUT = {"404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt", links.LURING}
"""What only a server makes use of, and the edition itself."""

SEARCH = "search/search_index"
_TAG = re.compile(r"<(?:a|link)\b[^>]*>")
_HREF = re.compile(r' href="([^"]*)"')
_ITSELF = re.compile(rf'<a [^>]*href="[^"]*{re.escape(links.LURING)}"[^>]*>.*?</a>')
_SETTINGS = re.compile(r'(<script id="__config" type="application/json">)(.*?)(</script>)')
_BUNDLE = re.compile(r'<script src="([^"]*)assets/javascripts/bundle')
_TITLE = re.compile(r"<title>(.*?)</title>")
_STATE = re.compile(r'<div class="md-copyright">\s*(.*?)\s*(?:<|$)', re.DOTALL)
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def write_edition(site: Path, target: Path) -> None:
    """Write the offline edition of the built `site`, the same bytes from the same site."""
    found = sorted(edition(site))  # before the zip begins, which may lie in the site
    unfinished = target.with_suffix(".tmp")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in found:
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", _EARLIEST)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # whatever system it is made on
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    unfinished.replace(target)


def edition(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the edition: its name and its content."""
    found = (file for file in site.rglob("*") if file.is_file())
    files = {file.relative_to(site).as_posix(): file for file in found}
    for name in [name for name in files if name in LEFT_OUT or name.startswith(links.KARTU)]:
        del files[name]  # cards, too, are for other sites only
    for name, file in files.items():
        if name.endswith(".html"):
            yield name, page(file.read_text(encoding="utf-8"), name, files).encode()
        elif name == f"{SEARCH}.json":
            yield f"{SEARCH}.js", search_index(file.read_text(encoding="utf-8")).encode()
        else:
            yield name, file.read_bytes()
    yield WORKER, (Path(__file__).parent / "worker.js").read_bytes()
    yield README, readme(files[INDEX].read_text(encoding="utf-8")).encode()


def named(address: str) -> str:
    """An address with the name of the file that a server would look for: the one rule for all."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    rest = address[len(path) :]
    if path.endswith("/") or posixpath.basename(path) in (".", ".."):
        path = posixpath.join(path, INDEX)
    return f"{path}{rest}"


def page(html: str, name: str, files: Collection[str]) -> str:
    """A page whose links name files of the edition; what is not in it is no link."""

    def relinked(tag: re.Match[str]) -> str:
        return _HREF.sub(lambda href: _link(unescape(href[1]), name, files), tag[0])

    html = _TAG.sub(relinked, _ITSELF.sub("", html))
    html = _SETTINGS.sub(lambda found: f"{found[1]}{_settings(found[2])}{found[3]}", html)
    return _BUNDLE.sub(rf'<script src="\1{WORKER}"></script>\g<0>', html)


def _settings(text: str) -> str:
    """The theme's settings without instant loading, which from a disk stops all its scripts."""
    settings = json.loads(text)
    settings["features"] = [name for name in settings["features"] if name != "navigation.instant"]
    return json.dumps(settings).replace("<", "\\u003c")


def _link(address: str, name: str, files: Collection[str]) -> str:
    parts = urlsplit(address)
    if parts.path and not parts.scheme and not parts.netloc:
        address = named(address)
        path = unquote(urlsplit(address).path)
        if posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) not in files:
            return ""
    return f' href="{escape(address)}"'


def search_index(text: str) -> str:
    """The index of the search as a script, which a page may load from a disk."""
    index = json.loads(text)
    for entry in index["docs"]:
        place = entry["location"]
        # The home page is the one whose address says nothing.
        entry["location"] = named(place if place.partition("#")[0] else f"./{place}")
    return f"var __index = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))}"


def readme(home: str) -> str:
    """What a person reads who unpacks the zip; which data it is says the home page's foot."""
    title, state = _TITLE.search(home), _STATE.search(home)
    lines = [
        unescape(title[1]) if title else "",
        " ".join(unescape(state[1]).split()) if state else "",
        "",
        "Ini situs yang sama, untuk dibaca tanpa internet. Bongkar seluruh berkas ZIP ke",
        f"sebuah folder, lalu buka {INDEX} dengan peramban. Pencarian, saringan dan unduhan",
        "ikut berjalan.",
        "",
        "Isinya tidak berubah lagi sesudah diunduh: bandingkan tanggal datanya dengan situs.",
        "",
    ]
    return "\r\n".join(lines)
