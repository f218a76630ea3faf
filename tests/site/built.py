"""The built site to judge, each page read once, and how a test says what it found."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.reading import Element, pages, read_page, rows

MOST = 40
"""How many findings a message lists."""

OURS = "Ini kesalahan kode situs, bukan data: laporkan kepada yang merawat kodenya."
"""What to do where no edit of the data can mend what was found."""


@dataclass(frozen=True)
class Built:
    """A folder with a built site."""

    folder: Path

    @functools.cached_property
    def pages(self) -> dict[str, Element]:
        """Every page by its address from the root of the site, ``/`` for the home page."""
        return {url: read_page(file) for url, file in pages(self.folder).items()}

    @functools.cached_property
    def documents(self) -> dict[str, Element]:
        """Every HTML file by its place, that of lost addresses too."""
        return {
            file.relative_to(self.folder).as_posix(): read_page(file)
            for file in sorted(self.folder.rglob("*.html"))
        }

    @functools.cached_property
    def articles(self) -> dict[str, Element]:
        """What a page says, without the theme around it, by the page's address."""
        return {url: next(page.all("article"), page) for url, page in self.pages.items()}

    @functools.cached_property
    def addressed(self) -> str:
        """The address that the site itself says it has; empty where it says none."""
        links = next(self.pages["/"].all("head")).all("link")
        return next((a["href"] for a in (e.attributes for e in links) if _canonical(a)), "")

    def article(self, url: str) -> Element:
        """What the page at an address says; fails where there is no such page."""
        if url not in self.articles:
            pytest.fail(f"{url}: halaman ini tidak ada di situs. {OURS}", pytrace=False)
        return self.articles[url]

    def tables(self, url: str, caption: str) -> list[Element]:
        """The tables of a page whose captions begin so."""
        return [
            table
            for table in self.article(url).all("table")
            if next((c.text for c in table.all("caption")), "").startswith(caption)
        ]

    def rows(self, url: str, caption: str) -> list[list[str]]:
        """The rows of the first table of a page whose caption begins so, its head first."""
        found = self.tables(url, caption)
        if not found:
            pytest.fail(f"{url}: tabel “{caption}” tidak ada. {OURS}", pytrace=False)
        return rows(found[0])


def _canonical(attributes: dict[str, str]) -> bool:
    return attributes.get("rel") == "canonical"


def plain_rows(table: Element) -> list[list[str]]:
    """The rows of a table's bodies but for those that only name a group."""
    return [
        [cell.text for cell in row.inside if isinstance(cell, Element)]
        for body in table.all("tbody")
        for row in body.all("tr")
        if not {"baris-program", "baris-kegiatan"} & set(row.attributes.get("class", "").split())
    ]


def refuse(found: Iterable[str], cure: str = OURS) -> None:
    """Fail with all that was found and what to do; nothing where nothing was found."""
    listed = list(found)
    if listed:
        lines = [f"- {item}" for item in listed[:MOST]]
        if len(listed) > MOST:
            lines.append(f"- dan {len(listed) - MOST} lagi")
        pytest.fail("\n".join([*lines, f"Yang perlu dilakukan: {cure}"]), pytrace=False)


def differences(place: str, shown: Sequence[Any], expected: Sequence[Any]) -> list[str]:
    """Where what a page shows is not what is expected, item by item."""
    found = [
        f"{place}, nomor {number}: ditemukan {a!r}, seharusnya {b!r}"
        for number, (a, b) in enumerate(zip(shown, expected, strict=False), 1)
        if a != b
    ]
    if len(shown) != len(expected):
        found.append(f"{place}: ditemukan {len(shown)} baris, seharusnya {len(expected)}")
    return found
