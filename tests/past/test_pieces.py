"""A report read entry by entry says what it says when it is read as a whole."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from renstra.past import reading
from renstra.past.pieces import Pieces, Unlike
from tests.building import PROJECT

REPORTS = sorted(
    file
    for folder in ("contoh/lengkap", "contoh/kantor", "tests/tiny_whole/data")
    for file in (PROJECT / folder / "realisasi").glob("*.yml")
)
SMALL = (PROJECT / "tests/tiny_whole/data/realisasi/2031.yml").read_bytes()
NAME = "realisasi/2031.yml"
FRAGMENTS = (
    *(
        b"",
        b"# keterangan",
        b"  # keterangan",
        b"---",
        b"...",
        b"program:",
        b"indikator:",
        b"baris:",
    ),
    *(
        b"indikator: []",
        b"  - kode: ik-001",
        b"    nilai: 3",
        b"    nilai: 70.035",
        b"  - nilai: 3",
    ),
    *(b'    analisis: "buka', b'    kendala: tutup"', b"    analisis: |", b"      - bukan butir"),
    *(
        b"    analisis: >-",
        b"      kata",
        b"  - bukan kunci",
        b"    tindak_lanjut: {a: [b,",
        b"  - c]}",
    ),
    *(
        b"\tx: 1",
        b"sumber:",
        b"  judul: Lain",
        b"    - dalam",
        b"  -",
        b"    &a nilai: *a",
        b"tahun: 2032",
    ),
)


def said(found: reading.FileReading) -> Any:
    """All that a reading holds, in plain values."""
    things = [(one.key, one.jenis, one.kode, one.tahun, dict(one.fields)) for one in found.things]
    if found.report is None:
        return things, found.reason, found.partial
    named = [found.report.sumber, *(entry._umum for entry in found.report.entries.values())]
    entries = {kode: entry.model_dump() for kode, entry in found.report.entries.items()}
    return things, entries, [sumber and sumber.model_dump() for sumber in named]


def both(content: bytes, monkeypatch: pytest.MonkeyPatch, pieces: Pieces) -> tuple[Any, Any]:
    """What a file says read entry by entry, and read as a whole."""

    def whole(*arguments: object) -> None:
        raise Unlike

    apart = said(reading.read(content, NAME, pieces))
    with monkeypatch.context() as context:
        context.setattr(Pieces, "read", whole)
        return apart, said(reading.read(content, NAME))


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
@pytest.mark.parametrize("file", REPORTS, ids=lambda file: "-".join(file.parts[-3::2]))
def test_an_ordinary_report_is_read_in_pieces(
    file: Path, ending: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = file.read_bytes().replace(b"\n", ending)

    apart, whole = both(content, monkeypatch, Pieces())

    assert apart == whole
    assert len(Pieces().read(content, NAME)) > 3


def test_what_stays_is_the_same_thing_and_the_same_entry() -> None:
    pieces = Pieces()
    before = reading.read(SMALL, NAME, pieces)
    after = reading.read(SMALL.replace(b"nilai: BB", b"nilai: B"), NAME, pieces)

    assert before.report
    assert after.report
    differing = [
        kode
        for kode, entry in before.report.entries.items()
        if after.report.entries[kode] is not entry
    ]
    assert len(differing) == 1
    assert len(set(before.things) ^ set(after.things)) == 2


@pytest.mark.parametrize("seed", range(40))
def test_whatever_a_file_looks_like_it_says_the_same(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, pieces = random.Random(seed), Pieces()
    lines = SMALL.split(b"\n")
    for _ in range(12):
        at = chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[chance.randrange(len(lines))])
            case _:
                lines.insert(at, chance.choice(FRAGMENTS))
        apart, whole = both(b"\n".join(lines), monkeypatch, pieces)
        assert apart == whole
        if chance.random() < 0.5:
            lines = SMALL.split(b"\n")
