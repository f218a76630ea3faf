"""The offline edition: addresses name files, and the same site gives the same edition again.

What it holds of whatever site is judged by `tests/site/test_offline.py`.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from macros.frame import links
from macros.offline.zipped import FOLDER, named, page, write_edition


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


def test_same_site_same_bytes(offered: Path, tmp_path: Path) -> None:
    again = tmp_path / "lagi.zip"
    write_edition(offered, again)
    assert again.read_bytes() == (offered / links.LURING).read_bytes()
    with zipfile.ZipFile(again) as archive:
        names = archive.namelist()
    assert names == sorted(names)
    assert all(name.startswith(f"{FOLDER}/") for name in names)
