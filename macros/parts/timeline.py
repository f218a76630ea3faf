"""The history of the plan and its reports as readers meet it: by day, a page for each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from markupsafe import Markup

from macros.frame import links
from macros.frame.site import Site
from macros.frame.view import View
from macros.parts.sentences import MANY, MEND, Kalimat, is_ours, shortly, summed, told, whole
from renstra.dialect.format import listed
from renstra.export.feed import Feed, FeedEntry, feed_bytes
from renstra.past.difference import Change
from renstra.past.public import is_public
from renstra.past.public import told as moments_told
from renstra.past.timeline import Moment

LATEST, IN_FEED = 3, 100
"""How many days are told on the page of all years, and how many moments the feed has."""

MUCH = 40
"""More changes at once than this are counted by their kinds on the page of all years."""


@dataclass
class Hari:
    """A day on which the public was told of something."""

    tanggal: date
    saat: list[Moment] = field(default_factory=list)
    """What was changed then, newest first, with its public changes alone."""

    lama: list[str] = field(default_factory=list)
    """Places on the page of all years that were published for it, or for what is told no more."""

    @property
    def jangkar(self) -> str:
        """The name of its place on the page of its year, for ever the same."""
        return f"hari-{self.tanggal.isoformat()}"

    @property
    def alamat(self) -> str:
        """Its place in the site."""
        return f"{links.perubahan_tahun(self.tanggal.year)}#{self.jangkar}"


def days(site: Site) -> list[Hari]:
    """The days of which anything is told, newest first."""
    found: dict[date, Hari] = {}
    left: list[str] = []
    for moment, is_told in moments_told(site.timeline or ()):
        left.append(f"c-{moment.commit[:12]}")
        if is_told:
            day = found.setdefault(moment.day, Hari(moment.day))
            day.saat.append(moment)
            day.lama += left
            left = []
    ordered = sorted(found.values(), key=lambda day: day.tanggal, reverse=True)
    if ordered:
        ordered[-1].lama += left
    return ordered


def garis_waktu(view: View) -> Markup:
    """What changed last, and the way to each year; what is many opens on the page of its year."""
    found = days(view.site)
    return view.render(
        "garis-waktu.html.j2",
        terbaru=[(day, _shortly(view, day)) for day in found[:LATEST]],
        tahun=[(year, count(inside), inside) for year, inside in by_year(found).items()],
    )


def year_of_changes(view: View, tahun: int, found: Sequence[Hari]) -> Markup:
    """All that changed in a year; `found` are its days, newest first."""
    return view.render(
        "perubahan-tahun.md.j2",
        tahun=tahun,
        hitungan=count(found),
        hari=[(day, _sentences(view, day)) for day in found],
    )


def by_year(found: Iterable[Hari]) -> dict[int, list[Hari]]:
    """Days by their years, newest first."""
    years: dict[int, list[Hari]] = {}
    for day in found:
        years.setdefault(day.tanggal.year, []).append(day)
    return years


def count(found: Iterable[Hari]) -> str:
    """How many things changed in days, by what they are, in words; empty where none did."""
    kinds = Counter(
        _kind(change) for day in found for moment in day.saat for change in moment.changes
    )
    parts = [f"{kinds[kind]} {kind}" for kind in _KINDS if kinds[kind]]
    return listed(parts)


_KINDS = (
    "laporan realisasi dimuat atau diubah",
    "kata dan angka keputusan dimuat atau diubah",
    "perbaikan salinan",
    "catatan, hubungan dan penjelasan dimuat atau diubah",
)


def _kind(change: Change) -> str:
    if change.thing.jenis in ("realisasi", "laporan"):
        return _KINDS[0]
    if change.bidang == MEND:
        return _KINDS[2]
    return _KINDS[3] if is_ours(change) else _KINDS[1]


def _sentences(view: View, day: Hari) -> list[list[Kalimat]]:
    return [summed(view, moment.changes, opened=True) for moment in day.saat]


def _shortly(view: View, day: Hari) -> list[list[Kalimat]]:
    """What changed on a day, counted where it is much."""
    found = []
    for moment in day.saat:
        most = MANY if len(moment.changes) <= MUCH else 1
        found.append(summed(view, moment.changes, most))
    return found


def riwayat(view: View, kode: str) -> Markup:
    """What happened to one thing and to the reports on it, newest first."""
    entries = [
        (Hari(entry.day), [_documented(view, change) for change in shown])
        for entry, changes in view.site.changes_of.get(kode, ())
        if (shown := list(filter(is_public, changes)))
    ]
    return view.render("riwayat.html.j2", entries=entries)


def _documented(view: View, change: Change) -> Kalimat:
    """A change on the page of what it is about, which needs no link to itself, with its decree."""
    item = told(view, change)
    decree = _decree(view.site, change)
    by = f"(Keputusan Nomor {decree})" if decree else ""
    item = replace(item, href=item.href if item.href.startswith("#") else "")
    if item.deret and by:
        return replace(item, deret=(*item.deret, ("sama", by)))
    return replace(item, teks=f"{item.teks} {by}".rstrip())


def _decree(site: Site, change: Change) -> str:
    """The number of the later decree that made a change; empty where none did."""
    kode = change.thing.kode
    if change.aspek == "dicabut" and (gone := site.withdrawn.get(kode)):
        return next(one.nomor for one in site.plan.revisi.revisi if one.id == gone.revisi)
    values = _bare(change.sebelum), _bare(change.sesudah)
    made = site.changed.get((kode, change.tahun), ())
    same = (one for one in made if (_bare(one.dari), _bare(one.menjadi)) == values)
    return next((one.keputusan.nomor for one in same), "")


def _bare(value: str | None) -> str:
    """A value without the dots that group its digits."""
    return (value or "").replace(".", "")


def plan_feed(site: Site) -> bytes:
    """The feed of what changed in the plan; without a history it has nothing to tell."""
    view = View(site, links.PERUBAHAN)
    rencana = site.plan.rencana
    moments = [(day, moment) for day in days(site) for moment in day.saat][:IN_FEED]
    entries = [(day, moment, summed(view, moment.changes)) for day, moment in moments]

    return feed_bytes(
        Feed(
            key=f"perubahan rencana {rencana.keputusan.nomor}",
            title=f"Perubahan rencana {rencana.singkatan}",
            author=rencana.singkatan,
            link=view.address(links.PERUBAHAN),
            address=view.address(links.UMPAN_RENCANA),
            updated=entries[0][1].time if entries else site.begun,
            entries=[
                FeedEntry(
                    moment.commit,
                    shortly(kalimat),
                    "; ".join(map(whole, kalimat)),
                    view.address(day.alamat),
                    moment.time,
                )
                for day, moment, kalimat in entries
            ],
        )
    )
