"""The things of one version of a file, as far as it can be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from renstra.dialect.document import MAX_BYTES, Document, parse_yaml
from renstra.dialect.problem import Problem
from renstra.model.base import Known
from renstra.model.isian import Persetujuan, Sumber
from renstra.model.laporan import Laporan
from renstra.model.perubahan import Perubahan
from renstra.model.realisasi import Realisasi, entries_of
from renstra.past.laid import Laid, laid_by, things_of
from renstra.past.models import model_of_file
from renstra.past.pieces import Piece, Pieces, Unlike
from renstra.past.thing import Thing, ThingPlace, things_in
from renstra.reading.files import family
from renstra.reading.validate import validate


@dataclass(frozen=True)
class Reported:
    """What one version of a year's report says."""

    entries: Mapping[str, Laporan]
    """By the id of what each is about."""

    sumber: Sumber | None
    """The document named for the whole year."""

    disetujui: Persetujuan | None
    """The approval of the year's figures, where one is recorded."""


@dataclass(frozen=True)
class FileReading:
    """What one version of a file holds."""

    things: tuple[Thing, ...]
    reason: str = ""
    """Why nothing of it can be read; empty where something can."""

    partial: bool = False
    """Whether some of its values could not be read."""

    report: Reported | None = None
    """The year's report that it is, where it is one that today's model takes."""

    laid: Laid = field(default_factory=dict)
    """What it lays over the things of other files, where it is a later decree."""


def read(content: bytes, name: str, pieces: Pieces | None = None) -> FileReading:
    """The things of a file of the data folder; `name` is its path there.

    `pieces` knows what earlier versions of the reports had in common with this one.
    """
    if len(content) > MAX_BYTES:
        return FileReading((), f"lebih dari {MAX_BYTES} bita")
    if family(name) is Realisasi:
        with suppress(Unlike):
            return _in_pieces((pieces or Pieces()).read(content, name))
    document, problems = parse_yaml(content, name)
    if document is None:
        first = problems[0]
        return FileReading((), f"baris {first.line}: {first.message}")
    if not isinstance(document.value, dict):
        return FileReading((), "puncaknya bukan kunci-kunci")
    model = model_of_file(name, document.value)
    if model is Perubahan:
        own = tuple(things_of(document.value, name.removesuffix(".yml")))
        return FileReading(own, partial=bool(problems), laid=laid_by(document.value))
    place = ThingPlace((model,) if model else (), name.removesuffix(".yml"), top=True)
    things = tuple(things_in(document.value, place))
    report = _report(document, problems) if model is Realisasi else None
    return FileReading(things, partial=bool(problems), report=report)


def _in_pieces(pieces: Sequence[Piece]) -> FileReading:
    things = tuple(thing for piece in pieces for thing in piece.things)
    head, *rest = (piece.entry for piece in pieces)
    entries = [entry for entry in rest if isinstance(entry, Laporan)]
    assert isinstance(head, Realisasi)
    report = Reported({entry.kode: entry for entry in entries}, head.sumber, head.disetujui)
    return FileReading(things, report=report if len(entries) == len(rest) else None)


def _report(document: Document, problems: Sequence[Problem]) -> Reported | None:
    entry, more = validate(document, Realisasi, Known())
    if not isinstance(entry, Realisasi) or problems or more:
        return None
    return Reported(entries_of(entry), entry.sumber, entry.disetujui)
