"""The workflows keep the rules of safe publishing, and the linters that hold them to it do bite."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from renstra.forge.patch import HANDED, PROPOSAL
from renstra.forge.proposal import CHANGED
from renstra.forge.published import BRANCH, MEMORY, REPORTS, SITE, WORKFLOW
from tests.forge.flows import (
    CHECK,
    GATE,
    GITHUB,
    IMPORT,
    PROPOSE,
    RESTORE,
    SEND,
    WITHDRAW,
    WORKFLOWS,
    jobs,
    needs,
    read,
    steps,
)

PINS = {
    "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1": "v7.0.1",
    "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97": "v7.0.0",
    "actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b": "v5.0.0",
    "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c": "v8.0.1",
    "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f": "v7.0.0",
    "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9": "v5.0.0",
    "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128": "v5.0.0",
    "peter-evans/create-pull-request@5f6978faf089d4d20b00c7766989d076bb2fc7f1": "v8.1.1",
}
"""Every action of others that may run, and the version its commit is; a new one is a decision."""

READING = ("contents", "read")

RUNS_GATE = ("make gate", "make terbit", ".ci/import-uploads", ".ci/withdraw-figure")
"""What puts a site through the gate."""

CALL = f"./.github/workflows/{PROPOSE.name}"
"""How a job hands on to the workflow that opens proposals."""

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


def foreign_actions(path: Path) -> list[str]:
    """What `uses` names outside this repository, in jobs and in steps."""
    named = [part["uses"] for part in [*jobs(path).values(), *steps(path)] if "uses" in part]
    return [uses for uses in named if not uses.startswith("./")]


def put_in(path: Path) -> list[str]:
    """What the forge is asked to put into a workflow, each expression once."""
    return sorted(set(re.findall(r"\$\{\{ (.*?) \}\}", path.read_text(encoding="utf-8"))))


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
                "run: make .venv/ready",
                'run: echo "${{ github.event.pull_request.title }}"',
                "template-injection",
            ),
            (ZIZMOR, "  workflow_call:\n", "  pull_request_target:\n", "dangerous-triggers"),
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
        """A copy of gate.yml passes; the same copy with one line worse fails, and says why."""
        copy = tmp_path / "gate.yml"
        good = GATE.read_text(encoding="utf-8")
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
        assert {CHECK, GATE, IMPORT, PROPOSE, RESTORE, SEND, WITHDRAW} <= set(WORKFLOWS)
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
                given = {name: value for name, value in step["with"].items() if name != "ref"}
                assert given == {"fetch-depth": "0", "persist-credentials": "false"}

    def test_what_is_checked_out(self) -> None:
        """What started the run, but for the gate of an older commit and what becomes a proposal."""
        refs = [
            (path.name, step["with"]["ref"])
            for path in WORKFLOWS
            for step in steps(path)
            if "ref" in step.get("with", {})
        ]
        assert refs == [
            ("gate.yml", "${{ inputs.commit }}"),
            ("tarik.yml", "${{ github.event.repository.default_branch }}"),
            ("usulkan.yml", "${{ github.event.repository.default_branch }}"),
        ]

    @each_workflow
    def test_no_text_of_others_reaches_a_shell(self, path: Path) -> None:
        """What the forge puts in is put in outside of `run`, where no shell reads it."""
        assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []

    def test_rights(self) -> None:
        """All that any job may do beyond reading the repository."""
        rights = {
            (path.stem, name): {
                right for right, how in job["permissions"].items() if (right, how) != READING
            }
            for path in WORKFLOWS
            for name, job in jobs(path).items()
        }
        publishing = {"pages", "id-token"}
        proposing = {"contents", "pull-requests"}
        assert {job: given for job, given in rights.items() if given} == {
            ("check", "keputusan"): {"actions"},
            ("check", "gate"): {"actions", "pages"},
            ("check", "laporan"): {"actions", "pages"},
            ("check", "terbitkan"): {"actions", *publishing},
            ("check", "terbitkan-laporan"): {"actions", *publishing},
            ("gate", "gate"): {"actions", "pages"},
            ("import", "usulkan"): proposing,
            ("kirim", "kirim"): {"actions"},
            ("pulihkan", "gate"): {"actions", "pages"},
            ("pulihkan", "pilih"): {"actions"},
            ("pulihkan", "terbitkan"): publishing,
            ("tarik", "usulkan"): proposing,
            ("usulkan", "usulkan"): proposing,
        }
        for path in WORKFLOWS:
            for job in jobs(path).values():
                writes = {right for right, how in job["permissions"].items() if how == "write"}
                proposes = path == PROPOSE or job.get("uses") == CALL
                assert writes <= (proposing if proposes else publishing)

    @each_workflow
    def test_nothing_may_fail_and_go_on(self, path: Path) -> None:
        """A gate that is optional is none."""
        assert "continue-on-error" not in path.read_text(encoding="utf-8")

    @each_workflow
    def test_what_deploys(self, path: Path) -> None:
        """Builds nothing, waits its turn, and publishes what a gate handed over."""
        for job in jobs(path).values():
            if job["permissions"].get("pages") == "write":
                assert job["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
                assert job["environment"]["name"] == "github-pages"
                assert not [step for step in job["steps"] if "make" in step.get("run", "")]
                deploy = job["steps"][-1]
                assert deploy["uses"].startswith("actions/deploy-pages@")
                (gate,) = set(needs(job)) - {"lulus"}
                assert jobs(path)[gate]["uses"] == "./.github/workflows/gate.yml"
                assert deploy["with"] == {
                    "artifact_name": f"${{{{ needs.{gate}.outputs.artefak }}}}"
                }


class TestCheck:
    """`check.yml`: every proposal and every push to main."""

    def test_triggers(self) -> None:
        """Whatever the branch of a proposal."""
        assert read(CHECK)["on"] == {"pull_request": "", "push": {"branches": ["main"]}}

    def test_no_push_waits_for_another(self) -> None:
        """Each has a group of its own; only a proposal's newer commit cancels the older."""
        assert read(CHECK)["concurrency"] == {
            "group": "periksa-${{ github.event.pull_request.number || github.run_id }}",
            "cancel-in-progress": "true",
        }

    def test_what_the_scripts_look_for(self) -> None:
        """The names by which `renstra.forge.published` knows what is published and passed."""
        assert (CHECK.name, read(CHECK)["on"]["push"]["branches"]) == (WORKFLOW, [BRANCH])
        assert [step["name"] for step in steps(CHECK)].count(SITE) == 1
        assert [step["name"] for step in steps(CHECK)].count(REPORTS) == 1
        assert jobs(CHECK)["terbitkan"]["steps"][-1]["name"] == SITE
        assert jobs(CHECK)["terbitkan-laporan"]["steps"][-1]["name"] == REPORTS
        memory = jobs(CHECK)["suite"]["steps"][-1]["with"]
        assert memory["name"] == f"{MEMORY}${{{{ needs.keputusan.outputs.sidik }}}}"

    def test_the_suite_is_what_a_fresh_clone_runs(self) -> None:
        """`.ci/run`, and bash, named, fails where the left of a pipe does."""
        (step,) = (step for step in steps(CHECK) if step.get("id") == "uji")
        assert step["run"] == '.ci/run | tee "$RUNNER_TEMP/uji.txt"'
        assert step["shell"] == "bash"

    def test_the_required_check(self) -> None:
        """Its name stands in the settings of the repository."""
        job = jobs(CHECK)["lulus"]
        assert job["name"] == "lulus"
        assert job["permissions"] == {}

    @pytest.mark.parametrize("passed", ["true", "false", ""])
    def test_verdict(self, passed: str) -> None:
        """Its step as bash runs it."""
        (step,) = jobs(CHECK)["lulus"]["steps"]
        command = ["bash", "-e", "-c", step["run"]]
        done = subprocess.run(command, env={"LULUS": passed}, capture_output=True, check=False)
        assert (done.returncode == 0) == (passed == "true")


class TestGate:
    """`gate.yml`: the folder that is judged is the folder that is kept."""

    def test_only_called(self) -> None:
        """It starts by no event of its own."""
        assert set(read(GATE)["on"]) == {"workflow_call"}

    def test_hands_over_what_it_judged(self) -> None:
        """One name for each attempt: deploy-pages refuses a run that holds two of the same."""
        name = "${{ env.ARTEFAK }}"
        job = jobs(GATE)["gate"]
        assert job["env"] == {"ARTEFAK": "${{ inputs.artefak }}-${{ github.run_attempt }}"}
        assert job["outputs"] == {"artefak": name}
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/upload-"):
                assert (step["with"]["name"], step["with"]["path"]) == (name, "site")
        (output,) = read(GATE)["on"]["workflow_call"]["outputs"].values()
        assert output["value"] == "${{ jobs.gate.outputs.artefak }}"

    def test_callers_take_different_names(self) -> None:
        """Two gates of one run keep two folders."""
        for path in WORKFLOWS:
            given = [job.get("with", {}) for job in jobs(path).values()]
            names = [one["artefak"] for one in given if "artefak" in one]
            assert len(names) == len(set(names))

    def test_programs_are_required(self) -> None:
        """A book or a checker that is missing is a failure wherever the gate runs."""
        for path in (GATE, IMPORT, SEND, WITHDRAW):
            gates = [step for step in steps(path) if step.get("run", "").startswith(RUNS_GATE)]
            assert gates
            for step in gates:
                assert step["env"]["RENSTRA_WAJIB_BUKU"] == step["env"]["RENSTRA_WAJIB_NU"] == "1"

    def test_the_comparison_is_with_the_base(self) -> None:
        """The script learns it from the environment, where no shell reads it."""
        (step,) = (step for step in steps(GATE) if step.get("run") == ".ci/compare-summary")
        assert step["env"] == {"DASAR": "${{ github.event.pull_request.base.sha }}"}


class TestButtons:
    """`pulihkan.yml`, `kirim.yml` and `tarik.yml`: a person presses them."""

    @pytest.mark.parametrize("path", [RESTORE, SEND, WITHDRAW], ids=lambda path: path.name)
    def test_triggers(self, path: Path) -> None:
        """Nothing else starts them."""
        assert set(read(path)["on"]) == {"workflow_dispatch"}

    def test_secrets(self) -> None:
        """They reach one step of all, by its environment."""
        for path in WORKFLOWS:
            text = path.read_text(encoding="utf-8")
            assert len(re.findall(r"\bsecrets\.", text)) == (2 if path == SEND else 0)
        last = jobs(SEND)["kirim"]["steps"][-1]
        assert last["run"] == ".ci/send-site"
        assert {name for name, value in last["env"].items() if "secrets." in value} == {
            "KUNCI_SSH",
            "KNOWN_HOSTS",
        }
        assert jobs(SEND)["kirim"]["environment"]["name"] == "hosting-kantor"

    def test_code_is_asked_about_first(self) -> None:
        """Before anything is built."""
        commands = [step["run"] for step in steps(SEND) if "run" in step]
        assert commands[0] == ".ci/refuse-untested"


class TestImport:
    """`import.yml`: an upload comes in as a file and leaves as a pull request."""

    def test_triggers(self) -> None:
        """A push to whatever branch, by someone who may write here; nothing a stranger can do."""
        assert read(IMPORT)["on"] == {"push": {"branches": ["**"]}}

    def test_no_upload_is_dropped(self) -> None:
        """A group lets one run wait: any later push would throw away the upload that does."""
        assert "concurrency" not in read(IMPORT)
        assert not [job for job in jobs(IMPORT).values() if "concurrency" in job]

    def test_what_the_forge_puts_in(self) -> None:
        """All of it by name: nothing that the one who uploads can write."""
        assert put_in(IMPORT) == [
            "!github.event.deleted",
            "runner.temp",
            "steps.impor.outputs.ubah",
        ]


class TestWithdraw:
    """`tarik.yml`: a button that hides a figure by way of a proposal."""

    def test_inputs(self) -> None:
        """All three are asked for, each explained in Indonesian, and none has a value to forget."""
        inputs = read(WITHDRAW)["on"]["workflow_dispatch"]["inputs"]
        assert list(inputs) == ["tahun", "kode", "alasan"]
        for given in inputs.values():
            assert given.keys() == {"description", "type", "required"}
            assert (given["type"], given["required"]) == ("string", "true")

    def test_what_the_forge_puts_in(self) -> None:
        """What is typed goes to one step, by its environment."""
        (step,) = (step for step in steps(WITHDRAW) if step.get("id") == "tarik")
        typed = {name: value for name, value in step["env"].items() if "inputs." in value}
        assert typed == {
            "TAHUN": "${{ inputs.tahun }}",
            "KODE": "${{ inputs.kode }}",
            "ALASAN": "${{ inputs.alasan }}",
        }
        assert put_in(WITHDRAW) == [
            "github.event.repository.default_branch",
            "inputs.alasan",
            "inputs.kode",
            "inputs.tahun",
            "runner.temp",
            "steps.tarik.outputs.ubah",
        ]


class TestPropose:
    """`usulkan.yml`: what was read by a job that may not write becomes a pull request."""

    @pytest.mark.parametrize(
        ("path", "reads", "title", "message", "branch"),
        [
            (
                IMPORT,
                "terima",
                "Realisasi dari berkas yang diunggah",
                "Impor realisasi dari berkas yang diunggah ke masuk/",
                "realisasi/masuk",
            ),
            (
                WITHDRAW,
                "tarik",
                "Tarik realisasi yang keliru",
                "Tarik realisasi yang keliru",
                "realisasi/tarik",
            ),
        ],
        ids=["import", "tarik"],
    )
    def test_who_reads_may_not_write(
        self, path: Path, reads: str, title: str, message: str, branch: str
    ) -> None:
        """The two jobs of each; what the second is given are words of this file."""
        assert list(jobs(path)) == [reads, "usulkan"]
        reader, writer = jobs(path).values()
        assert reader["permissions"] == {"contents": "read"}
        assert (writer["needs"], writer["uses"]) == (reads, CALL)
        assert writer["with"] == {"judul": title, "pesan": message, "cabang": branch}

    def test_who_writes_reads_the_patch_alone(self) -> None:
        """By a script of the default branch, and it starts by no event of its own."""
        assert set(read(PROPOSE)["on"]) == {"workflow_call"}
        assert [step.get("run") or step["uses"].partition("@")[0] for step in steps(PROPOSE)] == [
            "actions/checkout",
            "actions/download-artifact",
            ".ci/apply-patch",
            "peter-evans/create-pull-request",
            ".ci/tell-proposal",
        ]

    @pytest.mark.parametrize("path", [IMPORT, WITHDRAW], ids=lambda path: path.name)
    def test_handed_over(self, path: Path) -> None:
        """One folder, by one name, where the scripts of both jobs have it."""
        (up,) = (step for step in steps(path) if "path" in step.get("with", {}))
        (down,) = (step for step in steps(PROPOSE) if "path" in step.get("with", {}))
        assert up["with"]["path"] == down["with"]["path"] == f"${{{{ runner.temp }}}}/{HANDED}"
        assert up["with"]["name"] == down["with"]["name"]

    def test_proposal(self) -> None:
        """The caller's words, a branch of its own, and no more than what a proposal may change."""
        (step,) = (step for step in steps(PROPOSE) if step.get("id") == "usulan")
        given = dict(step["with"])
        assert given.pop("add-paths").split() == list(CHANGED)
        assert given == {
            "title": "${{ inputs.judul }}",
            "commit-message": "${{ inputs.pesan }}",
            "body-path": f"${{{{ runner.temp }}}}/{PROPOSAL}",
            "base": "${{ github.event.repository.default_branch }}",
            "branch": "${{ inputs.cabang }}-${{ github.run_id }}",
            "delete-branch": "true",
        }

    def test_what_the_forge_puts_in(self) -> None:
        """All of it by name: nothing that the one who uploads or presses can write."""
        assert put_in(PROPOSE) == [
            "!cancelled() && steps.terapkan.outcome == 'success'",
            "github.event.repository.default_branch",
            "github.run_id",
            "inputs.cabang",
            "inputs.judul",
            "inputs.pesan",
            "runner.temp",
            "steps.usulan.outputs.pull-request-url",
        ]
