"""One build at a time: a lock that the system itself gives back when a build is killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without such locks builds without one
    fcntl = None  # type: ignore[assignment]

from macros.publishing.errors import PublishingError

NAME = ".kunci"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of `folder`; PublishingError where another build holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / NAME).open("a+", encoding="utf-8") as file:
        _take(file.fileno(), folder / NAME)
        file.seek(0)
        file.truncate()
        file.write(f"proses {os.getpid()}, sejak {datetime.now(UTC):%d-%m-%Y %H.%M} UTC")
        file.flush()
        yield


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
