"""Links and notes: what they quote stands in the plan."""

from __future__ import annotations

import re
from typing import Any

from tests.data.reading import Isi, plain, texts
from tests.site.built import refuse

PERIHAL = "Hubungan dan catatan: yang dikutip memang berdiri di rencana"

OURS = ("tautan.yml", "catatan.yml", "revisi.yml", "satuan.yml")


def words_of_plan(isi: Isi) -> str:
    """Every text of the plan, reports and our own remarks left out."""
    return "\n".join(
        plain(text)
        for name, value in isi.berkas.items()
        if name not in OURS and not name.startswith("realisasi/")
        for text in texts(value)
    )


def test_the_words_that_a_reason_quotes_stand_in_the_plan(isi: Isi) -> None:
    """Kata-kata dalam tanda kutip di alasan sebuah hubungan ada di rencana."""
    words = words_of_plan(isi)
    faults = [
        f'tautan.yml: {link["id"]}: "{quoted}" tidak ada di rencana'
        for link in isi.get("tautan.yml").get("tautan", ())
        for quoted in re.findall(r'"([^"]*)"', link.get("alasan", ""))
        if plain(quoted) not in words
    ]
    refuse(faults, "Salin kata-kata itu seperti tertulis di rencana sekarang.")


def under(isi: Isi, place: str) -> Any:
    """What stands at the place of a note: under an id, or in a table at what it refers to."""
    name, _, row = place.partition("#")
    table = isi.by_id.get(name, {})
    if not row:
        return table
    keys = ("faktor", "program", "tujuan")
    rows = [entry for _, entry in isi.entries() if row in (entry.get(key) for key in keys)]
    return [table.get(row), rows]


def test_the_words_that_a_note_quotes_stand_at_its_place(isi: Isi) -> None:
    """Kutipan sebuah catatan berdiri di tempat yang disebutnya, dibaca dengan cara kedua."""
    faults = []
    for note in isi.get("catatan.yml").get("catatan", ()):
        for place in note.get("tempat", ()):
            words = "\n".join(" ".join(text.split()) for text in texts(under(isi, place["di"])))
            if place.get("kutipan") and place["kutipan"] not in words:
                faults.append(
                    f'catatan.yml: {note["id"]}: "{place["kutipan"]}" tidak ada di {place["di"]}'
                )
    refuse(faults, "Salin kutipan itu huruf demi huruf.")
