"""One YAML file as plain values that know their lines, in the strict dialect of `data/`.

PyYAML's own constructors keep the last of two equal keys, read ``no`` as false, ``010`` as 8 and
``12:30`` as 750. Here the events of its libyaml parser are read instead, and whatever could be
understood in two ways is refused, with its line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from renstra.dialect.problem import Problem
from renstra.dialect.scalars import ScalarError, flaw, resolve
from renstra.dialect.syntax import syntax_problem
from renstra.dialect.wording import printable, shorten

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
_PLACES = 6

REFUSED = object()
"""Stands for a value that was refused: of no type, so that no rule is held against it."""

Keys = tuple[str | int, ...]
"""The way to a value: mapping keys and list positions from the top of the file."""


@dataclass
class Document:
    """The content of one file and the line of each of its values."""

    path: str
    """The file as problems name it."""

    value: Any
    """Mappings, lists, text, int, Decimal, bool, date or None; REFUSED where nothing was read."""

    lines: dict[Keys, int] = field(default_factory=dict)
    """Where each value stands: the line of its key in a mapping, of its own start in a list."""

    refused: set[Keys] = field(default_factory=set)
    """Values that already have a problem, so that no second one is reported for them."""

    partial: set[Keys] = field(default_factory=set)
    """Mappings of which something was left out, so that nothing in them is called missing."""

    origins: dict[Keys, tuple[Document, Keys]] = field(default_factory=dict)
    """Values that another file put here, each with its place there."""

    def origin(self, keys: Keys) -> tuple[Document, Keys]:
        """Where a value was written: in this file, or in one that put it here."""
        for depth in range(len(keys), -1, -1) if self.origins else ():
            if found := self.origins.get(keys[:depth]):
                return found[0], (*found[1], *keys[depth:])
        return self, keys

    def line(self, keys: Keys) -> int:
        """The line of a value, or of the nearest thing around it that has one."""
        source, place = self.origin(keys)
        if source is not self:
            return source.line(place)
        while keys not in self.lines and keys:
            keys = keys[:-1]
        return self.lines.get(keys, 1)

    def value_at(self, keys: Keys) -> Any:
        """The value that `keys` lead to, or None."""
        value = self.value
        for key in keys:
            value = _child(value, key)
        return value

    def problem(self, keys: Keys, message: str, line: int | None = None) -> Problem:
        """A problem with the value at `keys`, placed by the nearest id and the keys below it."""
        where, message = printable(self._where(keys)), printable(message)
        path = self.origin(keys)[0].path
        return Problem(path, line or self.line(keys), where, message)

    def _where(self, keys: Keys) -> str:
        words: list[str] = []
        value = self.value
        for depth, key in enumerate(keys):
            inside = _child(value, key)
            if isinstance(value, list):
                # A text leads to an entry that could stand there and does not, by its kode.
                name = inside.get("id", inside.get("kode")) if isinstance(inside, dict) else key
                kind = str(keys[depth - 1]) if depth else "butir"
                # An id says where we are better than the way that led there.
                words = (
                    [f"{kind} {shorten(name)}"]
                    if isinstance(name, str)
                    else [*words, f"butir ke-{int(key) + 1}"]
                )
            else:
                words.append(shorten(str(key)))
            value = inside
        return ": ".join(words if len(words) <= _PLACES else [*words[:_PLACES], "…"])


def _child(value: Any, key: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(key)
    if isinstance(value, list) and isinstance(key, int) and key < len(value):
        return value[key]
    return None


def read_yaml(read: Callable[[], bytes], shown: str) -> tuple[Document | None, list[Problem]]:
    """Parse what `read` gives, naming it `shown` in problems; `read` may raise OSError.

    The document is None where nothing of the file can be used (unreadable, empty, broken syntax);
    duplicate keys, anchors and doubtful scalars leave a document beside their problems.
    """
    try:
        raw = read()
    except FileNotFoundError:
        return _unread(shown, "berkas tidak ada; buat berkas ini atau perbaiki namanya")
    except OSError:
        return _unread(
            shown, "berkas tidak dapat dibaca; periksa apakah ini berkas biasa dan izinnya"
        )
    if len(raw) > MAX_BYTES:
        message = f"berkas {len(raw)} bita, paling besar {MAX_BYTES} bita"
        return _unread(shown, f"{message}; pecah menjadi beberapa berkas")
    return parse_yaml(raw, shown)


def parse_yaml(raw: bytes, shown: str) -> tuple[Document | None, list[Problem]]:
    """Read the content of a file; otherwise like `read_yaml`."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _unread(
            shown,
            f"bita 0x{raw[error.start]:02x} bukan UTF-8; simpan berkas dengan pengodean UTF-8",
            line,
        )
    if not text.strip():
        return _unread(shown, "berkas kosong; isi menurut skema")
    if unseen := list(_unseen(text, shown)):
        return None, unseen
    composer = _Composer(shown)
    try:
        usable = composer.compose(text)
    except yaml.YAMLError as error:
        return None, [*composer.problems(), syntax_problem(error, shown, text)]
    return (composer.document if usable else None), composer.problems()


def _unread(shown: str, message: str, line: int = 1) -> tuple[None, list[Problem]]:
    return None, [Problem(shown, line, "", message)]


def _unseen(text: str, shown: str) -> Iterator[Problem]:
    """Characters that would mislead whoever reads the file, or end a line only for the parser."""
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if "\t" in line:
            yield Problem(shown, number, "", "tab ditemukan; ganti dengan spasi")
        if found := flaw(line.replace("\t", "")):
            yield Problem(shown, number, "", found)


class _Composer:
    """Builds a Document from parser events, collecting problems on the way."""

    def __init__(self, shown: str) -> None:
        self.document = Document(shown, None)
        self._found: list[tuple[Keys, str, int]] = []

    def problems(self) -> list[Problem]:
        """What was found so far; asked for at the end, when every id is known."""
        return [self.document.problem(*found) for found in self._found]

    def compose(self, text: str) -> bool:
        """Fill the document; false where the file does not hold exactly one."""
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._problem(
                        event,
                        (),
                        'dokumen YAML kedua ditemukan; satu berkas satu dokumen, hapus "---"',
                    )
                    break
                self.document.value = self._value(next(events), events, ())
        if documents < 2 and self.document.value is None:
            self._found.append(((), "berkas tidak berisi data; isi menurut skema", 1))
        return documents == 1 and self.document.value is not None

    def _problem(self, event: Any, keys: Keys, message: str) -> None:
        self._found.append((keys, message, event.start_mark.line + 1))

    def _value(self, event: Any, events: Iterator[Any], keys: Keys) -> Any:
        self.document.lines.setdefault(keys, event.start_mark.line + 1)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(
                event,
                keys,
                f'alias "*{event.anchor}" tidak dipakai di sini; tulis nilainya sekali lagi',
            )
            return REFUSED
        if event.anchor:
            self._refuse(event, keys, f'jangkar "&{event.anchor}" tidak dipakai di sini; hapus')
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, keys, f'penanda jenis "{tag}" tidak dipakai di sini; hapus')
        if len(keys) > MAX_DEPTH:
            self._refuse(
                event,
                keys,
                f"susunan lebih dalam dari {MAX_DEPTH} tingkat; ikuti susunan dalam skema",
            )
            self._skip(event, events)
            # What holds it has the wrong shape for that reason alone.
            self.document.refused.update(keys[:depth] for depth in range(len(keys)))
            return REFUSED
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, keys)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, keys)
        return self._scalar(event, keys)

    def _refuse(self, event: Any, keys: Keys, message: str) -> None:
        self._problem(event, keys, message)
        self.document.refused.add(keys)

    def _skip(self, event: Any, events: Iterator[Any]) -> None:
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(events)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)

    def _sequence(self, events: Iterator[Any], keys: Keys) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, (*keys, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], keys: Keys) -> dict[str | int, Any]:
        values: dict[str | int, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, events, keys)
            if key is None:
                self.document.partial.add(keys)
                self._skip_value(events)
                continue
            here = (*keys, key)
            line = event.start_mark.line + 1
            if key in values:
                first = self.document.lines[here]
                self._problem(
                    event, here, f"kunci ini sudah ada di baris {first}; hapus salah satunya"
                )
                self.document.partial.add(keys)
                self._skip_value(events)
                continue
            self.document.lines[here] = line
            values[key] = self._value(next(events), events, here)
        return values

    def _skip_value(self, events: Iterator[Any]) -> None:
        self._skip(next(events), events)

    def _key(self, event: Any, events: Iterator[Any], keys: Keys) -> str | int | None:
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            self._problem(
                event, keys, "kunci yang bukan kata atau bilangan ditemukan; tulis kunci dari skema"
            )
            self._skip(event, events)
            return None
        try:
            key = resolve(event.value, plain=event.implicit[0])
        except ScalarError as refused:
            self._problem(event, keys, f"kunci: {refused}")
            return None
        if not isinstance(key, str | int) or isinstance(key, bool) or key == "":
            self._problem(
                event,
                keys,
                f'kunci "{event.value}" bukan kata atau bilangan bulat; tulis kunci dari skema',
            )
            return None
        return key

    def _scalar(self, event: Any, keys: Keys) -> Any:
        try:
            return resolve(event.value, plain=event.implicit[0])
        except ScalarError as refused:
            self._refuse(event, keys, str(refused))
            return REFUSED
