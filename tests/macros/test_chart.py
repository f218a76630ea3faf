"""The geometry of the charts: what stands where, and nothing outside the drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.charts import geometry as chart
from renstra.model.base import Known
from renstra.model.indikator import Indikator
from renstra.results.targeting import is_targeted

UNITS = {"persen": ("%", ""), "badan": ("",)}
UNTARGETED = {"arti": "tidak_ditargetkan", "alasan": "Tidak diterangkan."}


def indikator(cells: Sequence[str], **fields: Any) -> Indikator:
    """A number in per cent with these cells, from 2031 on; `fields` say otherwise."""
    years = tuple(range(2031, 2031 + len(cells)))
    entry: dict[str, Any] = {
        "id": "ik-001",
        "nama": "Contoh",
        "jenis": "angka",
        "satuan": "persen",
        "arah": "naik",
        "tingkat": "satker",
        "rentang": {"min": "tanpa_batas", "maks": "tanpa_batas"},
        "target": dict(zip(years, cells, strict=True)),
    }
    entry = {key: value for key, value in {**entry, **fields}.items() if value is not None}
    return Indikator.model_validate(entry, context=Known(years, UNITS))


@pytest.mark.parametrize(
    ("cells", "runs"),
    [
        (["10%", "20%", "30%"], [[2031, 2032, 2033]]),
        (["10%", "20%", "-", "30%", "40%"], [[2031, 2032], [2034, 2035]]),
        (["10%", "20%", "", "30%", "40%"], [[2031, 2032], [2034, 2035]]),
        (["-", "10%", "20%", ""], [[2032, 2033]]),
        (["10%", "-", "20%"], []),
        (["10%", "20%", "-", "30%"], [[2031, 2032]]),
    ],
    ids=["whole", "dash", "empty", "edges", "points alone", "a point alone"],
)
def test_a_gap_in_the_years_is_a_gap_in_the_line(cells: list[str], runs: list[list[int]]) -> None:
    path = chart.target_path(indikator(cells))

    assert path
    assert [[point.tahun for point in run] for run in path.segments] == runs
    assert [point.label for point in path.points] == [cell for cell in cells if "%" in cell]
    assert [year for _, year in path.years] == list(range(2031, 2031 + len(cells)))


@pytest.mark.parametrize(
    ("cells", "runs"),
    [
        (["0", "10%", "20%"], [[2032, 2033]]),
        (["10%", "20%", "0", "30%", "40%"], [[2031, 2032], [2034, 2035]]),
        (["10%", "0", "20%"], []),
    ],
)
def test_a_zero_that_is_no_target_stands_off_the_line(
    cells: list[str], runs: list[list[int]]
) -> None:
    path = chart.target_path(indikator(cells, makna_nol=UNTARGETED))

    assert path
    assert [[point.tahun for point in run] for run in path.segments] == runs
    assert [point.label for point in path.points if not point.targeted] == ["0"]


def test_a_true_zero_is_on_the_line() -> None:
    falling = indikator(
        ["20%", "0%"], arah="turun", makna_nol={"arti": "nol_sejati", "alasan": "Tidak ada."}
    )

    path = chart.target_path(falling)

    assert path
    assert [[point.tahun for point in run] for run in path.segments] == [[2031, 2032]]


@pytest.mark.parametrize(
    "flat",
    [
        indikator(["50%", "50%", "50%"]),
        indikator(["50%", "-", "50%"]),
        indikator(["0", "50%", "50%"], makna_nol=UNTARGETED),
        indikator(["-", "", "50%"]),
        indikator(["-", "", "-"]),
        indikator(["B", "BB", "A"], jenis="predikat", satuan=None, rentang=None),
        indikator(["WDP", "WTP", "WTP"], jenis="opini", satuan=None, rentang=None),
    ],
    ids=["flat", "flat with a dash", "flat but for no target", "one", "none", "grade", "opinion"],
)
def test_no_path_where_there_is_none_to_see(flat: Indikator) -> None:
    assert chart.target_path(flat) is None


def test_a_path_is_drawn_to_scale() -> None:
    assert chart.target_path(indikator(["0", "50%", "100%"], makna_nol=UNTARGETED)) == (
        chart.TargetPath(
            points=[
                chart.Point(30.0, 120.0, 2031, "0", targeted=False),
                chart.Point(180.0, 75.0, 2032, "50%", targeted=True),
                chart.Point(330.0, 30.0, 2033, "100%", targeted=True),
            ],
            years=[(30.0, 2031), (180.0, 2032), (330.0, 2033)],
        )
    )


@given(st.lists(st.integers(-200, 2000), min_size=2, max_size=8), st.sampled_from(list(UNITS)))
def test_a_path_stays_inside_the_drawing(values: list[int], satuan: str) -> None:
    cells = [f"{value:,}".replace(",", ".") for value in values]
    zero = UNTARGETED if 0 in values else None

    path = chart.target_path(indikator(cells, satuan=satuan, makna_nol=zero))

    for point in path.points if path else ():
        assert 0 < point.x < chart.WIDTH
        assert chart.PATH_TOP <= point.y <= chart.PATH_BOTTOM
    if path:
        by_value = sorted(zip(values, (point.y for point in path.points), strict=True))
        assert [y for _, y in by_value] == sorted((y for _, y in by_value), reverse=True)


@pytest.mark.parametrize(
    ("cell", "targeted"), [("5%", True), ("-", False), ("", False), ("0", False)]
)
def test_is_targeted(cell: str, targeted: bool) -> None:
    entry = indikator([cell, "50%"], makna_nol=UNTARGETED if cell == "0" else None)

    assert is_targeted(entry, entry.targets[0]) is targeted


def test_a_grade_and_a_true_zero_are_targets() -> None:
    grade = indikator(["B"], jenis="predikat", satuan=None, rentang=None)
    zero = indikator(["0"], arah="turun", makna_nol={"arti": "nol_sejati", "alasan": "Nol."})

    assert is_targeted(grade, grade.targets[0])
    assert is_targeted(zero, zero.targets[0])


def test_grouped_bars() -> None:
    bars, years = chart.grouped_bars([{2031: 100, 2032: None}, {2031: 50, 2032: 0}], [2031, 2032])

    assert years == [(90.0, 2031), (270.0, 2032)]
    assert bars == [
        chart.Bar(56.0, 24.0, 32.0, 146.0, 100, 0),
        chart.Bar(90.0, 97.0, 32.0, 73.0, 50, 1),
        chart.Bar(270.0, 170.0, 32.0, 0.0, 0, 1),
    ]


amounts = st.none() | st.integers(0, 10**12)


@given(st.data(), st.integers(1, 6), st.integers(1, 4))
def test_grouped_bars_are_proportional_and_inside(
    data: st.DataObject, years: int, series: int
) -> None:
    row = st.fixed_dictionaries({2031 + year: amounts for year in range(years)})
    rows: list[Mapping[int, int | None]] = data.draw(
        st.lists(row, min_size=series, max_size=series)
    )
    most = max((amount or 0 for row in rows for amount in row.values()), default=0)

    bars, _ = chart.grouped_bars(rows, range(2031, 2031 + years))

    assert len(bars) == sum(amount is not None for row in rows for amount in row.values())
    for bar in bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= chart.WIDTH
        assert bar.width > 0
        assert bar.y >= chart.BARS_TOP
        assert bar.y + bar.height == pytest.approx(chart.BARS_BOTTOM)
        whole = chart.BARS_BOTTOM - chart.BARS_TOP
        assert bar.height == pytest.approx(bar.amount / (most or 1) * whole, abs=0.06)
    for left in bars:
        for right in bars:
            assert left is right or abs(left.x - right.x) >= left.width


def test_named_bars() -> None:
    long = "Penyelenggaraan kegiatan yang namanya tidak cukup ditulis dalam satu baris saja"

    assert chart.named_bars([(long, 200), ("Pendek", 50), ("Kosong", None)], 200) == (
        [
            chart.NamedBar(
                [
                    "Penyelenggaraan kegiatan yang namanya tidak cukup",
                    "ditulis dalam satu baris saja",
                ],
                16.0, 36.0, 260.0, 200,
            ),
            chart.NamedBar(["Pendek"], 72.0, 78.0, 65.0, 50),
            chart.NamedBar(["Kosong"], 114.0, 120.0, 0.0, None),
        ],
        144.0,
    )  # fmt: skip


@given(st.lists(st.tuples(st.text("ab ", max_size=200), amounts), min_size=1, max_size=10))
def test_named_bars_are_proportional_and_inside(rows: list[tuple[str, int | None]]) -> None:
    most = max(amount or 0 for _, amount in rows)
    bars, height = chart.named_bars(rows, most)

    assert [bar.amount for bar in bars] == [amount for _, amount in rows]
    previous = 0.0
    for bar, (name, amount) in zip(bars, rows, strict=True):
        assert "".join(bar.lines).replace(" ", "") == name.replace(" ", "")
        assert previous < bar.y < bar.bar_y < height
        assert bar.width == pytest.approx((amount or 0) / (most or 1) * 260, abs=0.06)
        previous = bar.bar_y
