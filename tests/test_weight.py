"""What a reader's telephone has to fetch: pages and the search's index, as compressed files."""

from __future__ import annotations

from pathlib import Path

import pytest

from renstra.load import load_plan
from tests.building import PROJECT
from tests.hosting import build_published, weight

PAGE = 12 * 1024
INDEX = 60 * 1024
ADDRESS = "https://rencana-strategis.kantor.example/renstra/"


@pytest.fixture(scope="module", params=["mkdocs.yml", "mkdocs-contoh.yml"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with every setting filled in, without realisations and with all of them."""
    return build_published(tmp_path_factory.mktemp("terbit"), ADDRESS, request.param)


def test_an_indicator_is_a_small_page(site: Path) -> None:
    pages = sorted(site.glob("indikator/ik-*/index.html"))

    assert [page.parent.name for page in pages] == sorted(load_plan(PROJECT / "data").kedudukan)
    assert {page.parent.name: size for page in pages if (size := weight(page)) > PAGE} == {}, (
        f"more than {PAGE} bytes compressed"
    )


def test_the_index_of_the_search_is_small(site: Path) -> None:
    assert weight(site / "search/search_index.json") <= INDEX
