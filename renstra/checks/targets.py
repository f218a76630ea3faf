"""Targets: a cell for every year, one unit in a row, a kind that fits the name, a steady path."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from renstra.checks.rule import Place, Violation
from renstra.checks.texts import meaning, twins
from renstra.model.indikator import Indikator
from renstra.model.target import Target
from renstra.model.terms import SCALES
from renstra.plan.plan import Plan

JUMP = 10
"""A path that grows or falls more than this many times from one year to the next is a jump."""

SHARE = "Persentase"
"""The word that the name of a share begins with."""

_GRADES = "|".join(sorted((grade for step in SCALES["predikat"] for grade in step), reverse=True))
_GRADED = re.compile(rf"\b(?i:nilai|predikat)(?i: minimal)? (?:{_GRADES})\b")
_UNIT = re.compile(r"^[-\d.,]+\s*", re.ASCII)


def _indicators(plan: Plan) -> Iterator[Indikator]:
    return (place.indikator for place in plan.kedudukan.values())


def sign(target: Target) -> str:
    """How a numeric cell writes its unit, without blanks; nothing where it writes none."""
    return "".join(_UNIT.sub("", target.tercetak).split())


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
    """All numbers of a row write their unit in the same way, blanks aside."""
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


def check_jumps(plan: Plan) -> Iterator[Violation]:
    """No target is more than ten times that of the year before, or less than a tenth."""
    for indikator in _indicators(plan):
        values = {target.tahun: target.nilai for target in indikator.targets}
        years = jumps(values)
        if years:
            yield Violation(
                pokok=indikator.id,
                places=tuple(Place(indikator.id, year) for year in years),
                printed=", ".join(f'"{indikator.target[year]}" ({year})' for year in years),
                expected=f"perubahan paling banyak {JUMP} kali lipat dalam setahun",
                entry=indikator,
                keys=("target", years[0]),
            )


def jumps(values: dict[int, Decimal | None]) -> list[int]:
    """The years whose value is more than ten times that of the year before, or less than a tenth.

    Nothing is compared with a zero or with a year without a value.
    """
    found = []
    for before, year in pairwise(values):
        old, new = values[before], values[year]
        if old and new and max(old, new) > JUMP * min(old, new):
            found.append(year)
    return found


def check_directions(plan: Plan) -> Iterator[Violation]:
    """A path never goes against its direction: a target that should rise does not fall."""
    for indikator in _indicators(plan):
        if indikator.arah == "tetap":
            continue
        cells = _numeric(indikator)
        back = [
            new
            for old, new in pairwise(cells)
            if (new.nilai or 0) != (old.nilai or 0)
            and ((new.nilai or 0) > (old.nilai or 0)) != (indikator.arah == "naik")
        ]
        if back:
            yield Violation(
                pokok=indikator.id,
                places=tuple(Place(indikator.id, target.tahun) for target in back),
                printed=", ".join(f'"{target.tercetak}" ({target.tahun})' for target in back),
                expected=f"tidak {'turun' if indikator.arah == 'naik' else 'naik'}, "
                f"karena arahnya {indikator.arah}",
                entry=indikator,
                keys=("target", back[0].tahun),
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
