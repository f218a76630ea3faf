"""How the site is built: the same bytes from the same commit, and nothing from broken data."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.building import PROJECT, build, copy_project


def digests(site: Path) -> dict[str, str]:
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def made_up(target: Path) -> Path:
    """A copy of the project in which the small made-up office stands for the real one."""
    project = copy_project(target)
    shutil.rmtree(project / "data", ignore_errors=True)
    shutil.copytree(PROJECT / "contoh/kantor", project / "data")
    return project


def test_same_bytes_in_another_folder_time_zone_locale_and_day(tmp_path: Path) -> None:
    here = made_up(tmp_path / "sini")
    there = made_up(tmp_path / "tempat lain" / "proyek")
    first = build(here, tmp_path / "satu", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    second = build(
        there,
        tmp_path / "dua",
        TZ="Asia/Jayapura",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="2",
        SOURCE_DATE_EPOCH="1000000000",  # MkDocs' own idea of the day of the build
        HOME=str(tmp_path),
    )
    assert (first.returncode, second.returncode) == (0, 0), second.stdout + second.stderr
    assert digests(tmp_path / "satu") == digests(tmp_path / "dua")


def test_broken_data_names_every_problem_and_leaves_the_old_site(tmp_path: Path) -> None:
    project = made_up(tmp_path / "proyek")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("situs lama", encoding="utf-8")
    unit = project / "data/satuan.yml"
    unit.write_text(unit.read_text(encoding="utf-8").replace("nama: ", "nma: ", 1), "utf-8")
    plan = project / "data/rencana.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("  - 2033\n", ""), "utf-8")
    done = build(project, site)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert "data/satuan.yml:" in done.stderr
    assert "data/target/kg-001.yml:" in done.stderr
    assert "masalah ditemukan." in done.stderr
    assert [file.name for file in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "situs lama"


@pytest.mark.parametrize("history", ["tanpa riwayat", "riwayat"])
def test_foot_says_which_revision_of_the_data_this_is(tmp_path: Path, history: str) -> None:
    project = made_up(tmp_path / "proyek")
    shutil.rmtree(project / ".git", ignore_errors=True)
    expected = "Tanggal data tidak diketahui: situs ini dibuat tanpa riwayat revisi."
    if history == "riwayat":
        identity = ["-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid"]
        for command in (["init", "-q"], ["add", "data"], [*identity, "commit", "-qm", "Data"]):
            subprocess.run(
                ["git", *command],
                cwd=project,
                check=True,
                env={"PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": "2031-02-03T23:30:00+07:00"},
            )
        expected = "Data per 3\N{NO-BREAK SPACE}Februari\N{NO-BREAK SPACE}2031.\n"
    done = build(project, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert expected in (tmp_path / "site/index.html").read_text(encoding="utf-8")
