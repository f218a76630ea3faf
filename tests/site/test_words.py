"""Every word of the data is shown, and those of the decree in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.reading import Element
from tests.site.built import Built, refuse
from tests.site.source import Source, chapter_address, read_yaml
from tests.site.words import chapter_words, words_of

PERIHAL = "Setiap kata data tampil, dan kata-kata keputusan menurut urutannya"

UNRENDERED = re.compile(r"\{\{|\}\}|\{%|%\}|\bNone\b|\bnan\b|\bNaN\b|\bundefined\b|\[object ")


def test_no_word_of_the_data_is_left_out(source: Source, built: Built) -> None:
    """Setiap teks di folder data dapat dibaca di salah satu halaman."""
    text = "\n".join(page.text for page in built.articles.values())
    stand = {words: file.name for file in source.paths() for words in words_of(read_yaml(file))}
    refuse(
        f"{name}: “{words}” tidak tampil di halaman mana pun"
        for words, name in stand.items()
        if words not in text
    )


def test_the_words_of_a_chapter_stand_in_their_order(source: Source, built: Built) -> None:
    """Naskah tiap bab, dengan tabel di tempatnya, tampil kata demi kata menurut urutan."""
    found = []
    for name, chapter in source.chapters.items():
        text = built.article(chapter_address(name)).text
        position = 0
        for piece in chapter_words(source, chapter):
            place = text.find(piece, position)
            if place < 0:
                found.append(
                    f"{chapter_address(name)}: “{piece}” tidak ada sesudah yang di depannya"
                )
                break
            position = place + len(piece)
    refuse(found)


PAST = {"riwayat", "perubahan"}
"""Classes of what tells the past, which may hold words that the data has no more."""


def _said_now(element: Element) -> Iterator[str]:
    """The text of a page, piece by piece, without what it tells of the past."""
    for item in element.inside:
        if isinstance(item, str):
            yield item
        elif not PAST & set(item.attributes.get("class", "").split()):
            yield from _said_now(item)


def test_nothing_is_left_unrendered(source: Source, built: Built) -> None:
    """Tidak ada sisa templat atau nilai kosong program di halaman."""
    own = "\n".join(words for file in source.paths() for words in words_of(read_yaml(file)))
    # The guide may speak of a value by its name; its calls of macros it shows nowhere.
    guide = " ".join(file.read_text(encoding="utf-8") for file in source.docs.rglob("*.md"))
    found = []
    for place, page in built.documents.items():
        text = " ".join(" ".join(_said_now(next(page.all("body")))).split())
        for match in UNRENDERED.finditer(text):
            at, end = match.span()
            # An office may write whatever it likes; what is its own is known by what is beside it.
            beside = {text[max(0, at - 4) : end], text[at : end + 4]}
            if any(words in own for words in beside) or (match[0].isalpha() and match[0] in guide):
                continue
            around = text[max(0, at - 30) : end + 30]
            found.append(f"{place}: “{match[0]}” di “… {around} …”")
    refuse(found)
