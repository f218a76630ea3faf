"""The tests of the code, on a copy without `data/`: they know nothing of any office's plan.

The few that ask something of the office's own data are told where it lies (`--data`).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.building import PROJECT, copy_files
from tests.kehidupan.office import Office


def main() -> int:
    """Run them on all cores, with whatever else is said to pytest; its exit code."""
    data = PROJECT / "data"
    told = [f"--data={data}"] if data.is_dir() else []
    with tempfile.TemporaryDirectory(prefix="tanpa-data-") as folder:
        copy = Office(Path(folder))
        copy_files(copy.folder, leave_out=["data"])
        copy.git("init", "--quiet", "--initial-branch=main")
        copy.git("add", "--all")
        copy.git("commit", "-qm", "Mulai tanpa data")
        command = [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "loadgroup", *told]
        done = subprocess.run(
            [*command, *sys.argv[1:]], cwd=copy.folder, env=copy.environment, check=False
        )
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
