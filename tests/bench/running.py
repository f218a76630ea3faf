"""A command run to its end: how long it took and how much memory it held."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """What one run cost."""

    wall: float
    """Seconds that a person waits."""

    memory: int
    """The most memory held at once, in bytes."""


def run(command: list[str], folder: Path, **environment: str) -> Run:
    """Run `command` in `folder`; ends this program with what it printed where it fails."""
    with tempfile.TemporaryFile("w+") as said:
        start = time.perf_counter()
        child = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            sys.exit(said.read())
    return Run(wall, usage.ru_maxrss * 1024)


def build(project: Path, site: Path, **environment: str) -> Run:
    """Build the site of `project` as `make site` does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    return run(command, project, **environment)
