"""The history of the plan: what was changed when, and what lies between official revisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from macros.frame import links
from macros.frame.generated import GeneratedPage
from macros.frame.site import Site
from macros.frame.view import View
from renstra.dialect.wording import shorten
from renstra.export.feed import Feed, FeedEntry, feed_bytes
from renstra.model.base import Pencabutan
from renstra.model.kinds import kind_of, kind_of_id
from renstra.model.perubahan import AWAL
from renstra.model.revisi import Revisi
from renstra.past.comparison import compare_decrees
from renstra.past.difference import Change
from renstra.past.effects import Effect
from renstra.past.public import is_public, told
from renstra.past.sentences import effect_sentence, sentence, subject
from renstra.past.timeline import Moment
from renstra.plan.funding import label_of
from renstra.plan.plan import Plan
from renstra.reading.load import data_tree

IN_DETAIL, IN_FEED = 50, 100
"""How many moments are told in sentences on the page, and how many the feed has."""

MANY = 6
"""More things of one kind than this, added or taken away at once, are counted and not named."""

_COUNTED = {"ditambahkan": "ditambahkan", "dihapus": "dihapus dari data"}


@dataclass(frozen=True)
class Kalimat:
    """One sentence of what changed."""

    teks: str
    """Plain text; for prose only what comes before the compared words."""

    href: str
    """The page of what changed; empty where it has none, or none any more."""

    deret: Sequence[tuple[str, str]] = ()
    """The runs of compared words; empty where the sentence is whole without them."""


def sentences(view: View, changes: Sequence[Change]) -> list[Kalimat]:
    """Changes in sentences; many of one kind are one sentence that counts them."""
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.aspek, change.thing.jenis), []).append(change)
    found = []
    for (aspek, jenis), group in groups.items():
        if aspek in _COUNTED and len(group) > MANY:
            found.append(Kalimat(f"{len(group)} {jenis} {_COUNTED[aspek]}", ""))
        else:
            found += [_sentence(view, change) for change in group]
    return found


def _sentence(view: View, change: Change) -> Kalimat:
    href = _href(view, change)
    if change.bidang == "perbaikan":  # its page says what was extracted, what is read, and why
        done = (
            "dicatat" if change.sebelum is None else "dihapus" if not change.sesudah else "diubah"
        )
        return Kalimat(f"{subject(change)} salinan {done}", href)
    if change.prosa:
        return Kalimat(f"{subject(change)}:", href, change.deret)
    return Kalimat(sentence(change), href)


def effect(view: View, item: Effect) -> str:
    """An effect in a line that says of what, with the names that readers know."""
    plan = view.site.plan
    known = item.nama in plan.alokasi or item.nama in plan.didanai
    name = label_of(plan, item.nama) if known else item.nama
    return f"{item.kelompok}, {effect_sentence(replace(item, nama=name))}"


def _here(item: Kalimat) -> Kalimat:
    """A sentence on the page of what it is about, which needs no link to itself."""
    return item if item.href.startswith("#") else replace(item, href="")


def _href(view: View, change: Change) -> str:
    """Where what changed can be read today; nothing for what has no place of its own."""
    plan, kode = view.site.plan, change.thing.kode
    kind = kind_of_id(kode)
    if change.aspek in ("dihapus", "hilang") or (kind and not kind.anchored):
        return ""
    if change.thing.jenis == "realisasi" and change.tahun in plan.tahun:
        assert change.tahun
        if kode in plan.kedudukan:
            return view.href(links.hasil(plan.kedudukan[kode].indikator, change.tahun))
        return view.href(f"{links.REALISASI_ANGGARAN}#tahun-{change.tahun}")
    url = links.thing(plan, kode)
    return "" if url == links.INDIKATOR else view.href(url)


def anchor(entry: Moment) -> str:
    """The name of a moment's place on the page of changes, for ever the same."""
    return f"c-{entry.commit[:12]}"


@dataclass(frozen=True)
class Saat:
    """A moment that the public is told of."""

    moment: Moment
    jangkar: Sequence[str]
    """Its place on the page, then those of later moments of which nothing is told any more."""


def saat(site: Site) -> tuple[list[Saat], list[str]]:
    """The moments that are told of, newest first, and places that are left over in the end."""
    found: list[Saat] = []
    left: list[str] = []
    for moment, is_told in told(site.timeline or ()):
        left.append(anchor(moment))
        if is_told:
            found.append(Saat(moment, left[::-1]))
            left = []
    return found, left


def garis_waktu(view: View) -> Markup:
    """Everything that changed the plan or the reports, newest first, in sentences."""
    found, left = saat(view.site)
    entries = [
        (item, sentences(view, item.moment.changes) if number < IN_DETAIL else [])
        for number, item in enumerate(found)
    ]
    return view.render("garis-waktu.html.j2", entries=entries, sisa=left)


def daftar_revisi(view: View) -> Markup:
    """The official revisions, what each withdrew and why, and the pages that compare them."""
    return view.render(
        "daftar-revisi.html.j2", pasangan=_pairs(view.site), dicabut=list(_withdrawals(view))
    )


def _withdrawals(view: View) -> Iterator[tuple[Revisi, list[Kalimat]]]:
    """Each revision that withdrew something, with a sentence for each thing, in the data's order.

    Most of what can be withdrawn has no page of its own on which to say why.
    """
    plan = view.site.plan
    for revisi in plan.revisi.revisi:
        gone = [
            Kalimat(
                f"{_noun(plan, kode)} {kode}: {found.alasan}", view.href(links.thing(plan, kode))
            )
            for kode, found in view.site.withdrawn.items()
            if found.revisi == revisi.id and _own(plan, kode) is found
        ]
        if gone:
            yield revisi, gone


def _own(plan: Plan, kode: str) -> Pencabutan | None:
    """By which decree a thing itself is withdrawn, and not what it stands in."""
    found: Pencabutan | None = getattr(plan.things[kode][-1], "dicabut", None)
    return found


def _noun(plan: Plan, kode: str) -> str:
    kind = kind_of(type(plan.things[kode][-1]))
    return kind.referred.capitalize() if kind else ""


def riwayat(view: View, kode: str) -> Markup:
    """What happened to one thing and to the reports on it, newest first."""
    entries = [
        (entry, anchor(entry), [_here(_sentence(view, change)) for change in shown])
        for entry, changes in view.site.changes_of.get(kode, ())
        if (shown := list(filter(is_public, changes)))
    ]
    return view.render("riwayat.html.j2", entries=entries)


def dicabut(view: View, kode: str) -> Markup:
    """That a thing is withdrawn, by which revision and why; nothing where it is not."""
    found = view.site.withdrawn.get(kode)
    if found is None:
        return Markup("")
    revisi = next(item for item in view.site.plan.revisi.revisi if item.id == found.revisi)
    return view.render("dicabut.html.j2", pencabutan=found, revisi=revisi)


def _pairs(site: Site) -> list[tuple[Revisi, Revisi]]:
    """The first decree with each later one; what a later one did has a page of its own."""
    decrees = site.plan.revisi.revisi
    return [(decrees[0], later) for later in decrees[1:]] if site.data else []


def comparison_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each later decree: the plan as first decided, and as that one left it."""
    for before, after in _pairs(site):
        assert site.data
        found = compare_decrees(site.plan, data_tree(site.data), AWAL, after.id)
        url = links.banding(before, after)
        view = View(site, url)
        yield GeneratedPage(
            url=url,
            title=f"Dari {before.nomor} ke {after.nomor}",
            description=f"Yang berubah dari {before.nomor} ke {after.nomor}.",
            body=view.render(
                "banding.md.j2",
                sebelum=before,
                sesudah=after,
                banding=found,
                kalimat=sentences(view, list(filter(is_public, found.perubahan))),
                pengaruh=[effect(view, item) for item in found.pengaruh.daftar],
            ),
            section=links.PERUBAHAN,
            edit_url=site.edit_url(after),
            hide=("toc",),
        )


def plan_feed(site: Site) -> bytes:
    """The feed of what changed in the plan; without a history it has nothing to tell."""
    view = View(site, links.PERUBAHAN)
    rencana = site.plan.rencana
    entries = [(item.moment, sentences(view, item.moment.changes)) for item in saat(site)[0]]
    entries = entries[:IN_FEED]

    return feed_bytes(
        Feed(
            key=f"perubahan rencana {rencana.keputusan.nomor}",
            title=f"Perubahan rencana {rencana.singkatan}",
            author=rencana.singkatan,
            link=view.address(links.PERUBAHAN),
            address=view.address(links.UMPAN_RENCANA),
            updated=entries[0][0].time if entries else site.begun,
            entries=[
                FeedEntry(
                    entry.commit,
                    _shortly(kalimat),
                    "; ".join(map(_whole, kalimat)),
                    f"{view.address(links.PERUBAHAN)}#{anchor(entry)}",
                    entry.time,
                )
                for entry, kalimat in entries
            ],
        )
    )


def _whole(item: Kalimat) -> str:
    return item.teks + "".join(f" {text}" for _, text in item.deret)


def _shortly(kalimat: Sequence[Kalimat]) -> str:
    """The first sentence, and how many more there are."""
    more = f", dan {len(kalimat) - 1} perubahan lain" if len(kalimat) > 1 else ""
    return f"{shorten(_whole(kalimat[0]))}{more}"
