"""The offline edition: every link names a file that is there, and the same site gives it again."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from macros import links
from macros.offline.edition import FOLDER, LEFT_OUT, README, WORKER, named, page, write_edition
from tests.reading import read_page

TAWARAN = ("../unduhan/renstra-2020-2024.pdf", "../unduhan/situs-luring.zip")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../ik-001/", "../ik-001/index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("../..", "../../index.html"),
        ("../swot/#st-001", "../swot/index.html#st-001"),
        ("a/?q=b/#c/", "a/index.html?q=b/#c/"),
        ("?q=pemilih", "?q=pemilih"),
        ("#iv-001", "#iv-001"),
        ("data/renstra.xlsx", "data/renstra.xlsx"),
    ],
)
def test_an_address_names_its_file(address: str, expected: str) -> None:
    assert named(address) == expected


def test_a_page_is_relinked_and_its_search_told() -> None:
    html = (
        '<a class="x" href="../b/#c">b</a> <a href="../z/">z</a> <a href="https://a.example/">a</a>'
        ' <code>href="../b/"</code> <a class="md-button" href="../unduhan/situs-luring.zip">ZIP</a>'
        '<script id="__config" type="application/json">{"base": "..", "features":'
        ' ["navigation.tabs", "navigation.instant"]}</script>'
        '<script src="../assets/javascripts/bundle.1.min.js"></script>'
    )
    assert page(html, "a/index.html", {"a/index.html", "b/index.html"}) == (
        '<a class="x" href="../b/index.html#c">b</a> <a>z</a> <a href="https://a.example/">a</a>'
        ' <code>href="../b/"</code> '
        '<script id="__config" type="application/json">{"base": "..", "features":'
        ' ["navigation.tabs"]}</script>'
        '<script src="../assets/javascripts/luring.js"></script>'
        '<script src="../assets/javascripts/bundle.1.min.js"></script>'
    )


def test_every_link_names_a_file_of_the_edition(unpacked: Path) -> None:
    broken = []
    for file in sorted(unpacked.rglob("*.html")):
        for item in read_page(file).all():
            address = urlsplit(item.attributes.get("href", item.attributes.get("src", "")))
            if address.scheme or address.netloc or not address.path:
                continue
            if not (file.parent / unquote(address.path)).is_file():
                broken.append((file.relative_to(unpacked).as_posix(), address.path))
    assert broken == []


def test_it_holds_the_site_but_for_what_only_a_server_uses(offered: Path, unpacked: Path) -> None:
    def names(folder: Path) -> set[str]:
        return {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()}

    assert names(offered) - names(unpacked) == {*LEFT_OUT, "search/search_index.json"}
    assert names(unpacked) - names(offered) == {README, WORKER, "search/search_index.js"}


def test_the_search_finds_files(unpacked: Path) -> None:
    text = (unpacked / "search/search_index.js").read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("var __index = "))
    assert len(index["docs"]) > 100
    for entry in index["docs"]:
        assert (unpacked / entry["location"].partition("#")[0]).is_file()


def test_the_readme_says_what_it_is_and_how_to_open_it(unpacked: Path) -> None:
    lines = (unpacked / README).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "Renstra Terbuka KPU Kota Blitar"
    assert lines[1].startswith(("Data per ", "Tanggal data tidak diketahui"))
    assert "index.html" in lines[4]


def test_same_site_same_bytes(offered: Path, tmp_path: Path) -> None:
    again = tmp_path / "lagi.zip"
    write_edition(offered, again)
    assert again.read_bytes() == (offered / links.LURING).read_bytes()
    with zipfile.ZipFile(again) as archive:
        names = archive.namelist()
    assert names == sorted(names)
    assert all(name.startswith(f"{FOLDER}/") for name in names)


def test_what_is_offered_is_there(offered: Path) -> None:
    hrefs = [
        item.attributes.get("href", "")
        for item in read_page(offered / "rencana/index.html").all("a")
    ]
    assert [href for href in hrefs if "unduhan/" in href] == list(TAWARAN)
    assert all((offered / "rencana" / href).is_file() for href in TAWARAN)


def test_nothing_is_offered_where_nothing_was_made(built_site: Path) -> None:
    assert "unduhan/" not in (built_site / "rencana/index.html").read_text(encoding="utf-8")
    assert not (built_site / "unduhan").exists()
