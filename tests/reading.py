"""Reading a built page as a browser's text would show it, with the standard library alone."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

MARKS = {"headerlink", "catatan", "dicabut", "semula"}
"""Classes of what the site adds to the decree's words: permalinks, marks of notes and changes."""

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Element:
    """An element with its attributes and what is inside it, in order."""

    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)
    order: list[Element] = field(default_factory=list, repr=False, compare=False)
    """Every element of the page in its order; those below this one stand side by side in it."""

    first: int = 0
    last: int = 0

    @functools.cached_property
    def text(self) -> str:
        """All text inside, with single spaces; the site's own marks are not words of the page."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        for item in self.inside:
            if isinstance(item, str):
                yield item
            elif not MARKS & set(item.attributes.get("class", "").split()):
                yield from item._pieces()

    def all(self, tag: str = "") -> Iterator[Element]:
        """Every element below this one with that tag, in order."""
        below = self.order[self.first : self.last]
        yield from (item for item in below if item.tag == tag) if tag else below

    def by_class(self, name: str) -> list[Element]:
        """Every element below with that class."""
        return [e for e in self.all() if name in e.attributes.get("class", "").split()]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.order: list[Element] = []
        self.root = Element("", {}, order=self.order)
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._add(tag, attrs)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        place = len(self.order) + 1
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, [], self.order, place, place)
        self.order.append(element)
        self.open[-1].inside.append(element)
        return element

    def handle_endtag(self, tag: str) -> None:
        if any(tag == element.tag for element in self.open):
            while self._end() != tag:
                pass

    def _end(self) -> str:
        element = self.open.pop()
        element.last = len(self.order)
        return element.tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def close(self) -> None:
        super().close()
        while self.open:
            self._end()


@functools.cache
def read_page(file: Path) -> Element:
    """A built HTML file as a tree."""
    builder = _Builder()
    builder.feed(file.read_text(encoding="utf-8"))
    builder.close()
    return builder.root


def article(file: Path) -> Element:
    """The content of a page, without the theme around it."""
    return next(read_page(file).all("article"))


def rows(table: Element) -> list[list[str]]:
    """The text of a table's cells, row by row, spanned cells standing once."""
    return [
        [cell.text for cell in row.inside if isinstance(cell, Element)] for row in table.all("tr")
    ]


def table(page: Element, caption: str) -> Element:
    """The table whose caption starts so."""
    return next(
        item for item in page.all("table") if next(item.all("caption")).text.startswith(caption)
    )


def pages(site: Path) -> dict[str, Path]:
    """The pages of a built site by their address from its root."""
    return {
        file.parent.relative_to(site).as_posix().removeprefix(".") + "/": file
        for file in sorted(site.rglob("index.html"))
    }


def broken_links(site: Path) -> list[tuple[str, str]]:
    """The links of a built site that lead to no page, anchor or file of it: page and address."""
    ids = {
        url: {item.attributes.get("id") for item in read_page(file).all()}
        for url, file in pages(site).items()
    }
    broken = []
    for url, file in pages(site).items():
        for link in read_page(file).all("a"):
            target = urlsplit(link.attributes.get("href", ""))
            if (
                target.scheme
                or target.netloc
                or target.query
                or not (target.path + target.fragment)
            ):
                continue
            way = (file.parent / unquote(target.path)).resolve() if target.path else file.parent
            inside = way.relative_to(site.resolve()) if target.path else Path(url.strip("/"))
            there = inside.as_posix().removeprefix(".") + "/"
            anchored = there in ids and (not target.fragment or target.fragment in ids[there])
            file_there = way.is_file() and not target.path.endswith("/")
            if not anchored and not file_there:
                broken.append((url, link.attributes["href"]))
    return broken
