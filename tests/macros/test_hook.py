"""MkDocs' events: generated pages are added, never in place of a page that lies on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from macros.adapter import build, hook
from macros.frame.site import FEEDS, Site
from macros.pages.things import generated_pages
from macros.sharing import opendata

NAV = (
    "nav: [{Beranda: index.md}, {Indikator: [indikator/index.md, {Tahun: tahun/index.md}]},"
    " {Kegiatan: kegiatan/index.md}]"
)


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """A site of four pages on disk."""
    for name in ("index.md", "indikator/index.md", "kegiatan/index.md", "tahun/index.md"):
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# Judul\n", encoding="utf-8")
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(f"site_name: Contoh\nplugins: []\n{NAV}\n", encoding="utf-8")
    loaded = load_config(str(settings))
    # As MkDocs notes while it calls an event.
    loaded.plugins._current_plugin = "macros/adapter/hook.py"
    return loaded


@pytest.fixture(autouse=True)
def _this_build(monkeypatch: pytest.MonkeyPatch, published: Site) -> None:
    monkeypatch.setattr(build, "site", published, raising=False)
    monkeypatch.setattr(build, "pages", {}, raising=False)
    monkeypatch.setattr(build, "downloads", {}, raising=False)


def pages(config: MkDocsConfig, files: Files) -> dict[str, Page]:
    """Every page with its place, by the file that it would be."""
    hook.on_nav(get_navigation(files, config), config=config, files=files)
    found = {file.src_uri: file.page for file in files.documentation_pages()}
    return {name: page for name, page in found.items() if isinstance(page, Page)}


def test_generated_pages_are_added(config: MkDocsConfig, published: Site) -> None:
    before = [file.src_uri for file in get_files(config)]

    after = list(hook.on_files(get_files(config), config=config))

    made = {page.src_uri: page.content for page in generated_pages(published)}
    assert [file.src_uri for file in after] == [*before, *made, *build.downloads]
    pages = after[len(before) : len(before) + len(made)]
    assert {file.src_uri: file.content_string for file in pages} == made


def test_a_page_on_disk_of_the_same_name_is_refused(config: MkDocsConfig) -> None:
    file = Path(config.docs_dir) / "indikator/ik-003/index.md"
    file.parent.mkdir()
    file.write_text("# Milik orang lain\n", encoding="utf-8")

    with pytest.raises(PluginError) as caught:
        hook.on_files(get_files(config), config=config)

    assert str(caught.value) == (
        "docs/indikator/ik-003/index.md: halaman ini dibuat dari data; hapus berkasnya"
    )


def test_each_page_has_its_place_its_date_and_its_source(config: MkDocsConfig) -> None:
    files = hook.on_files(get_files(config), config=config)
    config.edit_uri_template = None

    found = pages(config, files)

    sections = {
        name: page.parent.title if page.parent else None
        for name, page in found.items()
        if name.endswith(("ik-001/index.md", "kg-001/index.md", "2031/index.md"))
    }
    assert sections == {
        "indikator/ik-001/index.md": "Indikator",
        "kegiatan/kg-001/index.md": None,
        "tahun/2031/index.md": "Indikator",
        "capaian/2031/index.md": None,
    }
    assert {page.update_date for page in found.values()} == {"2031-04-05"}
    assert found["indikator/ik-001/index.md"].edit_url == (
        "https://forge.example/kantor/rencana/edit/main/data/target/kg-001.yml#L8"
    )
    assert found["tahun/2031/index.md"].edit_url is None


def test_without_history_a_page_bears_the_day_of_the_decree(
    config: MkDocsConfig, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "site", site)

    found = pages(config, get_files(config))

    assert {page.update_date for page in found.values()} == {"2031-02-03"}


def test_every_page_knows_what_is_true_of_the_whole_site(published: Site) -> None:
    whole: dict[str, object] = {
        "revisi": published.revision,
        "dibuat_buat": False,
        "umpan": FEEDS,
        "kumpulan_data": "",
        "kartu": None,
    }

    assert hook.on_template_context({"page": 1}) == {"page": 1} | whole


def test_a_page_of_data_is_described(config: MkDocsConfig, published: Site) -> None:
    files = hook.on_files(get_files(config), config=config)
    page = pages(config, files)["indikator/ik-001/index.md"]

    page.content = "<p>Isi</p>"

    context = hook.complete(hook.hand_over({}, page=page), page=page)

    assert context["kumpulan_data"] == opendata.dataset(published, "indikator/ik-001/")


def test_the_search_reads_less_of_a_page_than_its_reader(config: MkDocsConfig) -> None:
    files = hook.on_files(get_files(config), config=config)
    page = pages(config, files)["indikator/ik-001/index.md"]
    page.content = whole = '<p>Isi</p><h2 id="rujukan">Rujukan</h2><p>Lagi</p>'

    context = hook.hand_over({}, page=page)

    assert page.content == "<p>Isi</p>"
    context = hook.complete(context, page=page)
    assert page.content == whole
    assert page.content not in context.values()


def test_what_macros_write_can_be_linked_to(config: MkDocsConfig) -> None:
    page = pages(config, get_files(config))["index.md"]
    page.present_anchor_ids = {"judul"}

    assert hook.on_page_content('<li id="S1">Isi</li>', page=page) == '<li id="S1">Isi</li>'

    assert page.present_anchor_ids == {"judul", "S1"}


def test_an_address_that_moved_leads_to_the_new_one(config: MkDocsConfig) -> None:
    config.extra["pindah"] = {"indikator/lama/": "indikator/ik-001/#tahun-2031"}

    files = {file.src_uri: file for file in hook.on_files(get_files(config), config=config)}

    page = files["indikator/lama/index.html"].content_bytes.decode()
    assert '<meta http-equiv="refresh" content="0; url=../ik-001/#tahun-2031">' in page
    assert '<a href="../ik-001/#tahun-2031">alamat barunya</a>' in page
    assert (
        '<link rel="canonical" href="https://rencana.example/indikator/ik-001/#tahun-2031">' in page
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "indikator/lama/",
            "indikator/ik-999/",
            "indikator/lama/ menuju indikator/ik-999/, yang tidak ada; perbaiki",
        ),
        (
            "indikator/ik-001/",
            "indikator/ik-002/",
            "indikator/ik-001/ masih ada atau salah tulis; tulis alamat lama",
        ),
    ],
)
def test_a_move_that_leads_nowhere_is_refused(
    config: MkDocsConfig, old: str, new: str, said: str
) -> None:
    config.extra["pindah"] = {old: new}

    with pytest.raises(PluginError) as caught:
        hook.on_files(get_files(config), config=config)

    assert str(caught.value) == f"mkdocs.yml: extra: pindah: {said}"
