"""Whether things stand where they belong: files that a list orders, and what decrees say alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from renstra.dialect.document import Keys
from renstra.dialect.problem import Problem
from renstra.dialect.wording import closest, perhaps
from renstra.model.base import Entry
from renstra.reading.files import FAMILIES, LISTS, REVISI, changed_by_decree, family
from renstra.reading.places import Documents
from renstra.reading.trees import Tree


def check_listed(
    tree: Tree, names: Sequence[str], documents: Documents
) -> tuple[list[Problem], list[type[Entry]]]:
    """The files of each family held against the list that orders them.

    The other part is the models of files that are listed and not there.
    """
    problems: list[Problem] = []
    lost: list[type[Entry]] = []
    for pattern, (listing, way) in LISTS.items():
        document = documents.get(listing)
        if document is None:
            continue
        found = list(_texts(document.value, way))
        listed = [(keys, name) for keys, name in found if name and keys not in document.refused]
        files = {Path(name).stem: name for name in names if family(name) is FAMILIES[pattern]}
        unlisted = sorted(files.keys() - {name for _, name in listed})
        first: dict[str, Keys] = {}
        for keys, name in listed:
            if name in first:
                line = document.line(first[name])
                message = f"{name} sudah disebut di baris {line}; hapus salah satunya"
                problems.append(document.problem(keys, message))
                continue
            first[name] = keys
            if name not in files:
                meant = closest(name, unlisted)
                unlisted = [other for other in unlisted if other != meant]
                hint = perhaps(meant) or "; buat berkas itu, atau hapus nama ini"
                path = tree.shown(f"{pattern.split('/', maxsplit=1)[0]}/{name}.yml")
                problems.append(document.problem(keys, f"berkas {path} tidak ada{hint}"))
                lost.append(FAMILIES[pattern])
        if len(listed) < len(found) or document.partial:
            continue  # what seems unlisted may stand in what could not be read
        for name in unlisted:
            message = f"tidak disebut di {document.path}; tambahkan {name} di sana, atau hapus"
            problems.append(Problem(tree.shown(files[name]), 1, "", f"berkas {message} berkas ini"))
    return problems, lost


def _texts(value: Any, way: tuple[str, ...], keys: Keys = ()) -> Iterator[tuple[Keys, str | None]]:
    """The texts that `way` leads to (``*`` is each item of a list); None where it leads nowhere."""
    if not way:
        yield keys, value if isinstance(value, str) else None
    elif way[0] == "*" and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, way[1:], (*keys, index))
    elif isinstance(value, dict) and way[0] in value:
        yield from _texts(value[way[0]], way[1:], (*keys, way[0]))
    else:
        yield keys, None


def typed_elsewhere(documents: Documents) -> Iterator[Problem]:
    """A problem for each thing that a later decree alone says, and that stands elsewhere."""
    for name, document in documents.items():
        for keys in _withdrawals(document.value) if changed_by_decree(name) else ():
            message = (
                "pencabutan ditulis sebagai cabut di perubahan/rv-….yml, menurut keputusannya; "
                "pindahkan ke sana"
            )
            yield document.problem(keys, message)
    decrees = documents.get(REVISI)
    listed = decrees.value_at(("revisi",)) if decrees else None
    for place in range(1, len(listed) if isinstance(listed, list) else 0):
        assert decrees
        message = (
            "keputusan yang mengubah rencana ditulis di berkasnya sendiri, perubahan/rv-….yml; "
            "pindahkan ke sana"
        )
        yield decrees.problem(("revisi", place), message)


def _withdrawals(value: Any, keys: Keys = ()) -> Iterator[Keys]:
    """Where something says that it is withdrawn."""
    if isinstance(value, dict):
        for key, inside in value.items():
            if key == "dicabut":
                yield (*keys, key)
            else:
                yield from _withdrawals(inside, (*keys, key))
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            yield from _withdrawals(inside, (*keys, place))
