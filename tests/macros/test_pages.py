"""The generated pages: one for each thing, in a chain, with all that the plan says of it."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta

from macros.frame import links
from macros.frame.blocks import ready
from macros.frame.generated import GeneratedPage
from macros.frame.site import Site
from macros.pages.things import generated_pages
from renstra.dialect.scalars import flaw
from tests.conftest import TINY
from tests.macros.reading import read

INDIKATOR = [f"indikator/ik-00{number}/" for number in range(1, 6)]
KEGIATAN = ["kegiatan/kg-001/", "kegiatan/kg-002/"]
TAHUN = ["tahun/2031/", "tahun/2032/", "tahun/2033/"]
CAPAIAN = ["capaian/2031/", "capaian/2032/", "capaian/2033/"]
CHAINS = {"ik": INDIKATOR, "kg": KEGIATAN, "tahun": TAHUN, "capaian": CAPAIAN}


@pytest.fixture
def pages(site: Site) -> dict[str, GeneratedPage]:
    """Every generated page by its address."""
    return {page.url: page for page in generated_pages(site)}


def test_one_page_for_each_thing(site: Site) -> None:
    made = list(generated_pages(site))

    assert [page.url for page in made] == [
        *INDIKATOR,
        *KEGIATAN,
        "program/pg-1/",
        "program/pg-2/",
        *(url for pair in zip(TAHUN, CAPAIAN, strict=True) for url in pair),
        "rencana/bab-i/",
    ]
    assert [page.src_uri for page in made] == [f"{page.url}index.md" for page in made]


@pytest.mark.parametrize("chain", CHAINS.values(), ids=CHAINS)
def test_previous_and_next_make_a_chain(pages: dict[str, GeneratedPage], chain: list[str]) -> None:
    for before, url, after in zip([None, *chain[:-1]], chain, [*chain[1:], None], strict=True):
        way = dict(re.findall(r'<a rel="(prev|next)" href="([^"]+)">', pages[url].body))
        expected = {"prev": before, "next": after}
        assert way == {
            name: links.relative(target, url) for name, target in expected.items() if target
        }


def sections(page: GeneratedPage) -> dict[str, list[str]]:
    """What a reader is shown under each heading of a page, and under none before the first."""
    found: dict[str, list[str]] = {"": []}
    for line in read(page.body):
        if line.startswith("## "):
            found[line.removeprefix("## ")] = []
        else:
            list(found.values())[-1].append(line)
    return found


OURS = (
    "Ini pembacaan pengelola situs, bukan bagian keputusan. Kantor dapat menyatakannya sesuai, "
    "atau memperbaikinya."
)


def test_an_indicator(pages: dict[str, GeneratedPage]) -> None:
    page = pages["indikator/ik-002/"]

    assert replace(page, body="") == GeneratedPage(
        url="indikator/ik-002/",
        title="ik-002 · Nilai akuntabilitas",
        description="Target ik-002 Kantor Contoh: 2031: B; 2032: B; 2033: BB.",
        body="",
        section="indikator/",
        trail=[
            ("Program I", "program/pg-1/"),
            ("Pembinaan Pegawai", "kegiatan/kg-001/"),
        ],
        edit_url="",
    )
    expected = {
        "": [
            "Nilai akuntabilitas",
            "Target 2031 dan 2032: B; 2033: BB.",
            "Hasil belum dimuat di situs ini.",
            "Baca bersama",
            "Tabel I.3 memuat sasaran ini di nomor 1, yang mengulang jumlah seluruh program; "
            "anggaran sasaran ini sendiri tidak disebut.",
            "Tentang namanya: Pegawai dengan dua sebutan",
            "Tentang namanya: Kegiatan bernama lain",
            "Tabel I.1, indikator ke-2 dari 5 ik-002",
            "2031 B",
            "2032 B",
            "2033 BB",
        ],
        "Letak dalam rencana": [
            "Program I",
            "Program Dukungan",
            "Kegiatan 1",
            "Pembinaan Pegawai",
            "Sasaran",
            "Pegawai yang cakap",
            "Sasaran ini diukur juga dengan:",
            "Persentase pegawai terlatih",
        ],
        "Anggaran sasaran ini": [
            "Tabel I.3 tidak merinci anggaran sasaran ini: sasaran ini berada di nomor 1 "
            "Program I, yang mengulang jumlah program seluruhnya.",
        ],
        "Rujukan": [
            "Alamat tetap",
            "indikator/ik-002/ Salin",
            "Kutipan untuk surat",
            'Indikator ik-002 "Nilai akuntabilitas", target 2031: B; 2032: B; 2033: BB '
            "(Tabel I.1, Rencana Strategis Kantor Contoh Tahun 2031-2033, "
            "Keputusan Nomor 1/CONTOH/2031 tanggal 3 Februari 2031; menurut teks hasil "
            "ekstraksi), indikator/ik-002/ Salin kutipan",
            "Data target",
            "data/target/kg-001.yml baris 24",
            "Data terbuka",
            "JSON, CSV (keterangan)",
            "Gambar untuk situs lain",
            'SVG, disematkan dengan <a href="indikator/ik-002/"><img '
            'src="data/indikator/ik-002.svg" alt="Target ik-002"></a>',
            "Sebelumnya · ik-001 Persentase pegawai terlatih",
            "Selanjutnya · ik-003 Opini atas laporan keuangan",
        ],
    }
    shown = sections(page)
    assert {heading: shown[heading] for heading in expected} == expected


def test_an_indicator_shows_its_cells_and_how_they_were_mended(
    pages: dict[str, GeneratedPage],
) -> None:
    assert sections(pages["indikator/ik-002/"])["Target dan realisasi"] == [
        "Target ik-002 menurut teks hasil ekstraksi, dan realisasinya",
        "| 2031 | 2032 | 2033",
        "Target | B | B | BB",
        "Status | Belum dimuat | Belum dimuat | Belum dimuat",
        "Cara membaca indikator ini",
        "Satuan",
        "Nilai pada skala AA, A, BB, B, CC, C, D; AA yang tertinggi.",
        "Arah",
        "makin tinggi makin baik",
        "Tingkat",
        "Namanya menyebut seluruh lembaga; dihitung terpisah dari kantor ini.",
        OURS,
        "Perbaikan atas ekstraksi PDF: target",
        "Sel tergeser satu kolom ke kanan.",
        "Terekstrak",
        "(kosong) | B | B | BB",
        "Dibaca",
        "B | B | BB",
    ]


def test_an_indicator_says_how_its_zero_is_read(pages: dict[str, GeneratedPage]) -> None:
    assert sections(pages["indikator/ik-001/"])["Target dan realisasi"] == [
        "Target ik-001 menurut teks hasil ekstraksi, dan realisasinya",
        "| 2031 | 2032 | 2033",
        "Target | 0 | 87,5 % | 100%",
        "Status | Tertulis 0, dibaca tanpa target | Belum dimuat | Belum dimuat",
        "Cara membaca indikator ini",
        "Satuan",
        "persen",
        "Arah",
        "makin tinggi makin baik",
        "Tingkat",
        "Diukur pada kantor ini.",
        "Nilai yang mungkin",
        "0 sampai 100",
        "Nol",
        "Nol dibaca sebagai tahun tanpa target. Dokumen tidak menerangkan nol itu.",
        OURS,
    ]


def test_an_indicator_shows_the_money_of_its_objective(pages: dict[str, GeneratedPage]) -> None:
    assert sections(pages["indikator/ik-005/"])["Anggaran sasaran ini"] == [
        "Tabel I.3, nomor 1 Bantuan Hukum, dalam ribuan rupiah",
        "| 2031 | 2032 | 2033",
        "Anggaran | 10 | | 30",
    ]


def test_a_kegiatan(pages: dict[str, GeneratedPage]) -> None:
    page = pages["kegiatan/kg-001/"]

    assert replace(page, body="") == GeneratedPage(
        url="kegiatan/kg-001/",
        title="Kegiatan Pembinaan Pegawai",
        description="Sasaran, indikator, target dan anggaran kegiatan Pembinaan Pegawai.",
        body="",
        section="kegiatan/",
        trail=[("Program I", "program/pg-1/")],
        edit_url="",
        hide=("toc",),
    )
    expected = {
        "": [
            "Pembinaan Pegawai",
            "2 sasaran, 3 indikator.",
            "Alokasi kegiatan ini menurut Tabel I.3: Rp50.000 pada 2032; Rp0 pada 2033.",
            "Hasil belum dimuat di situs ini.",
            "Baca bersama",
            "Tentang namanya: Kegiatan bernama lain",
            "Program I, kegiatan 1 kg-001",
        ],
        "Sasaran dan indikator": [
            "Target kegiatan ini menurut Tabel I.1",
            "Sasaran dan indikator | 2031 | 2032 | 2033",
            "Pegawai yang cakap ¶",
            "Persentase pegawai terlatih | 0 | 87,5 % | 100%",
            "Nilai akuntabilitas | B | B | BB",
            "Keuangan yang tertib ¶",
            "Opini atas laporan keuangan | WDP | WTP | WTP",
        ],
        "Anggaran": [
            "Susunan kegiatan di Tabel I.1 dan Tabel I.3 berbeda; situs ini mencocokkannya "
            "menurut sasaran. Di bawah ini baris anggaran tiap sasaran kegiatan ini, dalam "
            "ribuan rupiah.",
            "Anggaran sasaran kegiatan ini menurut Tabel I.3",
            "Sasaran | 2031 | 2032 | 2033 | 2031–2033",
            "Tabel I.3, nomor 2 Pengelolaan Keuangan",
            "Keuangan yang tertib | | 50 | 0 | 50",
            "Jumlah (hitungan situs ini) | | 50 | 0 | 50",
            "Sasaran berikut tidak dirinci anggarannya, karena berada di nomor yang mengulang "
            "jumlah program seluruhnya dan tidak dijumlahkan di sini:",
            "Pegawai yang cakap",
            "Selanjutnya · kg-002 Bantuan Hukum",
        ],
    }
    shown = sections(page)
    assert {heading: shown[heading] for heading in expected} == expected


def test_a_program(pages: dict[str, GeneratedPage]) -> None:
    page = pages["program/pg-2/"]

    assert replace(page, body="") == GeneratedPage(
        url="program/pg-2/",
        title="Program II · Program Layanan",
        description="Target dan anggaran Program Layanan.",
        body="",
        section="kegiatan/",
        edit_url="",
        hide=("toc",),
    )
    expected = {
        "": [
            "Program Layanan",
            "1 kegiatan, 1 sasaran, 2 indikator.",
            "Rp40.000 dialokasikan untuk 2031–2033 menurut Tabel I.2, 3% dari seluruh alokasi.",
            "Hasil belum dimuat di situs ini.",
        ],
        "Anggaran": [
            "Tabel I.2, 010.02 Program Layanan, dalam ribuan rupiah",
            "| 2031 | 2032 | 2033 | Jumlah",
            "Alokasi | 10 | | 30 | 40",
            "Bagian dari seluruh alokasi | 3,23 % | | 5,66 % | 3,23 %",
        ],
        "Target": [
            "Tabel I.1 Target Kinerja Kantor Contoh: Program II",
            "No | Program/Kegiatan",
            "Sasaran | Indikator | Target",
            "2031 | 2032 | 2033",
            "II | Program Layanan",
            "1 | Bantuan Hukum",
            "| Sengketa yang selesai | Jumlah sengketa | 2 perkara | 1 perkara | 0 perkara",
            "Jumlah badan yang dibentuk | - | 1.234 |",
        ],
    }
    shown = sections(page)
    assert {heading: shown[heading] for heading in expected} == expected


def test_a_year(pages: dict[str, GeneratedPage]) -> None:
    page = pages["tahun/2033/"]

    assert replace(page, body="") == GeneratedPage(
        url="tahun/2033/",
        title="Tahun 2033",
        description="Target dan anggaran Kantor Contoh tahun 2033.",
        body="",
        section="tahun/",
        edit_url="",
    )
    expected = {
        "": [
            "Tahun 2033",
            "4 dari 5 indikator bertarget pada 2033.",
            "Rp530.000 dialokasikan menurut Tabel I.2.",
            "Hasil 2033 belum dimuat di situs ini. Ini tidak berarti target tidak tercapai.",
        ],
        "Anggaran 2033": [
            "Alokasi 2033 menurut Tabel I.2, dalam ribuan rupiah",
            "Program | Alokasi | Bagian",
            "Program Dukungan | 500 | 94,34 %",
            "Program Layanan | 30 | 5,66 %",
            "TOTAL | 530 |",
            "Pagu akhir dan realisasinya, bila sudah dilaporkan, ada di realisasi anggaran 2033.",
            "Anggaran per kegiatan, Program I, 2033",
            "2 Pengelolaan Keuangan: Rp0.",
            "2 Pengelolaan Keuangan",
            "Rp0",
            "Program I, 2033: jumlah per kegiatan (hitungan situs ini). Sumber: Tabel I.3.",
            "Anggaran per kegiatan, Program II, 2033",
            "1 Bantuan Hukum: Rp30.000.",
            "1 Bantuan Hukum",
            "Rp30.000",
            "Program II, 2033: jumlah per kegiatan (hitungan situs ini). Sumber: Tabel I.3.",
        ],
        "Target 2033": [
            "4 dari 5 indikator ditargetkan untuk 2033; yang lain bertanda -, kosong, atau nol "
            "yang dibaca sebagai belum ditargetkan.",
            "Capaian 2033",
            "Target 2033 menurut Tabel I.1",
            "Indikator | Target 2033",
            "I Program Dukungan",
            "1 Pembinaan Pegawai",
            "Persentase pegawai terlatih | 100%",
            "Nilai akuntabilitas | BB",
            "Opini atas laporan keuangan | WTP",
            "II Program Layanan",
            "1 Bantuan Hukum",
            "Jumlah sengketa | 0 perkara",
            "Jumlah badan yang dibentuk |",
            "Sebelumnya Tahun 2032",
        ],
    }
    shown = sections(page)
    assert {heading: shown[heading] for heading in expected} == expected


def test_front_matter(pages: dict[str, GeneratedPage]) -> None:
    page = pages["kegiatan/kg-002/"]

    assert page.content == (
        "---\n"
        'title: "Kegiatan Bantuan Hukum"\n'
        'description: "Sasaran, indikator, target dan anggaran kegiatan Bantuan Hukum."\n'
        "render_macros: false\n"
        'jejak: [{"teks": "Program II", "url": "program/pg-2/"}]\n'
        'hide: ["toc"]\n'
        "---\n" + ready(page.body)
    )


clean = st.text(min_size=1).filter(
    lambda text: text == " ".join(text.split()) and flaw(text) is None
)


@given(
    clean | st.sampled_from(["\"'`: # - {{ x }} {% x %} | > & * ! % @ \\n", "---", "a: b", "\\"])
)
def test_front_matter_reads_back_what_was_written(text: str) -> None:
    page = GeneratedPage("x/", text, text, "isi\n", "", [(text, "y/#z")], "")

    body, front = meta.get_data(page.content)

    assert body == "isi\n"
    assert html.unescape(front["title"]) == html.unescape(front["description"]) == text
    assert not set(front["title"]) & set("<>\"'")
    assert front["jejak"] == [{"teks": text, "url": "y/#z"}]
    assert front["render_macros"] is False


@pytest.mark.parametrize(
    ("url", "path", "line"),
    [
        ("indikator/ik-001/", "target/kg-001.yml", "- id: ik-001"),
        ("indikator/ik-005/", "target/kg-002.yml", "- id: ik-005"),
        ("kegiatan/kg-002/", "target/kg-002.yml", "id: kg-002"),
        ("program/pg-2/", "target/program.yml", "- id: pg-2"),
    ],
)
def test_a_page_is_edited_at_the_line_of_its_entry(
    published: Site, url: str, path: str, line: str
) -> None:
    page = next(page for page in generated_pages(published) if page.url == url)

    address, number = page.edit_url.split("#L")
    assert address == f"https://forge.example/kantor/rencana/edit/main/data/{path}"
    lines = (TINY / "data" / path).read_text(encoding="utf-8").splitlines()
    assert lines[int(number) - 1].strip() == line


def test_a_year_is_edited_nowhere(published: Site) -> None:
    assert {
        page.edit_url for page in generated_pages(published) if page.section == links.TAHUN
    } == {""}


def test_a_published_indicator_names_its_full_address(published: Site) -> None:
    page = next(iter(generated_pages(published)))

    assert sections(page)["Rujukan"][1] == "https://rencana.example/indikator/ik-001/ Salin"
    assert sections(page)["Rujukan"][3].endswith(
        "3 Februari 2031; menurut teks hasil ekstraksi), "
        "https://rencana.example/indikator/ik-001/ Salin kutipan"
    )
    assert sections(page)["Rujukan"][5] == "data/target/kg-001.yml baris 8 (sunting)"
