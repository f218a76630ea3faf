"""One data file as lines that only change when what it says does, for ``git diff``."""

from __future__ import annotations

from renstra.dialect.wording import printable
from renstra.past.difference import natural
from renstra.past.reading import read


def canonical(content: bytes, name: str) -> str:
    """A line for each field of each thing, sorted; the content as it stands where it is unreadable.

    `name` is the file's path in the data folder, as far as it is known.
    """
    reading = read(content, name)
    if reading.reason:
        return content.decode("utf-8", "replace")
    lines = [
        f"{thing.key} · {way}: {'?' if text is None else text}".rstrip()
        for thing in sorted(reading.things, key=lambda thing: natural(thing.key))
        for way, text in sorted(thing.fields.items(), key=lambda field: natural(field[0]))
    ]
    return "".join(f"{printable(line)}\n" for line in lines)
