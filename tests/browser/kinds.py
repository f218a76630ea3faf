"""Which pages of a built site are looked at closely: enough that each kind of thing is seen."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from tests.building import PROJECT

CLASSED = re.compile(r"<(\w+)[^>]*? class=\"?([^\">]*)")


def addresses(site: Path) -> list[str]:
    """The pages of a site by their address from its root, in order of the alphabet.

    An address that moved has no page of its own: it only leads on.
    """
    files = [file for file in site.rglob("index.html") if "<article" in file.read_text("utf-8")]
    found = (file.parent.relative_to(site).as_posix() for file in files)
    return sorted("" if address == "." else f"{address}/" for address in found)


def _parts(file: Path) -> set[tuple[str, str]]:
    """What the content of a page is made of: names of elements, each with one of its classes."""
    html = file.read_text(encoding="utf-8")
    content = html[html.index("<article") : html.rindex("</article>")]
    return {(tag, name) for tag, names in CLASSED.findall(content) for name in names.split()}


def shape(address: str) -> str:
    """What pages of one kind share: a page of `docs/` is one of its own, as its text is."""
    place = PROJECT / "docs" / address
    written = (place / "index.md").exists() or place.with_suffix(".md").exists()
    return address if written else re.sub(r"[^/]+/$", "*/", address)


@functools.cache
def kinds(site: Path) -> tuple[str, ...]:
    """One page of each kind, that one which has most.

    And more of them, until every part that any page is made of has been seen.
    """
    made = {address: _parts(site / address / "index.html") for address in addresses(site)}
    by_shape: dict[str, list[str]] = {}
    for address in made:
        by_shape.setdefault(shape(address), []).append(address)
    chosen = [max(alike, key=lambda one: len(made[one])) for alike in by_shape.values()]
    unseen = set().union(*made.values()).difference(*(made[one] for one in chosen))
    while unseen:
        best = max(made, key=lambda one: len(made[one] & unseen))
        chosen.append(best)
        unseen -= made[best]
    return tuple(chosen)


def others(site: Path) -> list[str]:
    """All pages but those of `kinds`."""
    return [address for address in addresses(site) if address not in kinds(site)]


def unlike(site: Path, other: Path) -> list[str]:
    """The pages of each kind that are made of something else than at the other site."""
    file = "index.html"
    return [
        address
        for address in kinds(site)
        if (other / address / file).exists()
        and _parts(site / address / file) != _parts(other / address / file)
    ]
