"""The pages of later decrees: what each changed, and the plan's tables as each left them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.frame import links
from macros.frame.generated import GeneratedPage
from macros.frame.site import Site
from macros.frame.view import View
from macros.parts.decrees import pairs
from macros.parts.sentences import effect, sentences
from macros.parts.tables import tabel_anggaran_kegiatan, tabel_anggaran_program, tabel_target
from renstra.checks.notes import settled
from renstra.dialect.format import day
from renstra.model.perubahan import AWAL, Perubahan
from renstra.past.comparison import compare_decrees
from renstra.past.public import is_public
from renstra.reading.load import data_tree


def decree_pages(site: Site) -> Iterator[GeneratedPage]:
    """Two pages for each later decree and one for the plan as first decided; none without one."""
    before = AWAL
    for decree in site.plan.perubahan if site.data else ():
        yield _change(site, decree, before)
        before = decree.id
    if site.plan.perubahan:
        yield _tables(site, None)
        yield from (_tables(site, decree) for decree in site.plan.perubahan)


def _change(site: Site, decree: Perubahan, before: str) -> GeneratedPage:
    url = links.perubahan(decree.id)
    view = View(site, url)
    assert site.data, "a site made of no files has no decrees to tell of"
    found = compare_decrees(site.plan, data_tree(site.data), before, decree.id)
    notes = [note for note in site.plan.catatan.catatan if settled(site.plan, note) is decree]
    return GeneratedPage(
        url=url,
        title=f"Perubahan menurut Keputusan Nomor {decree.nomor}",
        description=f"Yang diubah, ditambahkan dan dicabut dengan Keputusan Nomor {decree.nomor}.",
        body=view.render(
            "keputusan-perubahan.md.j2",
            keputusan=decree,
            sebelumnya=before,
            ringkas=_shortly(decree),
            pengaruh=[effect(view, item) for item in found.pengaruh.daftar],
            kalimat=sentences(view, list(filter(is_public, found.perubahan))),
            catatan=notes,
        ),
        section=links.PERUBAHAN,
        edit_url=site.edit_url(decree),
        hide=("toc",),
    )


def _shortly(decree: Perubahan) -> str:
    """How much a decree does, in a sentence."""
    parts = [
        f"{len(items)} {words}"
        for items, words in (
            (decree.ubah, "nilai diubah"),
            (decree.tambah, "hal ditambahkan"),
            (decree.cabut, "hal dicabut"),
        )
        if items
    ]
    listed = ", ".join(parts[:-1])
    return f"{f'{listed} dan ' if listed else ''}{parts[-1]}."


def _tables(site: Site, decree: Perubahan | None) -> GeneratedPage:
    """The tables of targets and money, whole, as a decree left them."""
    kode = decree.id if decree else AWAL
    url = links.naskah_pada(kode)
    then = View(replace(site, plan=site.plan.as_of(kode)), url)
    first = site.plan.rencana.keputusan
    number, on = (decree.nomor, decree.tanggal) if decree else (first.nomor, first.tanggal)
    name = f"menurut Keputusan Nomor {number}"
    since = f"sejak {day(decree.sejak)}" if decree else f"seperti mula-mula ditetapkan {day(on)}"
    return GeneratedPage(
        url=url,
        title=f"Tabel target dan anggaran {name}",
        description=f"Tabel target dan anggaran rencana, seluruhnya, {name}.",
        body=then.render(
            "naskah-pada.md.j2",
            sebutan=name,
            keterangan=f"Di bawah ini tabel rencana {since}.",
            keputusan=decree,
            target=tabel_target(then),
            program=tabel_anggaran_program(then),
            kegiatan=tabel_anggaran_kegiatan(then),
        ),
        section=links.PERUBAHAN,
        hide=("toc",),
    )


def comparison_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each later decree: the plan as first decided, and as that one left it."""
    for before, after in pairs(site):
        assert site.data
        found = compare_decrees(site.plan, data_tree(site.data), AWAL, after.id)
        url = links.banding(before, after)
        view = View(site, url)
        yield GeneratedPage(
            url=url,
            title=f"Dari {before.nomor} ke {after.nomor}",
            description=f"Yang berubah dari {before.nomor} ke {after.nomor}.",
            body=view.render(
                "banding.md.j2",
                sebelum=before,
                sesudah=after,
                banding=found,
                kalimat=sentences(view, list(filter(is_public, found.perubahan))),
                pengaruh=[effect(view, item) for item in found.pengaruh.daftar],
            ),
            section=links.PERUBAHAN,
            edit_url=site.edit_url(after),
            hide=("toc",),
        )
