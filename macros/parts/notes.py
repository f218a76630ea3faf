"""Notes on the decree's contradictions: their page, and the marks beside what they are about."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.frame import links
from macros.frame.view import View
from renstra.checks.notes import settled
from renstra.checks.observed import PERIHAL, observed_on
from renstra.model.catatan import Catatan, held

JENIS = {
    "uji": "ditemukan pemeriksaan otomatis",
    "baca": "ditemukan dengan membaca",
}


def baca_bersama(view: View, codes: Sequence[str]) -> Markup:
    """What a reader of the things' figures is told beside them, in sentences; nothing for none.

    The notes without which a figure would be misread, then what the figures themselves show, then
    where the names of the things differ from elsewhere.
    """
    plan = view.site.plan
    wanted = set(codes)
    found = {
        note.id: note
        for (kode, tahun) in view.site.notes
        if kode in wanted
        for note in view.site.marked(kode, tahun)
    }
    notes = [note for note in plan.catatan.catatan if note.id in found]
    return view.render(
        "baca-bersama.html.j2",
        kalimat=[note for note in notes if note.golongan == "angka"],
        hitungan=[item.kalimat for item in observed_on(plan, codes)],
        catatan=[note for note in notes if note.golongan == "nama"],
    )


def daftar_catatan(view: View) -> Markup:
    """Every note, chapter by chapter: what stands where, beside what, what the office answers.

    Those on spelling are folded at the end of their chapter, those withdrawn at the end of all.
    """
    plan = view.site.plan
    places: dict[str, list[tuple[str, str]]] = {}
    first: dict[str, str] = {}
    for (kode, tahun), notes in view.site.notes.items():
        label = _place(view, kode) + (f", {tahun}" if tahun else "")
        for note in notes:
            places.setdefault(note.id, []).append((label, view.href(links.thing(plan, kode))))
            first.setdefault(note.id, kode)
    chapters: dict[str, list[Catatan]] = {}
    for note in plan.catatan.catatan:
        chapter = plan.chapter_of(first.get(note.id, "").partition("#")[0])
        if note.ditarik is None:
            chapters.setdefault(chapter.title if chapter else "", []).append(note)
    return view.render(
        "daftar-catatan.html.j2",
        bab=[
            (
                title,
                [note for note in found if note.golongan != "ejaan"],
                [note for note in found if note.golongan == "ejaan"],
            )
            for title, found in chapters.items()
        ],
        ditarik=[note for note in plan.catatan.catatan if note.ditarik],
        places=places,
        jenis=JENIS,
        berakhir={note.id: by for note in plan.catatan.catatan if (by := settled(plan, note))},
    )


def jumlah_catatan(view: View) -> str:
    """How many notes are held."""
    return str(sum(held(note) for note in view.site.plan.catatan.catatan))


def daftar_pengamatan(view: View) -> Markup:
    """What is looked for in the figures and told beside them, without a note."""
    return view.render("daftar-pengamatan.html.j2", perihal=PERIHAL.values())


def _place(view: View, kode: str) -> str:
    """A place of a note as a reader would call it."""
    plan = view.site.plan
    whole, mark, row = kode.partition("#")
    if whole in plan.bagian:
        return plan.citation(whole)
    if whole not in plan.tabel:
        return kode
    numbers = {program.id: f"Program {program.nomor}" for program in plan.program}
    return f"{plan.tabel[whole]}{f', {numbers.get(row, row)}' if mark else ''}"
