"""What comes in through the forge: files that were uploaded, a figure that a button withdraws.

Each is done by the command that people use, and becomes a proposal (`renstra.forge.proposal`). See
`renstra.forge.uploads` for what comes before. The work tree is the default branch; whatever happens
in it, nothing is handed over unless all is well.
"""

from __future__ import annotations

from pathlib import Path

from renstra.forge.proposal import CHANGED, CHECKLIST, Proposal, propose, run_command, stop
from renstra.forge.telling import Forge, code_block
from renstra.forge.uploads import FOLDER, Upload, read_uploads, run_git

COMMAND = Path(".venv/bin/renstra")
"""The command line of the plan, as `make` installs it."""

SILENT = (
    "Alat impor berhenti tanpa penjelasan. Ini bukan kesalahan Anda: sampaikan tautan halaman ini "
    "kepada pengelola repositori."
)

REFUSED = (
    "Tidak ada yang diimpor dan tidak ada usulan yang dibuka, sebab ada berkas yang ditolak. "
    "Perbaiki yang disebut di atas, lalu unggah lagi semua berkasnya dengan nama yang sama."
)

SAME = (
    "Tidak ada perubahan: isi berkas sama dengan data yang sudah ada. Tidak ada usulan yang dibuka."
)

TIDIED = "Tidak ada angka yang berubah; berkas yang sudah dibaca dihapus."

NOT_WITHDRAWN = (
    "Tidak ada yang ditarik dan tidak ada usulan yang dibuka. Tekan lagi *Run workflow* dengan "
    "isian yang diperbaiki: tahun empat angka yang realisasinya sudah tercatat, kode seperti di "
    "alamat halamannya (misalnya ik-001), dan alasan yang dapat dibaca siapa saja."
)

UPLOADED = CHECKLIST.format(
    cocokkan="Cocokkan setiap angka di atas dengan laporan resminya, dan baca apa yang berubah di \
halamannya. Isi berkasnya ada di tab *Files changed*.",
    putuskan="""\
Bila benar, tekan *Merge pull request*; situs terbit sesudah gerbang itu dilewati lagi, \
biasanya dalam lima menit. Bila salah, tekan *Close pull request*, perbaiki isiannya, lalu unggah \
lagi dengan nama yang sama.

Bila ada usulan lain yang memuat berkas yang sama, gabungkan yang terbaru saja dan tutup yang \
lain. Bila berkas diunggah lewat cabang sendiri, cabang itu tidak perlu digabungkan dan boleh \
dihapus.""",
)

WITHDRAWN = CHECKLIST.format(
    cocokkan="Pastikan hanya itu yang hendak ditarik, dan baca apa yang berubah di halamannya. Isi \
berkasnya ada di tab *Files changed*.",
    putuskan="""\
Tekan *Merge pull request*: biasanya dalam lima menit angkanya hilang dari situs, dan di \
tempatnya tertulis *Ditarik* dengan alasan di atas. Bila tidak jadi, tekan *Close pull request*.

Nilai gantinya nanti diisi seperti biasa. Angka yang ditarik tetap ada dalam riwayat repositori.""",
)


def receive(forge: Forge) -> int:
    """Import every file, and propose the outcome.

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
        return stop(forge, REFUSED)

    # The proposal takes the uploads away again where they lie in the default branch.
    paths = [upload.path for upload in uploads.files]
    run_git("rm", "--quiet", "--force", "--ignore-unmatch", "--", *paths)
    if not run_git("status", "--porcelain", "-z", "--", *CHANGED):
        forge.say(SAME)
        forge.summarise(SAME)
        forge.output("ubah", False)
        return 0
    names = code_block([upload.name for upload in uploads.files])
    start = f"Usulan ini dibuat otomatis dari berkas yang diunggah ke `{FOLDER}/`:\n\n{names}"
    return propose(forge, Proposal("Impor realisasi", start, what or TIDIED, UPLOADED))


def withdraw(forge: Forge, tahun: str, kode: str, alasan: str) -> int:
    """Withdraw what is reported of one thing, as typed beside the button, and propose that.

    Sets the output `ubah`. Returns the exit code: 1 where it cannot be withdrawn or the gate is not
    passed.
    """
    why = " ".join(alasan.split())
    what = ("--", tahun.strip(), kode.strip().lower())
    code, text = run_command(forge, str(COMMAND), "realisasi", "tarik", f"--alasan={why}", *what)
    said = code_block(text.splitlines())
    if code:
        forge.summarise(said)
        return forge.fail(NOT_WITHDRAWN)
    told = f"### Yang ditarik\n\n{said}\n\nAlasannya:\n\n{code_block([why])}"
    forge.summarise(told)
    start = "Usulan ini dibuat dengan tombol *Tarik dulu*."
    return propose(forge, Proposal("Tarik realisasi", start, told, WITHDRAWN))


def _import(forge: Forge, copy: Path, upload: Upload, summary: Path) -> bool:
    code, text = run_command(
        forge,
        *(str(COMMAND), "realisasi", "impor", str(copy), "--nama", upload.name),
        *("--anotasi", "--ringkasan", str(summary)),
    )
    if code and "::error " not in text:
        forge.refuse(upload.name, SILENT)
    return code == 0
