"""What a build knows: the plan, its revision and the settings of mkdocs.yml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from macros.frame import links
from macros.frame.glossary import Glossed, glossed
from renstra.checks.notes import notes_at
from renstra.dialect.format import day
from renstra.dialect.problem import Problem
from renstra.export.edition import Edition, WordList, word_lists
from renstra.export.export import export
from renstra.keeping.keutuhan import place_of
from renstra.model.base import Entry, Pencabutan
from renstra.model.catatan import Catatan, held
from renstra.model.pencocokan import Pencocokan
from renstra.model.perubahan import AWAL
from renstra.past.difference import Change
from renstra.past.reported import Perubahan, changes
from renstra.past.revision import Revision
from renstra.past.timeline import Moment
from renstra.past.values import Units, units_of
from renstra.past.versions import History
from renstra.plan.changed import Diubah, Place, changed, decrees_of
from renstra.plan.plan import Plan
from renstra.plan.thread import Thread, thread_of
from renstra.plan.withdrawals import withdrawn
from renstra.results.year import Penilaian, assess, is_late, reported_years

EDIT_PATH = "docs/{path}"

FEEDS = {links.UMPAN: "perubahan realisasi", links.UMPAN_RENCANA: "perubahan rencana"}
"""The feeds by their place in the site, and what each tells; there with or without a history."""


@dataclass(frozen=True)
class Site:
    """One build's facts; made anew for each build, so that a served site never shows old data."""

    plan: Plan
    revision: Revision | None
    url: str
    """The address the site is published at, ending in a slash; empty until the office sets it."""

    edit_template: str
    """MkDocs' `edit_uri_template`; empty until the repository is known."""

    history: History | None = None
    """The past of the reports; None where there is no history to ask."""

    lacks: Sequence[Problem] = ()
    """What the reports lack and may yet be published without."""

    folder: Path | None = None
    """Where the files of the reports lie; None where a site is made of none."""

    data: Path | None = None
    """Where the data lies; None where a site is made of none."""

    timeline: Sequence[Moment] | None = None
    """What each commit changed in the data, newest first; None where there is no history to ask."""

    offers: bool = False
    """Whether the book and the offline edition are put beside the site (`make terbit`)."""

    @cached_property
    def results(self) -> Mapping[int, Sequence[Penilaian]]:
        """Year to every indicator judged, in the plan's order."""
        return {tahun: assess(self.plan, tahun) for tahun in self.plan.tahun}

    @cached_property
    def results_of(self) -> Mapping[str, Mapping[int, Penilaian]]:
        """Indicator id to its results by year."""
        found: dict[str, dict[int, Penilaian]] = {kode: {} for kode in self.plan.kedudukan}
        for tahun, items in self.results.items():
            for item in items:
                found[item.tempat.indikator.id][tahun] = item
        return found

    @cached_property
    def reported(self) -> Sequence[int]:
        """The years for which anything is reported."""
        return reported_years(self.plan)

    @property
    def newest(self) -> int | None:
        """The newest year for which anything is reported."""
        return self.reported[-1] if self.reported else None

    @cached_property
    def changes(self) -> Sequence[Perubahan]:
        """What changed in the reports, newest first; nothing where no history can be asked."""
        return changes(self.history, self.plan) if self.history else ()

    @cached_property
    def changes_of(self) -> Mapping[str, Sequence[tuple[Moment, Sequence[Change]]]]:
        """Id to the commits that changed what it names or the reports on it, newest first."""
        found: dict[str, list[tuple[Moment, list[Change]]]] = {}
        for entry in self.timeline or ():
            here: dict[str, list[Change]] = {}
            for change in entry.changes:
                here.setdefault(change.thing.kode, []).append(change)
            for kode, own in here.items():
                found.setdefault(kode, []).append((entry, own))
        return found

    @cached_property
    def withdrawn(self) -> Mapping[str, Pencabutan]:
        """Id to by which revision and why, for everything that is withdrawn."""
        return withdrawn(self.plan)

    @property
    def changed(self) -> Mapping[Place, Sequence[Diubah]]:
        """Place to what later decrees made of it, the earliest first."""
        return changed(self.plan)

    @cached_property
    def made_up(self) -> bool:
        """Whether any year's figures are made up as an example, which every page must say."""
        return any(report.contoh for report in self.plan.realisasi.values())

    @property
    def begun(self) -> datetime:
        """The time of what has no change of its own: the data's day, or the decree's."""
        day = self.revision.date if self.revision else self.plan.rencana.keputusan.tanggal
        return datetime.combine(day, datetime.min.time(), UTC)

    def late(self, tahun: int) -> bool:
        """Whether what a year still lacks is late on the day of the data."""
        return is_late(self.plan, tahun, self.revision.date if self.revision else None)

    @property
    def thread(self) -> Thread:
        """The thread through the plan."""
        return thread_of(self.plan)

    @cached_property
    def glossed(self) -> Glossed:
        """Marks the terms of a text with what they mean; made once, for it reads every term."""
        return glossed(self.plan)

    @cached_property
    def notes(self) -> dict[tuple[str, int | None], list[Catatan]]:
        """The notes on each thing, or on its cell of a year."""
        return notes_at(self.plan)

    def marked(self, kode: str, tahun: int | None = None) -> list[Catatan]:
        """The notes marked beside a thing or its cell: those held, on more than spelling."""
        notes = self.notes.get((kode, tahun), ())
        return [note for note in notes if held(note) and note.golongan != "ejaan"]

    @cached_property
    def edition(self) -> Edition:
        """What the open data is made from."""
        place_of = self.plan.kedudukan
        return Edition(
            self.plan,
            self.revision,
            self.url,
            lambda kode: links.indikator(place_of[kode].indikator),
            self.keutuhan,
        )

    @cached_property
    def keutuhan(self) -> Sequence[WordList]:
        """The lists of the decrees' words and cells; none where the data have none."""
        files = {
            kode: self.data / place_of(kode)
            for kode in (AWAL, *(decree.id for decree in self.plan.perubahan))
            if self.data
        }
        found = {kode: file.read_bytes() for kode, file in files.items() if file.is_file()}
        return word_lists(self.plan, found)

    @cached_property
    def open_data(self) -> Mapping[str, bytes]:
        """The files of the open data by their place in the site, made once for all pages."""
        return export(self.edition)

    @cached_property
    def kutipan(self) -> str:
        """How a letter names the plan: its title and the decree that set it."""
        rencana = self.plan.rencana
        keputusan = rencana.keputusan
        return (
            f"{rencana.judul}, Keputusan Nomor {keputusan.nomor} tanggal {day(keputusan.tanggal)}"
        )

    def cited(self, kode: str) -> str:
        """How a letter names what the plan says of a thing: with the decrees that changed it."""
        later = [
            f"Keputusan Nomor {decree.nomor} tanggal {day(decree.tanggal)}"
            for decree in decrees_of(self.plan, kode)
        ]
        changed = f", sebagaimana diubah dengan {', '.join(later)}" if later else ""
        return f"{self.kutipan}{changed}"

    @cached_property
    def proofread(self) -> Mapping[str, Pencocokan]:
        """Chapter or table, by id, to who held it against the signed decree."""
        return {entry.bagian: entry for entry in self.plan.pencocokan.pencocokan}

    def according(self, kode: str) -> str:
        """By what the words and cells of a chapter or table, by its id, stand here."""
        return "seperti tercetak" if kode in self.proofread else "menurut teks hasil ekstraksi"

    @property
    def units(self) -> Units:
        """What stands behind the numbers of each indicator."""
        return self.plan.once(units_of)

    def edit_url(self, entry: Entry, *keys: str | int) -> str:
        """Where the forge's editor opens the YAML of `entry` at its line; empty without a forge."""
        if not self.edit_template:
            return ""
        address = self.edit_template.replace(EDIT_PATH, entry.path)
        return f"{address}#L{entry.line(*keys)}"
