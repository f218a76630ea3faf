"""The open data of the site, read back by libraries that wrote none of it."""

from __future__ import annotations

import csv
import functools
import io
import json
import re
from collections.abc import Iterable
from decimal import Context, Decimal
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.site.built import Built, differences, refuse
from tests.site.judging import (
    label_of,
    number_in,
    percent_of,
    status_of,
    value_of,
)
from tests.site.source import Source, Yaml, is_told, is_withdrawn, quarters

PERIHAL = "Data terbuka: CSV, JSON dan XLSX menyatakan yang sama dengan data"

Line = dict[str, Any]


@functools.cache
def read_csv(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV."""
    text = file.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@functools.cache
def read_json(file: Path) -> Any:
    """A JSON document with every digit of its numbers."""
    return json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)


@pytest.fixture(scope="module")
def folder(built: Built) -> Path:
    """The folder of the open data."""
    return built.folder / "data"


def expected_targets(source: Source) -> list[Line]:
    """What a row says of each indicator and year."""
    units = {unit["id"]: unit["nama"] for unit in source.load("satuan.yml")["satuan"]}
    found = []
    first = {row.id: row for row in source.at_first.rows}
    for row in source.rows:
        for year in source.years:
            item = source.judged(row, year).indikator
            cell, entry = source.cell(row, year), source.entries(year).get(row.id, {})
            promise = source.promise(row, year)
            value = value_of(entry)
            number = number_in(cell) if item["jenis"] == "angka" else None
            graded = item["jenis"] != "angka" and cell.strip() not in ("", "-", "–", "—")
            found.append(
                {
                    "id": row.id,
                    "nama": row.nama,
                    "program": row.program["id"],
                    "kegiatan": row.kegiatan["id"],
                    "sasaran": row.sasaran["id"],
                    "sasaran_nama": row.sasaran["nama"],
                    "satuan": units.get(row.indikator.get("satuan")),
                    "arah": row.indikator["arah"],
                    "tingkat": row.indikator["tingkat"],
                    "tahun": year,
                    "target_tercetak": cell,
                    "target_nilai": number,
                    "target_peringkat": cell.strip() if graded else None,
                    "target_pk": entry.get("target_pk"),
                    "realisasi": value if isinstance(value, Decimal) else None,
                    "realisasi_peringkat": value if isinstance(value, str) else None,
                    "pembilang": entry.get("pembilang"),
                    "penyebut": entry.get("penyebut"),
                    "tidak_ada_kejadian": entry.get("tidak_ada_kejadian"),
                    "status": status_of(item, promise, entry),
                    "status_sebutan": label_of(item, promise, entry, narrow=False),
                    "capaian_persen": percent_of(item, promise, entry),
                    "target_awal": first[row.id].indikator["target"][year]
                    if row.id in first
                    else None,
                    "berlaku": row.holds(year),
                    "status_data": entry.get("status_data"),
                    **_documented(entry),
                    "capaian_lkj": entry.get("capaian_lkj"),
                    "contoh": bool(source.reports.get(year, {}).get("contoh")),
                }
            )
    return found


def _documented(entry: Yaml) -> Line:
    """The document that a report rests on, and why it was changed."""
    keys = ("judul", "nomor", "tanggal", "url", "sha256")
    document = entry.get("sumber") or {}
    kept = document.get("berkas")
    return {
        **{f"sumber_{key}": document.get(key) for key in keys},
        "sumber_berkas": f"data/bukti/{kept}" if kept else None,
        "alasan_perubahan": entry.get("alasan_perubahan"),
    }


def expected_money(source: Source) -> list[Line]:
    """What a row says of each thing funded and year."""
    found: list[Line] = []

    def add(kode: str, level: str, name: str) -> None:
        for year in source.years:
            entry = source.entries(year, level).get(kode, {})
            spent, budget = entry.get("realisasi"), entry.get("pagu")
            plan = source.planned(kode, year)
            found.append(
                {
                    "kode": kode,
                    "tingkat": level,
                    "nama": name,
                    "tahun": year,
                    "rencana_ribu_rupiah": plan,
                    "rencana_rupiah": None if plan is None else plan * 1000,
                    "pagu_akhir_rupiah": budget,
                    "hibah_rupiah": entry.get("hibah"),
                    "realisasi_rupiah": spent,
                    "serapan_persen": Decimal(spent) * 100 / Decimal(budget)
                    if spent is not None and budget
                    else None,
                    "status": _reported(entry),
                    "status_data": entry.get("status_data"),
                    **_documented(entry),
                    "diaudit": entry.get("diaudit"),
                    "contoh": bool(source.reports.get(year, {}).get("contoh")),
                }
            )

    detail = {item["program"]: item for item in source.load("anggaran/kegiatan.yml")["program"]}
    for row in source.load("anggaran/program.yml")["baris"]:
        add(row["program"], "program", row["nama"])
        for group in detail.get(row["program"], {}).get("kegiatan") or ():
            if not group.get("mengulang"):
                add(group["id"], "kegiatan", group["nama"])
            for line in group["baris"]:
                add(line["id"], "baris", line["nama"])
    return found


def _reported(entry: Yaml) -> str:
    if entry.get("realisasi") is not None:
        return "dilaporkan"
    if is_withdrawn(entry):
        return "ditarik"
    return "berjalan" if quarters(entry) else "belum_dilaporkan"


def as_text(value: Any) -> str:
    """A value as any of the files may write it, so that they can be held against each other."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool) or value in ("true", "false"):
        return str(value).lower()
    try:
        # A sheet keeps numbers to fifteen digits.
        exact = Context(prec=12).create_decimal(str(value))
    except ArithmeticError:
        return str(value)
    return f"{exact.normalize():f}" if exact.is_finite() else str(value)


def compared(place: str, shown: Iterable[Line], expected: list[Line]) -> list[str]:
    """Where rows do not say what is expected of them."""
    lines = [
        {key: as_text(value) for key, value in line.items() if key in expected[0]} for line in shown
    ]
    wanted = [{key: as_text(value) for key, value in line.items()} for line in expected]
    order = [
        [f"{line.get('id') or line.get('kode')} {line['tahun']}" for line in side]
        for side in (lines, wanted)
    ]
    if order[0] != order[1]:
        return differences(f"{place}, kode dan tahun", *order)[:3]
    return [
        f"{place}, {at}, kolom {key}: ditemukan {a.get(key)!r}, seharusnya {b[key]!r}"
        for at, a, b in zip(order[1], lines, wanted, strict=True)
        for key in b
        if a.get(key) != b[key]
    ]


def spread(items: list[Line]) -> list[Line]:
    """The years of things, each with what is true of the thing."""
    return [{**item, **year} for item in items for year in item["tahunan"]]


def sheet(folder: Path, name: str) -> list[Line]:
    """The rows of a sheet of the workbook."""
    book = CalamineWorkbook.from_path(folder / "renstra.xlsx")
    head, *lines = book.get_sheet_by_name(name).to_python()
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


def test_targets_and_results_are_those_of_the_data(source: Source, folder: Path) -> None:
    """Tabel indikator (CSV, JSON, XLSX) memuat sel, realisasi, status dan capaian yang benar."""
    expected = expected_targets(source)
    documents = [read_json(folder / f"v1/indikator/{row.id}.json") for row in source.rows]
    own = [line for row in source.rows for line in read_csv(folder / f"indikator/{row.id}.csv")]
    found = compared("indikator.csv", read_csv(folder / "indikator.csv"), expected)
    found += compared("indikator/ik-….csv", own, expected)
    whole = read_json(folder / "v1/indikator.json")["indikator"]
    found += compared("v1/indikator.json", spread(whole), expected)
    found += compared("v1/indikator/ik-….json", spread(documents), expected)
    refuse(found + compared("renstra.xlsx", sheet(folder, "Indikator"), expected))


def test_money_is_that_of_the_data(source: Source, folder: Path) -> None:
    """Tabel anggaran (CSV, JSON, XLSX) memuat rencana, pagu akhir dan belanja yang benar."""
    expected = expected_money(source)
    document = read_json(folder / "v1/anggaran.json")
    found = compared("anggaran.csv", read_csv(folder / "anggaran.csv"), expected)
    found += compared("v1/anggaran.json", spread(document["anggaran"]), expected)
    found += compared("renstra.xlsx", sheet(folder, "Anggaran"), expected)
    total = source.load("anggaran/program.yml")["total"]
    printed = {
        "nama": total["nama"],
        "pagu": {str(year): amount for year, amount in total["pagu"].items()},
        "jumlah": total["jumlah"],
    }
    found += differences("v1/anggaran.json total", [document["total_tercetak"]], [printed])
    refuse(found)


def test_reports_are_published_as_they_were_made(source: Source, folder: Path) -> None:
    """Laporan tiap tahun diterbitkan seperti dilaporkan, yang tidak disebut sebagai kosong."""
    found = []
    forms = {
        "indikator": [row.id for row in source.rows],
        "program": [row["program"] for row in source.load("anggaran/program.yml")["baris"]],
        "kegiatan": [
            group["id"]
            for program in source.load("anggaran/kegiatan.yml")["program"]
            for group in program["kegiatan"]
            if not group.get("mengulang")
        ],
    }
    for year in source.years:
        place = folder / f"v1/realisasi/{year}.json"
        written, report = read_json(place), source.reports.get(year, {})
        for part in ("indikator", "program", "kegiatan", "baris"):
            entries = {entry["kode"]: entry for entry in report.get(part) or ()}
            codes = forms.get(part, entries) if report else ()
            codes = [kode for kode in codes if source.came.get(kode, year) <= year]
            expected = [flat(entries.get(kode, {"kode": kode})) for kode in codes]
            shown = [flat(entry) for entry in written[part]]
            found += differences(f"{place.name} {part}", shown, expected)
        head = {key: report.get(key) for key in ("batas_lapor", "sumber", "persetujuan")}
        said = {key: written[key] for key in head}
        found += differences(f"{place.name} kepala", [flat(said)], [flat(head)])
        made_up = bool(report.get("contoh"))
        if written["contoh"] is not made_up:
            found.append(f"{place.name}: contoh {written['contoh']}, seharusnya {made_up}")
    refuse(found)


def test_evidence_is_published_as_it_is_kept(source: Source, folder: Path) -> None:
    """Berkas sumber yang disebut laporan terbit bita demi bita, dan yang tidak disebut tidak."""
    named = {
        document["berkas"]
        for report in source.reports.values()
        for part in ("indikator", "program", "kegiatan", "baris")
        for entry in (report, *(report.get(part) or ()))
        if (document := entry.get("sumber") or {}).get("berkas")
    }
    shown = {file.name: file.read_bytes() for file in (folder / "bukti").glob("*")}
    kept = {name: (source.data / "bukti" / name).read_bytes() for name in named}
    wrong = {*shown, *kept} - {name for name in kept if shown.get(name) == kept[name]}
    refuse([f"data/bukti/{name}: tidak sama dengan yang disimpan" for name in sorted(wrong)])


def test_what_is_to_be_approved_is_on_the_sheet(source: Source, built: Built) -> None:
    """Lembar persetujuan tiap tahun yang dilaporkan menyebut setiap yang dilaporkan."""
    found = []
    for year in source.years:
        place = built.folder / f"capaian/{year}/lembar-persetujuan-{year}.xlsx"
        if place.is_file() != (year in source.told):
            found.append(f"{place.name}: ada atau tidaknya tidak cocok dengan laporannya")
        if not place.is_file():
            continue
        rows = CalamineWorkbook.from_path(place).get_sheet_by_index(0).to_python()
        codes = [row[0] for row in rows if re.fullmatch(r"[a-z]{2}-\d+", str(row[0]))]
        told = [
            kode
            for part in ("indikator", "program", "kegiatan", "baris")
            for kode, entry in source.entries(year, part).items()
            if is_told(entry)
        ]
        found += differences(place.name, sorted(map(str, codes)), sorted(told))
    refuse(found)


def flat(value: Any, way: str = "") -> dict[str, str]:
    """What a report says, by the way of keys to it, without what it leaves empty."""
    if isinstance(value, dict):
        return {k: v for key, item in value.items() for k, v in flat(item, f"{way}/{key}").items()}
    text = as_text(value)
    return {way: text} if text else {}


def test_notes_and_revisions_are_published(source: Source, folder: Path) -> None:
    """Catatan atas dokumen dan revisi resmi ada di data terbuka."""
    notes = [note["id"] for note in source.load("catatan.yml").get("catatan") or ()]
    shown = [note["id"] for note in read_json(folder / "v1/catatan.json")["catatan"]]
    official = [
        [item["id"], item["nomor"], str(item["tanggal"]), str(item.get("berlaku", item["tanggal"]))]
        for item in source.load("revisi.yml").get("revisi") or ()
    ]
    keys = ("kode", "nomor", "tanggal", "berlaku")
    told = [[item[key] for key in keys] for item in read_json(folder / "v1/revisi.json")["resmi"]]
    refuse(
        differences("v1/catatan.json", shown, notes) + differences("v1/revisi.json", told, official)
    )


def test_the_index_says_what_plan_it_is(source: Source, folder: Path) -> None:
    """Indeks data menyebut rencana, kantor, keputusan dan setiap berkas yang ada."""
    index, plan = read_json(folder / "v1/index.json"), source.plan
    expected = {
        "judul": plan["judul"],
        "kantor": plan["kantor"],
        "keputusan_nomor": plan["keputusan"]["nomor"],
        "keputusan_tanggal": str(plan["keputusan"]["tanggal"]),
        "tahun": source.years,
    }
    found = [
        f"index.json: {key} {index[key]!r}, seharusnya {value!r}"
        for key, value in expected.items()
        if index[key] != value
    ]
    ways = [item["alamat"] for item in index["berkas"]] + list(index["indikator"].values())
    found += [f"index.json: berkas {way} tidak ada" for way in ways if not there(folder, way)]
    # JSON is written with its keys sorted, and a plan may have a new indicator among the old ones.
    ids = sorted(row.id for row in source.rows)
    found += differences("index.json", sorted(index["indikator"]), ids)
    for row in source.rows:
        page = read_json(folder / f"v1/indikator/{row.id}.json")["halaman"]
        if not page.rstrip("/").endswith(f"indikator/{row.id}"):
            found.append(f"{row.id}.json: halamannya {page}")
    refuse(found)


def there(folder: Path, way: str) -> bool:
    """Whether a file that the index names is there, by its way or its whole address."""
    _, mark, rest = way.partition("/data/")
    return (folder / rest if mark and "://" in way else folder / "v1" / way).is_file()
