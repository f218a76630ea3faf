"""The workflows keep the rules of safe publishing, and the linters that hold them to it do bite."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from renstra.intake import CHANGED, PROPOSAL

ROOT = Path(__file__).parent.parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
CHECK = GITHUB / "workflows/check.yml"
PUBLISH = GITHUB / "workflows/publish.yml"
IMPORT = GITHUB / "workflows/import.yml"

PINS = {
    "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1": "v7.0.1",
    "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97": "v7.0.0",
    "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f": "v7.0.0",
    "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9": "v5.0.0",
    "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128": "v5.0.0",
    "peter-evans/create-pull-request@5f6978faf089d4d20b00c7766989d076bb2fc7f1": "v8.1.1",
}
"""Every action of others that may run, and the version its commit is; a new one is a decision."""

ON_MAIN = "github.ref == 'refs/heads/main'"

ZIZMOR = ("zizmor", "--offline", "--min-severity", "medium", "--strict-collection", "--quiet")
SCHEMA = ("check-jsonschema", "--builtin-schema")

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def lint(command: Sequence[str], *files: Path) -> subprocess.CompletedProcess[str]:
    """A linter of this environment, run on files; its two streams are one text, in `stdout`."""
    return subprocess.run(
        [Path(sys.executable).with_name(command[0]), *command[1:], *files],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def read(path: Path) -> dict[str, Any]:
    """A workflow with every scalar as text, so that `on` is no boolean."""
    document: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return document


def jobs(path: Path) -> dict[str, Any]:
    """The jobs of a workflow by id."""
    found: dict[str, Any] = read(path)["jobs"]
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """Every step of every job."""
    for job in jobs(path).values():
        yield from job.get("steps", [])


def foreign_actions(path: Path) -> list[str]:
    """What `uses` names outside this repository, in jobs and in steps."""
    named = [part["uses"] for part in [*jobs(path).values(), *steps(path)] if "uses" in part]
    return [uses for uses in named if not uses.startswith("./")]


class TestLinters:
    """zizmor and the published schemas find nothing here, and find what is put in."""

    def test_zizmor_passes(self) -> None:
        """No finding of medium severity or above."""
        result = lint(ZIZMOR, GITHUB)
        assert result.returncode == 0, result.stdout

    @pytest.mark.parametrize(
        ("schema", "files"),
        [
            ("vendor.github-workflows", WORKFLOWS),
            ("custom.github-workflows-require-timeout", WORKFLOWS),
            ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
        ],
        ids=["workflows", "timeouts", "dependabot"],
    )
    def test_schema_passes(self, schema: str, files: list[Path]) -> None:
        """Each file is what the forge's schema expects."""
        result = lint([*SCHEMA, schema], *files)
        assert result.returncode == 0, result.stdout

    @pytest.mark.parametrize(
        ("command", "old", "new", "finding"),
        [
            (
                ZIZMOR,
                "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
                "actions/checkout@v7",
                "unpinned-uses",
            ),
            (
                ZIZMOR,
                "run: make check",
                'run: echo "${{ github.event.pull_request.title }}"',
                "template-injection",
            ),
            (ZIZMOR, "  pull_request:\n", "  pull_request_target:\n", "dangerous-triggers"),
            (
                (*SCHEMA, "vendor.github-workflows"),
                "    runs-on: ubuntu-24.04\n",
                "    run-on: ubuntu-24.04\n",
                "run-on",
            ),
        ],
        ids=["unpinned action", "template injection", "pull_request_target", "misspelt key"],
    )
    def test_bad_workflow_fails(
        self, tmp_path: Path, command: tuple[str, ...], old: str, new: str, finding: str
    ) -> None:
        """A copy of check.yml passes; the same copy with one line worse fails, and says why."""
        copy = tmp_path / "check.yml"
        good = CHECK.read_text(encoding="utf-8")
        copy.write_text(good, encoding="utf-8")
        assert lint(command, copy).returncode == 0

        assert good.count(old) == 1
        copy.write_text(good.replace(old, new), encoding="utf-8")
        result = lint(command, copy)
        assert result.returncode != 0
        assert finding in result.stdout


class TestEveryWorkflow:
    """Rules for each file, whatever its purpose."""

    def test_there_are_workflows(self) -> None:
        """The rules below are held on something, and no other ending hides a workflow."""
        assert {CHECK, PUBLISH, IMPORT} <= set(WORKFLOWS)
        assert sorted(GITHUB.glob("workflows/*")) == WORKFLOWS

    @each_workflow
    def test_actions_are_pinned(self, path: Path) -> None:
        """A foreign action is named by commit, its version beside it, and stands in PINS."""
        text = path.read_text(encoding="utf-8")
        for action in foreign_actions(path):
            assert action in PINS, f"{path.name}: {action} is not in PINS of {Path(__file__).name}"
            assert f"uses: {action} # {PINS[action]}\n" in text

    def test_no_pin_is_idle(self) -> None:
        """An action that nothing uses any more leaves the list; commits are whole."""
        assert {action for path in WORKFLOWS for action in foreign_actions(path)} == set(PINS)
        commits = [action.partition("@")[2] for action in PINS]
        assert [len(bytes.fromhex(commit)) for commit in commits] == [20] * len(PINS)

    @each_workflow
    def test_permissions_start_empty(self, path: Path) -> None:
        """Nothing is allowed at the top; each job asks for what it needs."""
        assert read(path)["permissions"] == {}
        assert all("permissions" in job for job in jobs(path).values())

    @each_workflow
    def test_triggers(self, path: Path) -> None:
        """No run with a stranger's code and our token, and no path that goes unchecked."""
        triggers = read(path)["on"]
        assert isinstance(triggers, dict)
        assert not {"pull_request_target", "workflow_run"} & set(triggers)
        for settings in triggers.values():
            assert not {"paths", "paths-ignore"} & set(settings or {})

    @each_workflow
    def test_checkout(self, path: Path) -> None:
        """The whole history is there to read, and no credential is left lying about."""
        for step in steps(path):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"] == {"fetch-depth": "0", "persist-credentials": "false"}

    @each_workflow
    def test_no_text_of_others_reaches_a_shell(self, path: Path) -> None:
        """What the forge puts in is put in outside of `run`, where no shell reads it."""
        assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []

    @each_workflow
    def test_deploy_only_from_main(self, path: Path) -> None:
        """A job that may write pages or identify itself runs only on main, after the gates."""
        for job in jobs(path).values():
            if {"pages", "id-token"} & set(job["permissions"]):
                assert job["if"] == ON_MAIN
                assert jobs(path)[job["needs"]]["uses"] == "./.github/workflows/check.yml"
                assert "pull_request" not in read(path)["on"]


class TestCheck:
    """`check.yml`: the gates, for a pull request and for publishing alike."""

    def test_every_pull_request(self) -> None:
        """Whatever its branch."""
        triggers = read(CHECK)["on"]
        assert set(triggers) == {"pull_request", "workflow_call"}
        assert triggers["pull_request"] == ""

    def test_gates_in_order(self) -> None:
        """The data first; then the tasks that a person runs; one build, and that is kept."""
        gates = [step.get("run") or step["uses"].partition("@")[0] for step in steps(CHECK)]
        assert gates == [
            "actions/checkout",
            "actions/setup-python",
            "make .venv/ready",
            ".venv/bin/renstra periksa --anotasi",
            ".ci/compare-summary",
            "make check",
            ".ci/install-chromium",
            ".ci/install-libreoffice",
            ".ci/install-book",
            ".ci/install-nu",
            'make test | tee "$RUNNER_TEMP/uji.txt"',
            "sed -n '/short test summary info/,$ s/^/    /p' "
            '"$RUNNER_TEMP/uji.txt" >> "$GITHUB_STEP_SUMMARY"',
            "make terbit",
            ".ci/warn-site-url",
            "actions/upload-pages-artifact",
            "actions/upload-artifact",
        ]

    def test_no_gate_is_optional(self) -> None:
        """Conditions only choose what is kept and said; nothing may fail and go on."""
        conditions = {step["name"]: step["if"] for step in steps(CHECK) if "if" in step}
        assert conditions == {
            "Ringkas perubahan isi rencana": "github.event_name == 'pull_request'",
            "Ringkas uji yang gagal": "failure() && steps.uji.outcome == 'failure'",
            "Ingatkan bila alamat situs belum diisi": "inputs.halaman",
            "Simpan situs untuk diterbitkan": "inputs.halaman",
            "Simpan situs untuk ditinjau": "${{ !inputs.halaman }}",
        }
        assert "continue-on-error" not in CHECK.read_text(encoding="utf-8")

    def test_the_comparison_is_with_the_base(self) -> None:
        """The script learns it from the environment, where no shell reads it."""
        (step,) = (step for step in steps(CHECK) if step.get("run") == ".ci/compare-summary")
        assert step["env"] == {"DASAR": "${{ github.event.pull_request.base.sha }}"}

    def test_tests_need_their_programs_and_keep_their_failure(self) -> None:
        """A missing program is a failure; bash, named, fails where the left of a pipe does."""
        (step,) = (step for step in steps(CHECK) if step.get("id") == "uji")
        programs = ("PERAMBAN", "LIBREOFFICE", "BUKU", "NU")
        assert step["env"] == {f"RENSTRA_WAJIB_{name}": "1" for name in programs}
        assert step["shell"] == "bash"


class TestPublish:
    """`publish.yml`: what passed is what stands."""

    def test_triggers(self) -> None:
        """A push to main, or a person."""
        assert read(PUBLISH)["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": ""}

    def test_never_cancelled_midway(self) -> None:
        """Runs for main queue up as `pages`."""
        assert read(PUBLISH)["concurrency"] == {
            "group": "${{ github.ref == 'refs/heads/main' && 'pages' || github.run_id }}",
            "cancel-in-progress": "false",
        }

    def test_deploys_what_the_gates_built(self) -> None:
        """The deploy job builds nothing: it names the artifact that the gates hand over.

        One name for each attempt, since deploy-pages refuses a run that holds two of the same.
        """
        name = "${{ env.ARTEFAK }}"
        check = jobs(CHECK)["periksa"]
        assert check["env"] == {"ARTEFAK": "situs-${{ github.run_attempt }}"}
        assert check["outputs"] == {"artefak": name}
        for step in steps(CHECK):
            if step.get("uses", "").startswith("actions/upload-"):
                assert (step["with"]["name"], step["with"]["path"]) == (name, "site")
        (output,) = read(CHECK)["on"]["workflow_call"]["outputs"].items()
        assert output[0] == "artefak"
        assert output[1]["value"] == "${{ jobs.periksa.outputs.artefak }}"

        gates, deploy = jobs(PUBLISH)["periksa"], jobs(PUBLISH)["terbitkan"]
        assert gates["with"] == {"halaman": "true"}
        assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
        assert deploy["environment"]["name"] == "github-pages"
        (step,) = deploy["steps"]
        assert step["uses"].startswith("actions/deploy-pages@")
        assert step["with"] == {"artifact_name": "${{ needs.periksa.outputs.artefak }}"}


class TestImport:
    """`import.yml`: an upload comes in as a file and leaves as a pull request."""

    FOUND = "steps.cari.outputs.ada == 'true'"
    CHANGED = "steps.impor.outputs.ubah == 'true'"

    def test_triggers(self) -> None:
        """A push to whatever branch, by someone who may write here; nothing a stranger can do."""
        assert read(IMPORT)["on"] == {"push": {"branches": ["**"]}}
        assert jobs(IMPORT)["terima"]["if"] == "${{ !github.event.deleted }}"

    def test_permissions(self) -> None:
        """A branch and a pull request, in the one job there is."""
        assert {name: job["permissions"] for name, job in jobs(IMPORT).items()} == {
            "terima": {"contents": "write", "pull-requests": "write"}
        }

    def test_steps_in_order(self) -> None:
        """Nothing is installed where nothing came, and nothing proposed that was not checked."""
        told = f"${{{{ !cancelled() && {self.CHANGED} }}}}"
        assert [
            (step.get("run") or step["uses"].partition("@")[0], step.get("id"), step.get("if"))
            for step in steps(IMPORT)
        ] == [
            ("actions/checkout", None, None),
            (".ci/find-uploads", "cari", None),
            ("actions/setup-python", None, self.FOUND),
            ("make .venv/ready", None, self.FOUND),
            (".ci/import-uploads", "impor", self.FOUND),
            ("make site", None, self.CHANGED),
            ("peter-evans/create-pull-request", "usulan", self.CHANGED),
            (".ci/tell-proposal", None, told),
        ]
        assert "continue-on-error" not in IMPORT.read_text(encoding="utf-8")

    def test_no_upload_is_dropped(self) -> None:
        """A group lets one run wait: any later push would throw away the upload that does."""
        assert "concurrency" not in read(IMPORT)
        assert "concurrency" not in jobs(IMPORT)["terima"]

    def test_proposal(self) -> None:
        """Fixed words, a branch of its own, and no more than what an import may change."""
        (step,) = (step for step in steps(IMPORT) if step.get("id") == "usulan")
        assert step["with"].pop("add-paths").split() == list(CHANGED)
        assert step["with"] == {
            "title": "Realisasi dari berkas yang diunggah",
            "commit-message": "Impor realisasi dari berkas yang diunggah ke masuk/",
            "body-path": f"${{{{ runner.temp }}}}/{PROPOSAL}",
            "base": "${{ github.event.repository.default_branch }}",
            "branch": "realisasi/masuk-${{ github.run_id }}",
            "delete-branch": "true",
        }

    def test_what_the_forge_puts_in(self) -> None:
        """All of it by name: nothing that the one who uploads can write."""
        text = IMPORT.read_text(encoding="utf-8")
        assert re.findall(r"\$\{\{ (.*?) \}\}", text) == [
            "!github.event.deleted",
            "runner.temp",
            "github.event.repository.default_branch",
            "github.run_id",
            f"!cancelled() && {self.CHANGED}",
            "steps.usulan.outputs.pull-request-url",
        ]
