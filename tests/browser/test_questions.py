"""What people ask is answered by one of the first three results, nineteen times of twenty.

The questions are data of an office (`uji-cari/`): the example's are asked here, and with them the
code; an office's own are asked of its own site where `--data` names its folder.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests import example as made_up
from tests.browser.conftest import Open
from tests.building import PROJECT, Sites
from tests.example import read as read_yaml
from tests.hosting import hosting

pytestmark = pytest.mark.browser

SHARE = 0.95
FIRST = 3
ASKED = "uji-cari/pertanyaan.yml"
WORDS = "uji-cari/kata.yml"

WAITING = """() => document.querySelector(".md-search-result__meta")
    .textContent.trim().startsWith("Ketik untuk")"""

FOUND = """first => {
    const told = document.querySelector(".md-search-result__meta").textContent.trim();
    const count = told.startsWith("Tidak ada dokumen") ? 0 : parseInt(told);
    const items = [...document.querySelectorAll(".md-search-result__item")].slice(0, first);
    return items.length >= Math.min(first, count) && items.map(item =>
        [...item.querySelectorAll(":scope > .md-search-result__link")].map(link => link.href));
}"""
"""The addresses that the first results lead to, without those folded away, once all are there."""


@dataclass(frozen=True)
class Question:
    """Words typed into the search, and the addresses of the pages that answer."""

    words: str
    answers: tuple[str, ...]


def questions(data: Path) -> list[Question]:
    """What an office expects its readers to ask."""
    return [Question(item["tanya"], tuple(item["jawaban"])) for item in read_yaml(data / ASKED)]


def addresses(page: Page, words: str, root: str) -> list[list[str]]:
    """Where the first three results for the words lead: addresses from the root of the site."""
    field = page.get_by_role("textbox", name="Cari")
    field.fill("")
    field.press("Backspace")  # the theme listens to keys
    page.wait_for_function(WAITING)
    field.fill(words[:-1])
    field.press_sequentially(words[-1])
    found: list[list[str]] = page.wait_for_function(FOUND, arg=FIRST).json_value()
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


def misses(page: Page, root: str, asked: Iterable[Question]) -> dict[str, list[str]]:
    """The questions that none of the first results answers, and where those lead."""
    found = {question.words: addresses(page, question.words, root) for question in asked}
    return {
        question.words: [links[0] for links in found[question.words] if links]
        for question in asked
        if not answered(question, found[question.words])
    }


def test_the_answer_is_among_the_first_three(read: Open, example: str) -> None:
    asked = questions(made_up.DATA)
    assert len(asked) == len({question.words for question in asked}) >= 30

    missed = misses(read(example), example, asked)

    assert len(missed) <= (1 - SHARE) * len(asked), missed


@pytest.mark.parametrize("case", read_yaml(made_up.DATA / WORDS), ids=lambda case: case["perihal"])
def test_the_search_knows_indonesian(read: Open, example: str, case: dict[str, str]) -> None:
    """It rests on internals of the theme: here is what must hold."""
    found = addresses(read(example), case["tanya"], example)

    assert case["jawaban"] in [link for links in found for link in links]


def test_an_office_s_own_questions(
    read: Open, sites: Sites, subtests: pytest.Subtests, office_data: Path
) -> None:
    asked, words = PROJECT / office_data / ASKED, PROJECT / office_data / WORDS
    if not asked.exists() and not words.exists():
        pytest.skip(f"Tidak ada pertanyaan penguji pencarian di {office_data / 'uji-cari'}")
    site = sites.changed("sendiri", "mkdocs.yml", extra={"data": str(office_data)})
    with hosting(site) as host:
        page = read(host.address)
        if asked.exists():
            found = questions(office_data)
            missed = misses(page, host.address, found)
            assert len(missed) <= (1 - SHARE) * len(found), missed
        for case in read_yaml(words) if words.exists() else []:
            with subtests.test(case["perihal"]):
                links = addresses(page, case["tanya"], host.address)
                assert case["jawaban"] in [link for item in links for link in item]
