"""The open data as packages: schemas, checksums, and what other programs make of them."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from tests.site.built import Built, refuse
from tests.site.source import Source
from tests.site.test_open_data import read_csv, read_json

PERIHAL = "Data terbuka: skema, jumlah periksa, gambar, dan tanda CONTOH"

DRAWN = {"svg", "title", "desc", "rect", "text", "g", "line", "polyline", "circle"}


@pytest.fixture(scope="module")
def folder(built: Built) -> Path:
    """The folder of the open data."""
    return built.folder / "data"


def documents(folder: Path) -> list[Path]:
    """Every JSON document that has a schema."""
    files = [file for file in folder.rglob("*.json") if file.parent.name != "skema"]
    return sorted(file for file in files if file.name != "datapackage.json")


def test_every_document_is_as_its_schema_says(source: Source, folder: Path) -> None:
    """Setiap berkas JSON menyebut skemanya dan sesuai dengan skema itu."""
    found, checks = [], {}
    files = documents(folder)
    if len(files) < len(source.rows) + len(source.years):
        found.append(f"hanya {len(files)} berkas JSON")
    for file in files:
        value = json.loads(file.read_text(encoding="utf-8"))
        name = Path(value["$schema"]).name
        if name not in checks:
            schema = read_json(folder / "v1/skema" / name)
            checks[name] = Draft202012Validator(schema, format_checker=FormatChecker())
        found += [
            f"{file.name}: {error.message[:200]}" for error in checks[name].iter_errors(value)
        ]
    refuse(found)


def test_the_digest_of_the_words_is_the_same_everywhere(
    source: Source, built: Built, folder: Path
) -> None:
    """Daftar kata dan sel keputusan terbit utuh, dan nilai SHA-256-nya sama di setiap tempat."""
    page = (built.folder / "tentang/keutuhan/index.html").read_text(encoding="utf-8")
    package = read_json(folder / "datapackage.json")
    of_decrees = {"awal": "keutuhan.txt"}
    of_decrees |= {one["id"]: f"keutuhan-{one['id']}.txt" for one in source.decrees}
    lists = {
        name: listed.read_bytes()
        for kode, name in of_decrees.items()
        if (listed := source.data / f"keutuhan/{kode}.txt").is_file()
    }
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in lists.items()}
    told = [*filter(None, [package.get("keutuhan")]), *package.get("keutuhan_perubahan", [])]
    found = [
        f"tentang/keutuhan/: nilai SHA-256 {name} tidak tertulis"
        for name, digest in digests.items()
        if digest not in page
    ]
    if {file.name: file.read_bytes() for file in folder.glob("keutuhan*")} != lists:
        found.append("data/: daftar kata dan sel bukan yang di data")
    if {one["path"]: one["hash"] for one in told} != {n: f"sha256:{d}" for n, d in digests.items()}:
        found.append("datapackage.json: nilai SHA-256 daftar berbeda")
    refuse(found)


def test_checksums_are_those_of_every_file(folder: Path) -> None:
    """Jumlah periksa setiap berkas data cocok dengan isinya."""
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    written = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    files = {f.relative_to(folder).as_posix(): f for f in folder.rglob("*") if f.is_file()}
    others = {"SHA256SUMS", "index.html"}  # the page of the data is no data
    digests = {
        name: hashlib.sha256(file.read_bytes()).hexdigest()
        for name, file in files.items()
        if name not in others
    }
    refuse(
        f"SHA256SUMS: {name} tidak cocok"
        for name in sorted({*written, *digests})
        if written.get(name) != digests.get(name)
    )


def test_frictionless_finds_the_package_valid(source: Source, folder: Path) -> None:
    """Paket data sah menurut program pemeriksa Data Package."""
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        report = json.loads(done.stdout)
    except ValueError:
        refuse([f"datapackage.json: {done.stdout}{done.stderr}"])
        return
    found = [
        f"{task['name']}: {error['message']}"
        for task in report["tasks"]
        for error in task["errors"]
    ]
    found += [str(error.get("message")) for error in report.get("errors") or ()]
    rows = {task["name"]: task["stats"].get("rows") for task in report["tasks"]}
    wanted = {
        "indikator": len(source.rows) * len(source.years),
        "anggaran": len(read_csv(folder / "anggaran.csv")),
    }
    if rows != wanted:
        found.append(f"datapackage.json: banyaknya baris {rows}, seharusnya {wanted}")
    refuse(found)


def test_no_text_had_to_be_changed_for_csv(folder: Path) -> None:
    """Tidak ada sel CSV yang dibaca program lembar kerja sebagai rumus."""
    refuse(
        f"{name}: sel “{cell}”"
        for name in ("indikator.csv", "anggaran.csv")
        for row in read_csv(folder / name)
        for cell in row.values()
        if cell.startswith(("=", "+", "@", "'")) or (cell[:1] == "-" and cell[1:2].isalpha())
    )


def test_every_picture_stands_alone(source: Source, folder: Path) -> None:
    """Gambar setiap indikator menyebut nama, sel target dan keputusannya."""
    found = []
    for row in source.rows:
        file = folder / f"indikator/{row.id}.svg"
        root = ET.parse(file).getroot()
        words = " ".join(" ".join(root.itertext()).split())
        held = {y: source.cell(row, y) if row.holds(y) else "" for y in source.years}
        cells = [f"{year}: {cell or 'kosong'}" for year, cell in held.items()]
        wanted = [f"{row.id} {row.nama}", "Keputusan Nomor", *cells]
        wanted += ["CONTOH: realisasi dibuat-buat"] if source.made_up else []
        found += [f"{file.name}: tanpa “{one}”" for one in wanted if one not in words]
        strange = {element.tag.rpartition("}")[2] for element in root.iter()} - DRAWN
        found += [f"{file.name}: memuat <{tag}>" for tag in sorted(strange)]
    refuse(found)


def test_everything_made_up_says_so(source: Source, built: Built, folder: Path) -> None:
    """Berkas data dari laporan rekaan menyebut dirinya CONTOH, dan hanya berkas itu."""
    package = read_json(folder / "datapackage.json")
    book = CalamineWorkbook.from_path(folder / "renstra.xlsx")
    titles = {
        "datapackage.json": package["title"],
        "renstra.xlsx": str(book.get_sheet_by_index(0).to_python()[0][0]),
        **{f"datapackage.json {item['name']}": item["title"] for item in package["resources"]},
    }
    found = [
        f"{place}: judulnya “{title}”"
        for place, title in titles.items()
        if title.startswith("CONTOH") != source.made_up
    ]
    found += [
        f"{file.name}: contoh tidak cocok"
        for file in documents(folder)
        # Of a year's own report the year alone decides.
        if file.parent.name != "realisasi" and read_json(file)["contoh"] is not source.made_up
    ]
    for year in source.years:
        template = built.folder / f"capaian/{year}/realisasi-{year}.xlsx"
        report = source.reports.get(year)
        if (report is not None) != template.is_file():
            found.append(f"{template.name}: {'tidak ada' if report else 'ada tanpa laporan'}")
        elif report and report.get("contoh"):
            shown = [s for s in load_workbook(template) if s.sheet_state == "visible"]
            if not all("CONTOH" in str(one["A1"].value) for one in shown):
                found.append(f"{template.name}: tidak menyebut CONTOH")
    known = sorted(source.reports)
    joint = [file.name for file in (built.folder / "capaian").glob("realisasi-*.xlsx")]
    if joint != ([f"realisasi-{known[0]}-{known[-1]}.xlsx"] if len(known) > 1 else []):
        found.append(f"lembar kerja semua tahun: ditemukan {joint}")
    for year in known if joint else ():
        page = (built.folder / f"capaian/{year}/index.html").read_text(encoding="utf-8")
        if joint[0] not in page:
            found.append(f"capaian/{year}/: tidak menawarkan {joint[0]}")
    refuse(found)


def described(page: str) -> Any:
    """What a page says of its data."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return json.loads(found[0]) if found else {}


def test_pages_describe_their_data_for_search_engines(source: Source, built: Built) -> None:
    """Halaman indikator dan halaman data menerangkan datanya kepada mesin pencari."""
    found = []
    for row in source.rows:
        here = built.folder / "indikator" / row.id
        said = described((here / "index.html").read_text(encoding="utf-8"))
        if (said.get("@type"), said.get("identifier")) != ("Dataset", row.id):
            found.append(f"indikator/{row.id}/: tidak menerangkan datanya")
        for part in said.get("distribution", ()):
            way = part["contentUrl"]
            file = built.folder / way.removeprefix(built.addressed) if "://" in way else here / way
            if not file.is_file():
                found.append(f"indikator/{row.id}/: {way} tidak ada")
    whole = described((built.folder / "data/index.html").read_text(encoding="utf-8"))
    name = f"{'CONTOH (dibuat-buat): ' if source.made_up else ''}{source.plan['judul']}"
    if whole.get("name") != name:
        found.append(f"data/: menyebut “{whole.get('name')}”, seharusnya “{name}”")
    refuse(found)
