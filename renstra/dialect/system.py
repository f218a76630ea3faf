"""What the system refused, in words for staff."""

from __future__ import annotations

import errno

_WHY = {
    errno.EACCES: "tidak ada izin menulis",
    errno.EPERM: "tidak ada izin menulis",
    errno.EFBIG: "berkas melebihi ukuran yang diizinkan",
    errno.ENOSPC: "ruang penyimpanan penuh",
    errno.EROFS: "media ini hanya dapat dibaca",
    errno.EDQUOT: "kuota penyimpanan habis",
    errno.ENOENT: "berkas atau foldernya tidak ada",
    errno.EISDIR: "ada folder dengan nama itu",
}


def refused(error: OSError, doing: str) -> str:
    """A sentence on what the system refused; `doing` says while what."""
    where = f" ({error.filename})" if error.filename else ""
    why = _WHY.get(error.errno or 0, error.strerror or "sebab tidak diketahui")
    return (
        f"{doing} gagal: {why}{where}. Yang sudah ada tidak berubah; sesudah diperbaiki, "
        "jalankan lagi."
    )
