"""JSON: sorted, indented, and exact."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from renstra.export.jsontext import json_bytes


def test_a_document_is_written_whole() -> None:
    value = {
        "nama": 'Kata "kutip" – <b>\n',
        "daftar": [1, Decimal("87.50"), Decimal("0.1") * 3, None, True, {}],
        "kosong": [],
        2032: {"b": date(2032, 1, 31), "a": Decimal(-0)},
    }

    assert json_bytes(value).decode() == (
        "{\n"
        '  "2032": {\n'
        '    "a": 0,\n'
        '    "b": "2032-01-31"\n'
        "  },\n"
        '  "daftar": [\n'
        "    1,\n"
        "    87.5,\n"
        "    0.3,\n"
        "    null,\n"
        "    true,\n"
        "    {}\n"
        "  ],\n"
        '  "kosong": [],\n'
        '  "nama": "Kata \\"kutip\\" – <b>\\n"\n'
        "}\n"
    )


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.decimals(allow_nan=False, allow_infinity=False, places=6),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    max_leaves=20,
)


@given(VALUES)
def test_any_value_is_read_back_exactly(value: Any) -> None:
    content = json_bytes(value)

    assert json.loads(content, parse_float=Decimal) == value
    assert content.endswith(b"\n")
