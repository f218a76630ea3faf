"""A decree changes the plan, entered as the guide says: past years stay, both texts can be read."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from decimal import Decimal

from tests.kehidupan import changes, readings, reports
from tests.kehidupan.conftest import Begin
from tests.kehidupan.office import Office
from tests.kehidupan.readings import Yaml
from tests.kehidupan.reports import Report
from tests.reading import article, rows, table

DECREES = 10
"""How many random decrees a plan must bear."""


def statuses(office: Office, year: int) -> dict[str, tuple[str, str]]:
    """Indicator to the target cell and the status of a year, as published."""
    text = (office.site / "data/indikator.csv").read_text(encoding="utf-8-sig")
    found = csv.DictReader(text.splitlines())
    return {
        row["id"]: (row["target_tercetak"], row["status"])
        for row in found
        if int(row["tahun"]) == year and row["berlaku"] == "true"
    }


def with_siblings(office: Office) -> list[Yaml]:
    """Indicators that are not alone below their objective."""
    found = []
    for program in readings.load(office.data, "target/program.yml")["program"]:
        for kode in program["kegiatan"]:
            for sasaran in readings.load(office.data, f"target/{kode}.yml")["sasaran"]:
                if len(sasaran["indikator"]) > 1:
                    found += sasaran["indikator"]
    return found


def number(item: Yaml) -> bool:
    """Whether an indicator is judged by a plain number."""
    return item.get("satuan") not in (None, "persen") and "tidak_dapat_dihitung" not in item


def test_a_decree_changes_the_plan_and_leaves_the_past(
    office: Office, begin: Begin, chance: random.Random
) -> None:
    first, last = readings.years(office.data)[0], readings.years(office.data)[-1]
    # Reported and failed before it is withdrawn.
    gone = chance.choice([item for item in with_siblings(office) if number(item)])
    begin(first)
    failed = {
        "nilai": Decimal(0),
        "status_data": "sementara",
        "sumber": {"judul": f"Laporan CONTOH tahun {first} (dibuat-buat)"},
        "penegasan": "Contoh: memang sebanyak itu.",
    }
    reports.write(office.data, Report(first, "indikator", gone["id"], failed))
    office.commit(f"Catat realisasi {first} {gone['id']} menurut laporan contoh", first)
    office.passes()
    before = statuses(office, first)
    base = office.git("rev-parse", "HEAD")

    others = [i for i in readings.indicators(office.data) if i["id"] != gone["id"]]
    renamed = chance.choice(others)
    bare = [i for i in others if i["target"][last] not in ("", "-") and "makna_nol" not in i]
    like = chance.choice(bare)
    name, added = "Nama indikator yang diubah dengan keputusan contoh", ["ik-901", "ik-902"]
    day = max(changes.next_decree(office)[1], date(last, 1, 15))
    for _ in range(changes.TRIES):
        cells = [
            c for c in changes.other_cells(office.data) if c[0] not in (gone["id"], like["id"])
        ]
        chosen = {(kode, year): cell for kode, year, cell in chance.sample(cells, 6)}
        for (kode, year), cell in chosen.items():
            changes.set_cell(office.data, kode, year, cell)
        changes.rename(office.data, renamed, name)
        for kode in added:
            changes.add_beside(office.data, like, kode, f"Indikator tambahan contoh {kode}")
            changes.empty_before(office.data, kode, last)
        changes.take_away(office.data, gone)
        lines = [
            line["id"]
            for program in readings.load(office.data, "anggaran/kegiatan.yml")["program"]
            for group in program["kegiatan"]
            for line in group["baris"]
            if (line["pagu"][last] or 0) > 10
        ]
        one, other = chance.sample(lines, 2)
        changes.move_money(office.data, one, other, last, 7)
        revision, done = changes.compose(office, day, "--keterangan", "Contoh perubahan rencana.")
        if done.code == 0:
            break
        office.git("checkout", "-q", "--", "data")
    assert done.code == 0, done.text
    assert done.text.startswith(f"Keputusan {revision}/KPT-UJI/{day.year}")
    office.commit(f"Ubah rencana menurut keputusan contoh {revision}", last)
    office.passes(DASAR=base)

    after = statuses(office, first)
    assert {kode: after[kode] for kode in before} == before, (
        "what was decided later changes nothing"
    )
    assert after.keys() == before.keys()
    page = article(office.site / f"indikator/{gone['id']}/index.html")
    assert f"mulai tahun {last}" in page.text
    for (kode, year), cell in chosen.items():
        target = table(article(office.site / f"indikator/{kode}/index.html"), f"Target {kode}")
        shown = dict(zip(*rows(target)[:2], strict=True))
        old = next(i for i in others if i["id"] == kode)["target"][year]
        assert shown[str(year)] == (cell if year >= day.year else old)
    assert (
        next(article(office.site / f"indikator/{renamed['id']}/index.html").all("h1")).text == name
    )
    for url in (
        f"perubahan/{revision}/",
        "naskah/awal/",
        f"naskah/{revision}/",
        "indikator/ik-901/",
    ):
        assert (office.site / url / "index.html").is_file(), url

    said = office.renstra("alamat", "--situs", str(office.site))
    office.commit("Daftarkan alamat yang terbit", last)
    assert "Traceback" not in said
    office.passes()


def test_ten_random_decrees_one_after_another(office: Office, chance: random.Random) -> None:
    years = readings.years(office.data)
    base = office.git("rev-parse", "HEAD")
    office.passes()
    before = {year: statuses(office, year) for year in years}
    day = max(changes.next_decree(office)[1], date(years[1], 1, 15))
    span = (date(years[-1], 12, 1) - day) // DECREES
    for _ in range(DECREES):
        revision, places = changes.change_random_cells(office, chance, day)
        office.commit(f"Ubah {', '.join(places)} menurut keputusan contoh {revision}", years[-1])
        day += max(span, timedelta(days=1))

    office.passes(DASAR=base)

    assert statuses(office, years[0]) == before[years[0]]
    assert (office.site / f"naskah/{revision}/index.html").is_file()
