"""The files that the site offers beside its pages: feeds, spreadsheets, cards and open data."""

from __future__ import annotations

from collections.abc import Iterator

from macros.charts.embed import drawings
from macros.frame import links
from macros.frame.site import Site
from macros.parts.news import feed
from macros.parts.timeline import plan_feed
from macros.sharing.cards import cards
from renstra.export.export import with_checksums
from renstra.export.gather import EVIDENCE
from renstra.reading.evidence import sources
from renstra.reading.files import BUKTI
from renstra.sheet.approval import approval_sheet
from renstra.sheet.template import make_workbook


def downloads(site: Site) -> dict[str, bytes]:
    """Place in the site to content, of all that is published."""
    kept = _evidence(site)
    found = dict(_templates(site)) | with_checksums({**site.open_data, **drawings(site), **kept})
    return found | cards(site) | _feeds(site)


def previewed(site: Site) -> dict[str, bytes]:
    """Place in the site to content, of what is of use to one who only looks at pages."""
    return _feeds(site) | _evidence(site)


def _feeds(site: Site) -> dict[str, bytes]:
    return {links.UMPAN: feed(site), links.UMPAN_RENCANA: plan_feed(site)}


def _evidence(site: Site) -> dict[str, bytes]:
    """The documents kept beside the data that a report rests on; no others are published."""
    named = {
        sumber.berkas
        for report in site.plan.realisasi.values()
        for _, sumber in sources(report)
        if sumber.berkas
    }
    if site.data is None:
        return {}
    return {f"{EVIDENCE}{name}": (site.data / BUKTI / name).read_bytes() for name in sorted(named)}


def _templates(site: Site) -> Iterator[tuple[str, bytes]]:
    """What staff fill in and sign: the workbook of each year, one of all, the sheet to approve."""
    day = site.revision.date if site.revision else None
    if site.folder is None:
        return
    held = {tahun: (site.folder / f"{tahun}.yml").read_bytes() for tahun in site.plan.realisasi}
    for tahun, source in held.items():
        yield links.templat(tahun), make_workbook(site.plan, {tahun: source}, day)
        if tahun in site.reported:
            yield links.persetujuan(tahun), approval_sheet(site.plan, tahun, source, day)
    if len(held) > 1:
        yield links.templat_bersama([*held]), make_workbook(site.plan, held, day)
