"""The cards of the site, one for each kind of page: what other sites show beside a link to it.

They are made only where the site's address is set: a preview needs an absolute address, and no page
of the site itself shows a card.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from macros.frame.site import Site
from macros.parts.lists import KELOMPOK
from macros.search.index import pages_at
from macros.sharing.card import Card, draw
from renstra.dialect.format import day, rupiah_short, span
from renstra.plan import funding
from renstra.results.year import count, own_items

HOME = "beranda"

Said = tuple[str, str]
"""The figure of a card, which may be empty, and what stands under it."""


def cards(site: Site) -> dict[str, bytes]:
    """Place in the site to card; nothing where the site's address is not known."""
    made = [card(site, kind) for kind in KINDS] if site.url else []
    return {item.place: draw(item) for item in made}


def card_of(site: Site, url: str) -> Card | None:
    """The card of the page at an address, such as ``indikator/ik-001/``; None where none is made.

    Pages are of one kind whose addresses begin alike; what has no card of its own has the home's.
    """
    kind = url.partition("/")[0]
    return card(site, kind if kind in KINDS else HOME) if site.url else None


def card(site: Site, kind: str) -> Card:
    """The words of the card of a kind of page."""
    rencana = site.plan.rencana
    figure, caption = KINDS[kind](site)
    return Card(
        kind=kind,
        # What stands under an address is called what the search calls it.
        title="Renstra Terbuka" if kind == HOME else pages_at(f"{kind}/-").name,
        figure=figure,
        caption=caption,
        plan=f"Rencana Strategis {span(rencana.tahun)}",
        office=rencana.kantor,
        made_up=site.made_up,
    )


def _counted(*counts: tuple[int, str]) -> Said:
    """Of what there is any: the first as the figure, the others under it."""
    first, *rest = [f"{number} {word}" for number, word in counts if number] or [""]
    return first, ", ".join(rest)


def _beranda(site: Site) -> Said:
    figure, caption = _counted(
        (len(site.plan.kedudukan), "indikator"),
        (len(site.plan.kegiatan), "kegiatan"),
        (len(site.plan.program), "program"),
    )
    return figure, ", ".join(filter(None, (caption, _money(site))))


def _indikator(site: Site) -> Said:
    figure, _ = _counted((len(site.plan.kedudukan), "indikator"))
    return figure, "target, realisasi dan status tiap tahun"


def _kegiatan(site: Site) -> Said:
    objectives = sum(len(item.sasaran) for item in site.plan.kegiatan.values())
    return _counted(
        (len(site.plan.kegiatan), "kegiatan"),
        (objectives, "sasaran"),
        (len(site.plan.kedudukan), "indikator"),
    )


def _program(site: Site) -> Said:
    return _counted(
        (len(site.plan.program), "program"),
        (len(site.plan.kegiatan), "kegiatan"),
        (len(site.plan.kedudukan), "indikator"),
    )


def _tahun(site: Site) -> Said:
    return span(site.plan.tahun), "target dan anggaran tiap tahun"


def _money(site: Site) -> str:
    return rupiah_short(funding.total(funding.program_sums(site.plan)))


def _anggaran(site: Site) -> Said:
    return _money(site), f"dialokasikan untuk {len(site.plan.tahun)} tahun"


def _capaian(site: Site) -> Said:
    if site.newest is None:
        return "Belum dilaporkan", "belum ada realisasi di situs ini"
    found = count(own_items(site.results[site.newest]))
    if not found.penyebut:
        return str(site.newest), "tidak ada indikator yang ditargetkan dan dapat dinilai"
    return (
        f"{found.tercapai} dari {found.penyebut}",
        f"indikator yang ditargetkan tercapai pada {site.newest}",
    )


def _swot(site: Site) -> Said:
    groups: Counter[str] = Counter(item.kelompok for item in site.plan.swot.faktor)
    return _counted((groups.total(), "faktor"), *((groups[name], name) for name in KELOMPOK))


def _strategi(site: Site) -> Said:
    plan = site.plan
    table = plan.sintesa.tabel
    return _counted(
        (sum(len(matrix.strategi) for matrix in plan.swot.matriks), "strategi"),
        (len(table.kelompok) if table else 0, "sintesa"),
        (len(plan.sintesa.utama), "strategi utama"),
    )


def _kebijakan(site: Site) -> Said:
    plan = site.plan
    return _counted(
        (len(plan.tujuan.tujuan), "tujuan"),
        (len(plan.tujuan.misi), "misi"),
        (sum(len(group.kebijakan) for group in plan.kebijakan.arah), "arah kebijakan"),
    )


def _benang(site: Site) -> Said:
    own = [link for link in site.thread.links if link.sifat != "susunan"]
    figure, _ = _counted((len(own), "hubungan"))
    return figure, "dalam kata-kata, masing-masing dengan alasannya"


def _regulasi(site: Site) -> Said:
    groups = site.plan.regulasi.kelompok
    return _counted(
        (sum(len(group.regulasi) for group in groups), "regulasi"), (len(groups), "kelompok")
    )


def _kelembagaan(site: Site) -> Said:
    plan = site.plan
    members = plan.organisasi.tabel
    return _counted(
        (len(members.anggota) if members else 0, "anggota"),
        (len(plan.organisasi.subbagian), "subbagian"),
        (len(plan.kelembagaan.upaya), "upaya penguatan"),
    )


def _istilah(site: Site) -> Said:
    terms = site.plan.istilah
    return _counted((len(terms.definisi), "istilah"), (len(terms.singkatan), "singkatan"))


def _catatan(site: Site) -> Said:
    figure, _ = _counted((len(site.plan.catatan.catatan), "catatan"))
    return figure, "di mana dokumen berbeda dari dirinya sendiri"


def _keputusan(site: Site) -> Said:
    decree = site.plan.rencana.keputusan
    return day(decree.tanggal), f"Nomor {decree.nomor}"


def _perubahan(site: Site) -> Said:
    if site.revision:
        return day(site.revision.date), "tanggal data di situs ini"
    return "", "apa yang berubah dalam rencana, dan kapan"


KINDS: Mapping[str, Callable[[Site], Said]] = {
    HOME: _beranda,
    "indikator": _indikator,
    "kegiatan": _kegiatan,
    "program": _program,
    "tahun": _tahun,
    "capaian": _capaian,
    "anggaran": _anggaran,
    "regulasi": _regulasi,
    "strategi": _strategi,
    "swot": _swot,
    "kebijakan": _kebijakan,
    "benang": _benang,
    "keputusan": _keputusan,
    "rencana": lambda _: ("", "keputusan dan seluruh babnya, kata demi kata"),
    "kelembagaan": _kelembagaan,
    "istilah": _istilah,
    "catatan": _catatan,
    "perubahan": _perubahan,
    "data": lambda _: ("CSV, JSON, XLSX", "seluruh rencana sebagai data terbuka"),
    "panduan": lambda _: ("", "cara mengubah data dan melaporkan realisasi"),
    "tentang": lambda _: ("", "dari mana isinya dan bagaimana dihitung"),
}
"""The first part of an address to what the card of all the pages under it says."""
