"""Ways in which a built site can be wrong, each small, and what must say so.

They are of the site of `contoh/kantor`, whose every word and figure is made up.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfWriter


@dataclass(frozen=True)
class Breakage:
    """A change of one file of a site, and the test and the words that must tell of it."""

    test: str
    """The module and the test, without the `test_` of either, with `::` between."""

    words: str
    file: str
    old: str
    new: str


PAGE = "index.html"

BREAKAGES = (
    # Cells, amounts, results
    Breakage(
        "targets::the_page_of_an_indicator_has_its_name_and_cells",
        "indikator/ik-006/ target, nomor 2: ditemukan '401 orang'",
        f"indikator/ik-006/{PAGE}",
        'data-label="Target">400 orang',
        'data-label="Target">401 orang',
    ),
    Breakage(
        "targets::the_chapter_has_every_cell",
        "1.251 orang",
        f"rencana/bagian-tiga/{PAGE}",
        ">1.250 orang",
        ">1.251 orang",
    ),
    Breakage(
        "targets::the_page_of_an_indicator_names_the_line_of_its_data",
        "bukan tempat ik-007",
        f"indikator/ik-007/{PAGE}",
        "</code> baris 27",
        "</code> baris 28",
    ),
    Breakage(
        "money::lines_have_their_amounts",
        "320.001",
        f"anggaran/kegiatan/{PAGE}",
        'data-label="2033">320.000</td> </tr>',
        'data-label="2033">320.001</td> </tr>',
    ),
    Breakage(
        "money::groups_are_added_up",
        "930.001",
        f"anggaran/kegiatan/{PAGE}",
        "930.000",
        "930.001",
    ),
    Breakage(
        "money::programmes_have_their_amounts_and_printed_totals",
        "TOTALAN",
        f"anggaran/{PAGE}",
        '<tfoot>\n<tr><td></td> <th scope="row">',
        '<tfoot>\n<tr><td></td> <th scope="row">TOTALAN',
    ),
    Breakage(
        "results::the_page_of_a_year_s_results",
        "seharusnya ['ik-002', 'B', 'B', '', 'Tercapai', '']",
        f"capaian/2031/{PAGE}",
        '>B</td> <td class="angka" data-label="Capaian"></td> <td data-label="Status">'
        '<span class="status status-tercapai">Tercapai',
        '>B</td> <td class="angka" data-label="Capaian"></td> <td data-label="Status">'
        '<span class="status status-melampaui">Melampaui target',
    ),
    Breakage(
        "counts::counts_are_right",
        "tidak mengatakan “3 dari 6 tercapai",
        f"capaian/2031/{PAGE}",
        "<p>3 dari 6 tercapai",
        "<p>4 dari 6 tercapai",
    ),
    Breakage(
        "results::every_status_says_its_word",
        "berbunyi “Lancar”",
        f"indikator/ik-006/{PAGE}",
        'status-belum-dilaporkan">Belum dimuat',
        'status-belum-dilaporkan">Lancar',
    ),
    Breakage(
        "spending::spending_is_what_is_reported",
        "790.251",
        f"anggaran/realisasi/{PAGE}",
        "790.250",
        "790.251",
    ),
    # Words
    Breakage(
        "words::no_word_of_the_data_is_left_out",
        "“Satu sel terbelah menjadi dua baris.” tidak tampil",
        "*.html",
        "Satu sel terbelah menjadi dua baris.",
        "Dua sel.",
    ),
    Breakage(
        "words::the_words_of_a_chapter_stand_in_their_order",
        "“Misi kantor:” tidak ada sesudah yang di depannya",
        f"rencana/bagian-dua/{PAGE}",
        "Misi kantor:",
        "Visi kantor:",
    ),
    Breakage(
        "words::nothing_is_left_unrendered",
        "“{{” di",
        f"benang/{PAGE}",
        "</article>",
        "<p>{{ daftar_keterkaitan() }}</p></article>",
    ),
    # Pages and addresses
    Breakage(
        "pages::every_page_is_there",
        "tentang/perbaikan/: halaman ini tidak ada",
        f"tentang/perbaikan/{PAGE}",
        "",
        "",
    ),
    Breakage(
        "pages::published_addresses_still_answer",
        "terbit-dahulu/: alamat ini pernah diterbitkan",
        "",
        "",
        "",
    ),
    Breakage(
        "pages::the_home_page_counts_what_the_data_has",
        "beranda: tidak ada “10 indikator, ",
        PAGE,
        "<p>10 indikator, ",
        "<p>11 indikator, ",
    ),
    Breakage(
        "pages::the_chapters_stand_in_the_navigation_in_their_order",
        "ditemukan [",
        f"rencana/{PAGE}",
        "Bagian Tiga Target dan pendanaan",
        "Bagian Empat",
    ),
    # Links
    Breakage(
        "links::every_link_leads_somewhere",
        "tautan ke “kegiatann/” buntu",
        PAGE,
        'href="kegiatan/">program dan kegiatan',
        'href="kegiatann/">program dan kegiatan',
    ),
    Breakage(
        "links::the_thing_under_an_id_has_its_anchor",
        "anggaran/kegiatan/#an-004: jangkar ini tidak ada",
        f"anggaran/kegiatan/{PAGE}",
        'id="an-004"',
        'id="an-400"',
    ),
    Breakage(
        "links::nothing_is_fetched_from_elsewhere",
        "https://jauh.example/peta.png",
        f"regulasi/{PAGE}",
        "</article>",
        '<img src="https://jauh.example/peta.png" alt="Peta"></article>',
    ),
    Breakage(
        "links::the_page_of_lost_addresses_leads_on_from_anywhere",
        "404.html: <a> menuju “indikator/”, yang lain menurut tempatnya",
        "404.html",
        '<a href="/kantor/indikator/">daftar',
        '<a href="indikator/">daftar',
    ),
    Breakage(
        "safety::pages_that_moved_lead_to_a_page_of_the_site",
        "lama/: mengantar ke ../kegiatan/, seharusnya ke indikator/",
        f"lama/{PAGE}",
        "url=../indikator/",
        "url=../kegiatan/",
    ),
    Breakage(
        "links::every_file_that_a_page_needs_is_there",
        "situs.css",
        "assets/stylesheets/situs.css",
        "",
        "",
    ),
    # Markup and access
    Breakage(
        "markup::every_page_is_indonesian_with_a_title_and_one_heading",
        "istilah/index.html: bahasanya bukan id",
        f"istilah/{PAGE}",
        '<html lang="id"',
        '<html lang="en"',
    ),
    Breakage(
        "markup::ids_are_unique_on_every_page",
        "kebijakan/index.html: id “isian” ada 2 kali",
        f"kebijakan/{PAGE}",
        "</article>",
        '<p id="isian">a</p><p id="isian">b</p></article>',
    ),
    Breakage(
        "markup::every_page_has_a_description_of_its_own",
        "swot/: tanpa keterangan",
        f"swot/{PAGE}",
        '<meta name="description" content="Matriks',
        '<meta name="deskripsi" content="Matriks',
    ),
    Breakage(
        "markup::headings_leave_no_level_out",
        "strategi/: sesudah h1 langsung h4",
        f"strategi/{PAGE}",
        "</h1>",
        "</h1><h4>Lompat</h4>",
    ),
    Breakage(
        "markup::whatever_is_made_up_says_so",
        "catatan/index.html: laporannya rekaan",
        f"catatan/{PAGE}",
        "Semua realisasi di situs ini dibuat-buat",
        "Semua realisasi di situs ini benar",
    ),
    Breakage(
        "access::every_table_has_a_caption_and_every_heading_a_scope",
        "tahun/, tabel “”: tanpa judul (caption)",
        f"tahun/{PAGE}",
        "<caption>Tahun-tahun rencana; alokasi dalam ribuan rupiah menurut Tabel 3.2</caption>",
        "",
    ),
    Breakage(
        "access::every_table_has_a_caption_and_every_heading_a_scope",
        "kepala “Keputusan” tanpa lingkup",
        f"perubahan/{PAGE}",
        '<th scope="col">Keputusan',
        "<th>Keputusan",
    ),
    Breakage(
        "access::every_drawing_says_what_it_shows",
        "grafik tanpa judul atau uraian",
        f"indikator/ik-001/{PAGE}",
        "aria-labelledby=",
        "aria-label=",
    ),
    # Safety
    Breakage(
        "safety::no_element_runs_what_stands_in_an_attribute",
        "<p> punya onclick",
        f"kelembagaan/{PAGE}",
        "</article>",
        '<p onclick="alert(1)">x</p></article>',
    ),
    Breakage(
        "safety::no_script_but_the_theme_s_and_our_files",
        "skrip tidak dikenal",
        f"kelembagaan/{PAGE}",
        "</article>",
        "<script>alert(1)</script></article>",
    ),
    Breakage(
        "safety::every_link_to_elsewhere_says_so_and_keeps_this_window",
        "tautan ke https://ppid.example/?a=1&b=2 tanpa rel=noopener",
        f"benang/{PAGE}",
        '<a href="https://ppid.example/?a=1&amp;b=2" rel="noopener">',
        '<a href="https://ppid.example/?a=1&amp;b=2">',
    ),
    # Open data and search
    Breakage(
        "open_data::targets_and_results_are_those_of_the_data",
        "indikator.csv, ik-006 2031, kolom target_tercetak: ditemukan '402 orang'",
        "data/indikator.csv",
        "400 orang",
        "402 orang",
    ),
    Breakage(
        "open_data::money_is_that_of_the_data",
        "v1/anggaran.json, an-003 2032, kolom rencana_ribu_rupiah: ditemukan '310001'",
        "data/v1/anggaran.json",
        '"rencana_ribu_rupiah": 310000,',
        '"rencana_ribu_rupiah": 310001,',
    ),
    Breakage(
        "packages::checksums_are_those_of_every_file",
        "SHA256SUMS: metadata.json tidak cocok",
        "data/metadata.json",
        "\n",
        "\n ",
    ),
    Breakage(
        "packages::every_document_is_as_its_schema_says",
        "catatan.json:",
        "data/v1/catatan.json",
        '"contoh": true',
        '"contoh": "ya"',
    ),
    Breakage(
        "search::every_thing_is_found",
        "indikator/ik-010/: “ik-010” tidak ditemukan pencarian",
        "search/search_index.json",
        '"title":"ik-010',
        '"title":"ik-101',
    ),
    # What names the site's address
    Breakage(
        "addresses::every_page_names_its_own_address",
        "strategi/: menyebut alamatnya ['https://lain.example/strategi/']",
        f"strategi/{PAGE}",
        'rel="canonical" href="https://rencana.example/kantor/',
        'rel="canonical" href="https://lain.example/',
    ),
    Breakage(
        "addresses::the_map_names_each_page",
        "peta situs: https://rencana.example/kantor/swot/ tidak ada",
        "sitemap.xml",
        "/kantor/swot/<",
        "/kantor/swat/<",
    ),
    Breakage(
        "addresses::every_page_names_a_card_that_is_there",
        "swot.png, yang tidak ada",
        "assets/kartu/swot.png",
        "",
        "",
    ),
    # Weight, book, edition
    Breakage(
        "weight::an_indicator_is_a_small_page",
        "indikator/ik-009/:",
        f"indikator/ik-009/{PAGE}",
        "</article>",
        "<!-- BERAT --></article>",
    ),
    Breakage(
        "offline::every_link_names_a_file_of_the_edition",
        "tidak ada di edisi luring",
        "unduhan/situs-luring.zip",
        "situs-luring/swot/index.html",
        "",
    ),
    Breakage(
        "offline::it_holds_the_site",
        "swot/index.html: tidak ikut",
        "",
        "",
        "",
    ),
    Breakage(
        "book::the_book_says_what_it_is",
        "buku: pembuatnya bukan kantor ini",
        "unduhan/renstra-2031-2033.pdf",
        "/Author",
        "Kantor Lain",
    ),
    Breakage(
        "nu::a_site_is_without_error_and_warning",
        "panduan/index.html",
        f"panduan/{PAGE}",
        "</article>",
        "<div></article>",
    ),
)


def put_wrong(site: Path, breakage: Breakage) -> None:
    """Break a site so; a breakage without a file is of the data, or of another breakage's doing."""
    if not breakage.file:
        return
    for file in (
        sorted(site.rglob(breakage.file)) if "*" in breakage.file else [site / breakage.file]
    ):
        way = next((how for kind, how in _WAYS.items() if file.name.endswith(kind)), _text)
        way(file, breakage)


def _text(file: Path, breakage: Breakage) -> None:
    if not breakage.old:
        file.unlink()
        return
    text = file.read_text(encoding="utf-8")
    if "*" not in breakage.file:
        assert breakage.old in text, f"{breakage.file}: {breakage.old!r} is not there to be broken"
    new = breakage.new.replace("BERAT", sha512_letters())
    file.write_text(text.replace(breakage.old, new), encoding="utf-8", newline="")


def sha512_letters() -> str:
    """Letters that compress badly."""
    return "".join(hashlib.sha512(bytes([n])).hexdigest() for n in range(250))


def _pdf(file: Path, breakage: Breakage) -> None:
    writer = PdfWriter(clone_from=file)
    writer.add_metadata({breakage.old: breakage.new})
    writer.write(file)


def _zip(file: Path, breakage: Breakage) -> None:
    with zipfile.ZipFile(file) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    del kept[breakage.old]
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in kept.items():
            archive.writestr(name, content)


_WAYS: dict[str, Callable[[Path, Breakage], None]] = {".zip": _zip, ".pdf": _pdf}
