"""A later decree made from an ordinary edit: its file, and the plan's files as they were."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString as Quoted

from renstra.dialect.document import parse_yaml
from renstra.dialect.problem import DataError, Problem
from renstra.keeping.edited import Dicabut, Ditambah, Diubah, Suntingan, edits, refused, since
from renstra.keeping.keutuhan import lists_of
from renstra.past.gitread import Blobs, resolve, tree_at
from renstra.plan.plan import Plan
from renstra.reading.files import PERUBAHAN, changed_by_decree
from renstra.reading.load import data_tree, load, standing
from renstra.reading.places import ABSENT
from renstra.reading.trees import Files, Tree

_STRAY = "berkas baru ini tidak disebut di daftarnya; sebut kodenya di sana, atau pindahkan"


class ComposeError(Exception):
    """No decree can be made; the message is an Indonesian sentence for staff."""


@dataclass(frozen=True)
class Kepala:
    """What a decree says of itself."""

    id: str
    nomor: str
    tanggal: date
    berlaku: date | None = None
    keterangan: str | None = None


@dataclass(frozen=True)
class Susunan:
    """A decree that is ready to be written."""

    plan: Plan
    """The plan with it."""

    tree: Tree
    """The files as they will be."""

    ditulis: Mapping[str, bytes]
    """The files that are written, by their place in the data folder."""

    dihapus: Sequence[str]
    """Files that the edit made, which the decree says now."""


@dataclass(frozen=True)
class Sunting:
    """The plan's files as they were, and what was edited since."""

    tree: Tree
    """The files as they were, with today's reports and notes."""

    ditulis: Mapping[str, bytes]
    """The files that are put back."""

    dihapus: Sequence[str]
    suntingan: Sequence[Suntingan]


def read_edit(data: Path, sejak: str) -> Sunting:
    """What was edited in a data folder since a commit.

    Raises ComposeError where there is nothing to compose, DataError where a file cannot be read, or
    holds what no decree can say.
    """
    commit = resolve(data, sejak)
    if commit is None:
        message = f"commit {sejak} tidak dikenal; periksa namanya, atau ambil seluruh riwayat"
        raise ComposeError(message)
    now = data_tree(data)
    try:
        with Blobs(data) as blobs:
            base = tree_at(data, commit, blobs)
    except OSError as error:
        message = f"isi commit {commit[:12]} tidak dapat diambil dari git: {error}"
        raise ComposeError(message) from None
    old = {name: base.read(name) for name in base.names() if changed_by_decree(name)}
    new = {name: now.read(name) for name in now.names() if changed_by_decree(name)}
    before, after = _values(old, now), _values(new, now)
    found = edits(before, after)
    said = [item.berkas for item in found if isinstance(item, Ditambah) and item.berkas]
    hindered = [Problem(now.shown(one.berkas), 1, one.di, one.alasan) for one in refused(found)]
    hindered += [
        Problem(now.shown(name), 1, "", _STRAY)
        for name in new
        if name not in old and name not in said
    ]
    if hindered:
        raise DataError(hindered)
    if not found:
        message = (
            f"tidak ada yang disunting sejak {sejak}; sunting dahulu berkas rencananya, simpan, "
            "lalu ulangi"
        )
        raise ComposeError(message)
    changed = {name: text for name, text in old.items() if after.get(name) != before.get(name)}
    others = {name: now.read(name) for name in now.names() if not changed_by_decree(name)}
    return Sunting(Files({**old, **others}, data.as_posix()), changed, said, found)


def _values(files: Mapping[str, bytes], shown: Tree) -> dict[str, Any]:
    problems: list[Problem] = []
    found: dict[str, Any] = {}
    for name, content in files.items():
        document, wrong = parse_yaml(content, shown.shown(name))
        problems += wrong
        if document:
            found[name] = document.value
    if problems:
        raise DataError(problems)
    return found


def compose(
    sunting: Sunting, kepala: Kepala, alasan: Mapping[str, str], mulai: int | None = None
) -> Susunan:
    """The decree that says an edit; `alasan` has the reason of each withdrawal, by its id.

    `mulai` is the first year of what is added, and the first that what is withdrawn promises
    nothing of: that of the decree by default. Raises DataError where the plan does not hold so.
    """
    first = mulai or (kepala.berlaku or kepala.tanggal).year
    stands = standing(sunting.tree)
    said: dict[str, list[dict[str, Any]]] = {"ubah": [], "tambah": [], "cabut": []}
    for item in sunting.suntingan:
        match item:
            case Diubah():
                now = stands(item.di)
                before = None if now is ABSENT else now
                said["ubah"].append({"di": item.di, "dari": before, "menjadi": item.menjadi})
            case Ditambah():
                after = {"sesudah": item.sesudah} if item.sesudah else {}
                year = {"mulai": mulai} if mulai else {}
                said["tambah"].append(
                    {"di": item.di, **after, **year, "isi": since(dict(item.isi), first)}
                )
            case Dicabut():
                said["cabut"].append(
                    {"kode": item.kode, "mulai": first, "alasan": alasan[item.kode]}
                )
    place = f"{PERUBAHAN}/{kepala.id}.yml"
    content = _text(kepala, said).encode()
    content_of = {name: sunting.tree.read(name) for name in sunting.tree.names()}
    tree = Files({**content_of, place: content}, sunting.tree.shown(""))
    plan = load(tree)
    lists = {name: text.encode() for name, text in lists_of(plan).items()}
    return Susunan(plan, tree, {**sunting.ditulis, place: content, **lists}, sunting.dihapus)


def _text(kepala: Kepala, said: Mapping[str, list[dict[str, Any]]]) -> str:
    head = {
        "id": kepala.id,
        "nomor": kepala.nomor,
        "tanggal": kepala.tanggal,
        **({"berlaku": kepala.berlaku} if kepala.berlaku else {}),
        "commit": None,
        **({"keterangan": kepala.keterangan} if kepala.keterangan else {}),
    }
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 100
    stream = io.StringIO()
    listed = {part: [_written(item) for item in items] for part, items in said.items() if items}
    yaml.dump({**head, **listed}, stream)
    lines = stream.getvalue().split("\n")
    return "\n".join(line.rstrip() for line in lines)


def _written(value: Any, key: object = "") -> Any:
    """A value as the files of the plan write it: cells in quotation marks."""
    if isinstance(value, dict):
        return {name: _written(inside, name) for name, inside in value.items()}
    if isinstance(value, list):
        return [_written(item) for item in value]
    cell = isinstance(value, str) and (isinstance(key, int) or key in ("dari", "menjadi"))
    return Quoted(value) if cell else value
