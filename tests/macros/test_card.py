"""The drawing of a card: every word within its margins, and the same bytes again."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from macros.sharing import card
from macros.sharing.card import HEIGHT, MARGIN, PANEL, STRIP, WIDTH, Card, draw
from tests.macros.hostile import MARKUP

PLAIN = Card(
    kind="indikator",
    title="Indikator",
    figure="5 indikator",
    caption="target, realisasi dan status tiap tahun",
    plan="Rencana Strategis 2031–2033",
    office="Kantor Contoh Kota Rekaan",
    made_up=False,
)
EMPTY = replace(PLAIN, title="", figure="", caption="", plan="", office="")
LONG = "Sekretariat Komisi Pemilihan Umum Daerah Khusus Kepulauan Rekaan Raya " * 5
UNBROKEN = "Penyelenggaraanpemilihankepaladaerah" * 10
STRANGE = (
    MARKUP,
    "😀 🏛️ kantor",
    "مكتب \N{RIGHT-TO-LEFT OVERRIDE}rotnak",
    "e\N{COMBINING ACUTE ACCENT}" * 200,
    "選挙管理委員会 " * 40,
    "\N{ZERO WIDTH JOINER}\N{SOFT HYPHEN}",
    "\x00\x07",
    "  ",
)
"""Names that nobody has, and that an office's data may hold all the same."""


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def ink(item: Card) -> list[tuple[int, int, int, int]]:
    """The boxes around what is drawn on the strip, the middle and the panel of a card."""
    drawn = opened(draw(item)).convert("RGB")
    blank = opened(draw(replace(EMPTY, made_up=item.made_up))).convert("RGB")
    heights = [STRIP if item.made_up else 0, HEIGHT - PANEL, HEIGHT]
    found = []
    for top, foot in pairwise(heights):
        area = (0, top, WIDTH, foot)
        box = ImageChops.difference(drawn.crop(area), blank.crop(area)).getbbox()
        if box:
            found.append((box[0], box[1] + top, box[2], box[3] + top))
    return found


def test_a_card_is_a_small_png_of_few_colours_without_a_clock() -> None:
    content = draw(replace(PLAIN, made_up=True))
    image = opened(content)

    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
    assert len(image.getcolors() or []) <= 12
    assert image.info == {}
    assert len(content) <= 25_000


def test_the_same_words_give_the_same_bytes() -> None:
    first = draw(PLAIN)
    card._common.cache_clear()
    card._font.cache_clear()

    assert draw(PLAIN) == first
    assert draw(replace(PLAIN, office="Kantor lain")) != first
    assert draw(PLAIN) == first


def test_made_up_figures_are_said_on_a_strip_of_the_banner_s_colour() -> None:
    plain, made_up = (opened(draw(item)) for item in (PLAIN, replace(PLAIN, made_up=True)))

    assert made_up.convert("RGB").getpixel((5, 5)) == (0xFF, 0xD5, 0x4F)
    assert plain.convert("RGB").getpixel((5, 5)) == (0x7A, 0x1F, 0x2B)


@pytest.mark.parametrize("made_up", [False, True])
@pytest.mark.parametrize("words", [LONG, UNBROKEN, *STRANGE])
def test_any_words_stay_within_the_margins(words: str, made_up: bool) -> None:
    item = replace(
        PLAIN, title=words, figure=words, caption=words, plan=words, office=words, made_up=made_up
    )

    boxes = ink(item)

    for left, top, right, foot in boxes:
        assert left >= MARGIN
        assert right <= WIDTH - MARGIN
        assert foot <= HEIGHT - PANEL - 1 or top >= HEIGHT - PANEL + 1
    if made_up:  # the strip is whole
        strip = (0, 0, WIDTH, STRIP)
        blank = replace(EMPTY, made_up=True)
        assert opened(draw(item)).crop(strip).tobytes() == opened(draw(blank)).crop(strip).tobytes()


@pytest.mark.parametrize("words", [LONG, UNBROKEN])
def test_long_words_leave_room_above_and_below(words: str) -> None:
    (_, top, _, foot), (_, below, _, end) = ink(
        replace(PLAIN, figure=words, caption=words, office=words)
    )

    assert top > 20
    assert foot < HEIGHT - PANEL - 5
    assert below > HEIGHT - PANEL + 5
    assert end < HEIGHT - 5


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        ("Kantor Contoh Kota Rekaan", 52, 1),
        ("Kantor Contoh Pemilihan Kabupaten Rekaan", 52, 1),
        ("Kantor Contoh Pemilihan Umum Kabupaten Rekaan Utara", 40, 1),
        (LONG[:90], 40, 2),
        (LONG, 30, 3),
    ],
)
def test_a_long_name_shrinks_then_wraps_then_ends(text: str, size: int, lines: int) -> None:
    fitted = card._fitted(text, card._OFFICE, card._BOLD, card._RED_ON_WHITE)

    assert (fitted.size, len(fitted.lines)) == (size, lines)
    assert " ".join(fitted.lines).startswith(text[:30])
    assert fitted.lines[-1].endswith("…") == (text == LONG)


def test_an_amount_is_not_torn_from_its_word() -> None:
    amount = "Rp76,73\N{NO-BREAK SPACE}miliar"

    lines = card._wrapped(f"{'x' * 35} {amount}", card._BOLD, 52)

    assert list(lines) == ["x" * 35, amount]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (
            PLAIN,
            "Indikator: 5 indikator – target, realisasi dan status tiap tahun. "
            "Rencana Strategis 2031–2033, Kantor Contoh Kota Rekaan.",
        ),
        (
            replace(PLAIN, figure="", made_up=True),
            "CONTOH · semua realisasi dibuat-buat untuk mencoba. "
            "Indikator: target, realisasi dan status tiap tahun. "
            "Rencana Strategis 2031–2033, Kantor Contoh Kota Rekaan.",
        ),
        (
            replace(PLAIN, figure="", caption=""),
            "Indikator. Rencana Strategis 2031–2033, Kantor Contoh Kota Rekaan.",
        ),
    ],
)
def test_who_does_not_see_a_card_is_told_its_words(item: Card, said: str) -> None:
    assert item.alt == said


def test_its_font_has_the_signs_of_an_office_s_words() -> None:
    missing = bytes(card._font(card._BOLD, 40).getmask("\uffff"))
    for weight in (card._BOLD, card._PLAIN):
        for sign in "ABCXYZabcxyz0123456789éÉüñ–—·…%’“”/().,-&°":
            assert bytes(card._font(weight, 40).getmask(sign)) != missing, sign


def test_its_letters_come_with_the_project_and_with_their_licence() -> None:
    folder = Path(card.__file__).parent / "fonts"

    assert sorted(file.name for file in folder.iterdir()) == [
        "OFL.txt",
        "lato-bold.woff",
        "lato-normal.woff",
    ]
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert folder == card._FONTS
