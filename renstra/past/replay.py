"""The decree's words now held against those that a commit listed: each difference has its reason.

So nobody changes the words and rewrites the list with them unseen. A reason is a mend recorded
beside the value, a recorded mend taken back, or a decree that came since.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from renstra.dialect.document import parse_yaml
from renstra.keeping.keutuhan import FILE, Beda, Daftar, KeutuhanError, differences, parse_list
from renstra.keeping.recorded import NOTHING, Recorded, cells, recorded
from renstra.model.revisi import Revisi
from renstra.past.git import git
from renstra.past.gitread import Blobs, resolve, tree_at
from renstra.plan.plan import Plan
from renstra.reading.load import data_tree
from renstra.reading.trees import Tree


class ReplayError(Exception):
    """What a commit listed cannot be read; the message is an Indonesian sentence for staff."""


@dataclass(frozen=True)
class Replay:
    """What became of the words that a commit listed."""

    perbaikan: Sequence[Beda]
    """What a recorded mend tells of, or one taken back."""

    keputusan: Sequence[Beda]
    """What is left where decrees came since."""

    revisi: Sequence[Revisi]
    """Those decrees."""

    diam: Sequence[Beda]
    """What has no reason."""


def listed_at(data: Path, name: str) -> tuple[str, Daftar | None]:
    """The full name of a commit, and the list that it has of the data's words; None without one.

    Raises ReplayError where the commit is unknown or its list is none that the command wrote.
    """
    commit = resolve(data, name)
    if commit is None:
        message = f"commit {name} tidak dikenal; periksa namanya, atau ambil seluruh riwayat"
        raise ReplayError(message)
    content = git(data, "show", f"{commit}:./{FILE}")
    if content is None:
        return commit, None
    try:
        return commit, parse_list(content, f"{data.as_posix()}/{FILE}")
    except KeutuhanError as error:
        message = f"daftar keutuhan pada {commit[:12]} rusak: {error}"
        raise ReplayError(message) from None


def replay(plan: Plan, data: Path, commit: str, daftar: Daftar) -> Replay:
    """Hold the words of a plan in `data` against the list of a commit.

    Raises ReplayError where git does not have all that the commit names.
    """
    try:
        with Blobs(data) as blobs:
            then = dict(_values(tree_at(data, commit, blobs)))
    except OSError as error:
        message = f"isi commit {commit[:12]} tidak dapat diambil dari git: {error}"
        raise ReplayError(message) from None
    earlier = {mend for value in then.values() for mend in recorded(value)}
    now = {mend for _, value in _values(data_tree(data)) for mend in recorded(value)}
    known = set(_decrees(then.get("revisi.yml")))
    decrees = [item for item in plan.revisi.revisi[1:] if item.id not in known]
    mended: list[Beda] = []
    left: list[Beda] = []
    for beda in differences(plan, daftar):
        (mended if _is_told(beda, earlier, now) else left).append(beda)
    return Replay(mended, left if decrees else [], decrees, [] if decrees else left)


def _is_told(beda: Beda, earlier: Set[Recorded], now: Set[Recorded]) -> bool:
    """Whether a mend recorded since tells of a difference, or one that is no longer recorded."""
    kini = beda.kini.isi if beda.kini else None
    if beda.dulu == kini:
        return False  # it stands in another place
    fresh = [mend for mend in now - earlier if mend.is_of(beda.kunci)]
    taken = [mend for mend in earlier - now if mend.is_of(beda.kunci)]
    if kini is not None and any(mend.tells(beda.dulu or NOTHING, kini) for mend in fresh):
        return True
    read_anew = {(mend.kode, mend.bagian) for mend in fresh}
    for mend in taken:
        if (mend.kode, mend.bagian) not in read_anew:
            if mend.tells_back(beda.dulu, kini):
                return True
        elif beda.dulu in cells(mend.dibaca) and any(kini in cells(new.dibaca) for new in fresh):
            return True
    return False


def _values(tree: Tree) -> Iterator[tuple[str, object]]:
    for name in tree.names():
        document, _ = parse_yaml(tree.read(name), name)
        if document:
            yield name, document.value


def _decrees(value: object) -> Iterator[str]:
    listed = value.get("revisi") if isinstance(value, dict) else None
    for item in listed if isinstance(listed, list) else ():
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield item["id"]
