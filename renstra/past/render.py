"""A comparison as text for a terminal, as Markdown for a job summary, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from renstra.dialect.wording import printable
from renstra.past.comparison import Comparison
from renstra.past.difference import Change
from renstra.past.effects import Effect
from renstra.past.sentences import effect_sentence, sentence
from renstra.past.values import Units

MOST = 200_000
"""The most bytes of Markdown; a job summary of the forge may have a little over a million."""

NO_CHANGE = "Tidak ada perubahan isi."


def as_text(found: Comparison) -> str:
    """The comparison for a terminal; effects on totals first."""
    lines = [f"Perbandingan {found.sebelum} → {found.sesudah}"]
    for title, rows in _sections(found):
        lines += ["", title, *(f"  {row}" for row in rows)]
    return "\n".join(map(printable, lines)) + "\n"


def as_markdown(found: Comparison, most: int = MOST) -> str:
    """The comparison as Markdown in which nothing of the data can be anything but text.

    It is cut at a line, and says so, where it would be longer than `most` bytes.
    """
    lines = ["### Perbandingan isi rencana", ""]
    lines += [f"    {printable(f'{found.sebelum} → {found.sesudah}')}", ""]
    for title, rows in _sections(found):
        # Indented by four, everything stands as it is; the titles are our own words.
        lines += [f"#### {title}", "", *(f"    {printable(row)}" for row in rows), ""]
    return _cut(lines, most)


def _cut(lines: list[str], most: int) -> str:
    size, kept = 0, 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > most:
            break
        kept += 1
    if kept == len(lines):
        return "\n".join(lines) + "\n"
    left = sum(line.startswith("    ") for line in lines[kept:])
    note = f"Dipotong di sini: {left} baris lagi. Jalankan renstra banding untuk seluruhnya."
    return "\n".join([*lines[:kept], "", note, ""])


def _sections(found: Comparison) -> Iterator[tuple[str, list[str]]]:
    """Titles of our own words and the lines below them."""
    impact = found.pengaruh
    if impact.daftar or impact.halangan:
        yield "Pengaruh pada jumlah dan status", [*_effects(impact.daftar), *impact.halangan]
    if found.keterangan:
        yield "Yang tidak dapat dibandingkan", list(found.keterangan)
    if found.perubahan:
        yield (
            f"Perubahan ({len(found.perubahan)})",
            [sentence(one, found.satuan) for one in found.perubahan],
        )
    else:
        yield "Perubahan (0)", [NO_CHANGE]


def _effects(effects: tuple[Effect, ...]) -> Iterator[str]:
    for effect in effects:
        yield f"{effect.kelompok}: {effect_sentence(effect)}"


def as_json(found: Comparison) -> str:
    """The comparison as JSON; keys are those of the classes of `renstra.compare`.

    ``versi`` only rises when a key goes or changes its meaning; keys may come at any time.
    """
    content = {
        "versi": 1,
        "sebelum": found.sebelum,
        "sesudah": found.sesudah,
        "sama": found.sama,
        "pengaruh": [vars(effect) for effect in found.pengaruh.daftar],
        "keterangan": [*found.pengaruh.halangan, *found.keterangan],
        "perubahan": [_as_dict(change, found.satuan) for change in found.perubahan],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _as_dict(change: Change, units: Units) -> dict[str, Any]:
    thing = change.thing
    return {
        "kunci": thing.key,
        "jenis": thing.jenis,
        "kode": thing.kode,
        "tahun": change.tahun,
        "nama": thing.nama,
        "aspek": change.aspek,
        "bidang": change.bidang,
        "sebelum": change.sebelum,
        "sesudah": change.sesudah,
        "deret": [list(run) for run in change.deret] if change.prosa else None,
        "kalimat": sentence(change, units),
    }
