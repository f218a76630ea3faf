"""Numbers and dates as a reader of Indonesian writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from renstra.dialect.format import (
    NBSP,
    billions,
    day,
    entered,
    number,
    percent,
    plain,
    rupiah_short,
    span,
)
from renstra.dialect.typed import MONTHS


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (None, 0, ""),
        (0, 0, "0"),
        (999, 0, "999"),
        (1000, 0, "1.000"),
        (2273454, 0, "2.273.454"),
        (-2273454, 0, "-2.273.454"),
        (Decimal("0.5"), 0, "1"),
        (Decimal("1.5"), 0, "2"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("-2.5"), 0, "-3"),
        (Decimal("2.4999"), 0, "2"),
        (Decimal("87.5"), 2, "87,50"),
        (Decimal("0.125"), 2, "0,13"),
        (Decimal("1234.005"), 2, "1.234,01"),
        (Decimal("999.995"), 2, "1.000,00"),
    ],
)
def test_number(value: Decimal | int | None, places: int, text: str) -> None:
    assert number(value, places) == text


@pytest.mark.parametrize(
    ("value", "all_of_it", "shortly"),
    [
        ("97.0625", "97,0625", "97,06"),
        ("1234.50", "1.234,5", "1.234,5"),
        ("140", "140", "140"),
        ("1E+3", "1.000", "1.000"),
    ],
)
def test_what_was_typed_is_shown_whole_and_a_value_shortly(
    value: str, all_of_it: str, shortly: str
) -> None:
    assert (entered(Decimal(value)), plain(Decimal(value))) == (all_of_it, shortly)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (Decimal(0), f"0,00{NBSP}%"),
        (Decimal("33.705"), f"33,71{NBSP}%"),
        (Decimal(200) / 3, f"66,67{NBSP}%"),
        (Decimal("1234.5"), f"1.234,50{NBSP}%"),
    ],
)
def test_percent(value: Decimal | None, text: str) -> None:
    assert percent(value) == text


@pytest.mark.parametrize(
    ("thousands", "text"),
    [
        (None, ""),
        (0, "Rp0"),
        (1, "Rp1.000"),
        (999, "Rp999.000"),
        (1000, f"Rp1,0{NBSP}juta"),
        (4600, f"Rp4,6{NBSP}juta"),
        (76730991, f"Rp76,73{NBSP}miliar"),
        (1_000_000_000, f"Rp1,00{NBSP}triliun"),
        (1_005_000, f"Rp1,01{NBSP}miliar"),
    ],
)
def test_rupiah_short(thousands: int | None, text: str) -> None:
    assert rupiah_short(thousands) == text


@pytest.mark.parametrize(
    ("thousands", "text"),
    [(0, "0,0"), (49_999, "0,0"), (50_000, "0,1"), (17919068, "17,9"), (1_234_567_890, "1.234,6")],
)
def test_billions(thousands: int, text: str) -> None:
    assert billions(thousands) == text


def test_day() -> None:
    assert day(date(2020, 7, 24)) == f"24{NBSP}Juli{NBSP}2020"
    assert [day(date(2031, month, 1)).split(NBSP)[1] for month in range(1, 13)] == list(MONTHS)


def test_span() -> None:
    assert span([2031, 2032, 2033]) == "2031–2033"
