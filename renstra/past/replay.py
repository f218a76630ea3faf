"""The decree's words now held against those that a commit listed: each difference has its reason.

So nobody changes the words and rewrites the list with them unseen. A reason is a mend recorded
beside the value, or a recorded mend taken back. A decree that came since has words of its own, and
changes nothing of what was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from renstra.dialect.document import parse_yaml
from renstra.dialect.problem import Problem
from renstra.keeping.decree import words_by_decree
from renstra.keeping.keutuhan import (
    Beda,
    Daftar,
    KeutuhanError,
    differences,
    gone,
    parse_list,
    silent,
)
from renstra.keeping.recorded import NOTHING, Recorded, cells, recorded
from renstra.model.perubahan import AWAL
from renstra.past.git import git
from renstra.past.gitread import Blobs, resolve, tree_at
from renstra.plan.plan import Plan
from renstra.reading.files import KEUTUHAN
from renstra.reading.load import data_tree
from renstra.reading.trees import Tree


class ReplayError(Exception):
    """What a commit listed cannot be read; the message is an Indonesian sentence for staff."""


@dataclass(frozen=True)
class Replay:
    """What became of the words that a commit listed."""

    perbaikan: Sequence[Beda]
    """What a recorded mend tells of, or one taken back."""

    keputusan: Mapping[str, Sequence[Beda]]
    """Decrees that came since, by their ids, each with what it changed."""

    diam: Sequence[Problem]
    """What has no reason."""


def lists_at(data: Path, name: str) -> tuple[str, Mapping[str, Daftar]]:
    """The full name of a commit, and the lists that it has of the data's words, by decree.

    Raises ReplayError where the commit is unknown or a list is none that the command wrote.
    """
    commit = resolve(data, name)
    if commit is None:
        message = f"commit {name} tidak dikenal; periksa namanya, atau ambil seluruh riwayat"
        raise ReplayError(message)
    names = git(data, "ls-tree", "--name-only", commit, f"./{KEUTUHAN}/") or b""
    found: dict[str, Daftar] = {}
    for file in names.decode().splitlines():
        path = PurePosixPath(file)
        content = git(data, "show", f"{commit}:./{KEUTUHAN}/{path.name}")
        if path.suffix != ".txt" or content is None:
            continue
        try:
            found[path.stem] = parse_list(content, f"{data.as_posix()}/{KEUTUHAN}/{path.name}")
        except KeutuhanError as error:
            message = f"daftar keutuhan pada {commit[:12]} rusak: {error}"
            raise ReplayError(message) from None
    return commit, found


def replay(plan: Plan, data: Path, commit: str, lists: Mapping[str, Daftar]) -> Replay:
    """Hold the words of a plan in `data` against the lists of a commit, which has the first.

    Raises ReplayError where git does not have all that the commit names.
    """
    try:
        with Blobs(data) as blobs:
            earlier = set(_mends(tree_at(data, commit, blobs)))
    except OSError as error:
        message = f"isi commit {commit[:12]} tidak dapat diambil dari git: {error}"
        raise ReplayError(message) from None
    now = set(_mends(data_tree(data)))
    words = words_by_decree(plan)
    mended: list[Beda] = []
    left: list[Problem] = []
    for kode, daftar in lists.items():
        if kode not in words:
            left.append(gone(kode, commit[:12]))
            continue
        for beda in differences(words[kode], daftar):
            if _is_told(beda, earlier, now):
                mended.append(beda)
            else:
                left.append(silent(beda, commit[:12]))
    told: dict[str, list[Beda]] = {}
    stood = {kata.kunci: kata.isi for kata in words[AWAL]}
    for kode, found in words.items():
        if kode not in lists:
            told[kode] = [Beda(kata.kunci, stood.get(kata.kunci), kata, None) for kata in found]
        stood |= {kata.kunci: kata.isi for kata in found}
    return Replay(mended, told, left)


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


def _mends(tree: Tree) -> Iterator[Recorded]:
    for name in tree.names():
        document, _ = parse_yaml(tree.read(name), name)
        if document:
            yield from recorded(document.value)
