"""One build at a time: a lock that the system itself gives back when a build is killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without such locks builds without one
    fcntl = None  # type: ignore[assignment]

from macros.publishing.errors import PublishingError

NAME = ".kunci"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of `folder`, which is there; PublishingError where another build holds it."""
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
        who = place.read_text(encoding="utf-8").strip() or "proses lain"
        raise PublishingError(
            f"Situs sedang dibuat ({who}). Tunggu sampai selesai, lalu jalankan lagi; "
            "yang terbit sekarang tidak berubah."
        ) from None
