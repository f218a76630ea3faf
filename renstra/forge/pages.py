"""Two builds of the site compared as a reader would: page by page, by their words.

A page is what its `article` says, a line for each paragraph or row of a table. What stands around
it, such as the date of the data, differs with every commit. Standard library only, see
`renstra.forge.telling`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path

from renstra.forge.telling import code_block

MAX_PAGES = 20
MAX_LINES = 12
MAX_LETTERS = 200
"""What is told: pages that change in different ways, lines of each, letters of a line."""

ROOM = 20_000
"""Letters in all, whatever the pages say."""

HEADING = "### Halaman yang berubah"

NONE = "Tidak ada halaman yang kata-katanya berubah."

LEGEND = "Baris berawalan - ada di situs sekarang, baris berawalan + di situs sesudahnya."

_INLINE = {"a", "abbr", "b", "br", "code", "em", "i", "q", "small", "span", "strong", "td", "th"}
"""What stands within a line; whatever else there is ends it."""

_VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_UNREAD = {"button", "script", "select", "style", "svg", "template"}
_UNREAD_CLASSES = {"headerlink", "unduhan"}
"""Permalinks, and the buttons of what only the gate builds."""

_ARTICLE = re.compile(rb"<article.*</article>", re.DOTALL)
_KODE = re.compile(r"[a-z]+-[0-9]+")
_PASSING = re.compile(r"Commit [0-9a-f]{7,}")
"""Names the commit that was made for the gate alone."""


@dataclass(frozen=True)
class PageChange:
    """A page that says something else than before."""

    path: str
    """Its address from the root of the site, such as ``indikator/ik-001/``."""

    title: str
    fate: str
    """``baru`` or ``hilang``; empty for a page that was there and stays."""

    lines: tuple[str, ...] = ()
    """What goes, marked by a minus, and what comes, by a plus, in the order of the page."""

    def rank(self, kodes: Collection[str]) -> int:
        """0 for the page of one of these things, 1 for that of another, 2 for lists of them."""
        name = self.path.rstrip("/").rpartition("/")[2]
        return 0 if name in kodes else 1 if _KODE.fullmatch(name) else 2


def compare(before: Path, after: Path) -> list[PageChange]:
    """The pages of the site `after` that `before` did not have so, by path."""
    old, new = (
        {file.relative_to(site).as_posix(): file for file in site.rglob("*.html")}
        for site in (before, after)
    )
    found = []
    for name in sorted({*old, *new}):
        path = name.removesuffix("index.html") or "/"
        if name not in old:
            found.append(PageChange(path, _read(new[name]).title, "baru"))
        elif name not in new:
            found.append(PageChange(path, _read(old[name]).title, "hilang"))
        elif _article(old[name]) != _article(new[name]):  # or else nothing of it need be parsed
            was, now = _read(old[name]), _read(new[name])
            if was.lines != now.lines:
                found.append(PageChange(path, now.title, "", tuple(_changed(was.lines, now.lines))))
    return found


def pages_told(changes: Sequence[PageChange], kodes: Collection[str]) -> str:
    """The changes as Markdown in which nothing of a page can be anything but text.

    First the pages of the things named by `kodes`, then those of other things and lists of them,
    what changes least before what changes most; pages that change alike are told once.
    """
    if not changes:
        return f"{HEADING}\n\n{NONE}"
    alike: dict[tuple[int, str, tuple[str, ...]], list[PageChange]] = {}
    for change in changes:
        alike.setdefault((change.rank(kodes), change.fate, change.lines), []).append(change)
    order = sorted(alike, key=lambda key: (key[0], len(key[2]) if key[0] else 0))
    blocks: list[str] = []
    left = len(changes)
    for pages in map(alike.__getitem__, order):
        block = code_block(list(_told(pages)))
        if len(blocks) == MAX_PAGES or len("".join([*blocks, block])) > ROOM:
            break
        blocks.append(block)
        left -= len(pages)
    if left:
        blocks.append(code_block([f"Selain itu {left} halaman lain berubah."]))
    return "\n\n".join([HEADING, f"{len(changes)} halaman berubah. {LEGEND}", *blocks])


def _told(pages: Sequence[PageChange]) -> Iterator[str]:
    """The lines of pages that change alike."""
    first, *others = pages
    yield first.path + (f" dan {len(others)} halaman lain" if others else f" · {first.title}")
    if first.fate:
        yield f"({first.fate})"
    yield from first.lines[:MAX_LINES]
    if len(first.lines) > MAX_LINES:
        yield f"dan {len(first.lines) - MAX_LINES} baris lain"


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        for old, new in zip_longest(before[start:end], after[other_start:other_end], fillvalue=""):
            letters = enumerate(zip_longest(old, new))
            alike = next((number for number, (one, other) in letters if one != other), 0)
            if old:
                yield f"- {_cut(old, alike)}"
            if new:
                yield f"+ {_cut(new, alike)}"


def _cut(line: str, alike: int) -> str:
    """The line, or of a long one the part in which it differs, `alike` letters from its start."""
    start = max(0, alike - MAX_LETTERS // 4) if len(line) > MAX_LETTERS else 0
    end = start + MAX_LETTERS
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")


def _article(file: Path) -> bytes:
    found = _ARTICLE.search(file.read_bytes())
    return found[0] if found else b""


def _read(file: Path) -> _Reader:
    reader = _Reader()
    reader.feed(_article(file).decode("utf-8"))
    reader.close()
    return reader


class _Reader(HTMLParser):
    """The lines of a page and its title."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.title = ""
        self._line = ""
        self._unread: list[str] = []
        """The open elements of which nothing is read, from the outermost."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_line(tag)
        if tag in ("td", "th") and self._line.strip():
            self._line += " | "
        elif tag == "br":
            self._line += " "
        classes = set((dict(attrs).get("class") or "").split())
        unread = self._unread or tag in _UNREAD or classes & _UNREAD_CLASSES
        if unread and tag not in _VOID:
            self._unread.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing is inside of it."""

    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            while tag in self._unread and self._unread.pop() != tag:
                pass  # an element that HTML lets end with the one around it
            return
        self._end_line(tag)
        if tag == "h1" and not self.title:
            self.title = "".join(self.lines[-1:])

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._line += data

    def _end_line(self, tag: str) -> None:
        if tag in _INLINE:
            return
        line = " ".join(self._line.split())
        self._line = ""
        if line and not _PASSING.match(line):
            self.lines.append(line)
