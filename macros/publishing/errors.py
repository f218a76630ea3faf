"""Why nothing is published, as a sentence for staff."""

from __future__ import annotations


class PublishingError(Exception):
    """Nothing was published, and what stood stands; the message is Indonesian."""


def of_system(error: OSError, doing: str) -> PublishingError:
    """What the system refused, in a sentence; `doing` says while what."""
    where = f" ({error.filename})" if error.filename else ""
    why = _WHY.get(error.errno or 0, error.strerror or "sebab tidak diketahui")
    return PublishingError(
        f"{doing} gagal: {why}{where}. Yang sudah ada tidak berubah; "
        "sesudah diperbaiki, jalankan lagi."
    )


_WHY = {
    13: "tidak ada izin menulis",
    27: "berkas melebihi ukuran yang diizinkan",
    28: "ruang penyimpanan penuh",
    30: "media ini hanya dapat dibaca",
    122: "kuota penyimpanan habis",
}
"""Reasons by errno: EACCES, EFBIG, ENOSPC, EROFS, EDQUOT."""
