"""Changes in words, and as a feed that depends on nothing but the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from macros.frame.site import Site
from macros.frame.view import View
from macros.parts import news
from renstra.past.reading import read as read_report
from renstra.past.versions import Version
from tests.macros.reading import read
from tests.renstra.reports import SUMBER, filled

ATOM = "{http://www.w3.org/2005/Atom}"


def version(commit: str, day: int, entries: dict[str, str]) -> Version:
    """A report on 2032 as a commit of March 2033 left it."""
    report = read_report(filled(entries, 2032).encode(), "realisasi/2032.yml").report
    assert report
    return Version(commit * 40, datetime(2033, 3, day, 8, tzinfo=UTC), report)


def figure(value: str, status: str = "final") -> str:
    """An entry with a figure."""
    return f"nilai: {value}\n    status_data: {status}{SUMBER}"


@pytest.fixture
def told(reported: Site) -> Site:
    """The site after three commits."""
    past = [
        version("c", 3, {"ik-001": figure("90"), "ik-004": "triwulan:\n      1: 0" + SUMBER}),
        version("b", 2, {"ik-001": figure("87.5", "sementara"), "pg-1": "pagu: 400000"}),
        version(
            "a",
            1,
            {"pg-1": "pagu: 400000\n    realisasi: 390000\n    status_data: sementara" + SUMBER},
        ),
    ]
    return replace(reported, history={2032: past})


def test_changes_are_told_newest_first(told: Site) -> None:
    assert read(news.daftar_perubahan(View(told, ""))) == [
        "5 dari 5 perubahan realisasi, yang terbaru dahulu; status menurut rencana dan aturan "
        "yang berlaku kini",
        "Apa | Tanggal | Tahun | Semula | Menjadi",
        "ik-001 Persentase pegawai terlatih | 3 Maret 2033 | 2032 "
        "| 87,5 % (sementara)Tercapai | 90 % (final)Melampaui target",
        "ik-004 Jumlah sengketa | 3 Maret 2033 | 2032 "
        "| kosongBelum dimuat | 0 perkara sampai triwulan 1Baru sampai triwulan I",
        "ik-001 Persentase pegawai terlatih | 2 Maret 2033 | 2032 "
        "| kosongBelum dimuat | 87,5 % (sementara)Tercapai",
        "pg-1 Program Dukungan | 2 Maret 2033 | 2032 | realisasi Rp390.000 (sementara) | kosong",
        "pg-1 Program Dukungan | 1 Maret 2033 | 2032 | kosong | realisasi Rp390.000 (sementara)",
        "Perubahan ini juga dapat diikuti lewat umpan Atom.",
    ]


def test_a_withdrawal_is_told_with_its_reason(told: Site) -> None:
    assert told.history
    gone = f"status_data: ditarik{SUMBER}\n    alasan_perubahan: Salah lampiran."
    past = [version("d", 4, {"ik-001": gone}), *told.history[2032][:1]]

    assert read(news.kabar_terbaru(View(replace(told, history={2032: past}), "")))[0] == (
        "4 Maret 2033 ik-001 Persentase pegawai terlatih, 2032: 90 % (final) → "
        "ditarik (Salah lampiran.) Ditarik semula Melampaui target"
    )


def test_the_home_page_has_the_latest(told: Site) -> None:
    assert read(news.kabar_terbaru(View(told, "")))[0] == (
        "3 Maret 2033 ik-001 Persentase pegawai terlatih, 2032: 87,5 % (sementara) → "
        "90 % (final) Melampaui target semula Tercapai"
    )


def test_no_change_and_no_history_are_said(reported: Site, site: Site) -> None:
    assert read(news.kabar_terbaru(View(reported, ""))) == ["Hasil belum dimuat di situs ini."]
    assert read(news.kabar_terbaru(View(site, ""))) == [
        "Riwayat data tidak tersedia di tempat situs ini dibuat, jadi perubahannya tidak dapat "
        "ditampilkan."
    ]
    feed = ET.fromstring(news.feed(site))
    assert feed.findtext(f"{ATOM}updated") == "2031-02-03T00:00:00+00:00"
    assert feed.findall(f"{ATOM}entry") == []


def test_the_feed(told: Site, tmp_path: Path) -> None:
    feed = ET.fromstring(news.feed(told))

    assert feed.findtext(f"{ATOM}title") == "Perubahan realisasi Kantor Contoh"
    assert feed.findtext(f"{ATOM}updated") == "2033-03-03T08:00:00+00:00"
    assert [link.attrib["href"] for link in feed.findall(f"{ATOM}link")] == [
        "perubahan.xml",
        "./",
    ]
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "ik-001 2032: 87,5\N{NO-BREAK SPACE}% (sementara) → 90\N{NO-BREAK SPACE}% (final)",
        "ik-004 2032: kosong → 0\N{NO-BREAK SPACE}perkara sampai triwulan 1",
        "ik-001 2032: kosong → 87,5\N{NO-BREAK SPACE}% (sementara)",
        "pg-1 2032: realisasi Rp390.000 (sementara) → kosong",
        "pg-1 2032: kosong → realisasi Rp390.000 (sementara)",
    ]
    first = entries[0].find(f"{ATOM}link")
    assert first is not None
    assert first.attrib["href"] == "../indikator/ik-001/#tahun-2032"
    assert entries[0].findtext(f"{ATOM}summary") == (
        "ik-001 Persentase pegawai terlatih, 2032: 87,5\N{NO-BREAK SPACE}% (sementara) → "
        "90\N{NO-BREAK SPACE}% (final); status Tercapai → Melampaui target"
    )
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 5


def test_the_feed_has_the_same_ids_at_every_address(told: Site) -> None:
    moved = replace(told, url="https://rencana.example/")
    feeds = [ET.fromstring(news.feed(site)) for site in (told, moved)]

    ids = [[item.text for item in feed.iter(f"{ATOM}id")] for feed in feeds]
    assert ids[0] == ids[1]
    assert feeds[1].findall(f"{ATOM}link")[0].attrib["href"] == (
        "https://rencana.example/capaian/perubahan.xml"
    )


def test_a_feed_without_changes_is_as_old_as_the_data(reported: Site) -> None:
    feed = ET.fromstring(news.feed(reported))

    assert feed.findtext(f"{ATOM}updated") == "2032-04-01T00:00:00+00:00"
    assert feed.findall(f"{ATOM}entry") == []
