"""Two revisions compared as a whole: what changed, with what effect, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from renstra.model.perubahan import AWAL
from renstra.past.difference import Change, compare_snapshots
from renstra.past.effects import Effects, effects, plan_of
from renstra.past.git import git, whole_history
from renstra.past.gitread import Blobs, resolve, tree_at
from renstra.past.sentences import DECREE
from renstra.past.snapshot import Snapshot, snapshot_of
from renstra.past.values import Units, units_of
from renstra.plan.plan import Plan
from renstra.reading.files import PERUBAHAN
from renstra.reading.load import data_tree
from renstra.reading.trees import Files, Tree

HERE = "pohon kerja"
"""How the working tree is called."""


class RevisionError(Exception):
    """Revisions cannot be compared; the message is an Indonesian sentence for staff."""


@dataclass(frozen=True)
class Comparison:
    """Everything that differs between two revisions."""

    sebelum: str
    """The earlier revision as messages call it."""

    sesudah: str
    perubahan: tuple[Change, ...]
    """By kind of thing, then by key and field."""

    pengaruh: Effects
    keterangan: tuple[str, ...]
    """What could not be compared, in sentences."""

    terhalang: bool
    """Whether something could not be compared, so that no change may not be called the same."""

    satuan: Units = field(default_factory=dict)
    """The units of the indicators in either revision."""

    @property
    def sama(self) -> bool:
        """Whether both revisions say the same, as far as is known."""
        return not self.perubahan and not self.terhalang


def compare(data: Path, before: str, after: str | None = None) -> Comparison:
    """Compare two git revisions of the data folder, or one with the working tree.

    Raises RevisionError where there is no history, or no such revision.
    """
    first, second = _commit(data, before), _commit(data, after) if after is not None else None
    try:
        return _compare(data, (before, first), (after or HERE, second))
    except OSError as error:
        message = f"isi revisi tidak dapat diambil dari git: {error}"
        raise RevisionError(message) from error


def _compare(data: Path, old_one: tuple[str, str], new_one: tuple[str, str | None]) -> Comparison:
    """Compare two revisions, each with how it is called and its commit; None is what lies here."""
    (before, first), (after, second) = old_one, new_one
    with Blobs(data) as blobs:
        was = tree_at(data, first, blobs)
        now = tree_at(data, second, blobs) if second else data_tree(data)
    old, new = snapshot_of(was), snapshot_of(now)
    changes, unknown = compare_snapshots(old, new)
    notes = (*_notes(old, before, unknown), *_notes(new, after, unknown))
    hindered = any(one.unread or one.partial or not one.paths for one in (old, new))
    if not changes:
        return Comparison(before, after, changes, Effects(), notes, hindered)
    plans = plan_of(was, before), plan_of(now, after)
    units = {k: v for plan in plans if not isinstance(plan, str) for k, v in units_of(plan).items()}
    return Comparison(before, after, changes, effects(*plans), notes, hindered, units)


def compare_decrees(plan: Plan, tree: Tree, before: str, after: str) -> Comparison:
    """Compare the plan as two decrees left it, by their ids; ``awal`` is as first decided.

    `tree` has the files of the plan. Reports are as they are today in both.
    """
    old, new = (snapshot_of(_as_of(plan, tree, kode)) for kode in (before, after))
    found, _ = compare_snapshots(old, new)
    kept = tuple(change for change in found if change.thing.jenis != DECREE)
    states = (replace(plan.as_of(one), realisasi=plan.realisasi) for one in (before, after))
    impact = effects(*states) if kept else Effects()
    return Comparison(before, after, kept, impact, (), terhalang=False, satuan=units_of(plan))


def _as_of(plan: Plan, tree: Tree, kode: str) -> Tree:
    """The files of today without the decrees that came after one."""
    codes = [AWAL, *(change.id for change in plan.perubahan)]
    later = {f"{PERUBAHAN}/{one}.yml" for one in codes[codes.index(kode) + 1 :]}
    content = {name: tree.read(name) for name in tree.names() if name not in later}
    return Files(content, tree.shown(""))


def _commit(data: Path, name: str) -> str:
    if not data.is_dir():
        message = f"folder {data.as_posix()} tidak ada; sebut folder data dengan --data"
        raise RevisionError(message)
    found = resolve(data, name)
    if found:
        return found
    if git(data, "rev-parse", "--git-dir") is None:
        message = "riwayat git tidak ada di sini; banding hanya dapat dijalankan di klon repositori"
        raise RevisionError(message)
    message = f"revisi {name} tidak dikenal; sebut nama commit, tag, atau cabang"
    if whole_history(data) is None:
        message += " (klon ini dangkal; ambil riwayatnya dengan git fetch --unshallow)"
    raise RevisionError(message)


def _notes(state: Snapshot, shown: str, unknown: dict[str, int]) -> list[str]:
    notes = [] if state.paths else [f"Tidak ada data pada {shown}."]
    for path, reason in sorted(state.unread.items()):
        count = unknown.get(path, 0)
        left = f"; {count} hal di dalamnya tidak dibandingkan" if count else ""
        notes.append(f"{path} tidak dapat dibaca pada {shown} ({reason}){left}.")
    notes += [
        f"{path} hanya terbaca sebagian pada {shown}; nilai yang tidak terbaca tidak dibandingkan."
        for path in sorted(state.partial)
    ]
    if state.doubled:
        keys = ", ".join(state.doubled)
        notes.append(f"Tercatat lebih dari sekali pada {shown}: {keys}; hanya satu dibandingkan.")
    return notes
