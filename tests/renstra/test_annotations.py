"""Workflow commands: whatever a message holds, it stays one command at one place."""

from __future__ import annotations

import pytest

from renstra.dialect.problem import Problem
from renstra.forge.annotations import workflow_commands


@pytest.mark.parametrize(
    ("problem", "command"),
    [
        pytest.param(
            Problem("data/a.yml", 3, "indikator ik-001: target", "pesan"),
            "::error file=data/a.yml,line=3::indikator ik-001: target: pesan",
            id="place and message",
        ),
        pytest.param(
            Problem("data/a.yml", 1, "", "pesan"),
            "::error file=data/a.yml,line=1::pesan",
            id="a message without a place",
        ),
        pytest.param(
            Problem("data/a.yml", 1, "", '"87,5 %" atau 100%25'),
            '::error file=data/a.yml,line=1::"87,5 %25" atau 100%2525',
            id="per cent signs",
        ),
        pytest.param(
            Problem("data/a.yml", 1, "", "satu\r\n::warning::dua"),
            "::error file=data/a.yml,line=1::satu%0D%0A::warning::dua",
            id="line ends, which would start another command",
        ),
        pytest.param(
            Problem("data/a,line=9:b%\n.yml", 1, "", "pesan"),
            "::error file=data/a%2Cline=9%3Ab%25%0A.yml,line=1::pesan",
            id="commas and colons, which would end the file's name",
        ),
    ],
)
def test_command(problem: Problem, command: str) -> None:
    assert list(workflow_commands([problem])) == [command]


def test_one_command_a_problem_in_their_order() -> None:
    problems = [Problem("b.yml", 2, "", "dua"), Problem("a.yml", 1, "", "satu")]

    assert list(workflow_commands(problems)) == [
        "::error file=b.yml,line=2::dua",
        "::error file=a.yml,line=1::satu",
    ]
