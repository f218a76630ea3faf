"""What a site tells other sites: the map with its dates, cards, and the examples of the data."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.building import PROJECT, build
from tests.reading import pages, read_page
from tests.renstra.test_history import commit, run
from tests.site.source import Source

# What its tests share is made once: no second worker makes it again.
pytestmark = pytest.mark.xdist_group("terbit")

ROOT = "https://rencana.example/kantor/"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OFFICE = Source(PROJECT / "contoh/kantor", PROJECT / "mkdocs-kantor.yml")
FIRST = OFFICE.rows[0].indikator
DATA_PAGE = (PROJECT / "docs/data/index.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up office's site, from data that changed once since they were committed."""
    project = tmp_path_factory.mktemp("terbit")
    for name in ("docs", "macros", "renstra"):
        (project / name).symlink_to(PROJECT / name)
    shutil.copytree(PROJECT / "contoh/kantor", project / "data")
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

    # An address that moved only leads on, and is none to list.
    shown = {url for url, file in pages(published).items() if [*read_page(file).all("article")]}
    assert set(entries) == {ROOT + url.removeprefix("/") for url in shown}
    # The second commit said nothing new of any thing; only the revision of the data is of its day.
    assert entries[f"{ROOT}indikator/ik-001/"] == "2031-02-03"
    assert entries[ROOT] == "2032-05-06"


def previews(file: Path) -> dict[str, str]:
    """What a page's head says of its preview."""
    metas = next(read_page(file).all("head")).all("meta")
    found = {
        item.attributes.get("property") or item.attributes.get("name", ""): item.attributes.get(
            "content", ""
        )
        for item in metas
    }
    return {k: v for k, v in found.items() if k.startswith(("og:image", "twitter:"))}


def test_pages_of_a_kind_share_a_card_that_says_what_they_are(published: Path) -> None:
    found = {
        url: previews(published / url / "index.html")
        for url in ("indikator", "indikator/ik-001", "capaian/2031", ".")
    }

    assert found["indikator"] == found["indikator/ik-001"]
    assert "Indikator: 10 indikator – " in found["indikator"]["og:image:alt"]
    assert found["capaian/2031"]["og:image"] == f"{ROOT}assets/kartu/capaian.png"
    assert found["."]["og:image"] == f"{ROOT}assets/kartu/beranda.png"


def test_the_page_of_lost_addresses_has_no_card(published: Path) -> None:
    assert previews(published / "404.html") == {"twitter:card": "summary"}


def examples(language: str) -> list[str]:
    """The examples of the page of the data in one language, as a reader would copy them."""
    return re.findall(rf"^```{language}\n(.*?)^```$", DATA_PAGE, re.DOTALL | re.MULTILINE)


def test_every_example_is_three_lines() -> None:
    for language in ("python", "r", "text"):
        assert examples(language)
        assert {len(code.splitlines()) for code in examples(language)} == {3}


@pytest.mark.parametrize(
    ("language", "program", "expected"),
    [
        (
            "python",
            [sys.executable, "-W", "error", "-c"],
            [str(len(OFFICE.rows) * len(OFFICE.years)), str(list(FIRST["target"].values()))],
        ),
        pytest.param(
            "r",
            ["Rscript", "-e"],
            [f"[1] {len(OFFICE.rows) * len(OFFICE.years)}"],
            marks=pytest.mark.skipif(
                not shutil.which("Rscript") and os.environ.get("RENSTRA_WAJIB_R") != "1",
                reason="tidak ada Rscript; jalankan .ci/install-r",
            ),
        ),
    ],
)
def test_the_examples_run(
    published: Path, language: str, program: list[str], expected: list[str]
) -> None:
    shown = []
    for code in examples(language):
        done = subprocess.run(
            [*program, code], cwd=published / "data", capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        shown.append(done.stdout.strip())
    assert shown == expected
