"""Building a site in a process of its own, as a person or a workflow would; each once in a run."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[1]

LEFT_OUT = shutil.ignore_patterns(
    ".venv", "site", "build", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info", "tests"
)
ROOMS = (".git", "data", "contoh", "docs", "macros", "renstra")
"""What a build reads, beside its settings."""

FORGE = "https://forge.example/kantor/rencana-strategis/edit/main/docs/{path}"
SETTINGS: dict[str, object] = {
    "edit_uri_template": FORGE,
    "extra": {
        "unduhan": True,
        "ppid": "https://kantor.example/ppid",
        "laporan_kesalahan": "https://forge.example/kantor/rencana-strategis/issues",
    },
}
"""All that an office may set, each of which adds to every page."""

ADDRESS = "http://renstra.localhost/rencana/"
"""Where the published site of a run says that it is; the browser is told which port that is."""


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


def built(project: Path, site: Path, *extra: str) -> None:
    """Build `project` into `site`, which must succeed."""
    done = build(project, site, *extra)
    assert done.returncode == 0, done.stdout + done.stderr


def project_files() -> Iterator[Path]:
    """Every file of the project that git knows or would add, relative to its top."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        check=True,
        capture_output=True,
    ).stdout
    for name in sorted(set(os.fsdecode(listed).split("\0")) - {""}):
        if (PROJECT / name).is_file():
            yield Path(name)


def copy_files(folder: Path, leave_out: Sequence[str] = ()) -> None:
    """The project's files as they stand, without those below the folders named."""
    for name in project_files():
        if not any(name.is_relative_to(other) for other in leave_out):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, target)


def copy_project(target: Path) -> Path:
    """The project as it stands, without its tests, in another folder."""
    shutil.copytree(PROJECT, target, ignore=LEFT_OUT)
    return target


def set_up(folder: Path, settings: str, **values: object) -> Path:
    """A project in `folder`: the rooms of this one, and its settings with some values changed.

    A room that stands there already is kept.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in ROOMS:
        if (PROJECT / name).exists() and not (folder / name).exists():
            (folder / name).symlink_to(PROJECT / name)
    found = {"INHERIT": str(PROJECT / settings)} | values
    (folder / "mkdocs.yml").write_text(json.dumps(found), encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Sites:
    """The sites that the tests of a run look at: each is built once, by whichever worker asks."""

    shared: Path
    """A folder that all workers of the run share."""

    def once(self, name: str, make: Callable[[Path], None]) -> Path:
        """The folder `name`, which `make` fills where no worker has done so yet."""
        folder = self.shared / name
        with (self.shared / f"{name}.kunci").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                beside = self.shared / f"{name}.baru"
                shutil.rmtree(beside, ignore_errors=True)
                beside.mkdir()
                make(beside)
                beside.rename(folder)
        return folder

    def plain(self, name: str, settings: str) -> Path:
        """The project's own site with one of its files of settings."""

        def make(folder: Path) -> None:
            built(PROJECT, folder / "site", "--config-file", settings)

        return self.once(name, make) / "site"

    def changed(self, name: str, settings: str, **values: object) -> Path:
        """A site with values of the settings changed."""

        def make(folder: Path) -> None:
            built(set_up(folder / "proyek", settings, **values), folder / "site")

        return self.once(name, make) / "site"
