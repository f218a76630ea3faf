"""The data is old or new, never half, whatever ends the writing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from renstra.keeping.atomic import write_atomically
from renstra.reading.load import load_plan
from tests.sheet.books import BOOK, REPORT, YEAR, filled

OLD, NEW = b"lama\n", b"baru, dan lebih panjang\n"

DEATH = """
import os, pathlib, signal, sys
from renstra.cli.main import main

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

moment = sys.argv[1]
if moment == "before anything is written":
    import renstra.sheet.importing as importing
    importing.write_together = die
elif moment == "half written":
    import renstra.keeping.atomic as write
    real = os.fdopen
    def fdopen(handle, mode):
        stream = real(handle, mode)
        class Half:
            def __enter__(self): return self
            def __exit__(self, *_): pass
            def write(self, content):
                stream.write(content[: len(content) // 2]); stream.flush(); die()
        return Half()
    write.os.fdopen = fdopen
elif moment == "before it is safe on the disk":
    os.fsync = die
elif moment == "before it takes the place":
    pathlib.Path.replace = die
elif moment == "after it took the place":
    real = pathlib.Path.replace
    def replace(self, target):
        real(self, target)
        die()
    pathlib.Path.replace = replace
main(["realisasi", "impor", "isi.xlsx"])
"""


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("before anything is written", False),
        ("half written", False),
        ("before it is safe on the disk", False),
        ("before it takes the place", False),
        ("after it took the place", True),
    ],
)
def test_a_kill_midway_leaves_the_old_or_the_new(moment: str, written: bool, office: Path) -> None:
    BOOK.write_bytes(filled({("pg-1", "Hibah"): 7}))
    before = REPORT.read_text(encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", DEATH, moment], capture_output=True, text=True, check=False
    )

    assert done.returncode == -signal.SIGKILL, done.stderr
    after = before.replace("hibah:\n", "hibah: 7\n", 1)
    assert REPORT.read_text(encoding="utf-8") == (after if written else before)
    assert load_plan(Path("data")).realisasi[YEAR].program[0].hibah == (7 if written else None)


def test_what_fails_leaves_nothing_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(OLD)

    def fail(*_: object) -> None:
        raise OSError("penuh")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="penuh"):
        write_atomically(file, NEW)

    assert (file.read_bytes(), list(tmp_path.iterdir())) == (OLD, [file])


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_the_rights_of_a_file_stay(mode: int, tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(OLD)
    file.chmod(mode)

    write_atomically(file, NEW)

    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (NEW, mode)
    assert os.listdir(tmp_path) == ["a.yml"]  # noqa: PTH208 - hidden files, too
