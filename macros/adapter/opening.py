"""The site that MkDocs' settings name, its data read; for whatever is made from it."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.frame.site import EDIT_PATH, Site
from macros.publishing.errors import PublishingError
from renstra.dialect.problem import DataError
from renstra.past.review import review
from renstra.past.revision import data_revision
from renstra.past.timeline import history as timeline
from renstra.past.versions import versions
from renstra.reading.files import REALISASI
from renstra.reading.load import load_plan
from renstra.reading.trees import Folder


def site_of(setelan: str, alamat: str | None = None) -> Site:
    """The site of a settings file; `alamat` stands in for its `site_url`.

    Raises PublishingError with every problem.
    """
    address = {} if alamat is None else {"site_url": alamat}
    try:
        return open_site(load_config(setelan, **address))
    except PluginError as error:
        raise PublishingError(str(error)) from None


def open_site(config: MkDocsConfig) -> Site:
    """Load the data and settings that `config` names; raises PluginError with every problem."""
    project = Path(config.config_file_path).parent
    data: str = config.extra["data"]
    realisasi: str = config.extra.get("realisasi") or f"{data}/{REALISASI}"
    template = str(config.edit_uri_template or "")  # MkDocs' own class cannot replace
    if template and EDIT_PATH not in template:
        raise PluginError(f"mkdocs.yml: edit_uri_template: seharusnya memuat {EDIT_PATH}")
    try:
        plan = load_plan(project / data, data, Folder(project / realisasi, realisasi))
        line = timeline(project / data)
        inside = project / realisasi == project / data / REALISASI
        history = versions(line if inside else timeline(project / realisasi, f"{REALISASI}/"))
        found = review(plan, history, project / data)
        if errors := [problem for problem in found if not problem.warning]:
            raise DataError(errors)
    except DataError as error:
        listing = "\n".join(map(str, error.problems))
        raise PluginError(f"{listing}\n{len(error.problems)} masalah ditemukan.") from None
    return Site(
        plan,
        data_revision(project, data, realisasi),
        config.site_url or "",
        template,
        history,
        found,
        project / realisasi,
        data=project / data,
        timeline=line,
        offers=bool(config.extra.get("unduhan")),
    )
