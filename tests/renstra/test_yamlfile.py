"""Lines and places of values; what is refused is in `tests/broken`, whole, with its message."""

from __future__ import annotations

from pathlib import Path

import pytest

from renstra.dialect.document import REFUSED, Document, Keys, read_yaml
from renstra.dialect.problem import Problem

TEXT = """\
# catatan
judul: >-
  dua
  baris
daftar:
  - satu
  - id: x-001
    dalam: {kunci: 1}
"dua kata": [a,
  b]
2031:
"""


def read(tmp_path: Path, text: str) -> tuple[Document | None, list[Problem]]:
    file = tmp_path / "coba.yml"
    file.write_text(text, encoding="utf-8")
    return read_yaml(file.read_bytes, "coba.yml")


@pytest.fixture
def document(tmp_path: Path) -> Document:
    found, problems = read(tmp_path, TEXT)
    assert found
    assert problems == []
    return found


def test_values(document: Document) -> None:
    assert document.value == {
        "judul": "dua baris",
        "daftar": ["satu", {"id": "x-001", "dalam": {"kunci": 1}}],
        "dua kata": ["a", "b"],
        2031: None,
    }


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        pytest.param((), 2, id="the file: where its content begins"),
        pytest.param(("judul",), 2, id="folded text: its key"),
        pytest.param(("daftar",), 5, id="a list: its key"),
        pytest.param(("daftar", 0), 6, id="an item of a list"),
        pytest.param(("daftar", 1), 7, id="a mapping in a list"),
        pytest.param(("daftar", 1, "dalam", "kunci"), 8, id="a key within braces"),
        pytest.param(("dua kata", 1), 10, id="an item within brackets"),
        pytest.param((2031,), 11, id="an empty value: its key"),
        pytest.param(("daftar", 1, "nama"), 7, id="a missing key: what should hold it"),
        pytest.param(("lain", "lagi"), 2, id="nothing near: the file"),
    ],
)
def test_line(document: Document, keys: Keys, line: int) -> None:
    assert document.line(keys) == line


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        ((), ""),
        (("judul",), "judul"),
        (("daftar", 0), "daftar: butir ke-1"),
        (("daftar", 1, "dalam", "kunci"), "daftar x-001: dalam: kunci"),
        ((2031,), "2031"),
    ],
)
def test_where(document: Document, keys: Keys, where: str) -> None:
    assert document.problem(keys, "pesan").where == where


def test_a_problem_is_one_line_whatever_was_read(tmp_path: Path) -> None:
    document, _ = read(tmp_path, '"kunci\\nbaru": 1\n')
    assert document

    problem = document.problem(("kunci\nbaru",), "ditemukan\nini")

    assert str(problem) == "coba.yml:1: kunci baru: ditemukan ini"


def test_a_refused_value_is_no_value(tmp_path: Path) -> None:
    document, problems = read(tmp_path, "a: no\nb: *a\nc: &d 1\n")
    assert document

    assert document.value == {"a": REFUSED, "b": REFUSED, "c": 1}
    assert document.refused == {("a",), ("b",), ("c",)}
    assert [problem.line for problem in problems] == [1, 2, 3]


def test_of_equal_keys_the_first_is_kept(tmp_path: Path) -> None:
    document, problems = read(tmp_path, "a:\n  b: 1\n  b: {c: 2}\n  d: 3\n")
    assert document

    assert document.value == {"a": {"b": 1, "d": 3}}
    assert document.partial == {("a",)}
    assert [str(problem) for problem in problems] == [
        "coba.yml:3: a: b: kunci ini sudah ada di baris 2; hapus salah satunya"
    ]


def test_broken_syntax_leaves_no_document_and_keeps_what_was_found(tmp_path: Path) -> None:
    document, problems = read(tmp_path, "a: no\nb: [\n")

    assert document is None
    assert [problem.line for problem in problems] == [1, 2]


@pytest.mark.parametrize("mark", ["---\n", "%YAML 1.1\n---\n"])
def test_marks_of_a_single_document_are_allowed(tmp_path: Path, mark: str) -> None:
    document, problems = read(tmp_path, f"{mark}a: 1\n...\n")

    assert document
    assert (document.value, problems) == ({"a": 1}, [])
