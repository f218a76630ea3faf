"""Later decrees laid over the files of a plan, read straight: a second way to what is in force."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

Yaml = dict[str, Any]
Way = list[Any]
"""The keys and places that lead to a value from the file's name."""

Files = dict[str, Any]
"""Name of a file in the data folder to what it holds."""

CHANGES = "perubahan/"
REFERENCES = ("program", "tujuan", "faktor", "kode")
"""Keys by which a row without an id is known, the first that it has."""


def decrees(files: Mapping[str, Any]) -> list[Yaml]:
    """The later decrees, in their order."""
    return [files[name] for name in sorted(files) if name.startswith(CHANGES)]


def since(decree: Yaml) -> date:
    """The day from which a decree is in force."""
    found: date = decree.get("berlaku") or decree["tanggal"]
    return found


def first_years(files: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Everything that later decrees added, with its first year."""
    for decree in decrees(files):
        for more in decree.get("tambah") or ():
            first = more.get("mulai") or since(decree).year
            yield from ((kode, first) for kode, _ in _ids(more["isi"]))


def laid(files: Mapping[str, Any], until: date | None = None, last: str = "rv-~") -> Files:
    """The files as they are in force; as they were on the day `until`, or as `last` left them."""
    found = {name: copy.deepcopy(file) for name, file in files.items()}
    years = files["rencana.yml"]["tahun"]
    for decree in decrees(files):
        if (until is None or since(decree) <= until) and decree["id"] <= last:
            _lay(found, decree, years)
    return found


def _lay(files: Files, decree: Yaml, years: list[int]) -> None:
    head: Yaml = {key: decree[key] for key in ("id", "nomor", "tanggal") if key in decree}
    files["revisi.yml"]["revisi"].append(head | {"berlaku": since(decree)})
    for change in decree.get("ubah") or ():
        *way, last = _way(files, change["di"])
        holder = _at(files, way)
        holder[last] = change.get("menjadi")
        if holder[last] is None and not isinstance(holder, list) and not isinstance(last, int):
            del holder[last]
    for more in decree.get("tambah") or ():
        first = more.get("mulai") or since(decree).year
        fresh = _filled(copy.deepcopy(more["isi"]), first, years)
        *way, last = _way(files, more["di"])
        listed = _at(files, way).setdefault(last, [])
        names = [item if isinstance(item, str) else item.get("id") for item in listed]
        place = names.index(more["sesudah"]) + 1 if more.get("sesudah") else len(listed)
        fresh["mulai"] = first
        if last == "kegiatan" and way[0] == "target/program.yml":
            listed.insert(place, fresh["id"])
            files[f"target/{fresh['id']}.yml"] = fresh
        else:
            listed.insert(place, fresh)
    for gone in decree.get("cabut") or ():
        _at(files, _way(files, gone["kode"]))["dicabut"] = {
            "revisi": decree["id"],
            "mulai": gone["mulai"],
            "alasan": gone["alasan"],
        }


def _filled(value: Any, first: int, years: list[int]) -> Any:
    """What is added, with empty cells for the years before it came."""
    if isinstance(value, list):
        return [_filled(item, first, years) for item in value]
    if not isinstance(value, dict):
        return value
    for key in ("target", "pagu"):
        cells = value.get(key)
        if isinstance(cells, dict):
            empty = "" if key == "target" else None
            value[key] = {year: cells[year] if year >= first else empty for year in years}
    return {
        key: inside if key in ("target", "pagu") else _filled(inside, first, years)
        for key, inside in value.items()
    }


def _way(files: Files, place: str) -> Way:
    name = next((one for one in files if place.startswith(f"{one}.")), "")
    way: Way = [name]
    if name:
        steps = place.removeprefix(f"{name}.").split(".")
    else:
        head, *steps = place.split(".")
        kode, _, row = head.partition("#")
        way = next(way for found, way in _declared(files) if found == kode)
        way += next(_rows(_at(files, way), row)) if row else []
    for step in steps:
        value = _at(files, way)
        if isinstance(value, list):
            way.append(int(step) - 1)
        else:
            way.append(next((key for key in value if str(key) == step), step))
    return way


def _at(files: Files, way: Way) -> Any:
    value: Any = files
    for key in way:
        value = value[key]
    return value


def _declared(files: Files) -> Iterator[tuple[str, Way]]:
    for name, file in files.items():
        if not name.startswith(CHANGES) and name not in ("satuan.yml", "tautan.yml"):
            yield from ((kode, [name, *way]) for kode, way in _ids(file))


def _ids(value: Any) -> Iterator[tuple[str, Way]]:
    if isinstance(value, dict):
        if "id" in value:
            yield value["id"], []
        for key, inside in value.items():
            yield from ((kode, [key, *way]) for kode, way in _ids(inside))
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            yield from ((kode, [place, *way]) for kode, way in _ids(inside))


def _rows(value: Any, row: str) -> Iterator[Way]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inside in items:
        if isinstance(inside, dict) and "id" not in inside:
            names = [inside[name] for name in REFERENCES if name in inside]
            if names[:1] == [row]:
                yield [key]
        if isinstance(inside, dict | list):
            yield from ([key, *way] for way in _rows(inside, row))
