"""What a build knows: the plan, its revision and the settings of mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.format import day
from macros.glossary import Glossed, glossed
from renstra.checks.notes import notes_at
from renstra.load import load_plan
from renstra.model.base import Entry
from renstra.model.catatan import Catatan
from renstra.plan import Plan
from renstra.problem import DataError
from renstra.revision import Revision, data_revision
from renstra.thread import Thread, build_thread

EDIT_PATH = "docs/{path}"


@dataclass(frozen=True)
class Site:
    """One build's facts; made anew for each build, so that a served site never shows old data."""

    plan: Plan
    revision: Revision | None
    url: str
    """The address the site is published at, ending in a slash; empty until the office sets it."""

    edit_template: str
    """MkDocs' `edit_uri_template`; empty until the repository is known."""

    @cached_property
    def thread(self) -> Thread:
        """The thread through the plan, built once for all pages."""
        return build_thread(self.plan)

    @cached_property
    def glossed(self) -> Glossed:
        """Marks the terms of a text with what they mean; made once, for it reads every term."""
        return glossed(self.plan)

    @cached_property
    def notes(self) -> dict[tuple[str, int | None], list[Catatan]]:
        """The notes on each thing, or on its cell of a year."""
        return notes_at(self.plan)

    @cached_property
    def kutipan(self) -> str:
        """How a letter names the plan: its title and the decree that set it."""
        rencana = self.plan.rencana
        keputusan = rencana.keputusan
        return (
            f"{rencana.judul}, Keputusan Nomor {keputusan.nomor} tanggal {day(keputusan.tanggal)}"
        )

    def edit_url(self, entry: Entry, *keys: str | int) -> str:
        """Where the forge's editor opens the YAML of `entry` at its line; empty without a forge."""
        if not self.edit_template:
            return ""
        address = self.edit_template.replace(EDIT_PATH, entry.path)
        return f"{address}#L{entry.line(*keys)}"


def open_site(config: MkDocsConfig) -> Site:
    """Load the data and settings that `config` names; raises PluginError with every problem."""
    project = Path(config.config_file_path).parent
    data: str = config.extra["data"]
    template = str(config.edit_uri_template or "")  # MkDocs' own class cannot replace
    if template and EDIT_PATH not in template:
        raise PluginError(f"mkdocs.yml: edit_uri_template: seharusnya memuat {EDIT_PATH}")
    try:
        plan = load_plan(project / data, data)
    except DataError as error:
        listing = "\n".join(map(str, error.problems))
        raise PluginError(f"{listing}\n{len(error.problems)} masalah ditemukan.") from None
    return Site(plan, data_revision(project, data), config.site_url or "", template)
