"""The addresses of the site, built from ids; once published they work for ever."""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Sequence

from renstra.export.gather import EVIDENCE
from renstra.model.anggaran import BarisAnggaran
from renstra.model.base import Entry
from renstra.model.indikator import Indikator
from renstra.model.kegiatan import Kegiatan, Program, Sasaran
from renstra.model.kinds import kind_of
from renstra.model.naskah import Naskah, TempatTabel
from renstra.model.revisi import Revisi
from renstra.plan.plan import Plan

HOME = ""
RENCANA = "rencana/"
INDIKATOR = "indikator/"
KEGIATAN = "kegiatan/"
TAHUN = "tahun/"
ANGGARAN = "anggaran/"
ANGGARAN_KEGIATAN = "anggaran/kegiatan/"
REALISASI_ANGGARAN = "anggaran/realisasi/"
CAPAIAN = "capaian/"
UMPAN = "capaian/perubahan.xml"
TENTANG = "tentang/"
METODE = "tentang/metode/"
PENCOCOKAN = "tentang/keutuhan/#pencocokan"
PERUBAHAN = "perubahan/"
UMPAN_RENCANA = "perubahan/rencana.xml"
PANDUAN = "panduan/"
SWOT = "swot/"
STRATEGI = "strategi/"
KEBIJAKAN = "kebijakan/"
REGULASI = "regulasi/"
KELEMBAGAAN = "kelembagaan/"
ISTILAH = "istilah/"
CATATAN = "catatan/"
BENANG = "benang/"
LURING = "unduhan/situs-luring.zip"
KARTU = "assets/kartu/"
DATA = "data/"
BUKTI = EVIDENCE

DECREE = "keputusan"
"""The chapter that is the decree itself and has an address of its own."""


def indikator(item: Indikator) -> str:
    """An indicator's own page."""
    return f"{INDIKATOR}{item.id}/"


def program(item: Program) -> str:
    """A programme's page with its target table."""
    return f"program/{item.id}/"


def kegiatan(item: Kegiatan) -> str:
    """An activity's page."""
    return f"{KEGIATAN}{item.id}/"


def sasaran(parent: Kegiatan, item: Sasaran) -> str:
    """An objective, on the page of its activity."""
    return f"{kegiatan(parent)}#{item.id}"


def tahun(year: int) -> str:
    """A year's page."""
    return f"{TAHUN}{year}/"


def capaian(year: int) -> str:
    """A year's results."""
    return f"{CAPAIAN}{year}/"


def templat(year: int) -> str:
    """The spreadsheet in which staff report on a year."""
    return f"{capaian(year)}realisasi-{year}.xlsx"


def templat_bersama(years: Sequence[int]) -> str:
    """The one in which they report on several years at once."""
    return f"{CAPAIAN}realisasi-{years[0]}-{years[-1]}.xlsx"


def persetujuan(year: int) -> str:
    """The sheet on which a year's figures are approved."""
    return f"{capaian(year)}lembar-persetujuan-{year}.xlsx"


def buku(plan: Plan) -> str:
    """The plan as a book, where it is offered."""
    return f"unduhan/renstra-{plan.tahun[0]}-{plan.tahun[-1]}.pdf"


def kartu(kind: str) -> str:
    """The card that other sites show for a kind of page."""
    return f"{KARTU}{kind}.png"


def perubahan(kode: str) -> str:
    """What a later decree changed, by its id."""
    return f"{PERUBAHAN}{kode}/"


def perubahan_tahun(tahun: int) -> str:
    """What changed in a year."""
    return f"{PERUBAHAN}{tahun}/"


def keputusan(plan: Plan, kode: str) -> str:
    """Where a decree is told of, by its id: a later one has a page of its own."""
    later = any(change.id == kode for change in plan.perubahan)
    return perubahan(kode) if later else f"{PERUBAHAN}#{kode}"


def naskah_pada(kode: str) -> str:
    """The plan's tables as a decree left them, by its id; ``awal`` as first decided."""
    return f"naskah/{kode}/"


def banding(before: Revisi, after: Revisi) -> str:
    """What changed from one official revision to another."""
    return f"{PERUBAHAN}{before.id}-{after.id}/"


def hasil(item: Indikator, year: int) -> str:
    """An indicator's result of one year, on its own page."""
    return f"{indikator(item)}#tahun-{year}"


def baris(item: BarisAnggaran) -> str:
    """A line of the kegiatan funding table."""
    return f"{ANGGARAN_KEGIATAN}#{item.id}"


def naskah(chapter: str) -> str:
    """A chapter of the decree, by its id."""
    return f"{DECREE}/" if chapter == DECREE else f"{RENCANA}{chapter}/"


def bagian(plan: Plan, part: str) -> str:
    """A part of the prose, by its id."""
    chapter, _ = plan.bagian[part]
    return f"{naskah(chapter.id)}#{part}"


def faktor(kode: str) -> str:
    """A SWOT factor, by its code."""
    return f"{SWOT}#{kode}"


def matriks(kode: str) -> str:
    """A SWOT matrix, by its table id."""
    return f"{SWOT}#{kode}"


def strategi(kode: str) -> str:
    """A strategy, a synthesis, its items or a main strategy, by its id."""
    return f"{STRATEGI}#{kode}"


def tujuan(kode: str) -> str:
    """A goal or a strategic objective, by its id."""
    return f"{KEBIJAKAN}#{kode}"


def thing(plan: Plan, kode: str) -> str:
    """The address of anything of the plan, by its id; the indicators for what has no place."""
    kode = kode.partition("#")[0]  # a row or a factor as one table prints it
    chain = plan.things.get(kode, ())
    for entry in reversed(chain):
        if (home := _home(plan, entry)) is not None:
            return home if entry is chain[-1] else f"{home.partition('#')[0]}#{kode}"
    return INDIKATOR


def _home(plan: Plan, entry: Entry) -> str | None:
    """Where an entry stands; None where that is on the page of what it is a part of."""
    kind, kode = kind_of(type(entry)), getattr(entry, "id", "")
    if isinstance(entry, Naskah):
        return naskah(entry.id)
    if kind and kind.page:
        return f"{kind.page}{f'{kode}/' if kind.own_page else f'#{kode}' if kind.anchored else ''}"
    return _table(plan, kode) if kind and kind.noun == "tabel" else None


def _table(plan: Plan, kode: str) -> str:
    """Where the prose places a table; the home page for a table that it places nowhere."""
    for _, part in plan.bagian.values():
        if isinstance(part, TempatTabel) and part.tabel == kode:
            return bagian(plan, part.id)
    return HOME


@functools.cache
def relative(target: str, here: str) -> str:
    """The way from the page `here` to `target`, both from the root of the site."""
    path, mark, anchor = target.partition("#")
    if path == here and mark:
        return mark + anchor
    way = posixpath.relpath(f"/{path}", f"/{here}")
    slash = "" if posixpath.basename(path) else "/"  # a file is no page
    return f"{way}{slash}{mark}{anchor}"
