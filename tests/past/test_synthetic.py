"""A made-up history of a few hundred revisions, compared exactly as its generator meant it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest

from renstra.past.difference import Change, compare_snapshots
from renstra.past.gitread import Blobs, tree_at
from renstra.past.snapshot import Snapshot, snapshot_of
from renstra.past.timeline import Moment, history
from tests.past.generator import History, Meant, Step, World, file_of, meaning, seen

COUNT = 300
Flat = dict[str, dict[str, str]]


@pytest.fixture(scope="module", params=[1, 2], ids=["seed 1", "seed 2"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> History:
    """A history, and the repository of it in the folder that its name says."""
    made = History(request.param).run(COUNT)
    made.folder = tmp_path_factory.mktemp("sejarah")
    made.write(made.folder)
    return made


@pytest.fixture(scope="module")
def line(made: History) -> list[Moment]:
    """The history as it is read, oldest first."""
    found = history(made.folder / "data")
    assert found is not None
    return found[::-1]


def told(changes: Iterable[Change]) -> set[Meant]:
    """Changes as the generator writes them down."""
    rows = [(one.thing.key, one.aspek, one.bidang, one.sebelum, one.sesudah) for one in changes]
    assert len(set(rows)) == len(rows)
    return set(rows)


def kinds(made: History) -> World:
    """Everything that ever was, so that it is known what it was."""
    return {**made.dead, **made.world}


def readable(step: Step) -> Flat:
    """What can be read after a step, by the truth."""
    gone = lost(step)
    return {key: flat for key, flat in seen(step.world).items() if key not in gone}


def lost(step: Step) -> set[str]:
    """Everything that stands, after a step, in a file that nobody can read."""
    world = step.world
    return {key for key, item in world.items() if file_of(world, item) in step.broken}


def kind_of_file(path: str) -> str:
    """What may stand in a file, by its name; empty where it may be anything."""
    folder = path.partition("/")[0]
    if folder in ("target", "naskah", "realisasi"):
        return folder
    known = ("regulasi.yml", "catatan.yml", "tautan.yml", "anggaran/kegiatan.yml")
    return path if path in known else ""


def unknown_in(step: Step, keys: Iterable[str], other: Step) -> set[str]:
    """Which of the things of a step may stand in a file that cannot be read after another."""
    found = set()
    for key in keys:
        kind = kind_of_file(file_of(step.world, step.world[key]))
        if any(not kind or kind_of_file(name) in ("", kind) for name in other.broken):
            found.add(key)
    return found


def test_the_generator_means_what_it_does(made: History) -> None:
    for old, new in pairwise(made.steps):
        world = {**old.world, **new.world}
        assert new.meant == meaning(world, seen(old.world), seen(new.world))
    aspects = {aspect for step in made.steps for _, aspect, *_ in step.meant}
    assert aspects == {"ditambahkan", "diubah", "dicabut", "dihapus", "hilang", "dipindahkan"}
    assert sum(bool(step.broken) for step in made.steps) > 20
    assert sum(not step.meant for step in made.steps) > 50


def test_every_commit_changed_what_it_meant(made: History, line: list[Moment]) -> None:
    steps = {f"Revisi {number}": step for number, step in enumerate(made.steps, 1)}
    written = [entry.subject for entry in line]
    # A commit that writes the same bytes again touches no file, and so is not in the history.
    assert all(not step.meant for name, step in steps.items() if name not in written)
    known: Flat = {}
    entries = {entry.subject: entry for entry in line}
    truth: Flat = {}
    for name, step in steps.items():
        now = readable(step)
        now |= {key: known[key] for key in lost(step) if key in known}
        if name in entries:
            assert told(entries[name].changes) == meaning(kinds(made), known, now), name
            assert {path for path, _ in entries[name].unread} <= step.broken
            if truth and known == truth and not step.broken:
                assert told(entries[name].changes) == step.meant
        known, truth = now, seen(step.world)


def snapshots(made: History) -> dict[int, Snapshot]:
    """Revisions far apart, those before them, and some that follow each other."""
    commits = {entry.subject: entry.commit for entry in history(made.folder / "data") or []}
    with Blobs(made.folder / "data") as blobs:
        return {
            int(subject[7:]): snapshot_of(tree_at(made.folder / "data", commit, blobs))
            for subject, commit in commits.items()
        }


def test_any_two_revisions(made: History) -> None:
    found = snapshots(made)
    numbers = sorted(found)
    pairs = list(pairwise(numbers))
    pairs += [(a, b) for a in numbers[::23] for b in numbers[5::31]]
    for first, second in pairs:
        old, new = made.steps[first - 1], made.steps[second - 1]
        was, now = readable(old), readable(new)
        hidden = unknown_in(old, was.keys() - now.keys(), new)
        hidden |= unknown_in(new, now.keys() - was.keys(), old)
        expected = meaning(
            kinds(made),
            {key: flat for key, flat in was.items() if key not in hidden},
            {key: flat for key, flat in now.items() if key not in hidden},
        )
        changes, unknown = compare_snapshots(found[first], found[second])
        assert told(changes) == expected, (first, second)
        assert sum(unknown.values()) == len(hidden)
