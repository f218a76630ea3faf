"""What was held against the signed decree, and what stands as it was extracted from its PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.frame import links
from macros.frame.view import View
from renstra.model.naskah import Naskah, TempatTabel
from renstra.model.pencocokan import Pencocokan


@dataclass(frozen=True)
class Part:
    """A chapter's own words, or one of its tables, and who held it against the signed decree."""

    nama: str
    alamat: str
    dicocokkan: Pencocokan | None


def asal_naskah(view: View, chapter: Naskah) -> Markup:
    """By what a chapter stands here, and its tables where it is otherwise with them."""
    whole, *tables = _parts(view, chapter)
    others = [part for part in tables if (part.dicocokkan is None) != (whole.dicocokkan is None)]
    return view.render("asal-naskah.html.j2", bab=whole, lain=others)


def daftar_pencocokan(view: View) -> Markup:
    """The chapters and tables of the decree, each with who held it against the signed decree."""
    plan = view.site.plan
    parts = [part for chapter in plan.naskah for part in _parts(view, chapter)]
    return view.render(
        "daftar-pencocokan.html.j2",
        parts=parts,
        naskah=plan.pencocokan.naskah,
        sudah=sum(part.dicocokkan is not None for part in parts),
    )


def _parts(view: View, chapter: Naskah) -> Iterator[Part]:
    """A chapter, then its tables in their order."""
    url, done = links.naskah(chapter.id), view.site.proofread
    yield Part(chapter.title, url, done.get(chapter.id))
    for part in chapter.isi:
        if isinstance(part, TempatTabel):
            table: Any = view.site.plan.things[part.tabel][-1]
            name = f"{table.nomor} {table.judul}"
            yield Part(name, f"{url}#{part.id}", done.get(part.tabel))
