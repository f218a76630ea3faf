"""What was achieved: a year's page, all years, the money spent, and the method in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.charts import geometry as chart
from macros.frame import links
from macros.frame.generated import GeneratedPage
from macros.frame.site import Site
from macros.frame.view import View
from macros.parts import answers
from renstra.model.isian import Sumber
from renstra.model.kegiatan import Kegiatan, Program
from renstra.model.laporan import RealisasiAnggaran
from renstra.model.realisasi import entries_of
from renstra.model.terms import STATUS, STATUS_DATA, Status
from renstra.plan import funding
from renstra.results.plausible import PERTANYAAN
from renstra.results.progress import progress
from renstra.results.quality import MUTU
from renstra.results.rules import ATURAN
from renstra.results.year import (
    Hitungan,
    Penilaian,
    PenilaianAnggaran,
    count,
    national_items,
    own_items,
    spending,
    total_over_years,
)

# Fill attributes stand beside the style sheet's classes for print engines that ignore it.
STATUS_COLOURS: dict[Status, str] = {
    "melampaui": "#0b5c7a",
    "tercapai": "#1b6e3c",
    "melebihi_jumlah": "#5e35b1",
    "tidak_tercapai": "#b3261e",
    "berjalan": "#8a5a00",
    "belum_dilaporkan": "#78909c",
    "ditarik": "#78909c",
    "tidak_ada_kejadian": "#90a4ae",
    "tidak_dapat_dihitung": "#90a4ae",
    "tidak_ditargetkan": "#90a4ae",
    "tidak_tercantum": "#90a4ae",
}


def outside(found: Hitungan) -> str:
    """What stays out of the denominator, in words; nothing where nothing does."""
    parts = [
        f"{number} {STATUS[status].label.lower()}"
        for status in (
            "tidak_ada_kejadian",
            "tidak_dapat_dihitung",
            "tidak_ditargetkan",
            "tidak_tercantum",
        )
        if (number := found.per_status[status])
    ]
    return f"Tidak ikut dihitung: {', '.join(parts)}." if parts else ""


@dataclass(frozen=True)
class BarisHitungan:
    """A programme or kegiatan with the counts of its indicators."""

    label: str
    href: str
    hitungan: Hitungan
    program: bool


def _rows(view: View, items: Sequence[Penilaian]) -> list[BarisHitungan]:
    plan = view.site.plan

    parts: dict[str, list[Penilaian]] = {}
    for item in items:
        for part in (item.tempat.program, item.tempat.kegiatan):
            parts.setdefault(part.id, []).append(item)

    def row(label: str, url: str, part: Program | Kegiatan) -> BarisHitungan:
        mine = count(parts.get(part.id, ()))
        return BarisHitungan(label, view.href(url), mine, isinstance(part, Program))

    found = []
    for program in plan.program:
        found.append(row(f"{program.nomor} {program.nama}", links.program(program), program))
        for kegiatan in plan.kegiatan_of(program):
            label = f"{kegiatan.nomor} {kegiatan.nama}"
            found.append(row(label, links.kegiatan(kegiatan), kegiatan))
    return found


def shares_figure(view: View, tahun: int) -> Markup:
    """How many of the office's own indicators have each status, as a bar with its key."""
    found = count(own_items(view.site.results[tahun]))
    bars = chart.shares(
        [(status, found.per_status[status]) for status in STATUS if found.per_status[status]]
    )
    return view.render(
        "grafik-status.svg.j2",
        id=f"grafik-status-{tahun}",
        tahun=tahun,
        bars=bars,
        hitungan=found,
        width=chart.WIDTH,
        height=chart.SHARES_HEIGHT,
        colours=STATUS_COLOURS,
    )


def capaian_page(site: Site, tahun: int) -> GeneratedPage:
    """The results of one year."""
    plan = site.plan
    url = links.capaian(tahun)
    view = View(site, url)
    items = site.results[tahun]
    report = plan.realisasi.get(tahun)
    money = [item for part in ("program", "kegiatan") for item in spending(plan, tahun, part)]
    body = view.render(
        "capaian.md.j2",
        tahun=tahun,
        jawaban=answers.capaian(site, tahun),
        akhir=plan.tahun[-1],
        dilaporkan=tahun in site.reported,
        laporan=report,
        luar=outside(count(own_items(items))),
        kalimat_nasional=answers.counted(national_items(items)) if national_items(items) else "",
        sendiri=count(own_items(items)),
        nasional=count(national_items(items)),
        gambar=shares_figure(view, tahun),
        baris=_rows(view, own_items(items)),
        items=items,
        belum=[item for item in items if item.due],
        belum_uang=[
            (item, funding.label_of(plan, item.kode))
            for item in money
            if item.rencana and not (item.laporan and item.laporan.reported)
        ],
        final=sum(one.final for one in entries_of(report).values()),
        terlambat=site.late(tahun),
        ada_pk=any(item.target_pk for item in items),
        kurang=[problem for problem in site.lacks if report and problem.path == report.path],
        kemajuan=progress(plan, tahun) if report else [],
        templat=report is not None and site.folder is not None,
        edit_url=site.edit_url(report) if report else "",
    )
    return GeneratedPage(
        url=url,
        title=f"Capaian {tahun}",
        description=f"Capaian {plan.rencana.singkatan} tahun {tahun}: "
        f"{answers.counted(own_items(items))}",
        body=body,
        section=links.CAPAIAN,
        edit_url=site.edit_url(report) if report else "",
        hide=("navigation", "toc"),
    )


def capaian_semua(view: View) -> Markup:
    """The years of the plan with what each achieved, counted with denominators."""
    years = [
        (tahun, count(own_items(items)), tahun in view.site.reported)
        for tahun, items in view.site.results.items()
    ]
    return view.render("capaian-semua.html.j2", years=years)


def matriks_capaian(view: View) -> Markup:
    """Every indicator with its status of every year; years are added only where one may."""
    plan = view.site.plan
    totals = {kode: total_over_years(plan, kode) for kode in plan.kedudukan}
    return view.render("matriks-capaian.html.j2", totals=totals)


@dataclass(frozen=True)
class BarisUang:
    """A line of the table of spending."""

    nama: str
    href: str
    jenis: str
    """Its list in the report: ``program``, ``kegiatan`` or ``baris``."""

    uang: PenilaianAnggaran
    sumber: int
    """The number of its source under the table; 0 where it names none."""

    penjelasan: Sequence[tuple[str, str]]
    """What the report says in words, each under its name."""


def realisasi_anggaran(view: View) -> Markup:
    """Plan, final budget, grants and spending of every year, by programme and kegiatan."""
    years = []
    for tahun in view.site.plan.tahun:
        documents: list[Sumber] = []
        rows = list(_money_rows(view, tahun, documents))
        years.append((tahun, rows, documents))
    return view.render("realisasi-anggaran.html.j2", years=years)


def _money_rows(view: View, tahun: int, documents: list[Sumber]) -> Iterator[BarisUang]:
    """The rows of a year in the order of Table IV.3; their sources are added to `documents`."""
    plan = view.site.plan
    parts = ("program", "kegiatan", "baris")
    found = {item.kode: (part, item) for part in parts for item in spending(plan, tahun, part)}
    for program in plan.anggaran_kegiatan.program:
        codes = [program.program]
        for group in program.kegiatan:
            codes += [group.id, *(line.id for line in group.baris)]
        for kode in codes:
            if kode not in found:
                continue
            part, item = found[kode]
            url = view.program_links.get(kode, f"{links.ANGGARAN_KEGIATAN}#{kode}")
            number = _numbered(item.laporan.dokumen if item.laporan else None, documents)
            yield BarisUang(
                funding.label_of(view.site.plan, kode),
                view.href(url),
                part,
                item,
                number,
                list(_explained(item.laporan)),
            )


def _explained(laporan: RealisasiAnggaran | None) -> Iterator[tuple[str, str]]:
    """What a report on money says in words, under the names that the models give."""
    for key in ("analisis", "kendala", "tindak_lanjut", "alasan_perubahan", "penegasan"):
        if text := getattr(laporan, key, None):
            yield RealisasiAnggaran.model_fields[key].title or key, text


def _numbered(sumber: Sumber | None, documents: list[Sumber]) -> int:
    """The number of a source in `documents`, counted from 1; 0 for none."""
    if sumber is None:
        return 0
    known = [document.model_dump() for document in documents]
    if sumber.model_dump() not in known:
        documents.append(sumber)
        return len(documents)
    return known.index(sumber.model_dump()) + 1


def tabel_aturan(view: View) -> Markup:
    """The rules of achievement, said by themselves."""
    return view.render("tabel-aturan.html.j2", aturan=ATURAN)


def daftar_status(view: View) -> Markup:
    """Every status and what it means."""
    return view.render("daftar-status.html.j2", data=STATUS_DATA)


def daftar_mutu(view: View) -> Markup:
    """What is asked of every report."""
    return view.render("daftar-mutu.html.j2", mutu=MUTU, tanya=PERTANYAAN)
