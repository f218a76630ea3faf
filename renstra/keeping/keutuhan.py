"""The list of the decree's words and cells, and what in the data is no longer as it lists."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from renstra.dialect.problem import Problem
from renstra.keeping.decree import Kata, words_by_decree
from renstra.model.perubahan import AWAL
from renstra.plan.plan import Plan
from renstra.reading.files import KEUTUHAN, PERUBAHAN

FILE = f"{KEUTUHAN}/{AWAL}.txt"
"""The list of the plan as first decided, inside the data folder: a line a value, its key and its
text with a tab between. What a later decree changed has a list of its own beside it."""

SIGNED = "Teks ini untuk dibaca dan dicari; yang berlaku adalah naskah yang ditandatangani."
"""What stands wherever the list's digest does, so that nobody takes it for more."""

_HOW = (
    "kembalikan; bila salinan ini keliru, jalankan renstra keutuhan --perbaikan; bila rencananya "
    "diubah dengan keputusan, tulis perubahannya dengan renstra perubahan susun"
)
_SILENT = (
    "tidak tercatat mengapa; kembalikan, atau, bila salinan ini keliru, jalankan renstra keutuhan "
    "--perbaikan --sejak {sejak}; bila rencananya diubah dengan keputusan, tulis perubahannya "
    "dengan renstra perubahan susun"
)
_UNLISTED = "belum terdaftar di {daftar}; jalankan renstra keutuhan"
_UNREAD = "tidak dapat dibaca; ambil lagi dari riwayat git, dan periksa izinnya"
_WHOLE = 60
_AROUND = 20


class KeutuhanError(Exception):
    """The list is none that the command wrote; it carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


@dataclass(frozen=True)
class Daftar:
    """The list as it was written."""

    path: str
    """How problems name its file."""

    isi: Mapping[str, str]
    """Key to text, in the order of the list."""


def lists_of(plan: Plan) -> dict[str, str]:
    """What the lists of a plan say, by their place in the data folder."""
    return {
        place_of(kode): "".join(f"{kata.kunci}\t{kata.isi}\n" for kata in words)
        for kode, words in words_by_decree(plan).items()
    }


def place_of(kode: str) -> str:
    """Where the list of a decree's words lies in the data folder."""
    return f"{KEUTUHAN}/{kode}.txt"


def read_list(data: Path, kode: str = AWAL) -> Daftar | None:
    """The list of a decree's words in a data folder; None where there is none.

    Raises KeutuhanError where the file cannot be read as what the command writes.
    """
    file = data / place_of(kode)
    path = file.as_posix()
    if not file.exists():
        return None
    try:
        return parse_list(file.read_bytes(), path)
    except OSError:
        raise KeutuhanError(Problem(path, 1, "", _UNREAD)) from None


def parse_list(content: bytes, path: str) -> Daftar:
    """The list that a file holds, which problems call `path`; raises KeutuhanError."""
    try:
        lines = content.decode().split("\n")
    except UnicodeDecodeError:
        raise KeutuhanError(Problem(path, 1, "", _UNREAD)) from None
    found: dict[str, str] = {}
    for number, line in enumerate(lines[:-1], 1):
        kunci, tab, isi = line.partition("\t")
        if not tab or kunci in found:
            raise KeutuhanError(_spoiled(path, number))
        found[kunci] = isi
    if lines[-1]:
        raise KeutuhanError(_spoiled(path, len(lines)))
    return Daftar(path, found)


def _spoiled(path: str, line: int) -> Problem:
    message = (
        "bukan baris yang ditulis renstra keutuhan; berkas ini tidak disunting dengan tangan, "
        "ambil lagi dari riwayat git"
    )
    return Problem(path, line, "", message)


@dataclass(frozen=True)
class Beda:
    """Something in which the data differ from the list."""

    kunci: str
    dulu: str | None
    """What the list has there; None where it has nothing."""

    kini: Kata | None
    """What the data have; None where it is gone. The same text in both stands in another place."""

    sesudah: Kata | None
    """What it follows: in the list where it is gone, else in the data; None where it is first."""


def differences(words: Sequence[Kata], daftar: Daftar) -> list[Beda]:
    """What is gone in the list's order, then what was changed, added or moved in the words'.

    Of what moved together only the first is told.
    """
    here = {kata.kunci: kata for kata in words}
    places = {kunci: place for place, kunci in enumerate(daftar.isi)}
    found: list[Beda] = []
    last: Kata | None = None
    for kunci, isi in daftar.isi.items():
        if kunci not in here:
            found.append(Beda(kunci, isi, None, last))
        last = here.get(kunci, last)
    kept = _longest_rising([places[kunci] for kunci in here if kunci in places])
    last = None
    for kunci, kata in here.items():
        place, dulu = places.get(kunci), daftar.isi.get(kunci)
        along = last is not None and place is not None and places.get(last.kunci) == place - 1
        if dulu != kata.isi or (place not in kept and not along):
            found.append(Beda(kunci, dulu, kata, last))
        last = kata
    return found


def check_keutuhan(plan: Plan, data: Path) -> list[Problem]:
    """A problem for each difference from the lists of the data folder; none without the first."""
    if not (data / FILE).exists():
        return []
    problems: list[Problem] = []
    for kode, words in words_by_decree(plan).items():
        try:
            daftar = read_list(data, kode)
        except KeutuhanError as error:
            problems.append(error.problem)
            continue
        if daftar is None:
            problems.append(
                words[0].problem(_UNLISTED.format(daftar=(data / place_of(kode)).as_posix()))
            )
            continue
        problems += [
            replace(_problem(beda, daftar.path), tentang=beda.kunci.partition(".")[0])
            for beda in differences(words, daftar)
        ]
    return [*problems, *_left_over(plan, data)]


def _left_over(plan: Plan, data: Path) -> Iterator[Problem]:
    """Lists of decrees that are no longer there."""
    known = {place_of(kode) for kode in (AWAL, *(change.id for change in plan.perubahan))}
    for file in sorted((data / KEUTUHAN).glob("*.txt")):
        if f"{KEUTUHAN}/{file.name}" not in known:
            message = f"keputusannya, {PERUBAHAN}/{file.stem}.yml, tidak ada; kembalikan"
            yield Problem(file.as_posix(), 1, "", message)


def gone(kode: str, sejak: str) -> Problem:
    """The problem that a decree is no longer there, which the commit `sejak` lists."""
    message = f"keputusan {kode} ada di daftar keutuhan pada {sejak} dan hilang dari sini"
    return Problem(f"{PERUBAHAN}/{kode}.yml", 1, "", f"{message}; kembalikan")


def silent(beda: Beda, sejak: str) -> Problem:
    """The problem that nothing tells why something is no longer as the commit `sejak` lists it."""
    listing = f"daftar keutuhan pada {sejak}"
    return _problem(beda, FILE, listing, _SILENT.format(sejak=sejak))


def _problem(beda: Beda, path: str, listing: str = "daftar keutuhan", how: str = _HOW) -> Problem:
    if beda.kini is None:
        place = beda.sesudah.problem("") if beda.sesudah else Problem(path, 1, "", "")
        message = f'"{_short(beda.dulu or "")}" ada di {listing} dan hilang dari sini'
        return Problem(place.path, place.line, beda.kunci, f"{message}; {how}")
    if beda.dulu is None:
        message = f'ditemukan "{_short(beda.kini.isi)}", yang tidak ada di {listing}'
    elif beda.dulu != beda.kini.isi:
        now, then = show_difference(beda.kini.isi, beda.dulu)
        message = f"ditemukan {now}, menurut {listing} {then}"
    else:
        after = f"sesudah {beda.sesudah.kunci}" if beda.sesudah else "paling depan"
        message = f"ditemukan {after}, lain dari urutan di {listing}"
    return beda.kini.problem(f"{message}; {how}")


def told(beda: Beda) -> str:
    """A difference as what was done since the list was written."""
    if beda.kini is None:
        done = f'"{_short(beda.dulu or "")}" dihapus'
    elif beda.dulu is None:
        done = f'"{_short(beda.kini.isi)}" ditambahkan'
    elif beda.dulu != beda.kini.isi:
        now, then = show_difference(beda.kini.isi, beda.dulu)
        done = f"{then} menjadi {now}"
    else:
        done = f"dipindahkan ke sesudah {beda.sesudah.kunci}" if beda.sesudah else "dipindahkan"
    return f"{beda.kunci}: {done}"


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The most of the numbers that can stay where they are, each after a smaller one."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def show_difference(one: str, other: str) -> tuple[str, str]:
    """Two texts in quotation marks; of long ones what differs, with a little around it."""
    if max(len(one), len(other)) <= _WHOLE:
        return f'"{one}"', f'"{other}"'
    start = _same(one, other)
    end = _same(one[:start:-1], other[:start:-1])
    return _cut(one, start, end), _cut(other, start, end)


def _same(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _cut(text: str, start: int, end: int) -> str:
    """The text from where it differs, counted from its start and from its end."""
    first, last = max(0, start - _AROUND), min(len(text), len(text) - end + _AROUND)
    head, tail = "…" if first else "", "…" if last < len(text) else ""
    return f'"{head}{_short(text[first:last], 2 * _WHOLE)}{tail}"'


def _short(text: str, most: int = _WHOLE) -> str:
    """The text, without its middle where it is long."""
    half = most // 2
    return text if len(text) <= most else f"{text[:half]} … {text[-half:]}"
