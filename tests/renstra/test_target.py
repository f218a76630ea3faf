"""What a printed target cell means, by the kind that its indicator declares."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from renstra.model.target import CellError, Rupa, read_target
from renstra.model.terms import SCALES, Jenis

PERSEN = ("%", "")
BADAN = ("",)
PERKARA = ("perkara",)
KALI = ("kali", "Kali")


@pytest.mark.parametrize(
    ("cell", "tanda", "value"),
    [
        ("23.617", BADAN, "23617"),
        ("1.234.567", BADAN, "1234567"),
        ("972", BADAN, "972"),
        ("-5", BADAN, "-5"),
        ("-1.500,25", BADAN, "-1500.25"),
        ("0,950", BADAN, "0.950"),
        ("87,5 %", PERSEN, "87.5"),
        ("100%", PERSEN, "100"),
        ("95", PERSEN, "95"),
        ("0 %", PERSEN, "0"),
        ("0 perkara", PERKARA, "0"),
        ("8 kali", KALI, "8"),
        ("10 Kali", KALI, "10"),
    ],
)
def test_number(cell: str, tanda: Sequence[str], value: str) -> None:
    target = read_target(2031, cell, "angka", tanda)

    assert (target.rupa, target.nilai, target.peringkat) == ("angka", Decimal(value), None)
    assert target.tercetak == cell
    assert target.nol == (Decimal(value) == 0)


@pytest.mark.parametrize("jenis", ["angka", "predikat", "opini"])
@pytest.mark.parametrize(
    ("cell", "rupa"),
    [("", "kosong"), (" ", "kosong"), ("-", "strip"), ("–", "strip"), ("—", "strip")],
    ids=["empty", "space", "hyphen", "en dash", "em dash"],
)
def test_no_value(cell: str, rupa: Rupa, jenis: Jenis) -> None:
    target = read_target(2031, cell, jenis, PERSEN)

    assert (target.rupa, target.nilai, target.peringkat) == (rupa, None, None)
    assert not target.nol


@pytest.mark.parametrize(
    ("jenis", "grade"),
    [(jenis, grade) for jenis, scale in SCALES.items() for step in scale for grade in step],
)
def test_grade(jenis: Jenis, grade: str) -> None:
    target = read_target(2031, grade, jenis, ())

    assert (target.rupa, target.nilai, target.peringkat) == ("peringkat", None, grade)


@pytest.mark.parametrize(
    ("cell", "jenis", "tanda", "message"),
    [
        pytest.param(
            "87.5 %",
            "angka",
            PERSEN,
            'ditemukan "87.5 %", seharusnya bilangan seperti 23.617 atau 87,5 '
            'dengan satuan "%" atau tanpa satuan, "-" atau ""',
            id="a dot before decimals",
        ),
        pytest.param(
            "8 x",
            "angka",
            KALI,
            'ditemukan "8 x", seharusnya bilangan seperti 23.617 atau 87,5 '
            'dengan satuan "kali" atau "Kali", "-" atau ""',
            id="another unit",
        ),
        pytest.param(
            "12 orang",
            "angka",
            BADAN,
            'ditemukan "12 orang", seharusnya bilangan seperti 23.617 atau 87,5 '
            'tanpa satuan, "-" atau ""',
            id="a unit where none is written",
        ),
        pytest.param(
            "A+",
            "predikat",
            (),
            'ditemukan "A+", seharusnya AA, A, BB, B, CC, C, D, "-" atau ""',
            id="a grade off the scale",
        ),
        pytest.param(
            "wtp",
            "opini",
            (),
            'ditemukan "wtp", seharusnya WTP, WDP, TW, TMP, "-" atau ""',
            id="an opinion in small letters",
        ),
        pytest.param(
            "75%",
            "predikat",
            (),
            'ditemukan "75%", seharusnya AA, A, BB, B, CC, C, D, "-" atau ""',
            id="a number where a grade is due",
        ),
    ],
)
def test_refuses(cell: str, jenis: Jenis, tanda: Sequence[str], message: str) -> None:
    with pytest.raises(CellError) as caught:
        read_target(2031, cell, jenis, tanda)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    "cell",
    ["0.950", "01.234", "1.23", "1.2345", "1,234.5", "1 2", "--1", "+1", "1,", ",5", "5%%", "١٢"],
)
def test_refuses_what_is_no_indonesian_number(cell: str) -> None:
    with pytest.raises(CellError, match="seharusnya bilangan"):
        read_target(2031, cell, "angka", PERSEN)


@pytest.mark.parametrize("jenis", ["angka", "predikat"])
def test_a_cell_of_any_length_is_refused_in_a_line_that_can_be_read(jenis: Jenis) -> None:
    with pytest.raises(CellError) as caught:
        read_target(2031, "0" * 40_000 + "x", jenis, PERSEN)

    assert len(str(caught.value)) < 200
