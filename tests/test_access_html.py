"""The built pages as a screen reader and a stranger's link preview take them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from renstra.terms import STATUS
from tests.building import PROJECT, build
from tests.reading import article, pages, read_page
from tests.renstra.test_history import commit, run

ROOT = "https://rencana.example/kantor/"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(params=["built_site", "example_site"], ids=["situs", "contoh"])
def site(request: pytest.FixtureRequest) -> Path:
    """The real site, and the one with made-up results."""
    found: Path = request.getfixturevalue(request.param)
    return found


def test_every_table_has_a_caption_and_every_heading_a_scope(site: Path) -> None:
    lacking = []
    for url, file in pages(site).items():
        for table in article(file).all("table"):
            captions = [item.text for item in table.all("caption")]
            name = captions[0] if captions else ""
            if len(captions) != 1 or not name or not list(table.all("thead")):
                lacking.append((url, name, "caption or thead"))
            for row in table.all("tr"):
                heads = list(row.all("th"))
                # The decree leaves some names of groups empty, but never their number as well.
                if heads and not any(head.text for head in heads):
                    lacking.append((url, name, "an empty heading"))
                lacking += [
                    (url, name, head.text)
                    for head in heads
                    if head.attributes.get("scope") not in ("col", "row", "colgroup", "rowgroup")
                ]
            named = [head for body in table.all("tbody") for head in body.all("th")]
            spanned = any("rowspan" in head.attributes for head in named)
            if not spanned and len(named) < sum(len(list(b.all("tr"))) for b in table.all("tbody")):
                lacking.append((url, name, "a row without a name"))
    assert lacking == []


def test_every_drawing_says_what_it_shows(site: Path) -> None:
    silent = []
    for url, file in pages(site).items():
        for figure in article(file).by_class("grafik"):
            for drawing in figure.all("svg"):
                ids = drawing.attributes.get("aria-labelledby", "").split()
                words = {
                    item.attributes.get("id"): item.text
                    for item in drawing.all()
                    if item.tag in ("title", "desc")
                }
                if len(ids) != 2 or not all(words.get(one) for one in ids):
                    silent.append((url, ids))
        silent += [
            (url, [image.attributes["src"]])
            for image in article(file).all("img")
            if not image.attributes.get("alt")
        ]
    assert silent == []


def test_every_status_says_its_word(site: Path) -> None:
    """Whatever bears the colour of a status bears its word, so that no one has to see colours."""
    labels = {f"status-{kode}".replace("_", "-"): found.label for kode, found in STATUS.items()}
    silent, seen = [], set()
    for url, file in pages(site).items():
        for element in article(file).by_class("status"):
            marks = set(element.attributes["class"].split()) & set(labels)
            seen |= marks
            if len(marks) != 1 or not element.text.strip().startswith(labels[next(iter(marks))]):
                silent.append((url, element.attributes["class"], element.text))
    assert silent == []
    assert seen == set(labels)


def test_every_page_has_a_description_of_its_own_and_a_preview(site: Path) -> None:
    said: dict[str, str] = {}
    for url, file in pages(site).items():
        head = next(read_page(file).all("head"))
        found = {
            item.attributes.get("name") or item.attributes.get("property"): item.attributes.get(
                "content", ""
            )
            for item in head.all("meta")
        }
        description = found["description"]
        assert description, url
        assert description not in said, (url, said.get(description))
        said[description] = url
        title = next(head.all("title")).text
        assert title.startswith(found["og:title"]), url
        assert found["og:description"] == description, url
        assert found["og:site_name"] in title, url
        assert (found["og:type"], found["og:locale"]) == ("website", "id_ID")
        # Without an address of the site no page claims one.
        assert "og:url" not in found
        assert "og:image" not in found


def test_robots_may_read_all_and_are_told_of_no_map_without_addresses(built_site: Path) -> None:
    assert (built_site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site built for an address, from data that changed once since they were committed."""
    project = tmp_path_factory.mktemp("terbit")
    for name in ("docs", "macros", "renstra"):
        (project / name).symlink_to(PROJECT / name)
    shutil.copytree(PROJECT / "data", project / "data")
    settings = {"INHERIT": str(PROJECT / "mkdocs.yml"), "site_url": ROOT}
    (project / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        run("init", "-q", "-b", "main")
        commit("2031-02-03")
        file = project / "data/target/kg-001.yml"
        file.write_text(file.read_text(encoding="utf-8") + "# Catatan\n", encoding="utf-8")
        commit("2032-05-06")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def test_the_map_names_each_page_with_the_day_of_what_it_shows(published: Path) -> None:
    entries = {
        entry.findtext(f"{MAP}loc", ""): entry.findtext(f"{MAP}lastmod", "")
        for entry in ET.parse(published / "sitemap.xml").getroot()
    }

    assert set(entries) == {ROOT + url.removeprefix("/") for url in pages(published)}
    # The second commit said nothing new of any thing; only the revision of the data is of its day.
    assert entries[f"{ROOT}indikator/ik-001/"] == "2031-02-03"
    assert entries[ROOT] == "2032-05-06"
    assert (published / "robots.txt").read_text(encoding="utf-8") == (
        f"User-agent: *\nAllow: /\n\nSitemap: {ROOT}sitemap.xml\n"
    )


def test_a_published_page_names_its_own_address(published: Path) -> None:
    for url, file in pages(published).items():
        head = next(read_page(file).all("head"))
        address = ROOT + url.removeprefix("/")
        canonical = [
            item.attributes["href"]
            for item in head.all("link")
            if item.attributes.get("rel") == "canonical"
        ]
        previewed = [
            item.attributes["content"]
            for item in head.all("meta")
            if item.attributes.get("property") == "og:url"
        ]
        assert canonical == previewed == [address]
        assert f"Alamat: {address}" in read_page(file).by_class("md-copyright")[0].text
