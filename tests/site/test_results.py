"""What was achieved: values, percentages, statuses and counts as a straight reading has them."""

from __future__ import annotations

from decimal import Decimal

from tests.site.built import Built, differences, refuse
from tests.site.judging import (
    SHORT,
    STATUSES,
    VARIANTS,
    Counts,
    day,
    label_of,
    lkj,
    percent_of,
    percents,
    printed,
    reached,
    result_of,
    stated,
    value_of,
)
from tests.site.source import Source, Yaml, is_told, quarters

PERIHAL = "Realisasi, capaian dan status, dihitung ulang dari data"


def test_the_page_of_a_year_s_results(source: Source, built: Built) -> None:
    """Halaman capaian tiap tahun memuat target, realisasi, capaian dan status setiap indikator."""
    found, last = [], source.years[-1]
    for year in source.years:
        entries = source.entries(year)
        with_pk = any(entry.get("target_pk") for entry in entries.values())
        expected = []
        for row in source.rows:
            cell, entry = source.promise(row, year), entries.get(row.id, {})
            item = source.judged(row, year).indikator
            line = [
                row.id,
                source.cell(row, year),
                result_of(source, item, entry),
                reached(item, cell, entry),
                label_of(item, cell, entry),
            ]
            if with_pk:
                pk = entry.get("target_pk")
                line.append(f"{pk}: {label_of(item, pk, entry)}" if pk else "")
            if year != last:
                line.append(
                    percents(percent_of(row.indikator, row.indikator["target"][last], entry))
                )
            expected.append(line)
        shown = built.rows(f"capaian/{year}/", f"Capaian {year} menurut urutan")[1:]
        found += differences(f"capaian/{year}/", [[r[0], *r[2:]] for r in shown], expected)
    refuse(found)


def test_the_page_of_an_indicator_has_its_results(source: Source, built: Built) -> None:
    """Halaman indikator memuat realisasi, capaian dan status setiap tahunnya."""
    found = []
    for row in source.rows:
        url = f"indikator/{row.id}/"
        cells = {year: source.promise(row, year) for year in source.years}
        entries = {year: source.entries(year).get(row.id, {}) for year in source.years}
        expected: dict[str, list[str]] = {}
        if source.told:
            expected["Realisasi"] = [result_of(source, row.indikator, e) for e in entries.values()]
            shares = [reached(row.indikator, cells[y], e) for y, e in entries.items()]
            if any(shares):
                expected["Capaian"] = shares
        expected["Status"] = [label_of(row.indikator, cells[y], e) for y, e in entries.items()]
        pk = {year: entry.get("target_pk") for year, entry in entries.items()}
        if any(pk.values()):
            expected["Target PK"] = [cell or "" for cell in pk.values()]
            expected["Status terhadap PK"] = [
                label_of(row.indikator, cell, entries[year]) if cell else ""
                for year, cell in pk.items()
            ]
        shown = {line[0]: line[1:] for line in built.rows(url, f"Target {row.id} ")[2:]}
        found += [
            f"{url}, baris {name}: ditemukan {shown.get(name)}, seharusnya {expected.get(name)}"
            for name in {**shown, **expected}
            if shown.get(name) != expected.get(name)
        ]
    refuse(found)


def test_the_page_of_an_indicator_explains_each_status(source: Source, built: Built) -> None:
    """Di bawah “Mengapa status ini?” berdiri apa yang dilaporkan: asal, sumber, penjelasan."""
    found = []
    for row in source.rows:
        url = f"indikator/{row.id}/"
        reasons = {
            item.attributes["id"]: item
            for item in built.article(url).by_class("alasan")
            if "id" in item.attributes
        }
        told = {y: e for y in source.years if is_told(e := source.entries(y).get(row.id, {}))}
        if {f"tahun-{year}" for year in told} != set(reasons):
            found.append(f"{url}: tahun yang diterangkan {sorted(reasons)}, seharusnya {[*told]}")
            continue
        for year, entry in told.items():
            text = reasons[f"tahun-{year}"].text
            found += [
                f"{url}#tahun-{year}: tanpa “{words}”"
                for words in (
                    *reported_words(source, row.indikator, entry),
                    *approved_words(source.reports[year], entry),
                    *lkj_words(row.indikator, source.promise(row, year), entry),
                )
                if words not in text
            ]
    refuse(found)


def approved_words(report: Yaml, entry: Yaml) -> list[str]:
    """What a final figure says of its approval, where one is recorded."""
    letter = report.get("persetujuan") or {}
    if not letter.get("nomor") or entry.get("status_data") not in ("final", "direvisi"):
        return []
    return [f"disetujui {letter['jabatan']}, Nomor {letter['nomor']}, {day(letter['tanggal'])}"]


def lkj_words(indikator: Yaml, cell: str, entry: Yaml) -> list[str]:
    """What stands beside the percentage that the office's own report printed."""
    value, own = entry.get("capaian_lkj"), percent_of(indikator, cell, entry)
    if value is None:
        return []
    words = [f"{lkj(entry).removeprefix('LKj ')}, seperti tercetak di Laporan Kinerja kantor."]
    places = max(0, -int(Decimal(value).as_tuple().exponent))
    if own is not None and round(own, places) != value:
        words.append(f"Hitungan situs ini berbeda: {percents(own)}.")
    return words


def reported_words(source: Source, indikator: Yaml, entry: Yaml) -> list[str]:
    """What of a report stands in the explanation of its status."""
    document = entry.get("sumber") or {}
    words = [str(document[key]) for key in ("judul", "nomor") if document.get(key)]
    words = words or ["Sumber Tidak disebut."]
    words += [
        " ".join(entry[key].split())
        for key in ("analisis", "kendala", "tindak_lanjut", "tidak_ada_kejadian", "penegasan")
        if entry.get(key)
    ]
    if entry.get("status_data"):
        reason = entry.get("alasan_perubahan")
        words.append(f"{entry['status_data']}: {reason}" if reason else entry["status_data"])
    if entry.get("pembilang") is not None:
        places = [parted(entry[key]) for key in ("pembilang", "penyebut")]
        words.append(f"{places[0]} dari {places[1]}, dikalikan 100")
    for quarter, value in quarters(entry):
        exact = value if isinstance(value, str) else Decimal(value)
        words.append(f"{quarter}: {stated(source, indikator, exact)}")
    if (value := value_of(entry)) is not None:
        words.append(f"R = {stated(source, indikator, value)}")
    return words


def parted(value: Decimal | int) -> str:
    """A number with at most two places and none that say nothing."""
    places = max(0, -int(Decimal(value).normalize().as_tuple().exponent))
    return printed(value, min(places, 2))


def test_the_page_of_a_year_says_what_was_reported(source: Source, built: Built) -> None:
    """Halaman tahun memuat realisasi dan status tahun yang dilaporkan."""
    found = []
    for year in source.years:
        url = f"tahun/{year}/"
        text = built.article(url).text
        if year not in source.told:
            words = f"Hasil {year} belum dimuat di situs ini."
            found += [] if words in text else [f"{url}: tidak mengatakan “{words}”"]
            continue
        entries = source.entries(year)
        expected = [
            [result_of(source, item, entry), label_of(item, source.promise(row, year), entry)]
            for row in source.rows
            for item, entry in [(source.judged(row, year).indikator, entries.get(row.id, {}))]
        ]
        shown = [r[2:] for r in built.rows(url, f"Target {year} menurut")[1:] if len(r) == 4]
        found += differences(url, shown, expected)
        words = Counts(source, year, source.own).sentence
        found += [] if words in text else [f"{url}: tidak mengatakan “{words}”"]
    refuse(found)


def test_every_status_says_its_word(source: Source, built: Built) -> None:
    """Apa pun yang berwarna status juga menyebut kata statusnya."""
    labels = {
        f"status-{kode.replace('_', '-')}": (words, SHORT[kode], *VARIANTS.get(kode, ()))
        for kode, words in STATUSES.items()
    }
    found = []
    for url, page in built.articles.items():
        for element in page.by_class("status"):
            marks = set(element.attributes["class"].split()) & set(labels)
            if len(marks) != 1 or not element.text.startswith(labels[next(iter(marks))]):
                found.append(f"{url}: {element.attributes['class']} berbunyi “{element.text}”")
    refuse(found)
