"""What people ask is answered by one of the first three results, nineteen times of twenty."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.building import PROJECT

pytestmark = pytest.mark.browser

SHARE = 0.95
FIRST = 3
_ASKED: list[dict[str, Any]] = yaml.safe_load(
    (PROJECT / "data/uji-cari/pertanyaan.yml").read_text(encoding="utf-8")
)

LINKS = """items => items.slice(0, 3).map(item =>
    [...item.querySelectorAll(":scope > .md-search-result__link")].map(link => link.href))"""
"""The addresses that the first three results lead to, without those folded away."""

COUNTED = re.compile(r"^(\d+) dokumen|^Tidak ada dokumen")
WAITING = re.compile("^Ketik untuk")


@dataclass(frozen=True)
class Question:
    """Words typed into the search, and the addresses of the pages that answer."""

    words: str
    answers: tuple[str, ...]


QUESTIONS = [Question(item["tanya"], tuple(item["jawaban"])) for item in _ASKED]


def addresses(page: Page, words: str, root: str) -> list[list[str]]:
    """Where the first three results for the words lead: addresses from the root of the site."""
    field = page.get_by_role("textbox", name="Cari")
    told = page.locator(".md-search-result__meta")
    field.fill("")
    field.press("Backspace")  # the theme listens to keys
    expect(told).to_have_text(WAITING)
    field.fill(words[:-1])
    field.press_sequentially(words[-1])
    expect(told).to_have_text(COUNTED)
    count = COUNTED.match(told.inner_text().strip())
    results = page.locator(".md-search-result__item")
    for place in range(min(FIRST, int(count[1] or 0) if count else 0)):
        expect(results.nth(place)).to_be_attached()
    found: list[list[str]] = results.evaluate_all(LINKS)
    return [[_inside(link, root) for link in links] for links in found]


def _inside(link: str, root: str) -> str:
    parts = urlsplit(link)
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.path.removeprefix(urlsplit(root).path)}{anchor}"


def answered(question: Question, found: list[list[str]]) -> bool:
    """Whether a result leads to one of the answers, the page or a place on it."""
    links = [link for item in found for link in item]
    return any(
        link == answer or ("#" not in answer and link.partition("#")[0] == answer)
        for link in links
        for answer in question.answers
    )


def test_there_are_sixty_and_half_came_first() -> None:
    words = [question.words for question in QUESTIONS]

    assert len(words) == len(set(words)) >= 60
    assert sum(item.get("sebelum", False) for item in _ASKED) >= len(words) / 2


def test_the_answer_is_among_the_first_three(read: Open, served: str) -> None:
    page = read(served)
    page.get_by_role("textbox", name="Cari").fill("pemilu")  # the index is there once it answers
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    misses = {}
    for question in QUESTIONS:
        found = addresses(page, question.words, served)
        if not answered(question, found):
            misses[question.words] = [links[0] for links in found if links]

    assert len(misses) <= (1 - SHARE) * len(QUESTIONS), misses
