"""Tables written in Markdown, given what Markdown has no words for: a caption and scopes.

Their caption is the line above them, ``Tabel: …``. The tables of the plan come from templates,
which have both already.
"""

from __future__ import annotations

import re

from mkdocs.exceptions import PluginError

WORD = "Tabel:"
"""What the line of a caption begins with."""

# Only Markdown writes tables without a class.
_TABLE = re.compile(r"(?:<p>Tabel:\s*((?:(?!</p>).)*)</p>\s*)?<table>(.*?)</table>", re.DOTALL)
_HEAD = re.compile(r"<th( [^>]*)?>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>\s*(<td.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<td( [^>]*)?>(.*?)</td>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def captioned(html: str, page: str) -> str:
    """`html` with its Markdown tables made whole; raises PluginError for one without a caption.

    `page` is the file that the message names.
    """

    def whole(found: re.Match[str]) -> str:
        caption, inside = found[1], found[2]
        heads = [_TAG.sub("", head[2]) for head in _HEAD.finditer(inside)]
        if not caption:
            raise PluginError(
                f"docs/{page}: tabel dengan kolom {', '.join(heads)} tidak berjudul; "
                f'tulis satu baris "{WORD} …" dan satu baris kosong di atasnya'
            )
        inside = _HEAD.sub(lambda head: f'<th scope="col"{head[1] or ""}>{head[2]}</th>', inside)
        inside = _ROW.sub(lambda row: f"<tr>{_row(row[1], heads)}</tr>", inside)
        return f'<table class="tabel tabel-kartu">\n<caption>{caption}</caption>{inside}</table>'

    return _TABLE.sub(whole, html)


def _row(cells: str, heads: list[str]) -> str:
    """A row whose first cell names it, and whose others know their column on a telephone."""
    named, *others = _CELL.findall(cells)
    line = f'<th scope="row" class="sel-nama"{named[0]}>{named[1]}</th>'
    for head, (attributes, text) in zip(heads[1:], others, strict=True):
        label = head.replace('"', "&quot;")
        line += f'<td data-label="{label}"{attributes}>{text}</td>'
    return line
