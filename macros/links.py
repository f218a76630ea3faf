"""The addresses of the site, built from ids; once published they work for ever."""

from __future__ import annotations

import posixpath

from renstra.model.anggaran import BarisAnggaran
from renstra.model.indikator import Indikator
from renstra.model.kegiatan import Kegiatan, Program, Sasaran

HOME = ""
INDIKATOR = "indikator/"
KEGIATAN = "kegiatan/"
TAHUN = "tahun/"
ANGGARAN = "anggaran/"
ANGGARAN_KEGIATAN = "anggaran/kegiatan/"
PERBAIKAN = "tentang/perbaikan/"


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


def baris(item: BarisAnggaran) -> str:
    """A line of the kegiatan funding table."""
    return f"{ANGGARAN_KEGIATAN}#{item.id}"


def relative(target: str, here: str) -> str:
    """The way from the page `here` to `target`, both from the root of the site."""
    path, mark, anchor = target.partition("#")
    if path == here and mark:
        return mark + anchor
    way = posixpath.relpath(f"/{path}", f"/{here}")
    return f"{way}/{mark}{anchor}"
