"""Changed values put into the YAML, with everything else left as it is, byte for byte.

ruamel.yaml tells where each value begins and ends; only that stretch of the text is replaced. Its
own writer would keep comments and order, too, but would also reflow and re-indent what nobody
touched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from renstra.dialect.document import Keys
from renstra.dialect.scalars import ScalarError, resolve, written
from renstra.sheet.columns import LAPORAN, input_columns
from renstra.sheet.layout import InputPlace, Value, as_text

_PLAIN = re.compile(r"[A-Za-z][\w ()/.,;%&+-]*", re.ASCII)
_STEP = 2


class KeepError(Exception):
    """A file written in a way that a value cannot be put into without touching other lines."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(
            f"nilai di baris {line} tidak dapat ditulis tanpa mengubah baris lain; tulis bagian "
            "itu dengan satu kunci satu baris, atau ubah langsung di berkas YAML"
        )


@dataclass(frozen=True)
class _Edit:
    """A stretch of the text and what replaces it."""

    start: int
    end: int
    text: str


def changed_text(
    text: str, changes: Mapping[InputPlace, Value], order: Mapping[str, Sequence[str]]
) -> str:
    """The YAML `text` of a report with `changes` put in.

    `order` has the lists as the model orders them and the kode of each in the plan's order, for
    entries that are new. Raises KeepError.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    try:
        root = YAML(typ="rt", pure=True).compose(text)
    except YAMLError:  # it reads a later version of YAML than the data is checked with
        raise KeepError(1) from None
    if not isinstance(root, MappingNode) or root.flow_style:
        raise KeepError(1)
    editor = _Editor(text, root)
    grouped: dict[tuple[str, str], dict[Keys, Value]] = {}
    for (part, kode, keys), value in changes.items():
        grouped.setdefault((part, kode), {})[keys] = value
    for (part, kode), values in grouped.items():
        if part == LAPORAN:
            editor.set_values(root, values, _tree(part))
            continue
        entry = editor.entry(part, kode)
        if entry is not None:
            editor.set_values(entry, values, _tree(part))
    fresh = {
        part: {
            kode: grouped[part, kode]
            for kode in order[part]
            if (part, kode) in grouped and editor.entry(part, kode) is None
        }
        for part in order
    }
    for part, entries in fresh.items():
        if entries:
            editor.add_entries(part, entries, order)
    return mark + editor.result()


def scalar(value: Value, *, flow: bool = False) -> str:
    """A value as it is written in the data, so that it is read back as the same and no other."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return written(value)
    if isinstance(value, int | date):
        return as_text(value)
    if not flow and _PLAIN.fullmatch(value) and not value.endswith(" ") and _is_text(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _is_text(value: str) -> bool:
    try:
        return bool(resolve(value, plain=True) == value)
    except ScalarError:
        return False


def _tree(part: str) -> dict[Any, Any]:
    """The keys of an entry in the model's order, with those inside them."""
    first = ("tahun", "contoh") if part == LAPORAN else ("kode",)
    tree: dict[Any, Any] = dict.fromkeys(first)
    for column in input_columns(part):
        inside = tree
        for key in column.keys[:-1]:
            inside = inside.setdefault(key, {})
        inside[column.keys[-1]] = None
    return tree


def _lines(values: Mapping[Keys, Value], order: Mapping[Any, Any], indent: str) -> list[str]:
    """Lines that write `values` from nothing, in the order of the keys."""
    lines: list[str] = []
    for key, inner in order.items():
        below = {keys[1:]: value for keys, value in values.items() if keys[0] == key}
        if not below or all(value is None for value in below.values()):
            continue
        if inner is None:
            lines.append(f"{indent}{key}: {scalar(below[()])}")
        else:
            lines.append(f"{indent}{key}:")
            lines += _lines(below, inner, indent + " " * _STEP)
    return lines


class _Editor:
    """Collects edits of one text, all of them placed in the text as it was."""

    def __init__(self, text: str, root: Any) -> None:
        self._text = text
        self._root = root
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._edits: list[_Edit] = []

    def result(self) -> str:
        """The text with every edit made."""
        text = self._text
        # From the last to the first, so that places stay true; what is inserted at one place
        # keeps the order it was asked for in, which is the model's.
        for edit in sorted(self._edits, key=lambda edit: edit.start)[::-1]:
            fresh = edit.text.replace("\n", self._newline)
            text = text[: edit.start] + fresh + text[edit.end :]
        return text

    def entry(self, part: str, kode: str) -> Any:
        """The node of an entry, or None."""
        listed = _pair(self._root, part)
        if listed is None or not isinstance(listed[1], SequenceNode):
            return None
        for node in listed[1].value:
            pair = _pair(node, "kode")
            if pair and pair[1].value == kode:
                return node
        return None

    def set_values(self, node: Any, values: Mapping[Keys, Value], order: Mapping[Any, Any]) -> None:
        """Put values into a mapping; `order` has its keys as the model orders them."""
        for key, inner in order.items():
            below = {keys[1:]: value for keys, value in values.items() if keys[0] == key}
            if not below:
                continue
            pair = _pair(node, key)
            if pair is None:
                self._insert(node, key, below, order)
            elif inner is None:
                self._replace(pair, below[()], flow=bool(node.flow_style))
            elif isinstance(pair[1], MappingNode):
                self.set_values(pair[1], below, inner)
            elif any(value is not None for value in below.values()):
                self._fill(node, pair, below, inner)

    def add_entries(
        self,
        part: str,
        entries: Mapping[str, Mapping[Keys, Value]],
        order: Mapping[str, Sequence[str]],
    ) -> None:
        """Add new entries to a list, each at its place in the plan's order."""
        pair = _pair(self._root, part)
        filled = pair is not None and isinstance(pair[1], SequenceNode) and pair[1].value
        if not filled:
            lines = [
                line for kode in entries for line in self._new(part, kode, entries[kode], "  ")
            ]
            if pair is None:
                names = list(order)
                later = names[names.index(part) :]
                before = [one for one in self._root.value if _name(one[0]) not in later]
                place = self._line_end(self._last_of_pair(before[-1]))
                self._insert_lines(place, [f"{part}:\n", *lines])
                return
            colon = self._after_colon(pair)
            end = max(colon, self._last(pair[1]))
            if self._text[end : self._line_end(end)].strip():
                raise KeepError(pair[0].start_mark.line + 1)
            self._edits.append(_Edit(colon, end, "\n" + "".join(lines).rstrip("\n")))
            return
        assert pair is not None
        if pair[1].flow_style:
            raise KeepError(pair[0].start_mark.line + 1)
        items = {_pair(item, "kode")[1].value: item for item in pair[1].value}  # type: ignore[index]
        for kode, values in entries.items():
            earlier = order[part][: order[part].index(kode)]
            before = [item for name, item in items.items() if name in earlier]
            dash = self._line_start(pair[1].value[0].start_mark.index)
            indent = re.match(r" *", self._text[dash:])[0]  # type: ignore[index]
            place = self._line_end(self._last(before[-1]) if before else self._after_colon(pair))
            self._insert_lines(place, self._new(part, kode, values, indent))

    def _new(self, part: str, kode: str, values: Mapping[Keys, Value], indent: str) -> list[str]:
        lines = _lines(values, _tree(part), indent + " " * _STEP)
        return [f"{indent}- kode: {kode}\n", *(f"{line}\n" for line in lines)]

    def _replace(self, pair: tuple[Any, Any], value: Value, *, flow: bool) -> None:
        if not isinstance(pair[1], ScalarNode):
            raise KeepError(pair[0].start_mark.line + 1)
        colon = self._after_colon(pair)
        written = self._text[pair[1].start_mark.index : pair[1].end_mark.index]
        if pair[1].style in ("|", ">") and "#" in written.partition("\n")[0]:
            raise KeepError(pair[0].start_mark.line + 1)  # its comment would be lost
        text = scalar(value, flow=flow)
        self._edits.append(
            _Edit(colon, max(colon, self._last(pair[1])), f" {text}" if text else "")
        )

    def _fill(
        self,
        node: Any,
        pair: tuple[Any, Any],
        below: Mapping[Keys, Value],
        inner: Mapping[Any, Any],
    ) -> None:
        """Give an empty key the mapping that it stands for."""
        if node.flow_style or not isinstance(pair[1], ScalarNode) or pair[1].value:
            raise KeepError(pair[0].start_mark.line + 1)
        indent = " " * (pair[0].start_mark.column + _STEP)
        lines = _lines(below, inner, indent)
        self._insert_lines(self._line_end(self._after_colon(pair)), [f"{one}\n" for one in lines])

    def _insert(
        self, node: Any, key: Any, below: Mapping[Keys, Value], order: Mapping[Any, Any]
    ) -> None:
        """Add a key to a mapping, behind the key before it in the model's order."""
        if all(value is None for value in below.values()):
            return
        earlier = list(order)[: list(order).index(key)]
        present = [pair for pair in node.value if _name(pair[0]) in earlier]
        if node.flow_style or not node.value:
            raise KeepError(node.start_mark.line + 1)
        indent = " " * node.value[0][0].start_mark.column
        lines = _lines({(key, *keys): value for keys, value in below.items()}, order, indent)
        if present:
            place = self._line_end(self._last_of_pair(present[-1]))
        else:
            place = self._line_start(node.value[0][0].start_mark.index)
        self._insert_lines(place, [f"{line}\n" for line in lines])

    def _insert_lines(self, place: int, lines: Iterable[str]) -> None:
        gap = "" if place == 0 or self._text[place - 1] == "\n" else "\n"
        text = "".join(lines)
        self._edits.append(_Edit(place, place, gap + (text.rstrip("\n") if gap else text)))

    def _after_colon(self, pair: tuple[Any, Any]) -> int:
        return self._text.index(":", pair[0].end_mark.index) + 1

    def _last_of_pair(self, pair: tuple[Any, Any]) -> int:
        return max(self._after_colon(pair), self._last(pair[1]))

    def _last(self, node: Any) -> int:
        """Where the last thing that a node writes ends."""
        if isinstance(node, MappingNode) and node.value and not node.flow_style:
            return self._last_of_pair(node.value[-1])
        if isinstance(node, SequenceNode) and node.value and not node.flow_style:
            return self._last(node.value[-1])
        if node.start_mark.index == node.end_mark.index:
            return 0  # an empty value; its mark stands somewhere behind its key
        written = self._text[node.start_mark.index : node.end_mark.index]
        return int(node.start_mark.index) + len(written.rstrip())

    def _line_start(self, index: int) -> int:
        return self._text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        end = self._text.find("\n", index)
        return len(self._text) if end < 0 else end + 1


def _name(node: Any) -> Any:
    text = getattr(node, "value", None)
    return int(text) if isinstance(text, str) and text.isdigit() else text


def _pair(node: Any, key: Any) -> tuple[Any, Any] | None:
    if not isinstance(node, MappingNode):
        return None
    return next((pair for pair in node.value if _name(pair[0]) == key), None)
