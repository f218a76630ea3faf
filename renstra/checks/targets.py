"""Targets: a cell for every year, one unit in a row, a kind that fits the name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from renstra.checks.rule import Place, Violation
from renstra.checks.texts import meaning, twins
from renstra.model.indikator import Indikator
from renstra.model.target import Target
from renstra.model.terms import SCALES
from renstra.plan.plan import Plan

SHARE = "Persentase"
"""The word that the name of a share begins with."""

_GRADES = "|".join(sorted((grade for step in SCALES["predikat"] for grade in step), reverse=True))
_GRADED = re.compile(rf"\b(?i:nilai|predikat)(?i: minimal)? (?:{_GRADES})\b")
_UNIT = re.compile(r"^[-\d.,]+\s*", re.ASCII)


def _indicators(plan: Plan) -> Iterator[Indikator]:
    return (place.indikator for place in plan.kedudukan.values())


def sign(target: Target) -> str:
    """How a numeric cell writes its unit, without blanks and in small letters; nothing for none."""
    return "".join(_UNIT.sub("", target.tercetak).split()).casefold()


def _numeric(indikator: Indikator) -> list[Target]:
    return [target for target in indikator.targets if target.rupa == "angka"]


def check_cells(plan: Plan) -> Iterator[Violation]:
    """Every year of an indicator has a target cell with something in it, if only a dash."""
    for indikator in _indicators(plan):
        for target in indikator.targets:
            if target.rupa == "kosong" and plan.in_force(indikator.id, target.tahun):
                yield Violation(
                    pokok=f"{indikator.id}:{target.tahun}",
                    places=(Place(indikator.id, target.tahun),),
                    printed="sel kosong",
                    expected="target di setiap tahun",
                    entry=indikator,
                    keys=("target", target.tahun),
                )


def check_units_in_row(plan: Plan) -> Iterator[Violation]:
    """All numbers of a row write their unit in the same way, blanks and letter case aside."""
    for indikator in _indicators(plan):
        cells = _numeric(indikator)
        signs = Counter(sign(target) for target in cells)
        if len(signs) < 2:
            continue
        usual = signs.most_common(1)[0][0]
        odd = [target for target in cells if sign(target) != usual]
        yield Violation(
            pokok=indikator.id,
            places=tuple(Place(indikator.id, target.tahun) for target in odd),
            printed=", ".join(f'"{target.tercetak}" ({target.tahun})' for target in odd),
            expected=f'satuan "{usual}" seperti sel lain di baris itu'
            if usual
            else "tanpa satuan seperti sel lain di baris itu",
            entry=indikator,
            keys=("target", odd[0].tahun),
        )


def check_units_in_table(plan: Plan) -> Iterator[Violation]:
    """Rows that write the same unit write it in the same way; a row mixed in itself is left out."""
    rows: dict[str, dict[str, list[Indikator]]] = {}
    for indikator in _indicators(plan):
        signs = {sign(target) for target in _numeric(indikator)}
        if indikator.satuan and len(signs) == 1 and (only := signs.pop()):
            rows.setdefault(indikator.satuan, {}).setdefault(only, []).append(indikator)
    for unit, ways in rows.items():
        if len(ways) > 1:
            users = [indikator for group in ways.values() for indikator in group]
            yield Violation(
                pokok=unit,
                places=tuple(Place(indikator.id) for indikator in users),
                printed=" dan ".join(f'"{way}"' for way in ways),
                expected="satu cara menulis satuan di seluruh tabel",
                entry=users[-1],
                keys=("target",),
            )


def check_kinds(plan: Plan) -> Iterator[Violation]:
    """Cells and name are of one kind: a share is called one, a grade is asked for as a grade."""
    for indikator in _indicators(plan):
        share = indikator.satuan == "persen"
        named = indikator.nama.split()[0].casefold() == SHARE.casefold()
        graded = _GRADED.search(indikator.nama)
        if graded and indikator.jenis != "predikat":
            expected = f'predikat, karena namanya menyebut "{graded[0]}"'
        elif share != named:
            wanted = f'nama yang diawali "{SHARE}"' if share else "sel dalam persen"
            expected = f"{wanted}, karena {'selnya persen' if share else 'namanya begitu'}"
        else:
            continue
        yield Violation(
            pokok=indikator.id,
            places=(Place(indikator.id),),
            printed=f'"{indikator.nama}" dengan sel "{indikator.targets[0].tercetak}"',
            expected=expected,
            entry=indikator,
            keys=("nama",),
        )


def check_twins(plan: Plan) -> Iterator[Violation]:
    """No indicator is measured twice: names differ in more than case and function words."""
    entries = {indikator.id: indikator for indikator in _indicators(plan)}
    for names in twins((name, meaning(entry.nama)) for name, entry in entries.items()):
        targets = [
            ", ".join(cell or "kosong" for cell in entries[n].target.values()) for n in names
        ]
        yield Violation(
            pokok="~".join(names),
            places=tuple(Place(name) for name in names),
            printed=" dan ".join(f"{n} ({t})" for n, t in zip(names, targets, strict=True)),
            expected="satu indikator dengan satu deret target",
            entry=entries[names[-1]],
            keys=("nama",),
        )
