"""A note on the decree answered by the office, and one that a later decree settles."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

from tests.kehidupan import changes, readings
from tests.kehidupan.office import Office
from tests.reading import Element, article

ANSWER = "Contoh tanggapan yang dibuat-buat untuk uji."


def note_on(office: Office, kode: str) -> Element:
    """What the page of notes says of one."""
    page = article(office.site / "catatan/index.html")
    return next(item for item in page.all("section") if item.attributes.get("id") == kode)


def answer(data: Path, kode: str, day: date) -> None:
    """Write the office's answer under a note, as its last key."""
    file = data / "catatan.yml"
    lines = file.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.strip() == f"- id: {kode}")
    indent = lines[start].index("-")
    after = range(start + 1, len(lines))
    end = next((n for n in after if lines[n][: indent + 1].strip()), len(lines))
    lines[end:end] = [
        "    tanggapan:",
        f"      teks: {ANSWER}",
        "      jabatan: Sekretaris (contoh)",
        f"      tanggal: {day}",
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_note_is_answered_and_another_settled_by_a_decree(
    office: Office, chance: random.Random
) -> None:
    years = readings.years(office.data)
    notes = [n for n in readings.load(office.data, "catatan.yml")["catatan"] if "dicabut" not in n]
    answered = chance.choice([note for note in notes if "tanggapan" not in note])["id"]
    answer(office.data, answered, date(years[-1], 3, 2))
    office.commit(f"Catat tanggapan kantor atas {answered} menurut surat contoh", years[-1])
    office.passes()

    shown = note_on(office, answered).text
    assert f"Tanggapan kantor {ANSWER} Sekretaris (contoh), 2 Maret {years[-1]}" in shown

    base = office.git("rev-parse", "HEAD")
    day = max(changes.next_decree(office)[1], date(years[-1], 4, 1))
    cells = list(changes.other_cells(office.data))
    chance.shuffle(cells)
    about = {kode for note in notes for kode in re.findall(r"ik-\d+", str(note))}
    for kode, year, cell in [one for one in cells if one[0] in about][: changes.TRIES]:
        changes.set_cell(office.data, kode, year, cell)
        revision, done = changes.compose(office, day)
        ended = re.findall(r"^- (ct-\d+) ", done.text, re.MULTILINE) if done.code == 0 else []
        if ended:
            break
        office.git("checkout", "-q", "--", "data")
        office.git("clean", "-qfd", "data")
    assert ended, "tidak ada catatan yang selesai oleh perubahan sebuah sel"
    office.commit(f"Ubah {kode} menurut keputusan contoh {revision}", years[-1])
    office.passes(DASAR=base)

    shown = note_on(office, ended[0]).text
    assert f"Sejak Keputusan Nomor {revision}/KPT-UJI/{day.year}, 1 April" in shown
    assert "tidak lagi demikian; catatan ini tentang naskah sebelumnya." in shown
    assert note_on(office, answered).text, "its address stays"
