"""The office: its divisions, people, periods and place, the same wherever they are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renstra.checks.places import printed_places
from renstra.checks.rule import Place, Violation
from renstra.checks.texts import words_of
from renstra.model.base import Entry
from renstra.model.naskah import Blok, Butir, words
from renstra.plan.plan import Plan

_YEAR = r"(\d{4})"
_SPAN = re.compile(rf"\b{_YEAR}\s*(?:[-–—]|s\.d\.|sampai dengan(?: tahun)?)\s*{_YEAR}\b")
_TERM = re.compile(rf"\b(\d+) \([\w ]+\) tahun, yakni tahun {_YEAR} sampai dengan tahun {_YEAR}")
_DIVISION = re.compile(r"^divisi\s+", re.IGNORECASE)
_OFFICER = re.compile(r"^(?:ketua|kepala|sekretaris)\b", re.IGNORECASE)
_RANKS = ("Provinsi", "Kabupaten", "Kota")


def check_divisions(plan: Plan) -> Iterator[Violation]:
    """The divisions of the members, and of any further list of them, are those of the first list.

    Punctuation, case and blanks are left aside.
    """
    listed = {words_of(_division(plan.words(item.naskah))) for item in plan.organisasi.divisi}
    first = {item.naskah for item in plan.organisasi.divisi}
    members = plan.organisasi.tabel.anggota if plan.organisasi.tabel else []
    named: list[tuple[str, str, Entry, str]] = [
        (part.id, part.teks, part, "teks")
        for chapter in plan.naskah
        for part in chapter.isi
        if isinstance(part, Butir) and part.id not in first and _DIVISION.match(part.teks)
    ]
    named += [(member.id, member.divisi, member, "divisi") for member in members]
    for place, text, entry, key in named if listed else []:
        if words_of(_division(text)) not in listed:
            yield Violation(
                pokok=place,
                places=(Place(place),),
                printed=f'"{text}"',
                expected=f"nama divisi seperti di daftarnya, {plan.citation(min(first))}",
                entry=entry,
                keys=(key,),
            )


def _division(text: str) -> str:
    return re.sub(r"[;,.]\s*(?:dan)?$", "", _DIVISION.sub("", text))


def check_people(plan: Plan) -> Iterator[Violation]:
    """Who signs for an office is one person throughout, and the chair is the member so named."""
    members = plan.organisasi.tabel.anggota if plan.organisasi.tabel else []
    signed = {
        words_of(member.kedudukan): (member.nama.partition(",")[0], member.id)
        for member in members
        if _OFFICER.match(member.kedudukan)
    }
    for chapter in plan.naskah:
        for part in chapter.isi:
            if not isinstance(part, Blok):
                continue
            offices = [line for line in part.baris[:-1] if _OFFICER.match(line)]
            name = part.baris[-1]
            if not offices or name.endswith((",", ".")) or words_of(name) in words_of(offices[0]):
                continue
            office = next((o for o in signed if words_of(offices[0]).startswith(o)), None)
            other, place = signed.setdefault(office or words_of(offices[0]), (name, part.id))
            if words_of(name) != words_of(other):
                yield Violation(
                    pokok=part.id,
                    places=(Place(part.id), Place(place)),
                    printed=f'"{name}"',
                    expected=f'"{other}" seperti di {place}',
                    entry=part,
                    keys=("baris", len(part.baris) - 1),
                )


def check_periods(plan: Plan) -> Iterator[Violation]:
    """A span of years in the prose is that of the plan, and as long as it is said to be."""
    begin, end = plan.tahun[0], plan.tahun[-1]
    for chapter in plan.naskah:
        for part in chapter.isi:
            text = words(part)
            odd = [m for m in _SPAN.finditer(text) if (int(m[1]), int(m[2])) != (begin, end)]
            wrong = [m for m in _TERM.finditer(text) if int(m[3]) - int(m[2]) + 1 != int(m[1])]
            if odd or wrong:
                yield Violation(
                    pokok=part.id,
                    places=(Place(part.id),),
                    printed=", ".join(f'"{match[0]}"' for match in (*odd, *wrong)),
                    expected=f"{begin}-{end}" if odd else "jumlah tahun yang cocok dengan tahunnya",
                    entry=part,
                )


def check_region(plan: Plan) -> Iterator[Violation]:
    """The office's place is named with its own rank: not as a Kabupaten where it is a Kota."""
    match = re.search(rf"\b({'|'.join(_RANKS)}) (\S.*)$", plan.rencana.kantor)
    if not match:
        return
    rank, place = match[1], re.escape(match[2])
    others = "|".join(other for other in _RANKS if other != rank)
    wrong = re.compile(rf"\b(?:{others}) (?:{rank} )?{place}\b")
    for name, printed in printed_places(plan).items():
        # What refers to a part of the prose has its words, too; the mark belongs to the part.
        if getattr(printed.entry, "naskah", None):
            continue
        if found := wrong.search(" ".join(printed.words)):
            yield Violation(
                pokok=name,
                places=(Place(name),),
                printed=f'"{found[0]}"',
                expected=f'"{rank} {match[2]}"',
                entry=printed.entry,
            )


def check_overlays(plan: Plan) -> Iterator[Violation]:
    """What the data picks out of a part of the prose stands in it, letter by letter."""
    picked: list[tuple[str, str, str, Entry]] = []
    for term in plan.istilah.definisi:
        picked += [(term.id, text, term.naskah, term) for text in term.istilah]
    for short in plan.istilah.singkatan:
        if short.naskah:
            texts = (short.singkatan, short.kepanjangan)
            picked += [(short.id, text, short.naskah, short) for text in texts]
    for body in plan.kelembagaan.lembaga:
        for area in body.bidang:
            picked += [
                (partner.id, partner.nama, partner.naskah, partner) for partner in area.mitra
            ]
    for activity in plan.kebijakan.prioritas:
        names = [(activity.id, activity.nama), *((p.id, p.nama) for p in activity.proyek)]
        picked += [(name, text, activity.naskah, activity) for name, text in names]
    for name, text, part, entry in picked:
        if part in plan.bagian and text not in plan.words(part):
            yield Violation(
                pokok=name,
                places=(Place(name),),
                printed=f'"{text}"',
                expected=f"kata-kata yang tertulis di {part}",
                entry=entry,
            )
