"""A made-up history of data that knows what each of its commits meant.

The things are kept flat, and their files are written from them; so what a commit means is told by
whoever made it, and nothing here reads YAML or compares files.
"""

from __future__ import annotations

import copy
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.past.layout import write

Meant = tuple[str, str, str, str | None, str | None]
"""Key, aspect, field, before, after."""

YEARS = ("2031", "2032", "2033")
WORDS = (
    "rencana",
    "kantor",
    "tertib",
    "data",
    "pemilih",
    "anggaran",
    "pegawai",
    "laporan",
    "tahun",
)
TRICKY = (
    "a: b",
    "- id: ik-999",
    "# bukan komentar",
    'kata "kutip"',
    "it's",
    "nilai 100%",
    "id: x-1",
)
WITHDRAWABLE = ("indikator", "baris", "isi", "regulasi", "catatan")


@dataclass
class Item:
    """A thing: the list it stands in, its fields, and where it is."""

    key: str
    slot: str
    """The key of the list it is an item of; empty for the head of a file."""

    named: dict[str, Any]
    """What names it in its file, such as ``id``."""

    fields: dict[str, Any]
    parent: str = ""
    file: str = ""
    """The file of a thing without a parent."""

    def flat(self) -> dict[str, str]:
        """What a comparison should see of it."""
        found = {way: str(value) for way, value in self.fields.items() if value is not None}
        return found | ({"induk": self.parent} if self.parent and "id" in self.named else {})


World = dict[str, Item]


@dataclass
class Step:
    """A commit as it was meant."""

    meant: set[Meant]
    world: World
    """The truth after it, whether or not its files can be read."""

    broken: set[str]
    """Files that nobody can read after it."""

    paths: set[str] = field(default_factory=set)


def file_of(world: World, item: Item) -> str:
    """The file in which a thing stands."""
    while item.parent:
        item = world[item.parent]
    return item.file


def seen(world: World) -> dict[str, dict[str, str]]:
    """What a comparison should know of things; an empty report and a bare head are nothing."""
    flats = {key: item.flat() for key, item in world.items()}
    return {key: flat for key, flat in flats.items() if flat or "id" in world[key].named}


def meaning(
    world: World, old: dict[str, dict[str, str]], new: dict[str, dict[str, str]]
) -> set[Meant]:
    """What leads from one state to another; `world` says which kinds of things they are."""
    found: set[Meant] = set()
    for key in old.keys() | new.keys():
        if key not in old:
            found.add((key, "ditambahkan", "", None, None))
        elif key not in new:
            item = world[key]
            whole = item.slot in WITHDRAWABLE and "id" in item.named
            silent = whole and "dicabut.revisi" not in old[key]
            found.add((key, "hilang" if silent else "dihapus", "", None, None))
        else:
            found |= _changed(key, old[key], new[key])
    return found


def _changed(key: str, was: dict[str, str], now: dict[str, str]) -> set[Meant]:
    found: set[Meant] = set()
    if ("dicabut.revisi" in was) != ("dicabut.revisi" in now):
        source = now if "dicabut.revisi" in now else was
        text = source["dicabut.alasan"]
        ends = (None, text) if source is now else (text, None)
        found.add((key, "dicabut" if source is now else "dipulihkan", "dicabut", *ends))
        was = {way: text for way, text in was.items() if not way.startswith("dicabut.")}
        now = {way: text for way, text in now.items() if not way.startswith("dicabut.")}
    for way in was.keys() | now.keys():
        if was.get(way) != now.get(way):
            aspect = "dipindahkan" if way == "induk" else "diubah"
            found.add((key, aspect, way, was.get(way), now.get(way)))
    return found


class NothingThereError(Exception):
    """What was to happen would need a thing whose file can be read."""


class History:
    """Makes a history; `steps` says what each commit meant, the first being the start."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)
        self.world: World = {}
        self.dead: World = {}
        self.broken: set[str] = set()
        self.only = ""
        """The file in which something is to happen; empty for any."""

        self.layouts: dict[str, int] = {}
        self.steps: list[Step] = []
        self.stream: list[bytes] = []
        self.folder = Path()
        """Where its repository is, once there is one."""

        self._written: dict[str, bytes] = {}
        self._meant: set[Meant] = set()
        self._numbers: dict[str, int] = {}
        self._start()
        self.commit()

    # What stands at the start

    def words(self, most: int = 30) -> str:
        """Some words, at times with something that looks like YAML."""
        words = self.rng.choices(WORDS, k=self.rng.randint(2, most))
        if self.rng.random() < 0.2:
            words.insert(self.rng.randrange(len(words)), self.rng.choice(TRICKY))
        return " ".join(words)

    def put(self, key: str, slot: str, parent: str = "", file: str = "", **fields: Any) -> Item:
        """A new thing; what names it follows from its key."""
        head, hash_, kode = key.partition("#")
        named: dict[str, Any] = {"id": key}
        if " → " in key:
            named = dict(zip(("dari", "ke"), key.split(" → "), strict=True))
        elif hash_:
            named = {"kode" if head.startswith("realisasi") else "program": kode}
        elif key.startswith("realisasi/"):
            named = {"tahun": int(key.partition("/")[2])}
        ways = {way.replace("__", "."): value for way, value in fields.items()}
        item = self.world[key] = Item(key, slot, named, ways, parent, file)
        return item

    def number(self, prefix: str) -> str:
        """The next id of a prefix, which nothing ever had."""
        self._numbers[prefix] = self._numbers.get(prefix, 0) + 1
        return f"{prefix}-{self._numbers[prefix]:03d}"

    def _start(self) -> None:
        for _ in range(3):
            kegiatan = self.number("kg")
            self.put(kegiatan, "", file=f"target/{kegiatan}.yml", nama=self.words(6))
            for _ in range(3):
                sasaran = self.put(self.number("sa"), "sasaran", kegiatan, nama=self.words(8))
                for _ in range(3):
                    # Today's model knows no such field.
                    self.indicator(sasaran.key).fields["penanggung"] = "Seksi Data"
        for name in ("bab-i", "bab-ii"):
            self.put(name, "", file=f"naskah/{name}.yml", judul=self.words(5))
            for _ in range(12):
                self.paragraph(name)
        for _ in range(2):
            group = self.put(self.number("rk"), "kelompok", file="regulasi.yml", tahap="pemilu")
            for _ in range(4):
                self.put(self.number("rg"), "regulasi", group.key, jenis="SK", naskah="p-001")
        for _ in range(10):
            self.put(
                self.number("ct"), "catatan", file="catatan.yml", jenis="uji", judul=self.words(9)
            )
        self.put("tabel-iv-3", "", file="anggaran/kegiatan.yml", judul=self.words(5))
        for program in ("pg-1", "pg-2"):
            row = self.put(f"tabel-iv-3#{program}", "program", "tabel-iv-3", nama=self.words(4))
            for _ in range(3):
                group = self.put(self.number("ak"), "kegiatan", row.key, nama=self.words(4))
                for _ in range(3):
                    self.line(group.key)
        self.put("realisasi/2031", "", file="realisasi/2031.yml")
        for key in [key for key in self.world if key.startswith("ik-")]:
            self.put(f"realisasi/2031#{key}", "indikator", "realisasi/2031", nilai=None)
        for n in range(5):
            ends = f"st-{n + 1:03d} → si-{n + 1:03d}"
            self.put(ends, "tautan", file="tautan.yml", id=self.number("tl"), sifat="tafsir")

    def indicator(self, parent: str) -> Item:
        """A new indicator of an objective."""
        targets = {f"target__{year}": str(self.rng.randint(0, 99)) for year in YEARS}
        return self.put(
            self.number("ik"), "indikator", parent, nama=self.words(12), jenis="angka", **targets
        )

    def paragraph(self, parent: str) -> Item:
        """A new paragraph of a chapter."""
        return self.put(self.number("p"), "isi", parent, jenis="paragraf", teks=self.words(60))

    def line(self, parent: str) -> Item:
        """A new line of the budget."""
        item = self.put(self.number("an"), "baris", parent, nama=self.words(5))
        for year in YEARS:
            item.fields[f"pagu.{year}"] = self.rng.choice((None, self.rng.randint(1, 10**6)))
        return item

    # What a commit may do

    def pick(self, *prefixes: str) -> Item:
        """Any thing whose key starts so and whose file can be read."""
        found = [
            item
            for key, item in self.world.items()
            if key.startswith(prefixes) and file_of(self.world, item) not in self.broken
        ]
        inside = [item for item in found if file_of(self.world, item) == self.only]
        if not found:
            raise NothingThereError
        return self.rng.choice(inside or found)

    def change_value(self) -> None:
        """Another target, amount, word or report."""
        item = self.pick("ik-", "p-", "an-", "realisasi/2031#", "ct-", "rg-", "tabel-iv-3#")
        ways = [way for way in item.fields if way != "jenis" and not way.startswith("dicabut")]
        way = self.rng.choice(ways)
        old = item.fields[way]
        before = item.flat().get(way)
        bare = not item.flat() and "id" not in item.named
        if isinstance(old, int) or way.startswith(("pagu.", "nilai")):
            new: Any = self.rng.choice((None, self.rng.randint(1, 10**6)))
        elif way.startswith("target."):
            new = self.rng.choice(("-", "", "87,5 %", str(self.rng.randint(100, 999))))
        else:
            words = str(old).split()
            words.insert(self.rng.randrange(len(words) + 1), self.rng.choice(WORDS))
            new = " ".join(words)
        item.fields[way] = new
        after = item.flat().get(way)
        if before == after:
            return
        if item.key.startswith("realisasi/2031#"):
            if bare:
                self.mean(item, "ditambahkan")
                return
            if not item.flat():
                self.mean(item, "dihapus")
                return
        self.mean(item, "diubah", way, before, after)

    def mean(
        self,
        item: Item,
        aspect: str,
        way: str = "",
        before: str | None = None,
        after: str | None = None,
    ) -> None:
        """Record what this commit does to a thing."""
        self._meant.add((item.key, aspect, way, before, after))

    def add(self) -> None:
        """A new indicator, paragraph, line or regulation."""
        maker: Callable[[], Item] = self.rng.choice(
            (
                lambda: self.indicator(self.pick("sa-").key),
                lambda: self.paragraph(self.pick("bab-").key),
                lambda: self.line(self.pick("ak-").key),
                lambda: self.put(
                    self.number("rg"), "regulasi", self.pick("rk-").key, naskah="p-002"
                ),
            )
        )
        self.mean(maker(), "ditambahkan")

    def withdraw(self) -> None:
        """A thing withdrawn by its own entry."""
        item = self.pick("ik-", "p-", "an-", "rg-")
        if "dicabut.revisi" in item.fields:
            return
        reason = self.words(6)
        item.fields |= {"dicabut.revisi": "rv-002", "dicabut.alasan": reason}
        self.mean(item, "dicabut", "dicabut", None, reason)

    def vanish(self) -> None:
        """A thing gone, withdrawn before or not; its id is never used again."""
        item = self.pick("ik-", "p-", "an-", "rg-", "ct-")
        report = self.world.get(f"realisasi/2031#{item.key}")
        if report:
            if "realisasi/2031.yml" in self.broken:
                return
            if report.flat():
                self.mean(report, "dihapus")
            self.dead[report.key] = self.world.pop(report.key)
        self.mean(item, "dihapus" if "dicabut.revisi" in item.fields else "hilang")
        self.dead[item.key] = self.world.pop(item.key)

    def move(self) -> None:
        """A thing under another parent, perhaps in another file."""
        item, prefix = self.rng.choice(
            (
                (self.pick("ik-"), "sa-"),
                (self.pick("p-"), "bab-"),
                (self.pick("an-"), "ak-"),
                (self.pick("rg-"), "rk-"),
                (self.pick("sa-"), "kg-"),
            )
        )
        parent = self.pick(prefix).key
        if parent != item.parent:
            self.mean(item, "dipindahkan", "induk", item.parent, parent)
            item.parent = parent

    def move_file(self) -> None:
        """A note or a group in another file; that is no change."""
        item = self.pick("ct-", "rk-", "st-")
        base = item.file.removesuffix("-lagi.yml").removesuffix(".yml")
        target = f"{base}.yml" if item.file.endswith("-lagi.yml") else f"{base}-lagi.yml"
        if target not in self.broken:
            item.file = target

    def rename(self) -> None:
        """A file under another name; that is no change."""
        head = self.pick("kg-", "bab-", "realisasi/2031", "tabel-iv-3")
        while head.parent:
            head = self.world[head.parent]
        folder, _, name = head.file.rpartition("/")
        head.file = f"{folder}/{name.removesuffix('.yml')}-x.yml" if len(name) < 20 else head.file
        if len(name) >= 20:
            stem = head.key.partition("/")[2] or head.key
            head.file = f"{folder}/{stem}.yml"

    def restyle(self) -> None:
        """Another layout of a file; that is no change."""
        file = self.rng.choice(sorted(self.files() - self.broken))
        self.layouts[file] = self.rng.randrange(10**6)

    def break_file(self) -> None:
        """A file that nobody can read until it is mended; it may be renamed with it."""
        if len(self.broken) < 2:
            before = self.files()
            if self.rng.random() < 0.3:
                self.rename()
            file = self.rng.choice(sorted(self.files() - before or self.files() - self.broken))
            if self.rng.random() < 0.5:
                self.only = file
                self.change_value()
            self.broken.add(file)

    def mend(self) -> None:
        """Every file readable again, perhaps with other values."""
        self.only = self.rng.choice(sorted(self.broken))
        self.broken.clear()
        self.change_value()

    def drop_field(self) -> None:
        """A field that today's model does not know leaves every indicator whose file is read."""
        for key, item in self.world.items():
            readable = file_of(self.world, item) not in self.broken
            if key.startswith("ik-") and readable and "penanggung" in item.fields:
                self.mean(item, "diubah", "penanggung", item.fields.pop("penanggung"), None)

    # Writing it down

    def files(self) -> set[str]:
        """The files that there are."""
        return {file_of(self.world, item) for item in self.world.values()}

    def documents(self) -> dict[str, dict[str, Any]]:
        """What each file holds."""
        inner: dict[str, dict[str, Any]] = {}
        found: dict[str, dict[str, Any]] = {}
        for item in self.world.values():
            entry = inner[item.key] = copy.deepcopy(item.named)
            for way, value in item.fields.items():
                holder = entry
                *above, last = way.split(".")
                for step in above:
                    holder = holder.setdefault(step, {})
                holder[last] = value
            if not item.slot:
                found[item.file] = entry
        for item in self.world.values():
            if item.slot:
                holder = inner[item.parent] if item.parent else found.setdefault(item.file, {})
                holder.setdefault(item.slot, []).append(inner[item.key])
        return found

    def commit(self) -> None:
        """Write a commit and what it meant."""
        texts: dict[str, bytes] = {}
        for file, value in self.documents().items():
            text = write(value, Random(f"{self.layouts.get(file, 0)} {file}"))
            if file in self.broken:
                text += self.rng.choice(('x: "tidak ditutup\n', "\tx: 1\n", "x: [1\n"))
            texts[file] = text.encode()
        number = len(self.steps) + 1
        when = f"Uji <uji@contoh.invalid> {1_900_000_000 + 60 * number} +0700"
        self.stream.append(f"commit refs/heads/main\nmark :{number}\ncommitter {when}\n".encode())
        self._data(f"Revisi {number}".encode())
        if number > 1:
            self.stream.append(f"from :{number - 1}\n".encode())
        for file in self._written.keys() - texts.keys():
            self.stream.append(f"D data/{file}\n".encode())
        for file, content in texts.items():
            if self._written.get(file) != content:
                self.stream.append(f"M 100644 inline data/{file}\n".encode())
                self._data(content)
        self._written = texts
        self.steps.append(
            Step(self._meant, copy.deepcopy(self.world), set(self.broken), set(texts))
        )
        self._meant = set()

    def _data(self, content: bytes) -> None:
        self.stream.append(b"data %d\n%s\n" % (len(content), content))

    def run(self, count: int) -> History:
        """Make this many commits more."""
        layout = (self.restyle, self.move_file, self.rename)
        meaningful = (self.change_value,) * 5 + (self.add, self.withdraw, self.vanish, self.move)
        for number in range(count):
            action = self.rng.choice((*meaningful, *layout))
            if number == count // 2:
                action = self.drop_field
            elif self.broken and self.rng.random() < 0.4:
                action = self.mend
            elif self.rng.random() < 0.08:
                action = self.break_file
            self.only = ""
            try:
                action()
            except NothingThereError:
                self.restyle()
            self.commit()
        return self

    def write(self, folder: Path) -> None:
        """Make the repository."""
        run = ["git", "-C", str(folder)]
        subprocess.run([*run, "init", "-q", "-b", "main"], check=True)
        subprocess.run([*run, "fast-import", "--quiet"], input=b"".join(self.stream), check=True)
        subprocess.run([*run, "reset", "-q", "--hard", "main"], check=True)
