"""A page in the making: the site seen from one address, and the templates it is written with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.frame import links
from macros.frame.site import Site
from renstra.dialect import format as formats
from renstra.model import terms
from renstra.model.indikator import Indikator
from renstra.plan import funding
from renstra.results import year as results
from renstra.results.rules import Capaian

_TEMPLATES = Path(__file__).parent / "templates"
# What a page shows apart stands apart in the text as well, for the search reads only that.
_APART = {f"</{tag}>": f"</{tag}> " for tag in ("td", "th", "dd", "dt", "small")}
_APART["<small>"] = " <small>"


def _environment() -> Environment:
    # Every word of the data passes through autoescape: markup in it is shown, never obeyed.
    env = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in (
        *("number", "percent", "entered", "billions", "rupiah_short", "rupiah", "in_thousands"),
        *("day", "span"),
    ):
        env.filters[name] = getattr(formats, name)
    env.globals.update(links=links, funding=funding, terms=terms, results=results)
    return env


_ENVIRONMENT = _environment()


@dataclass(frozen=True)
class View:
    """The site seen from one page."""

    site: Site
    here: str
    """The page's address from the root of the site, such as ``indikator/ik-001/``."""

    def href(self, target: str) -> str:
        """The relative way from this page to an address of the site."""
        return links.relative(target, self.here)

    def address(self, target: str) -> str:
        """The whole address where the site's own is known, else the way from this page."""
        return f"{self.site.url}{target}" if self.site.url else self.href(target)

    def side_by_side(self, figures: Iterable[Markup]) -> Markup:
        """Figures in a row where there is room, one under the other where there is not."""
        return Markup('<div class="berdampingan">\n{}</div>\n').format(Markup("").join(figures))

    def note(self, kode: str, tahun: int | None = None, shown: str | None = None) -> Markup:
        """The marks of a thing, or of its cell of a year: changed, withdrawn, and its notes.

        Of a changed cell the other values are told; the newest is shown, unless it is `shown`.
        """
        mark = Markup("").join(self.changes(kode, tahun, shown))
        gone = self.site.withdrawn.get(kode) if tahun is None else None
        if gone:
            mark += Markup(
                ' <a class="dicabut" href="{}" title="Dicabut dengan keputusan: {}">dicabut</a>'
            ).format(self.href(links.keputusan(self.site.plan, gone.revisi)), gone.alasan)
        return mark + Markup("").join(
            Markup(
                ' <a class="catatan" href="{0}" title="{1}" aria-label="Catatan: {1}">{2}</a>'
            ).format(self.href(f"{links.CATATAN}#{note.id}"), note.judul, "catatan")
            for note in self.site.marked(kode, tahun)
        )

    def changes(self, kode: str, tahun: int | None, shown: str | None) -> Iterator[Markup]:
        """What else a cell or a name said, before or afterwards, each with its decree."""
        for change in self.site.changed.get((kode, tahun), ()):
            later = shown is not None and shown == change.dari
            words = (change.menjadi if later else change.dari) or "(kosong)"
            word = "kemudian" if later else "semula"
            decree = change.keputusan
            yield Markup(
                ' <a class="semula" href="{}" title="{} {}. Diubah dengan Keputusan Nomor {}, {}">'
                "{}</a>"
            ).format(
                self.href(links.perubahan(decree.id)),
                word.capitalize(),
                words,
                decree.nomor,
                formats.day(decree.tanggal),
                f"{word} {words}" if tahun is not None else "diubah",
            )

    def nilai(self, indikator: Indikator, value: Decimal | str | None) -> str:
        """A reported value with its unit as a reader writes it; nothing for None."""
        if not isinstance(value, Decimal):
            return value or ""
        word = self.site.plan.satuan[indikator.satuan or ""].akhiran
        return f"{formats.plain(value)}{formats.NBSP}{word}" if word else formats.plain(value)

    def status(self, capaian: Capaian) -> Markup:
        """A status with its icon and its word."""
        return Markup('<span class="status status-{}">{}</span>').format(
            capaian.status.replace("_", "-"), capaian.short
        )

    @property
    def program_links(self) -> dict[str, str]:
        """Programme id to the address of its page."""
        return {program.id: links.program(program) for program in self.site.plan.program}

    def render(self, template: str, **context: Any) -> Markup:
        """HTML from a template of this package, in blocks that Markdown passes through.

        Lines lose their indentation and blank lines go, for Markdown would read them as its own;
        a heading of the site's own words, ``## …``, keeps a blank line on both sides.
        """
        text = _ENVIRONMENT.get_template(template).render(
            view=self,
            site=self.site,
            plan=self.site.plan,
            program_links=self.program_links,
            **context,
        )
        for mark, apart in _APART.items():
            text = text.replace(mark, apart)
        lines = (line.strip() for line in text.splitlines())
        blocks = (f"\n{line}\n" if line.startswith("## ") else line for line in lines if line)
        return Markup("\n".join(blocks) + "\n")  # noqa: S704 - the templates escape
