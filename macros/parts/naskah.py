"""A chapter of the decree as a page: its own headings and numbers, its tables where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from markupsafe import Markup

from macros.frame.markdown import escape
from macros.frame.view import View
from macros.parts import tables
from macros.parts.organisation import drawing
from macros.parts.proofread import asal_naskah
from renstra.model.naskah import Bagan, Naskah, Subjudul, TempatTabel
from renstra.plan.plan import Plan


def naskah(view: View, kode: str) -> str:
    """A chapter of the decree, word for word, with its tables where they stand.

    Raises KeyError where there is no such chapter.
    """
    chapter = {item.id: item for item in view.site.plan.naskah}[kode]
    return "\n".join(_parts(view, chapter))


def first_level(chapter: Naskah) -> int:
    """The level of the chapter's headings that stand under no other."""
    return min((part.tingkat for part in chapter.isi if isinstance(part, Subjudul)), default=1)


def _parts(view: View, chapter: Naskah) -> Iterator[str]:
    drawn = _tables(view.site.plan)
    title = " ".join(text for text in (chapter.nomor, chapter.judul) if text)
    above = first_level(chapter) - 2  # the page's own heading is the only one of the first level
    yield f"# {escape(title)}{view.note(chapter.id)}\n"
    yield asal_naskah(view, chapter)
    for part in chapter.isi:
        if isinstance(part, Subjudul):
            words = " ".join(text for text in (part.label, part.teks) if text)
            marks = view.note(part.id)
            yield f"\n{'#' * (part.tingkat - above)} {escape(words)}{marks} {{ #{part.id} }}\n"
        elif isinstance(part, TempatTabel):
            yield f'<div id="{part.id}"></div>\n'
            yield drawn[part.tabel](view)
        elif isinstance(part, Bagan):
            yield drawing(view, part)
        else:
            yield view.render("naskah-bagian.html.j2", bagian=part, glossed=view.site.glossed)


def _tables(plan: Plan) -> dict[str, Callable[[View], Markup]]:
    """Table id to what draws it."""
    drawn: dict[str, Callable[[View], Markup]] = {
        plan.tabel_target.id: tables.tabel_target,
        plan.anggaran_program.id: tables.tabel_anggaran_program,
        plan.anggaran_kegiatan.id: tables.tabel_anggaran_kegiatan,
    }
    if plan.organisasi.tabel:
        drawn[plan.organisasi.tabel.id] = tables.tabel_anggota
    if plan.sintesa.tabel:
        drawn[plan.sintesa.tabel.id] = tables.tabel_sintesa
    if plan.tujuan.tabel:
        drawn[plan.tujuan.tabel.id] = tables.tabel_tujuan
    drawn |= {table.id: partial(tables.tabel_kolom, table=table) for table in plan.swot.tabel}
    drawn |= {item.id: partial(tables.tabel_matriks, matrix=item) for item in plan.swot.matriks}
    return drawn
