"""What a chapter says of its own text, and the list of what was held against the signed decree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from macros.frame.site import Site
from macros.frame.view import View
from macros.parts.proofread import asal_naskah
from renstra.model.pencocokan import DaftarPencocokan, NaskahResmi, Pencocokan
from tests.macros.reading import read
from tests.macros.test_catalogue import shown

EXTRACTED = "hasil ekstraksi PDF, belum dicocokkan dengan naskah yang ditandatangani"
CHECKED = "sudah dicocokkan dengan naskah yang ditandatangani (Sekretaris, 4 Maret 2031)"
DIGEST = "0123456789abcdef" * 4


def checked(site: Site, *parts: str, signed: bool = False) -> View:
    """The site seen from its home, with these parts held against the signed decree."""
    day = date(2031, 3, 4)
    done = [Pencocokan(bagian=part, jabatan="Sekretaris", tanggal=day) for part in parts]
    decree = NaskahResmi(url="https://kantor.example/a.pdf", sha256=DIGEST) if signed else None
    listed = DaftarPencocokan(naskah=decree, pencocokan=done)
    return View(Site(replace(site.plan, pencocokan=listed), None, "", ""), "")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((), f"Teks halaman ini {EXTRACTED}."),
        (("bab-i", "tabel-i-1"), f"Teks halaman ini {CHECKED}."),
        (
            ("bab-i",),
            f"Teks halaman ini {CHECKED}. Tabel I.1 Target Kinerja Kantor Contoh {EXTRACTED}.",
        ),
        (
            ("tabel-i-1",),
            f"Teks halaman ini {EXTRACTED}. Tabel I.1 Target Kinerja Kantor Contoh {CHECKED}.",
        ),
    ],
)
def test_a_chapter_says_what_its_text_is(site: Site, parts: tuple[str, ...], said: str) -> None:
    view = checked(site, *parts)

    assert read(asal_naskah(view, view.site.plan.naskah[0])) == [said]


def test_targets_are_printed_once_their_table_is_checked(site: Site) -> None:
    assert checked(site).site.according("tabel-i-1") == "menurut teks hasil ekstraksi"
    assert checked(site, "tabel-i-1").site.according("tabel-i-1") == "seperti tercetak"


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (
            (),
            "Belum satu pun dari 2 bagian di bawah ini dicocokkan dengan naskah yang "
            "ditandatangani; semuanya tampil menurut teks hasil ekstraksi PDF.",
        ),
        (
            ("bab-i",),
            "1 dari 2 bagian sudah dicocokkan dengan naskah yang ditandatangani; yang lain tampil "
            "menurut teks hasil ekstraksi PDF.",
        ),
        (
            ("bab-i", "tabel-i-1"),
            "Seluruh 2 bagian di bawah ini sudah dicocokkan dengan naskah yang ditandatangani.",
        ),
    ],
)
def test_the_list_of_parts(site: Site, parts: tuple[str, ...], sentence: str) -> None:
    def row(name: str, kode: str) -> str:
        return f"{name} | {'Sekretaris | 4 Maret 2031' if kode in parts else 'belum |'}"

    assert shown(checked(site, *parts), "daftar_pencocokan") == [
        sentence,
        "Bagian keputusan, dan siapa yang mencocokkannya dengan naskah yang ditandatangani",
        "Bagian | Dicocokkan oleh | Tanggal",
        row("BAB I TARGET DAN PENDANAAN", "bab-i"),
        row("Tabel I.1 Target Kinerja Kantor Contoh", "tabel-i-1"),
    ]


def test_the_list_names_the_signed_decree(site: Site) -> None:
    assert shown(checked(site, signed=True), "daftar_pencocokan")[1:5] == [
        "Naskah yang ditandatangani",
        "https://kantor.example/a.pdf",
        "Nilai SHA-256 berkas itu",
        DIGEST,
    ]
