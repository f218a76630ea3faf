"""The site built whole from data with markup behind every word: all of it is shown as text."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.frame.blocks import ready
from macros.frame.site import Site
from macros.pages.catalogue import MACROS
from macros.pages.chapters import chapter_pages
from renstra.dialect.problem import DataError
from renstra.plan.plan import Plan
from renstra.reading.fields import models_in
from renstra.reading.load import load_plan
from tests.building import PROJECT, Sites, built
from tests.macros.hostile import (
    BOUND,
    MARKUP,
    all_models,
    benign,
    takes_any,
    write_calm,
    write_hostile,
)
from tests.macros.reading import read, tags
from tests.macros.test_markdown import TRICKS, site_markdown, texts
from tests.macros.test_view import PARTS, outputs, unwrapped

ELSEWHERE = ("nama_kantor", "judul_rencana", "naskah", "daftar_keterkaitan", "tabel_berkas")
"""Macros that stand in a sentence or on pages of their own, or tell how large the data is."""

FORGE = "https://forge.example/kantor/rencana/edit/main/docs/{path}"


def prepare(project: Path) -> None:
    """Set up a project beside its `data`: the real look and settings, pages of all macros."""
    for name in ("macros", "renstra"):
        (project / name).symlink_to(PROJECT / name)
    names = [macro.__name__ for macro in MACROS]
    home = ["# {{ judul_rencana() }}", "Kalimat tentang {{ nama_kantor() }}."]
    home += [f"{{{{ {name}() }}}}" for name in names if name not in ELSEWHERE]
    pages = {"index.md": "\n\n".join(home)}
    pages["keterkaitan.md"] = "# Keterkaitan\n\n{{ daftar_keterkaitan() }}"
    chapters = sorted(file.stem for file in (project / "data/naskah").iterdir())
    pages |= {f"{name}.md": f'{{{{ naskah("{name}") }}}}' for name in chapters}
    (project / "docs/tentang").mkdir(parents=True)
    (project / "docs/tentang/metode.md").write_text("# Metode\n", encoding="utf-8")  # moved to
    (project / "docs/assets").symlink_to(PROJECT / "docs/assets")
    for name, text in pages.items():
        (project / "docs" / name).write_text(text, encoding="utf-8")
    settings = {
        "INHERIT": str(PROJECT / "mkdocs.yml"),
        "nav": [*pages, "tentang/metode.md"],
        "site_url": "https://rencana.example/",
        "edit_uri_template": FORGE,
    }
    (project / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")


def calm_site(sites: Sites) -> Path:
    """The made-up plan as a site."""

    def make(folder: Path) -> None:
        write_calm(folder / "data")
        prepare(folder)
        built(folder, folder / "site")

    return sites.once("tenang", make) / "site"


def hostile_site(sites: Sites) -> Path:
    """The made-up plan as a site with markup behind each of its words."""

    def make(folder: Path) -> None:
        write_calm(folder / "tenang")
        write_hostile(folder / "tenang", folder / "data")
        prepare(folder)
        built(folder, folder / "site")

    return sites.once("bermarkup", make) / "site"


@pytest.fixture(scope="module")
def both(sites: Sites) -> dict[str, Path]:
    """Both sites."""
    return {"calm": calm_site(sites), "hostile": hostile_site(sites)}


DESCRIPTION = re.compile(r'(?<=<script type="application/ld\+json">).*?(?=</script>)', re.DOTALL)
"""What describes a page's data, which has a test of its own."""


def pages(site: Path) -> dict[str, str]:
    """Every page of a site, but for the names in its drawings and for what only leads on."""
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html"))}
    return {
        file.relative_to(site).as_posix(): unwrapped(text)
        for file, text in texts.items()
        if "<article" in text
    }


def test_text_never_becomes_structure(both: dict[str, Path]) -> None:
    calm, hostile = pages(both["calm"]), pages(both["hostile"])

    assert hostile.keys() == calm.keys()
    assert "indikator/ik-001/index.html" in calm
    for name, html in hostile.items():
        assert tags(html) == tags(calm[name]), name
        assert [benign(line) for line in read(DESCRIPTION.sub("", html))] == read(
            DESCRIPTION.sub("", calm[name])
        ), name
        assert MARKUP not in html


def test_what_describes_the_data_ends_where_it_should(both: dict[str, Path]) -> None:
    for name in ("ik-001", "ik-005"):
        calm, hostile = (
            DESCRIPTION.findall(pages(both[kind])[f"indikator/{name}/index.html"])
            for kind in ("calm", "hostile")
        )
        assert len(hostile) == 1
        assert not set("<>&") & set(hostile[0])
        written = json.dumps(MARKUP)[1:-1]
        plain = json.dumps(json.loads(hostile[0])).replace(f" {written}", "")
        assert json.loads(plain) == json.loads(calm[0])


@pytest.mark.parametrize(
    ("page", "name", "heading"),
    [
        ("indikator/ik-001", "ik-001 · Persentase pegawai terlatih", "Persentase pegawai terlatih"),
        ("kegiatan/kg-002", "Kegiatan Bantuan Hukum", "Bantuan Hukum"),
    ],
)
def test_the_text_is_whole(both: dict[str, Path], page: str, name: str, heading: str) -> None:
    html = (both["hostile"] / page / "index.html").read_text(encoding="utf-8")

    lines = read(html)

    assert f"{name} {MARKUP} - Renstra Terbuka Kantor Contoh {MARKUP}" in lines
    assert f"{heading} {MARKUP}" in lines


def test_attributes_end_where_they_should(both: dict[str, Path]) -> None:
    calm, hostile = pages(both["calm"]), pages(both["hostile"])

    for name, html in hostile.items():
        described = re.findall(r'<meta name="description" content="([^"]*)">', html)
        assert len(described) == 1, name
        assert [benign(line) for line in read(described[0])] == read(
            re.findall(r'<meta name="description" content="([^"]*)">', calm[name])[0]
        )


def test_the_search_finds_text_and_not_markup(both: dict[str, Path]) -> None:
    calm, hostile = (
        json.loads((both[kind] / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
        for kind in ("calm", "hostile")
    )

    for before, after in zip(calm, hostile, strict=True):
        if before["location"] == "keterkaitan/":
            continue  # a box shows an id in place of a long name
        for key in ("title", "text"):
            assert tags(after[key]) == tags(before[key])
            assert benign(" ".join(read(after[key]))) == " ".join(read(before[key]))


def test_no_text_of_the_data_is_left_out(tmp_path: Path) -> None:
    """A text that a model has and this made-up plan has not belongs into `write_calm`."""
    write_calm(tmp_path / "calm")
    held = write_hostile(tmp_path / "calm", tmp_path / "data")

    anything = {
        f"{model.__name__}.{name}"
        for model in all_models()
        for name, info in model.model_fields.items()
        if not models_in(info.annotation) and takes_any(model, name)
    }
    assert anything == held | set(BOUND)
    assert len(held) > 80


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the made-up plan with every text it may have."""
    folder: Path = tmp_path_factory.mktemp("tenang") / "data"
    write_calm(folder)
    return folder


@pytest.fixture(scope="module")
def shown(calm: Path) -> dict[str, list[str]]:
    """What every macro and every generated page make of it."""
    plan = load_plan(calm, "data")
    return {part: [unwrapped(html) for html in made(plan, part)] for part in (*PARTS, CHAPTERS)}


CHAPTERS = "chapters"


def made(plan: Plan, part: str) -> Iterator[str]:
    """What a macro, or all pages of a kind, make of the plan; chapters as Markdown reads them."""
    if part != CHAPTERS:
        yield from outputs(plan, part)
        return
    markdown = site_markdown()
    for page in chapter_pages(Site(plan, None, "", "")):
        yield markdown.reset().convert(ready(page.body))


CONTROLS = (
    "\u061c\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
"""What reorders text or hides in it."""


@given(text=texts | st.text(max_size=8) | st.sampled_from(CONTROLS).map("a{}b".format))
@example(text=" ".join(TRICKS))
def test_any_text_is_shown_as_text_or_refused(
    calm: Path, shown: dict[str, list[str]], text: str
) -> None:
    markup = f"{text} ujung"
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        write_hostile(calm, data, markup)
        try:
            plan = load_plan(data, "data")
            refused = []
        except DataError as error:
            refused = error.problems
    if refused:
        assert text != " ".join(TRICKS)
        assert all(problem.path and problem.line for problem in refused)
        return
    assert not set(CONTROLS) & set(text)
    for part, pages in shown.items():
        for before, html in zip(pages, made(plan, part), strict=True):
            after = unwrapped(html)
            assert tags(after) == tags(before), part
            assert [benign(line, markup) for line in read(after)] == read(before), part
