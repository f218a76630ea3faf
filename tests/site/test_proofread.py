"""What was held against the signed decree, and what is called an extraction until then."""

from __future__ import annotations

from tests.site.built import Built, refuse
from tests.site.judging import day
from tests.site.source import Source, Yaml, chapter_address
from tests.site.test_open_data import read_json

PERIHAL = "Asal tiap bagian: dicocokkan dengan naskah yang ditandatangani, atau hasil ekstraksi"

CHECKED, EXTRACTED = "sudah dicocokkan", "hasil ekstraksi PDF, belum dicocokkan"


def done(source: Source) -> dict[str, Yaml]:
    """Chapter or table to who held it against the signed decree."""
    listed = source.load("pencocokan.yml").get("pencocokan") or []
    return {entry["bagian"]: entry for entry in listed}


def tables_of(chapter: Yaml) -> list[str]:
    """The tables of a chapter, by id."""
    return [part["tabel"] for part in chapter["isi"] if part["jenis"] == "tabel"]


def test_a_chapter_says_what_its_text_is(source: Source, built: Built) -> None:
    """Tiap bab menyebut apakah teksnya, dan tabelnya bila lain, sudah dicocokkan."""
    checked, found = done(source), []
    for kode, chapter in source.chapters.items():
        url = chapter_address(kode)
        said = " ".join(one.text for one in built.article(url).by_class("asal-naskah"))
        others = [t for t in tables_of(chapter) if (t in checked) != (kode in checked)]
        wanted = [kode in checked, *(table in checked for table in others)]
        counts = [(CHECKED, sum(wanted)), (EXTRACTED, len(wanted) - sum(wanted))]
        found += [
            f"{url}: “{words}” harus {count} kali, ditemukan {said.count(words)}"
            for words, count in counts
            if said.count(words) != count
        ]
    refuse(found)


def test_the_list_says_who_checked_each_part(source: Source, built: Built) -> None:
    """Daftar bagian menyebut jabatan dan tanggal tiap pencocokan, dan yang belum."""
    checked = done(source)
    parts = [kode for name, ch in source.chapters.items() for kode in (name, *tables_of(ch))]
    wanted = [
        [one["jabatan"], day(one["tanggal"])] if (one := checked.get(kode)) else ["belum", ""]
        for kode in parts
    ]
    shown = [row[1:] for row in built.rows("tentang/keutuhan/", "Bagian keputusan")[1:]]
    signed = source.load("pencocokan.yml").get("naskah")
    text = built.article("tentang/keutuhan/").text
    lost = [value for value in (signed or {}).values() if value not in text]
    refuse([*(["tentang/keutuhan/: daftar bagian berbeda"] if shown != wanted else []), *lost])


def test_the_open_data_says_which_parts_are_checked(source: Source, built: Built) -> None:
    """Keterangan data terbuka menyebut bagian yang sudah dicocokkan, dan PDF naskahnya."""
    package = read_json(built.folder / "data/datapackage.json")
    wanted = [entry | {"tanggal": str(entry["tanggal"])} for entry in done(source).values()]
    signed = source.load("pencocokan.yml").get("naskah")
    sources = [(one.get("path"), one.get("hash")) for one in package["sources"]]
    whole = (signed["url"], f"sha256:{signed['sha256']}") if signed else (None, None)
    found = [] if package["pencocokan"] == wanted else ["datapackage.json: pencocokan berbeda"]
    refuse([*found, *([] if sources == [whole] else ["datapackage.json: sources berbeda"])])


def test_targets_are_called_printed_once_their_table_is_checked(
    source: Source, built: Built
) -> None:
    """“Seperti tercetak” dikatakan tentang target hanya bila tabelnya sudah dicocokkan."""
    checked = source.load("target/program.yml")["id"] in done(source)
    said = {
        url: any(
            "seperti tercetak" in caption.text for caption in built.article(url).all("caption")
        )
        for url in (f"indikator/{row.id}/" for row in source.rows)
    }
    if checked and not any(said.values()):
        refuse(["indikator/: tidak satu pun target disebut “seperti tercetak”"])
    refuse(f"{url}: “seperti tercetak”" for url, printed in said.items() if printed and not checked)
