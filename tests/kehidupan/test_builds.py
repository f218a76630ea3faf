"""Builds that meet each other, or are ended: what stood stands, and the next one is whole."""

from __future__ import annotations

import hashlib
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.kehidupan.office import Office

COMMAND = [sys.executable, "-m", "macros.publishing"]


def digest(folder: Path) -> str:
    """All files of a folder, their names and contents, as one digest."""
    found = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            found.update(f"{file.relative_to(folder)}\0".encode())
            found.update(file.read_bytes())
    return found.hexdigest()


def test_of_two_gates_at_once_one_is_told_to_wait(office: Office) -> None:
    command = [sys.executable, "-m", "tests.gate", "--tanpa-buku"]
    running = [
        subprocess.Popen(
            command,
            cwd=office.folder,
            env=office.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    said = [process.communicate()[0] for process in running]
    codes = [process.returncode for process in running]

    assert sorted(code == 0 for code in codes) == [False, True], said
    refused = said[0 if codes[0] else 1]
    assert "sedang" in refused
    assert "Traceback" not in refused
    before = digest(office.site)
    office.passes("--tanpa-buku")
    assert digest(office.site) == before


def test_a_build_that_is_killed_leaves_what_stood(office: Office) -> None:
    assert office.python("macros.publishing").code == 0
    before = digest(office.site)
    for seconds in (1, 3, 5):
        process = subprocess.Popen(COMMAND, cwd=office.folder, stdout=subprocess.DEVNULL)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert digest(office.site) == before

    office.passes("--tanpa-buku")
