"""What may pass the gate and still not be published, each reason in a sentence for staff."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from renstra.past.git import why_no_history
from renstra.reading.files import REALISASI

ON_REQUEST = "TANPA_RIWAYAT"
"""The variable that allows publishing without a past, set to 1."""


def made_up(data: Path) -> list[str]:
    """The years whose report says that its figures are made up."""
    files = sorted((data / REALISASI).glob("*.yml"))
    return [file.stem for file in files if _is_made_up(file)]


def _is_made_up(file: Path) -> bool:
    try:
        found = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except (OSError, ValueError, yaml.YAMLError):  # the checks of the data say what is wrong
        return False
    return isinstance(found, dict) and found.get("contoh") is True


def refusals(project: Path, data: Path, alamat: str, *, without_past: bool) -> Iterator[str]:
    """Every reason not to publish what would be built of `data` for the address `alamat`."""
    if years := made_up(data):
        yield (
            f"Realisasi {', '.join(years)} bertanda contoh: true. Angka yang dibuat-buat tidak "
            "diterbitkan; hapus tanda itu hanya bila angkanya sungguh laporan kantor."
        )
    if not alamat:
        yield (
            "Alamat situs belum diketahui. Isi site_url di mkdocs.yml, atau sebut: "
            "make terbit ALAMAT=https://…/"
        )
    elif not alamat.startswith(("https://", "http://")) or not alamat.endswith("/"):
        yield (
            f"Alamat situs ditemukan {alamat}; seharusnya diawali https:// dan diakhiri "
            "garis miring."
        )
    if not without_past and (why := why_no_history(project, data)):
        yield (
            f"Riwayat data tidak dapat dibaca: {why}. Tanpa riwayat, halaman perubahan kosong. "
            f"Ambil repositori beserta riwayatnya, atau terbitkan juga dengan {ON_REQUEST}=1."
        )
