"""A file cut into pieces says what the whole says, or is read as a whole."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from renstra.dialect.document import parse_yaml
from renstra.past import reading
from renstra.past.reading import Reader, Reading
from renstra.past.thing import Thing
from renstra.reading.files import data_files
from tests.conftest import TINY
from tests.renstra.whole import WHOLE

ROOT = TINY.parent.parent
FILES = [
    pytest.param(folder / name, name, id=f"{folder.parent.name}/{name}")
    for folder in (TINY / "data", WHOLE / "data", ROOT / "data")
    for name in data_files(folder)
]
BITS = (
    *("\n", "- ", "  ", "'", '"', "[", "]", "{", "}", ": ", "#", " ", "x", "\t", "---\n", "&a "),
    *("*a ", "!!str ", "|\n", ">-\n", "? ", "id: ", "-\n", "  - id: z-1\n", "- id: z-2\n", "\\"),
    *("%", "...\n", "\n\n", "# c\n", "sasaran:\n", "isi:\n", "\r\n", "\r", "~", "2031: 1\n"),
)


def plain(found: Reading) -> tuple[bool, bool, list[tuple[object, ...]]]:
    """What was read, as values that can be compared."""
    return bool(found.reason), found.partial, sorted(map(values, found.things), key=repr)


def values(thing: Thing) -> tuple[object, ...]:
    """A thing as a value."""
    fields = sorted((way, str(text)) for way, text in thing.fields.items())
    return thing.key, thing.jenis, thing.kode, thing.tahun, tuple(fields)


def as_a_whole(content: bytes, name: str) -> Reading:
    """A file read without being cut."""
    return reading._whole(content, name)


@pytest.mark.parametrize(("file", "name"), FILES)
def test_pieces_say_what_the_whole_says(file: Path, name: str) -> None:
    content = file.read_bytes()

    assert plain(Reader().read(content, name)) == plain(as_a_whole(content, name))


@pytest.mark.parametrize("seed", range(4))
def test_so_they_do_when_the_file_is_spoiled(seed: int) -> None:
    rng = Random(seed)
    texts = [
        (name, (TINY / "data" / name).read_text("utf-8")) for name in data_files(TINY / "data")
    ]
    texts += [
        (name, (WHOLE / "data" / name).read_text("utf-8")) for name in data_files(WHOLE / "data")
    ]
    for _ in range(150):
        name, text = rng.choice(texts)
        for _ in range(rng.choice((1, 1, 2, 3))):
            text = spoil(text, rng)
        content = text.encode()

        assert plain(Reader().read(content, name)) == plain(as_a_whole(content, name)), text


def spoil(text: str, rng: Random) -> str:
    """The text with something put in, taken out, moved in or out, or copied."""
    at = rng.randrange(len(text) + 1)
    lines = text.split("\n")
    line = rng.randrange(len(lines))
    way = rng.randrange(5)
    if way == 0:
        return text[:at] + rng.choice(BITS) + text[at:]
    if way == 1:
        return text[:at] + text[at + rng.randint(1, 5) :]
    if way == 2:
        lines[line] = " " * rng.randint(1, 3) + lines[line]
    elif way == 3:
        lines[line] = lines[line][rng.randint(1, 3) :]
    else:
        lines.insert(rng.randrange(len(lines)), lines[line])
    return "\n".join(lines)


def test_a_piece_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    real = parse_yaml

    def counting(raw: bytes, shown: str) -> object:
        parsed.append(raw.decode())
        return real(raw, shown)

    monkeypatch.setattr(reading, "parse_yaml", counting)
    reader = Reader()
    text = (TINY / "data/target/kg-001.yml").read_text("utf-8")
    first = reader.read(text.encode(), "target/kg-001.yml")
    parsed.clear()

    second = reader.read(text.replace('"BB"', '"A"').encode(), "target/kg-001.yml")

    assert ["id: ik-002" in piece for piece in parsed] == [True]
    same = {thing.key for thing in first.things if any(thing is other for other in second.things)}
    # What holds it is put together anew, out of heads that were parsed before.
    assert {thing.key for thing in first.things} - same == {"ik-002", "sa-001", "kg-001"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff", "baris 1: bita 0xff bukan UTF-8; simpan berkas dengan pengodean UTF-8"),
        (b"- a\n", "puncaknya bukan kunci-kunci"),
        (b"# " + b"x" * 1_000_000, "lebih dari 1000000 bita"),
    ],
    ids=["not UTF-8", "a list", "too long"],
)
def test_what_cannot_be_read(content: bytes, reason: str) -> None:
    assert Reader().read(content, "swot.yml") == Reading((), reason)


def test_how_things_are_known() -> None:
    things = [
        (thing.key, thing.jenis, thing.kode, thing.tahun)
        for name, text in (
            ("satuan.yml", "satuan:\n  - id: bab-i\n    nama: bab\n"),
            ("lain.yml", "visi: ii-003\nmisi:\n  - naskah: ii-004\n    id: mi-1\n"),
            (
                "anggaran/program.yml",
                "id: tabel-x\nbaris:\n  - kode: '01'\n    program: pg-1\n    nama: A\n",
            ),
            ("realisasi/lama.yml", "tahun: 2031\nindikator:\n  - kode: ik-001\n    nilai: 1\n"),
            ("realisasi/2032.yml", "tahun: 2032\nindikator:\n  - kode: ik-001\n    nilai:\n"),
            ("asing.yml", "hal:\n  - id: ik-009\n    nama: A\n  - id: x-1\n    nama: B\n"),
            ("tautan.yml", "tautan:\n  - id: tl-001\n    dari: st-001\n    ke: si-001\n"),
        )
        for thing in Reader().read(text.encode(), name).things
    ]

    assert things == [
        ("satuan bab-i", "satuan", "bab-i", None),
        ("tujuan", "visi", "tujuan", None),
        ("mi-1", "misi", "mi-1", None),
        ("tabel-x", "tabel", "tabel-x", None),
        ("tabel-x#pg-1", "pendanaan program", "pg-1", None),
        ("realisasi/2031#ik-001", "realisasi", "ik-001", 2031),
        ("ik-009", "indikator", "ik-009", None),
        ("x-1", "hal", "x-1", None),
        ("st-001 → si-001", "tautan", "st-001 → si-001", None),
    ]
