"""Where a site is made: a private folder that nobody reads until it is exchanged."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from macros.frame import links
from macros.offline.zipped import write_edition
from macros.publishing.errors import PublishingError, of_system
from macros.publishing.exchange import exchange, recover
from macros.publishing.lock import locked

BUILD = "build"
"""The folder of the project that holds what is made, beside what is published."""

PRIVATE = "kerja-"
ASIDE = "situs-lama"


@dataclass(frozen=True)
class Order:
    """What is to be built."""

    setelan: str
    """The settings file, such as ``mkdocs.yml``."""

    alamat: str | None = None
    """The address it is published at; None for what the settings say."""

    buku: bool = False
    """Whether the book is made, and offered with the offline edition."""


@dataclass(frozen=True)
class Workshop:
    """A private folder, held by one build alone."""

    project: Path
    folder: Path

    @property
    def site(self) -> Path:
        """The site in the making."""
        return self.folder / "situs"

    def build(self, order: Order) -> int:
        """Build the site, and its book beside it; how many pages there are.

        Raises PublishingError with all that stood in the way.
        """
        address = [] if order.alamat is None else ["--alamat", order.alamat]
        settings = ["--setelan", order.setelan, *address]
        offers = ["--unduhan"] if order.buku else []
        with ExitStack() as running:  # what fails first ends the other
            works = {"macros.adapter.making": [*settings, *offers, "--folder", str(self.site)]}
            if order.buku:
                works["macros.book"] = [*settings, "--folder", str(self._books)]
            processes = [
                running.enter_context(self._running(work, words)) for work, words in works.items()
            ]
            pages, *_ = [_said(process) for process in processes]
        if order.buku:
            with _named("Menaruh buku dan edisi luring"):
                offered = self.site / links.LURING
                self._books.rename(offered.parent)
                write_edition(self.site, offered)
        return int(pages)

    def publish(self, target: Path) -> None:
        """Exchange what was built for what stands at `target`."""
        with _named("Mengganti situs"):
            exchange(self.site, target, self.project / BUILD / ASIDE)

    @property
    def _books(self) -> Path:
        return self.folder / "buku"

    @contextmanager
    def _running(self, module: str, words: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
        """A work in a process of its own, which does not outlive the block."""
        with subprocess.Popen(  # noqa: S603 - our own words only
            [sys.executable, "-m", module, *words],
            cwd=self.project,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as process:
            try:
                yield process
            finally:
                process.kill()


def _said(process: subprocess.Popen[str]) -> str:
    """What a work printed, once it is done; PublishingError with its problems where it failed."""
    out, problems = process.communicate()
    if process.returncode:
        raise PublishingError(
            problems.strip() or f"Proses pembuatan situs berhenti (kode {process.returncode})."
        )
    sys.stderr.write(problems)
    return out


@contextmanager
def workshop(project: Path, target: Path) -> Iterator[Workshop]:
    """A private folder below `project`, as long as no other build has one.

    What builds that were killed left is swept away first, and a site that one of them had laid
    aside is put back at `target`.
    """
    build = project / BUILD
    with ExitStack() as held:
        with _named("Menyiapkan folder kerja"):
            build.mkdir(parents=True, exist_ok=True)
            held.enter_context(locked(build))
            recover(target, build / ASIDE)
            for left in build.glob(f"{PRIVATE}*"):
                # What a killed build had started may still be writing there, for a moment.
                shutil.rmtree(left, ignore_errors=True)
            folder = Path(tempfile.mkdtemp(prefix=PRIVATE, dir=build))
        try:
            yield Workshop(project, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _named(doing: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise of_system(error, doing) from None
