"""Which changes are told to the public: decrees, what they changed, reports, mends and notes.

How our reading, the links and the files changed is for whoever keeps the data: `renstra banding`
and the proposals tell it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from renstra.keeping.recorded import FIELD
from renstra.keeping.voices import voices
from renstra.model.base import Entry
from renstra.model.catatan import CatatanBaca, CatatanUji
from renstra.model.kinds import KINDS
from renstra.model.voice import Suara
from renstra.past.difference import Change
from renstra.past.models import inner_models
from renstra.past.thing import PARENT
from renstra.past.timeline import Moment

_TOLD = (Suara.KEPUTUSAN, Suara.KANTOR)
_DECREED = "dicabut"
"""A withdrawal is a decree's, of whatever is withdrawn."""

_NEVER = frozenset({"commit"})
"""Where git has a decree's data is no word of the office, though the office notes it."""


def told(timeline: Sequence[Moment]) -> Iterator[tuple[Moment, bool]]:
    """Every moment with its public changes alone, and whether it has any."""
    for moment in timeline:
        changes = tuple(filter(is_public, moment.changes))
        yield replace(moment, changes=changes), bool(changes)


def is_public(change: Change) -> bool:
    """Whether a change is one of the decree's words, of a report, of a mend or of a note."""
    return _is_public(change.thing.jenis, change.bidang.partition(".")[0])


@cache
def _is_public(jenis: str, field: str) -> bool:
    models = [model for kind in KINDS if kind.noun == jenis for model in kind.models]
    if field in _NEVER:
        return False
    if any(model in (CatatanUji, CatatanBaca) for model in models):
        return True
    if field == _DECREED:
        return True
    if field in ("", PARENT, FIELD):
        return any(voice in _TOLD for model in models for voice in voices(model).values())
    return any(_speaks(model, field) for model in models)


def _speaks(model: type[Entry], field: str) -> bool:
    own = voices(model)
    if field in own:
        return own[field] in _TOLD
    return any(inner.suara in _TOLD for inner in inner_models(model, field))
