"""The map of the site tells when what a page shows last changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.adapter.modified import last_changes
from macros.frame.site import Site
from renstra.past.timeline import history
from renstra.reading.load import load_plan
from tests.macros.test_timeline import edit
from tests.renstra.test_history import commit, run


@pytest.mark.usefixtures("project")
def test_each_page_of_a_thing_has_the_day_of_its_own_last_change() -> None:
    run("init", "-q", "-b", "main")
    commit("2031-02-03")
    edit('2033: "100%"', '2033: "95%"')
    commit("2032-05-06")

    found = last_changes(
        Site(load_plan(Path("data"), "data"), None, "", "", timeline=history(Path("data")))
    )

    first, second = date(2031, 2, 3), date(2032, 5, 6)
    assert found["kegiatan/kg-001/"] == found["program/pg-1/"] == second
    assert found["kegiatan/kg-002/"] == first
    indicators = {page: day for page, day in found.items() if page.startswith("indikator/")}
    assert [page for page, day in indicators.items() if day == second] == ["indikator/ik-001/"]
    assert set(indicators.values()) == {first, second}


def test_without_history_no_page_has_a_day_of_its_own(site: Site) -> None:
    assert last_changes(site) == {}
