"""How the files of the plan are written, so that a change is seen as what it is."""

from __future__ import annotations

from tests.data.reading import REPORTS, Isi
from tests.site.built import refuse

PERIHAL = "Bentuk berkas: perubahan tampak sebagai perubahan, bukan sebagai berkas baru"


def test_a_file_of_the_plan_is_written_like_all_others(isi: Isi) -> None:
    """Berkas rencana tanpa spasi di ujung baris dan berakhir dengan satu baris; laporan bebas."""
    faults = []
    for name in isi.berkas:
        if name.startswith(f"{REPORTS}/"):
            continue
        text = (isi.folder / name).read_bytes().decode("utf-8")
        lines = text.split("\n")
        if "\r" in text:
            faults.append(f"{name}: akhir barisnya dari Windows; simpan dengan akhir baris LF")
        elif lines[-1] or not any(lines[-2:-1]):
            faults.append(f"{name}: akhiri berkas dengan tepat satu baris baru")
        for number, line in enumerate(lines, 1):
            if line.rstrip("\r") != line.rstrip():
                faults.append(f"{name}:{number}: hapus spasi di ujung baris")
            if (len(line) - len(line.lstrip(" "))) % 2:
                faults.append(f"{name}:{number}: jorokkan dengan kelipatan dua spasi")
    refuse(faults, "Rapikan baris yang disebut.")
