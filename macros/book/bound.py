"""The book as one HTML document, made with the macros that the site's pages are made with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown import markdown
from markupsafe import Markup

from macros.book.pageless import BookView
from macros.book.tree import finish
from macros.charts import figures as charts
from macros.frame.site import Site
from macros.pages.catalogue import tabel_bagian_program, tabel_jumlah_kegiatan
from macros.parts import answers, capaian
from macros.parts.naskah import naskah
from macros.parts.notes import daftar_catatan
from renstra.keeping.keutuhan import SIGNED
from renstra.results.year import own_items

STYLE = Path(__file__).parent / "style.css"


@dataclass(frozen=True)
class Part:
    """A part of the book that begins on a page of its own."""

    id: str
    jenis: str
    """Which kind it is, for the style sheet: ``naskah`` or ``lampiran``."""

    body: Markup


def book(site: Site) -> str:
    """The whole book: cover, contents, the decree and its plan, results, charts, notes."""
    view = BookView(site, "")
    html = view.render(
        "buku.html.j2", parts=list(_parts(view)), style_sheet=_style(), berlaku=SIGNED
    )
    return finish(html, {chapter.id for chapter in site.plan.naskah}, site.url)


def _style() -> Markup:
    return Markup(STYLE.read_text(encoding="utf-8"))  # noqa: S704 - a file of this package


def _parts(view: BookView) -> Iterator[Part]:
    """The parts in their order, which is also the order in which notes are first marked."""
    site = view.site
    for chapter in site.plan.naskah:
        # The chapters are Markdown with blocks of HTML, as the pages of the site are.
        text = markdown(naskah(view, chapter.id), extensions=["attr_list"])
        yield Part(chapter.id, "naskah", Markup(text))  # noqa: S704 - the macros escape
    if site.reported:
        yield Part("hasil", "lampiran", _results(view))
    figures = [charts.program_figure(view)]
    figures += [charts.kegiatan_figure(view, p) for p in site.plan.anggaran_kegiatan.program]
    yield Part(
        "anggaran",
        "lampiran",
        view.render(
            "buku-anggaran.html.j2",
            figures=figures,
            bagian_program=tabel_bagian_program(view),
            jumlah_kegiatan=tabel_jumlah_kegiatan(view),
        ),
    )
    if site.plan.catatan.catatan:
        yield Part(
            "catatan", "lampiran", view.render("buku-catatan.html.j2", daftar=daftar_catatan(view))
        )


def _results(view: BookView) -> Markup:
    """What was achieved in each reported year, and the statuses of all years."""
    site = view.site
    years = [
        {
            "tahun": tahun,
            "items": site.results[tahun],
            "kalimat": answers.counted(own_items(site.results[tahun])),
            "gambar": capaian.shares_figure(view, tahun),
        }
        for tahun in site.reported
    ]
    return view.render("buku-hasil.html.j2", years=years, semua=capaian.capaian_semua(view))
