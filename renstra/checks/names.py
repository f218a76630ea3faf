"""Names: programmes, kegiatan, sasaran and goals the same in every table, and each once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from renstra.checks.rule import Place, Violation
from renstra.checks.texts import same, spelled_out, twins, without_code, words_of
from renstra.model.anggaran import KegiatanAnggaran
from renstra.model.base import Entry
from renstra.model.kegiatan import Kegiatan
from renstra.plan.plan import Plan

_AMOUNT = re.compile(r"\s+(?:sebesar|sejumlah|senilai)\s.*$")


def _differs(
    places: Sequence[str], printed: str, expected: str, value: tuple[Entry, str]
) -> Violation:
    """A name that is another elsewhere; the first place holds it, in `value`."""
    entry, key = value
    return Violation(
        pokok=places[0],
        places=tuple(map(Place, places)),
        printed=f'"{printed}"',
        expected=expected,
        entry=entry,
        keys=(key,),
    )


def _as_in(name: str, source: str) -> str:
    return f'"{name}" seperti di {source}'


def _program_names(plan: Plan, program: str) -> Iterator[tuple[str, str, Entry, str]]:
    """Where else a programme is named: the place, the name there, the entry and its key."""
    office = [plan.rencana.singkatan, plan.rencana.kantor]
    for row in plan.anggaran_program.baris:
        if row.program == program:
            yield f"{plan.anggaran_program.id}#{program}", row.nama, row, "nama"
            if row.naskah:
                name = _AMOUNT.sub("", plan.words(row.naskah))
                for words in office:
                    name = name.removesuffix(words).strip()
                yield row.naskah, name, plan.bagian[row.naskah][1], "teks"
    for funded in plan.anggaran_kegiatan.program:
        if funded.program == program:
            yield f"{plan.anggaran_kegiatan.id}#{program}", funded.nama, funded, "nama"
    for group in plan.kebijakan.arah:
        if group.program == program:
            name = plan.words(group.naskah).partition(",")[0]
            yield group.naskah, name, plan.bagian[group.naskah][1], "teks"


def check_programs(plan: Plan) -> Iterator[Violation]:
    """A programme has the name of the target table in every table and in the prose."""
    for program in plan.program:
        for place, name, entry, key in _program_names(plan, program.id):
            if same(name) != same(program.nama):
                expected = _as_in(program.nama, plan.tabel_target.nomor)
                yield _differs([place], name, expected, (entry, key))


def matched(plan: Plan) -> Iterator[tuple[KegiatanAnggaran, Kegiatan]]:
    """The groups of the funding table with the kegiatan that most of their lines' sasaran are of.

    The tables number and name their kegiatan apart; what joins them is the sasaran.
    """
    home = {sasaran.id: item for item in plan.kegiatan.values() for sasaran in item.sasaran}
    for program in plan.anggaran_kegiatan.program:
        for group in program.kegiatan:
            homes = [home[line.sasaran] for line in group.baris if line.sasaran]
            if homes:
                yield group, max(homes, key=homes.count)


def check_kegiatan(plan: Plan) -> Iterator[Violation]:
    """A kegiatan of the funding table has the name of the one in the target table."""
    for group, kegiatan in matched(plan):
        if group.nama and same(group.nama) != same(kegiatan.nama):
            expected = _as_in(kegiatan.nama, plan.tabel_target.nomor)
            yield _differs([group.id, kegiatan.id], group.nama, expected, (group, "nama"))


def check_nameless(plan: Plan) -> Iterator[Violation]:
    """Every numbered group of the funding table has a name."""
    for program in plan.anggaran_kegiatan.program:
        for group in program.kegiatan:
            if not group.nama:
                yield Violation(
                    pokok=group.id,
                    places=(Place(group.id),),
                    printed=f"nomor {group.nomor} tanpa nama",
                    expected="nama kegiatan",
                    entry=group,
                    keys=("nama",),
                )


def check_numbers(plan: Plan) -> Iterator[Violation]:
    """A kegiatan has the same number in both tables; one breach for each programme."""
    found = {group.id: (group, kegiatan) for group, kegiatan in matched(plan) if group.nama}
    for program in plan.anggaran_kegiatan.program:
        odd = [
            found[group.id]
            for group in program.kegiatan
            if group.id in found and group.nomor != found[group.id][1].nomor
        ]
        if odd:
            here, there = plan.anggaran_kegiatan.nomor, plan.tabel_target.nomor
            yield Violation(
                pokok=program.program,
                places=tuple(Place(group.id) for group, _ in odd),
                printed=f"di {here}: " + ", ".join(group.nomor for group, _ in odd),
                expected=f"di {there}: " + ", ".join(kegiatan.nomor for _, kegiatan in odd),
                entry=odd[0][0],
                keys=("nomor",),
            )


def check_sasaran(plan: Plan) -> Iterator[Violation]:
    """A funding line has the words of its sasaran in the target table."""
    names = {s.id: s.nama for kegiatan in plan.kegiatan.values() for s in kegiatan.sasaran}
    for line in plan.pendanaan:
        joined = line.baris.sasaran
        if joined and words_of(line.baris.nama) != words_of(names[joined]):
            expected = _as_in(names[joined], plan.tabel_target.nomor)
            yield _differs([line.baris.id, joined], line.baris.nama, expected, (line.baris, "nama"))


def check_sasaran_twins(plan: Plan) -> Iterator[Violation]:
    """No sasaran stands twice in one table; codes in brackets are left aside."""
    targets = {
        sasaran.id: sasaran
        for program in plan.program
        for kegiatan in plan.kegiatan_of(program)
        for sasaran in kegiatan.sasaran
    }
    lines = {line.baris.id: line.baris for line in plan.pendanaan}
    for entries in (targets, lines):
        texts = [(name, same(without_code(entry.nama))) for name, entry in entries.items()]
        for names in twins(texts):
            yield Violation(
                pokok="~".join(names),
                places=tuple(Place(name) for name in names),
                printed=f'"{entries[names[0]].nama}" {len(names)} kali',
                expected="tiap sasaran sekali dalam satu tabel",
                entry=entries[names[-1]],
                keys=("nama",),
            )


def check_goals(plan: Plan) -> Iterator[Violation]:
    """A goal has the same words in the prose and in the table; abbreviations are spelled out."""
    table = plan.tujuan.tabel
    goals = {goal.id: goal for goal in plan.tujuan.tujuan}
    for row in table.baris if table else []:
        place = f"{table.id if table else ''}#{row.tujuan}"
        goal = goals.get(row.tujuan)
        text = plan.words(goal.naskah) if goal else "tujuan yang dikenal"
        if same(spelled_out(plan, text)) != same(spelled_out(plan, row.teks)):
            source = plan.citation(goal.naskah) if goal else "daftar tujuan"
            yield _differs([place], row.teks, _as_in(text, source), (row, "teks"))
