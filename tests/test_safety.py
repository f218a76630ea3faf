"""What the built sites can do to a reader: run nothing but the theme's own, lead nowhere unsaid."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from renstra.sheet.layout import Column
from renstra.sheet.values import InputError, read_cell
from renstra.sheet.workbook import RawCell
from renstra.yamlfile import parse_yaml
from tests.building import PROJECT, build
from tests.macros.test_hostile import CONTROLS
from tests.reading import Element, read_page

ROOT = "https://rencana.example/kantor/"
FORGE = "https://forge.example/kantor/rencana/edit/main/docs/{path}"
ADDRESSES = {
    "ppid": "https://ppid.example/?a=1&b=2",
    "laporan_kesalahan": "mailto:kantor@rencana.example",
}

SCRIPTS = {
    "fcaf69d8": "where the theme keeps the reader's choices",
    "0eb10c24": "the palette of the reader's choice",
    "ffcc0f77": "the tab that the address names",
}
"""The scripts that the theme writes into a page, by the start of their SHA-256."""

LINKING = ("href", "src", "action", "formaction", "data", "poster", "background", "srcset")
SCHEMES = ("", "http", "https", "mailto")
EMBEDDING = ("iframe", "object", "embed", "applet", "base", "frame", "portal")


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with made-up results and every address that the settings may name."""
    project = tmp_path_factory.mktemp("alamat")
    settings = {
        "INHERIT": str(PROJECT / "mkdocs-contoh.yml"),
        "site_url": ROOT,
        "edit_uri_template": FORGE,
        "extra": ADDRESSES,
    }
    for name in ("contoh", "data", "docs", "macros", "renstra"):
        (project / name).symlink_to(PROJECT / name)
    (project / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up office."""
    target = tmp_path_factory.mktemp("kantor") / "site"
    done = build(PROJECT, target, "--config-file", "mkdocs-kantor.yml")
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(params=["built_site", "example_site", "set_up", "office"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each site that is built from this code."""
    found: Path = request.getfixturevalue(request.param)
    return found


def elements(site: Path) -> Iterator[tuple[str, Element]]:
    """Every element of every page, that of a lost address too."""
    for file in sorted(site.rglob("*.html")):
        for element in read_page(file).all():
            yield file.relative_to(site).as_posix(), element


def test_no_element_runs_what_stands_in_an_attribute(site: Path) -> None:
    handlers = [
        (page, element.tag, name)
        for page, element in elements(site)
        for name in element.attributes
        if name.startswith("on") or name == "srcdoc"
    ]
    assert handlers == []


def test_no_page_holds_another_or_sends_the_reader_on(site: Path) -> None:
    moved = [
        (page, element.tag)
        for page, element in elements(site)
        if element.tag in EMBEDDING
        or (element.tag == "meta" and "http-equiv" in element.attributes)
    ]
    assert moved == []


def test_every_address_is_one_of_a_page_or_a_letter(site: Path) -> None:
    strange = [
        (page, element.tag, name, value)
        for page, element in elements(site)
        for name, value in element.attributes.items()
        if name in LINKING and urlsplit(value.strip()).scheme.lower() not in SCHEMES
    ]
    assert strange == []


def test_every_link_to_elsewhere_says_so_and_keeps_this_window(site: Path) -> None:
    """`noopener` on what the data and the settings name; the theme's `edit` says what it is.

    Not `noreferrer`: a public page may say that it was a way to another.
    """
    home = urlsplit(ROOT).netloc
    silent = []
    for page, element in elements(site):
        if element.tag not in ("a", "area", "form"):
            continue
        assert "target" not in element.attributes, page
        where = urlsplit(element.attributes.get("href") or element.attributes.get("action") or "")
        if where.netloc in ("", home) and where.scheme != "mailto":
            continue
        if not {"noopener", "edit"} & set(element.attributes.get("rel", "").split()):
            silent.append((page, where.geturl()))
    assert silent == []


def test_links_to_elsewhere_were_there_to_be_seen(set_up: Path) -> None:
    hosts = {
        urlsplit(element.attributes.get("href", "")).netloc
        for _, element in elements(set_up)
        if element.tag == "a"
    }
    assert hosts >= {"forge.example", "ppid.example", "contoh.invalid"}


def test_no_script_but_the_theme_s_and_our_files(site: Path) -> None:
    unknown: dict[str, str] = {}
    for page, element in elements(site):
        if element.tag != "script" or "src" in element.attributes:
            continue
        if element.attributes.get("type") in ("application/json", "application/ld+json"):
            json.loads("".join(item for item in element.inside if isinstance(item, str)))
            continue
        source = "".join(item for item in element.inside if isinstance(item, str))
        # It names the way to the root of the site.
        known = re.sub(r'(?<=new URL\(")[\w./-]+(?=",location\))', "..", source)
        mark = hashlib.sha256(known.encode()).hexdigest()[:8]
        if mark not in SCRIPTS:
            unknown[mark] = f"{page}: {source[:80]}"
    assert unknown == {}


@pytest.mark.parametrize("character", CONTROLS, ids=lambda one: f"U+{ord(one):04X}")
def test_what_reorders_text_is_refused_in_a_file_and_in_a_workbook(character: str) -> None:
    named = f"karakter tak tampak U\\+{ord(character):04X} ditemukan"
    raw = f"nama: ab\nisi: a{character}b\n".encode()

    document, problems = parse_yaml(raw, "data/x.yml")

    assert document is None
    assert [(problem.path, problem.line) for problem in problems] == [("data/x.yml", 2)]
    assert re.match(named, problems[0].message)
    with pytest.raises(InputError, match=named):
        read_cell(RawCell(f"a{character}b", "text"), Column("Analisis", "", 20, "teks"))
