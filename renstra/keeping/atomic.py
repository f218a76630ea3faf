"""A file replaced as a whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_atomically(file: Path, content: bytes) -> None:
    """Replace a file, keeping its rights: whatever happens, it holds the old bytes or the new.

    The new bytes lie beside it for a moment in a hidden file, which nothing reads. Raises OSError.
    """
    file = file.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.chmod(file.stat().st_mode if file.exists() else 0o644)
        fresh.replace(file)
    except BaseException:
        with suppress(FileNotFoundError):
            fresh.unlink()
        raise
    with suppress(OSError):  # not every system opens a folder
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
