"""A workbook uploaded into `masuk/` becomes a proposal, and once merged it is on the site."""

from __future__ import annotations

import json
import random
import shutil
import sys
from pathlib import Path

from tests.kehidupan import readings, reports
from tests.kehidupan.conftest import Begin
from tests.kehidupan.office import Done, Office
from tests.kehidupan.published import assert_published
from tests.kehidupan.workbooks import fill_in
from tests.reading import article, rows, table

EVENT = Path(__file__).parents[1] / "forge/acara/unggah-ke-main.json"


class Job(Office):
    """A job of the workflow: a clone of the office's repository, and the files of a runner."""

    def __init__(self, folder: Path, office: Office, event: dict[str, object]) -> None:
        super().__init__(folder)
        office.git("clone", "--quiet", str(office.folder), str(folder))
        self.temp = folder.with_name(f"{folder.name}-runner")
        self.temp.mkdir()
        (self.temp / "acara.json").write_text(json.dumps(event), encoding="utf-8")
        self.tools = self.temp / "alat"
        self.tools.mkdir()
        # As `make .venv/ready` leaves them, without the minute that it takes.
        self._tool(folder / ".venv/bin/renstra", '-m renstra.cli "$@"')
        module = 'case "$*" in *gate) echo tests.gate;; *) echo macros.publishing;; esac'
        self._tool(self.tools / "make", f"-m $({module})")

    @staticmethod
    def _tool(place: Path, what: str) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f'#!/bin/sh\nexec "{sys.executable}" {what}\n', encoding="utf-8")
        place.chmod(0o755)

    def step(self, script: str) -> Done:
        """A script of `.ci/` as a step; it must succeed."""
        path = f"{self.tools}:{self.run('printenv', 'PATH').text.strip()}"
        done = self.run(
            f".ci/{script}",
            PATH=path,
            RUNNER_TEMP=str(self.temp),
            GITHUB_EVENT_PATH=str(self.temp / "acara.json"),
            GITHUB_OUTPUT=str(self.temp / "output"),
            GITHUB_STEP_SUMMARY=str(self.temp / "ringkasan.md"),
        )
        assert done.code == 0, done.text
        return done


def squeezed(text: str) -> str:
    """A line without its spaces."""
    return "".join(text.split())


def table_rows(site: Path, kode: str) -> set[str]:
    """The rows of an indicator's table of targets and results, without spaces."""
    page = article(site / f"indikator/{kode}/index.html")
    return {squeezed("|".join(row)) for row in rows(table(page, f"Target {kode}"))}


def test_an_upload_becomes_a_proposal_and_then_a_page(
    office: Office, begin: Begin, chance: random.Random, tmp_path: Path
) -> None:
    year = chance.choice(readings.years(office.data))
    begin(year)
    office.commit(f"Mulai realisasi {year}", year)
    report = reports.draw(office.data, chance, year)
    print(report)
    event = json.loads(EVENT.read_text(encoding="utf-8"))
    event["before"] = office.git("rev-parse", "HEAD")
    event["repository"]["default_branch"] = office.git("branch", "--show-current")
    event["ref"] = f"refs/heads/{event['repository']['default_branch']}"
    fill_in(office, year, [report], office.folder / "masuk/Realisasi kami.xlsx")
    event["after"] = office.commit("Add files via upload", year)

    reading = Job(tmp_path / "terima", office, event)
    reading.step("find-uploads")
    said = reading.step("import-uploads").text
    assert report.kode in said

    writing = Job(tmp_path / "usulkan", office, event)
    shutil.copytree(reading.temp / "usulan", writing.temp / "usulan")
    writing.step("apply-patch")
    proposal = (writing.temp / "usulan/usulan.md").read_text(encoding="utf-8")
    assert report.kode in proposal
    if report.part == "indikator":
        assert f"    indikator/{report.kode}/ · " in proposal
        before, after = (
            table_rows(site, report.kode) for site in (reading.temp / "situs-sebelum", reading.site)
        )
        assert after - before
        told = {squeezed(line) for line in proposal.splitlines()}
        assert told >= {f"-{row}" for row in before - after} | {f"+{row}" for row in after - before}
    writing.commit("Impor realisasi dari berkas yang diunggah ke masuk/", year)
    changed = writing.git("show", "--format=", "--name-only", "HEAD").splitlines()
    assert sorted(changed) == [f"data/realisasi/{year}.yml", "masuk/Realisasi kami.xlsx"]

    office.git("pull", "--quiet", "--ff-only", str(writing.folder), "HEAD")
    assert [file.name for file in (office.folder / "masuk").iterdir()] == ["README.md"]
    office.passes()
    assert_published(office.site, report)
