"""One build at a time, and what is said to whoever comes second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.publishing.errors import PublishingError
from renstra.keeping import lock


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of `folder`, which is there; PublishingError where another build holds it."""
    try:
        with lock.locked(folder):
            yield
    except lock.HeldError as held:
        raise PublishingError(
            f"Situs sedang dibuat ({held}). Tunggu sampai selesai, lalu jalankan lagi; "
            "yang terbit sekarang tidak berubah."
        ) from None
