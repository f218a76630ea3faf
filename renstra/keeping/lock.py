"""One at a time: locks that the system itself gives back when their holder is killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without such locks does without
    fcntl = None  # type: ignore[assignment]

NAME = ".kunci"


class HeldError(Exception):
    """Another process holds the lock; the message says which one, and since when."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of `folder`, which is there; HeldError where another process holds it."""
    place = folder / NAME
    handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle, place)
        since = f"{datetime.now().astimezone():%d-%m-%Y %H.%M %Z}"
        with suppress(OSError):  # who holds it is good to know, but a full disk has no room for it
            os.ftruncate(handle, 0)
            os.write(handle, f"proses {os.getpid()}, sejak {since}".encode())
        yield
    finally:
        os.close(handle)


def _take(handle: int, place: Path) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise HeldError(place.read_text(encoding="utf-8").strip() or "proses lain") from None


@contextmanager
def in_turn(folder: Path) -> Iterator[None]:
    """Wait until no other process is at `folder`, and leave no file of a lock among its data."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
