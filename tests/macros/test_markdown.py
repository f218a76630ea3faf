"""Any text of the data inside Markdown of our own comes out letter by letter."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment
from markdown import Markdown
from mkdocs.config.base import load_config

from macros.frame.markdown import escape
from renstra.dialect.scalars import flaw

ROOT = Path(__file__).parents[2]
TRICKS = [
    "**tebal** _miring_ `kode` ~~coret~~", "# judul", "- butir", "1. butir", "1) butir", "> kutip",
    "| a | b |", "[teks](https://contoh.example)", "![gambar](x)", "[^1]: catatan",
    "{ #id .kelas }", "{: onclick=x }", "<script>alert(1)</script>", "<b onclick=x>", "</h1>",
    "<!-- x -->", "<?x?>",
    "&amp; &lt; &#42; &copy", "\\* \\_", "{{ 7 * 7 }}", "{% include 'x' %}", "{# x #}", "!!! note",
    "``` py", "***", "===", "---", ":::", "judul #", '"kutip" \'petik\'', "a: b", "$x$ ^y^", "=1+1",
    "https://contoh.example/_a_", "a@b.example", "*[KPU]: x", "[TOC]", "--8<-- x", ":smile:",
]  # fmt: skip


def is_clean(text: str) -> bool:
    """Whether the loader would let `text` into the data."""
    return bool(text) and text == " ".join(text.split()) and flaw(text) is None


words = st.lists(st.sampled_from(TRICKS) | st.text(max_size=12), min_size=1, max_size=4)
texts = words.map(lambda parts: " ".join(" ".join(parts).split())).filter(is_clean)


class Text(HTMLParser):
    """The elements and the text of HTML; the mark of a permanent link is no text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(re.sub(r'<a class="headerlink".*?</a>', "", html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def site_markdown() -> Markdown:
    """Markdown as the site is written in it."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


@pytest.fixture(scope="module")
def markdown() -> Markdown:
    """One for all tests."""
    return site_markdown()


def test_escape() -> None:
    assert escape("Nilai A & B <c> {d} #1.") == (
        "Nilai A &amp; B &lt;c&gt; &#123;d&#125; &#35;1&#46;"
    )


@given(text=texts)
@example(text=" ".join(TRICKS))
def test_a_paragraph_is_the_text(markdown: Markdown, text: str) -> None:
    shown = Text(markdown.reset().convert(escape(text)))

    assert shown.text == text
    assert shown.tags == [("p", {})]


@given(text=texts, label=texts)
@example(text=" ".join(TRICKS), label="A.")
def test_a_heading_is_the_text(markdown: Markdown, text: str, label: str) -> None:
    line = f"## {escape(label)} {escape(text)} {{ #i-001 }}"

    shown = Text(markdown.reset().convert(line))

    assert shown.text == f"{label} {text}"
    assert shown.tags == [("h2", {"id": "i-001"})]


@given(text=texts)
@example(text=" ".join(TRICKS))
def test_jinja_finds_nothing_to_run(text: str) -> None:
    assert Environment().from_string(escape(text)).render() == escape(text)
