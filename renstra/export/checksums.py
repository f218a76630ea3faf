"""Checksums as `sha256sum` writes and checks them."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Mapping


def checksums(files: Mapping[str, bytes], folder: str) -> bytes:
    """The SHA-256 of each file, by its place below `folder`, where `sha256sum -c` is to be run."""
    lines = (
        f"{hashlib.sha256(content).hexdigest()}  {posixpath.relpath(place, folder)}\n"
        for place, content in sorted(files.items())
    )
    return "".join(lines).encode()
