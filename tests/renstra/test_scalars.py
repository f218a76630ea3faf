"""The dialect of scalars: what is read, and what could be read two ways and so is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renstra.dialect.scalars import ScalarError, flaw, resolve


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-0", 0),
        ("23617", 23617),
        ("-5", -5),
        ("999999999999999999", 999999999999999999),
        ("87.5", Decimal("87.5")),
        ("-0.25", Decimal("-0.25")),
        ("1.2340", Decimal("1.2340")),
        ("0.1", Decimal("0.1")),
        ("2031-02-03", date(2031, 2, 3)),
        ("87,5", "87,5"),
        ("87,5 %", "87,5 %"),
        ("95%", "95%"),
        ("-", "-"),
        ("1.2.3", "1.2.3"),
        ("2031-2033", "2031-2033"),
        ("TRUE story", "TRUE story"),
        ("nol", "nol"),
    ],
)
def test_reads_plain(text: str, value: object) -> None:
    found = resolve(text, plain=True)

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text", ["", "no", "~", "23.617", "010", "12:30", "2031-02-03", "baris\nbaru"]
)
def test_quoted_is_always_text(text: str) -> None:
    assert resolve(text, plain=False) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "23.617",
            "bilangan 23.617 bermakna ganda; tulis 23617 bila titiknya pemisah ribuan, "
            '23.6170 bila titiknya pemisah desimal, atau "23.617" bila teks',
        ),
        (
            "+1.234",
            "bilangan +1.234 bermakna ganda; tulis 1234 bila titiknya pemisah ribuan, "
            '1.2340 bila titiknya pemisah desimal, atau "+1.234" bila teks',
        ),
        (
            "1.234.567",
            "bilangan 1.234.567 bermakna ganda; tulis 1234567 bila titiknya pemisah ribuan, "
            'atau "1.234.567" bila teks',
        ),
        (
            "0.125",
            "bilangan 0.125 bermakna ganda; tulis 0.1250 bila titiknya pemisah desimal, "
            'atau "0.125" bila teks',
        ),
        (
            "No",
            'kata No bermakna ganda; tulis true atau false bila ya atau tidak, atau "No" bila teks',
        ),
        (
            "Null",
            "kata Null bermakna ganda; kosongkan bila tidak ada nilainya, "
            'atau tulis "Null" bila teks',
        ),
        (
            "010",
            "bentuk bilangan 010 tidak dipakai di sini; tulis seperti 23617 atau 87.5, "
            'atau "010" bila teks',
        ),
        (
            "2031-02-30",
            "tanggal 2031-02-30 tidak ada di kalender atau salah bentuk; "
            'tulis seperti 2020-07-24, atau "2031-02-30" bila teks',
        ),
        ("satu\u200bdua", "karakter tak tampak U+200B ditemukan; hapus"),
    ],
)
def test_refuses_plain(text: str, message: str) -> None:
    with pytest.raises(ScalarError) as caught:
        resolve(text, plain=True)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    "text",
    # What YAML 1.1 reads as something else than it looks like, and forms only programs use.
    [
        "yes",
        "Yes",
        "on",
        "off",
        "y",
        "N",
        "True",
        "FALSE",
        "~",
        "NULL",
        "0o17",
        "0x1F",
        "0b1",
        "1_000",
        "1e3",
        ".5",
        "5.",
        "+5",
        "12:30",
        "1:2:3",
        ".inf",
        "-.INF",
        ".nan",
        "1234567890123456789",
        "010.01",
        "2031-2-3",
        "2031-02-03T10:00:00",
    ],
)
def test_refuses_plain_form(text: str) -> None:
    with pytest.raises(ScalarError, match=r"; (tulis|kosongkan)"):
        resolve(text, plain=True)


def test_refuses_an_unseen_character_in_quotes_too() -> None:
    with pytest.raises(ScalarError, match=r"U\+001B"):
        resolve("merah \x1b[31m", plain=False)


def test_digits_of_other_scripts_are_no_number() -> None:
    with pytest.raises(ScalarError, match="bentuk bilangan ١٢ tidak dipakai di sini"):
        resolve("١٢", plain=True)


def test_a_space_is_seen_and_a_soft_hyphen_is_not() -> None:
    assert flaw("a b\u00a0c") is None
    assert flaw("per\u00adkara") == "karakter tak tampak U+00AD ditemukan; hapus"


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        value = resolve(text, plain=True)
    except ScalarError:
        return
    assert value is None or isinstance(value, str | int | Decimal | date)
