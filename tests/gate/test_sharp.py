"""The tests of a site find what is wrong with one, and nothing wrong with one that is right."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import PROJECT, build
from tests.gate.breakages import BREAKAGES, Breakage, put_wrong
from tests.gate.judging import judge
from tests.nu import find_jar

# What its tests share is made once: no second worker makes it again.
pytestmark = pytest.mark.xdist_group("tajam")

ROOT = "https://rencana.example/kantor/"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the made-up office's site, as published: an address, book and edition."""
    project = tmp_path_factory.mktemp("kantor")
    for name in ("docs", "macros", "renstra"):
        (project / name).symlink_to(PROJECT / name)
    shutil.copytree(PROJECT / "contoh/kantor", project / "contoh/kantor")
    settings = {
        "INHERIT": str(PROJECT / "mkdocs-kantor.yml"),
        "site_url": ROOT,
        "extra": {
            "ppid": "https://ppid.example/?a=1&b=2",
            "laporan_kesalahan": "mailto:kantor@rencana.example",
            "unduhan": True,
            "pindah": {"lama/": "indikator/"},
        },
    }
    (project / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    offers = project / "site/unduhan"
    commands: tuple[list[str | Path], ...] = (
        ["macros.book", "--folder", offers],
        ["macros.offline", project / "site", offers / "situs-luring.zip"],
    )
    for command in commands:
        made = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=project,
            capture_output=True,
            text=True,
            check=False,
        )
        if "WeasyPrint atau pustakanya tidak ada" in made.stderr:
            pytest.skip("Tidak ada yang membuat buku; jalankan .ci/install-book.")
        assert made.returncode == 0, made.stderr
    return project


def test_a_site_that_is_right_passes(office: Path) -> None:
    done = judge(office / "site", office / "contoh/kantor", office / "mkdocs.yml")

    assert done.returncode == 0, done.stdout
    assert "Hasil: semua pemeriksaan lolos" in done.stdout
    assert "Situs ini memuat laporan rekaan" in done.stdout


@pytest.fixture(scope="module")
def told(office: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each test says of a site with every breakage, by the test's name."""
    broken = tmp_path_factory.mktemp("rusak")
    shutil.copytree(office / "site", broken / "site")
    shutil.copytree(office / "contoh/kantor", broken / "data")
    register = broken / "data/terbit/alamat.txt"
    register.parent.mkdir()
    register.write_text("indikator/\nterbit-dahulu/\n", encoding="utf-8")
    for breakage in BREAKAGES:
        put_wrong(broken / "site", breakage)
    done = judge(broken / "site", broken / "data", office / "mkdocs.yml")
    assert "Traceback" not in done.stdout + done.stderr
    findings = re.findall(
        r"^\d+\. (.*?)^   \(pemeriksaan: tests/site/test_(\S+?)\.py::test_(\S+)\)$",
        done.stdout,
        re.DOTALL | re.MULTILINE,
    )
    return {f"{module}::{test}": text for text, module, test in findings}


@pytest.mark.parametrize("breakage", BREAKAGES, ids=[f"{b.test} {b.words}" for b in BREAKAGES])
def test_a_breakage_is_found(told: dict[str, str], breakage: Breakage) -> None:
    if breakage.test.startswith("nu::") and find_jar() is None:
        pytest.skip("Tidak ada Nu Html Checker; jalankan .ci/install-nu.")

    assert breakage.words in told.get(breakage.test, "nothing was found")
