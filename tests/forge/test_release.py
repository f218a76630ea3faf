"""The scripts that decide what runs and what is published, on a repository and a made-up forge."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from renstra.forge.decision import BASE, CHANGED, FIRST, PUBLISHED, REMEMBERED, UNKNOWN
from renstra.forge.published import MEMORY, REPORTS, SENT, SITE, published_commits, suite_passed
from renstra.forge.release import (
    LOST,
    NEVER_PUBLISHED,
    NO_ANSWER,
    NO_EARLIER,
    NOTHING_YET,
    OVERTAKEN,
    UNTESTED,
    choose_good,
    choose_speed,
    find_base,
    refuse_older,
    refuse_untested,
    use_code,
)
from renstra.forge.telling import Forge
from tests.forge.repository import Repository

ROOT = Path(__file__).parent.parent.parent
UNKNOWN_COMMIT = "d" * 40


class Runs:
    """A forge that remembers runs and artifacts, and answers as the API does."""

    def __init__(self) -> None:
        self.runs: list[tuple[str, dict[str, str]]] = []
        self.sent: list[str] = []
        self.artifacts: list[dict[str, Any]] = []
        self.down = False
        self.asked: list[tuple[str, dict[str, str]]] = []

    def ran(self, commit: str, **steps: str) -> None:
        """A newer run for a commit, with the conclusion of its steps."""
        names = {"situs": SITE, "laporan": REPORTS}
        self.runs.insert(0, (commit, {names[step]: ended for step, ended in steps.items()}))

    def passed(self, code: str, *, expired: bool = False, copy: bool = False) -> None:
        """The artifact of a suite that passed; from somebody's copy of the repository."""
        run = {"head_repository_id": 2 if copy else 1, "repository_id": 1}
        name = f"{MEMORY}{code}"
        self.artifacts.append({"name": name, "expired": expired, "workflow_run": run})

    def __call__(self, path: str, parameters: Mapping[str, str]) -> Any:
        self.asked.append((path, dict(parameters)))
        if self.down:
            raise OSError("no answer")
        if path == "actions/workflows/check.yml/runs":
            assert (parameters["branch"], parameters["event"]) == ("main", "push")
            listed = enumerate(self.runs)
            return {"workflow_runs": [{"id": number, "head_sha": run[0]} for number, run in listed]}
        if path == "actions/workflows/kirim.yml/runs":
            assert (parameters["branch"], parameters["event"]) == ("main", "workflow_dispatch")
            return {"workflow_runs": [{"id": 1000, "head_sha": name} for name in self.sent]}
        if path == "actions/runs/1000/jobs":
            return {"jobs": [{"steps": [{"name": SENT, "conclusion": "success"}]}]}
        if path == "actions/artifacts":
            named = [one for one in self.artifacts if one["name"] == parameters["name"]]
            return {"artifacts": named}
        assert parameters["filter"] == "all"
        _, steps = self.runs[int(path.split("/")[2])]
        shown = [{"name": name, "conclusion": ended} for name, ended in steps.items()]
        return {"jobs": [{"steps": None}, {"steps": [{"name": "x", "conclusion": None}, *shown]}]}


@pytest.fixture
def runs() -> Runs:
    """Nothing has run yet."""
    return Runs()


class Told:
    """A forge to tell things, and what was told."""

    def __init__(self, folder: Path) -> None:
        self.log = StringIO()
        self._files = {name: folder / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for path in self._files.values():
            path.write_text("", encoding="utf-8")
        self.forge = Forge({name: str(path) for name, path in self._files.items()}, self.log)

    def outputs(self) -> dict[str, str]:
        """The outputs of the step."""
        lines = self._files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    def summary(self) -> str:
        """The part of the summary."""
        return self._files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8").strip()


@pytest.fixture
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Apart from the repository."""
    return Told(tmp_path_factory.mktemp("forge"))


def speed(told: Told, runs: Runs, event: str = "push") -> dict[str, str]:
    """The outputs of the first job; its reason, by its text, among them."""
    assert choose_speed(told.forge, {"GITHUB_EVENT_NAME": event}, runs) == 0
    return told.outputs() | {"sebab": told.summary()}


class TestChooseSpeed:
    """`.ci/choose-speed`, on main and for a proposal."""

    def test_first_time(self, repository: Repository, runs: Runs, told: Told) -> None:
        """Nothing was published."""
        code = repository.commit().code
        assert speed(told, runs) == {"suite": "true", "sidik": code, "kode": "", "sebab": UNKNOWN}

    def test_report(self, repository: Repository, runs: Runs, told: Told) -> None:
        """A report on what is published; several commits since make no difference."""
        repository.commit()
        runs.ran(repository.head(), situs="success")
        repository.write("data/realisasi/2023.yml", "baru\n")
        repository.commit()
        runs.ran(repository.head())
        repository.write("docs/index.md", "# Lain\n")
        code = repository.commit().code
        assert speed(told, runs) == {
            "suite": "false",
            "sidik": code,
            "kode": "",
            "sebab": PUBLISHED,
        }

    def test_report_on_failed_code(self, repository: Repository, runs: Runs, told: Told) -> None:
        """The code that failed does not ride along; the report goes first with the code before."""
        repository.commit()
        published = repository.head()
        runs.ran(published, situs="success")
        repository.write("renstra/plan/plan.py", "gagal\n")
        repository.commit()
        runs.ran(repository.head(), situs="skipped")
        repository.write("data/realisasi/2023.yml", "baru\n")
        code = repository.commit().code
        assert speed(told, runs) == {
            "suite": "true",
            "sidik": code,
            "kode": published,
            "sebab": f"{CHANGED} {FIRST}",
        }

    def test_report_on_passed_code(self, repository: Repository, runs: Runs, told: Told) -> None:
        """The proposal's own run of the suite is enough, whatever commit its merge became."""
        repository.commit()
        runs.ran(repository.head(), situs="success")
        repository.write("renstra/plan/plan.py", "baru\n")
        repository.write("data/realisasi/2023.yml", "baru\n")
        code = repository.commit().code
        runs.passed(code)
        assert speed(told, runs)["sebab"] == REMEMBERED
        assert told.outputs()["suite"] == "false"

    @pytest.mark.parametrize("how", ["expired", "copy", "other"])
    def test_memory_that_does_not_count(
        self, repository: Repository, runs: Runs, told: Told, how: str
    ) -> None:
        """It has gone, comes from somebody's copy, or is of other code."""
        code = repository.commit().code
        other = how == "other"
        runs.passed("0" * 40 if other else code, expired=how == "expired", copy=how == "copy")
        assert speed(told, runs)["suite"] == "true"

    @pytest.mark.parametrize("commit", [UNKNOWN_COMMIT, "--output=x", "main", ""])
    def test_unknown_commit(
        self, repository: Repository, runs: Runs, told: Told, commit: str
    ) -> None:
        """The branch was rewritten, or the answer is none."""
        repository.commit()
        runs.ran(commit, situs="success")
        assert speed(told, runs)["sebab"] == UNKNOWN

    def test_published_elsewhere(self, repository: Repository, runs: Runs, told: Told) -> None:
        """A commit that is no ancestor is compared, but nothing goes out before the suite."""
        repository.commit()
        repository.git("checkout", "-q", "-b", "lain")
        repository.write("renstra/plan/plan.py", "lain\n")
        repository.commit()
        runs.ran(repository.head(), situs="success")
        repository.git("checkout", "-q", "main")
        repository.write("data/realisasi/2023.yml", "baru\n")
        repository.commit()
        assert (speed(told, runs)["suite"], told.outputs()["kode"]) == ("true", "")

    def test_no_answer(self, repository: Repository, runs: Runs, told: Told) -> None:
        """The whole suite, and why."""
        repository.commit()
        runs.ran(repository.head(), situs="success")
        runs.down = True
        assert speed(told, runs)["sebab"] == UNKNOWN
        assert NO_ANSWER in told.log.getvalue()

    @pytest.mark.parametrize(
        ("name", "suite", "why"),
        [("data/realisasi/2023.yml", "false", BASE), ("renstra/plan/plan.py", "true", CHANGED)],
        ids=["report", "code"],
    )
    def test_proposal(
        self, repository: Repository, runs: Runs, told: Told, name: str, suite: str, why: str
    ) -> None:
        """Its own changes decide, also on code of main that did not pass; nothing goes out."""
        repository.commit()
        runs.ran(repository.head(), situs="success")
        repository.git("checkout", "-q", "-b", "usulan")
        repository.write(name, "usulan\n")
        repository.commit()
        repository.git("checkout", "-q", "main")
        repository.write("renstra/lain.py", "belum lulus\n")
        repository.commit()
        repository.git("checkout", "-q", "--detach")
        repository.git("merge", "-q", "--no-ff", "--no-edit", "usulan")
        found = speed(told, runs, "pull_request")
        assert (found["suite"], found["sebab"], found["kode"]) == (suite, why, "")

    def test_proposal_without_a_merge(self, repository: Repository, runs: Runs, told: Told) -> None:
        """What it would be merged into is not known: nothing passes for unchanged."""
        repository.commit()
        repository.write("data/realisasi/2023.yml", "baru\n")
        repository.commit()
        assert speed(told, runs, "pull_request")["suite"] == "true"


class TestUseCode:
    """`.ci/use-code`: the reports of this commit, the code of another."""

    def test_tree(self, repository: Repository) -> None:
        """Each file of its side, with the past of this commit; nothing is left to commit."""
        repository.write("renstra/old.py", "hanya dulu\n")
        repository.commit()
        published = repository.head()
        repository.git("rm", "-q", "renstra/old.py", "data/catatan.yml")
        repository.write("renstra/plan/plan.py", "gagal\n")
        repository.write("renstra/new.py", "gagal\n")
        repository.write("data/realisasi/2023.yml", "baru\n")
        repository.write("data/realisasi/2024.yml", "baru\n")
        repository.commit()
        head = repository.head()
        use_code(published)
        assert repository.git("ls-files").split() == [
            "data/realisasi/2023.yml",
            "data/realisasi/2024.yml",
            "docs/index.md",
            "renstra/old.py",
            "renstra/plan/plan.py",
        ]
        assert (repository.folder / "renstra/plan/plan.py").read_text(encoding="utf-8") == "lama\n"
        assert (repository.folder / "data/realisasi/2023.yml").read_text(
            encoding="utf-8"
        ) == "baru\n"
        assert repository.git("status", "--porcelain") == ""
        assert repository.git("rev-parse", "HEAD^") == head
        assert repository.git("diff", "--name-only", published, "--", "renstra") == ""


class TestRefuseOlder:
    """`.ci/refuse-older`: nothing older replaces what is out."""

    def history(self, repository: Repository) -> list[str]:
        """Three commits, oldest first."""
        found = []
        for text in "abc":
            repository.write("data/realisasi/2023.yml", text)
            repository.commit()
            found.append(repository.head())
        return found

    @pytest.mark.parametrize(
        ("at", "steps", "reports", "publish"),
        [
            (2, {1: "situs"}, False, True),
            (1, {1: "situs"}, False, True),
            (0, {1: "situs"}, False, False),
            (0, {1: "laporan"}, False, False),
            (1, {1: "laporan"}, False, True),
            (1, {0: "situs"}, True, True),
            (1, {1: "laporan", 0: "situs"}, True, True),
            (1, {1: "situs"}, True, False),
            (0, {1: "laporan"}, True, False),
            (1, {}, False, True),
        ],
        ids=[
            "newer",
            "the same again",
            "older",
            "older than the reports that are out",
            "whole, after its own reports",
            "reports",
            "reports again",
            "reports, when the whole is out",
            "older reports",
            "nothing out",
        ],
    )
    def test_order(
        self,
        repository: Repository,
        runs: Runs,
        told: Told,
        at: int,
        steps: dict[int, str],
        reports: bool,
        publish: bool,
    ) -> None:
        """By the past of the commits, whatever ran longer."""
        commits = self.history(repository)
        for number in sorted(steps):
            runs.ran(commits[number], **{steps[number]: "success"})
        repository.git("checkout", "-q", commits[at])
        assert refuse_older(told.forge, runs, reports=reports) == 0
        assert told.outputs() == {"terbit": str(publish).lower()}
        assert told.summary() == ("" if publish else OVERTAKEN)

    def test_rewritten(self, repository: Repository, runs: Runs, told: Told) -> None:
        """What is out is not in this past: it is replaced."""
        self.history(repository)
        runs.ran(UNKNOWN_COMMIT, situs="success")
        refuse_older(told.forge, runs, reports=False)
        assert told.outputs() == {"terbit": "true"}

    def test_no_answer(self, repository: Repository, runs: Runs, told: Told) -> None:
        """Nothing is published, and the run is red."""
        self.history(repository)
        runs.down = True
        assert refuse_older(told.forge, runs, reports=False) == 1
        assert (told.outputs(), told.summary()) == ({}, NO_ANSWER)


class TestChooseGood:
    """`.ci/choose-good`: the commit that the button publishes again."""

    def choose(self, told: Told, runs: Runs, wanted: str = "") -> tuple[int, str, str]:
        """Exit code, commit and the last line of the summary."""
        code = choose_good(told.forge, wanted, runs)
        return code, told.outputs().get("commit", ""), told.summary()

    def test_one_before(self, runs: Runs, told: Told) -> None:
        """Before the one that is out; a run repeated or passed over is not counted."""
        runs.ran("a" * 40, situs="success")
        runs.ran("b" * 40, situs="skipped")
        runs.ran("c" * 40, situs="success")
        runs.ran("c" * 40, situs="success")
        runs.ran("e" * 40, situs="failure")
        assert self.choose(told, runs)[:2] == (0, "a" * 40)

    def test_before_reports(self, runs: Runs, told: Told) -> None:
        """Where only reports went out last, the whole before them is the last good one."""
        runs.ran("a" * 40, situs="success")
        runs.ran("b" * 40, situs="success")
        runs.ran("c" * 40, laporan="success")
        assert self.choose(told, runs)[:2] == (0, "b" * 40)

    def test_wanted(self, runs: Runs, told: Told) -> None:
        """One that was published, with the white space that a copy brings."""
        for letter in "abc":
            runs.ran(letter * 40, situs="success")
        assert self.choose(told, runs, f" {'a' * 40}\n")[:2] == (0, "a" * 40)

    @pytest.mark.parametrize(
        "wanted", ["b" * 40, UNKNOWN_COMMIT, "aaaaaaa", "main", "--x", "$(id)"]
    )
    def test_never_published(self, runs: Runs, told: Told, wanted: str) -> None:
        """Nothing else is checked out."""
        runs.ran("a" * 40, situs="success")
        runs.ran("b" * 40, laporan="success")
        assert self.choose(told, runs, wanted) == (1, "", NEVER_PUBLISHED)

    def test_no_earlier(self, runs: Runs, told: Told) -> None:
        """Only one was ever published."""
        runs.ran("a" * 40, situs="success")
        assert self.choose(told, runs) == (1, "", NO_EARLIER)

    def test_no_answer(self, runs: Runs, told: Told) -> None:
        """It says to try again."""
        runs.down = True
        assert self.choose(told, runs) == (1, "", NO_ANSWER)


class TestRefuseUntested:
    """`.ci/refuse-untested`: what is sent has passed the suite."""

    def test_published(self, repository: Repository, runs: Runs, told: Told) -> None:
        """The code that is out, with newer reports."""
        repository.commit()
        runs.ran(repository.head(), situs="success")
        repository.write("data/realisasi/2023.yml", "baru\n")
        repository.commit()
        assert refuse_untested(told.forge, runs) == 0

    def test_passed(self, repository: Repository, runs: Runs, told: Told) -> None:
        """Never published, but passed."""
        runs.passed(repository.commit().code)
        assert refuse_untested(told.forge, runs) == 0

    def test_refused(self, repository: Repository, runs: Runs, told: Told) -> None:
        """Neither."""
        repository.commit()
        runs.ran(repository.head(), situs="success")
        repository.write("renstra/plan/plan.py", "baru\n")
        repository.commit()
        assert (refuse_untested(told.forge, runs), told.summary()) == (1, UNTESTED)

    def test_no_answer(self, repository: Repository, runs: Runs, told: Told) -> None:
        """Nothing is sent."""
        repository.commit()
        runs.down = True
        assert (refuse_untested(told.forge, runs), told.summary()) == (1, NO_ANSWER)


class TestFindBase:
    """`.ci/find-base`: which commit the decree's words are held against."""

    @staticmethod
    def base(told: Told, runs: Runs, event: str = "push") -> str:
        assert find_base(told.forge, {"GITHUB_EVENT_NAME": event}, runs) == 0
        return told.outputs()["dasar"]

    @pytest.mark.parametrize("step", ["situs", "laporan"])
    def test_published(self, repository: Repository, runs: Runs, told: Told, step: str) -> None:
        """What was published last, its reports alone or all of it."""
        repository.commit()
        first = repository.head()
        repository.write("data/realisasi/2023.yml", "baru\n")
        repository.commit()
        runs.ran(first, **{step: "success"})
        runs.ran(repository.head(), situs="failure")
        assert (self.base(told, runs), told.log.getvalue()) == (first, "")

    def test_sent(self, repository: Repository, runs: Runs, told: Told) -> None:
        """An office with a hosting of its own publishes by the button that sends."""
        repository.commit()
        runs.sent = [repository.head()]
        assert self.base(told, runs) == repository.head()

    @pytest.mark.parametrize("event", ["push", "pull_request"])
    def test_nothing_published(
        self, repository: Repository, runs: Runs, told: Told, event: str
    ) -> None:
        """An office that still types its plan is held to nothing; it is said."""
        repository.commit()
        assert self.base(told, runs, event) == ""
        assert told.log.getvalue() == f"{NOTHING_YET}\n"

    def test_history_begun_anew(self, repository: Repository, runs: Runs, told: Told) -> None:
        """What was published is no longer there: that stops nothing, and is said."""
        repository.commit()
        runs.ran(UNKNOWN_COMMIT, situs="success")
        assert self.base(told, runs) == ""
        assert told.log.getvalue() == f"{LOST}\n"

    def test_proposal(self, repository: Repository, runs: Runs, told: Told) -> None:
        """What it is merged into, whatever of that is out."""
        repository.commit()
        runs.ran(repository.head(), situs="success")
        repository.git("checkout", "-q", "-b", "usulan")
        repository.write("data/realisasi/2023.yml", "usulan\n")
        repository.commit()
        repository.git("checkout", "-q", "main")
        repository.write("data/realisasi/2022.yml", "kini\n")
        repository.commit()
        main = repository.head()
        repository.git("checkout", "-q", "--detach")
        repository.git("merge", "-q", "--no-ff", "--no-edit", "usulan")
        assert self.base(told, runs, "pull_request") == main

    def test_no_answer(self, repository: Repository, runs: Runs, told: Told) -> None:
        """Nothing is judged by a base that is not known."""
        repository.commit()
        runs.down = True
        assert find_base(told.forge, {"GITHUB_EVENT_NAME": "push"}, runs) == 1
        assert NO_ANSWER in told.log.getvalue()


def test_asked_no_more_than_needed(runs: Runs) -> None:
    """The runs are looked into from the newest on, until one had published."""
    for letter in "abcde":
        runs.ran(letter * 40, situs="success" if letter == "c" else "skipped")
    assert next(published_commits(runs)) == "c" * 40
    assert [path for path, _ in runs.asked] == [
        "actions/workflows/check.yml/runs",
        *(f"actions/runs/{number}/jobs" for number in range(3)),
    ]


def test_another_name_is_no_memory(runs: Runs) -> None:
    """Even where the forge were to answer with it."""
    runs.passed("a")
    assert not suite_passed(lambda path, parameters: {"artifacts": runs.artifacts}, "b")


class TestScripts:
    """The scripts as the workflow calls them, against a forge over HTTP."""

    @pytest.fixture
    def api(self, runs: Runs) -> Iterator[str]:
        """The address of the made-up forge."""

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                path = parts.path.removeprefix("/repos/kpu-contoh/renstra/")
                good = self.headers["Authorization"] == "Bearer rahasia" and path != parts.path
                self.send_response(200 if good else 404)
                self.end_headers()
                if good:
                    parameters = dict(parse_qsl(parts.query))
                    answer = b"<html>" if runs.down else json.dumps(runs(path, parameters)).encode()
                    self.wfile.write(answer)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
        server.server_close()

    def run(self, folder: Path, script: list[str], api: str, **env: str) -> tuple[int, str, str]:
        """Exit code, log and outputs of a script, run without any installed package."""
        output, summary = folder.parent / "output", folder.parent / "summary"
        output.write_text("", encoding="utf-8")
        given = {
            "PATH": os.environ["PATH"],
            "GITHUB_API_URL": api,
            "GITHUB_REPOSITORY": "kpu-contoh/renstra",
            "GITHUB_TOKEN": "rahasia",
            "GITHUB_EVENT_NAME": "push",
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        done = subprocess.run(
            [str(ROOT / ".ci" / script[0]), *script[1:]],
            cwd=folder,
            env=given | env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout, output.read_text(encoding="utf-8")

    def test_each(self, repository: Repository, runs: Runs, api: str) -> None:
        """One way through each of them."""
        code = repository.commit().code
        first = repository.head()
        runs.ran(first, situs="success")
        folder = repository.folder
        assert self.run(folder, ["choose-speed"], api) == (
            0,
            f"{PUBLISHED}\n",
            f"suite=false\nsidik={code}\nkode=\n",
        )
        assert self.run(folder, ["refuse-older"], api) == (0, "", "terbit=true\n")
        overtaken = (0, f"{OVERTAKEN}\n", "terbit=false\n")
        assert self.run(folder, ["refuse-older", "--laporan"], api) == overtaken
        assert self.run(folder, ["refuse-untested"], api) == (0, "", "")
        chosen = (0, f"Yang diterbitkan lagi: commit {first}\n", f"commit={first}\n")
        assert self.run(folder, ["choose-good"], api, COMMIT=first) == chosen
        repository.write("renstra/plan/plan.py", "baru\n")
        repository.commit()
        assert self.run(folder, ["use-code"], api, KODE=first) == (0, "", "")
        assert repository.git("status", "--porcelain") == ""
        assert (folder / "renstra/plan/plan.py").read_text(encoding="utf-8") == "lama\n"

    @pytest.mark.parametrize(
        "env",
        [{"GITHUB_TOKEN": "salah"}, {"GITHUB_API_URL": "http://[::1]:1"}, {}],
        ids=["refused", "not there", "no JSON"],
    )
    def test_no_answer(
        self, repository: Repository, runs: Runs, api: str, env: dict[str, str]
    ) -> None:
        """A sentence and no traceback."""
        runs.down = not env
        repository.commit()
        code, log, _ = self.run(repository.folder, ["choose-good"], api, **{"COMMIT": ""} | env)
        assert (code, log) == (1, f"::error ::{NO_ANSWER}\n")
        code, log, output = self.run(repository.folder, ["choose-speed"], api, **env)
        assert (code, log) == (0, f"{NO_ANSWER}\n{UNKNOWN}\n")
        assert output.startswith("suite=true\n")


def test_no_hash_is_no_output(told: Told) -> None:
    """No text of others gets where a job reads a commit."""
    with pytest.raises(ValueError, match="not a hash"):
        told.forge.output_hash("kode", "a\nsuite=false")
