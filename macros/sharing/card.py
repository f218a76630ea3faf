"""The drawing of a card: a picture of 1200 by 630 that other sites show beside a link.

It knows words and no plan. One ramp of palette colours, from the office's red to white, holds every
smooth edge, so that a card is a PNG of twelve colours and under 25 kB.
"""

from __future__ import annotations

import functools
import io
import zlib
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from macros.frame import links
from renstra.dialect.format import NBSP

if TYPE_CHECKING:
    from PIL import Image, ImageFont

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
PANEL = 178
"""The height of the white panel that names the office and the plan."""

STRIP = 72
"""The height of the strip that says that figures are made up."""

WARNING = "CONTOH · semua realisasi dibuat-buat untuk mencoba"

# The palette of docs/assets/stylesheets/situs.css: the header's red, and the banner of made-up
# figures.
_RED, _WHITE = (0x7A, 0x1F, 0x2B), (0xFF, 0xFF, 0xFF)
_YELLOW, _BLACK = (0xFF, 0xD5, 0x4F), (0x1C, 0x1B, 0x1F)
_STEPS, _FEW = 8, 4

# Lato (SIL Open Font License): Pillow's own font has neither accents nor a dash, and one weight.
_FONTS = Path(__file__).parent / "fonts"
_BOLD, _PLAIN = "lato-bold.woff", "lato-normal.woff"
_MEASURE = 100
"""The size that text is measured at: a font of another size costs as much as a card to load."""

_GAP = 16
"""The room between the title and the figure, whose letters nearly fill their line."""

_LINE = 1.2
"""The distance of lines in sizes of their font, which is what its letters take from top to foot."""

Sizes = Sequence[tuple[int, int]]
"""The sizes to try for a text, each with the number of lines that it may then take."""

_STRIP: Sizes = ((40, 1),)
_TITLE: Sizes = ((54, 1), (44, 1))
_FIGURE: Sizes = ((140, 1), (112, 1), (84, 2), (56, 3))
_CAPTION: Sizes = ((48, 1), (44, 1), (40, 2))
_PLAN: Sizes = ((40, 1), (30, 1))
_OFFICE: Sizes = ((52, 1), (44, 1), (40, 2), (30, 3))


@dataclass(frozen=True)
class Card:
    """What the card of one kind of page says."""

    kind: str
    """The name of its file."""

    title: str
    """What the pages are."""

    figure: str
    """One telling figure, the largest words; where it is empty, the title is."""

    caption: str
    """What the figure counts."""

    plan: str
    office: str
    made_up: bool

    @property
    def place(self) -> str:
        """Its address from the root of the site."""
        return links.kartu(self.kind)

    @property
    def alt(self) -> str:
        """What it says, for who does not see it."""
        warning = f"{WARNING}. " if self.made_up else ""
        said = " – ".join(filter(None, (self.figure, self.caption)))
        words = ": ".join(filter(None, (self.title, said)))
        return f"{warning}{words}. {self.plan}, {self.office}."


@dataclass(frozen=True)
class _Ink:
    """From which palette colour, how many steps away, a text is drawn."""

    ground: int
    steps: int

    @functools.cached_property
    def table(self) -> list[int]:
        """How much of a pixel is covered to its palette colour."""
        return [self.ground + round(covered * self.steps / 255) for covered in range(256)]


_WHITE_ON_RED = _Ink(0, _STEPS - 1)
_PINK_ON_RED = _Ink(0, _STEPS - 2)
_RED_ON_WHITE = _Ink(_STEPS - 1, 1 - _STEPS)
_BLACK_ON_YELLOW = _Ink(_STEPS, _FEW - 1)


@dataclass(frozen=True)
class _Text:
    """Lines of one size, weight and ink."""

    lines: Sequence[str]
    size: int
    weight: str
    ink: _Ink
    gap: int = 0
    """The room under it."""

    @property
    def height(self) -> int:
        return len(self.lines) * round(self.size * _LINE) + self.gap


def draw(card: Card) -> bytes:
    """The card as a PNG: the same bytes for the same words."""
    image = _common(card.plan, card.office, card.made_up).copy()
    title = _fitted(card.title, _TITLE, _BOLD, _PINK_ON_RED, _GAP)
    figure = _fitted(card.figure or card.title, _FIGURE, _BOLD, _WHITE_ON_RED)
    caption = _fitted(card.caption, _CAPTION, _PLAIN, _PINK_ON_RED)
    texts = [title, figure, caption] if card.figure else [figure, caption]
    _block(image, STRIP if card.made_up else 0, HEIGHT - PANEL, texts)
    image.putpalette([*_ramp(_RED, _WHITE, _STEPS), *_ramp(_YELLOW, _BLACK, _FEW)])
    found = io.BytesIO()
    # Large even areas: runs of one colour are all that there is to find, and soon found.
    image.save(found, "PNG", compress_type=zlib.Z_RLE)
    return found.getvalue()


@functools.lru_cache(1)
def _common(plan: str, office: str, made_up: bool) -> Image.Image:
    """What every card of a site shows."""
    from PIL import Image  # noqa: PLC0415 - only a site with an address has cards

    image = Image.new("L", (WIDTH, HEIGHT), 0)
    if made_up:
        image.paste(_STEPS, (0, 0, WIDTH, STRIP))
        _block(image, 0, STRIP, [_fitted(WARNING, _STRIP, _BOLD, _BLACK_ON_YELLOW)])
    image.paste(_STEPS - 1, (0, HEIGHT - PANEL, WIDTH, HEIGHT))
    names = [(plan, _PLAN, _PLAIN), (office, _OFFICE, _BOLD)]
    _block(image, HEIGHT - PANEL, HEIGHT, [_fitted(*name, _RED_ON_WHITE) for name in names])
    return image


def _ramp(start: Sequence[int], end: Sequence[int], steps: int) -> Iterator[int]:
    """The red, green and blue of so many colours from one to another."""
    for step in range(steps):
        for here, there in zip(start, end, strict=True):
            yield round(here + (there - here) * step / (steps - 1))


def _block(image: Image.Image, top: int, foot: int, texts: Sequence[_Text]) -> None:
    """Draw texts one under the other, in the middle between two heights."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - as above

    y = top + (foot - top - sum(text.height for text in texts)) // 2
    for text in texts:
        font = _font(text.weight, text.size)
        for line in text.lines:
            box = Image.new("L", (WIDTH - 2 * MARGIN, round(text.size * _LINE)), 0)
            ImageDraw.Draw(box).text((0, 0), line, 255, font)
            image.paste(box.point(text.ink.table), (MARGIN, y))
            y += box.height
        y += text.gap


def _fitted(text: str, sizes: Sizes, weight: str, ink: _Ink, gap: int = 0) -> _Text:
    """A text in the largest size that it fits in; cut off where it fits in none."""
    # Signs that are not seen but turn or join others have no place in a drawing.
    text = "".join(sign for sign in text if sign.isprintable() or sign == NBSP)
    for size, most in sizes:
        lines = list(islice(_wrapped(text, weight, size), most + 1))
        if len(lines) <= most:
            break
    else:
        lines = [*lines[: most - 1], _cut(lines[most - 1], weight, size)]
    return _Text(lines, size, weight, ink, gap)


def _wrapped(text: str, weight: str, size: int) -> Iterator[str]:
    """Lines that fit; a word that is longer than a line is broken."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if _fits(longer, weight, size):
            line = longer
            continue
        if line:
            yield line
        line = word
        while not _fits(line, weight, size):
            first = _start(line, weight, size)
            yield first
            line = line[len(first) :]
    if line:
        yield line


def _start(word: str, weight: str, size: int) -> str:
    """As much of a word as fits in a line, and one sign at least."""
    ends = range(1, len(word) + 1)
    return word[: max(1, bisect(ends, False, key=lambda n: not _fits(word[:n], weight, size)))]


def _cut(line: str, weight: str, size: int) -> str:
    """A line that says that something is left out."""
    while line and not _fits(f"{line}…", weight, size):
        line = line[:-1]
    return f"{line}…"


def _fits(text: str, weight: str, size: int) -> bool:
    """Whether a text is no wider than a line."""
    return _font(weight, _MEASURE).getlength(text) * size <= (WIDTH - 2 * MARGIN) * _MEASURE


@functools.cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont  # noqa: PLC0415 - as above

    # The other layout engine is not there everywhere.
    return ImageFont.truetype(_FONTS / weight, size, layout_engine=ImageFont.Layout.BASIC)
