"""Judging a site as the gate does, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.building import PROJECT


def judge(site: Path, data: Path, settings: Path) -> subprocess.CompletedProcess[str]:
    """What the tests of a site say of one that was built from that data by those settings."""
    options: list[str | Path] = ["--data", data, "--situs", site, "--setelan", settings]
    quiet = ["-p", "tests.gate.summary", "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *quiet, "tests/site", *options],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
