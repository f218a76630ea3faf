"""What the budget's things are called and given, by their ids."""

from __future__ import annotations

import pytest

from renstra.plan.funding import allocated, label_of, name_of
from renstra.plan.plan import Plan


@pytest.mark.parametrize(
    ("kode", "name", "label", "amounts"),
    [
        ("pg-2", "Program Layanan", "Program Layanan", [10, None, 30]),
        ("ak-002", "Pengelolaan Keuangan", "2 Pengelolaan Keuangan", [200, 300, 0]),
        ("ak-001", "", "1", [300, 400, 500]),
        ("an-003", "Keuangan yang tertib", "Keuangan yang tertib", [None, 50, 0]),
    ],
)
def test_a_thing_of_the_budget(
    tiny: Plan, kode: str, name: str, label: str, amounts: list[int | None]
) -> None:
    assert name_of(tiny, kode) == name
    assert label_of(tiny, kode) == label
    assert list(allocated(tiny, kode).values()) == amounts


def test_what_is_not_funded(tiny: Plan) -> None:
    assert label_of(tiny, "an-999") == "an-999"
    for asked in (name_of, allocated):
        with pytest.raises(KeyError):
            asked(tiny, "an-999")
