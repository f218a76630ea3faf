"""A site published at the root of a host and below a path: every address in it is its own."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

from macros.charts.embed import qr_code
from tests.building import PROJECT
from tests.reading import Element, pages, read_page

# What its tests share is made once: no second worker makes it again.
pytestmark = pytest.mark.xdist_group("alamat")

HOST = "https://kantor.example"
ROOTS = ["/", "/renstra/", "/lembaga/kota/renstra/"]
WRITTEN = {".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"}
LOST = ["tidak-ada", "tidak/ada/di/sini/"]
"""Addresses below the site's own that lead nowhere."""


@pytest.fixture(scope="module", params=ROOTS)
def root(request: pytest.FixtureRequest) -> str:
    """Where the site lies on its host."""
    found: str = request.param
    return found


@pytest.fixture(scope="module")
def address(root: str) -> str:
    """Where the site is published."""
    return f"{HOST}{root}"


@pytest.fixture(scope="module")
def site(address: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up office's site, built for that address."""
    folder = tmp_path_factory.mktemp("situs") / "site"
    words = ["--setelan", "mkdocs-kantor.yml", "--alamat", address, "--folder", str(folder)]
    command = [sys.executable, "-m", "macros.adapter.making", *words]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def own_pages(site: Path) -> dict[str, Element]:
    """The pages of the site, without those that only lead to another."""
    found = {url: read_page(file) for url, file in pages(site).items()}
    return {url: page for url, page in found.items() if list(page.all("article"))}


def place(url: str, site: Path, root: str) -> Path | None:
    """The file of the site that a host serves at an address of its own; None outside the site."""
    path = unquote(urlsplit(url).path)
    if not path.startswith(root):
        return None
    file = site / path.removeprefix(root)
    return file / "index.html" if path.endswith("/") else file


def named(site: Path) -> Iterator[tuple[str, str]]:
    """Every address of the host that is written anywhere: file and address."""
    for file in site.rglob("*"):
        if file.suffix in WRITTEN:
            for found in re.findall(rf"{HOST}[^\s\"'<>\\)]*", file.read_text(encoding="utf-8")):
                yield file.relative_to(site).as_posix(), unescape(found).rstrip(".,;")


def test_every_address_of_the_host_is_one_of_the_site(site: Path, root: str) -> None:
    found = list(named(site))

    assert {Path(file).suffix for file, _ in found} >= {".html", ".json", ".svg", ".txt", ".xml"}
    missing = [
        (file, url)
        for file, url in found
        if not ((there := place(url, site, root)) and there.exists())
    ]
    assert missing == []


def test_every_page_says_where_it_is(site: Path, address: str) -> None:
    for url, page in own_pages(site).items():
        head = next(page.all("head"))
        links = {item.attributes.get("rel"): item.attributes["href"] for item in head.all("link")}
        said = {
            item.attributes["property"]: item.attributes["content"]
            for item in head.all("meta")
            if "property" in item.attributes
        }
        own = address + url.removeprefix("/")
        assert (links["canonical"], said["og:url"]) == (own, own)
        assert said["og:image"].startswith(f"{address}assets/kartu/")


@pytest.mark.parametrize("lost", LOST)
def test_a_lost_address_gets_a_page_with_all_its_parts(site: Path, root: str, lost: str) -> None:
    """However deep it is: its styles, scripts and links are named from the root of the host."""
    here = f"{HOST}{root}{lost}"
    page = read_page(site / "404.html")
    parts = [
        value
        for item in page.all()
        for name, value in item.attributes.items()
        if name in ("href", "src") and not value.startswith(("#", "data:"))
    ]

    assert any(part.endswith(".css") for part in parts)
    assert any(part.endswith(".js") for part in parts)
    assert [
        part
        for part in parts
        if not ((there := place(urljoin(here, part), site, root)) and there.is_file())
    ] == []
    settings = next(i for i in page.all("script") if i.attributes.get("id") == "__config")
    assert f'"base": "{root.rstrip("/")}' in settings.text


def test_the_map_names_all_pages_and_robots_the_map(site: Path, address: str) -> None:
    tree = ET.parse(site / "sitemap.xml")
    listed = [item.text or "" for item in tree.findall(".//{*}loc")]

    assert sorted(listed) == sorted(address + url.removeprefix("/") for url in own_pages(site))
    assert f"\nSitemap: {address}sitemap.xml\n" in (site / "robots.txt").read_text("utf-8")


@pytest.mark.parametrize("feed", ["capaian/perubahan.xml", "perubahan/rencana.xml"])
def test_a_feed_says_where_it_is(site: Path, address: str, feed: str) -> None:
    tree = ET.parse(site / feed)
    links = {item.get("rel"): item.get("href") for item in tree.findall("{*}link")}

    assert links["self"] == address + feed
    assert links["alternate"] == f"{address}{feed.partition('/')[0]}/"


def test_the_square_code_is_that_of_the_address(site: Path, address: str) -> None:
    page = (site / "indikator/ik-001/index.html").read_text(encoding="utf-8")

    drawing = re.search(r'd="[^"]+"', str(qr_code(f"{address}indikator/ik-001/")))
    assert drawing
    assert drawing[0] in page
