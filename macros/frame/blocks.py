"""HTML that is ready, handed past Markdown: it would read every tag of it, and change none.

A third of a plain build's time goes into that reading; and what Markdown never sees it cannot take
for markup of its own.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.util import BLOCK_LEVEL_ELEMENTS

OPEN, CLOSE = "<!--html-->", "<!--/html-->"
"""The lines around ready HTML. The data's own text cannot hold them: its brackets are escaped."""

_BLOCK = re.compile(rf"<(?:{'|'.join(BLOCK_LEVEL_ELEMENTS)})\b")
_HEADING = re.compile(r"^#{1,6} .*\n", re.MULTILINE)


def ready(text: str) -> str:
    """`text` with its HTML between the marks.

    Headings are left to Markdown, as is what stands within a sentence. Only a template begins a
    line: the data's own text has no line breaks.
    """
    parts, position = [], 0
    for heading in _HEADING.finditer(text):
        parts += [_marked(text[position : heading.start()]), heading[0]]
        position = heading.end()
    return "".join([*parts, _marked(text[position:])])


def _marked(html: str) -> str:
    return f"\n{OPEN}\n{html.strip()}\n{CLOSE}\n\n" if _BLOCK.match(html.lstrip()) else html


class _Stash(Preprocessor):
    """Puts what stands between the marks where Markdown keeps HTML until its work is done."""

    def run(self, lines: list[str]) -> list[str]:
        kept: list[str] = []
        block: list[str] | None = None
        for line in lines:
            if line == OPEN:
                block = []
            elif line == CLOSE and block is not None:
                kept += ["", self.md.htmlStash.store("\n".join(block)), ""]
                block = None
            else:
                (kept if block is None else block).append(line)
        return kept + (block or [])


class _Ready(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name for it
        # After Markdown has put its lines in order (30), before anything reads them.
        md.preprocessors.register(_Stash(md), "ready", 29)


def makeExtension(**_: Any) -> Extension:  # noqa: N802 - Markdown's name for it
    """What `markdown_extensions` of mkdocs.yml finds here."""
    return _Ready()
