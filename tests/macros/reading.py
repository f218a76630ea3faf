"""What a reader is shown by a piece of HTML: its text, a line for each block and row.

The marks that lead to notes are left out; they have tests of their own.
"""

from __future__ import annotations

from html.parser import HTMLParser

BLOCKS = {
    "blockquote", "caption", "dd", "desc", "div", "dl", "dt", "figcaption", "figure", "footer",
    "form", "h1", "h2", "label", "li", "nav", "ol", "option", "p", "section", "summary", "svg",
    "table", "tbody", "text", "title", "ul",
}  # fmt: skip


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self.cells: list[str] | None = None
        self.tags: list[str] = []
        self.mark = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "a":
            self.mark = ("class", "catatan") in attrs
        elif tag == "tr":
            self.cells = []
        elif self.cells is not None and tag in ("td", "th"):
            self.cells.append("")
        elif tag in BLOCKS:
            self.lines.append("")
        elif tag == "small":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.mark = False
        elif tag == "tr" and self.cells is not None:
            self.lines += [" | ".join(" ".join(cell.split()) for cell in self.cells), ""]
            self.cells = None
        elif tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if self.mark:
            return
        if self.cells is None:
            self.lines[-1] += data
        elif self.cells:
            self.cells[-1] += data


def read(html: str) -> list[str]:
    """The lines that a reader sees; the cells of a table's row are parted by ``|``."""
    reader = _parse(html)
    lines = (" ".join(line.split()) for block in reader.lines for line in block.splitlines())
    return [line for line in lines if line]


def tags(html: str) -> list[str]:
    """The elements, in their order."""
    return _parse(html).tags


def _parse(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(str(html))  # plain text, for Markup would escape what the reader joins to it
    reader.close()
    return reader
