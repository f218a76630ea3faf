"""The made-up plan with every file it may have: `tests/tiny` and, over it, `tests/tiny_whole`."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import TINY

WHOLE = TINY.parent / "tiny_whole"


def write_whole(data: Path) -> None:
    """Write the data of the whole plan into a new folder."""
    shutil.copytree(TINY / "data", data)
    shutil.copytree(WHOLE / "data", data, dirs_exist_ok=True)
