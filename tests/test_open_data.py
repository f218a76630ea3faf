"""The open data of the built site, read back by libraries that wrote none of it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from python_calamine import CalamineWorkbook

from tests.building import PROJECT
from tests.reading import article, rows, table
from tests.test_site import INDICATORS, YEARS, funding_lines, load, printed

Row = dict[str, str]

TARGETS = [(item["id"], year, item["target"][year]) for item in INDICATORS for year in YEARS]
AMOUNTS = [(line["id"], year, line["pagu"][year]) for line in funding_lines() for year in YEARS]

PAGE = (PROJECT / "docs/data/index.md").read_text(encoding="utf-8")


def test_the_plan_has_375_targets_and_270_amounts() -> None:
    assert (len(TARGETS), len(AMOUNTS)) == (375, 270)


@pytest.fixture(params=["built_site", "example_site"])
def data(request: pytest.FixtureRequest) -> Path:
    """The folder of the data, of the real site and of the one with made-up realisations."""
    site: Path = request.getfixturevalue(request.param)
    return site / "data"


def read_csv(file: Path) -> list[Row]:
    """The rows of a CSV."""
    text = file.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_json(file: Path) -> Any:
    """A JSON document with every digit of its numbers."""
    return json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)


def read_sheet(data: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a sheet of the workbook."""
    head, *lines = (
        CalamineWorkbook.from_path(data / "renstra.xlsx").get_sheet_by_name(name).to_python()
    )
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


def targets_in(rows: list[Any]) -> list[tuple[str, int, str]]:
    return [(row["id"], int(row["tahun"]), row["target_tercetak"]) for row in rows]


def amounts_in(rows: list[Any], level: str = "baris") -> list[tuple[str, int, int | None]]:
    return [
        (
            row["kode"],
            int(row["tahun"]),
            None if row["rencana_ribu_rupiah"] in ("", None) else int(row["rencana_ribu_rupiah"]),
        )
        for row in rows
        if row["tingkat"] == level
    ]


def years_of(items: list[Any]) -> list[Any]:
    return [item | year for item in items for year in item["tahunan"]]


def test_csv_states_the_same(data: Path) -> None:
    assert targets_in(read_csv(data / "indikator.csv")) == TARGETS
    assert amounts_in(read_csv(data / "anggaran.csv")) == AMOUNTS


def test_json_states_the_same(data: Path) -> None:
    whole = read_json(data / "v1/indikator.json")["indikator"]
    single = [read_json(data / f"v1/indikator/{item['id']}.json") for item in INDICATORS]

    assert targets_in(years_of(whole)) == TARGETS
    assert targets_in(years_of(single)) == TARGETS
    assert amounts_in(years_of(read_json(data / "v1/anggaran.json")["anggaran"])) == AMOUNTS


def test_the_workbook_states_the_same(data: Path) -> None:
    assert targets_in(read_sheet(data, "Indikator")) == TARGETS
    assert amounts_in(read_sheet(data, "Anggaran")) == AMOUNTS


def test_the_own_rows_of_an_indicator_state_the_same(data: Path) -> None:
    single = [row for i in INDICATORS for row in read_csv(data / f"indikator/{i['id']}.csv")]

    assert single == read_csv(data / "indikator.csv")


def test_programmes_and_the_printed_total_state_the_same(data: Path) -> None:
    source = load("anggaran/program.yml")
    document = read_json(data / "v1/anggaran.json")

    assert amounts_in(read_csv(data / "anggaran.csv"), "program") == [
        (row["program"], year, row["pagu"][year]) for row in source["baris"] for year in YEARS
    ]
    total = source["total"]
    assert document["total_tercetak"] == {
        "nama": total["nama"],
        "pagu": {str(year): amount for year, amount in total["pagu"].items()},
        "jumlah": total["jumlah"],
    }


def test_targets_and_amounts_are_those_of_the_pages(built_site: Path) -> None:
    data = built_site / "data"
    chapter = article(built_site / "rencana/bab-iv/index.html")
    shown = [row[-5:] for row in rows(table(chapter, "Tabel IV.1")) if len(row) >= 6]
    cells = [cell for row in shown if row != list(map(str, YEARS)) for cell in row]
    assert [row["target_tercetak"] for row in read_csv(data / "indikator.csv")] == cells
    money = [
        cell for row in rows(table(chapter, "Tabel IV.3")) if len(row) == 7 for cell in row[2:]
    ]
    amounts = amounts_in(read_csv(data / "anggaran.csv"))
    assert [printed(amount) for _, _, amount in amounts] == money


def test_a_typed_value_is_the_printed_number(data: Path) -> None:
    for row in read_csv(data / "indikator.csv"):
        found = re.match(r"-?\d[\d.]*(?:,\d+)?", row["target_tercetak"])
        if row["target_rupa"] == "angka":
            assert found
            number = found[0].replace(".", "").replace(",", ".")
            assert Decimal(row["target_nilai"]) == Decimal(number)
        else:
            assert row["target_nilai"] == ""
        assert not row["target_tercetak"].startswith("'")


def test_no_text_of_the_data_had_to_be_changed_for_csv(data: Path) -> None:
    files = ("indikator.csv", "anggaran.csv")
    cells = [cell for name in files for row in read_csv(data / name) for cell in row.values()]

    assert [cell for cell in cells if cell.startswith("'")] == []


def test_nothing_is_reported_and_so_nothing_is_stated(built_site: Path) -> None:
    reported = ("realisasi", "realisasi_peringkat", "capaian_persen", "status_data", "sumber_judul")
    for row in read_csv(built_site / "data/indikator.csv"):
        assert {name: row[name] for name in reported} == dict.fromkeys(reported, "")
        assert row["contoh"] == "false"
        if row["ditargetkan"] == "true":
            assert row["status"] in ("belum_dilaporkan", "tidak_dapat_dihitung")
    spent = ("pagu_akhir_rupiah", "hibah_rupiah", "realisasi_rupiah", "serapan_persen")
    for row in read_csv(built_site / "data/anggaran.csv"):
        assert {name: row[name] for name in spent} == dict.fromkeys(spent, "")
        assert (row["status"], row["contoh"]) == ("belum_dilaporkan", "false")


def test_made_up_values_are_those_of_the_reports_and_say_what_they_are(example_site: Path) -> None:
    data = example_site / "data"
    table = {(row["id"], row["tahun"]): row for row in read_csv(data / "indikator.csv")}
    for year in YEARS:
        source = PROJECT / f"contoh/realisasi/{year}.yml"
        if not source.exists():
            continue
        report = yaml.safe_load(source.read_text(encoding="utf-8"))
        written = read_json(data / f"v1/realisasi/{year}.json")
        assert written["contoh"] is True
        assert [entry["kode"] for entry in written["indikator"]] == list(
            {entry["kode"]: None for entry in report["indikator"]}
        )
        for entry in report["indikator"]:
            row = table[entry["kode"], str(year)]
            value = entry.get("nilai")
            assert row["contoh"] == "true"
            if isinstance(value, str):
                assert row["realisasi_peringkat"] == value
            elif value is not None:
                assert Decimal(row["realisasi"]) == Decimal(str(value))
            elif entry.get("pembilang") is None:
                assert (row["realisasi"], row["realisasi_peringkat"]) == ("", "")


def test_everything_made_up_says_so(example_site: Path) -> None:
    data = example_site / "data"
    for file in documents(data):
        if file.parent.name != "realisasi":
            assert read_json(file)["contoh"] is True, file
    package = read_json(data / "datapackage.json")
    titles = [package["title"], *(resource["title"] for resource in package["resources"])]
    first = CalamineWorkbook.from_path(data / "renstra.xlsx").get_sheet_by_index(0).to_python()[0]
    assert all(str(title).startswith("CONTOH") for title in [*titles, first[0]])
    for file in (data / "indikator").glob("*.svg"):
        assert "CONTOH" in file.read_text(encoding="utf-8")


def documents(data: Path) -> list[Path]:
    """Every JSON document that has a schema."""
    files = [file for file in data.rglob("*.json") if file.parent.name != "skema"]
    return sorted(file for file in files if file.name != "datapackage.json")


def test_every_document_names_its_schema_and_is_as_it_says(data: Path) -> None:
    found = documents(data)
    assert len(found) == 75 + 5 + 6
    for file in found:
        value = json.loads(file.read_text(encoding="utf-8"))
        schema = read_json((file.parent / value["$schema"]).resolve())
        check = Draft202012Validator(schema, format_checker=FormatChecker())
        assert [error.message for error in check.iter_errors(value)] == [], file


def test_the_index_leads_to_every_file_it_names(data: Path) -> None:
    index = read_json(data / "v1/index.json")
    ways = [item["alamat"] for item in index["berkas"]] + list(index["indikator"].values())

    assert len(index["indikator"]) == 75
    assert [way for way in ways if not (data / "v1" / way).is_file()] == []


def test_an_indicator_document_leads_to_its_page(data: Path) -> None:
    file = data / "v1/indikator/ik-014.json"

    page = (file.parent / read_json(file)["halaman"]).resolve()
    assert page == data.parent.resolve() / "indikator/ik-014"


def test_checksums_are_those_of_every_file(data: Path) -> None:
    lines = (data / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    written = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}

    files = {file.relative_to(data).as_posix(): file for file in data.rglob("*") if file.is_file()}
    others = {"SHA256SUMS", "index.html"}  # the page of the data is no data
    assert written == {
        name: hashlib.sha256(file.read_bytes()).hexdigest()
        for name, file in files.items()
        if name not in others
    }


def test_frictionless_finds_the_package_valid(data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=data,
        capture_output=True,
        text=True,
        check=False,
    )

    report = json.loads(done.stdout)
    assert report["valid"], done.stdout
    assert [(task["name"], task["stats"]["rows"]) for task in report["tasks"]] == [
        ("indikator", 375),
        ("anggaran", len(read_csv(data / "anggaran.csv"))),
    ]


def test_the_metadata_says_nothing_that_the_decree_does_not(data: Path) -> None:
    found = read_json(data / "metadata.json")["indikator"]

    assert [item["id"] for item in found] == [item["id"] for item in INDICATORS]
    assert {(item["konsep"], item["definisi"]) for item in found} == {("", "")}
    names = {unit["id"]: unit["nama"] for unit in load("satuan.yml")["satuan"]}
    assert [item["satuan"] for item in found] == [
        names.get(item.get("satuan"), "") for item in INDICATORS
    ]


def test_every_picture_stands_alone(data: Path) -> None:
    for item in INDICATORS:
        file = data / f"indikator/{item['id']}.svg"
        root = ET.parse(file).getroot()
        words = " ".join(" ".join(root.itertext()).split())
        assert f"{item['id']} {item['nama']}" in words
        for year in YEARS:
            assert f"{year}: {item['target'][year] or 'kosong'}" in words
        assert "Keputusan Nomor" in words
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
            *("svg", "title", "desc", "rect", "text", "g", "line", "polyline", "circle"),
        }


def test_pages_describe_their_data_for_search_engines(built_site: Path) -> None:
    for item in INDICATORS:
        found = described(built_site / f"indikator/{item['id']}/index.html")
        assert (found["@type"], found["identifier"]) == ("Dataset", item["id"])
        here = built_site / "indikator" / item["id"]
        assert [(here / part["contentUrl"]).is_file() for part in found["distribution"]] == [
            True
        ] * 2
    whole = described(built_site / "data/index.html")
    assert whole["name"] == load("rencana.yml")["judul"]
    assert [part["contentUrl"] for part in whole["distribution"]] == [
        *("indikator.csv", "anggaran.csv", "renstra.xlsx"),
    ]


def described(page: Path) -> Any:
    """What a page says of its data."""
    text = page.read_text(encoding="utf-8")
    return json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)[0])


def examples(language: str) -> Iterator[str]:
    """The examples of the page in one language, as a reader would copy them."""
    yield from re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def run(program: list[str], data: Path) -> str:
    done = subprocess.run(program, cwd=data, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_examples_in_python_run(built_site: Path) -> None:
    shown = [
        run([sys.executable, "-W", "error", "-c", code], built_site / "data")
        for code in examples("python")
    ]

    assert shown == ["375", str([INDICATORS[0]["target"][year] for year in YEARS])]


@pytest.mark.skipif(not shutil.which("Rscript"), reason="tidak ada Rscript")
def test_the_example_in_r_runs(built_site: Path) -> None:
    for code in examples("r"):
        assert run(["Rscript", "-e", code], built_site / "data") == "[1] 5"


def test_every_example_is_three_lines() -> None:
    for language in ("python", "r", "text"):
        for code in examples(language):
            assert len(code.splitlines()) == 3
