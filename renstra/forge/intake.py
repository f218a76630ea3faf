"""The import of what was uploaded: every file by the command that people use, then the gate.

See `renstra.forge.uploads` for what comes before, and `renstra.forge.patch` for what comes after.
The work tree is the default branch; whatever happens in it, nothing is handed over unless all is
well.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from renstra.forge.patch import write_patch
from renstra.forge.telling import Forge, code_block
from renstra.forge.uploads import FOLDER, Upload, Uploads, read_uploads, run_git

COMMAND = Path(".venv/bin/renstra")
"""The command line of the plan, as `make` installs it."""

CHANGED = ("data/realisasi", FOLDER)
"""All that a proposal may change."""

GATE = ("make", "--no-print-directory", "gate")
"""What guards publishing, as people run it."""

LONGEST = 60_000
"""Letters of a summary that a pull request shows; the forge takes 65 536 in all."""

SILENT = (
    "Alat impor berhenti tanpa penjelasan. Ini bukan kesalahan Anda: sampaikan tautan halaman ini "
    "kepada pengelola repositori."
)

REFUSED = (
    "Tidak ada yang diimpor dan tidak ada usulan yang dibuka, sebab ada berkas yang ditolak. "
    "Perbaiki yang disebut di atas, lalu unggah lagi semua berkasnya dengan nama yang sama."
)

INVALID = (
    "Berkas dapat dibaca, tetapi data dan situs sesudahnya tidak lulus gerbang, jadi tidak ada "
    "usulan yang dibuka. Yang perlu diperbaiki disebut di halaman ini."
)

SAME = (
    "Tidak ada perubahan: isi berkas sama dengan data yang sudah ada. Tidak ada usulan yang dibuka."
)

CHECKLIST = """\
### Untuk peninjau

1. Di tab *Files changed*, cocokkan setiap angka dengan laporan resminya.
2. Sebelum usulan ini dibuka, isinya sudah melewati gerbang yang menjaga penerbitan: datanya \
diperiksa, lalu situs, buku, dan edisi luringnya dibangun dan diperiksa. Gerbang yang sama \
berjalan sekali lagi di bawah, dengan nama *lulus*, beberapa menit. Bila belum berjalan, tekan \
*Approve workflows to run*; bila tombol itu tidak ada, tutup usulan ini dan buka lagi.
3. Bila benar, tekan *Merge pull request*; situs terbit sesudah gerbang itu dilewati lagi, \
biasanya dalam lima menit. Bila salah, tekan *Close pull request*, perbaiki isiannya, lalu unggah \
lagi dengan nama yang sama.

Bila ada usulan lain yang memuat berkas yang sama, gabungkan yang terbaru saja dan tutup yang \
lain. Bila berkas diunggah lewat cabang sendiri, cabang itu tidak perlu digabungkan dan boleh \
dihapus."""

UNOPENED = (
    "Berkas diterima, tetapi usulan belum dapat dibuka. Ini bukan kesalahan Anda: sampaikan tautan "
    "halaman ini kepada pengelola repositori. Bagi pengelola: bila langkah “Buka usulan” yang "
    "gagal, nyalakan “Allow GitHub Actions to create and approve pull requests” di Settings → "
    "Actions → General, lalu tekan “Re-run all jobs” di halaman ini."
)


def receive(forge: Forge) -> int:
    """Import every file, put the outcome through the gate, and hand it over as a patch.

    Sets the output `ubah`: whether there is anything to propose. Returns the exit code: 1 where
    any file was refused or the gate is not passed.
    """
    folder = forge.temp / FOLDER
    uploads = read_uploads(folder)
    summary = folder / "ringkasan.md"
    # A list and not a generator inside all(): every file is tried.
    accepted = [_import(forge, folder / upload.copy, upload, summary) for upload in uploads.files]
    what = summary.read_text(encoding="utf-8").strip() if summary.exists() else ""
    if what:
        forge.summarise(what)
    if uploads.refused or not all(accepted):
        return _stop(forge, REFUSED)

    # The proposal takes the uploads away again where they lie in the default branch.
    paths = [upload.path for upload in uploads.files]
    run_git("rm", "--quiet", "--force", "--ignore-unmatch", "--", *paths)
    changed = bool(run_git("status", "--porcelain", "-z", "--", *CHANGED))
    if changed:
        _commit()
        if _run(forge, *GATE)[0]:
            return _stop(forge, INVALID)
        write_patch(forge, proposal(uploads, what))
    else:
        forge.say(SAME)
        forge.summarise(SAME)
    forge.output("ubah", changed)
    return 0


def proposal(uploads: Uploads, what: str) -> str:
    """The words of the pull request; `what` is the importer's summary of what changes."""
    names = code_block([upload.name for upload in uploads.files])
    parts = [
        f"Usulan ini dibuat otomatis dari berkas yang diunggah ke `{FOLDER}/`:",
        names,
        _fitting(what) or "Tidak ada angka yang berubah; berkas yang sudah dibaca dihapus.",
        CHECKLIST,
    ]
    return "\n\n".join(parts) + "\n"


def tell_proposal(forge: Forge, address: str) -> int:
    """Say where the pull request is, or why there is none; `address` is empty for none."""
    if address:
        forge.say(f"Usulan: {address}")
        forge.summarise(f"### Usulan sudah dibuka\n\n{address}")
        return 0
    forge.say(f"::error ::{UNOPENED}")
    forge.summarise(f"### Usulan belum dibuka\n\n{UNOPENED}")
    return 0


def _import(forge: Forge, copy: Path, upload: Upload, summary: Path) -> bool:
    code, text = _run(
        forge,
        *(str(COMMAND), "realisasi", "impor", str(copy), "--nama", upload.name),
        *("--anotasi", "--ringkasan", str(summary)),
    )
    if code and "::error " not in text:
        forge.refuse(upload.name, SILENT)
    return code == 0


def _commit() -> None:
    """Commit what changed, here alone: the gate sees the reports with a past, as readers will."""
    run_git("add", "--all", "--", *CHANGED)
    who = ("-c", "user.name=Alur kerja", "-c", "user.email=alur-kerja@localhost")
    run_git(*who, "commit", "--quiet", "--no-verify", "-m", "Impor realisasi")


def _run(forge: Forge, *command: str) -> tuple[int, str]:
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


def _stop(forge: Forge, why: str) -> int:
    forge.say(why)
    forge.summarise(why)
    return 1


def _fitting(text: str) -> str:
    """As many whole lines as a pull request has room for."""
    if len(text) <= LONGEST:
        return text
    start = text[:LONGEST].rpartition("\n")[0].rstrip()
    return f"{start}\n\nSelebihnya ada di ringkasan alur kerja *Terima realisasi*."
