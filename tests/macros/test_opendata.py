"""The open data on the pages: links, what the columns mean, pictures, codes and descriptions."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

from macros.adapter.downloads import downloads
from macros.charts.embed import drawing, qr_code
from macros.frame.site import FEEDS, Site
from macros.frame.view import View
from macros.sharing import opendata
from tests.macros.reading import read

SVG = "{http://www.w3.org/2000/svg}"
NBSP = "\N{NO-BREAK SPACE}"


def shown(site: Site, kode: str = "ik-001") -> str:
    """What the page of an indicator says of its files."""
    view = View(site, f"indikator/{kode}/")
    return opendata.of_indikator(view, site.plan.kedudukan[kode].indikator)


def described(site: Site, url: str) -> Any:
    """What describes the data of a page."""
    return json.loads(opendata.dataset(site, url))


def test_a_published_indicator_has_a_code_for_print(published: Site) -> None:
    html = shown(published)

    assert read(html) == [
        "Data terbuka",
        "JSON, CSV (keterangan)",
        "Gambar untuk situs lain",
        'SVG, disematkan dengan <a href="https://rencana.example/indikator/ik-001/"><img '
        'src="https://rencana.example/data/indikator/ik-001.svg" alt="Target ik-001"></a>',
        "Kode QR",
        "Tampilkan (di kertas selalu tercetak)",
    ]
    assert '<a href="../../data/v1/indikator/ik-001.json" type="application/json">' in html
    assert '<a href="../../data/indikator/ik-001.csv" type="text/csv">' in html
    assert qr_code("https://rencana.example/indikator/ik-001/") in html


def test_without_an_address_there_is_no_code(site: Site) -> None:
    html = shown(site)

    assert "Kode QR" not in html
    assert '<span data-alamat="indikator/ik-001/">indikator/ik-001/</span>' in html


def test_a_code_is_a_square_with_a_margin() -> None:
    root = ET.fromstring(qr_code("https://rencana.example/indikator/ik-001/"))

    # 29 squares and four of margin on each side.
    assert root.get("viewBox") == "0 0 37 37"
    ground, squares = root
    assert (ground.get("fill"), ground.get("d")) == ("#fff", "M0 0h37v37h-37z")
    assert (squares.get("d") or "").startswith("M4 4.5h7m")


def test_a_file_and_its_size(site: Site) -> None:
    assert opendata.size(0) == "0 kB"
    assert opendata.size(1) == "1 kB"
    assert opendata.size(1_234_567) == "1.235 kB"
    lines = read(opendata.tabel_berkas(View(site, "data/")))
    assert lines[:2] == ["Berkas yang ditawarkan", "Berkas | Isi | Ukuran | Skema"]
    assert [line.split(" | ")[0] for line in lines[2:]] == [
        *("indikator.csv", "anggaran.csv", "renstra.xlsx", "v1/index.json", "v1/indikator.json"),
        *("v1/anggaran.json", "v1/realisasi/2031.json", "v1/realisasi/2032.json"),
        *("v1/realisasi/2033.json", "v1/catatan.json", "v1/revisi.json", "metadata.json"),
        *("datapackage.json", "SHA256SUMS", "capaian/perubahan.xml", "perubahan/rencana.xml"),
    ]


def test_the_columns_are_those_of_the_table(site: Site) -> None:
    lines = read(opendata.tabel_kolom(View(site, "data/"), "anggaran"))

    assert lines[1:4] == [
        "Kolom | Arti | Isi",
        "kode | Kode program (pg-1), kegiatan anggaran (ak-002) atau baris (an-005). | teks",
        "tingkat | program, kegiatan atau baris. Jumlahkan satu tingkat saja: tiap tingkat memuat "
        "uang yang sama. | teks: program, kegiatan, baris",
    ]


def test_the_address_of_the_data(site: Site, published: Site) -> None:
    assert read(opendata.alamat_data(View(published, "data/"))) == ["https://rencana.example/data/"]
    assert opendata.alamat_data(View(site, "data/")) == "alamat halaman ini"


def test_an_indicator_is_described_whole(published: Site) -> None:
    assert described(published, "indikator/ik-001/") == {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "creator": {"@type": "GovernmentOrganization", "name": "Kantor Contoh Kota Rekaan"},
        "dateModified": "2031-04-05",
        "description": "Target ik-001 Kantor Contoh: 2031: 0; 2032: 87,5 %; 2033: 100%.",
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": "https://rencana.example/data/v1/indikator/ik-001.json",
                "encodingFormat": "application/json",
            },
            {
                "@type": "DataDownload",
                "contentUrl": "https://rencana.example/data/indikator/ik-001.csv",
                "encodingFormat": "text/csv",
            },
        ],
        "identifier": "ik-001",
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "isPartOf": {
            "@type": "Dataset",
            "name": "Rencana Strategis Kantor Contoh Tahun 2031-2033",
            "url": "https://rencana.example/data/",
        },
        "name": "ik-001 Persentase pegawai terlatih",
        "temporalCoverage": "2031/2033",
        "url": "https://rencana.example/indikator/ik-001/",
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": "Persentase pegawai terlatih",
            "unitText": "persen",
        },
    }


def test_without_an_address_a_description_is_relative(site: Site) -> None:
    whole = described(site, "data/")

    assert [part["contentUrl"] for part in whole["distribution"]] == [
        *("indikator.csv", "anggaran.csv", "renstra.xlsx"),
    ]
    assert "dateModified" not in whole


def test_other_pages_are_no_data(site: Site) -> None:
    assert [opendata.dataset(site, url) for url in ("", "indikator/", "indikator/ik-999/")] == [
        *("", "", ""),
    ]


def test_a_picture_says_its_name_its_figures_and_its_source(reported: Site) -> None:
    view = View(reported, "data/")

    pictures = {
        kode: ET.fromstring(drawing(view, place.indikator))
        for kode, place in reported.plan.kedudukan.items()
    }

    assert [text.text for text in pictures["ik-002"].iter(f"{SVG}text")] == [
        "ik-002 Nilai akuntabilitas",
        *("2031", "B", "realisasi", "BB", "2032", "B", "2033", "BB"),
        "Tabel I.1, Rencana Strategis Kantor Contoh Tahun 2031-2033,",
        f"Keputusan Nomor 1/CONTOH/2031 tanggal 3{NBSP}Februari{NBSP}2031",
    ]
    legend = [text.text for text in pictures["ik-001"].iter(f"{SVG}text")][-4:-2]
    assert legend == [
        "Garis penuh: target menurut teks hasil ekstraksi; garis putus: realisasi setahun.",
        "Lingkaran kosong: nol yang dibaca sebagai belum ditargetkan.",
    ]


def test_downloads_hold_the_data_its_pictures_and_the_sums_of_both(site: Site) -> None:
    found = downloads(site)

    sums = found["data/SHA256SUMS"].decode()
    assert "  indikator/ik-001.svg\n" in sums
    assert len(sums.splitlines()) == len(found.keys() - FEEDS) - 1
    assert downloads(site) == found
