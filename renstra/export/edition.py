"""One publication of the data: the plan, its revision, and where its files and pages stand."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from renstra.export.gather import Records
from renstra.model.perubahan import AWAL
from renstra.past.revision import Revision
from renstra.plan.plan import Plan

FOLDER = "data/"
"""Where all files of the data stand, from the root of the site."""

KEUTUHAN = f"{FOLDER}keutuhan.txt"
"""The list of the first decree's words and cells; those of later ones have their id in the name."""

V1 = f"{FOLDER}v1/"
SCHEMAS = f"{V1}skema/"


@dataclass(frozen=True)
class WordList:
    """The list of a decree's words and cells, byte for byte as the data have it."""

    nomor: str
    """The decree's number."""

    place: str
    """Where it stands in the site."""

    content: bytes

    @property
    def sidik(self) -> str:
        """Its SHA-256."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def banyak(self) -> int:
        """How many words and cells it has."""
        return self.content.count(b"\n")


def word_lists(plan: Plan, found: Mapping[str, bytes]) -> list[WordList]:
    """The lists of the decrees' words, by the ids of the decrees; `awal` is the first one."""
    numbers = {AWAL: plan.rencana.keputusan.nomor, **{one.id: one.nomor for one in plan.perubahan}}
    return [
        WordList(nomor, KEUTUHAN if kode == AWAL else f"{FOLDER}keutuhan-{kode}.txt", found[kode])
        for kode, nomor in numbers.items()
        if kode in found
    ]


@dataclass(frozen=True)
class Edition:
    """What every published file is made from."""

    plan: Plan
    revision: Revision | None
    address: str
    """The site's address, ending in a slash; empty until it has one, and links are relative."""

    page: Callable[[str], str]
    """The place of an indicator's page in the site, by the indicator's id."""

    keutuhan: Sequence[WordList] = ()
    """The lists of the decrees' words and cells, the first decree's first; often none yet."""

    @cached_property
    def records(self) -> Records:
        """The records, made once for all files."""
        return Records(self.plan)

    def link(self, target: str, here: str) -> str:
        """The way to a place in the site from the file `here`, or its whole address."""
        if self.address:
            return f"{self.address}{target}"
        way = posixpath.relpath(f"/{target}", posixpath.dirname(f"/{here}"))
        return f"{way}/" if target.endswith("/") else way


def indicator_json(kode: str) -> str:
    """An indicator's own JSON."""
    return f"{V1}indikator/{kode}.json"


def indicator_csv(kode: str) -> str:
    """An indicator's own rows."""
    return f"{FOLDER}indikator/{kode}.csv"


def indicator_svg(kode: str) -> str:
    """An indicator's picture, to be shown elsewhere."""
    return f"{FOLDER}indikator/{kode}.svg"


def report_json(tahun: int) -> str:
    """The report of a year."""
    return f"{V1}realisasi/{tahun}.json"
