"""A copy of the project in which one mistake at a time is made, judged and taken back."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.breakages.breakage import Breakage
from tests.kehidupan.office import open_office

SITE = "tests/site"
OFFICE = "contoh/lengkap"
SETTINGS_FILE = "mkdocs-rusak.yml"
SETTINGS = {
    "INHERIT": "mkdocs-contoh.yml",
    "site_url": "https://renstra.example/kantor/",
    "edit_uri_template": "https://forge.example/kantor/renstra/edit/main/docs/{path}",
    "extra": {
        "ppid": "https://kantor.example/ppid",
        "laporan_kesalahan": "https://forge.example/kantor/renstra/issues",
        "pindah": {"lama/": "indikator/"},
    },
}
"""All that an office may set, each of which adds to every page."""

_FAILED = re.compile(r"^(?:FAILED|ERROR|SUBFAILED.*?) (\S+?::.+?)(?: - .*)?$", re.MULTILINE)
_HAD_FAILED = 1  # pytest's exit code where tests ran and some failed


@dataclass(frozen=True)
class Verdict:
    """What a check says of the project as it stands."""

    noticed: tuple[str, ...] = ()
    """The tests that fail."""

    trouble: str = ""
    """Why the check could not be asked at all; that is no notice of anything."""


class Workbench:
    """The copy in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._whole = True

    @classmethod
    def open(cls, folder: Path) -> Workbench:
        """A copy with the project's past and with every setting that an office may set."""
        open_office(folder)
        (folder / SETTINGS_FILE).write_text(json.dumps(SETTINGS), encoding="utf-8")
        return cls(folder)

    @contextmanager
    def broken(self, breakage: Breakage) -> Iterator[None]:
        """Make a mistake and take it back."""
        file, kept = self.folder / breakage.file, self.folder / f"{breakage.file}.utuh"
        text = breakage.broken(self.folder)
        shutil.copy2(file, kept)  # with its time, by which Python knows what it compiled
        try:
            file.write_text(text, encoding="utf-8")
            self._whole = False
            yield
        finally:
            kept.replace(file)
            self._whole = True

    def judge(self, check: str) -> Verdict:
        """What a check says."""
        told: list[str] = []
        if check.startswith(SITE):
            site = self.folder / "build" / ("situs-utuh" if self._whole else "situs-rusak")
            refused = self._build(site)
            if refused:
                return refused
            told = ["--data", OFFICE, "--situs", str(site), "--setelan", SETTINGS_FILE]
        options = ["-q", "--tb=no", "-rfE", "-p", "no:cacheprovider", "--exitfirst"]
        done = self._python("pytest", *options, *check.split(), *told)
        noticed = tuple(dict.fromkeys(_FAILED.findall(done.stdout)))
        if done.returncode == 0 or (done.returncode == _HAD_FAILED and noticed):
            return Verdict(noticed)
        return Verdict(trouble=(done.stdout + done.stderr).strip()[-300:])

    def _build(self, site: Path) -> Verdict | None:
        """Build the site of the made-up office; what is to be said where it cannot be built."""
        if self._whole and site.exists():
            return None
        shutil.rmtree(site, ignore_errors=True)
        options = ("--setelan", SETTINGS_FILE, "--folder", str(site))
        done = self._python("macros.adapter.making", *options)
        if not done.returncode:
            return None
        said = (done.stdout + done.stderr).strip().splitlines()
        if not said or "Traceback" in done.stderr:
            return Verdict(trouble=f"build: {said[-1] if said else 'it ended without a word'}")
        return Verdict(noticed=(f"build: {said[0]}",))

    def _python(self, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A module of the copy, which stands before whatever is installed."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "GITHUB_"))}
        own = {"PYTHONPATH": str(self.folder), "NO_MKDOCS_2_WARNING": "1", "COLUMNS": "400"}
        own["PYTHONDONTWRITEBYTECODE"] = "1"  # what was compiled a moment ago may be the mistake
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=self.folder,
            env=kept | own,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
