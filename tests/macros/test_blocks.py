"""HTML that is ready is handed past Markdown; all else it reads as ever."""

from __future__ import annotations

import pytest
from markdown import markdown

from macros.frame.blocks import CLOSE, OPEN, ready


def test_blocks_stand_between_marks_and_headings_outside() -> None:
    text = "<p>Satu</p>\n<p>Dua</p>\n\n## Judul\n\n<div>\nTiga\n</div>\n"

    assert ready(text) == (
        f"\n{OPEN}\n<p>Satu</p>\n<p>Dua</p>\n{CLOSE}\n\n"
        "## Judul\n"
        f"\n{OPEN}\n<div>\nTiga\n</div>\n{CLOSE}\n\n"
    )


@pytest.mark.parametrize("text", ["", "75", "<a href='x/'>tautan</a>", "<strong>dua</strong>"])
def test_what_stands_within_a_sentence_is_left(text: str) -> None:
    assert ready(text) == text


def test_markdown_reads_nothing_of_it() -> None:
    inside = "<div>\n\n**a** [b](c.md) `d`\n\n    f & \\* {: .g }\n</div>"
    text = f"# Atas\n{ready(inside)}Bawah **tebal**.\n"

    html = markdown(text, extensions=["macros.frame.blocks", "attr_list"])

    assert html == f"<h1>Atas</h1>\n{inside}\n<p>Bawah <strong>tebal</strong>.</p>"


def test_a_mark_without_its_fellow_loses_nothing() -> None:
    html = markdown(f"{CLOSE}\n\nSatu\n\n{OPEN}\n\nDua\n", extensions=["macros.frame.blocks"])

    assert html == f"{CLOSE}\n\n<p>Satu</p>\n<p>Dua</p>"
