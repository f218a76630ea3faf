"""The macros that the pages in `docs/` call: plain functions of a view, returning text."""

from __future__ import annotations

from markupsafe import Markup

from macros.charts import figures as charts
from macros.frame import links
from macros.frame.markdown import escape
from macros.frame.view import View
from macros.pages.chapters import daftar_naskah
from macros.parts import (
    answers,
    capaian,
    decrees,
    lists,
    news,
    notes,
    organisation,
    tables,
    timeline,
)
from macros.parts import lookup as registers
from macros.parts.naskah import naskah
from macros.parts.proofread import daftar_pencocokan
from macros.parts.thread import daftar_keterkaitan
from macros.sharing import opendata
from renstra.dialect.format import span
from renstra.keeping.keutuhan import SIGNED
from renstra.model.terms import JENIS
from renstra.plan.mends import mends
from renstra.results.targeting import count_targeted


def pengantar(view: View) -> Markup:
    """The decree's number and date, what the plan is in its own words, and the vision."""
    return view.render("pengantar.html.j2")


def jawaban_beranda(view: View) -> Markup:
    """What is targeted, what it costs and what came of it, in sentences."""
    return view.render("jawaban.html.j2", kalimat=answers.home(view.site))


def jawaban_anggaran(view: View) -> Markup:
    """What the plan costs, in sentences."""
    return view.render("jawaban.html.j2", kalimat=answers.anggaran(view.site))


PINTU = (
    ("Target & capaian", links.CAPAIAN, "apa yang ditargetkan dan apa hasilnya"),
    ("Anggaran", links.ANGGARAN, "berapa biayanya, menurut program dan kegiatan"),
    ("Naskah Renstra", links.RENCANA, "teks keputusan dan bab-babnya"),
    ("Tentang & data", links.TENTANG, "catatan, cara menilai, perubahan, data terbuka"),
)
"""The doors of the site, as its navigation has them."""


def pintu(view: View) -> Markup:
    """The ways into the site."""
    return view.render("pintu.html.j2", pintu=PINTU)


def kurun_rencana(view: View) -> str:
    """The years of the plan, for a heading in Markdown."""
    return span(view.site.plan.tahun)


def nama_kantor(view: View) -> str:
    """The short name of the office, for a sentence in Markdown."""
    return escape(view.site.plan.rencana.singkatan)


def judul_rencana(view: View) -> str:
    """The title of the plan, for a sentence in Markdown."""
    return escape(view.site.plan.rencana.judul)


def contoh_cari(view: View) -> Markup:
    """What one may search for, in the office's own words; nothing where it gives none."""
    given = view.site.plan.rencana.contoh_cari
    return view.render("contoh-cari.html.j2") if given else Markup("")


def grafik_anggaran_program(view: View) -> Markup:
    """Money by programme and year."""
    return charts.program_figure(view)


def grafik_anggaran_kegiatan(view: View) -> Markup:
    """Money by kegiatan, one chart a programme."""
    programs = view.site.plan.anggaran_kegiatan.program
    return view.side_by_side(charts.kegiatan_figure(view, program) for program in programs)


def daftar_unduhan(view: View) -> Markup:
    """The way to the book and the offline edition; nothing where they are not made."""
    return view.render("unduhan.html.j2") if view.site.offers else Markup("")


def tabel_bagian_program(view: View) -> Markup:
    """Each programme's share of each year."""
    return view.render("tabel-bagian-program.html.j2")


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


def pemeriksaan_keutuhan(view: View) -> Markup:
    """The digests of the lists of the decrees' words, which anyone can check."""
    return view.render("keutuhan.html.j2", daftar=view.site.keutuhan, berlaku=SIGNED)


def daftar_perbaikan(view: View) -> Markup:
    """Every mend of what the extraction or our copy broke, with its reason."""
    plan = view.site.plan
    rows = [
        # The head of the plan has no id; the home page shows it.
        (
            kode,
            links.thing(plan, kode) if kode.partition("#")[0] in plan.things else links.HOME,
            mend,
        )
        for kode, mend in mends(plan)
    ]
    return view.render("daftar-perbaikan.html.j2", rows=rows)


MACROS = (
    pengantar,
    jawaban_beranda,
    jawaban_anggaran,
    pintu,
    kurun_rencana,
    nama_kantor,
    judul_rencana,
    daftar_unduhan,
    naskah,
    daftar_naskah,
    contoh_cari,
    grafik_anggaran_program,
    grafik_anggaran_kegiatan,
    tables.tabel_target,
    tables.tabel_anggaran_program,
    tables.tabel_anggaran_kegiatan,
    tables.tabel_anggota,
    tables.tabel_tujuan,
    tabel_bagian_program,
    tabel_jumlah_kegiatan,
    daftar_indikator,
    daftar_kegiatan,
    daftar_tahun,
    daftar_perbaikan,
    pemeriksaan_keutuhan,
    daftar_pencocokan,
    lists.matriks_swot,
    lists.daftar_faktor,
    lists.daftar_strategi,
    lists.daftar_sintesa,
    lists.strategi_utama,
    lists.daftar_kata_visi,
    lists.daftar_misi,
    lists.daftar_garis_besar,
    lists.daftar_tujuan,
    lists.daftar_isu,
    lists.daftar_arah_nasional,
    lists.daftar_prioritas,
    lists.daftar_arah,
    registers.daftar_kelompok_regulasi,
    registers.daftar_regulasi,
    registers.daftar_upaya,
    registers.daftar_mitra,
    registers.daftar_definisi,
    registers.daftar_singkatan,
    registers.daftar_arti,
    daftar_keterkaitan,
    notes.daftar_catatan,
    notes.jumlah_catatan,
    notes.daftar_pengamatan,
    organisation.bagan_anggota,
    organisation.bagan_sekretariat,
    capaian.capaian_semua,
    capaian.matriks_capaian,
    capaian.realisasi_anggaran,
    capaian.tabel_aturan,
    capaian.daftar_status,
    capaian.daftar_mutu,
    news.kabar_terbaru,
    news.daftar_perubahan,
    timeline.garis_waktu,
    decrees.daftar_revisi,
    opendata.tabel_berkas,
    opendata.tabel_kolom,
    opendata.alamat_data,
)
"""What a page in `docs/` may call."""
