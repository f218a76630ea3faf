"""Notes on the decree's contradictions: their page, and the marks beside what they are about."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from macros.frame import links
from macros.frame.view import View
from renstra.checks.notes import settled
from renstra.model.catatan import Catatan

JENIS = {
    "uji": "ditemukan pemeriksaan otomatis",
    "baca": "ditemukan dengan membaca",
}


def notes_on(view: View, codes: Iterable[str]) -> list[Catatan]:
    """The notes that concern any of the things, whichever year, each once and in their order."""
    wanted = set(codes)
    found = {
        note.id: note
        for (kode, _), notes in view.site.notes.items()
        if kode in wanted
        for note in notes
    }
    return [note for note in view.site.plan.catatan.catatan if note.id in found]


def daftar_catatan(view: View) -> Markup:
    """Every note: what is printed and expected, where, what the office answers, what ended it."""
    plan = view.site.plan
    places: dict[str, list[tuple[str, str]]] = {}
    for (kode, tahun), notes in view.site.notes.items():
        label = _place(view, kode) + (f", {tahun}" if tahun else "")
        for note in notes:
            places.setdefault(note.id, []).append((label, view.href(links.thing(plan, kode))))
    notes = plan.catatan.catatan
    return view.render(
        "daftar-catatan.html.j2",
        notes=notes,
        places=places,
        jenis=JENIS,
        berakhir={note.id: by for note in notes if (by := settled(plan, note))},
    )


def jumlah_catatan(view: View) -> str:
    """How many notes there are."""
    return str(len(view.site.plan.catatan.catatan))


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
