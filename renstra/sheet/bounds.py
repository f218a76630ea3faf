"""What reading a workbook may take of time and memory, kept by the system itself where it can."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

try:
    import resource
except ImportError:  # a system without such limits reads without them
    resource = None  # type: ignore[assignment]

MEMORY = 1_000_000_000
"""Bytes beyond what the program holds already."""

SECONDS = 60
"""Of processor time, beyond what was used already."""

_USED = Path("/proc/self/statm")


class OutOfBoundsError(Exception):
    """A workbook that takes more time or memory than any real one."""


@contextmanager
def bounded(memory: int = MEMORY, seconds: int = SECONDS) -> Iterator[None]:
    """Raise OutOfBoundsError where what is done here takes too much."""
    if resource is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    kept = {kind: resource.getrlimit(kind) for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU)}
    handler = signal.signal(signal.SIGXCPU, _too_long)
    try:
        _lower(resource.RLIMIT_CPU, int(_processor()) + seconds)
        if _USED.exists():
            pages = int(_USED.read_text("ascii").split()[0])
            _lower(resource.RLIMIT_AS, pages * resource.getpagesize() + memory)
        yield
    except MemoryError:
        raise OutOfBoundsError from None
    finally:
        for kind, limits in kept.items():
            resource.setrlimit(kind, limits)
        signal.signal(signal.SIGXCPU, handler)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _lower(kind: int, limit: int) -> None:
    """Lower the limit that counts, so that it can be raised again, and never raise it."""
    soft, hard = resource.getrlimit(kind)
    bounds = [bound for bound in (soft, hard, limit) if bound != resource.RLIM_INFINITY]
    resource.setrlimit(kind, (min(bounds), hard))


def _too_long(signum: int, frame: FrameType | None) -> None:
    del signum, frame
    raise OutOfBoundsError
