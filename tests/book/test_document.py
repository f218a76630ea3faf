"""The book of the made-up plan, before it is laid out: its parts, links, notes and contents."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.book.bound import book
from macros.book.pageless import BookView
from macros.frame.site import Site
from renstra.model.realisasi import Realisasi
from renstra.past.revision import Revision
from renstra.plan.plan import Plan
from renstra.reading.load import load_plan
from tests.book.conftest import pdftotext
from tests.macros.hostile import MARKUP, write_hostile, write_reporting
from tests.macros.reading import read, tags

REVISION = Revision("0123456789abcdef0123456789abcdef01234567", date(2031, 4, 5), False)


@pytest.fixture(scope="module")
def reporting(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The made-up plan with a report for its first year."""
    data = tmp_path_factory.mktemp("melapor") / "data"
    write_reporting(data)
    return load_plan(data, "data")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The made-up plan with markup behind each of its words."""
    folder = tmp_path_factory.mktemp("jahat")
    write_reporting(folder / "tenang")
    write_hostile(folder / "tenang", folder / "data")
    return load_plan(folder / "data", "data")


def site(plan: Plan, url: str = "") -> Site:
    """The plan as a site of a known revision."""
    return Site(plan, REVISION, url, "")


def opening(html: str) -> list[str]:
    """What a reader sees before the first chapter."""
    return read(html[html.index("<body") : html.index("<main>")])


def hrefs(html: str) -> list[str]:
    """Where the links of the book lead."""
    return re.findall(r'href="([^"]*)"', html)


def test_cover_and_contents(tiny: Plan) -> None:
    shown = opening(book(site(tiny)))
    assert shown[:5] == [
        "Kantor Contoh Kota Rekaan",
        "Rencana Strategis Kantor Contoh Tahun 2031-2033",
        "Keputusan Nomor 1/CONTOH/2031",
        "3 Februari 2031",
        "Data per 5 April 2031",
    ]
    assert shown[shown.index("Daftar isi") :] == [
        "Daftar isi",
        "BAB I TARGET DAN PENDANAAN",
        "A. TARGET",
        "Anggaran dalam gambar",
        "Catatan atas dokumen",
    ]


def test_every_link_leads_into_the_book(tiny: Plan) -> None:
    html = book(site(tiny))
    ids = set(re.findall(r' id="([^"]*)"', html))
    assert [href for href in hrefs(html) if href.removeprefix("#") not in ids] == []
    assert not re.findall(r"<a(?![^>]*href)[^>]*>", html)


def test_what_is_not_in_the_book_is_on_the_site_that_has_an_address(tiny: Plan) -> None:
    html = book(site(tiny, "https://rencana.example/"))
    outside = [href for href in hrefs(html) if not href.startswith("#")]
    assert "https://rencana.example/indikator/ik-001/" in outside
    assert all(href.startswith("https://rencana.example/") for href in outside)


def test_a_note_has_one_footnote_and_any_number_of_marks(tiny: Plan) -> None:
    view = BookView(site(tiny), "")
    assert view.note("ik-005", 2033) == (
        '<span class="kaki" data-tanda="&#42;2"><a href="catatan/#ct-002">ct-002</a> '
        "Sel 2033 kosong</span>"
    )
    assert view.note("ik-005", 2033) == '<a class="tanda" href="catatan/#ct-002">&#42;2</a>'
    assert view.note("ik-005", 2032) == ""
    assert view.note("ik-001", 2031) == "", "spelling stands on the page of notes alone"


def test_a_book_without_history_says_so(tiny: Plan) -> None:
    html = book(replace(site(tiny), revision=None))
    assert "Tanggal data tidak diketahui: buku ini dibuat tanpa riwayat revisi" in opening(html)
    assert "dcterms" not in html


def test_results_stand_in_it_once_any_is_reported(tiny: Plan, reporting: Plan) -> None:
    assert "Capaian 2031" not in book(site(tiny))
    html = book(site(reporting))
    assert 'data-judul="Capaian 2031"' in html
    assert "CONTOH." not in " ".join(read(html))


def test_made_up_results_say_so(reporting: Plan) -> None:
    html = book(site(made_up(reporting)))
    assert '<body class="contoh">' in html
    assert any(line.startswith("CONTOH. Semua realisasi") for line in opening(html))


def made_up(plan: Plan) -> Plan:
    """The plan with its reports marked as made up."""
    reports: dict[int, Realisasi] = {
        year: report.model_copy(update={"contoh": True}) for year, report in plan.realisasi.items()
    }
    return replace(plan, realisasi=reports)


def test_markup_in_the_data_is_shown_as_text(hostile: Plan) -> None:
    html = book(site(hostile))
    assert {"script", "img"} & set(tags(html)) == set()
    assert "javascript:" not in " ".join(hrefs(html))
    shown = " ".join(read(html))
    assert shown.count(" ".join(MARKUP.split())) > 50


@pytest.mark.usefixtures("bindery")
def test_every_page_of_a_book_with_made_up_results_says_so(reporting: Plan, tmp_path: Path) -> None:
    from macros.book.make_pdf import make_pdf  # noqa: PLC0415 - not everyone has its libraries

    target = tmp_path / "buku.pdf"
    target.write_bytes(make_pdf(site(made_up(reporting))))
    pages = pdftotext(target).split("\f")[:-1]
    assert len(pages) > 5
    assert "CONTOH." in pages[0]
    says = ["CONTOH: realisasi di buku ini dibuat-buat" in page for page in pages]
    assert says == [False, *[True] * (len(pages) - 1)]
