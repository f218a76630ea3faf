"""The page of notes: what the office answers, and what a later decree settled."""

from __future__ import annotations

from pathlib import Path

from macros.frame.site import Site
from macros.frame.view import View
from macros.parts.notes import daftar_catatan
from renstra.reading.load import load_plan
from tests.macros.reading import read
from tests.renstra.whole import write_whole

ANSWER = (
    "    tanggapan:\n      teks: Akan diluruskan.\n      jabatan: Sekretaris\n"
    "      tanggal: 2033-01-02\n"
)
SETTLING = (
    "  - di: an-002.pagu.2033\n    dari:\n    menjadi: 70\n"
    "cabut:\n  - kode: ik-002\n    mulai: 2033\n    alasan: Contoh.\n"
)


def test_an_answer_and_a_settlement_stand_with_their_note(tmp_path: Path) -> None:
    data = tmp_path / "data"
    write_whole(data)
    notes = (data / "catatan.yml").read_text(encoding="utf-8")
    at = notes.index("  - id: ct-005")
    (data / "catatan.yml").write_text(notes[:at] + ANSWER + notes[at:], encoding="utf-8")
    change = data / "perubahan/rv-002.yml"
    change.write_text(change.read_text(encoding="utf-8") + SETTLING, encoding="utf-8")

    shown = read(daftar_catatan(View(Site(load_plan(data), None, "", ""), "catatan/")))

    at = next(n for n, line in enumerate(shown) if "ct-004" in line)
    here = shown[at - 8 : at]
    assert (
        "Sejak Keputusan Nomor 2/CONTOH/2032, 4 Maret 2032, tidak lagi demikian; catatan ini "
        "tentang naskah sebelumnya."
    ) in here
    assert here[here.index("Tanggapan kantor") :][:3] == [
        "Tanggapan kantor",
        "Akan diluruskan.",
        "Sekretaris, 2 Januari 2033",
    ]
    assert sum("tidak lagi demikian" in line for line in shown) == 1
