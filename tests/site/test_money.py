"""The amounts of the decree as printed, in order, and the sums and shares made from them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from tests.reading import Element
from tests.site.built import Built, differences, plain_rows, refuse
from tests.site.judging import portion, printed, summed, whole
from tests.site.source import Line, Source, Years

PERIHAL = "Angka anggaran, seperti tercetak dan menurut urutan, dan jumlahnya"


def amounts(source: Source, pagu: Years) -> list[str]:
    """The amounts of a row as a table prints them."""
    return [printed(pagu[year]) for year in source.years]


def pages_of(source: Source, name: str, also: str) -> tuple[str, list[str]]:
    """The caption of a table of money, and the pages that have it."""
    table = source.load(f"anggaran/{name}.yml")
    return f"{table['nomor']} {table['judul']}", [
        *filter(None, [source.tables.get(table["id"])]),
        also,
    ]


def test_programmes_have_their_amounts_and_printed_totals(source: Source, built: Built) -> None:
    """Tabel anggaran program memuat angka tercetak tiap program dan jumlahnya."""
    table = source.load("anggaran/program.yml")
    caption, urls = pages_of(source, "program", "anggaran/")
    total = table["total"]
    expected = [
        *(
            [row["kode"], row["nama"], *amounts(source, row["pagu"]), printed(row["jumlah"])]
            for row in table["baris"]
        ),
        ["", total["nama"], *amounts(source, total["pagu"]), printed(total["jumlah"])],
    ]
    found = []
    for url in urls:
        found += differences(url, built.rows(url, caption)[2:], expected)
    refuse(found)


def test_lines_have_their_amounts(source: Source, built: Built) -> None:
    """Tabel anggaran kegiatan memuat setiap baris dan angkanya menurut urutan."""
    caption, urls = pages_of(source, "kegiatan", "anggaran/kegiatan/")
    expected = [
        ["", line.baris["nama"], *amounts(source, line.baris["pagu"])] for line in source.lines
    ]
    groups = [
        [group["nomor"], group["nama"]]
        for program in source.load("anggaran/kegiatan.yml")["program"]
        for group in (program, *program["kegiatan"])
    ]
    found = []
    for url in urls:
        for table in built.tables(url, caption) or [Element("", {})]:
            found += differences(url, plain_rows(table), expected)
            heads = [
                [cell.text for cell in row.inside if isinstance(cell, Element)]
                for row in table.all("tr")
                if row.attributes.get("class") in ("baris-program", "baris-kegiatan")
            ]
            found += differences(f"{url} kelompok", heads, groups)
    refuse(found)


def test_groups_are_added_up(source: Source, built: Built) -> None:
    """Jumlah per kegiatan dan bagiannya dihitung benar dari baris-barisnya."""
    url, years = "anggaran/kegiatan/", source.years
    allocated = {
        row["program"]: row["pagu"] for row in source.load("anggaran/program.yml")["baris"]
    }
    expected = []
    for program in source.load("anggaran/kegiatan.yml")["program"]:
        groups = [group for group in program["kegiatan"] if not group.get("mengulang")]
        all_sums = summed(years, (source.money[group["id"]] for group in groups))
        rows = [
            (f"{group['nomor']} {group['nama']}", source.money[group["id"]]) for group in groups
        ]
        rows.append(("Jumlah rincian kegiatan", all_sums))
        expected += [
            [name, *amounts(source, s), printed(whole(s)), portion(whole(s), whole(all_sums))]
            for name, s in rows
        ]
        of_program = allocated[program["program"]]
        title = f"Alokasi program menurut {source.load('anggaran/program.yml')['nomor']}"
        expected.append([title, *amounts(source, of_program), printed(whole(of_program)), ""])
    (table,) = built.tables(url, "Jumlah per kegiatan")
    refuse(differences(url, plain_rows(table), expected))


def test_programmes_have_their_shares(source: Source, built: Built) -> None:
    """Bagian tiap program dari alokasi setiap tahun dihitung benar, di setiap halaman."""
    years = source.years
    rows = source.load("anggaran/program.yml")["baris"]
    number = source.load("anggaran/program.yml")["nomor"]
    sums = summed(years, (source.money[row["program"]] for row in rows))
    shares = {
        row["program"]: [
            *(portion(row["pagu"][year], sums[year]) for year in years),
            portion(whole(row["pagu"]), whole(sums)),
        ]
        for row in rows
    }
    found = differences(
        "anggaran/",
        built.rows("anggaran/", "Bagian tiap program")[1:],
        [[row["nama"], *shares[row["program"]]] for row in rows],
    )
    for row in rows:
        url = f"program/{row['program']}/"
        shown = built.rows(url, f"{number}, {row['kode']} {row['nama']}")
        found += differences(
            url,
            shown[1:],
            [
                ["Alokasi", *amounts(source, row["pagu"]), printed(row["jumlah"])],
                ["Bagian dari seluruh alokasi", *shares[row["program"]]],
            ],
        )
    total = source.load("anggaran/program.yml")["total"]
    for n, year in enumerate(years):
        url = f"tahun/{year}/"
        expected = [
            [row["nama"], printed(row["pagu"][year]), shares[row["program"]][n]] for row in rows
        ]
        expected.append([total["nama"], printed(total["pagu"][year]), ""])
        found += differences(url, built.rows(url, f"Alokasi {year} menurut")[1:], expected)
    listed = [row[2] for row in built.rows("tahun/", "Tahun-tahun rencana")[1:]]
    found += differences("tahun/", listed, [printed(sums[year]) for year in years])
    refuse(found)


def detailed(lines: Iterable[Line]) -> list[Line]:
    """The lines of groups that name a kegiatan."""
    return [line for line in lines if not line.repeats]


def test_the_page_of_an_indicator_has_the_money_of_its_objective(
    source: Source, built: Built
) -> None:
    """Halaman indikator memuat baris anggaran sasarannya."""
    number = source.load("anggaran/kegiatan.yml")["nomor"]
    found = []
    for row in source.rows:
        url = f"indikator/{row.id}/"
        shown = [plain_rows(table)[0] for table in built.tables(url, f"{number}, nomor ")]
        expected = [
            ["Anggaran", *amounts(source, line.baris["pagu"])]
            for line in detailed(source.lines_of(row.sasaran))
        ]
        found += differences(url, shown, expected)
        if not source.lines_of(row.sasaran):
            words = f"{number} tidak memuat sasaran ini."
            if words not in built.article(url).text:
                found.append(f"{url}: tidak mengatakan “{words}”")
    refuse(found)


def test_the_page_of_a_kegiatan_has_its_money(source: Source, built: Built) -> None:
    """Halaman kegiatan memuat baris anggaran sasaran-sasarannya dan jumlahnya."""
    found = []
    for kegiatan in source.kegiatan:
        url = f"kegiatan/{kegiatan['id']}/"
        lines = [line for s in kegiatan["sasaran"] for line in detailed(source.lines_of(s))]
        tables = built.tables(url, "Anggaran sasaran kegiatan ini")
        if not lines:
            found += [f"{url}: ada tabel anggaran, padahal tidak ada barisnya" for _ in tables]
            continue
        sums = summed(source.years, (source.money[line.baris["id"]] for line in lines))
        rows = [(line.baris["nama"], line.baris["pagu"]) for line in lines]
        shown = [row for table in tables for row in plain_rows(table)]
        expected = [[n, *amounts(source, p), printed(whole(p))] for n, p in rows]
        found += differences(url, shown, expected)
        foot = [cell.text for table in tables for cell in next(table.all("tfoot")).all("td")]
        found += differences(f"{url} jumlah", foot, [*amounts(source, sums), printed(whole(sums))])
        groups = [
            next(run).kegiatan["nama"]
            for _, run in groupby(lines, lambda line: line.kegiatan["id"])
        ]
        heads = [h.text for table in tables for h in table.by_class("baris-kegiatan")]
        found += [
            f"{url}: kelompok “{group}” tidak di tempatnya"
            for group, head in zip(groups, heads, strict=False)
            if not head.endswith(group)
        ]
    refuse(found)
