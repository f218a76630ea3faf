"""What changed in the reports, in words: for the home page, the page of results and the feed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from macros.frame import links
from macros.frame.site import Site
from macros.frame.view import View
from renstra.dialect.format import rupiah
from renstra.export.feed import Feed, FeedEntry, feed_bytes
from renstra.model.laporan import Laporan, RealisasiAnggaran, RealisasiIndikator
from renstra.model.terms import STATUS_DATA
from renstra.past.reported import Perubahan
from renstra.plan import funding
from renstra.results.rules import Capaian, judge

ON_HOME, ON_PAGE, IN_FEED = 5, 30, 100
"""How many changes are listed where."""


@dataclass(frozen=True)
class Kabar:
    """One change of a report, in the words of a reader."""

    key: str
    """The commit, the year and the thing: for ever the same."""

    kode: str
    nama: str
    tahun: int
    url: str
    """Its page, from the root of the site."""

    sebelum: str
    sesudah: str
    status_sebelum: Capaian | None
    status_sesudah: Capaian | None
    time: datetime

    @property
    def day(self) -> date:
        """The day of the change."""
        return self.time.date()

    @property
    def kalimat(self) -> str:
        """The change in a sentence without its date."""
        text = f"{self.kode} {self.nama}, {self.tahun}: {self.sebelum} → {self.sesudah}"
        if self.status_sebelum and self.status_sesudah:
            text += f"; status {self.status_sebelum.label} → {self.status_sesudah.label}"
        return text


def news(view: View, most: int) -> list[Kabar]:
    """The latest changes of what the plan still holds, newest first."""
    known = (change for change in view.site.changes if _is_known(view.site, change))
    return [_kabar(view, change) for change, _ in zip(known, range(most), strict=False)]


def _is_known(site: Site, change: Perubahan) -> bool:
    plan = site.plan
    held = (plan.kedudukan, plan.alokasi, plan.didanai)
    return change.tahun in plan.tahun and any(change.kode in things for things in held)


def _kabar(view: View, change: Perubahan) -> Kabar:
    site = view.site
    place = site.plan.kedudukan.get(change.kode)
    before, after = change.sebelum, change.sesudah
    judged: list[Capaian | None] = [None, None]
    if place:
        held = site.results_of[change.kode][change.tahun]
        judged = [
            judge(
                held.indikator,
                held.target,
                item if isinstance(item, RealisasiIndikator) else None,
                berlaku=held.berlaku,
            )
            for item in (before, after)
        ]
    nama = place.indikator.nama if place else funding.label_of(site.plan, change.kode)
    return Kabar(
        f"{change.version.commit} {change.tahun} {change.kode}",
        change.kode,
        nama,
        change.tahun,
        links.hasil(place.indikator, change.tahun)
        if place
        else f"{links.REALISASI_ANGGARAN}#tahun-{change.tahun}",
        stated(view, before),
        stated(view, after),
        judged[0],
        judged[1],
        change.version.time,
    )


def stated(view: View, entry: Laporan | None) -> str:
    """What a report says so far, in words: the year's value, or that of its last quarter."""
    if entry is None or not entry.told:
        return "kosong"
    if entry.ditarik:
        return f"ditarik ({entry.alasan_perubahan})"
    status = f" ({STATUS_DATA[entry.status_data].label})" if entry.status_data else ""
    if isinstance(entry, RealisasiAnggaran):
        if entry.hasil is not None:
            return f"realisasi {rupiah(entry.hasil)}{status}"
        quarter, amount = entry.terakhir or (0, None)
        return f"realisasi sampai triwulan {quarter} {rupiah(amount)}{status}"
    indikator = view.site.plan.kedudukan[entry.kode].indikator
    if entry.tidak_ada_kejadian is not None:
        return f"tidak ada kejadian{status}"
    if entry.hasil is not None:
        return f"{view.nilai(indikator, entry.hasil)}{status}"
    quarter, value = entry.terakhir or (0, None)
    return f"{view.nilai(indikator, value)} sampai triwulan {quarter}{status}"


def kabar_terbaru(view: View) -> Markup:
    """The latest changes, for the home page."""
    return view.render(
        "kabar.html.j2", kabar=news(view, ON_HOME), lengkap=False, most=len(view.site.changes)
    )


def daftar_perubahan(view: View) -> Markup:
    """The latest changes with what they were before, and the way to the feed."""
    return view.render(
        "kabar.html.j2", kabar=news(view, ON_PAGE), lengkap=True, most=len(view.site.changes)
    )


def feed(site: Site) -> bytes:
    """The feed of changes; without a history it has none, and stays at its address."""
    view = View(site, links.CAPAIAN)
    items: Sequence[Kabar] = news(view, IN_FEED)
    rencana = site.plan.rencana
    prefix = "CONTOH (dibuat-buat): " if site.made_up else ""

    return feed_bytes(
        Feed(
            key=f"perubahan realisasi {rencana.keputusan.nomor}",
            title=f"{prefix}Perubahan realisasi {rencana.singkatan}",
            author=rencana.singkatan,
            link=view.address(links.CAPAIAN),
            address=view.address(links.UMPAN),
            updated=items[0].time if items else site.begun,
            entries=[
                FeedEntry(
                    item.key,
                    f"{prefix}{item.kode} {item.tahun}: {item.sebelum} → {item.sesudah}",
                    f"{prefix}{item.kalimat}",
                    view.address(item.url),
                    item.time,
                )
                for item in items
            ],
        )
    )
