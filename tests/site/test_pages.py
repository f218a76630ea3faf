"""Which pages there are: those of the data, those of `docs/`, and every address once published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.gate.remarks import remark
from tests.site.built import Built, refuse
from tests.site.judging import sets_target
from tests.site.source import Source, chapter_address

PERIHAL = "Halaman yang harus ada, dan alamat yang pernah diterbitkan"

ABSENT = (
    ("swot/", "matriks SWOT", "swot.yml", "matriks"),
    ("swot/", "faktor SWOT", "swot.yml", "faktor"),
    ("strategi/", "sintesa", "sintesa.yml", "tabel"),
    ("strategi/", "strategi utama", "sintesa.yml", "utama"),
    ("kebijakan/", "misi", "tujuan.yml", "misi"),
    ("kebijakan/", "isu strategis", "kebijakan.yml", "isu"),
    ("regulasi/", "kerangka regulasi", "regulasi.yml", "kelompok"),
    ("kelembagaan/", "tabel anggota", "organisasi.yml", "tabel"),
    ("kelembagaan/", "daftar mitra", "kelembagaan.yml", "lembaga"),
    ("istilah/", "daftar singkatan", "istilah.yml", "singkatan"),
    ("catatan/", "catatan", "catatan.yml", "catatan"),
)
"""Page, what it shows in words, and where the data has it."""

AWAL = "awal"
"""The plan as first decided, among the decrees that changed it."""

REGISTER = "data/terbit/alamat.txt"


def address(docs: Path, file: Path) -> str:
    """The address of a page of `docs/`."""
    place = file.relative_to(docs)
    return f"{(place.parent if place.stem == 'index' else place.with_suffix('')).as_posix()}/"


def expected(source: Source) -> set[str]:
    """The addresses of all pages that the data and `docs/` ask for."""
    decrees = [decree["id"] for decree in source.decrees]
    of_docs = (address(source.docs, file) for file in source.docs.rglob("*.md"))
    return {
        *(url.removeprefix(".") for url in of_docs),
        *map(chapter_address, source.chapters),
        *(f"indikator/{row.id}/" for row in source.rows),
        *(f"kegiatan/{kegiatan['id']}/" for kegiatan in source.kegiatan),
        *(f"program/{program['id']}/" for program in source.program),
        *(f"perubahan/{name}/" for name in decrees),
        *(f"naskah/{name}/" for name in [AWAL, *decrees] if decrees),
        *(f"{part}/{year}/" for part in ("tahun", "capaian") for year in source.years),
    }


def test_every_page_is_there(source: Source, built: Built) -> None:
    """Setiap indikator, kegiatan, program, tahun, bab dan halaman docs/ punya halamannya."""
    refuse(
        f"{url}: halaman ini tidak ada di situs"
        for url in sorted(expected(source) - {*built.pages})
    )


def test_no_page_is_there_that_nothing_asks_for(source: Source, built: Built) -> None:
    """Tidak ada halaman yang tidak berasal dari data, docs/ atau daftar alamat yang pindah."""
    moved = {f"{old.strip('/')}/" for old in source.extra.get("pindah") or {}}
    surplus = {*built.pages} - expected(source) - moved
    refuse(
        f"{url}: halaman ini tidak berasal dari data"
        for url in sorted(surplus)
        if not re.fullmatch(r"perubahan/(?:rv-\d+-rv-\d+|\d{4})/", url)
    )


def test_the_site_has_a_page_for_lost_addresses(built: Built) -> None:
    """Alamat yang tidak ada menampilkan halaman yang menolong pembaca mencari."""
    refuse(name for name in ("404.html", "robots.txt") if not (built.folder / name).is_file())


def test_published_addresses_still_answer(
    source: Source, built: Built, pytestconfig: pytest.Config
) -> None:
    """Alamat yang pernah diterbitkan tetap menampilkan halaman, atau mengantar ke yang baru."""
    register = source.data / "terbit/alamat.txt"
    if not register.is_file():
        remark(
            pytestconfig,
            f"Belum ada {REGISTER}, jadi alamat yang pernah diterbitkan tidak diperiksa; buat "
            "dengan renstra alamat.",
        )
        return
    listed = [
        line.strip()
        for line in register.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    refuse(
        (
            f"{url}: alamat ini pernah diterbitkan, sekarang tidak ada"
            for url in listed
            if (url not in built.pages and not (built.folder / url).is_file())
        ),
        "kembalikan halamannya, atau tulis alamat lama dan barunya di bawah pindah di mkdocs.yml.",
    )
    new = sorted({*built.pages} - {*listed})
    if new:
        remark(
            pytestconfig,
            f"{len(new)} alamat belum tercatat di {REGISTER} (misalnya {new[0]}); catat dengan "
            "renstra alamat.",
        )


def test_a_page_says_what_the_plan_does_not_have(source: Source, built: Built) -> None:
    """Halaman tentang bagian yang tidak dimuat rencana mengatakannya, dan hanya halaman itu."""
    found = []
    for url, words, file, key in ABSENT:
        lacking = not (source.load(file) or {}).get(key)
        said = f"Rencana ini tidak memuat {words}." in built.article(url).text
        if said != lacking:
            state = "tidak dimuat" if lacking else "dimuat"
            found.append(f"{url}: {words} {state} di {file}, tetapi halamannya tidak cocok")
    refuse(found)


def test_the_home_page_counts_what_the_data_has(source: Source, built: Built) -> None:
    """Beranda menyebut banyaknya indikator, yang bertarget di setiap tahun, dan tahunnya."""
    home = built.article("/").text
    years = source.years
    span = f"{years[0]}–{years[-1]}"
    whole = sum(
        all(sets_target(row.indikator, cell) for cell in row.indikator["target"].values())
        for row in source.rows
    )
    many = "semuanya" if whole == len(source.rows) else f"{whole} di antaranya"
    sentences = (
        f"Renstra {source.plan['singkatan']} {span}",
        f"Keputusan Nomor {source.plan['keputusan']['nomor']}",
        f"{len(source.rows)} indikator, {many} bertarget di setiap tahun {span}.",
        f"dialokasikan untuk {len(years)} tahun",
    )
    refuse(f"beranda: tidak ada “{words}”" for words in sentences if words not in home)


def test_the_chapters_stand_in_the_navigation_in_their_order(source: Source, built: Built) -> None:
    """Menu memuat setiap bab menurut urutan rencana.yml."""
    wanted = [
        chapter.get("sebutan") or " ".join(filter(None, (chapter.get("nomor"), chapter["judul"])))
        for chapter in source.chapters.values()
    ]
    shown = [
        link.text
        for link in built.pages["rencana/"].by_class("md-nav__link")
        if link.text in wanted
    ]
    refuse([] if list(dict.fromkeys(shown)) == wanted else [f"ditemukan {shown}"])
