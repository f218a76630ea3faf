"""The pages that are made, one for each thing of the plan: a plain function that a hook calls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from macros.charts import figures as charts
from macros.frame import links
from macros.frame.generated import GeneratedPage
from macros.frame.site import Site
from macros.frame.view import View
from macros.pages.chapters import chapter_pages
from macros.pages.decrees import comparison_pages, decree_pages
from macros.pages.years import year_pages
from macros.parts import answers
from macros.parts.capaian import capaian_page
from macros.parts.decrees import dicabut
from macros.parts.lookup import arti_dalam
from macros.parts.notes import baca_bersama
from macros.parts.thread import around, asal
from macros.parts.timeline import riwayat
from macros.sharing import opendata
from renstra.dialect.format import entered
from renstra.model.indikator import Indikator
from renstra.model.kegiatan import Kegiatan, Program
from renstra.plan import funding
from renstra.plan.plan import Kedudukan
from renstra.results.targeting import count_targeted
from renstra.results.year import total_over_years

T = TypeVar("T")


def generated_pages(site: Site) -> Iterator[GeneratedPage]:
    """Every generated page of the site."""
    plan = site.plan
    for before, place, after in _neighbours(list(plan.kedudukan.values())):
        yield _indikator(
            site, place, before.indikator if before else None, after.indikator if after else None
        )
    ordered = [(program, item) for program in plan.program for item in plan.kegiatan_of(program)]
    for earlier, (program, kegiatan), later in _neighbours(ordered):
        yield _kegiatan(
            site, program, kegiatan, earlier[1] if earlier else None, later[1] if later else None
        )
    for program in plan.program:
        yield _program(site, program)
    for tahun in plan.tahun:
        yield _tahun(site, tahun)
        yield capaian_page(site, tahun)
    yield from decree_pages(site)
    yield from comparison_pages(site)
    yield from year_pages(site)
    yield from chapter_pages(site)


def _neighbours(items: Sequence[T]) -> Iterator[tuple[T | None, T, T | None]]:
    yield from zip([None, *items[:-1]], items, [*items[1:], None], strict=True)


def _indikator(
    site: Site, place: Kedudukan, before: Indikator | None, after: Indikator | None
) -> GeneratedPage:
    plan, indikator = site.plan, place.indikator
    url = links.indikator(indikator)
    view = View(site, url)
    cells = "; ".join(f"{t.tahun}: {t.tercetak or '(kosong)'}" for t in indikator.targets)
    others = [item for item in place.sasaran.indikator if item is not indikator]
    lines = [line.baris.id for line in plan.pendanaan_of(place.sasaran)]
    menurut = charts.according(view, indikator)
    body = view.render(
        "indikator.md.j2",
        indikator=indikator,
        tempat=place,
        jawaban=answers.indikator(view, place, site.results_of[indikator.id]),
        gambar=charts.target_figure(view, indikator),
        menurut=menurut,
        kisaran=_range(indikator),
        surat=indikator.dikonfirmasi or plan.rencana.dikonfirmasi,
        lain=others,
        asal=asal(view, indikator.id, (place.sasaran.id, place.kegiatan.id), place.program),
        arti=arti_dalam(view, indikator.nama, indikator.penjelasan or ""),
        bersama=baca_bersama(view, [indikator.id, place.sasaran.id, place.kegiatan.id, *lines]),
        pendanaan=plan.pendanaan_of(place.sasaran),
        alamat=url,
        hasil=site.results_of[indikator.id],
        persetujuan={year: report.disetujui for year, report in plan.realisasi.items()},
        rekaman=_records(site, indikator),
        riwayat=riwayat(view, indikator.id),
        dicabut=dicabut(view, indikator.id),
        data_terbuka=opendata.of_indikator(view, indikator),
        jumlah=view.nilai(indikator, total_over_years(plan, indikator.id)),
        kutipan=f'Indikator {indikator.id} "{indikator.nama}", target {cells} '
        f"({plan.tabel_target.nomor}, {site.cited(indikator.id)}; {menurut})",
        edit_url=site.edit_url(indikator),
        sebelum=before,
        sesudah=after,
    )
    return GeneratedPage(
        url=url,
        title=f"{indikator.id} · {indikator.nama}",
        description=f"Target {indikator.id} {plan.rencana.singkatan}: {cells}.",
        body=body,
        section=links.INDIKATOR,
        trail=[
            _crumb_program(place.program),
            (place.kegiatan.nama, links.kegiatan(place.kegiatan)),
        ],
        edit_url=site.edit_url(indikator),
    )


def _records(site: Site, indikator: Indikator) -> list[tuple[int, str, int, str]]:
    """Where each year's report on an indicator is entered: year, file, line and edit address."""
    return [
        (tahun, entry.path, entry.line("nilai"), site.edit_url(entry, "nilai"))
        for tahun, result in site.results_of[indikator.id].items()
        if (entry := result.laporan)
    ]


def _range(indikator: Indikator) -> str:
    """The values that an indicator may have, in words: ``0 sampai 100``, ``0 atau lebih``."""
    if indikator.rentang is None:
        return ""
    least, greatest = indikator.rentang.min, indikator.rentang.maks
    if least is None or greatest is None:
        bounds = [(least, "atau lebih"), (greatest, "atau kurang")]
        parts = [f"{entered(bound)} {word}" for bound, word in bounds if bound is not None]
        return parts[0] if parts else "tanpa batas"
    return f"{entered(least)} sampai {entered(greatest)}"


def _crumb_program(program: Program) -> tuple[str, str]:
    return f"Program {program.nomor}", links.program(program)


def _kegiatan(
    site: Site,
    program: Program,
    kegiatan: Kegiatan,
    before: Kegiatan | None,
    after: Kegiatan | None,
) -> GeneratedPage:
    plan = site.plan
    lines = [line for sasaran in kegiatan.sasaran for line in plan.pendanaan_of(sasaran)]
    own = [line for line in lines if not line.kegiatan.mengulang]
    url = links.kegiatan(kegiatan)
    view = View(site, url)
    body = view.render(
        "kegiatan.md.j2",
        program=program,
        kegiatan=kegiatan,
        jawaban=answers.kegiatan(site, kegiatan, lines),
        bersama=baca_bersama(view, [kegiatan.id, *(line.baris.id for line in own)]),
        arti=arti_dalam(view, kegiatan.nama, kegiatan.penjelasan or ""),
        detailed=[(group, list(run)) for group, run in groupby(own, lambda line: line.kegiatan)],
        asal=asal(view, kegiatan.id, (), program),
        dicabut=dicabut(view, kegiatan.id),
        capaian=[
            (
                tahun,
                [item for item in site.results[tahun] if item.tempat.kegiatan is kegiatan],
            )
            for tahun in site.reported
        ],
        kalimat=answers.counted,
        benang={item.id: around(view, item.id, nested=True) for item in kegiatan.sasaran},
        repeated=[line for line in lines if line.kegiatan.mengulang],
        sums=funding.lines_sums(plan, lines),
        sebelum=before,
        sesudah=after,
    )
    return GeneratedPage(
        url=url,
        title=f"Kegiatan {kegiatan.nama}",
        description=f"Sasaran, indikator, target dan anggaran kegiatan {kegiatan.nama}.",
        body=body,
        section=links.KEGIATAN,
        trail=[_crumb_program(program)],
        edit_url=site.edit_url(kegiatan),
        hide=("toc",),
    )


def _program(site: Site, program: Program) -> GeneratedPage:
    plan = site.plan
    url = links.program(program)
    view = View(site, url)
    caption = f"{plan.tabel_target.nomor} {plan.tabel_target.judul}: Program {program.nomor}"
    body = view.render(
        "program.md.j2",
        program=program,
        jawaban=answers.program(site, program),
        kegiatan=plan.kegiatan_of(program),
        anggaran=plan.alokasi[program.id],
        benang=around(view, program.id),
        dicabut=dicabut(view, program.id),
        sums=funding.program_sums(plan),
        tabel=view.render("tabel-target.html.j2", caption=caption, programs=[program]),
    )
    return GeneratedPage(
        url=url,
        title=f"Program {program.nomor} · {program.nama}",
        description=f"Target dan anggaran {program.nama}.",
        body=body,
        section=links.KEGIATAN,
        edit_url=site.edit_url(program),
        hide=("toc",),
    )


def _tahun(site: Site, tahun: int) -> GeneratedPage:
    plan = site.plan
    url = links.tahun(tahun)
    view = View(site, url)
    programs = plan.anggaran_kegiatan.program
    count = f"{count_targeted(plan, tahun)} dari {len(plan.kedudukan)} indikator"
    body = view.render(
        "tahun.md.j2",
        tahun=tahun,
        jawaban=answers.tahun_ini(site, tahun),
        dilaporkan=tahun in site.reported,
        hasil={item.tempat.indikator.id: item for item in site.results[tahun]},
        sums=funding.program_sums(plan),
        gambar=view.side_by_side(charts.kegiatan_figure(view, item, tahun) for item in programs),
        ringkasan=f"{count} ditargetkan untuk {tahun}; yang lain bertanda -, kosong, "
        "atau nol yang dibaca sebagai belum ditargetkan.",
    )
    return GeneratedPage(
        url=url,
        title=f"Tahun {tahun}",
        description=f"Target dan anggaran {plan.rencana.singkatan} tahun {tahun}.",
        body=body,
        section=links.TAHUN,
    )
