"""Tables written in Markdown get a caption and scopes, or stop the build."""

from __future__ import annotations

import pytest
from markdown import markdown
from mkdocs.exceptions import PluginError

from macros.adapter.captions import captioned

TABLE = """\
| Cara | Untuk "siapa" |
|---|--:|
| *satu* | banyak |
| dua | |
"""


def test_a_table_gets_its_caption_and_scopes() -> None:
    html = markdown(f"Kata.\n\nTabel: Dua *cara*\n\n{TABLE}\nKata.", extensions=["tables"])

    assert captioned(html, "panduan/index.md") == (
        "<p>Kata.</p>\n"
        '<table class="tabel tabel-kartu">\n<caption>Dua <em>cara</em></caption>\n'
        '<thead>\n<tr>\n<th scope="col">Cara</th>\n'
        '<th scope="col" style="text-align: right;">Untuk "siapa"</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr><th scope="row" class="sel-nama"><em>satu</em></th>'
        '<td data-label="Untuk &quot;siapa&quot;" style="text-align: right;">banyak</td></tr>\n'
        '<tr><th scope="row" class="sel-nama">dua</th>'
        '<td data-label="Untuk &quot;siapa&quot;" style="text-align: right;"></td></tr>\n'
        "</tbody>\n</table>\n<p>Kata.</p>"
    )


def test_a_table_without_a_caption_is_refused() -> None:
    html = markdown(TABLE, extensions=["tables"])

    with pytest.raises(PluginError) as caught:
        captioned(html, "panduan/index.md")

    assert str(caught.value) == (
        'docs/panduan/index.md: tabel dengan kolom Cara, Untuk "siapa" tidak berjudul; '
        'tulis satu baris "Tabel: …" dan satu baris kosong di atasnya'
    )


def test_other_tables_and_words_are_left_alone() -> None:
    html = '<p>Tabel: bukan judul</p>\n<table class="tabel"><tr><td>1</td></tr></table>'

    assert captioned(html, "index.md") == html
