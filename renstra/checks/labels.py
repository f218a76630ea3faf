"""Labels: numbers and letters in sequence, tables numbered once and captioned once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from renstra.checks.rule import Place, Violation
from renstra.checks.texts import same
from renstra.model.base import Entry
from renstra.model.naskah import Butir, Naskah, Subjudul, TempatTabel
from renstra.plan.plan import Plan

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Labelled = tuple[str, str, Entry]
"""Where it stands, its label as printed, and the entry that says so."""


def counts(label: str) -> list[int]:
    """What a label may count as: ``b)`` is 2, ``IV`` is 4, ``i.`` is 9 or 1; nothing for others."""
    bare = label.strip(" .()").casefold()
    if bare.isascii() and bare.isdigit():
        return [int(bare)]
    found = [_LETTERS.index(bare) + 1] if len(bare) == 1 and bare in _LETTERS else []
    if bare and set(bare) <= _ROMAN.keys():
        values = [_ROMAN[digit] for digit in bare]
        after = [*values[1:], 0]
        found.append(sum(-v if v < n else v for v, n in zip(values, after, strict=True)))
    return found


def follows(label: str, before: str | None) -> bool:
    """Whether a label begins a list, or comes next after `before`."""
    here = counts(label)
    return 1 in here or (before is not None and any(n + 1 in here for n in counts(before)))


def _prose(chapter: Naskah) -> Iterator[list[Labelled]]:
    """The lists of a chapter: items of one level, until something of a higher level comes."""
    for kind in (Subjudul, Butir):
        lists: dict[int, list[Labelled]] = {}
        for part in chapter.isi:
            if not isinstance(part, Subjudul | kind):
                continue
            # A heading ends the lists above it; an item ends those inside the item before it.
            ended = 0 if isinstance(part, Subjudul) and kind is Butir else part.tingkat
            yield from (lists.pop(level) for level in sorted(lists) if level > ended)
            if isinstance(part, kind) and part.label and counts(part.label):
                here = (part.id, part.label, part)
                if 1 in counts(part.label) and part.tingkat in lists:
                    yield lists.pop(part.tingkat)
                lists.setdefault(part.tingkat, []).append(here)
        yield from lists.values()


def _lists(plan: Plan) -> Iterator[Sequence[Labelled]]:
    """Every list of the plan whose things are numbered or lettered, in the printed order."""
    for chapter in plan.naskah:
        yield from _prose(chapter)
    yield [(program.id, program.nomor, program) for program in plan.program]
    for program in plan.program:
        yield [(item.id, item.nomor, item) for item in plan.kegiatan_of(program)]
    table = plan.anggaran_kegiatan
    yield [(f"{table.id}#{item.program}", item.nomor, item) for item in table.program]
    for funded in table.program:
        yield [(item.id, item.nomor, item) for item in funded.kegiatan]
    for matrix in plan.swot.matriks:
        for axis in (matrix.dalam, matrix.luar):
            yield [(f"{matrix.id}#{item.faktor}", item.label, item) for item in axis.faktor]
        yield [(item.id, item.label, item) for item in matrix.strategi]
    if synthesis := plan.sintesa.tabel:
        yield [(item.id, item.label, item) for item in synthesis.kelompok]
        for group in synthesis.kelompok:
            yield [(item.id, item.label, item) for item in group.butir]
    if goals := plan.tujuan.tabel:
        yield [(f"{goals.id}#{item.tujuan}", item.nomor, item) for item in goals.baris]
        for goal in goals.baris:
            yield [(item.id, item.label, item) for item in goal.sasaran if item.label]
    if members := plan.organisasi.tabel:
        yield [(item.id, item.nomor, item) for item in members.anggota]


def check_sequence(plan: Plan) -> Iterator[Violation]:
    """Numbers and letters of a list begin with the first and leave none out.

    A label that is neither, such as a dash or ``KESATU``, is in no sequence.
    """
    for items in _lists(plan):
        before: str | None = None
        for name, label, entry in (item for item in items if counts(item[1])):
            if not follows(label, before):
                yield Violation(
                    pokok=name,
                    places=(Place(name),),
                    printed=f'"{label}"' + (f' sesudah "{before}"' if before else ""),
                    expected="nomor atau huruf berikutnya"
                    if before
                    else "nomor atau huruf pertama",
                    entry=entry,
                )
            before = label


def tables(plan: Plan) -> dict[str, tuple[str, str, Entry]]:
    """Id of each table that stands in the prose to its number, caption and entry, as read."""
    entries = [
        plan.tabel_target,
        plan.anggaran_program,
        plan.anggaran_kegiatan,
        *plan.swot.matriks,
        *plan.swot.tabel,
        *(part.tabel for part in (plan.sintesa, plan.tujuan, plan.organisasi) if part.tabel),
    ]
    found = {entry.id: (entry.nomor, entry.judul, entry) for entry in entries}
    placed = [
        part.tabel
        for chapter in plan.naskah
        for part in chapter.isi
        if isinstance(part, TempatTabel)
    ]
    return {name: found[name] for name in dict.fromkeys(placed) if name in found}


def check_table_numbers(plan: Plan) -> Iterator[Violation]:
    """Tables of one chapter have numbers of their own that grow in the order of reading."""
    used: dict[str, list[int]] = {}
    for name, (number, _, entry) in tables(plan).items():
        match = re.search(r"([\dA-Z]+)\.(\d+)$", number)
        if not match:
            continue
        chapter, count = match[1], int(match[2])
        earlier = used.setdefault(chapter, [])
        if earlier and (count in earlier or count < earlier[-1]):
            yield Violation(
                pokok=name,
                places=(Place(name),),
                printed=f'"{number}" sesudah {chapter}.{earlier[-1]}',
                expected="nomor yang lebih besar dan belum dipakai",
                entry=entry,
                keys=("nomor",),
            )
        earlier.append(count)


def check_captions(plan: Plan) -> Iterator[Violation]:
    """No two tables have the same caption."""
    first: dict[str, tuple[str, str]] = {}
    for name, (number, caption, entry) in tables(plan).items():
        other, before = first.setdefault(same(caption), (name, number))
        if other != name:
            yield Violation(
                pokok=name,
                places=(Place(name), Place(other)),
                printed=f'"{caption}"',
                expected=f"judul lain daripada judul {before}",
                entry=entry,
                keys=("judul",),
            )
