"""Changes in sentences for readers: many of one kind are counted, and open on demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.frame import links
from macros.frame.view import View
from renstra.dialect.wording import shorten
from renstra.model.kinds import kind_of_id
from renstra.past.difference import Change
from renstra.past.effects import Effect
from renstra.past.sentences import effect_sentence, sentence, subject
from renstra.plan.funding import label_of

MANY = 6
"""More changes of one kind than this are one sentence that counts them."""

MEND = "perbaikan"
_COUNTED = {
    "ditambahkan": "dimuat",
    "dihapus": "dihapus dari data",
    "hilang": "hilang tanpa pencabutan",
    "dicabut": "dicabut",
    "dipulihkan": "tidak lagi dicabut",
    "dipindahkan": "dipindahkan",
    "diubah": "diubah",
}


@dataclass(frozen=True)
class Kalimat:
    """One sentence of what changed."""

    teks: str
    """Plain text; for prose only what comes before the compared words."""

    href: str = ""
    """The page of what changed; empty where it has none, or none any more."""

    deret: Sequence[tuple[str, str]] = ()
    """The runs of compared words; empty where the sentence is whole without them."""

    rincian: Sequence[Kalimat] = ()
    """The sentences that it counts."""


OURS = ("catatan", "tautan", "sinonim", "arti istilah")
"""Kinds that are our reading and no part of the plan."""


def is_ours(change: Change) -> bool:
    """Whether what changed is our reading: it is told that it did, not what it said before."""
    field = change.bidang.partition(".")[0]
    return change.thing.jenis in OURS or field in ("penjelasan", "alasan_baca")


def sentences(view: View, changes: Sequence[Change]) -> list[Kalimat]:
    """Changes in sentences, each once."""
    return list(dict.fromkeys(told(view, change) for change in changes))


def summed(
    view: View, changes: Sequence[Change], most: int = MANY, *, opened: bool = False
) -> list[Kalimat]:
    """Changes in sentences; of one kind more than `most` are one sentence that counts them.

    It has them in it only where it can be `opened`.
    """
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        kind = (MEND, "") if change.bidang == MEND else (change.aspek, change.thing.jenis)
        groups.setdefault(kind, []).append(change)
    found = []
    for (aspek, jenis), group in groups.items():
        if len(group) <= most:
            found += sentences(view, group)
            continue
        counted = f"{jenis} {_COUNTED[aspek]}" if jenis else f"{aspek} salinan"
        words = f"{len({change.thing.key for change in group})} {counted}"
        found.append(Kalimat(words, rincian=sentences(view, group) if opened else ()))
    return found


def told(view: View, change: Change) -> Kalimat:
    """One change in a sentence."""
    href = _href(view, change)
    if change.bidang == MEND:  # its page says what was extracted, what is read, and why
        done = (
            "dicatat" if change.sebelum is None else "dihapus" if not change.sesudah else "diubah"
        )
        return Kalimat(f"{subject(change)} salinan {done}", href)
    if is_ours(change):
        what = "Penjelasan " if change.thing.jenis not in OURS else ""
        return Kalimat(f"{what}{_name(change)} {_COUNTED[change.aspek]}", href)
    if change.prosa:
        return Kalimat(f"{subject(change)}:", href, tuple(change.deret))
    return Kalimat(sentence(change, view.site.units), href)


def _name(change: Change) -> str:
    """What changed, by its kind and id."""
    text = f"{change.thing.jenis} {change.thing.kode}"
    return text if change.thing.jenis not in OURS else text[:1].upper() + text[1:]


def effect(view: View, item: Effect) -> str:
    """An effect in a line that says of what, with the names that readers know."""
    plan = view.site.plan
    known = item.nama in plan.alokasi or item.nama in plan.didanai
    name = label_of(plan, item.nama) if known else item.nama
    return f"{item.kelompok}, {effect_sentence(replace(item, nama=name))}"


def whole(item: Kalimat) -> str:
    """A sentence without its links and marks."""
    return item.teks + "".join(f" {text}" for _, text in item.deret)


def shortly(kalimat: Sequence[Kalimat]) -> str:
    """The first sentence, and how many more there are."""
    more = f", dan {len(kalimat) - 1} perubahan lain" if len(kalimat) > 1 else ""
    return f"{shorten(whole(kalimat[0]))}{more}"


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
