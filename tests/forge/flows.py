"""The workflows as written: their jobs and steps, and which of them run when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.forge.expressions import Value, evaluate, has_state, truth

ROOT = Path(__file__).parent.parent.parent
GITHUB = ROOT / ".github"
FOLDER = GITHUB / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
CHECK = FOLDER / "check.yml"
GATE = FOLDER / "gate.yml"
IMPORT = FOLDER / "import.yml"
PROPOSE = FOLDER / "usulkan.yml"
RESTORE = FOLDER / "pulihkan.yml"
SEND = FOLDER / "kirim.yml"
WITHDRAW = FOLDER / "tarik.yml"


@cache
def read(path: Path) -> dict[str, Any]:
    """A workflow with every scalar as text, so that `on` is no boolean; not to be changed."""
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


def needs(job: Mapping[str, Any]) -> list[str]:
    """The jobs that a job names in `needs`."""
    named = job.get("needs", [])
    return [named] if isinstance(named, str) else named


def ancestors(all_jobs: Mapping[str, Any], name: str) -> set[str]:
    """Every job before a job, however far."""
    found: set[str] = set()
    for other in needs(all_jobs[name]):
        found |= {other} | ancestors(all_jobs, other)
    return found


def runs(condition: str, names: Mapping[str, Value]) -> bool:
    """Whether a job or step runs, by its condition; without a function of state it is success."""
    if not condition:
        return truth(names["success()"])
    if not has_state(condition):
        return truth(names["success()"]) and truth(evaluate(condition, names))
    return truth(evaluate(condition, names))


def played(
    path: Path,
    context: Mapping[str, Value],
    ends: Mapping[str, str],
    outputs: Mapping[str, str],
    *,
    cancelled: bool = False,
) -> dict[str, str]:
    """How each job ends: as `ends` says if it runs, else skipped, or cancelled with the whole run.

    What a job hands on (`outputs`, as `keputusan.suite`) is there only where the job succeeded.
    """
    all_jobs = jobs(path)
    results: dict[str, str] = {}
    while len(results) < len(all_jobs):
        name = next(
            job
            for job, body in all_jobs.items()
            if job not in results and set(needs(body)) <= set(results)
        )
        before = {results[other] for other in ancestors(all_jobs, name)}
        names: dict[str, Value] = dict(context)
        for other in needs(all_jobs[name]):
            names[f"needs.{other}.result"] = results[other]
        for output, value in outputs.items():
            job = output.partition(".")[0]
            there = job in needs(all_jobs[name]) and results[job] == "success"
            names[f"needs.{job}.outputs.{output.partition('.')[2]}"] = value if there else None
        names |= {
            # A job skipped anywhere before counts against it: as the forge does it.
            "success()": before <= {"success"} and not cancelled,
            "failure()": "failure" in before,
            "cancelled()": cancelled,
            "always()": True,
        }
        if runs(all_jobs[name].get("if", ""), names):
            results[name] = ends[name]
        else:
            results[name] = "cancelled" if cancelled else "skipped"
    return results


def steps_that_run(job: Mapping[str, Any], names: Mapping[str, Value]) -> list[str]:
    """The names of the steps that run in a job in which all goes well."""
    state = {"success()": True, "failure()": False, "cancelled()": False, "always()": True}
    return [step["name"] for step in job["steps"] if runs(step.get("if", ""), state | dict(names))]
