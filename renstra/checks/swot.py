"""The analysis: each factor with its code and one wording, each strategy once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from renstra.checks.rule import Place, Violation
from renstra.checks.texts import same, spelled_out, twins, without_code
from renstra.model.base import Entry
from renstra.model.naskah import Butir
from renstra.plan.plan import Plan

_CODE = re.compile(r"\(([A-Z]\d{1,2})\)")


@dataclass(frozen=True)
class Wording:
    """A factor as one place words it."""

    factor: str
    di: str
    text: str
    entry: Entry


def _matrix_wordings(plan: Plan) -> Iterator[Wording]:
    for matrix in plan.swot.matriks:
        for item in (*matrix.dalam.faktor, *matrix.luar.faktor):
            yield Wording(item.faktor, f"{matrix.id}#{item.faktor}", item.teks, item)


def _coded_items(plan: Plan) -> Iterator[list[Butir]]:
    """The lists of the prose of which most items carry the code of a factor."""
    known = {factor.id for factor in plan.swot.faktor}
    for chapter in plan.naskah:
        for is_item, run in groupby(chapter.isi, lambda part: isinstance(part, Butir)):
            items = [part for part in run if isinstance(part, Butir)]
            coded = [part for part in items if known & set(_CODE.findall(part.teks))]
            if is_item and len(coded) * 2 > len(items):
                yield items


def _prose_wordings(plan: Plan) -> Iterator[Wording]:
    """What stands before each code; an item may hold several factors."""
    for items in _coded_items(plan):
        for item in items:
            pieces = _CODE.split(item.teks)
            for text, code in zip(pieces[::2], pieces[1::2], strict=False):
                yield Wording(code, item.id, text.strip(" .;,"), item)


def check_codes(plan: Plan) -> Iterator[Violation]:
    """A factor carries its own code: in a matrix that of its place, in a list one an item."""
    for wording in _matrix_wordings(plan):
        codes = _CODE.findall(wording.text)
        if codes != [wording.factor]:
            yield Violation(
                pokok=wording.di,
                places=(Place(wording.di),),
                printed=" dan ".join(f'"({code})"' for code in codes) or "tanpa kode",
                expected=f"({wording.factor}) menurut urutannya",
                entry=wording.entry,
                keys=("teks",),
            )
    for items in _coded_items(plan):
        for item in items:
            codes = _CODE.findall(item.teks)
            if len(codes) != 1:
                yield Violation(
                    pokok=item.id,
                    places=(Place(item.id),),
                    printed=" dan ".join(f'"({code})"' for code in codes) or "tanpa kode",
                    expected="satu faktor dengan satu kode dalam tiap butir",
                    entry=item,
                    keys=("teks",),
                )


def check_wordings(plan: Plan) -> Iterator[Violation]:
    """A factor has the same words wherever it stands; case, blanks and its code are left aside."""
    found: dict[str, list[Wording]] = {}
    for wording in (*_prose_wordings(plan), *_matrix_wordings(plan)):
        found.setdefault(wording.factor, []).append(wording)
    for factor, wordings in found.items():
        ways: dict[str, list[Wording]] = {}
        for wording in wordings:
            key = same(spelled_out(plan, without_code(wording.text)))
            ways.setdefault(key, []).append(wording)
        if len(ways) > 1:
            usual = max(ways.values(), key=len)
            odd = [wording for group in ways.values() if group is not usual for wording in group]
            yield Violation(
                pokok=factor,
                places=tuple(Place(wording.di) for wording in odd),
                printed="; ".join(f'"{wording.text}"' for wording in odd),
                expected=f'"{usual[0].text}" seperti di tempat lain',
                entry=odd[0].entry,
                keys=("teks",),
            )


def check_strategy_twins(plan: Plan) -> Iterator[Violation]:
    """No strategy stands twice in one matrix."""
    for matrix in plan.swot.matriks:
        group = {item.id: item for item in matrix.strategi}
        for names in twins((name, same(item.teks)) for name, item in group.items()):
            yield Violation(
                pokok="~".join(names),
                places=tuple(Place(name) for name in names),
                printed=f'"{group[names[0]].teks}" {len(names)} kali',
                expected="tiap strategi sekali dalam satu matriks",
                entry=group[names[-1]],
                keys=("teks",),
            )


def check_main_strategies(plan: Plan) -> Iterator[Violation]:
    """The main strategies are the heads of the synthesis, in its order and its words."""
    heads = plan.sintesa.tabel.kelompok if plan.sintesa.tabel else []
    for main, head in zip(plan.sintesa.utama, heads, strict=False):
        text = plan.words(main.naskah)
        if same(text) != same(head.teks):
            yield Violation(
                pokok=main.id,
                places=(Place(main.id), Place(main.naskah), Place(head.id)),
                printed=f'"{text}"',
                expected=f'"{head.teks}" seperti sintesanya',
                entry=plan.bagian[main.naskah][1],
                keys=("teks",),
            )
