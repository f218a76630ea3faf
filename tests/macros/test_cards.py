"""The words of the cards: one card for each kind of page, counted from the data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.adapter.downloads import downloads
from macros.frame.site import Site
from macros.sharing.card import Card, draw
from macros.sharing.cards import KINDS, card, card_of, cards
from renstra.plan.plan import Plan
from renstra.reading.load import load_plan
from tests.building import PROJECT
from tests.renstra.reports import write
from tests.renstra.whole import write_whole

JUTA = "Rp1,2\N{NO-BREAK SPACE}juta"
FROM_END_TO_END = "dalam kata-kata, masing-masing dengan alasannya"
WRITTEN = {file.parent.name for file in (PROJECT / "docs").glob("*/*.md")}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The made-up plan with every file that a plan may have, and a report."""
    data = tmp_path_factory.mktemp("whole") / "data"
    write_whole(data)
    return load_plan(data, "data")


def said(site: Site) -> dict[str, tuple[str, str, str]]:
    """Kind to the title, figure and caption of its card."""
    found = {kind: card(site, kind) for kind in KINDS}
    return {kind: (item.title, item.figure, item.caption) for kind, item in found.items()}


def test_the_words_of_a_card(published: Site) -> None:
    assert card(published, "indikator") == Card(
        kind="indikator",
        title="Indikator",
        figure="5 indikator",
        caption="target, realisasi dan status tiap tahun",
        plan="Rencana Strategis 2031–2033",
        office="Kantor Contoh Kota Rekaan",
        made_up=False,
    )


def test_what_each_kind_says_of_a_plan_that_has_everything(published: Site, whole: Plan) -> None:
    april = "5\N{NO-BREAK SPACE}April\N{NO-BREAK SPACE}2031"
    februari = "3\N{NO-BREAK SPACE}Februari\N{NO-BREAK SPACE}2031"

    assert said(replace(published, plan=whole)) == {
        "beranda": ("Renstra Terbuka", "5 indikator", f"2 kegiatan, 2 program, {JUTA}"),
        "indikator": ("Indikator", "5 indikator", "target, realisasi dan status tiap tahun"),
        "kegiatan": ("Kegiatan", "2 kegiatan", "3 sasaran, 5 indikator"),
        "program": ("Program", "2 program", "2 kegiatan, 5 indikator"),
        "tahun": ("Tahun", "2031–2033", "target dan anggaran tiap tahun"),
        "capaian": ("Capaian", "0 dari 1", "indikator yang ditargetkan tercapai pada 2031"),
        "anggaran": ("Anggaran", JUTA, "dialokasikan untuk 3 tahun"),
        "regulasi": ("Regulasi", "1 regulasi", "1 kelompok"),
        "strategi": ("Strategi", "1 strategi", "1 sintesa, 1 strategi utama"),
        "swot": ("SWOT", "2 faktor", "1 kekuatan, 1 peluang"),
        "kebijakan": ("Arah kebijakan", "1 tujuan", "1 misi, 1 arah kebijakan"),
        "benang": ("Keterkaitan rencana", "", FROM_END_TO_END),
        "keputusan": ("Keputusan", februari, "Nomor 1/CONTOH/2031"),
        "rencana": ("Naskah rencana", "", "keputusan dan seluruh babnya, kata demi kata"),
        "kelembagaan": ("Kelembagaan", "1 anggota", "1 subbagian, 1 upaya penguatan"),
        "istilah": ("Istilah", "1 istilah", "2 singkatan"),
        "catatan": ("Catatan", "14 catatan", "di mana dokumen berbeda dari dirinya sendiri"),
        "perubahan": ("Perubahan", april, "tanggal data di situs ini"),
        "data": ("Data terbuka", "CSV, JSON, XLSX", "seluruh rencana sebagai data terbuka"),
        "panduan": ("Panduan staf", "", "cara mengubah data dan melaporkan realisasi"),
        "tentang": ("Tentang situs", "", "dari mana isinya dan bagaimana dihitung"),
    }


def test_what_there_is_nothing_of_is_not_counted(site: Site) -> None:
    found = said(site)

    for kind in ("regulasi", "strategi", "swot", "kebijakan", "kelembagaan", "istilah"):
        assert found[kind][1:] == ("", ""), kind
    assert found["capaian"][1:] == ("Belum dilaporkan", "belum ada realisasi di situs ini")
    assert found["perubahan"][1:] == ("", "apa yang berubah dalam rencana, dan kapan")


def test_made_up_figures_are_said_on_every_card(project: Path) -> None:
    file = write(project / "data", {})
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("tahun: 2031\n", "tahun: 2031\ncontoh: true\n", 1), "utf-8")
    site = Site(load_plan(project / "data", "data"), None, "https://rencana.example/", "")

    assert all(card(site, kind).made_up for kind in KINDS)


def test_every_kind_has_a_card_among_the_files_of_a_published_site(published: Site) -> None:
    found = cards(published)

    assert list(found) == [f"assets/kartu/{kind}.png" for kind in KINDS]
    assert found["assets/kartu/swot.png"] == draw(card(published, "swot"))
    assert found.items() <= downloads(published).items()


def test_a_site_without_an_address_has_no_cards(site: Site) -> None:
    assert cards(site) == {}
    assert card_of(site, "indikator/") is None


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("", "beranda"),
        ("indikator/", "indikator"),
        ("indikator/ik-001/", "indikator"),
        ("perubahan/rv-001-rv-002/", "perubahan"),
        ("halaman-baru/", "beranda"),
    ],
)
def test_which_card_a_page_has(published: Site, url: str, kind: str) -> None:
    assert card_of(published, url) == card(published, kind)


def test_every_part_of_the_site_has_a_card_of_its_own() -> None:
    # Those of `docs/`, and two that have pages made from the data alone.
    parts = {*WRITTEN, "program", "keputusan"}

    assert parts == KINDS.keys() - {"beranda"}


def test_markup_in_an_office_s_words_is_drawn_as_it_is(published: Site, hostile: Plan) -> None:
    found = cards(replace(published, plan=hostile))

    assert len(found) == len(KINDS)
