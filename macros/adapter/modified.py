"""When what a page shows last changed, for the map of the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from macros.frame import links
from macros.frame.site import Site


def last_changes(site: Site) -> Mapping[str, date]:
    """Address to the day of the commit that last changed what the page of a thing shows.

    Only the pages of an indicator, an activity and a programme are in it, for they alone know what
    they show; every other page shows so much that it changes with the revision of the data. The far
    ends of a page's thread are not asked, for it only names them.
    """
    plan = site.plan
    lines: defaultdict[str | None, list[str]] = defaultdict(list)
    for line in plan.pendanaan:
        lines[line.baris.sasaran].append(line.baris.id)
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for place in plan.kedudukan.values():
        around = (place.program.id, place.kegiatan.id, place.sasaran.id, *lines[place.sasaran.id])
        for page in (
            links.indikator(place.indikator),
            links.kegiatan(place.kegiatan),
            links.program(place.program),
        ):
            shown[page] |= {place.indikator.id, *around}
    notes: defaultdict[str, set[str]] = defaultdict(set)
    for (place_id, _), marks in site.notes.items():
        notes[place_id] |= {note.id for note in marks}
    found = {
        page: _newest(site, ids.union(*(notes[kode] for kode in ids if kode in notes)))
        for page, ids in shown.items()
    }
    return {page: day for page, day in found.items() if day}


def _newest(site: Site, ids: Iterable[str]) -> date | None:
    """The last day on which any of these things, the reports or the notes on them changed."""
    known = [kode for kode in ids if kode in site.changes_of]
    return max((site.changes_of[kode][0][0].day for kode in known), default=None)
