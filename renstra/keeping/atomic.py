"""Files replaced as a whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_atomically(file: Path, content: bytes) -> None:
    """Replace a file, keeping its rights: whatever happens, it holds the old bytes or the new.

    The new bytes lie beside it for a moment in a hidden file, which nothing reads. Raises OSError.
    """
    write_together({file: content})


def write_together(contents: Mapping[Path, bytes]) -> None:
    """The same for several files: none is replaced before the new bytes of all are on the disk."""
    fresh: dict[Path, Path] = {}
    try:
        for file, content in contents.items():
            target = file.resolve()
            handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
            fresh[target] = Path(name)
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            fresh[target].chmod(target.stat().st_mode if target.exists() else 0o644)
        for target, new in fresh.items():
            new.replace(target)
    except BaseException:
        for new in fresh.values():
            new.unlink(missing_ok=True)
        raise
    for parent in {target.parent for target in fresh}:
        with suppress(OSError):  # not every system opens a folder
            folder = os.open(parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
