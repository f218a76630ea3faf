"""A decree changes the plan, entered as the guide says, with no test edited."""

from __future__ import annotations

import random
from datetime import date

from tests.kehidupan import changes, readings
from tests.kehidupan.office import Office
from tests.reading import article, rows, table


def test_a_change_of_the_plan_is_published(office: Office, chance: random.Random) -> None:
    base = office.git("rev-parse", "HEAD")
    year = readings.years(office.data)[-1]
    newest = readings.load(office.data, "revisi.yml")["revisi"][-1]["tanggal"]
    revision = changes.decree(office, max(newest, date(year, 6, 1)))

    kode, changed, cell = changes.change_cell(office, chance)
    renamed, name = changes.rename(office, chance)
    gone = changes.withdraw(office, chance, revision)
    office.renstra("keutuhan")
    office.commit(f"Ubah target {kode} menurut keputusan contoh {revision}", year)
    office.passes(DASAR=base)

    shown = rows(table(article(office.site / f"indikator/{kode}/index.html"), f"Target {kode}"))
    assert shown[1][shown[0].index(str(changed))] == cell
    assert next(article(office.site / f"indikator/{renamed}/index.html").all("h1")).text == name
    assert "dicabut" in article(office.site / f"indikator/{gone}/index.html").text.lower()

    said = office.renstra("alamat", "--situs", str(office.site))
    office.commit("Daftarkan alamat yang terbit", year)
    assert "Traceback" not in said
    office.passes()
