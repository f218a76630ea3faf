"""A plan of any size: the made-up office of `contoh/lengkap`, its tables as often as wished.

A copy has targets, money, reports and the notes on them of its own; the prose stands once.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.building import PROJECT

EXAMPLE = PROJECT / "contoh/lengkap"
_ID = re.compile(r"\b(pg|kg|sa|ik|ak|an|ct)-(\d+)\b")
_STEP = 100
"""More than the things of a kind that the example has."""


def write_plan(folder: Path, copies: int) -> None:
    """Write the data of a plan as large as `copies` examples into `folder`."""
    left_out = shutil.ignore_patterns("keutuhan", "uji-cari")  # words and questions of one copy
    shutil.copytree(EXAMPLE, folder, ignore=left_out)
    tables = [
        path for room in ("target", "anggaran", "realisasi") for path in folder.glob(f"{room}/*")
    ]
    for path in [*tables, folder / "catatan.yml"]:
        _grow(path, copies)


def _grow(path: Path, copies: int) -> None:
    text = path.read_text(encoding="utf-8")
    whole = yaml.load(text, yaml.CSafeLoader)
    for copy in range(1, copies):
        more = _renamed(yaml.load(text, yaml.CSafeLoader), copy)
        if path.stem.startswith("kg-"):
            _write(path.with_stem(more["id"]), more)
            continue
        if path.stem == "catatan":
            more["catatan"] = [note for note in more["catatan"] if _of_a_copy(note)]
        for key, value in more.items():
            if isinstance(value, list):
                whole[key] += value
        for row in more["baris"] if "total" in more else ():
            row["jumlah"] = sum(row["pagu"].values())
            whole["total"]["jumlah"] += row["jumlah"]
            for year, amount in row["pagu"].items():
                whole["total"]["pagu"][year] += amount
    _write(path, whole)


def _of_a_copy(note: dict[str, Any]) -> bool:
    """Whether a note is about the tables alone, so that its rule is broken in each copy."""
    return note["jenis"] == "uji" and all(_ID.search(subject) for subject in note["pokok"])


def _renamed(value: Any, copy: int, key: str = "") -> Any:
    """The same with the ids, names and codes of one copy, and without links to the prose."""
    if isinstance(value, dict):
        return {name: _renamed(one, copy, name) for name, one in value.items() if name != "naskah"}
    if isinstance(value, list):
        return [_renamed(one, copy) for one in value]
    if not isinstance(value, str):
        return value
    text = _ID.sub(lambda found: f"{found[1]}-{int(found[2]) + copy * _STEP:03}", value)
    if key == "kode" and text == value:
        return f"{copy}.{text}"
    return f"{text} ({copy})" if key == "nama" and text else text


def _write(path: Path, value: Any) -> None:
    text = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, encoding="utf-8")


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Each value is written where it stands, as the data's reader asks."""
        return True


_Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)
