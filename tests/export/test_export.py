"""The files of the made-up plan: each of them whole, exact, and as its schema says.

`harapan/` has what is expected, with the lines of CSV ended as text files end them here. After a
knowing change write it anew with ``python -m tests.export.test_export`` and read the difference.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from python_calamine import CalamineWorkbook

from renstra.export.documents import BerkasIndikator
from renstra.export.edition import Edition, word_lists
from renstra.export.export import export, with_checksums
from renstra.export.schemas import DOCUMENTS
from renstra.export.table import indicator_table, money_table
from renstra.past.revision import Revision
from renstra.plan.plan import Plan
from renstra.reading.load import load_plan
from tests.building import PROJECT
from tests.export.conftest import page
from tests.renstra.test_perubahan import FIRST, plan_with

HERE = Path(__file__).parent
EXPECTED = {
    file.relative_to(HERE / "harapan").as_posix(): file
    for file in sorted((HERE / "harapan").rglob("*.*"))
}
ADDRESS = "https://rencana.example/"


def test_every_file_has_its_place(files: Mapping[str, bytes], reporting: Plan) -> None:
    names = ["indikator.csv", "anggaran.csv", "renstra.xlsx", "metadata.json", "datapackage.json"]
    names += ["SHA256SUMS", *(f"indikator/{kode}.csv" for kode in reporting.kedudukan)]
    names += [f"v1/{name}.json" for name in ("index", "indikator", "anggaran", "catatan", "revisi")]
    names += [f"v1/indikator/{kode}.json" for kode in reporting.kedudukan]
    names += [f"v1/realisasi/{tahun}.json" for tahun in reporting.tahun]
    names += [f"v1/skema/{name}.json" for name in DOCUMENTS]

    assert sorted(files) == sorted(f"data/{name}" for name in names)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_is_as_expected(files: Mapping[str, bytes], name: str) -> None:
    assert as_text(files[f"data/{name}"]) == EXPECTED[name].read_text(encoding="utf-8")


def as_text(content: bytes) -> str:
    """A file's text; CSV without its mark and with the ends of line of text files here."""
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def test_a_unit_is_named_as_readers_know_it() -> None:
    """The made-up office has units of which the code is another word than the name."""
    plan = load_plan(PROJECT / "contoh/lengkap", "data")
    other = {unit.nama for unit in plan.satuan.values() if unit.nama != unit.id}
    made = Edition(plan, Revision("0" * 40, date(2026, 11, 1), False), ADDRESS, page)
    named = {traits.satuan for traits, _ in made.records.indikator.values()}

    assert other
    assert other <= named <= {None, *(unit.nama for unit in plan.satuan.values())}


def test_the_rows_of_an_indicator_are_its_rows_of_the_table(files: Mapping[str, bytes]) -> None:
    head, *rows = files["data/indikator.csv"].decode("utf-8-sig").splitlines()
    own = [row for row in rows if row.startswith("ik-004,")]

    assert files["data/indikator/ik-004.csv"].decode("utf-8-sig").splitlines() == [head, *own]
    assert len(own) == 3


def test_every_document_is_as_its_schema_says(files: Mapping[str, bytes]) -> None:
    checked = 0
    for name, content in files.items():
        if name.endswith(".json") and "/skema/" not in name and "datapackage" not in name:
            value = json.loads(content)
            schema = json.loads(files[value["$schema"].removeprefix(ADDRESS)])
            assert schema["$id"] == value["$schema"]
            Draft202012Validator.check_schema(schema)
            Draft202012Validator(schema, format_checker=FormatChecker()).validate(value)
            assert set(schema["required"]) == set(value), name
            checked += 1
    assert checked == 5 + 5 + 3 + 1


def test_a_schema_refuses_what_is_no_such_document(files: Mapping[str, bytes]) -> None:
    value = json.loads(files["data/v1/indikator/ik-001.json"])
    schema = json.loads(files["data/v1/skema/satu-indikator.json"])
    check = Draft202012Validator(schema)

    assert not check.is_valid(value | {"jenis": "lain"})
    assert not check.is_valid({key: value[key] for key in value if key != "nama"})
    assert check.is_valid(value | {"medan_baru": 1})


def test_the_schema_of_one_indicator_names_every_field_of_its_class(
    files: Mapping[str, bytes],
) -> None:
    schema = json.loads(files["data/v1/skema/satu-indikator.json"])
    fields = {
        field.serialization_alias or name for name, field in BerkasIndikator.model_fields.items()
    }

    assert set(schema["properties"]) == fields


def published_fields(edition: Edition, files: Mapping[str, bytes]) -> list[str]:
    """Every column and every field of a schema that readers may rely on."""
    tables = (indicator_table(edition.records), money_table(edition.records))
    found = [f"{table.name}.csv {column.name}" for table in tables for column in table.columns]
    for name in DOCUMENTS:
        schema = json.loads(files[f"data/v1/skema/{name}.json"])
        parts = {name: schema} | {
            f"{name}/{part}": schema["$defs"][part] for part in schema.get("$defs", {})
        }
        found += [
            f"{part} {field}" for part, inside in parts.items() for field in inside["properties"]
        ]
    return found


def test_published_fields_are_all_listed(edition: Edition, files: Mapping[str, bytes]) -> None:
    """What v1 has once published stays: take no line away, add those of new fields."""
    listed = (HERE / "medan-v1.txt").read_text(encoding="utf-8").splitlines()

    assert published_fields(edition, files) == listed


def test_the_workbook_says_what_the_tables_say(
    files: Mapping[str, bytes], edition: Edition
) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(files["data/renstra.xlsx"]))

    assert book.sheet_names == ["Keterangan", "Indikator", "Anggaran", "Catatan", "Naskah"]
    for table in (indicator_table(edition.records), money_table(edition.records)):
        head, *rows = book.get_sheet_by_name(table.name.capitalize()).to_python()
        assert head == [column.name for column in table.columns]
        assert rows == [[spreadsheet(cell) for cell in row] for row in table.rows]
    assert book.get_sheet_by_name("Catatan").to_python()[1][:4] == [
        "ct-001",
        "Nol tanpa tanda persen",
        "uji",
        '"0" pada 2031',
    ]
    assert book.get_sheet_by_name("Naskah").to_python()[1][0] == "i-001"


def spreadsheet(cell: object) -> object:
    """A cell as a spreadsheet gives it back."""
    if cell is None:
        return ""
    if isinstance(cell, bool | str):
        return cell
    return cell.isoformat() if hasattr(cell, "isoformat") else float(str(cell))


def test_checksums(files: Mapping[str, bytes]) -> None:
    lines = [line.split("  ") for line in files["data/SHA256SUMS"].decode().splitlines()]

    assert {f"data/{name}": digest for digest, name in lines} == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in files.items()
        if name != "data/SHA256SUMS"
    }


def test_the_same_each_time(files: Mapping[str, bytes], reporting: Plan, edition: Edition) -> None:
    again = Edition(reporting, edition.revision, edition.address, page)

    assert with_checksums(export(again)) == files


def test_without_an_address_or_history_links_are_relative(tiny: Plan) -> None:
    files = export(Edition(tiny, None, "", page))

    single = json.loads(files["data/v1/indikator/ik-001.json"])
    assert single["$schema"] == "../skema/satu-indikator.json"
    assert single["halaman"] == "../../../indikator/ik-001/"
    assert "$id" not in json.loads(files["data/v1/skema/satu-indikator.json"])
    assert json.loads(files["data/v1/revisi.json"])["data"] is None
    package = json.loads(files["data/datapackage.json"])
    assert not {"id", "homepage", "created", "version"} & set(package)


def test_nothing_reported_is_empty_and_never_nought(tiny: Plan) -> None:
    files = export(Edition(tiny, None, "", page))

    report = json.loads(files["data/v1/realisasi/2031.json"])
    assert (report["indikator"], report["contoh"]) == ([], False)
    year = json.loads(files["data/v1/indikator/ik-004.json"])["tahunan"][0]
    assert {name: year[name] for name in ("realisasi", "capaian_persen", "status")} == {
        "realisasi": None,
        "capaian_persen": None,
        "status": "belum_dilaporkan",
    }


def write_expected() -> None:
    """Write what is expected anew, and the list of published fields."""
    import tempfile  # noqa: PLC0415 - only here
    from datetime import date  # noqa: PLC0415 - only here

    from renstra.past.revision import Revision  # noqa: PLC0415 - only here
    from renstra.reading.load import load_plan  # noqa: PLC0415 - only here
    from tests.export.conftest import COMMIT  # noqa: PLC0415 - only here
    from tests.macros.hostile import write_reporting  # noqa: PLC0415 - only here

    with tempfile.TemporaryDirectory() as folder:
        write_reporting(Path(folder) / "data")
        plan = load_plan(Path(folder) / "data", "data")
    edition = Edition(plan, Revision(COMMIT, date(2032, 4, 1), False), ADDRESS, page)
    files = export(edition)
    for name, file in EXPECTED.items():
        file.write_text(as_text(files[f"data/{name}"]), encoding="utf-8")
    fields = published_fields(edition, files)
    (HERE / "medan-v1.txt").write_text("\n".join([*fields, ""]), encoding="utf-8")


if __name__ == "__main__":
    write_expected()


def test_the_lists_of_the_decrees_words_are_published_with_their_digests() -> None:
    first, later = b"i-001.teks\tKata\n", b"rv-002.cabut.ik-001.mulai\t2033\n"
    plan = plan_with(FIRST)

    lists = word_lists(plan, {"awal": first, "rv-002": later})
    files = export(Edition(plan, None, "", page, lists))

    assert files["data/keutuhan.txt"] == first
    assert files["data/keutuhan-rv-002.txt"] == later
    package = json.loads(files["data/datapackage.json"])
    assert [package["keutuhan"], package["keutuhan_perubahan"]] == [
        {
            "path": "keutuhan.txt",
            "hash": f"sha256:{hashlib.sha256(first).hexdigest()}",
            "description": "Daftar setiap kata dan sel Keputusan Nomor 1/CONTOH/2031. Teks ini "
            "untuk dibaca dan dicari; yang berlaku adalah naskah yang ditandatangani.",
        },
        [
            {
                "path": "keutuhan-rv-002.txt",
                "hash": f"sha256:{hashlib.sha256(later).hexdigest()}",
                "description": "Daftar setiap kata dan sel Keputusan Nomor 2/CONTOH/2032. Teks ini "
                "untuk dibaca dan dicari; yang berlaku adalah naskah yang ditandatangani.",
            }
        ],
    ]
    without = export(Edition(plan, None, "", page))
    assert not [place for place in without if "keutuhan" in place]
    assert not [key for key in json.loads(without["data/datapackage.json"]) if "keutuhan" in key]
