"""A folder exchanged for another: readers find the old or the new, never a part of either."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE


def exchange(new: Path, target: Path, aside: Path) -> None:
    """Put the folder `new` in the place of `target`; what stood there is taken away.

    Where the system cannot swap two names at once, the old folder waits at `aside` for the moment
    between two renames, and `recover` puts it back should that moment be the last. Raises OSError.
    """
    if not target.exists():
        new.rename(target)
        return
    if _swap(new, target):
        shutil.rmtree(new)
        return
    target.rename(aside)
    new.rename(target)
    shutil.rmtree(aside)


def recover(target: Path, aside: Path) -> None:
    """Put back what an exchange that was ended between its two renames had laid aside."""
    if not aside.exists():
        return
    if target.exists():
        shutil.rmtree(aside)
    else:
        aside.rename(target)


def _swap(one: Path, other: Path) -> bool:
    """Exchange two names at once; False where the system has no such call, or not for this disk."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done: int = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return done == 0
