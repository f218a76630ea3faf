"""The checker of HTML reads what it is given, and the book's HTML with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.adapter.opening import site_of
from macros.book.bound import book
from tests.building import PROJECT
from tests.nu import ALLOWED, CURE, Complaint, sort_out, start


def complaints(place: Path) -> list[Complaint]:
    """What the checker has against a folder."""
    running = start(place)
    if running is None:
        pytest.skip(f"Tidak ada Java atau Nu Html Checker; {CURE}")
    return running.complaints()


def test_the_checker_reads_what_it_is_given(tmp_path: Path) -> None:
    bad = {
        "a.html": '<!doctype html><html lang="id"><title>a</title><p id="b">c<p id="b">c<div>d',
        "a.css": "a { colour: red }",
        "a.svg": '<svg xmlns="http://www.w3.org/2000/svg"><kotak/></svg>',
        "a.txt": "<p>",
    }
    for name, text in bad.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    ours, unmet = sort_out(complaints(tmp_path))

    assert {(Path(one.partition(": ")[0]).name.partition(":")[0]) for one in ours} == {
        "a.html",
        "a.css",
        "a.svg",
    }
    assert any("Duplicate ID 'b'." in one for one in ours)
    assert any("Unclosed element 'div'." in one for one in ours)
    assert unmet == list(ALLOWED)


def test_the_book_is_without_error_and_warning(tmp_path: Path) -> None:
    html = book(site_of(str(PROJECT / "mkdocs-kantor.yml")))
    # Its style is of paged media, which no browser and so no checker knows.
    html = re.sub("<style>.*?</style>", "", html, flags=re.DOTALL)
    (tmp_path / "buku.html").write_text(html, encoding="utf-8")

    assert sort_out(complaints(tmp_path))[0] == []
