"""What stands out where figures are read side by side, as whole sentences."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from renstra.checks.observed import PERIHAL, jumps, observations, observed_on
from renstra.plan.plan import Plan
from renstra.reading.load import load
from renstra.reading.trees import Files, Folder
from tests.conftest import TINY

TARGET, MONEY, NOTES = "target/kg-002.yml", "anggaran/kegiatan.yml", "catatan.yml"
PROGRAM = "anggaran/program.yml"


NO_ZERO = (
    "makna_nol:\n          arti: nol_sejati\n"
    "          alasan: Nol berarti tidak ada perkara.\n        ",
    "",
)
TOTAL = "2032: 1900\n    2033: 530\n  jumlah: 2740"


def plan_with(edits: Mapping[str, tuple[tuple[str, str], ...]]) -> Plan:
    """The tiny plan with words of its files replaced, and without its notes on what changes."""
    folder = Folder(TINY / "data", "data")
    files = {name: folder.read(name) for name in folder.names()}
    for name, pairs in edits.items():
        text = files[name].decode()
        for before, after in pairs:
            assert text.count(before) == 1, before
            text = text.replace(before, after)
        files[name] = text.encode()
    return load(Files(files, "data"))


def told(plan: Plan) -> list[str]:
    return [f"{item.perihal} {item.di} {item.tahun}: {item.kalimat}" for item in observations(plan)]


REPEATED = (
    "Tabel I.3 memuat sasaran ini di nomor 1, yang mengulang jumlah seluruh program; anggaran "
    "sasaran ini sendiri tidak disebut."
)


def test_money_beside_targets(tiny: Plan) -> None:
    assert told(tiny) == [
        f"target-tanpa-uang sa-001 (2031, 2032, 2033): {REPEATED}",
        "target-tanpa-uang sa-002 (2031, 2033): Tabel I.3 tidak memuat angka untuk sasaran ini "
        "pada 2031 dan 2033.",
        "target-tanpa-uang sa-003 (2032,): Untuk 2032, Tabel I.3 tidak memuat rincian Program II.",
    ]


def test_a_path_that_jumps() -> None:
    plan = plan_with(
        {
            TARGET: (
                ('2031: "2 perkara"', '2031: "4 perkara"'),
                ('2032: "1 perkara"', '2032: "45 perkara"'),
                ('2033: "0 perkara"', '2033: "46 perkara"'),
                NO_ZERO,
                ('2031: "-"', '2031: "12.340"'),
            )
        }
    )

    assert [line for line in told(plan) if "ik-" in line] == [
        'loncatan-target ik-004 (2031, 2032): Target 2032 ("45 perkara") sekitar 11 kali target '
        '2031 ("4 perkara").',
        'loncatan-target ik-005 (2031, 2032): Target 2032 ("1.234") sekitar 1/10 dari target 2031 '
        '("12.340").',
    ]
    assert [item.di for item in observed_on(plan, ["ik-005", "sa-002"])] == ["sa-002", "ik-005"]


def test_money_without_a_target() -> None:
    plan = plan_with(
        {
            TARGET: (
                ('2033: "0 perkara"', '2033: "-"'),
                NO_ZERO,
            ),
            MONEY: (("2031: 10\n              2032:\n", "2031: 10\n              2032: 1500\n"),),
            PROGRAM: (
                ("2031: 10\n      2032:\n", "2031: 10\n      2032: 1500\n"),
                ("jumlah: 40", "jumlah: 1540"),
                ("2032: 400\n    2033: 530\n  jumlah: 1240", TOTAL),
            ),
        }
    )

    assert [line for line in told(plan) if "sa-003" in line] == [
        "uang-tanpa-target sa-003 (2033,): Tabel I.3 memuat Rp30.000 pada 2033 untuk sasaran ini; "
        "target tahun itu nol, strip atau kosong.",
    ]


def test_money_nowhere() -> None:
    # A year whose cells are all empty has no sum that could differ.
    sums = "beda 100 ribu rupiah; beda {}00 ribu rupiah{}"
    plan = plan_with(
        {
            NOTES: (
                (
                    sums.format(1, "; beda 500 ribu rupiah"),
                    "beda 100 ribu rupiah; beda 150 ribu rupiah",
                ),
                ("      - pg-1:2032\n      - pg-1:2033\n", "      - pg-1:2032\n"),
            ),
            MONEY: (
                (
                    "2031:\n              2032: 50\n              2033: 0",
                    "2031:\n              2032:\n              2033:",
                ),
            ),
        }
    )

    assert [line for line in told(plan) if "sa-002" in line] == [
        "target-tanpa-uang sa-002 (2031, 2032, 2033): Di Tabel I.3 sel anggaran sasaran ini "
        "kosong di semua tahun; itu tidak berarti tidak ada anggaran.",
    ]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        pytest.param([1, 10], [(0, 1)], id="tenfold"),
        pytest.param([1, 9], [], id="less than tenfold"),
        pytest.param([10, 1], [(0, 1)], id="a tenth"),
        pytest.param([0, 5, 0], [], id="nothing is so many times zero"),
        pytest.param([1, None, 500], [], id="a year without a value parts what it stands between"),
    ],
)
def test_a_jump_is_tenfold_up_or_down(
    values: list[int | None], found: list[tuple[int, int]]
) -> None:
    years = {year: None if v is None else Decimal(v) for year, v in enumerate(values)}

    assert [(before, year) for before, year, *_ in jumps(years)] == found


def test_each_subject_is_said_in_a_sentence() -> None:
    assert all(sentence.endswith(".") for sentence in PERIHAL.values())
