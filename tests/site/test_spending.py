"""What was budgeted in the end and spent, row by row, and the documents that say so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tests.reading import Element
from tests.site.built import Built, differences, refuse
from tests.site.judging import day, portion, printed, spent
from tests.site.source import Source, Yaml

PERIHAL = "Realisasi anggaran: pagu akhir, hibah, belanja, serapan dan sumbernya"


def cited(document: Yaml) -> str:
    """A document as a list of sources names it."""
    found: str = document["judul"]
    if document.get("nomor"):
        found += f", Nomor {document['nomor']}"
    if document.get("tanggal"):
        found += f", {day(document['tanggal'])}"
    if document.get("berkas"):
        found += ", salinan di situs ini"
    if document.get("sha256"):
        found += f", SHA-256 {document['sha256']}"
    return found


def funded(source: Source, year: int) -> Iterator[tuple[str, int | None, Yaml]]:
    """What is shown of a year: name, the plan's allocation, and what is reported."""
    own = {row["program"]: row for row in source.load("anggaran/program.yml")["baris"]}
    parts = {name: source.entries(year, name) for name in ("program", "kegiatan", "baris")}
    for program in source.load("anggaran/kegiatan.yml")["program"]:
        row = own[program["program"]]
        kode = row["program"]
        yield row["nama"], source.planned(kode, year), parts["program"].get(kode, {})
        for group in program["kegiatan"]:
            if not group.get("mengulang"):
                name = f"{group['nomor']} {group['nama']}".strip()
                kode = group["id"]
                yield name, source.planned(kode, year), parts["kegiatan"].get(kode, {})
            for line in group["baris"]:
                if line["id"] in parts["baris"]:
                    kode = line["id"]
                    yield line["nama"], source.planned(kode, year), parts["baris"][kode]


def thousands(amount: Any) -> str:
    """Rupiah in thousands; nothing for nothing."""
    return "" if amount is None else printed(Decimal(amount) / 1000)


def test_spending_is_what_is_reported(source: Source, built: Built) -> None:
    """Rencana, pagu akhir, hibah, belanja dan serapan tiap program dan kegiatan benar."""
    url, found = "anggaran/realisasi/", []
    for year in source.years:
        expected, documents = [], []
        for name, plan, entry in funded(source, year):
            document = entry.get("sumber") or {}
            mark = ""
            if document.get("judul"):
                if cited(document) + str(document.get("url")) not in documents:
                    documents.append(cited(document) + str(document.get("url")))
                mark = str(documents.index(cited(document) + str(document.get("url"))) + 1)
            budget = entry.get("pagu")
            expected.append(
                [
                    f"{name}{mark}",
                    printed(plan),
                    thousands(budget),
                    thousands(entry.get("hibah")),
                    spent(entry),
                    portion(entry.get("realisasi"), budget),
                ]
            )
        shown = built.rows(url, f"Rencana, pagu akhir dan realisasi {year}")[1:]
        found += differences(f"{url}#tahun-{year}", shown, expected)
    refuse(found)


def test_every_document_is_named(source: Source, built: Built) -> None:
    """Dokumen sumber realisasi anggaran disebut dengan nomor, tanggal dan alamatnya."""
    url = "anggaran/realisasi/"
    page = built.article(url)
    items = {item.text for item in page.all("li")}
    links = {link.attributes.get("href") for link in page.all("a")}
    found = []
    for year in source.years:
        for _, _, entry in funded(source, year):
            document = entry.get("sumber") or {}
            if document.get("judul") and cited(document) not in items:
                found.append(f"{url}: {year}, sumber “{cited(document)}” tidak disebut")
            kept = f"../../data/bukti/{document['berkas']}" if document.get("berkas") else None
            found += [
                f"{url}: {year}, tidak ada tautan ke {address}"
                for address in (document.get("url"), kept)
                if address and address not in links
            ]
    refuse(dict.fromkeys(found))


def test_unreported_years_say_so(source: Source, built: Built) -> None:
    """Tahun tanpa laporan mengatakannya, dan tahun yang dilaporkan tidak."""
    text = built.article("anggaran/realisasi/").text
    found = []
    for year in source.years:
        words = f"Belum ada realisasi anggaran yang dilaporkan untuk {year}."
        if (words in text) == (year in source.told):
            found.append(f"anggaran/realisasi/: “{words}” tidak cocok dengan data")
    refuse(found)


def test_money_still_due_is_listed(source: Source, built: Built) -> None:
    """Halaman capaian mendaftar program dan kegiatan beranggaran yang belum melaporkan belanja."""
    found = []
    own = source.load("anggaran/program.yml")["baris"]
    groups = [
        (group["id"], f"{group['nomor']} {group['nama']}".strip())
        for program in source.load("anggaran/kegiatan.yml")["program"]
        for group in program["kegiatan"]
        if not group.get("mengulang")
    ]
    for year in source.years:
        spending = {**source.entries(year, "program"), **source.entries(year, "kegiatan")}
        plans = [*((row["program"], row["nama"]) for row in own), *groups]
        due = [
            f"{kode} {name}"
            for kode, name in plans
            if source.planned(kode, year) and spending.get(kode, {}).get("realisasi") is None
        ]
        lists = [
            [item.text for item in box.all("li")]
            for box in built.article(f"capaian/{year}/").all("details")
            if "beranggaran menunggu" in _summary(box)
        ]
        found += differences(f"capaian/{year}/ anggaran", lists[0] if lists else [], due)
    refuse(found)


def _summary(box: Element) -> str:
    return next((item.text for item in box.all("summary")), "")
