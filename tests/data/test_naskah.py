"""The prose: how its parts hang together, and what the rest of the data takes from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.data.reading import Isi, mappings
from tests.site.built import refuse

PERIHAL = "Naskah: butir, tabel, dan hal-hal yang kata-katanya berdiri di naskah"

ITEMS = ("butir", "paragraf")


def level(part: dict[str, Any]) -> int:
    """How deep a part stands: 0 for a heading, a block and a paragraph of its own."""
    usual = 1 if part["jenis"] == "butir" else 0
    depth: int = part.get("tingkat", usual) if part["jenis"] in ITEMS else 0
    return depth


def chapters(isi: Isi) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each file of the prose and its parts."""
    for name, value in isi.berkas.items():
        if name.startswith("naskah/"):
            yield name, value["isi"]


def test_an_item_stands_below_the_item_it_belongs_to(isi: Isi) -> None:
    """Butir bertingkat 2 berdiri di bawah butir bertingkat 1, dan seterusnya."""
    faults = []
    for name, parts in chapters(isi):
        for before, part in pairwise([{"jenis": "blok"}, *parts]):
            if level(part) > level(before) + 1:
                faults.append(
                    f"{name}: {part['id']} bertingkat {level(part)}, padahal yang di atasnya "
                    f"bertingkat {level(before)}"
                )
    refuse(faults, "Perbaiki tingkat bagian naskah itu.")


def test_a_table_stands_in_the_prose_at_most_once(isi: Isi) -> None:
    """Tiap tabel ditempatkan paling banyak sekali di naskah."""
    placed = [
        (part["tabel"], name)
        for name, parts in chapters(isi)
        for part in parts
        if part["jenis"] == "tabel"
    ]
    counts = Counter(table for table, _ in placed)
    faults = [
        f"{name}: {table} ditempatkan {counts[table]} kali"
        for table, name in placed
        if counts[table] > 1
    ]
    refuse(faults, "Hapus tempat tabel yang berlebih.")


LISTS = {
    "tujuan.yml": ("kata_visi", "misi", "garis_besar", "tujuan"),
    "kebijakan.yml": ("isu", "arah_nasional", "butir", "arah", "kebijakan"),
    "regulasi.yml": ("regulasi",),
    "kelembagaan.yml": ("upaya", "lembaga", "mitra"),
    "organisasi.yml": ("divisi", "subbagian"),
    "istilah.yml": ("definisi",),
    "sintesa.yml": ("utama",),
}
"""Lists whose things are the items of one list of the prose, in its order."""


def siblings(parts: list[dict[str, Any]], kode: str) -> list[str]:
    """The items of the list in which an item of the prose stands, without those below them."""
    here = next(n for n, part in enumerate(parts) if part["id"] == kode)
    depth = level(parts[here])
    first = here
    while first and level(parts[first - 1]) >= depth:
        first -= 1
    found = []
    for part in parts[first:]:
        if level(part) < depth:
            break
        if level(part) == depth and part["jenis"] == "butir":
            found.append(part["id"])
    return found


def overlays(isi: Isi) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """File, key and things of each list whose words stand in a list of the prose."""
    for name, keys in LISTS.items():
        for entry in mappings(isi.get(name)):
            for key in keys:
                if isinstance(things := entry.get(key), list) and things:
                    yield name, key, things


def test_a_list_of_things_is_a_list_of_the_prose(isi: Isi) -> None:
    """Misi, tujuan, arah kebijakan dan sejenisnya lengkap dan urut seperti daftarnya di naskah."""
    homes = {part["id"]: parts for _, parts in chapters(isi) for part in parts}
    faults = []
    for name, key, things in overlays(isi):
        found = [thing["naskah"] for thing in things]
        if lost := [kode for kode in found if kode not in homes]:
            faults.append(f"{name}: {key} menunjuk {', '.join(lost)}, yang tidak ada di naskah")
            continue
        expected = siblings(homes[found[0]], found[0])
        if found != expected:
            faults.append(
                f"{name}: {key} menunjuk {', '.join(found)}; daftarnya di naskah "
                f"adalah {', '.join(expected)}"
            )
    refuse(faults, "Samakan daftar itu dengan daftarnya di naskah.")


KINDS = {"BA": r"(BA|BERITA ACARA)\b", "SK": r"(SK|SURAT KEPUTUSAN)\b"}


def test_a_regulation_is_of_the_kind_that_its_words_begin_with(isi: Isi) -> None:
    """Regulasi yang kata-katanya diawali SK atau BA berjenis itu."""
    there = isi.by_id
    faults = []
    for entry in mappings(isi.get("regulasi.yml")):
        if "jenis" in entry:
            words = there[entry["naskah"]]["teks"].upper()
            said = [kind for kind, pattern in KINDS.items() if re.match(pattern, words)]
            if said and said != [entry["jenis"]]:
                faults.append(f"{entry['id']} berjenis {entry['jenis']}, di naskah {said[0]}")
    refuse(faults, "Samakan jenisnya dengan kata-katanya di naskah.")
