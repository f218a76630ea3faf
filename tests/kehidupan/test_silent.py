"""The decree's words changed without a word about it, and a mend of our copy that says so."""

from __future__ import annotations

import random

from tests.kehidupan.office import Office
from tests.silent import change_silently

MANY = 30


def test_no_silent_change_of_the_words_passes_the_gate(
    office: Office, chance: random.Random
) -> None:
    base = office.git("rev-parse", "HEAD")
    for _ in range(MANY):
        kunci = change_silently(office.data, chance)

        done = office.plan("keutuhan", "--sejak", base)

        assert done.code == 1, kunci
        assert "tidak tercatat mengapa" in done.text
        office.git("checkout", "-q", "--", "data")

    kunci = change_silently(office.data, chance)
    assert "tidak tercatat mengapa" in office.refused(DASAR=base), kunci
    office.renstra("keutuhan", "--perbaikan", "--sejak", base, "--alasan", "Contoh salah salin.")
    said = office.renstra("keutuhan", "--sejak", base)
    assert "Perbaikan salinan yang tercatat (1):" in said, kunci
