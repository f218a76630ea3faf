"""The addresses of the site, built from ids; once published they work for ever."""

from __future__ import annotations

import functools
import posixpath

from renstra.model.anggaran import BarisAnggaran
from renstra.model.indikator import Indikator
from renstra.model.kegiatan import Kegiatan, Program, Sasaran
from renstra.model.naskah import TempatTabel
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
METODE = "tentang/metode/"
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


def buku(plan: Plan) -> str:
    """The plan as a book, where it is offered."""
    return f"unduhan/renstra-{plan.tahun[0]}-{plan.tahun[-1]}.pdf"


def kartu(kind: str) -> str:
    """The card that other sites show for a kind of page."""
    return f"{KARTU}{kind}.png"


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


_PAGES = {
    **dict.fromkeys(("st", "si", "sn", "su"), STRATEGI),
    **dict.fromkeys(("ab", "pp", "pr", "tj", "ss", "mi", "kv", "gb", "is", "nk"), KEBIJAKAN),
    **dict.fromkeys(("rg", "rk"), REGULASI),
    **dict.fromkeys(("mt", "up", "bd", "lb", "ag", "dv", "sb"), KELEMBAGAAN),
    **dict.fromkeys(("df", "sk"), ISTILAH),
    "an": ANGGARAN_KEGIATAN,
    "ak": ANGGARAN_KEGIATAN,
    "ct": CATATAN,
    "rv": PERUBAHAN,
}


def thing(plan: Plan, kode: str) -> str:
    """The address of anything of the plan, by its id; the indicators for what has no place."""
    whole, mark, _ = kode.partition("#")
    if mark:  # a row or a factor as one table prints it
        return thing(plan, whole)
    if kode in plan.kedudukan:
        return f"{INDIKATOR}{kode}/"
    if kode in plan.kegiatan:
        return f"{KEGIATAN}{kode}/"
    if kode in plan.bagian:
        return bagian(plan, kode)
    if kode in plan.rumah:
        return f"{KEGIATAN}{plan.rumah[kode].id}/#{kode}"
    if any(kode == item.id for item in plan.program):
        return f"program/{kode}/"
    if any(kode == item.id for item in plan.swot.faktor):
        return faktor(kode)
    if any(kode == item.id for item in plan.swot.matriks):
        return matriks(kode)
    if kode in plan.tabel:
        return _table(plan, kode)
    if any(kode == chapter.id for chapter in plan.naskah):
        return naskah(kode)
    for table in plan.swot.tabel:
        if any(kode == item.id for column in table.kolom for item in column.butir):
            return f"{_table(plan, table.id).partition('#')[0]}#{kode}"
    page = _PAGES.get(kode.split("-", maxsplit=1)[0])
    return f"{page}#{kode}" if page else INDIKATOR


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
