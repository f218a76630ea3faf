"""The real funding tables, held against the decree and against the target table they belong to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from renstra.load import load_plan
from renstra.model.anggaran import ProgramAnggaran

PLAN = load_plan(Path(__file__).parent.parent / "data", "data")
OBJECTIVES = {s.id: s for kegiatan in PLAN.kegiatan.values() for s in kegiatan.sasaran}
LINES = {line.baris.id: line.baris for line in PLAN.pendanaan}


def test_every_objective_has_exactly_one_funding_line_in_the_same_order() -> None:
    assert [line.sasaran for line in LINES.values() if line.sasaran] == list(OBJECTIVES)


def test_three_funding_lines_have_a_code_of_their_own_and_no_objective() -> None:
    unjoined = {
        name: re.findall(r"\((\d{4}\.\d{3})\)$", line.nama)
        for name, line in LINES.items()
        if line.sasaran is None
    }

    assert unjoined == {"an-005": ["3355.003"], "an-006": ["3355.007"], "an-007": ["3355.994"]}


# The two tables name these differently, in more than letters and signs.
OTHER_NAMES = {
    "an-040": (
        "Terwujudnya penyelenggaraan Pemilu/ Pemilihan sesuai jadwal",
        "Terwujudnya penyelenggaraan Pemilu/ Pemilihan sesuai jadwal penyelenggaraan Pemilu/ "
        "Pemilihan sesuai dengan jadwal",
    ),
}


@pytest.mark.parametrize("name", [name for name, line in LINES.items() if line.sasaran])
def test_a_joined_line_has_the_name_of_its_objective(name: str) -> None:
    line = LINES[name]
    names = (line.nama, OBJECTIVES[line.sasaran or ""].nama)

    if name in OTHER_NAMES:
        assert names == OTHER_NAMES[name]
    else:
        here, there = (re.sub(r"\W", "", text.casefold()) for text in names)
        assert here == there


@pytest.mark.parametrize("program", PLAN.anggaran_kegiatan.program, ids=lambda p: str(p.program))
class TestFundingOfProgramme:
    """Table IV.3, one programme."""

    def test_numbers_run_from_1(self, program: ProgramAnggaran) -> None:
        numbers = [kegiatan.nomor for kegiatan in program.kegiatan]

        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]

    def test_only_number_1_has_no_name_and_repeats_table_iv_2(
        self, program: ProgramAnggaran
    ) -> None:
        repeated = [(k.nomor, k.nama, k.mengulang) for k in program.kegiatan if k.mengulang]
        nameless = [k.nomor for k in program.kegiatan if not k.nama]

        assert repeated == [("1", "", "tabel-iv-2")]
        assert nameless == ["1"]

    def test_the_first_line_is_the_row_of_table_iv_2(self, program: ProgramAnggaran) -> None:
        (row,) = [row for row in PLAN.anggaran_program.baris if row.program == program.program]

        assert program.kegiatan[0].baris[0].pagu == row.pagu
