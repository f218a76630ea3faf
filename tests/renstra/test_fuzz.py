"""Whatever staff may do to a data file: a plan, or problems that can be mended; nothing else."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from renstra.dialect.document import Keys, read_yaml
from renstra.dialect.problem import DataError, Problem
from renstra.reading.files import data_files
from renstra.reading.load import load_plan
from tests.conftest import TINY
from tests.renstra.whole import WHOLE, write_whole

FILES = sorted({*data_files(TINY / "data"), *data_files(WHOLE / "data")})


class Raw(str):
    """Text to be written as it is, without quotes."""

    __slots__ = ()


# What a hurried hand may leave in place of a value: YAML's traps, and its own marks.
TRAPS = [
    "no", "on", "y", "~", "null", "true", "010", "12:30", "23.617", "1.234.567", "0.125", "23,6",
    "-1", "0", "87.5", "2031", "2031-02-03", "2031-2-3", "&a", "*a", "!!str", "!x", "?", "-", ":",
    "[", "{", "},", "|", ">", "%", "@", "`", "'", '"', "#", "1e3", ".nan", "'it''s'", '"\\e"',
    "[1,2]", "{a:}", "<<", "---", "...",
]  # fmt: skip
raw_scalars = st.sampled_from(TRAPS)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
cells = st.sampled_from(
    [
        *["", "-", "0", "0 perkara", "100%", "101%", "B", "WTP", "sa-001", "pg-9", "persen"],
        *["tetap", "ii-005", "i-099", "S1", "tabel-ii-1", "st-001", "tj-1", "BA", "blok", "tabel"],
    ]
)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | raw_scalars.map(Raw)
    | texts.map(Raw)
    | texts
    | cells,
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(texts | st.integers(2030, 2034), inside, max_size=3)
    ),
    max_leaves=6,
)
KEYS = [
    *["id", "nama", "jenis", "satuan", "arah", "target", "makna_nol", "rentang", "baris", "tabel"],
    *["naskah", "label", "teks", "tingkat", "faktor", "butir", "hukum"],
]
keys_ = st.sampled_from(KEYS) | st.integers(2030, 2034) | texts | raw_scalars.map(Raw)


def written(value: Any, indent: int = 0) -> str:
    """Block YAML as a person would write it; Raw text can make anything of it."""
    pad = "\n" + " " * indent
    if isinstance(value, dict) and value:
        return "".join(
            f"{pad}{scalar(key)}: {written(inside, indent + 2)}" for key, inside in value.items()
        )
    if isinstance(value, list) and value:
        return "".join(f"{pad}- {written(inside, indent + 2)}" for inside in value)
    return scalar(value)


def scalar(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Raw):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool | dict | list):
        return json.dumps(value)
    return str(value)


def nodes(value: Any, keys: Keys = ()) -> Iterator[Keys]:
    """The way to every value, the whole file first."""
    yield keys
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from nodes(inside, (*keys, key))
    if isinstance(value, list):
        for index, inside in enumerate(value):
            yield from nodes(inside, (*keys, index))


def mutated(content: Any, draw: st.DataObject) -> Any:
    """The content with one value replaced or dropped, or one key renamed, added or moved."""
    keys = draw.draw(st.sampled_from(list(nodes(content))), label="where")
    if not keys:
        return draw.draw(values, label="whole file")
    holder = content
    for key in keys[:-1]:
        holder = holder[key]
    last: Any = keys[-1]
    match draw.draw(st.sampled_from(["replace", "drop", "rename", "add", "move"]), label="how"):
        case "drop":
            del holder[last]
        case "rename" if isinstance(holder, dict):
            holder[draw.draw(keys_, label="key")] = holder.pop(last)
        case "add" if isinstance(holder, dict):
            holder[draw.draw(keys_, label="key")] = draw.draw(values, label="value")
        case "move" if isinstance(holder, dict):
            holder[last] = holder.pop(last)
        case _:
            holder[last] = draw.draw(values, label="value")
    return content


def problems_of(data: Path) -> list[Problem]:
    try:
        load_plan(data, "data")
    except DataError as error:
        return error.problems or [Problem("", 0, "", "refused without a reason")]
    return []


def check(data: Path) -> None:
    """Load, and hold every problem to what staff can work with."""
    for problem in problems_of(data):
        file = data.parent / problem.path
        lines = file.read_bytes().count(b"\n") + 1 if file.is_file() else 1
        assert problem.path.startswith("data/"), problem
        assert 1 <= problem.line <= lines, problem
        assert problem.message, problem
        assert "seharusnya nilai lain menurut skema" not in problem.message
        assert "object at 0x" not in str(problem)
        assert str(problem).isprintable()


def check_with(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        write_whole(data)
        (data / name).write_bytes(content)
        check(data)


def sound(name: str) -> Path:
    """A file of the whole made-up plan."""
    file = WHOLE / "data" / name
    return file if file.is_file() else TINY / "data" / name


def value(name: str) -> Any:
    """What such a file says, anew each time."""
    document, _ = read_yaml(sound(name).read_bytes, name)
    assert document
    return document.value


def test_what_is_not_mutated_is_sound() -> None:
    for name in FILES:
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "data"
            write_whole(data)
            (data / name).write_text(written(value(name)), encoding="utf-8")
            load_plan(data)


@given(st.data(), st.sampled_from(FILES), st.integers(1, 3))
def test_mutated_values(draw: st.DataObject, name: str, times: int) -> None:
    content = value(name)
    for _ in range(times):
        content = mutated(content, draw)
    check_with(name, written(content).encode())


@given(
    st.sampled_from(FILES),
    st.floats(0, 1),
    st.integers(0, 30),
    st.binary(max_size=6) | raw_scalars.map(str.encode) | texts.map(str.encode),
)
def test_mutated_bytes(name: str, at: float, gone: int, new: bytes) -> None:
    content = sound(name).read_bytes()
    start = int(at * len(content))
    check_with(name, content[:start] + new + content[start + gone :])


@given(st.sampled_from(FILES), texts | raw_scalars)
def test_any_content(name: str, content: str) -> None:
    check_with(name, content.encode())
