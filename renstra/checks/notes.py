"""The violations of a plan against its notes: each recorded once, and every quotation stands.

A note of the kind `uji` claims violations by rule and subject, one of the kind `baca` quotes what
stands where it says. Either holds of the plan as some decree left it: one that a later decree
settled is still a note on what was decided before. One that is withdrawn claims nothing any more,
and one that we withdrew ourselves quotes nothing either.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from renstra.checks.places import Printed, printed_places
from renstra.checks.registry import BY_NAME, violations
from renstra.checks.rule import Place, Violation
from renstra.dialect.problem import Problem
from renstra.dialect.wording import nearest, unknown_id
from renstra.model.catatan import Catatan, CatatanUji, Tempat, held
from renstra.model.perubahan import Perubahan
from renstra.plan.plan import Plan

_FILE = "catatan.yml"
_QUOTED = re.compile(r'"([^"]+)"')

Claim = tuple[str, str]
"""A rule and the subject that breaks it."""

Found = Mapping[Claim, Violation]


def notes_at(plan: Plan) -> dict[tuple[str, int | None], list[Catatan]]:
    """Place and year (None for its name or heading) to the notes marked there, in their order."""
    marks: dict[tuple[str, int | None], list[Catatan]] = defaultdict(list)
    for note in plan.catatan.catatan:
        for place in places_of(note, _found(_version(plan, note))):
            marks[place.di, place.tahun].append(note)
    return dict(marks)


def settled(plan: Plan, note: Catatan) -> Perubahan | None:
    """The later decree since which what a note says is no longer so; None while it is."""
    number = plan.once(_holding)[note.id]
    return plan.perubahan[number] if number < len(plan.perubahan) else None


def _version(plan: Plan, note: Catatan) -> Plan:
    """The newest version of the plan of which a note holds; today's where it holds of none."""
    return plan.versions[plan.once(_holding)[note.id]]


def _holding(plan: Plan) -> Mapping[str, int]:
    """Id of a note to which of the plan's versions that is, counted from the first."""
    numbered = list(enumerate(plan.versions))
    return {
        note.id: next(
            (number for number, one in reversed(numbered) if not any(_wrong(one, note))),
            len(numbered) - 1,
        )
        for note in plan.catatan.catatan
    }


def _found(plan: Plan) -> Found:
    return plan.once(_by_claim)


def _by_claim(plan: Plan) -> Found:
    return {(item.aturan, item.pokok): item for item in violations(plan)}


def places_of(note: Catatan, found: Found) -> list[Place]:
    """Every place of a note, once: those its violations name, then its own."""
    claimed = _claimed(note, found) if isinstance(note, CatatanUji) else []
    places = [place for violation in claimed for place in violation.places]
    own: Sequence[Tempat] = note.tempat
    places += [Place(place.di, place.tahun) for place in own]
    return list(dict.fromkeys(places))


def _claimed(note: CatatanUji, found: Found) -> list[Violation]:
    return [found[note.aturan, item] for item in note.pokok if (note.aturan, item) in found]


def check_notes(plan: Plan) -> Iterator[Problem]:
    """Yield violations without a note, notes without their violation, and words that are gone.

    A violation that a later decree brings needs no note to be published: `unrecorded` tells of it.
    """
    claimed: dict[Claim, str] = {}
    for note in plan.catatan.catatan:
        yield from _wrong(_version(plan, note), note)
        if isinstance(note, CatatanUji) and held(note):
            yield from _check_twice(note, claimed)
    yield from _without_note(plan, _found(plan.versions[0]))


def unrecorded(plan: Plan) -> Iterator[Problem]:
    """A warning for each violation that a later decree brought and no note records."""
    first = _found(plan.versions[0])
    later = {claim: item for claim, item in _found(plan).items() if claim not in first}
    for problem in _without_note(plan, later):
        yield replace(problem, warning=True)


def _without_note(plan: Plan, found: Found) -> Iterator[Problem]:
    uji = (note for note in plan.catatan.catatan if isinstance(note, CatatanUji))
    claimed = {(note.aturan, item) for note in uji if held(note) for item in note.pokok}
    file = posixpath.join(posixpath.dirname(plan.rencana.path), _FILE)
    for claim, violation in found.items():
        if claim not in claimed:
            yield _unrecorded(violation, file)


def _wrong(plan: Plan, note: Catatan) -> Iterator[Problem]:
    """What is wrong with a note, held against one version of the plan."""
    found, printed = _found(plan), plan.once(printed_places)
    if isinstance(note, CatatanUji) and held(note):
        yield from _check_claims(note, found)
        yield from _check_difference(note, _claimed(note, found))
        yield from _check_quoted(note, places_of(note, found), printed)
    yield from _check_places(note, printed)


def _unrecorded(violation: Violation, notes: str) -> Problem:
    place = violation.entry.problem("", *violation.keys)
    difference = f" ({violation.difference})" if violation.difference else ""
    return Problem(
        place.path,
        place.line,
        f"{violation.aturan} {violation.pokok}",
        f"tercetak {violation.printed}, seharusnya {violation.expected}{difference}; "
        f"perbaiki bila salah salin, atau catat di {notes}",
    )


def _problem(note: Catatan, message: str, *keys: str | int) -> Problem:
    where = ": ".join((f"catatan {note.id}", *(str(key) for key in keys if isinstance(key, str))))
    return Problem(note.path, note.line(*keys), where, message)


def _check_claims(note: CatatanUji, found: Found) -> Iterator[Problem]:
    if note.aturan not in BY_NAME:
        message = f"pemeriksaan {note.aturan} tidak dikenal{nearest(note.aturan, BY_NAME)}"
        yield _problem(note, message, "aturan")
        return
    for index, item in enumerate(note.pokok):
        if (note.aturan, item) not in found:
            subjects = [subject for rule, subject in found if rule == note.aturan]
            hint = nearest(item, subjects) or "; hapus pokok ini"
            message = f"{item} tidak melanggar {note.aturan}{hint}"
            about = item.partition(":")[0]
            yield replace(_problem(note, message, "pokok", index), tentang=about)


def _check_twice(note: CatatanUji, claimed: dict[Claim, str]) -> Iterator[Problem]:
    """A violation is recorded in one note, once."""
    for index, item in enumerate(note.pokok):
        first = claimed.setdefault((note.aturan, item), note.id)
        if first != note.id or note.pokok.index(item) != index:
            yield _problem(note, f"{item} sudah dicatat di {first}; hapus di sini", "pokok", index)


def _check_difference(note: CatatanUji, claimed: Sequence[Violation]) -> Iterator[Problem]:
    """A note states the difference that its check computes."""
    computed = "; ".join(item.difference for item in claimed if item.difference)
    if (note.selisih or "") == computed or not claimed:
        return
    found = f'ditemukan "{note.selisih}"' if note.selisih else "tidak ada"
    expected = f'seharusnya "{computed}" menurut hitungan' if computed else "tidak dihitung; hapus"
    yield _problem(note, f"{found}, {expected}", "selisih")


def _check_quoted(
    note: CatatanUji, places: Sequence[Place], printed: Mapping[str, Printed]
) -> Iterator[Problem]:
    """What a note puts in quotation marks as printed stands at one of its places."""
    here = [(printed[place.di], place.tahun) for place in places if place.di in printed]
    for words in _QUOTED.findall(note.tercetak):
        if not any(place.says(words) or place.says(words, year) for place, year in here):
            message = (
                f'"{words}" tidak tertulis di tempat-tempat catatan ini; salin huruf demi huruf'
            )
            yield _problem(note, message, "tercetak")


def _check_places(note: Catatan, printed: Mapping[str, Printed]) -> Iterator[Problem]:
    places: Sequence[Tempat] = note.tempat
    for index, place in enumerate(places):
        here = printed.get(place.di)
        if here is None:
            yield _problem(note, unknown_id(place.di, printed), "tempat", index, "di")
        elif place.tahun is not None and place.tahun not in here.cells:
            message = f"{place.di} tidak punya sel tahun {place.tahun}"
            yield _problem(note, message, "tempat", index, "tahun")
        elif note.ditarik is None and place.kutipan and not here.says(place.kutipan, place.tahun):
            cell = "" if place.tahun is None else f" tahun {place.tahun}"
            message = f'"{place.kutipan}" tidak ada di {place.di}{cell}; salin huruf demi huruf'
            problem = _problem(note, message, "tempat", index, "kutipan")
            yield replace(problem, tentang=place.di)
