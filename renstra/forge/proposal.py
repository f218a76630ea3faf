"""A change to the reports made a proposal: through the gate, handed over as a patch, and worded.

What made the change is in `renstra.forge.intake`; what the next job does with the patch, in
`renstra.forge.patch`.
"""

from __future__ import annotations

import subprocess

from renstra.forge.patch import write_patch
from renstra.forge.telling import Forge
from renstra.forge.uploads import FOLDER, run_git

CHANGED = ("data/realisasi", FOLDER)
"""All that a proposal may change."""

GATE = ("make", "--no-print-directory", "gate")
"""What guards publishing, as people run it."""

LONGEST = 60_000
"""Letters of a summary that a pull request shows; the forge takes 65 536 in all."""

INVALID = (
    "Isinya dapat dibaca, tetapi data dan situs sesudahnya tidak lulus gerbang, jadi tidak ada "
    "usulan yang dibuka. Yang perlu diperbaiki disebut di halaman ini."
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


def propose(forge: Forge, message: str, words: str) -> int:
    """Put the change of the work tree through the gate, and hand it over with its words.

    Sets the output `ubah`. Returns the exit code: 1 where the gate is not passed.
    """
    # A commit, here alone: the gate sees the reports with a past, as readers will.
    run_git("add", "--all", "--", *CHANGED)
    who = ("-c", "user.name=Alur kerja", "-c", "user.email=alur-kerja@localhost")
    run_git(*who, "commit", "--quiet", "--no-verify", "-m", message)
    if run_command(forge, *GATE)[0]:
        return stop(forge, INVALID)
    write_patch(forge, words)
    forge.output("ubah", True)
    return 0


def proposal_words(start: str, what: str, checklist: str) -> str:
    """The words of a pull request; `what` may be long."""
    return "\n\n".join([start, _fitting(what), checklist]) + "\n"


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


def _fitting(text: str) -> str:
    """As many whole lines as a pull request has room for."""
    if len(text) <= LONGEST:
        return text
    start = text[:LONGEST].rpartition("\n")[0].rstrip()
    return f"{start}\n\nSelebihnya ada di ringkasan alur kerja yang membuat usulan ini."
