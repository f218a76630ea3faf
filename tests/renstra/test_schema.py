"""The schemas of the editor: current, in Indonesian, and of one mind with the loader."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from renstra.model.base import Entry
from renstra.reading.fields import models_in
from renstra.reading.files import FAMILIES, OPTIONAL, SINGLE, data_files
from renstra.reading.schema import schema_files

ROOT = Path(__file__).parent.parent.parent
BINDINGS: dict[str, str] = json.loads(schema_files()[Path(".vscode/settings.json")])["yaml.schemas"]


def models() -> dict[str, type[Entry]]:
    """Every model of a data file or of a part of one, by name."""
    found: dict[str, type[Entry]] = {}
    todo = [*SINGLE.values(), *OPTIONAL.values(), *FAMILIES.values()]
    while todo:
        model = todo.pop()
        if model.__name__ not in found:
            found[model.__name__] = model
            for info in model.model_fields.values():
                todo += models_in(info.annotation)
    return dict(sorted(found.items()))


def plain(value: Any) -> Any:
    """What an editor sees: keys are text, and a date is its text."""
    if isinstance(value, dict):
        return {str(key): plain(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [plain(inside) for inside in value]
    return value.isoformat() if isinstance(value, date) else value


def schema_of(name: str) -> Draft202012Validator:
    """The schema that the editor binds to a file of the data folder."""
    paths = [path for path, pattern in BINDINGS.items() if Path(f"data/{name}").match(pattern)]
    assert len(paths) == 1, f"{name} has {len(paths)} schemas"
    schema = json.loads((ROOT / paths[0]).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def read(data: Path, name: str) -> Any:
    return plain(yaml.safe_load((data / name).read_text(encoding="utf-8")))


def complaints(name: str, content: Any) -> list[str]:
    return [error.json_path for error in schema_of(name).iter_errors(content)]


MADE_UP = ["tests/tiny/data", "tests/tiny_whole/data"]
DATA = [
    pytest.param(folder, name, id=f"{folder}/{name}")
    for folder in ["data", *MADE_UP]
    for name in data_files(ROOT / folder)
]


@pytest.mark.parametrize("path", list(schema_files()), ids=str)
def test_is_current(path: Path) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == schema_files()[path], (
        "run `renstra skema` and commit what it writes"
    )


def test_no_other_file_stands_beside_the_schemas() -> None:
    assert {path.relative_to(ROOT) for path in (ROOT / "skema").iterdir()} == {
        path for path in schema_files() if path.parent.name == "skema"
    }


@pytest.mark.parametrize("name", list(models()))
def test_every_field_is_described_in_indonesian(name: str) -> None:
    english = {"the", "of", "a", "an", "is", "and", "or", "by", "in", "as", "for", "which"}
    for field, info in models()[name].model_fields.items():
        words = info.description or ""
        assert words.endswith("."), f"{name}.{field}: {words!r}"
        assert not english & set(words.lower().split()), f"{name}.{field}: {words!r}"


@pytest.mark.parametrize("name", list(models()))
def test_the_schema_says_nothing_to_staff_but_the_descriptions_of_fields(name: str) -> None:
    schema = models()[name].model_json_schema()

    assert "description" not in schema
    assert set(schema["properties"]) == set(models()[name].model_fields)
    for field, info in models()[name].model_fields.items():
        assert schema["properties"][field]["description"] == info.description


@pytest.mark.parametrize(("folder", "name"), DATA)
def test_data_agree_with_the_schema(folder: str, name: str) -> None:
    assert complaints(name, read(ROOT / folder, name)) == []


@pytest.mark.parametrize(("folder", "name"), DATA)
def test_an_unknown_key_does_not(folder: str, name: str) -> None:
    content = read(ROOT / folder, name) | {"asing": 1}

    assert complaints(name, content) == ["$"]


def test_a_number_as_target_does_not() -> None:
    content = read(ROOT / "tests/tiny/data", "target/kg-001.yml")
    content["sasaran"][0]["indikator"][0]["target"]["2031"] = 0

    assert complaints("target/kg-001.yml", content) == ["$.sasaran[0].indikator[0].target['2031']"]


def test_an_amount_as_text_does_not() -> None:
    content = read(ROOT / "tests/tiny/data", "anggaran/program.yml")
    content["baris"][0]["pagu"]["2031"] = "300"

    assert complaints("anggaran/program.yml", content) == ["$.baris[0].pagu['2031']"]


@pytest.mark.parametrize(
    ("name", "at", "wrong", "place"),
    [
        pytest.param(
            "naskah/bab-ii.yml", ("isi", 0, "baris"), [], "$.isi[0]", id="a block without lines"
        ),
        pytest.param(
            "naskah/bab-ii.yml", ("isi", 1, "tingkat"), 7, "$.isi[1]", id="a heading seven deep"
        ),
        pytest.param(
            "swot.yml",
            ("faktor", 0, "kelompok"),
            "kekuatn",
            "$.faktor[0].kelompok",
            id="a group of factors that is not there",
        ),
        pytest.param(
            "regulasi.yml",
            ("kelompok", 0, "regulasi", 0, "jenis"),
            "Sk",
            "$.kelompok[0].regulasi[0].jenis",
            id="a kind of regulation that is not there",
        ),
        pytest.param(
            "tujuan.yml",
            ("misi", 0, "id"),
            "misi-1",
            "$.misi[0].id",
            id="a code of another shape",
        ),
    ],
)
def test_nor_does(name: str, at: tuple[str | int, ...], wrong: object, place: str) -> None:
    content = read(ROOT / "tests/tiny_whole/data", name)
    holder = content
    for key in at[:-1]:
        holder = holder[key]
    holder[at[-1]] = wrong

    assert complaints(name, content) == [place]
