"""The history of the plan as readers meet it, from a real little repository."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from macros.frame.generated import GeneratedPage
from macros.frame.site import Site
from macros.frame.view import View
from macros.pages.catalogue import daftar_indikator
from macros.pages.things import generated_pages
from macros.parts import decrees, sentences, timeline
from macros.sharing.opendata import tabel_berkas
from renstra.past.difference import Change
from renstra.past.public import is_public
from renstra.past.revision import Revision
from renstra.past.thing import Thing
from renstra.past.timeline import history
from renstra.reading.load import load_plan
from renstra.results.year import assess, count, national_items
from tests.macros.reading import read
from tests.macros.test_pages import sections
from tests.renstra.test_history import commit, run

ATOM = "{http://www.w3.org/2005/Atom}"
REVISIONS = """\
revisi:
  - id: rv-001
    nomor: 1/CONTOH/2031
    tanggal: 2031-02-03
"""
CHANGE = """\
id: rv-002
nomor: 9/CONTOH/2032
tanggal: 2032-05-06
keterangan: Mengubah satu target dan mencabut satu indikator.
ubah:
  - di: ik-001.target.2033
    dari: "100%"
    menjadi: "95%"
cabut:
  - kode: ik-003
    mulai: 2033
    alasan: Tidak lagi diukur.
"""


def edit(old: str, new: str) -> None:
    """Change the first activity's file."""
    file = Path("data/target/kg-001.yml")
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def revised(project: Path) -> Site:
    """The made-up plan after a revision that changed a target and withdrew an indicator."""
    run("init", "-q", "-b", "main")
    Path("data/revisi.yml").write_text(REVISIONS, encoding="utf-8")
    commit("2031-02-03")
    Path("data/perubahan").mkdir()
    Path("data/perubahan/rv-002.yml").write_text(CHANGE, encoding="utf-8")
    commit("2032-05-06")
    data = Path("data")
    return Site(
        load_plan(data),
        Revision("0" * 40, date(2032, 5, 6), False),
        "",
        "",
        {},
        data=data,
        timeline=history(data),
    )


def page(site: Site, url: str) -> GeneratedPage:
    """One generated page."""
    return next(found for found in generated_pages(site) if found.url == url)


def commits() -> list[str]:
    """The names of the commits here, newest first."""
    done = subprocess.run(["git", "log", "--format=%H"], check=True, capture_output=True, text=True)
    return done.stdout.split()


def test_the_timeline_tells_the_last_days_and_leads_to_each_year(revised: Site) -> None:
    lines = read(timeline.garis_waktu(View(revised, "perubahan/")))

    assert lines[:5] == [
        "6 Mei 2032",
        "Keputusan Nomor 9/CONTOH/2032 dicatat",
        "Target ik-001 tahun 2033: 100% → 95%",
        "Indikator ik-003 dicabut (mulai 2033: Tidak lagi diukur.)",
        "3 Februari 2031",
    ]
    at = lines.index("Menurut tahun")
    assert lines[at : at + 2] == [
        "Menurut tahun",
        "2032: 3 kata dan angka keputusan dimuat atau diubah",
    ]
    assert lines[at + 2].startswith("2031: ")
    assert lines[at + 2].endswith(
        " kata dan angka keputusan dimuat atau diubah dan 8 catatan, hubungan dan penjelasan "
        "dimuat atau diubah"
    )


def test_a_year_has_a_page_with_all_its_days(revised: Site) -> None:
    edit('2032: "87,5 %"', '2032: "90 %"')
    commit("2032-05-06T20:00:00")
    again = replace(revised, timeline=history(Path("data")))
    made = page(again, "perubahan/2032/")

    assert made.title == "Perubahan tahun 2032"
    assert read(made.body) == [
        "Perubahan tahun 2032",
        "Sepanjang 2032: 4 kata dan angka keputusan dimuat atau diubah. Yang terbaru lebih dahulu.",
        "6 Mei 2032 ¶",
        "Target ik-001 tahun 2032: 87,5 % → 90 %",
        "Keputusan Nomor 9/CONTOH/2032 dicatat",
        "Target ik-001 tahun 2033: 100% → 95%",
        "Indikator ik-003 dicabut (mulai 2033: Tidak lagi diukur.)",
        "Keputusan dan perubahan tahun lain",
    ]
    assert re.findall(r' id="([^"]*)"', made.body) == ["hari-2032-05-06"]


def test_many_of_one_kind_are_counted_and_open_on_demand(revised: Site) -> None:
    shown = page(revised, "perubahan/2031/").body
    counted = r"<details><summary>(.*?)</summary><ul>(.*?)</ul></details>"
    found = re.findall(counted, shown, re.DOTALL)
    sums = {words: inside.count("<li>") for words, inside in found}

    assert sums["8 catatan dimuat"] == 8
    assert "5 indikator dimuat" not in sums, "few things are named"
    lines = read(shown)
    assert [line for line in lines if line.startswith("Indikator ik-001 dimuat: ")]
    assert [line for line in lines if line.startswith("Catatan ct-001 dimuat")]


def test_a_year_once_published_keeps_its_page_without_a_history(revised: Site) -> None:
    Path("data/terbit").mkdir()
    Path("data/terbit/alamat.txt").write_text("/\nperubahan/2032/\nperubahan/rv-002/\n")
    made = page(replace(revised, timeline=None), "perubahan/2032/")

    assert read(made.body) == [
        "Perubahan tahun 2032",
        "Riwayat tidak tersedia di sini",
        "Situs ini dibuat tanpa riwayat datanya yang utuh, jadi perubahannya tidak dapat "
        "ditampilkan.",
        "Keputusan dan perubahan tahun lain",
    ]
    again = page(replace(revised, timeline=[]), "perubahan/2032/")
    assert read(again.body)[1] == (
        "Tidak ada perubahan rencana, laporan atau salinannya yang tercatat pada 2032."
    )


def test_how_code_and_our_reading_changed_is_not_told_and_its_place_leads_on(revised: Site) -> None:
    edit("tingkat: satker", "tingkat: nasional")
    commit("2032-06-07")
    edit("  nama: Pegawai yang cakap", "  nama: Pegawai yang cakap sekali")
    Path("data/target/kg-002.yml").write_bytes(b"{rusak")
    commit("2032-07-08")
    edit("  nama: Pegawai yang cakap sekali", "  nama: Pegawai yang cakap")
    commit("2033-01-02")
    last, newest, ours, decree, first = commits()
    again = replace(revised, timeline=history(Path("data")))

    shown = str(timeline.garis_waktu(View(again, "perubahan/")))

    assert read(shown)[2:5] == [
        "8 Juli 2032",
        "Sasaran sa-001, nama: Pegawai yang cakap → Pegawai yang cakap sekali",
        "6 Mei 2032",
    ]
    # Places that were once published still lead to what they named, or to the way there.
    assert re.findall(r' id="c-([0-9a-f]{12})"', shown) == [
        name[:12] for name in (last, newest, ours, decree, first)
    ]
    assert shown.index(f"c-{first[:12]}") > shown.index("Menurut tahun")
    pages = [page(again, f"perubahan/{year}/").body for year in (2031, 2032, 2033)]
    text = "\n".join(line for body in (shown, *pages) for line in read(body))
    assert not [word for word in (newest[:7], "commit", ".yml", "git") if word in text.lower()]
    feed = timeline.plan_feed(again).decode()
    assert [ours in feed, newest[:7] in feed, "kg-002.yml" in feed] == [False] * 3
    assert feed.count("<entry>") == 4


@pytest.mark.parametrize(
    ("before", "after", "done"),
    [(None, "b", "dicatat"), ("a", "b", "diubah"), ("a", None, "dihapus")],
)
def test_a_mend_is_told_in_a_short_sentence(
    revised: Site, before: str | None, after: str | None, done: str
) -> None:
    change = Change(
        Thing("i-002", "paragraf", "i-002", None, {}), "diubah", "perbaikan", before, after
    )

    (found,) = sentences.sentences(View(revised, "perbaikan/"), [change])

    assert found.teks == f"Paragraf i-002, perbaikan salinan {done}"


@pytest.mark.parametrize(
    ("jenis", "bidang", "public"),
    [
        ("indikator", "target.2033", True),
        ("indikator", "nama", True),
        ("indikator", "perbaikan", True),
        ("indikator", "dicabut", True),
        ("indikator", "", True),
        ("indikator", "arah", False),
        ("indikator", "makna_nol.arti", False),
        ("realisasi", "nilai", True),
        ("realisasi", "sumber.nomor", True),
        ("rencana", "keputusan.nomor", True),
        ("rencana", "contoh_cari", False),
        ("keputusan", "nomor", True),
        ("keputusan", "commit", False),
        ("catatan", "penjelasan", True),
        ("tautan", "", False),
        ("singkatan", "kepanjangan", False),
        ("ambang", "", False),
        ("butir", "label", True),
    ],
)
def test_what_is_public(jenis: str, bidang: str, public: bool) -> None:
    thing = Thing("x", jenis, "x", None, {})

    assert is_public(Change(thing, "diubah", bidang, "a", "b")) is public


def test_an_indicator_has_its_own_history(revised: Site) -> None:
    shown = sections(page(revised, "indikator/ik-001/"))["Riwayat"]

    assert shown[:4] == [
        "6 Mei 2032",
        "Target ik-001 tahun 2033: 100% → 95% (Keputusan Nomor 9/CONTOH/2032)",
        "3 Februari 2031",
        "Indikator ik-001 dimuat: Persentase pegawai terlatih; target 2031 0, target 2032 "
        "87,5 %, target 2033 100%",
    ]


def test_its_history_names_the_decree_of_a_withdrawal(revised: Site) -> None:
    assert sections(page(revised, "indikator/ik-003/"))["Riwayat"][:2] == [
        "6 Mei 2032",
        "Indikator ik-003 dicabut (mulai 2033: Tidak lagi diukur.) (Keputusan Nomor 9/CONTOH/2032)",
    ]


def test_between_two_official_revisions_there_is_a_page(revised: Site) -> None:
    made = page(revised, "perubahan/rv-001-rv-002/")

    assert made.title == "Dari 1/CONTOH/2031 ke 9/CONTOH/2032"
    shown = sections(made)
    assert shown["Yang berubah"] == [
        "Target ik-001 tahun 2033: 100% → 95%",
        "Indikator ik-003 dicabut (mulai 2033: Tidak lagi diukur.)",
    ]
    assert read(decrees.daftar_revisi(View(revised, "perubahan/")))[-1] == (
        "Apa yang berubah dari 1/CONTOH/2031 ke 9/CONTOH/2032"
    )


def test_what_is_withdrawn_keeps_its_page_and_says_so(revised: Site) -> None:
    shown = sections(page(revised, "indikator/ik-003/"))[""]

    assert shown[1:3] == [
        "Dicabut",
        "Dicabut oleh Keputusan Nomor 9/CONTOH/2032, 6 Mei 2032, mulai tahun 2033: Tidak lagi "
        "diukur. Tahun-tahun sebelumnya tetap dinilai; halaman ini tetap ada karena surat-surat "
        "merujuk kepadanya.",
    ]
    marked = [
        line for line in read(daftar_indikator(View(revised, "indikator/"))) if "dicabut" in line
    ]
    assert [line.split(" | ")[0] for line in marked] == ["ik-003"]


def test_every_withdrawal_is_told_with_its_reason(whole: Site) -> None:
    shown = read(decrees.daftar_revisi(View(whole, "perubahan/")))

    assert "Yang dicabut oleh 34/CONTOH-MISAL/2023:" in shown
    assert "Kegiatan kg-012: Pameran keliling dihentikan; sisa kegiatannya dilanjutkan oleh " in (
        "\n".join(shown)
    )
    assert "Faktor T6: Minat menjadi petugas sementara dinilai kembali cukup." in shown
    assert "Bagian naskah i-111: Kalimat tentang pameran keliling dihapus." in shown
    told = [line.partition(":")[0].rpartition(" ")[2] for line in shown]
    own = [
        kode
        for kode, gone in whole.withdrawn.items()
        if gone is getattr(whole.plan.things[kode][-1], "dicabut", None)
    ]
    assert [kode for kode in told if kode in whole.withdrawn] == own


def test_what_is_withdrawn_is_no_promise_any_more(revised: Site) -> None:
    before, items = assess(revised.plan, 2032), assess(revised.plan, 2033)

    assert all(item.berlaku for item in before)
    assert [item.tempat.indikator.id for item in items if not item.berlaku] == ["ik-003"]
    assert [count(national_items(year)).semua for year in (before, items)] == [2, 1]
    assert not any(item.due for item in items if not item.berlaku)


def test_without_history_it_is_said_and_nothing_breaks(site: Site) -> None:
    assert read(timeline.garis_waktu(View(site, "perubahan/"))) == [
        "Riwayat tidak tersedia di sini",
        "Situs ini dibuat tanpa riwayat datanya yang utuh, jadi perubahannya tidak dapat "
        "ditampilkan.",
        "Perubahan rencana juga dapat diikuti lewat umpan Atom; perubahan realisasi ada di halaman "
        "Capaian.",
    ]
    assert sections(page(site, "indikator/ik-001/"))["Riwayat"] == [
        "Riwayat tidak tersedia: situs ini dibuat tanpa riwayat datanya yang utuh."
    ]
    feed = ET.fromstring(timeline.plan_feed(site))
    assert feed.findtext(f"{ATOM}updated") == "2031-02-03T00:00:00+00:00"
    assert feed.findall(f"{ATOM}entry") == []


def test_the_feed_of_the_plan(revised: Site) -> None:
    feed = ET.fromstring(timeline.plan_feed(revised))
    entries = feed.findall(f"{ATOM}entry")

    assert feed.findtext(f"{ATOM}title") == "Perubahan rencana Kantor Contoh"
    assert len(entries) == 2
    link = entries[0].find(f"{ATOM}link")
    assert link is not None
    assert link.attrib["href"] == "2032/#hari-2032-05-06"
    assert "Target ik-001 tahun 2033: 100% → 95%" in (entries[0].findtext(f"{ATOM}summary") or "")
    assert entries[0].findtext(f"{ATOM}title") == (
        "Keputusan Nomor 9/CONTOH/2032 dicatat, dan 2 perubahan lain"
    )


def test_the_page_of_data_names_both_feeds(revised: Site) -> None:
    assert read(tabel_berkas(View(revised, "data/")))[-2:] == [
        "capaian/perubahan.xml | Umpan Atom: perubahan realisasi | |",
        "perubahan/rencana.xml | Umpan Atom: perubahan rencana | |",
    ]
