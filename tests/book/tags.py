"""A tagged PDF read as assistive technology reads it: the tree of its tags, and the words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, ContentStream, DictionaryObject

MARK = re.compile(r"\*\d+")
"""What the book adds to the decree's words: the mark of a note."""


@dataclass
class Tag:
    """A tag: its kind, its words in order, and the tags inside it."""

    kind: str
    inside: list[Tag | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words inside, with single spaces; marks of notes are not words of the decree."""
        return " ".join(" ".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        for item in self.inside:
            if isinstance(item, Tag):
                yield from item._pieces()
            elif not MARK.fullmatch(item.strip()):
                yield item

    def all(self, *kinds: str) -> Iterator[Tag]:
        """The tags of some kinds anywhere inside, in order."""
        for item in self.inside:
            if isinstance(item, Tag):
                if item.kind in kinds:
                    yield item
                yield from item.all(*kinds)


def read_tags(reader: PdfReader) -> Tag:
    """The tree of tags of a whole PDF."""
    catalog: Any = reader.trailer["/Root"]
    fonts: dict[int, dict[int, str]] = {}
    marked = {page.indirect_reference.idnum: _marked(reader, page, fonts) for page in reader.pages}  # type: ignore[union-attr]
    (document,) = _list(catalog["/StructTreeRoot"]["/K"])
    return _tag(document.get_object(), marked)


def _list(value: Any) -> list[Any]:
    found = value.get_object() if hasattr(value, "get_object") else value
    return list(found) if isinstance(found, ArrayObject) else [value]


def _tag(element: DictionaryObject, marked: dict[int, dict[int, str]]) -> Tag:
    tag = Tag(str(element["/S"])[1:])
    for kid in _list(element.get("/K", ArrayObject())):
        item: Any = kid.get_object()
        if isinstance(item, int):
            tag.inside.append(marked[element.raw_get("/Pg").idnum].get(item, ""))
        elif item.get("/Type") == "/StructElem":
            tag.inside.append(_tag(item, marked))
    return tag


def _marked(
    reader: PdfReader, page: PageObject, fonts: dict[int, dict[int, str]]
) -> dict[int, str]:
    """The words of each marked piece of a page."""
    resources: Any = page["/Resources"]
    named: Any = resources["/Font"].get_object()
    found: dict[int, str] = {}
    inside: list[int | None] = []
    letters: dict[int, str] = {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            properties = operands[1] if operator == b"BDC" else {}
            inside.append(properties.get("/MCID"))
        elif operator == b"EMC":
            inside.pop()
        elif operator == b"Tf":
            font = named.raw_get(operands[0])
            letters = fonts.setdefault(font.idnum, {}) or fonts.setdefault(font.idnum, {})
            if not letters:
                letters.update(_letters(font.get_object()))
        elif operator in (b"Tj", b"TJ") and inside and inside[-1] is not None:
            pieces = operands[0] if operator == b"TJ" else operands
            glyphs = b"".join(
                _bytes(piece) for piece in pieces if not isinstance(piece, (int, float))
            )
            text = "".join(
                letters[int.from_bytes(glyphs[n : n + 2], "big")] for n in range(0, len(glyphs), 2)
            )
            found[inside[-1]] = found.get(inside[-1], "") + text
    return found


def _bytes(piece: Any) -> bytes:
    if isinstance(piece, (ByteStringObject, bytes)):
        return bytes(piece)
    raw: bytes = piece.original_bytes
    return raw


def _letters(font: Any) -> dict[int, str]:
    """Glyph to letters, as the font's own map says."""
    text = font["/ToUnicode"].get_object().get_data().decode("ascii")
    return {
        int(glyph, 16): bytes.fromhex(letters).decode("utf-16-be")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL)
        for glyph, letters in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block)
    }
