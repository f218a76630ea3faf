"""The plan seen from the book: every link as the site's address, and each note as a footnote."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from macros.frame import links
from macros.frame.markdown import escape
from macros.frame.view import View
from renstra.model.catatan import Catatan


@dataclass(frozen=True)
class BookView(View):
    """The book, which is one page: where it is read, nothing lies beside it."""

    told: set[str] = field(default_factory=set)
    """The notes that have had their footnote; each has one, where it is marked first."""

    def href(self, target: str) -> str:
        """The address from the root of the site; the whole book decides later what it leads to."""
        return target

    def note(self, kode: str, tahun: int | None = None, shown: str | None = None) -> Markup:
        """The marks of the notes on a thing; with its first mark a note is told in a footnote.

        A mark is an asterisk and the number in the note's id, so that no figure beside it is read
        as a longer one. Character references keep Markdown from taking the asterisk as its own.
        """
        notes = self.site.marked(kode, tahun)
        marks = (*self.changes(kode, tahun, shown), *map(self._mark, notes))
        return Markup("").join(marks)

    def _mark(self, note: Catatan) -> Markup:
        number = note.id.rpartition("-")[2].lstrip("0")
        address = f"{links.CATATAN}#{note.id}"
        if note.id in self.told:
            return Markup('<a class="tanda" href="{}">&#42;{}</a>').format(address, number)
        self.told.add(note.id)
        return Markup(
            '<span class="kaki" data-tanda="&#42;{}"><a href="{}">{}</a> {}</span>'
        ).format(number, address, note.id, Markup(escape(note.judul)))  # noqa: S704 - escaped
