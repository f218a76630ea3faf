"""Workbooks as an attacker or an accident makes them: parts spoilt, swollen, doubled or missing."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.sheet.books import members, packed

SHEET = "xl/worksheets/sheet2.xml"
Spoil = Callable[[bytes], bytes]

TEXTS = (
    *("", " ", "=1+1", "0" * 40_000, "NaN", "1e999", "-0", "9" * 400, "Rp 1.234.567.000"),
    *("\u202eabc", "p\u0435rsen", "a\u200bb", "_x0041_", "<b>&amp;", "HAPUS", "../../etc/passwd"),
    *("31/1/24", "0001-01-01", "9999-12-31", "\U0001f600", "a\u0301", "DITARIK", "'; --"),
)
NUMBERS = (b"1e308", b"-1e308", b"NaN", b"inf", b"", b"0.875", b"1" * 300, b"-0", b"1e-320", b"x")


def with_part(name: str, content: bytes = b"x") -> Spoil:
    """A workbook with one more part."""
    return lambda book: packed(members(book) | {name: content})


def with_text(name: str, old: bytes, new: bytes) -> Spoil:
    """A workbook with a stretch of one part replaced."""

    def change(book: bytes) -> bytes:
        parts = members(book)
        assert old in parts[name]
        return packed(parts | {name: parts[name].replace(old, new, 1)})

    return change


def comment_part(attributes: str) -> Spoil:
    """A workbook with a comment."""
    text = (
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<authors><author>a</author></authors><commentList><comment {attributes} authorId="
        '"0"><text><t>x</t></text></comment></commentList></comments>'
    )
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rC" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/comments" Target="../comments1.xml"/></Relationships>'
    )

    def change(book: bytes) -> bytes:
        more = {
            "xl/comments1.xml": text.encode(),
            "xl/worksheets/_rels/sheet2.xml.rels": links.encode(),
        }
        return packed(members(book) | more)

    return change


def attack(book: bytes, seed: int) -> bytes:
    """The workbook spoilt in one to three ways drawn from a seed."""
    chance = random.Random(seed)
    for way in chance.sample(WAYS, chance.randint(1, 3)):
        try:
            book = way(book, chance)
        except Exception:
            continue
    return book


def _area(chance: random.Random) -> bytes:
    column = chance.choice(["A", "F", "Z", "AZ", "XFD", "ZZZZ"])
    row = chance.choice([1, 4, 99, 5_000, 1_048_576, 10**12])
    return chance.choice([f"A1:{column}{row}", f"{column}{row}", f"B2:{column}:{row}", ""]).encode()


def _flip(book: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(book)
    for _ in range(chance.randint(1, 20)):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def _cut(book: bytes, chance: random.Random) -> bytes:
    return book[: chance.randrange(len(book))]


def _flip_inside(book: bytes, chance: random.Random) -> bytes:
    parts = members(book)
    name = chance.choice(sorted(parts))
    return packed(parts | {name: _flip(parts[name], chance)})


def _missing(book: bytes, chance: random.Random) -> bytes:
    parts = members(book)
    del parts[chance.choice(sorted(parts))]
    return packed(parts)


def _swapped(book: bytes, chance: random.Random) -> bytes:
    parts = members(book)
    one, other = chance.sample(sorted(parts), 2)
    return packed(parts | {one: parts[other], other: parts[one]})


def _in_sheet(change: Callable[[bytes, random.Random], bytes]) -> Callable[..., bytes]:
    def spoil(book: bytes, chance: random.Random) -> bytes:
        parts = members(book)
        name = chance.choice([part for part in sorted(parts) if "worksheets/sheet" in part])
        return packed(parts | {name: change(parts[name], chance)})

    return spoil


def _one(
    pattern: bytes, new: Callable[[re.Match[bytes], random.Random], bytes]
) -> Callable[..., bytes]:
    def change(text: bytes, chance: random.Random) -> bytes:
        found = list(re.finditer(pattern, text))
        match = chance.choice(found)
        return text[: match.start()] + new(match, chance) + text[match.end() :]

    return change


def _inline(match: re.Match[bytes], chance: random.Random) -> bytes:
    text = chance.choice(TEXTS).replace("&", "&amp;").replace("<", "&lt;").encode()
    return b'<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % (
        match[1],
        text,
    )


def _numeric(match: re.Match[bytes], chance: random.Random) -> bytes:
    return b'<c r="%s"><v>%s</v></c>' % (match[1], chance.choice(NUMBERS))


def _formula(match: re.Match[bytes], chance: random.Random) -> bytes:
    return b'<c r="%s"><f>%s</f><v>1</v></c>' % (match[1], chance.choice([b"1+1", b"A1:", b""]))


def _rows(text: bytes, chance: random.Random) -> bytes:
    many = chance.choice([1, 50, 3000])
    start = chance.choice([9, 100, 1_000_000])
    rows = b"".join(
        b'<row r="%d"><c r="C%d" t="inlineStr"><is><t>x</t></is></c></row>' % (n, n)
        for n in range(start, start + many)
    )
    return text.replace(b"</sheetData>", rows + b"</sheetData>", 1)


def _merges(text: bytes, chance: random.Random) -> bytes:
    merges = b"".join(
        b'<mergeCell ref="%s"/>' % _area(chance) for _ in range(chance.choice([1, 5, 400]))
    )
    new = b"</sheetData><mergeCells>" + merges + b"</mergeCells>"
    return text.replace(b"</sheetData>", new, 1)


def _links(text: bytes, chance: random.Random) -> bytes:
    links = b"".join(
        b'<hyperlink ref="%s" location="A1"/>' % _area(chance)
        for _ in range(chance.choice([1, 200]))
    )
    end = b"</worksheet>"
    return text.replace(end, b"<hyperlinks>" + links + b"</hyperlinks>" + end, 1)


def _comment(book: bytes, chance: random.Random) -> bytes:
    return comment_part(f'ref="{_area(chance).decode()}"')(book)


def _bomb(book: bytes, chance: random.Random) -> bytes:
    size = chance.choice([10, 1_000_000, 49_000_000])
    return with_part("xl/media/a.xml", b"<a>" + b" " * size + b"</a>")(book)


def _strings(book: bytes, chance: random.Random) -> bytes:
    parts = members(book)
    name = chance.choice([part for part in sorted(parts) if part.endswith((".xml", ".rels"))])
    words = _one(rb">([^<]{1,80})<", lambda _, c: b">" + c.choice(TEXTS).encode() + b"<")
    return packed(parts | {name: words(parts[name], chance)})


def _attributes(book: bytes, chance: random.Random) -> bytes:
    parts = members(book)
    name = chance.choice([part for part in sorted(parts) if part.endswith((".xml", ".rels"))])
    values = _one(
        rb'="([^"<]{0,80})"',
        lambda _, c: (
            b'="' + c.choice([b"", b"-1", b"999999999", b"x" * 200, b"A1:XFD1048576"]) + b'"'
        ),
    )
    return packed(parts | {name: values(parts[name], chance)})


CELL = rb'<c r="([A-Z]+\d+)"[^>]*?(?:/>|>.*?</c>)'

WAYS = (
    *(_flip, _cut, _flip_inside, _missing, _swapped, _comment, _bomb, _strings, _attributes),
    *(_in_sheet(_rows), _in_sheet(_merges), _in_sheet(_links)),
    *(_in_sheet(_one(CELL, _inline)), _in_sheet(_one(CELL, _numeric))),
    _in_sheet(_one(CELL, _formula)),
)
"""Ways in which a workbook is spoilt."""
