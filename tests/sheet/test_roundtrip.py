"""Whatever staff type comes back exactly, and whatever they leave alone stays as it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renstra.dialect.document import read_yaml
from renstra.dialect.scalars import flaw
from renstra.plan.forms import expected_entries
from renstra.plan.plan import Plan
from renstra.reading.load import load_plan
from renstra.sheet.blank import blank_report
from renstra.sheet.columns import Column
from renstra.sheet.importing import check_import
from renstra.sheet.layout import as_text, make_layout, value_at
from renstra.sheet.origin import entries
from renstra.sheet.yaml_edits import changed_text, scalar
from tests.conftest import TINY
from tests.renstra.reports import without
from tests.sheet.books import REPORT, YEAR, filled, template

words = (
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
    .map(lambda text: text.replace("\ufeff", ""))
    .filter(lambda text: text != "" and text.upper() != "HAPUS" and flaw(text) is None)
)
texts = st.lists(words, min_size=1, max_size=4).map(" ".join)
numbers = st.decimals(0, 100, places=4, allow_nan=False).map(
    lambda number: Decimal(as_text(number))
)
dates = st.dates(date(2000, 1, 1), date(2060, 12, 31))

FREE = ("Triwulan", "Analisis", "Kendala", "Tindak", "Alasan", "Pagu", "Hibah", "Sumber: judul")
"""Columns that no rule binds to others."""


def values_of(column: Column, grades: list[str]) -> st.SearchStrategy[Any]:
    """Values that a column can hold."""
    match column.kind:
        case "teks" | "pilihan":
            return texts
        case "rupiah":
            return st.integers(0, 10**14)
        case "tanggal":
            return dates
    return st.sampled_from(grades) if grades else numbers


@st.composite
def edits(draw: st.DrawFn, plan: Plan) -> dict[tuple[str, str], Any]:
    """Some cells and what is typed there."""
    grades = {"predikat": ["AA", "CC", "D"], "opini": ["WTP", "TMP"]}
    places = [
        (row, column)
        for _, row, _, column in make_layout(plan, YEAR, example=False).places()
        if column.title.startswith(FREE)
    ]
    chosen = draw(
        st.lists(st.sampled_from(range(len(places))), min_size=1, max_size=8, unique=True)
    )
    found: dict[tuple[str, str], Any] = {}
    for number in chosen:
        row, column = places[number]
        of = grades.get(row.indikator.jenis, []) if row.indikator else []
        found[row.kode, column.title] = draw(values_of(column, of))
    return found


@pytest.fixture(scope="module")
def blank_book(tmp_path_factory: pytest.TempPathFactory, tiny: Plan) -> Iterator[bytes]:
    """The template of a blank report, in a folder that all examples share."""
    home = tmp_path_factory.mktemp("kantor")
    shutil.copytree(TINY, home, dirs_exist_ok=True)
    (home / "data" / "realisasi").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        REPORT.write_text(blank_report(tiny, YEAR), encoding="utf-8")
        yield template()


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_a_hundred_random_edits_come_back(
    blank_book: bytes, tiny: Plan, data: st.DataObject
) -> None:
    typed = data.draw(edits(tiny))
    REPORT.write_text(blank_report(tiny, YEAR), encoding="utf-8")
    cells = {
        place: float(value) if isinstance(value, Decimal) else value
        for place, value in typed.items()
    }

    content = filled(cells, blank_book)

    found = check_import(Path("data"), content, "isi.xlsx")

    assert found.problems == []
    assert found.write() is None
    known = entries(load_plan(Path("data")).realisasi[YEAR])
    for _, row, _, column in make_layout(tiny, YEAR, example=False).places():
        value = value_at(known.get((row.part, row.kode)), column.keys)
        assert value == typed.get((row.kode, column.title))
    again = check_import(Path("data"), content, "isi.xlsx")
    assert (again.problems, again.changes) == ([], [])


@given(value=st.one_of(texts, numbers, st.integers(0, 10**17), dates))
def test_a_value_is_read_as_it_was_written(
    value: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "nilai.yml"
    file.write_text(f"a: {scalar(value)}\nb: {{c: {scalar(value, flow=True)}, d: 1}}\n", "utf-8")

    document, problems = read_yaml(file.read_bytes, "nilai.yml")

    assert problems == []
    assert document is not None
    assert document.value == {"a": value, "b": {"c": value, "d": 1}}
    assert yaml.safe_load(file.read_text(encoding="utf-8"))["b"]["d"] == 1


@given(st.data())
def test_lines_of_other_entries_stay(tiny: Plan, data: st.DataObject) -> None:
    typed = data.draw(edits(tiny))
    lists = expected_entries(tiny, YEAR).values()
    absent = data.draw(st.sets(st.sampled_from([kode for codes in lists for kode in codes])))
    source = without(blank_report(tiny, YEAR), *absent)
    source = source.replace("    nilai:\n", "    nilai:   # ruang\n\n")
    places = {
        (row.part, row.kode, column.keys): typed[row.kode, column.title]
        for _, row, _, column in make_layout(tiny, YEAR, example=False).places()
        if (row.kode, column.title) in typed
    }

    text = changed_text(source, places, expected_entries(tiny, YEAR))

    touched = {kode for kode, _ in typed}
    assert [kode for kode, _ in _blocks(text)] == [
        kode
        for codes in lists
        for kode in codes
        if f"- kode: {kode}\n" in source or kode in touched
    ]
    old, new = (dict(_blocks(one)) for one in (source, text))
    assert {kode: block for kode, block in new.items() if kode not in touched} == {
        kode: block for kode, block in old.items() if kode not in touched
    }


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The text of each entry by its kode."""
    for block in text.split("  - kode: ")[1:]:
        kode, _, rest = block.partition("\n")
        lines = [line for line in rest.splitlines() if line.startswith("    ") or not line]
        yield kode, "\n".join(lines)
