"""What the data say at one revision: things by their keys, and what of it cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from renstra.past.gitread import is_data
from renstra.past.laid import Laid
from renstra.past.reading import FileReading, read
from renstra.past.thing import Thing
from renstra.reading.trees import Tree

Readings = Mapping[str, FileReading | None]
"""Path inside the data folder to what it holds; None for a file that is gone."""


class Snapshot:
    """The things of a revision, which may be moved on to the next."""

    def __init__(self) -> None:
        self.files: dict[str, tuple[Thing, ...]] = {}
        """Path to the things that stand in it; without files that hold none."""

        self.paths: set[str] = set()
        """The files that there are, readable or not."""

        self.unread: dict[str, str] = {}
        """Path of a file of which nothing can be read, to the reason."""

        self.partial: set[str] = set()
        """Paths of files with values that cannot be read."""

        self.laid: dict[str, Laid] = {}
        """Path of a later decree to what it lays over the things of other files."""

        self._index: dict[str, list[tuple[str, Thing]]] = {}
        self._remembered: dict[str, dict[str, str]] = {}

    @property
    def keys(self) -> Iterable[str]:
        """The keys of everything there is."""
        return self._index.keys()

    def get(self, key: str) -> Thing | None:
        """The thing of a key; of several with the same key always the same one."""
        entries = self._index.get(key)
        if not entries:
            return None
        thing = entries[0][1] if len(entries) == 1 else min(entries, key=_order)[1]
        known = self._remembered.get(key)
        if known and None in thing.fields.values():
            fields = {
                name: known.get(name) if text is None else text
                for name, text in thing.fields.items()
            }
            thing = replace(thing, fields=fields)
        for path in sorted(self.laid):  # one decree after another
            if changed := self.laid[path].get(key):
                fields = {**thing.fields, **changed}
                gone = [name for name, text in changed.items() if text is None]
                kept = {name: text for name, text in fields.items() if name not in gone}
                thing = replace(thing, fields=kept)
        return thing

    def path_of(self, key: str) -> str:
        """The file in which a thing stands."""
        return min(self._index[key], key=_order)[0]

    @property
    def doubled(self) -> list[str]:
        """Keys that more than one thing has."""
        return sorted(key for key, entries in self._index.items() if len(entries) > 1)

    def take(self, readings: Readings) -> None:
        """Take files as read; of a file that cannot be read there is nothing."""
        for path, reading in readings.items():
            self._note(path, reading)
            self._put(path, reading.things if reading else ())
            self._lay(path, reading)

    def advance(
        self, readings: Readings
    ) -> tuple[dict[str, Thing | None], dict[str, Thing | None]]:
        """Move on to the next revision; what was and what is, by each key that may differ.

        What the revision made unreadable stays as it was last read, so that nothing is called
        withdrawn because of a slip, and nothing that changed meanwhile is lost.
        """
        gone = [path for path, reading in readings.items() if reading is None]
        new: dict[str, tuple[Thing, ...]] = {}
        for path, reading in readings.items():
            if reading is None or not reading.reason:
                new[path] = reading.things if reading else ()
            elif path in self.paths:
                new[path] = self.files.get(path, ())
            else:  # perhaps a file that moved and broke at once
                new[path] = tuple(thing for old in gone for thing in self.files.get(old, ()))
                gone = []
        touched = dict.fromkeys(
            thing.key
            for path, things in new.items()
            for thing in set(self.files.get(path, ())).symmetric_difference(things)
        )
        for path, reading in readings.items():
            touched |= dict.fromkeys((*self.laid.get(path, ()), *(reading.laid if reading else ())))
        before = {key: self.get(key) for key in touched}
        for path, things in new.items():
            self._note(path, readings[path])
            self._put(path, things)
            self._lay(path, readings[path])
        self._remember(before)
        return before, {key: self.get(key) for key in touched}

    def _note(self, path: str, reading: FileReading | None) -> None:
        self.unread.pop(path, None)
        self.partial.discard(path)
        self.paths.discard(path)
        if reading:
            self.paths.add(path)
        if reading and reading.reason:
            self.unread[path] = reading.reason
        if reading and reading.partial:
            self.partial.add(path)

    def _lay(self, path: str, reading: FileReading | None) -> None:
        """What is unreadable lays what it laid when it was last read."""
        if reading is None or (not reading.reason and not reading.laid):
            self.laid.pop(path, None)
        elif not reading.reason:
            self.laid[path] = reading.laid

    def _put(self, path: str, things: tuple[Thing, ...]) -> None:
        was, now = set(self.files.pop(path, ())), set(things)
        for thing in was - now:
            entries = self._index[thing.key]
            entries.remove((path, thing))
            if not entries:
                del self._index[thing.key]
        if things:
            self.files[path] = things
        for thing in now - was:
            self._index.setdefault(thing.key, []).append((path, thing))

    def _remember(self, before: Mapping[str, Thing | None]) -> None:
        for key, old in before.items():
            entries = self._index.get(key, ())
            unknown = [
                name for _, thing in entries for name, text in thing.fields.items() if text is None
            ]
            if old and unknown:
                known = {name: text for name in unknown if (text := old.fields.get(name))}
                self._remembered[key] = known
            else:
                self._remembered.pop(key, None)


def _order(entry: tuple[str, Thing]) -> tuple[str, list[tuple[str, str]]]:
    path, thing = entry
    return path, sorted((name, text or "") for name, text in thing.fields.items())


def snapshot_of(tree: Tree) -> Snapshot:
    """What the data files of a tree say."""
    found = Snapshot()
    readings: dict[str, FileReading] = {}
    for path in filter(is_data, tree.names()):
        try:
            readings[path] = read(tree.read(path), path)
        except OSError:
            readings[path] = FileReading((), "periksa izin berkasnya")
    found.take(readings)
    return found
