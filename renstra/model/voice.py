"""The voices of the data: the decree's, our reading of it, and the office's later word.

A voice is a property of the model: of an entry (``class Proyek(Entry, suara=Suara.KEPUTUSAN)``)
or of one field (``Annotated[Teks, Suara.PEMBACAAN]``); `renstra.keeping.voices` says which one a
field has.
"""

from __future__ import annotations

from enum import Enum


class Suara(Enum):
    """Whose words a value is; no value has two voices."""

    KEPUTUSAN = "keputusan"
    """What the decree prints: its words, its cells and their order."""

    PEMBACAAN = "pembacaan"
    """What whoever entered the decree reads in it or adds to it."""

    KANTOR = "kantor"
    """What the office says later: reports, revisions, withdrawals."""
