"""Building a site in a process of its own, as a person or a workflow would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]

LEFT_OUT = shutil.ignore_patterns(
    ".venv", "site", "build", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info", "tests"
)


def build(
    project: Path, site: Path, *extra: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Build `project` into `site`; what was printed and the exit code are in the result."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site), *extra],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def copy_project(target: Path) -> Path:
    """The project as it stands, without its tests, in another folder."""
    shutil.copytree(PROJECT, target, ignore=LEFT_OUT)
    return target
