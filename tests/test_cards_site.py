"""The cards of a built site: every page names one that is there, by its whole address.

The site is the made-up office's, for it is small and says on every card that it is made up.
"""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from macros import links
from macros.offline.edition import edition
from tests.building import PROJECT, build
from tests.reading import pages, read_page

ROOT = "https://kantor.example/renstra/"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up office's site, built for an address below the root of a host."""
    project = tmp_path_factory.mktemp("kartu")
    for name in ("contoh", "docs", "macros", "renstra"):
        (project / name).symlink_to(PROJECT / name)
    settings = {"INHERIT": str(PROJECT / "mkdocs-kantor.yml"), "site_url": ROOT}
    (project / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def previews(file: Path) -> dict[str, str]:
    """What a page's head says of its preview."""
    found = {}
    for item in next(read_page(file).all("head")).all("meta"):
        name = item.attributes.get("property") or item.attributes.get("name", "")
        if name.startswith(("og:image", "twitter:")):
            assert name not in found
            found[name] = item.attributes["content"]
    return found


def test_every_page_names_a_card_that_is_there(published: Path) -> None:
    named = set()
    for url, file in pages(published).items():
        found = previews(file)
        place = found["og:image"].removeprefix(ROOT)
        named.add(place)
        card = Image.open(io.BytesIO((published / place).read_bytes()))
        assert found["og:image"] == ROOT + place, url
        assert (found["og:image:width"], found["og:image:height"]) == tuple(map(str, card.size))
        assert found["og:image:type"] == Image.MIME[str(card.format)]
        assert found["og:image:alt"].startswith("CONTOH · semua realisasi dibuat-buat"), url
        assert found["og:image:alt"].endswith(
            "Rencana Strategis 2031–2033, Kantor Contoh Pemilihan Kabupaten Rekaan."
        )
        assert found["twitter:card"] == "summary_large_image"

    files = (published / links.KARTU).iterdir()
    assert named == {f"{links.KARTU}{file.name}" for file in files}


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


def test_no_card_is_made_where_the_site_has_no_address(built_site: Path) -> None:
    assert not (built_site / links.KARTU).exists()
    assert previews(built_site / "indikator/index.html") == {"twitter:card": "summary"}


def test_the_offline_edition_leaves_them_out(published: Path) -> None:
    names = {name for name, _ in edition(published)}

    assert "indikator/index.html" in names
    assert not any(name.startswith(links.KARTU) for name in names)
