"""The files that the site offers beside its pages: the feed of changes and the spreadsheets."""

from __future__ import annotations

from macros import links
from macros.news import feed
from macros.site import Site


def downloads(site: Site) -> dict[str, bytes]:
    """Place in the site to content."""
    found = {links.templat(tahun): content for tahun, content in site.templates.items()}
    if (content := feed(site)) is not None:
        found[links.UMPAN] = content
    return found
