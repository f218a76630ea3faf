"""What reorders text is refused wherever it may be typed."""

from __future__ import annotations

import re

import pytest

from renstra.dialect.document import parse_yaml
from renstra.sheet.cells import RawCell
from renstra.sheet.columns import Column
from renstra.sheet.values import InputError, read_cell
from tests.macros.test_hostile import CONTROLS


@pytest.mark.parametrize("character", CONTROLS, ids=lambda one: f"U+{ord(one):04X}")
def test_what_reorders_text_is_refused_in_a_file_and_in_a_workbook(character: str) -> None:
    named = f"karakter tak tampak U\\+{ord(character):04X} ditemukan"
    raw = f"nama: ab\nisi: a{character}b\n".encode()

    document, problems = parse_yaml(raw, "data/x.yml")

    assert document is None
    assert [(problem.path, problem.line) for problem in problems] == [("data/x.yml", 2)]
    assert re.match(named, problems[0].message)
    with pytest.raises(InputError, match=named):
        read_cell(RawCell(f"a{character}b", "text"), Column("Analisis", "", 20, "teks"))
