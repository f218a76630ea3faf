"""What every page is made of: language, title, one heading, description, ids, foot."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from tests.gate.remarks import remark
from tests.reading import Element
from tests.site.built import Built, refuse
from tests.site.source import Source, chapter_address

PERIHAL = "Susunan setiap halaman: bahasa, judul, keterangan, pengenal, kaki"


def head_of(page: Element) -> dict[str, str]:
    """What a page's head says of it, by the name of the word."""
    return {
        item.attributes.get("name") or item.attributes.get("property", ""): item.attributes.get(
            "content", ""
        )
        for item in next(page.all("head")).all("meta")
    }


def test_every_page_is_indonesian_with_a_title_and_one_heading(built: Built) -> None:
    """Setiap halaman menyatakan bahasanya, berjudul, dan punya satu kepala."""
    found = []
    for place, page in built.documents.items():
        if next(page.all("html")).attributes.get("lang") != "id":
            found.append(f"{place}: bahasanya bukan id")
        if not [item.text for item in page.all("title") if item.text][:1]:
            found.append(f"{place}: tanpa judul")
        heads = [item.text for item in page.all("h1")]
        if not moved(page) and (len(heads) != 1 or not heads[0]):
            found.append(f"{place}: kepala utamanya {heads}, seharusnya satu")
    refuse(found)


def test_headings_leave_no_level_out(source: Source, built: Built) -> None:
    """Tingkat kepala halaman tidak melompat; naskah keputusan memakai tingkatnya sendiri."""
    found = []
    prose = set(map(chapter_address, source.chapters))
    for url, page in built.articles.items():
        if url in prose:
            continue
        depths = [
            int(e.tag[1]) for e in page.all() if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")
        ]
        for before, after in pairwise(depths):
            if after > before + 1:
                found.append(f"{url}: sesudah h{before} langsung h{after}")
                break
    refuse(found)


def test_ids_are_unique_on_every_page(built: Built) -> None:
    """Tidak ada dua benda dengan pengenal (id) yang sama di satu halaman."""
    found = []
    for place, page in built.documents.items():
        ids = Counter(e.attributes["id"] for e in page.all() if "id" in e.attributes)
        found += [f"{place}: id “{one}” ada {n} kali" for one, n in ids.items() if n > 1]
    refuse(found)


def test_every_page_has_a_description_of_its_own(built: Built) -> None:
    """Setiap halaman punya keterangan sendiri untuk mesin pencari dan tautan yang dibagikan."""
    found = []
    said: dict[str, str] = {}
    for url, page in built.pages.items():
        if moved(page):
            continue
        head, title = head_of(page), next(page.all("title")).text
        description = head.get("description", "")
        if not description:
            found.append(f"{url}: tanpa keterangan")
        elif description in said:
            found.append(f"{url}: keterangannya sama dengan {said[description]}")
        said[description] = url
        if not title.startswith(head.get("og:title") or "-"):
            found.append(f"{url}: judul pratinjau “{head.get('og:title')}”, halaman “{title}”")
        if head.get("og:description") != description:
            found.append(f"{url}: keterangan pratinjaunya lain")
        if (head.get("og:site_name") or "-") not in title:
            found.append(f"{url}: judulnya tidak memuat nama situs")
        if (head.get("og:type"), head.get("og:locale")) != ("website", "id_ID"):
            found.append(f"{url}: jenis atau bahasa pratinjaunya salah")
    refuse(found)


def moved(page: Element) -> bool:
    """Whether a page only leads on to where its content went."""
    return any(item.attributes.get("http-equiv") == "refresh" for item in page.all("meta"))


def test_every_page_says_of_when_its_data_is(built: Built) -> None:
    """Kaki setiap halaman menyebut tanggal dan revisi data, sama di semua halaman."""
    said: dict[str, str] = {}
    found = []
    for place, page in built.documents.items():
        if moved(page):
            continue
        feet = [item.text for item in page.by_class("md-copyright")]
        text = feet[0].partition(" Alamat:")[0] if feet else ""
        known = text.startswith(("Data per ", "Tanggal data tidak diketahui"))
        if len(feet) != 1 or not known:
            found.append(f"{place}: kakinya “{text}”")
        else:
            said.setdefault(text.partition(" Laporkan")[0].partition(" PPID")[0], place)
    if len(said) > 1:
        found.append(f"tidak semua halaman menyebut data yang sama: {said}")
    refuse(found)


def test_every_page_bears_the_name_of_the_office(source: Source, built: Built) -> None:
    """Nama situs di setiap judul adalah nama kantor ini."""
    name = source.settings.get("site_name") or f"Renstra Terbuka {source.plan['singkatan']}"
    refuse(
        f"{place}: judulnya “{title}”, tanpa “{name}”"
        for place, page in built.documents.items()
        if not moved(page) and name not in (title := next(page.all("title")).text)
    )


def test_whatever_is_made_up_says_so(
    source: Source, built: Built, pytestconfig: pytest.Config
) -> None:
    """Spanduk CONTOH ada di setiap halaman bila ada laporan rekaan, dan hanya bila ada."""
    found = []
    if source.made_up:
        remark(
            pytestconfig,
            "Situs ini memuat laporan rekaan (contoh: true), jadi tidak dapat diterbitkan.",
        )
    for place, page in built.documents.items():
        if moved(page):
            continue
        banners = [item.text for item in page.by_class("md-banner")]
        warned = any("Semua realisasi di situs ini dibuat-buat" in text for text in banners)
        titled = "CONTOH" in next(page.all("title")).text
        if (warned, titled) != (source.made_up, source.made_up):
            state = "rekaan" if source.made_up else "sungguhan"
            found.append(f"{place}: laporannya {state}, tetapi spanduk atau judulnya tidak cocok")
    refuse(found)
