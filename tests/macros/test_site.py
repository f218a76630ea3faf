"""Opening a site: its settings, and every problem of its data at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.adapter.opening import open_site
from macros.frame.site import Site
from tests.macros.conftest import FORGE


def settings(project: Path, **values: str) -> MkDocsConfig:
    """The configuration of a project that has nothing but data."""
    lines = ["site_name: Contoh", "plugins: []", "extra: {data: data}"]
    lines += [f'{name}: "{value}"' for name, value in values.items()]
    (project / "docs").mkdir()
    file = project / "mkdocs.yml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return load_config(str(file))


def test_a_site_without_settings(project: Path) -> None:
    site = open_site(settings(project))

    assert (site.url, site.edit_template, site.revision) == ("", "", None)
    assert site.edit_url(site.plan.tabel_target) == ""
    assert list(site.plan.kedudukan) == ["ik-001", "ik-002", "ik-003", "ik-004", "ik-005"]


def test_a_site_with_settings(project: Path) -> None:
    site = open_site(
        settings(project, site_url="https://rencana.example/", edit_uri_template=FORGE)
    )

    assert site.url == "https://rencana.example/"
    assert site.edit_url(site.plan.tabel_target, "judul") == (
        "https://forge.example/kantor/rencana/edit/main/data/target/program.yml#L3"
    )


def test_every_problem_and_their_count(project: Path) -> None:
    units = project / "data/satuan.yml"
    units.write_text(units.read_text("utf-8").replace("nama: persen", "nma: persen"), "utf-8")
    plan = project / "data/rencana.yml"
    plan.write_text(plan.read_text("utf-8").replace("kantor: K", "kantor:  K"), "utf-8")
    plan.write_text(plan.read_text("utf-8").replace("tanggal: 2031", "tangal: 2031"), "utf-8")

    with pytest.raises(PluginError) as caught:
        open_site(settings(project))

    *problems, count = str(caught.value).splitlines()
    assert [problem.split(": ")[0] for problem in problems] == [
        "data/rencana.yml:7",
        "data/satuan.yml:3",
    ]
    assert count == "2 masalah ditemukan."


@pytest.mark.parametrize("template", ["https://forge.example/edit/main/{path}", "edit/{path}"])
def test_an_edit_template_that_cannot_lead_to_the_data(project: Path, template: str) -> None:
    with pytest.raises(PluginError) as caught:
        open_site(settings(project, edit_uri_template=template))

    assert str(caught.value) == "mkdocs.yml: edit_uri_template: seharusnya memuat docs/{path}"


def test_how_a_letter_names_the_plan(site: Site) -> None:
    assert site.kutipan == (
        "Rencana Strategis Kantor Contoh Tahun 2031-2033, "
        "Keputusan Nomor 1/CONTOH/2031 tanggal 3\N{NO-BREAK SPACE}Februari\N{NO-BREAK SPACE}2031"
    )
