"""What the forge remembers of earlier runs: which commit is published, which code passed the suite.

The deployments are asked for through the runs that made them. The list of deployments itself bears
the commit that the branch stood at: the button that publishes an older commit again leaves one that
names a commit never shown, and perhaps failed, and so does a job that found itself overtaken.

Standard library only, see `renstra.forge.telling`.
"""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias
from urllib.parse import urlencode

Ask: TypeAlias = Callable[[str, Mapping[str, str]], Any]
"""What the forge says of a path below the repository, with parameters; `OSError` for nothing."""

WORKFLOW = "check.yml"
SENDING = "kirim.yml"
"""The button that sends the site to the office's own hosting."""

BRANCH = "main"

SITE = "Terbitkan situs"
"""The step that publishes a commit as it is, once all of it passed."""

REPORTS = "Terbitkan laporan lebih dahulu"
"""The step that publishes a commit's reports with the code that was published before."""

SENT = "Kirim situs yang lulus"
"""The step of that button which does so."""

MEMORY = "uji-lengkap-"
"""An artifact of this name and a digest of code is left where the suite passed on that code."""

_RUNS = 30
_TIMEOUT = 30


def ask_forge(env: Mapping[str, str]) -> Ask:
    """The forge of the run, asked with the token of the job."""
    root = f"{env['GITHUB_API_URL']}/repos/{env['GITHUB_REPOSITORY']}"
    headers = {
        "Accept": "application/vnd.github+json",
        "Authorization": f"Bearer {env['GITHUB_TOKEN']}",
    }

    def ask(path: str, parameters: Mapping[str, str]) -> Any:
        request = urllib.request.Request(  # noqa: S310 - the forge's own address
            f"{root}/{path}?{urlencode(parameters)}", headers=headers
        )
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
            try:
                return json.load(answer)
            except ValueError as error:
                raise OSError(f"no JSON at {path}") from error

    return ask


def published_commits(ask: Ask, *, steps: tuple[str, ...] = (SITE,)) -> Iterator[str]:
    """The commits of the main branch that were published by one of the steps, the newest first.

    Of the last thirty pushes, running ones among them: the reports may be out while the suite runs.
    """
    yield from _done(ask, WORKFLOW, "push", steps)


def sent_commits(ask: Ask) -> Iterator[str]:
    """The commits of the main branch that were sent to the office's own hosting, newest first."""
    yield from _done(ask, SENDING, "workflow_dispatch", (SENT,))


def _done(ask: Ask, workflow: str, event: str, steps: tuple[str, ...]) -> Iterator[str]:
    found = ask(
        f"actions/workflows/{workflow}/runs",
        {"branch": BRANCH, "event": event, "per_page": str(_RUNS)},
    )
    for run in found["workflow_runs"]:
        # Every attempt: what a run published stays published where it is repeated.
        jobs = ask(f"actions/runs/{run['id']}/jobs", {"filter": "all", "per_page": "100"})["jobs"]
        done = {
            step["name"]
            for job in jobs
            for step in job.get("steps") or []
            if step["conclusion"] == "success"
        }
        if done & set(steps) and is_commit(run["head_sha"]):
            yield run["head_sha"]


def suite_passed(ask: Ask, code: str) -> bool:
    """Whether a run of this repository, and not of somebody's copy, tells that the code passed."""
    found = ask("actions/artifacts", {"name": f"{MEMORY}{code}", "per_page": "100"})
    return any(
        not artifact["expired"]
        and run["head_repository_id"] == run["repository_id"]
        and artifact["name"] == f"{MEMORY}{code}"
        for artifact in found["artifacts"]
        if (run := artifact["workflow_run"])
    )


def is_commit(text: str) -> bool:
    """Whether a text is the whole hash of a commit, and so nothing else to git."""
    return re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", text) is not None
