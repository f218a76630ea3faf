"""MkDocs' events: the data is read, its pages are added, and nothing depends on the clock.

MkDocs loads this file by its path, as a module of its own; what the macros need as well is kept in
`macros.adapter.build`.
"""

from __future__ import annotations

import gc
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.adapter import build
from macros.adapter.captions import captioned
from macros.adapter.downloads import downloads, previewed
from macros.adapter.modified import last_changes
from macros.adapter.opening import open_site
from macros.adapter.redirects import redirects
from macros.frame.site import FEEDS
from macros.frame.view import View
from macros.pages.chapters import put_in_nav
from macros.pages.things import generated_pages
from macros.search import index as search
from macros.sharing import cards, opendata
from renstra.dialect.format import day, span

MADE_UP = "CONTOH"
"""What the name of a site with made-up figures begins with."""


def on_startup(*, command: str, **_: Any) -> None:
    """Note whether the site is made to be published or only to be looked at."""
    build.previewed = command == "serve"


@event_priority(100)  # before mkdocs-macros, whose macros need the plan
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data; stop with every problem found, before anything of the old site is touched."""
    gc.unfreeze()  # a served site's last plan
    build.site = open_site(config)
    _name(config)
    put_in_nav(config.nav or [], build.site)
    config.watch += [
        str(folder)
        for folder in (build.site.data, build.site.folder)
        if folder and folder.is_dir() and str(folder) not in config.watch
    ]
    # The plan stays for the whole build: the collector need not walk it again and again.
    gc.freeze()
    return config


def _name(config: MkDocsConfig) -> None:
    """Name and describe the site by its plan where `mkdocs.yml` leaves that to it."""
    rencana = build.site.plan.rencana
    name = config.site_name or f"Renstra Terbuka {rencana.singkatan}"
    if build.site.made_up and not name.startswith(MADE_UP):
        name = f"{MADE_UP} · {name}"
    described = config.site_description or (
        f"Rencana Strategis {rencana.singkatan} {span(rencana.tahun)}: target tiap indikator, "
        "anggaran tiap program dan kegiatan, dapat dicari, ditautkan dan diperiksa."
    )
    # The theme writes the description as it is here and escaped there; Markup bears both.
    config.site_description = escape(described)
    # The name it writes as it is, but for titles, which it escapes and its script then takes for
    # HTML: so it must be text that may be escaped once more.
    config.site_name = str(escape(name))


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    build.downloads = (previewed if build.previewed else downloads)(build.site)
    build.pages = {page.src_uri: page for page in generated_pages(build.site)}
    for page in build.pages.values():
        if files.get_file_from_path(page.src_uri):
            raise PluginError(f"docs/{page.src_uri}: halaman ini dibuat dari data; hapus berkasnya")
        file = File.generated(
            config, page.src_uri, content=page.content, inclusion=InclusionLevel.NOT_IN_NAV
        )
        files.append(file)
    moved = redirects(View(build.site, ""), config.extra.get("pindah") or {}, files)
    for name, content in [*build.downloads.items(), *moved]:
        files.append(File.generated(config, name, content=content))
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Give each page its place and its date.

    A generated page stands outside the navigation, which would otherwise grow with every indicator,
    but belongs under one of its pages.
    """
    del config
    parents = {page.url: page.parent for page in nav.pages}
    changed = last_changes(build.site)
    for file in files.documentation_pages():
        page = file.page
        assert isinstance(page, Page)
        known = changed.get(page.url) or build.site.begun.date()
        page.update_date = known.isoformat()
        generated = build.pages.get(file.src_uri)
        if generated:
            page.parent = parents.get(generated.section)
            page.edit_url = generated.edit_url or None
    return nav


def on_page_content(html: str, *, page: Page, **_: Any) -> str:
    """Make tables written in Markdown whole, and tell MkDocs what links to this page may name."""
    assert page.present_anchor_ids is not None
    page.present_anchor_ids.update(_IDS.findall(html))
    return captioned(html, page.file.src_uri)


_IDS = re.compile(r' id="([^"]+)"')


@event_priority(100)  # before the search plugin, which reads the page's content
def hand_over(context: dict[str, Any], /, *, page: Page, **_: Any) -> dict[str, Any]:
    """Hand the search what it shall know of a page."""
    assert page.content is not None
    context[_CONTENT] = page.content
    page.content = search.known(page.content, page.url)
    return context


@event_priority(-100)
def complete(context: dict[str, Any], /, *, page: Page, **_: Any) -> dict[str, Any]:
    """Give the page all of its content back, and what is true of the whole site."""
    page.content = context.pop(_CONTENT)
    return _facts(context, page)


_CONTENT = "isi_seluruhnya"
on_page_context = CombinedEvent(hand_over, complete)


def _facts(context: dict[str, Any], page: Page | None = None) -> dict[str, Any]:
    context["kumpulan_data"] = opendata.dataset(build.site, page.url) if page else ""
    context["kartu"] = cards.card_of(build.site, page.url) if page else None
    context["revisi"] = build.site.revision
    context["dibuat_buat"] = build.site.made_up
    context["umpan"] = FEEDS
    return context


def on_template_context(context: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Hand the revision of the data to the sitemap and the page of lost addresses."""
    return _facts(context)


def on_env(env: Environment, **_: Any) -> Environment:
    """Give the theme's templates the site's way of writing a date."""
    env.filters["day"] = day
    return env


@event_priority(-100)  # after the search plugin, whose index is made better
def on_post_build(config: MkDocsConfig) -> None:
    """Let the search know Indonesian and what each thing is."""
    search.improve(Path(config.site_dir), build.site)
