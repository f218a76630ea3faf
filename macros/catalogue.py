"""The macros that the pages in `docs/` call: plain functions of a view, returning text."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from macros import charts, links
from macros.chart import is_targeted
from macros.markdown import escape
from macros.view import View
from renstra.model.base import Perbaikan
from renstra.model.naskah import Naskah, Subjudul, TempatTabel
from renstra.plan import Plan
from renstra.terms import JENIS


def pengantar(view: View) -> Markup:
    """The decree's number and date, what the plan is in its own words, and the vision."""
    return view.render("pengantar.html.j2")


def kunci(view: View) -> Markup:
    """What was promised, what it costs, what was achieved, counted from the data."""
    objectives = sum(len(item.sasaran) for item in view.site.plan.kegiatan.values())
    return view.render("kunci.html.j2", sasaran=objectives)


def nama_kantor(view: View) -> Markup:
    """The short name of the office."""
    return Markup.escape(view.site.plan.rencana.singkatan)


def judul_rencana(view: View) -> Markup:
    """The title of the plan."""
    return Markup.escape(view.site.plan.rencana.judul)


def grafik_anggaran_program(view: View) -> Markup:
    """Money by programme and year."""
    return charts.program_figure(view)


def grafik_anggaran_kegiatan(view: View) -> Markup:
    """Money by kegiatan, one chart a programme."""
    programs = view.site.plan.anggaran_kegiatan.program
    return view.side_by_side(charts.kegiatan_figure(view, program) for program in programs)


def tabel_target(view: View) -> Markup:
    """The whole target table, as the decree prints it."""
    plan = view.site.plan
    caption = f"{plan.tabel_target.nomor} {plan.tabel_target.judul}"
    return view.render("tabel-target.html.j2", caption=caption, programs=plan.program)


def tabel_anggaran_program(view: View) -> Markup:
    """Funding by programme, as the decree prints it."""
    return view.render("tabel-anggaran-program.html.j2")


def tabel_bagian_program(view: View) -> Markup:
    """Each programme's share of each year."""
    return view.render("tabel-bagian-program.html.j2")


def tabel_anggaran_kegiatan(view: View) -> Markup:
    """Funding by kegiatan and sasaran, as the decree prints it."""
    plan = view.site.plan
    places = {
        sasaran.id: links.sasaran(kegiatan, sasaran)
        for kegiatan in plan.kegiatan.values()
        for sasaran in kegiatan.sasaran
    }
    return view.render("tabel-anggaran-kegiatan.html.j2", sasaran_links=places)


def tabel_jumlah_kegiatan(view: View) -> Markup:
    """The sums of the kegiatan, beside what Table IV.2 allocates to their programme."""
    return view.render("tabel-jumlah-kegiatan.html.j2")


def daftar_indikator(view: View) -> Markup:
    """Every indicator in one list that filters in the page."""
    plan = view.site.plan
    used = {place.indikator.satuan or place.indikator.jenis for place in plan.kedudukan.values()}
    units = [(unit.id, unit.nama) for unit in plan.satuan.values() if unit.id in used]
    units += [(kind, term.label) for kind, term in JENIS.items() if kind in used]
    return view.render("daftar-indikator.html.j2", satuan=units)


def daftar_kegiatan(view: View) -> Markup:
    """Programmes and their kegiatan."""
    return view.render("daftar-kegiatan.html.j2")


def daftar_tahun(view: View) -> Markup:
    """The years of the plan with what each promises and costs."""
    targeted = {tahun: count_targeted(view.site.plan, tahun) for tahun in view.site.plan.tahun}
    return view.render("daftar-tahun.html.j2", targeted=targeted)


def count_targeted(plan: Plan, tahun: int) -> int:
    """How many indicators have a target in a year."""
    return sum(
        is_targeted(place.indikator, target)
        for place in plan.kedudukan.values()
        for target in place.indikator.targets
        if target.tahun == tahun
    )


def daftar_perbaikan(view: View) -> Markup:
    """Every mend of what the extraction broke, with its reason."""
    return view.render("daftar-perbaikan.html.j2", rows=list(_mends(view.site.plan)))


def _mends(plan: Plan) -> Iterator[tuple[str, str, Perbaikan]]:
    seen: set[str] = set()
    for place in plan.kedudukan.values():
        if place.sasaran.id not in seen:
            seen.add(place.sasaran.id)
            where = links.sasaran(place.kegiatan, place.sasaran)
            yield from ((place.sasaran.id, where, mend) for mend in place.sasaran.perbaikan)
        for mend in place.indikator.perbaikan:
            yield place.indikator.id, links.indikator(place.indikator), mend
    for line in plan.pendanaan:
        yield from ((line.baris.id, links.baris(line.baris), mend) for mend in line.baris.perbaikan)


def naskah(view: View, kode: str) -> str:
    """A chapter of the decree, word for word, with its tables where they stand.

    Raises KeyError where there is no such chapter.
    """
    chapter = {item.id: item for item in view.site.plan.naskah}[kode]
    return "\n".join(_parts(view, chapter))


def _parts(view: View, chapter: Naskah) -> Iterator[str]:
    plan = view.site.plan
    tables = {
        plan.tabel_target.id: tabel_target,
        plan.anggaran_program.id: tabel_anggaran_program,
        plan.anggaran_kegiatan.id: tabel_anggaran_kegiatan,
    }
    yield f"# {escape(chapter.nomor)} {escape(chapter.judul)}\n"
    for part in chapter.isi:
        if isinstance(part, Subjudul):
            yield f"\n## {escape(part.label)} {escape(part.teks)} {{ #{part.id} }}\n"
        elif isinstance(part, TempatTabel):
            yield f'<div id="{part.id}"></div>\n'
            yield tables[part.tabel](view)
        else:
            yield view.render("naskah-bagian.html.j2", bagian=part)


MACROS = (
    pengantar,
    kunci,
    nama_kantor,
    judul_rencana,
    grafik_anggaran_program,
    grafik_anggaran_kegiatan,
    tabel_target,
    tabel_anggaran_program,
    tabel_bagian_program,
    tabel_anggaran_kegiatan,
    tabel_jumlah_kegiatan,
    daftar_indikator,
    daftar_kegiatan,
    daftar_tahun,
    daftar_perbaikan,
    naskah,
)
"""What a page in `docs/` may call."""
