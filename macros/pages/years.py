"""A page for each year in which the plan, its reports or our copy changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.frame import links
from macros.frame.generated import GeneratedPage
from macros.frame.site import Site
from macros.frame.view import View
from macros.parts.timeline import by_year, days, year_of_changes
from renstra.keeping.registers import ADDRESSES, registered

_YEAR = re.compile(rf"{links.PERUBAHAN}(\d{{4}})/")


def year_pages(site: Site) -> Iterator[GeneratedPage]:
    """The pages of the years of which the history tells, and of those once published."""
    found = by_year(days(site))
    for tahun in sorted({*found, *_published(site)}):
        url = links.perubahan_tahun(tahun)
        yield GeneratedPage(
            url=url,
            title=f"Perubahan tahun {tahun}",
            description=f"Apa yang berubah pada rencana dan laporannya sepanjang {tahun}.",
            body=year_of_changes(View(site, url), tahun, found.get(tahun, [])),
            section=links.PERUBAHAN,
            hide=("toc",),
        )


def _published(site: Site) -> set[int]:
    """The years that have a page for ever, whatever became of the history."""
    listed = registered(site.data / ADDRESSES) if site.data else []
    return {int(known[1]) for line in listed if (known := _YEAR.fullmatch(line))}
