"""The charts: an indicator's targets, money by programme and year, money by kegiatan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from markupsafe import Markup

from macros.charts import geometry as chart
from macros.frame.view import View
from renstra.model.anggaran import KegiatanAnggaran, ProgramAnggaran
from renstra.model.indikator import Indikator
from renstra.model.target import Target
from renstra.plan import funding
from renstra.plan.changed import decrees_of
from renstra.plan.plan import Plan

# Fill attributes stand beside the style sheet's classes for print engines that ignore it.
COLOURS = ("#7a1f2b", "#78909c", "#b3661a", "#37474f")


def target_figure(view: View, indikator: Indikator) -> Markup:
    """The path of targets and of what was achieved, or marks where a path would say nothing."""
    path, words = target_path(view, indikator)
    if path is None:
        return view.render("strip.html.j2", targets=judged(view, indikator), hasil=words)
    return view.render(
        "grafik-target.svg.j2",
        id=indikator.id,
        indikator=indikator,
        path=path,
        cells=cells(view, indikator),
        hasil=words,
        menurut=according(view, indikator),
        hollow=any(not point.targeted for point in path.points),
        width=chart.WIDTH,
        bottom=chart.PATH_BOTTOM,
    )


def judged(view: View, indikator: Indikator) -> Sequence[Target]:
    """The target cells that the years are judged by; none where it is no part of the plan."""
    return [
        item.target if item.berlaku else Target(tahun, "", "kosong")
        for tahun, item in view.site.results_of[indikator.id].items()
    ]


def cells(view: View, indikator: Indikator) -> list[tuple[int, str]]:
    """Those cells in words, by year."""
    return [(target.tahun, target.tercetak or "kosong") for target in judged(view, indikator)]


def according(view: View, indikator: Indikator) -> str:
    """By what those cells stand there: no decree is said to print what it did not."""
    plan = view.site.plan
    if decrees_of(plan, indikator.id):
        return "menurut keputusan yang berlaku tiap tahun"
    return view.site.according(plan.tabel_target.id)


def target_path(
    view: View, indikator: Indikator
) -> tuple[chart.TargetPath | None, Mapping[int, str]]:
    """What is drawn of an indicator, if anything, and what was achieved by year, in words."""
    entries = {
        tahun: item.laporan
        for tahun, item in view.site.results_of[indikator.id].items()
        if item.laporan
    }
    reported = {y: entry.hasil for y, entry in entries.items() if entry.hasil is not None}
    words = {
        tahun: "ditarik" if entry.ditarik else view.nilai(indikator, entry.hasil)
        for tahun, entry in entries.items()
        if entry.ditarik or tahun in reported
    }
    path = chart.target_path(
        indikator,
        {y: (value, words[y]) for y, value in reported.items() if isinstance(value, Decimal)},
        judged(view, indikator),
    )
    return path, words


def program_figure(view: View) -> Markup:
    """Money by programme and year, from Table IV.2."""
    plan = view.site.plan
    rows = plan.anggaran_program.baris
    bars, years = chart.grouped_bars([row.pagu for row in rows], plan.tahun)
    return view.render(
        "grafik-program.svg.j2",
        id="grafik-program",
        rows=rows,
        bars=bars,
        years=years,
        colours=COLOURS,
        width=chart.WIDTH,
        height=chart.BARS_HEIGHT,
        bottom=chart.BARS_BOTTOM,
    )


def kegiatan_figure(view: View, program: ProgramAnggaran, tahun: int | None = None) -> Markup:
    """Money by kegiatan of one programme, over all years or in one, from Table IV.3.

    The programmes' charts stand side by side, so a rupiah is equally long in all of them.
    """
    plan = view.site.plan
    rows = [
        (f"{item.nomor} {item.nama}", _amount(plan, item, tahun))
        for item in funding.detailed(program)
    ]
    others = (item for each in plan.anggaran_kegiatan.program for item in funding.detailed(each))
    most = max((_amount(plan, item, tahun) or 0 for item in others), default=0)
    bars, height = chart.named_bars(rows, most)
    when = str(tahun) if tahun else "seluruh tahun rencana"
    return view.render(
        "grafik-kegiatan.svg.j2",
        id=f"grafik-{program.program}",
        judul=f"Anggaran per kegiatan, Program {program.nomor}, {when}",
        keterangan=f"Program {program.nomor}, {when}: jumlah per kegiatan (hitungan situs ini).",
        rows=rows,
        bars=bars,
        width=chart.WIDTH,
        height=height,
    )


def _amount(plan: Plan, kegiatan: KegiatanAnggaran, tahun: int | None) -> int | None:
    """What a kegiatan is given in a year, or in all of them."""
    sums = funding.kegiatan_sums(plan, kegiatan)
    return sums[tahun] if tahun else funding.total(sums)
