"""A mend of our copy, recorded beside its value: what stood there, what is read, and why."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from renstra.dialect.problem import DataError, Problem
from renstra.keeping.decree import Kata
from renstra.keeping.keutuhan import Beda
from renstra.keeping.recorded import EMPTY, FIELD, NOTHING
from renstra.model.base import Entry
from renstra.model.perubahan import Perubahan
from renstra.plan.plan import Plan


@dataclass(frozen=True)
class Mend:
    """A difference from the list as a mend of our copy."""

    beda: Beda
    terekstrak: str
    """What the extraction has there, which our copy need not have had."""

    alasan: str
    """Why it is read otherwise."""


def cannot_mend(beda: Beda) -> Problem | None:
    """Why a difference is no mend that could be recorded beside a value; None where it may be."""
    if beda.kini is None:
        assert beda.dulu is not None
        message = f'"{beda.dulu}" hilang; yang dihapus tidak dapat dicatat sebagai perbaikan'
        if beda.sesudah is None:
            return Problem("", 1, beda.kunci, f"{message}, kembalikan")
        place = beda.sesudah.problem("")
        return Problem(place.path, place.line, beda.kunci, f"{message}, kembalikan")
    if beda.dulu == beda.kini.isi:
        return beda.kini.problem(
            "dipindahkan; urutan tidak dapat dicatat sebagai perbaikan, kembalikan"
        )
    return None


def with_mends(plan: Plan, texts: Mapping[str, str], found: Sequence[Mend]) -> dict[str, str]:
    """The files that change, each with its mends recorded; `texts` has them as they are, by path.

    Raises DataError where a file is written so that nothing can be put beside the value.
    """
    chains = {id(chain[-1]): chain for one in plan.versions for chain in one.entries()}
    chains |= {id(item): (change, item) for change in plan.perubahan for item in _parts(change)}
    fresh: dict[str, str] = {}
    for mend in found:
        kini = mend.beda.kini
        assert kini is not None
        holder, bagian = _place(chains[id(kini.entry)], kini)
        stood = stood_as(mend.beda)
        record = {
            "bagian": bagian,
            **({} if stood == mend.terekstrak else {"semula": stood}),
            "terekstrak": mend.terekstrak,
            "dibaca": kini.isi or EMPTY,
            "alasan": mend.alasan,
        }
        text = fresh.get(holder.path, texts[holder.path])
        try:
            fresh[holder.path] = _with_record(text, holder, record)
        except (YAMLError, _UnwritableError):
            message = (
                "perbaikan tidak dapat ditulis di sini tanpa mengubah baris lain; tulis bagian itu "
                "dengan satu kunci satu baris, lalu ulangi"
            )
            raise DataError([holder.problem(message)]) from None
    return fresh


def stood_as(beda: Beda) -> str:
    """What our copy had until now, as a record says it."""
    return NOTHING if beda.dulu is None else beda.dulu or EMPTY


def _parts(change: Perubahan) -> list[Entry]:
    return [change, *change.ubah, *change.tambah, *change.cabut]


def _place(chain: Sequence[Entry], kini: Kata) -> tuple[Entry, str]:
    """The nearest entry that keeps mends, and the way from it to the value."""
    holder = next(entry for entry in reversed(chain) if FIELD in type(entry).model_fields)
    way = (*chain[-1].way[len(holder.way) :], *kini.keys)
    return holder, ".".join(kini.kunci.split(".")[-len(way) :])


class _UnwritableError(Exception):
    """A node is not one key a line."""


def _with_record(text: str, holder: Entry, record: Mapping[str, str]) -> str:
    node = YAML(typ="rt", pure=True).compose(text)
    for key in holder.way:
        node = _child(node, key)
    if not isinstance(node, MappingNode) or node.flow_style or not node.value:
        raise _UnwritableError
    there = {key.value: value for key, value in node.value}
    column = node.value[0][0].start_mark.column
    if FIELD in there:
        listed = there[FIELD]
        if not isinstance(listed, SequenceNode) or listed.flow_style or not listed.value:
            raise _UnwritableError
        at, lines = _after(text, listed), _item(record, listed.start_mark.column)
    else:
        names = list(type(holder).model_fields)
        before = [key for key in there if names.index(key) < names.index(FIELD)]
        at = _after(text, there[before[-1]])
        lines = [f"{' ' * column}{FIELD}:", *_item(record, column + 2)]
    head = text[:at] if text[:at].endswith("\n") else f"{text[:at]}\n"
    return head + "".join(f"{line}\n" for line in lines) + text[at:]


def _item(record: Mapping[str, str], column: int) -> list[str]:
    marks = ["- ", *["  "] * len(record)]
    return [
        f"{' ' * column}{mark}{key}: {json.dumps(value, ensure_ascii=False)}"
        for mark, (key, value) in zip(marks, record.items(), strict=False)
    ]


def _child(node: Node, key: str | int) -> Node:
    if isinstance(node, SequenceNode) and isinstance(key, int):
        item: Node = node.value[key]
        return item
    if isinstance(node, MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                found: Node = value
                return found
    raise _UnwritableError


def _after(text: str, node: Node) -> int:
    """Where the line after all of a node begins."""
    while isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = text.find("\n", len(text[: node.end_mark.index].rstrip()))
    return len(text) if end < 0 else end + 1
