"""Mends of what the extraction broke."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.data.reading import Isi
from tests.site.built import refuse
from tests.site.laying import decrees

PERIHAL = "Perbaikan salinan: yang tercatat sebagai dibaca memang yang tertulis"


def mended(value: Any, above: tuple[dict[str, Any], ...] = ()) -> Iterator[Any]:
    """Each entry that has mends, with what holds it, the nearest first."""
    if isinstance(value, dict):
        if isinstance(value.get("perbaikan"), list):
            yield value, above
        above = (value, *above)
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inside:
        yield from mended(item, above)


def own_texts(entry: dict[str, Any]) -> Iterator[str]:
    """The texts, numbers and cells that an entry has itself."""
    for value in entry.values():
        if isinstance(value, str | int):
            yield str(value)
        elif isinstance(value, dict | list):
            inside = value.values() if isinstance(value, dict) else value
            yield from (str(item) for item in inside if isinstance(item, str | int))


def texts_in(value: Any) -> Iterator[str]:
    """Every text, number and cell of a value, however deep, without what was mended of it."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from texts_in(inside) if key != "perbaikan" else ()
    elif isinstance(value, list):
        for inside in value:
            yield from texts_in(inside)
    elif value is not None:
        yield str(value)


def cells(text: str) -> list[str]:
    """What a mend says of each cell; of an empty one nothing."""
    return ["" if piece == "(kosong)" else piece for piece in text.split(" | ")]


def latest(mends: list[dict[str, str]]) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Each mend with what it reads that no later one of the same entry reads otherwise."""
    for number, mend in enumerate(mends):
        over = {other.get("semula") or other["terekstrak"] for other in mends[number + 1 :]}
        yield mend, [cell for cell in cells(mend["dibaca"]) if (cell or "(kosong)") not in over]


def is_in(cells: list[str], texts: list[str]) -> bool:
    """Whether each cell stands in one of the texts."""
    return all(any(cell in text for text in texts) for cell in cells)


def name_of(entry: dict[str, Any]) -> str:
    """How a message calls an entry."""
    return str(entry.get("id") or entry.get("faktor") or "?")


def test_a_mend_mends_something(isi: Isi) -> None:
    """Tiap perbaikan mencatat dua bacaan yang berbeda."""
    faults = [
        f"{name}: {name_of(entry)}: dibaca sama dengan yang semula"
        for name, value in isi.berkas.items()
        for entry, _ in mended(value)
        for mend in entry["perbaikan"]
        if (mend.get("semula") or mend["terekstrak"]) == mend["dibaca"]
    ]
    refuse(faults, "Hapus perbaikan itu, atau tulis apa yang terekstrak.")


def test_what_was_mended_stands_as_read(isi: Isi) -> None:
    """Tiap perbaikan berdiri seperti dibaca, di berkasnya atau di keputusan yang mengubahnya."""
    faults = []
    decreed = [words for decree in decrees(isi.berkas) for words in texts_in(decree)]
    for name, value in isi.berkas.items():
        for entry, above in mended(value):
            words = [text for holder in (entry, *above) for text in own_texts(holder)]
            words += decreed
            for mend, read in latest(entry["perbaikan"]):
                if mend["bagian"] == "target" and read == cells(mend["dibaca"]):
                    stands = read == list(entry["target"].values()) or is_in(read, decreed)
                else:
                    stands = is_in(read, words)
                if not stands:
                    faults.append(
                        f'{name}: {name_of(entry)}: "{mend["dibaca"]}" tidak tertulis di situ'
                    )
    refuse(faults, "Samakan dibaca dengan yang tertulis.")
