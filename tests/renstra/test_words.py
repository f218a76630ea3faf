"""What is found and what is expected, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from renstra.dialect.wording import closest, describe, explain, nearest, unknown_id


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nilai kosong"),
        (True, "true"),
        (False, "false"),
        (12, "bilangan 12"),
        (Decimal("1.5"), "bilangan 1.5"),
        (date(2031, 2, 3), "tanggal 2031-02-03"),
        ([1], "daftar"),
        ({"a": 1}, "kumpulan kunci"),
        ("kata", 'teks "kata"'),
        ("", 'teks ""'),
        ("x" * 60, f'teks "{"x" * 60}"'),
        ("x" * 61, f'teks "{"x" * 59}…"'),
    ],
)
def test_describe(value: object, words: str) -> None:
    assert describe(value) == words


def test_nearest_asks_after_a_name_that_is_like_it() -> None:
    assert nearest("nma", ["nomor", "nama"]) == "; apakah maksudnya nama?"
    assert nearest("xyz", ["nomor", "nama"]) == ""
    assert nearest(2031, ["nomor", "nama"]) == ""


def test_closest_does_not_compare_endless_text() -> None:
    assert closest("nama" * 100_000, ["nama" * 15]) == "nama" * 15


@pytest.mark.parametrize(
    ("name", "known", "message"),
    [
        ("sa-009", ["sa-001", "sa-002"], "sa-009 tidak dikenal; periksa nomornya"),
        ("sa_002", ["sa-001", "sa-002"], "sa_002 tidak dikenal; apakah maksudnya sa-002?"),
        ("kilo", ["persen", "kali"], "kilo tidak dikenal; periksa ejaannya"),
        ("persen", [], "persen tidak dikenal; periksa ejaannya"),
    ],
)
def test_unknown_id(name: str, known: list[str], message: str) -> None:
    assert unknown_id(name, known) == message


TEXT_OR_LIST = 'ditemukan daftar, seharusnya teks; bila yang dimaksud strip, beri tanda kutip: "-"'


@pytest.mark.parametrize(
    ("kind", "value", "context", "message"),
    [
        ("missing", {}, {}, "tidak ada; wajib diisi"),
        ("union_tag_not_found", None, {}, "tidak ada; wajib diisi"),
        ("string_type", 12, {}, 'ditemukan bilangan 12, seharusnya teks; beri tanda kutip: "12"'),
        ("string_type", True, {}, 'ditemukan true, seharusnya teks; beri tanda kutip: "true"'),
        ("string_type", None, {}, "ditemukan nilai kosong, seharusnya teks"),
        ("string_type", [None], {}, TEXT_OR_LIST),
        (
            "int_type",
            "seribu",
            {},
            'ditemukan teks "seribu", seharusnya bilangan bulat tanpa titik atau koma, '
            "seperti 23617",
        ),
        (
            "int_type",
            "12",
            {},
            'ditemukan teks "12", seharusnya bilangan tanpa tanda kutip: 12',
        ),
        (
            "list_type",
            {},
            {},
            'ditemukan kumpulan kunci, seharusnya daftar: baris-baris yang berawalan "- "',
        ),
        (
            "model_type",
            [],
            {},
            'ditemukan daftar, seharusnya kunci-kunci menurut skema, seperti "nama: …"',
        ),
        (
            "date_type",
            2031,
            {},
            "ditemukan bilangan 2031, seharusnya tanggal seperti 2020-07-24, tanpa tanda kutip",
        ),
        (
            "literal_error",
            "naek",
            {"expected": "'naik', 'turun' or 'tetap'"},
            'ditemukan teks "naek", seharusnya salah satu dari naik, turun, tetap; '
            "apakah maksudnya naik?",
        ),
        (
            "string_pattern_mismatch",
            "kg-1",
            {"pattern": r"^kg-(?:\d{3}|[1-9]\d{3,})$"},
            'ditemukan teks "kg-1", seharusnya berpola seperti kg-001',
        ),
        ("string_too_short", "", {}, "ditemukan teks kosong; isi"),
        ("too_short", [], {}, "ditemukan daftar kosong; isi sekurangnya satu butir"),
        ("greater_than_equal", -1, {"ge": 0}, "ditemukan bilangan -1, seharusnya paling kecil 0"),
        ("less_than_equal", 9, {"le": 5}, "ditemukan bilangan 9, seharusnya paling besar 5"),
    ],
)
def test_explain(kind: str, value: object, context: Mapping[str, Any], message: str) -> None:
    assert explain(kind, value, context) == message
