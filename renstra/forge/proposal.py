"""A change to the reports made a proposal: through the gate, handed over as a patch, and worded.

What made the change is in `renstra.forge.intake`; what the next job does with the patch, in
`renstra.forge.patch`.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from renstra.forge.pages import compare, pages_told
from renstra.forge.patch import write_patch
from renstra.forge.telling import Forge
from renstra.forge.uploads import FOLDER, run_git

CHANGED = ("data/realisasi", FOLDER)
"""All that a proposal may change."""

GATE = ("make", "--no-print-directory", "gate")
"""What guards publishing, as people run it."""

BUILD = ("make", "--no-print-directory", "site")

SITE = "site"
"""Where both leave the site."""

LONGEST = 60_000
"""Letters of a summary that a pull request shows; the forge takes 65 536 in all."""

INVALID = (
    "Isinya dapat dibaca, tetapi data dan situs sesudahnya tidak lulus gerbang, jadi tidak ada "
    "usulan yang dibuka. Yang perlu diperbaiki disebut di halaman ini."
)

UNCOMPARED = (
    "Situs sebelum perubahan ini tidak dapat dibangun, jadi halaman yang berubah tidak disebut."
)

CHECKLIST = """\
### Untuk peninjau

1. {cocokkan}
2. Sebelum usulan ini dibuat, isinya sudah melewati gerbang yang menjaga penerbitan: datanya \
diperiksa, lalu situs, buku, dan edisi luringnya dibangun dan diperiksa. Gerbang yang sama \
berjalan sekali lagi di bawah, dengan nama *lulus*, beberapa menit. Bila belum berjalan, tekan \
*Approve workflows to run*; bila tombol itu tidak ada, tutup usulan ini dan buka lagi.
3. {putuskan}"""

UNOPENED = (
    "Isinya diterima, tetapi usulan belum dapat dibuka. Ini bukan kesalahan Anda: sampaikan tautan "
    "halaman ini kepada pengelola repositori. Bagi pengelola: bila langkah “Buka usulan” yang "
    "gagal, nyalakan “Allow GitHub Actions to create and approve pull requests” di Settings → "
    "Actions → General, lalu tekan “Re-run all jobs” di halaman ini."
)


@dataclass(frozen=True)
class Proposal:
    """The words of a proposal but for the pages that it changes."""

    message: str
    """Of the commit that is made here alone."""

    start: str
    what: str
    """What changes in the data, each line of it beginning with a kode; may be long."""

    checklist: str

    @property
    def kodes(self) -> set[str]:
        """The things that change."""
        return {line.split()[0] for line in self.what.splitlines() if line.strip()}

    def words(self, pages: str) -> str:
        """The whole text of the pull request."""
        what = _fitting(self.what, LONGEST - len(pages))
        return "\n\n".join([self.start, what, pages, self.checklist]) + "\n"


def propose(forge: Forge, proposal: Proposal) -> int:
    """Put the change of the work tree through the gate, and hand it over with its words.

    Sets the output `ubah`. Returns the exit code: 1 where the gate is not passed.
    """
    # A commit, here alone: the gate sees the reports with a past, as readers will.
    run_git("add", "--all", "--", *CHANGED)
    who = ("-c", "user.name=Alur kerja", "-c", "user.email=alur-kerja@localhost")
    run_git(*who, "commit", "--quiet", "--no-verify", "-m", proposal.message)
    before = _site_before(forge)
    if run_command(forge, *GATE)[0]:
        return stop(forge, INVALID)
    pages = pages_told(compare(before, Path(SITE)), proposal.kodes) if before else UNCOMPARED
    forge.summarise(pages)
    write_patch(forge, proposal.words(pages))
    forge.output("ubah", True)
    return 0


def tell_proposal(forge: Forge, address: str) -> int:
    """Say where the pull request is, or why there is none; `address` is empty for none."""
    if address:
        forge.say(f"Usulan: {address}")
        forge.summarise(f"### Usulan sudah dibuka\n\n{address}")
        return 0
    forge.say(f"::error ::{UNOPENED}")
    forge.summarise(f"### Usulan belum dibuka\n\n{UNOPENED}")
    return 0


def run_command(forge: Forge, *command: str) -> tuple[int, str]:
    """Exit code and text of a command, each line of which is told to the log as it comes."""
    with subprocess.Popen(  # noqa: S603 - a list and no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as running:
        assert running.stdout
        lines = []
        for line in running.stdout:
            forge.say(line)
            lines.append(line)
    return running.returncode, "".join(lines)


def stop(forge: Forge, why: str) -> int:
    """Say why there is no proposal; the exit code of the step."""
    forge.say(why)
    forge.summarise(why)
    return 1


def _site_before(forge: Forge) -> Path | None:
    """The site without the change, put aside; None where it cannot be built."""
    run_git("checkout", "--quiet", "--detach", "HEAD^")
    code, _ = run_command(forge, *BUILD)
    run_git("checkout", "--quiet", "-")
    return None if code else Path(shutil.move(SITE, forge.temp / "situs-sebelum"))


def _fitting(text: str, room: int) -> str:
    """As many whole lines as there is room for."""
    if len(text) <= room:
        return text
    start = text[:room].rpartition("\n")[0].rstrip()
    return f"{start}\n\nSelebihnya ada di ringkasan alur kerja yang membuat usulan ini."
