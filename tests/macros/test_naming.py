"""One setting names an office: its site takes its name from the plan and watches its data."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig

from macros.adapter import build, hook
from macros.frame.site import Site
from tests.renstra.reports import write


@pytest.fixture(autouse=True)
def _this_build(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    monkeypatch.setattr(build, "site", site, raising=False)


def configured(project: Path, name: str = "", more: str = "") -> MkDocsConfig:
    """The settings of a project, after its data was read."""
    (project / "docs").mkdir()
    settings = project / "mkdocs.yml"
    lines = f'site_name: "{name}"\nplugins: []\nextra: {{data: data}}\n{more}'
    settings.write_text(lines, encoding="utf-8")
    return hook.on_config(load_config(str(settings)))


def test_a_site_is_named_and_described_by_its_plan(project: Path) -> None:
    config = configured(project)

    assert config.site_name == "Renstra Terbuka Kantor Contoh"
    assert config.site_description == (
        "Rencana Strategis Kantor Contoh 2031–2033: target tiap indikator, anggaran tiap program "
        "dan kegiatan, dapat dicari, ditautkan dan diperiksa."
    )


def test_a_name_that_is_set_stays_and_is_text(project: Path) -> None:
    config = configured(project, "Rencana & kami", "site_description: Uji <b>\n")

    assert (config.site_name, config.site_description) == ("Rencana &amp; kami", "Uji &lt;b&gt;")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("", "CONTOH · Renstra Terbuka Kantor Contoh"),
        ("Rencana kami", "CONTOH · Rencana kami"),
        ("CONTOH rencana", "CONTOH rencana"),
    ],
)
def test_made_up_figures_are_said_in_the_name(project: Path, name: str, shown: str) -> None:
    file = write(project / "data", {})
    file.write_text(
        file.read_text(encoding="utf-8").replace("tahun: 2031\n", "tahun: 2031\ncontoh: true\n", 1),
        encoding="utf-8",
    )

    assert configured(project, name).site_name == shown


def test_a_served_site_watches_its_data(project: Path) -> None:
    assert configured(project).watch == [str(project / "data")]  # it has no reports yet


def test_reports_elsewhere_are_watched_too(project: Path) -> None:
    (project / "lain").mkdir()

    config = configured(project)
    config.extra["realisasi"] = "lain"

    assert hook.on_config(config).watch == [str(project / "data"), str(project / "lain")]
