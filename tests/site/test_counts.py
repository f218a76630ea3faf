"""How many indicators achieved what, and what is still due, counted a second time."""

from __future__ import annotations

from decimal import Decimal

from tests.reading import Element
from tests.site.built import Built, differences, refuse
from tests.site.judging import OUTSIDE, STATUSES, Counts, label_of, stated, status_of, value_of
from tests.site.source import Row, Source, Yaml

PERIHAL = "Hitungan capaian, dan yang masih harus dilaporkan"


STEPS = ("melebihi_jumlah", "tidak_tercapai", "berjalan")
"""The statuses that the tables count between what is met and what is not told."""


def test_counts_are_right(source: Source, built: Built) -> None:
    """Banyaknya indikator menurut status benar, kantor ini dan nasional terpisah."""
    found = []
    for year in source.years:
        url = f"capaian/{year}/"
        groups = [Counts(source, year, rows) for rows in (source.own, source.national)]
        expected = [
            [words, *(str(group.per_status[kode]) for group in groups)]
            for kode, words in STATUSES.items()
        ]
        expected.append(["Seluruhnya", *(str(group.per_status.total()) for group in groups)])
        found += differences(url, built.rows(url, "Banyaknya indikator")[1:], expected)
        text = built.article(url).text
        told = year in source.told
        said = [groups[0].sentence if told else f"Hasil {year} belum dimuat di situs ini."]
        if any(row.holds(year) for row in source.national):
            said.append(f"dihitung terpisah: {groups[1].sentence}")
        found += [f"{url}: tidak mengatakan “{words}”" for words in said if words not in text]
        found += year_by_part(source, built, year)
    refuse(found)


def year_by_part(source: Source, built: Built, year: int) -> list[str]:
    """Where the counts by programme and kegiatan of a year are not right."""
    expected = []
    for program in source.program:
        groups = [(program, [row for row in source.own if row.program is program])]
        groups += [
            (kegiatan, [row for row in source.own if row.kegiatan is kegiatan])
            for kegiatan in source.kegiatan_of(program)
        ]
        for part, rows in groups:
            counts = Counts(source, year, rows)
            expected.append(
                [
                    f"{part['nomor']} {part['nama']}",
                    counts.share,
                    *(str(counts.per_status[kode]) for kode in STEPS),
                    counts.due,
                    str(sum(counts.per_status[kode] for kode in OUTSIDE)),
                ]
            )
    url = f"capaian/{year}/"
    shown = built.rows(url, "Indikator kantor ini menurut program dan kegiatan")[1:]
    return differences(f"{url} menurut program", shown, expected)


def test_all_years_are_counted(source: Source, built: Built) -> None:
    """Halaman capaian menghitung setiap tahun dan memuat status setiap indikator."""
    expected = []
    for year in source.years:
        counts = Counts(source, year, source.own)
        name = str(year) if year in source.told else f"{year} hasil belum dimuat"
        told = (str(counts.per_status[key]) for key in STEPS)
        expected.append([name, counts.share, *told, counts.due])
    shown = built.rows("capaian/", "Indikator kantor ini menurut tahun")[1:]
    found = differences("capaian/", shown, expected)

    totals = {row.id: total_of(source, row) for row in source.rows}
    matrix = []
    for row in source.rows:
        line = [row.id, row.nama]
        for year in source.years:
            entry = source.entries(year).get(row.id, {})
            item = source.judged(row, year).indikator
            line.append(label_of(item, source.promise(row, year), entry))
        matrix.append([*line, totals[row.id]] if any(totals.values()) else line)
    shown = built.rows("capaian/", "Status tiap indikator menurut tahun")[1:]
    refuse(found + differences("capaian/ semua indikator", shown, matrix))


def total_of(source: Source, row: Row) -> str:
    """The years added up, where the indicator says that they may be and any is reported."""
    if row.indikator.get("agregasi") != "jumlah":
        return ""
    values = [value_of(source.entries(year).get(row.id, {})) for year in source.reports]
    numbers = [value for value in values if isinstance(value, Decimal)]
    return stated(source, row.indikator, sum(numbers, Decimal(0))) if numbers else ""


def test_home_and_kegiatan_say_the_count(source: Source, built: Built) -> None:
    """Beranda dan halaman kegiatan menyebut hitungan tahun yang dilaporkan."""
    said = {"/": ["Hasil belum dimuat di situs ini."]}
    if source.told:
        newest = source.told[-1]
        said["/"] = [f"{newest}: {Counts(source, newest, source.own).sentence}"]
    for kegiatan in source.kegiatan:
        rows = [row for row in source.rows if row.kegiatan is kegiatan]
        # What a page says of national and of withdrawn indicators among others is not held here.
        years = source.years
        plain = all(not row.nasional and row.holds(year) for row in rows for year in years)
        said[f"kegiatan/{kegiatan['id']}/"] = (
            [f"{year}: {Counts(source, year, rows).sentence}" for year in source.told if plain]
            if source.told
            else ["Hasil belum dimuat di situs ini."]
        )
    refuse(
        f"{url}: tidak mengatakan “{words}”"
        for url, sentences in said.items()
        for words in sentences
        if words not in built.article(url).text
    )


def test_what_is_still_due_is_listed(source: Source, built: Built) -> None:
    """Halaman capaian mendaftar indikator bertarget yang belum punya nilai setahun."""
    found = []
    for year in source.years:
        entries = source.entries(year)
        due = [
            f"{row.id} {row.nama}"
            for row in source.rows
            if row.holds(year) and is_due(source, row, year, entries.get(row.id, {}))
        ]
        url = f"capaian/{year}/"
        lists = [
            [link.text for link in item.all("a")]
            for item in built.article(url).all("details")
            if "indikator bertarget menunggu" in first_summary(item)
        ]
        found += differences(url, lists[0] if lists else [], due)
    refuse(found)


def is_due(source: Source, row: Row, year: int, entry: Yaml) -> bool:
    """Whether a target is set and the year's value is still to come."""
    status = status_of(source.judged(row, year).indikator, source.promise(row, year), entry)
    stays = ("nilai", "pembilang", "penyebut", "tidak_ada_kejadian")
    reported = any(entry.get(key) is not None for key in stays)
    return status not in ("tidak_ditargetkan", "tidak_tercantum") and not reported


def first_summary(details: Element) -> str:
    """What a box that opens is called."""
    return next((item.text for item in details.all("summary")), "")
