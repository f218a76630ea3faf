"""Every condition of the workflows, walked over all that can happen: what runs and is published."""

from __future__ import annotations

from itertools import product

import pytest

from tests.forge import flows
from tests.forge.expressions import Value, evaluate
from tests.forge.flows import (
    CHECK,
    GATE,
    IMPORT,
    PROPOSE,
    RESTORE,
    SEND,
    WITHDRAW,
    WORKFLOWS,
    jobs,
    played,
    runs,
    steps,
    steps_that_run,
)

MAIN = "refs/heads/main"
ENDS = ("success", "failure", "cancelled")
CODE = "c" * 40


def context(event: str, ref: str = MAIN, *, pages: bool = True) -> dict[str, Value]:
    """What the forge knows of a run."""
    return {
        "github.event_name": event,
        "github.ref": ref,
        "vars.TANPA_PAGES": None if pages else "1",
    }


def green(results: dict[str, str], suite: str) -> Value:
    """What `lulus` comes to for the jobs before it: the expression that its only step is given."""
    (step,) = jobs(CHECK)["lulus"]["steps"]
    decided = suite if results["keputusan"] == "success" else None
    names: dict[str, Value] = {f"needs.{job}.result": end for job, end in results.items()}
    return evaluate(step["env"]["LULUS"], names | {"needs.keputusan.outputs.suite": decided})


class TestCheck:
    """`check.yml`: decision, gate, suite, verdict, publication."""

    @pytest.mark.parametrize("pages", [True, False], ids=["pages", "no pages"])
    @pytest.mark.parametrize("event", ["pull_request", "push"])
    def test_every_branch(self, event: str, pages: bool) -> None:
        """Each job runs exactly when it should, whatever the jobs before it came to."""
        ref = MAIN if event == "push" else "refs/pull/7/merge"
        given = context(event, ref, pages=pages)
        publishes = event == "push" and pages
        ways = product(ENDS, ENDS, ENDS, ENDS, ("true", "false", ""), ("", CODE), (False, True))
        for decided, gate, suite, laporan, needed, kode, stopped in ways:
            ends = {
                "keputusan": decided,
                "gate": gate,
                "suite": suite,
                "laporan": laporan,
                "terbitkan": "success",
                "terbitkan-laporan": "success",
            }
            outputs = {"keputusan.suite": needed, "keputusan.kode": kode}
            # First without a verdict, which follows from how the jobs before it end.
            before = played(CHECK, given, ends | {"lulus": "x"}, outputs, cancelled=stopped)
            assert before["lulus"] == "x"
            verdict = "success" if green(before, needed) is True else "failure"
            found = played(CHECK, given, ends | {"lulus": verdict}, outputs, cancelled=stopped)

            went = not stopped and decided == gate == "success"
            tested = went and needed == "true"
            assert found["suite"] == (suite if tested else "cancelled" if stopped else "skipped")
            passed = found["keputusan"] == found["gate"] == "success" and (
                (tested and suite == "success") or (not stopped and needed == "false")
            )
            assert (verdict == "success") == passed
            assert (found["terbitkan"] == "success") == (passed and publishes)
            first = publishes and not stopped and decided == "success" and bool(kode)
            assert (found["laporan"] in ENDS and not stopped) == first
            assert (found["terbitkan-laporan"] == "success") == (first and laporan == "success")

    def test_a_decision_that_never_came_is_red(self) -> None:
        """Neither a text that is no answer nor none at all passes for a decision."""
        ended = {"keputusan": "success", "gate": "success", "suite": "skipped"}
        assert [green(ended, said) for said in ("false", "true", "", "False ", "0")] == [
            True,
            False,
            False,
            False,
            False,
        ]

    def test_without_a_state_nothing_would_be_published(self) -> None:
        """The trap that the condition spells out: a skipped suite skips all that comes after."""
        condition = jobs(CHECK)["terbitkan"]["if"]
        names: dict[str, Value] = context("push") | {
            "needs.gate.result": "success",
            "needs.lulus.result": "success",
            "success()": False,
            "cancelled()": False,
        }
        assert runs(condition, names)
        shorter = condition.replace("!cancelled() && ", "")
        assert shorter != condition
        assert not runs(shorter, names)

    @pytest.mark.parametrize("ref", ["refs/heads/lain", "refs/tags/main"])
    def test_only_main_is_published(self, ref: str) -> None:
        """Though only pushes to main start it."""
        ends = dict.fromkeys(jobs(CHECK), "success")
        outputs = {"keputusan.suite": "false", "keputusan.kode": CODE}
        found = played(CHECK, context("push", ref), ends, outputs)
        assert {name for name, end in found.items() if end == "skipped"} == {
            "suite",
            "terbitkan",
            "laporan",
            "terbitkan-laporan",
        }

    @pytest.mark.parametrize("job", ["terbitkan", "terbitkan-laporan"])
    def test_overtaken(self, job: str) -> None:
        """Nothing is published where something newer is."""
        body = jobs(CHECK)[job]
        deploy = body["steps"][-1]["name"]
        assert deploy in steps_that_run(body, {"steps.urutan.outputs.terbit": "true"})
        for said in ("false", None):
            assert deploy not in steps_that_run(body, {"steps.urutan.outputs.terbit": said})

    def test_memory(self) -> None:
        """That the code passed is noted last, and never where a step failed."""
        body = jobs(CHECK)["suite"]
        well = {"steps.uji.outcome": "success"}
        assert steps_that_run(body, well)[-1] == body["steps"][-1]["name"]
        failed: dict[str, Value] = {
            "success()": False,
            "failure()": True,
            "steps.uji.outcome": "failure",
        }
        assert [step["name"] for step in body["steps"] if runs(step.get("if", ""), failed)] == [
            "Ringkas uji yang gagal"
        ]


class TestGate:
    """`gate.yml`: one gate, or the other, and the same folder."""

    @pytest.mark.parametrize("event", ["pull_request", "push", "workflow_dispatch"])
    @pytest.mark.parametrize("kode", ["", CODE])
    @pytest.mark.parametrize("commit", ["", CODE])
    @pytest.mark.parametrize("pages", [True, False])
    def test_every_branch(self, event: str, kode: str, commit: str, pages: bool) -> None:
        """What is published is made by `make terbit`; all else passes `make gate`."""
        names: dict[str, Value] = {
            "github.event_name": event,
            "inputs.kode": kode,
            "inputs.commit": commit,
            "inputs.halaman": pages,
        }
        body = jobs(GATE)["gate"]
        ran = steps_that_run(body, names)
        by_name = {step["name"]: step for step in body["steps"]}
        made = [by_name[name].get("run", "") for name in ran]
        assert [line for line in made if line.startswith(("make terbit", "make gate"))] == [
            'make terbit ALAMAT="$ALAMAT"' if pages else "make gate"
        ]
        kept = [by_name[name]["uses"].partition("@")[0] for name in ran if "uses" in by_name[name]]
        last = "upload-pages-artifact" if pages else "upload-artifact"
        asked = ["actions/configure-pages"] if pages else []
        assert kept == ["actions/checkout", "actions/setup-python", *asked, f"actions/{last}"]
        assert (".ci/use-code" in made) == bool(kode)
        assert (".ci/find-base" in made) == (not commit)
        assert (".ci/compare-summary" in made) == (event == "pull_request")


class TestImport:
    """`import.yml`: from an upload to a proposal."""

    @pytest.mark.parametrize("deleted", [True, False])
    @pytest.mark.parametrize("read", ENDS)
    @pytest.mark.parametrize("changed", ["true", "false", ""])
    def test_every_branch(self, deleted: bool, read: str, changed: str) -> None:
        """A proposal is opened where the reading went well and something changed."""
        ends = {"terima": read, "usulkan": "success"}
        given: dict[str, Value] = {"github.event.deleted": deleted}
        found = played(IMPORT, given, ends, {"terima.ubah": changed})
        went = not deleted and read == "success"
        assert found["terima"] == ("skipped" if deleted else read)
        assert (found["usulkan"] == "success") == (went and changed == "true")

    def test_nothing_came(self) -> None:
        """Nothing is installed, nothing handed over."""
        names: dict[str, Value] = {
            "steps.cari.outputs.ada": "false",
            "steps.impor.outputs.ubah": None,
        }
        assert steps_that_run(jobs(IMPORT)["terima"], names) == [
            "Ambil isi repositori beserta riwayatnya",
            "Cari berkas baru di masuk/",
        ]

    @pytest.mark.parametrize(("changed", "last"), [("true", True), ("false", False), (None, False)])
    def test_handed_over(self, changed: str | None, last: bool) -> None:
        """What changed is, and only that."""
        body = jobs(IMPORT)["terima"]
        names: dict[str, Value] = {
            "steps.cari.outputs.ada": "true",
            "steps.impor.outputs.ubah": changed,
        }
        assert (body["steps"][-1]["name"] in steps_that_run(body, names)) is last

    @pytest.mark.parametrize(("judged", "told"), [("success", True), ("failure", False)])
    def test_told(self, judged: str, told: bool) -> None:
        """Whether the proposal could be opened is told where the patch was in order."""
        condition = jobs(PROPOSE)["usulkan"]["steps"][-1]["if"]
        names: dict[str, Value] = {"cancelled()": False, "steps.terapkan.outcome": judged}
        assert runs(condition, names | {"success()": False}) is told
        assert not runs(condition, names | {"cancelled()": True})


class TestButtons:
    """`pulihkan.yml`, `kirim.yml`, `tarik.yml`: nothing from another branch than main."""

    @pytest.mark.parametrize("ref", [MAIN, "refs/heads/lain", "refs/tags/v1"])
    @pytest.mark.parametrize(("chosen", "gate"), list(product(ENDS, ENDS)))
    def test_restore(self, ref: str, chosen: str, gate: str) -> None:
        """Chosen, judged, published: each only after the one before."""
        ends = {"pilih": chosen, "gate": gate, "terbitkan": "success"}
        found = played(RESTORE, context("workflow_dispatch", ref), ends, {"pilih.commit": CODE})
        well = ref == MAIN and chosen == "success"
        assert (found["gate"] in ENDS) == well
        assert (found["terbitkan"] == "success") == (well and gate == "success")

    @pytest.mark.parametrize("ref", [MAIN, "refs/heads/lain"])
    def test_send(self, ref: str) -> None:
        """The code is asked about before anything is built, the key comes last."""
        ends = {"kirim": "success"}
        found = played(SEND, context("workflow_dispatch", ref), ends, {})
        assert found == {"kirim": "success" if ref == MAIN else "skipped"}

    @pytest.mark.parametrize("ref", [MAIN, "refs/heads/lain"])
    @pytest.mark.parametrize("withdrawn", ENDS)
    def test_withdraw(self, ref: str, withdrawn: str) -> None:
        """A proposal is opened where the figure could be withdrawn."""
        ends = {"tarik": withdrawn, "usulkan": "success"}
        given = context("workflow_dispatch", ref)
        found = played(WITHDRAW, given, ends, {"tarik.ubah": "true"})
        assert (found["tarik"] in ENDS) == (ref == MAIN)
        assert (found["usulkan"] == "success") == (ref == MAIN and withdrawn == "success")


def test_every_condition_is_walked() -> None:
    """A workflow that is not played above has no condition."""
    named = {CHECK, GATE, IMPORT, PROPOSE, RESTORE, SEND, WITHDRAW}
    for path in set(WORKFLOWS) - named:
        assert not [part for part in [*jobs(path).values(), *steps(path)] if "if" in part]


class TestReading:
    """The reader of expressions itself."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("a == 'x'", True),
            ("a == 'X'", True),
            ("a != 'x'", False),
            ("none == ''", True),
            ("none != ''", False),
            ("!none", True),
            ("!yes", False),
            ("yes || a == 'y' && no", True),
            ("(yes || a == 'y') && no", False),
            ("${{ no || a }}", "x"),
            ("yes && a", "x"),
            ("a == 'it''s'", False),
            ("yes == 'true'", False),
            ("no\n&& yes", False),
        ],
    )
    def test_value(self, text: str, value: Value) -> None:
        """Precedence, brackets, capitals, and what `&&` and `||` give back."""
        names: dict[str, Value] = {"a": "x", "none": None, "yes": True, "no": False}
        assert evaluate(text, names) == value

    @pytest.mark.parametrize("text", ["a ~ b", "a ==", "(a", "a b", "unknown", "contains(a, 'x')"])
    def test_unknown(self, text: str) -> None:
        """What it cannot read it does not guess."""
        with pytest.raises((ValueError, KeyError, AssertionError, IndexError)):
            evaluate(text, {"a": "x", "b": "y"})

    def test_skipped_before(self) -> None:
        """A job after a skipped one is skipped, as the forge does it."""
        ends = dict.fromkeys(jobs(RESTORE), "success")
        found = flows.played(RESTORE, context("workflow_dispatch", "x"), ends, {"pilih.commit": ""})
        assert set(found.values()) == {"skipped"}
