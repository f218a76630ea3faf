"""A folder exchanged for another: readers find the old or the new, never a part of either."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE


def exchange(new: Path, target: Path, aside: Path) -> None:
    """Put the folder `new` in the place of `target`; what stood there is taken away.

    Where the system cannot swap two names at once, the old folder waits at `aside` for the moment
    between two renames, and `recover` puts it back should that moment be the last. Raises OSError,
    and then `target` is what it was.
    """
    if hasattr(os, "sync"):
        os.sync()  # a power failure must not leave the new names without their contents
    if not target.exists():
        new.rename(target)
        return
    if _swap(new, target):
        old = new
    else:
        old = target.rename(aside)
        try:
            new.rename(target)
        except OSError:
            aside.rename(target)
            raise
    # The exchange is done: what is left of the old folder is the next build's to sweep away.
    shutil.rmtree(old, ignore_errors=True)


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
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    done: int = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return done == 0
