"""What is made of a plan is made once, whoever asks: pages, open data, search, checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros.adapter import opening
from macros.adapter.downloads import downloads
from macros.pages.things import generated_pages
from macros.search.index import things
from renstra.checks import registry
from renstra.plan import thread
from renstra.results import year
from renstra.results.rules import judge
from tests.macros.test_site import settings
from tests.renstra.reports import SUMBER
from tests.renstra.test_history import commit, run


class Counting:
    """Calls by what was called and with what."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.calls = Counter[str]()

    def of(self, function: Callable[..., Any], name: Callable[..., str]) -> Callable[..., Any]:
        """The function, each call of which counts under a name."""

        def counted(*arguments: Any, **named: Any) -> Any:
            self.calls[name(*arguments)] += 1
            return function(*arguments, **named)

        return counted


def test_a_site_makes_everything_of_its_plan_once(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init", "-q", "-b", "main")
    commit("2032-02-03", {"ik-002": "nilai: B\n    status_data: final" + SUMBER})
    counting = Counting()
    checks = [
        replace(check, run=counting.of(check.run, lambda _, name=check.name: f"check {name}"))
        for check in registry.CHECKS
    ]
    monkeypatch.setattr(registry, "CHECKS", checks)
    judged = counting.of(judge, lambda indikator, target, _: f"{indikator.id} {target.tahun}")
    monkeypatch.setattr(year, "judge", judged)
    built = counting.of(thread.build_thread, lambda _: "thread")
    monkeypatch.setattr(thread, "build_thread", built)
    for name in ("versions", "timeline"):
        function = getattr(opening, name)
        monkeypatch.setattr(opening, name, counting.of(function, lambda _, name=name: name))

    site = opening.open_site(settings(project))
    assert list(generated_pages(site))
    assert downloads(site)
    assert list(things(site))

    expected = [f"check {check.name}" for check in checks]
    expected += [f"{kode} {tahun}" for kode in site.plan.kedudukan for tahun in site.plan.tahun]
    expected += ["thread", "versions", "timeline"]
    assert counting.calls == Counter(expected)
