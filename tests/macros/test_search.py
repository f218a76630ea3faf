"""The search index made better, and the Indonesian the worker loads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.frame.site import Site
from macros.search import index as search
from renstra.reading.load import load_plan
from tests.renstra.whole import write_whole


def test_words_of_one_root_are_one_family() -> None:
    words = ("memilih", "dipilih", "pemilihan", "pilih", "mencapai", "capaian")

    assert search.families(words) == {
        "capai": ["capaian", "mencapai"],
        "pilih": ["dipilih", "memilih", "pemilihan"],
    }


def test_a_word_that_others_come_from_is_not_cut() -> None:
    assert search.families(["distribusi", "pendistribusian"]) == {"distribusi": ["pendistribusian"]}


def test_short_words_and_codes_are_left_alone() -> None:
    assert search.families(["dpt", "ik", "2023"]) == {}


def test_a_page_says_its_kind_and_its_repeated_sections_are_left_out() -> None:
    entries = [
        {"location": "indikator/ik-001/", "title": "Satu &#34;dua&#34;", "text": "<p>A ¶</p> <ul>"},
        {"location": "indikator/ik-001/#rujukan", "title": "Rujukan", "text": "b"},
        {"location": "tahun/2031/#target", "title": "Target", "text": "b"},
    ]

    assert list(search.documents(entries)) == [
        {
            "location": "indikator/ik-001/",
            "title": 'Satu "dua"',
            "text": "<p>A </p>",
            "tags": ["Indikator"],
            "boost": 2,
        },
        {"location": "tahun/2031/#target", "title": "Target", "text": ""},
    ]


def test_text_stays_text() -> None:
    assert search.tidy("&lt;b&gt; &amp; <code>x</code><p> </p>") == "&lt;b&gt; &amp; x"


def test_forms_are_marked_everywhere_and_tables_in_prose() -> None:
    html = '<form class="x"></form><table></table>'

    assert search.known(html, "indikator/") == (
        '<form data-search-exclude="ya" class="x"></form><table></table>'
    )
    assert search.known("<table>", "rencana/bab-i/") == '<table data-search-exclude="ya">'


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("indikator/ik-001/", "<h1 id='a'>A</h1><p>B</p>"),
        ("kegiatan/kg-001/", "<h1 id='a'>A</h1><p>B</p><h2 id=\"c\">C</h2>"),
        # Its own words are the names of its sections.
        ("indikator/", "<h1 id='a'>A</h1><p>B</p><h2 id=\"c\">C</h2>"),
    ],
)
def test_of_a_page_whose_sections_have_pages_only_the_beginning_is_read(
    address: str, read: str
) -> None:
    html = "<h1 id='a'>A</h1><p>B</p><h2 id=\"c\">C</h2>"

    assert search.known(html, address) == read


def test_synonyms_and_abbreviations_are_groups(tmp_path: Path) -> None:
    write_whole(tmp_path / "data")
    plan = load_plan(tmp_path / "data", "data")

    assert search.groups(plan) == [
        ("CTH", "contoh"),
        ("KCR", "Kantor Contoh Rekaan"),
        ["contoh", "misal"],
    ]


def test_the_index_is_written_anew_and_its_language_beside_it(tmp_path: Path, site: Site) -> None:
    file = tmp_path / search.INDEX
    file.parent.mkdir()
    entry = {"location": "regulasi/", "title": "Regulasi", "text": "<table>"}
    file.write_text(json.dumps({"config": {}, "docs": [entry]}), encoding="utf-8")

    search.improve(tmp_path, site)

    index = json.loads(file.read_text(encoding="utf-8"))
    assert index["config"] == json.loads(json.dumps(search.CONFIG))
    assert index["docs"][0]["tags"] == ["Regulasi"]
    assert "lunr.id=indonesian({" in (tmp_path / search.WORDS).read_text(encoding="utf-8")


def test_a_site_without_the_plugin_stays_as_it_is(tmp_path: Path, site: Site) -> None:
    search.improve(tmp_path, site)

    assert list(tmp_path.iterdir()) == []
