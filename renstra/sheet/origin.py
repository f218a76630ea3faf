"""What a template remembers of the data it was made from, on its hidden sheet."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from renstra.dialect.document import Keys
from renstra.model.laporan import Laporan
from renstra.model.realisasi import Realisasi
from renstra.sheet.columns import LAPORAN
from renstra.sheet.layout import InputPlace, Layout, as_text, of_year, value_at

VERSION = "1"
MAX_TEXT = 32_767
"""How many characters a cell of a spreadsheet holds."""

_HEAD = ("templat", "tahun", "sha256", "sidik")
_OFFICE = "kantor"


@dataclass(frozen=True)
class Origin:
    """The year, the digest of the YAML and its values when the template was made."""

    tahun: int
    sha256: str
    values: Mapping[InputPlace, str] = field(default_factory=dict)
    """The values that were not empty, as text that is equal for equal values."""

    kantor: str = ""
    """The code of the office it was made for; empty where the office has none."""

    @property
    def digest(self) -> str:
        """A digest of all that is remembered, against hands that mend what they find hidden."""
        rows = [self.tahun, self.sha256, *(list(row) for row in self._more_rows())]
        return sha256(json.dumps(rows, ensure_ascii=False).encode())

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The cells of the hidden sheet, all of them text."""
        values = (VERSION, str(self.tahun), self.sha256, self.digest)
        yield from zip(_HEAD, values, strict=True)
        yield from self._more_rows()

    def _more_rows(self) -> Iterator[tuple[str, ...]]:
        if self.kantor:
            yield _OFFICE, self.kantor
        for (part, kode, keys), text in self.values.items():
            yield part, kode, "/".join(map(str, keys)), text


def read_origin(rows: list[tuple[str, ...]]) -> Origin | None:
    """The origin that the cells of the hidden sheet tell of; None where they were changed."""
    head = {row[0]: row[1] for row in rows[: len(_HEAD)] if len(row) == 2}
    if (
        tuple(head) != _HEAD
        or head["templat"] != VERSION
        or not (head["tahun"].isascii() and head["tahun"].isdigit() and len(head["tahun"]) == 4)
    ):
        return None
    more = rows[len(_HEAD) :]
    kantor = more.pop(0)[1] if more and len(more[0]) == 2 and more[0][0] == _OFFICE else ""
    values: dict[InputPlace, str] = {}
    for row in more:
        if len(row) != 4:
            return None
        part, kode, keys, text = row
        values[part, kode, _keys(keys)] = text
    origin = Origin(int(head["tahun"]), head["sha256"], values, kantor)
    return origin if origin.digest == head["sidik"] else None


def _keys(text: str) -> Keys:
    return tuple(int(key) if key.isdigit() else key for key in text.split("/"))


def entries(report: Realisasi) -> dict[tuple[str, str], Laporan]:
    """Every report of a year by its list and kode."""
    return {
        (part, entry.kode): entry
        for part in ("indikator", "program", "kegiatan", "baris")
        for entry in getattr(report, part)
    }


def things(report: Realisasi) -> dict[tuple[str, str], Laporan | Realisasi]:
    """The same, and what is said of the whole year."""
    return {**entries(report), (LAPORAN, of_year(report.tahun)): report}


def make_origin(layout: Layout, report: Realisasi, source: bytes, kantor: str = "") -> Origin:
    """What a template made now from `report`, whose file holds `source`, has to remember.

    `kantor` is the code of the office that it is made for, if it has one.
    """
    known = things(report)
    values: dict[InputPlace, str] = {}
    for _, row, _, column in layout.places():
        text = as_text(value_at(known.get((row.part, row.kode)), column.keys))
        if text:
            values[row.part, row.kode, column.keys] = text[:MAX_TEXT]
    return Origin(layout.tahun, sha256(source), values, kantor)


def sha256(content: bytes) -> str:
    """The digest by which two states of a file are told apart."""
    return hashlib.sha256(content).hexdigest()
