"""Later decrees laid over the plan: what is in force when, and what each year is judged by."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renstra.checks.notes import settled, unrecorded
from renstra.dialect.problem import DataError
from renstra.keeping.decree import words_by_decree
from renstra.plan.changed import changed
from renstra.plan.funding import kegiatan_sums, planned, program_sums
from renstra.plan.plan import Plan
from renstra.plan.withdrawals import withdrawn
from renstra.reading.load import load
from renstra.reading.trees import Files, Folder
from renstra.results.targeting import count_targeted
from renstra.results.year import assess, own_items, spending
from tests.conftest import TINY

REVISI = "revisi:\n  - id: rv-001\n    nomor: 1/CONTOH/2031\n    tanggal: 2031-02-03\n"
FIRST = """\
id: rv-002
nomor: 2/CONTOH/2032
tanggal: 2032-03-04
ubah:
  - di: ik-004.target.2033
    dari: "0 perkara"
    menjadi: "1 perkara"
  - di: ik-004.makna_nol
    dari:
      arti: nol_sejati
      alasan: Nol berarti tidak ada perkara.
    menjadi:
  - di: ik-003.nama
    dari: Opini atas laporan keuangan
    menjadi: Opini pemeriksa atas laporan keuangan
  - di: tabel-i-2#pg-2.pagu.2033
    dari: 30
    menjadi: 40
  - di: an-002.pagu.2033
    dari:
    menjadi: 70
tambah:
  - di: sa-003.indikator
    sesudah: ik-004
    isi:
      id: ik-006
      nama: Jumlah pendampingan
      jenis: angka
      satuan: perkara
      arah: naik
      tingkat: satker
      rentang:
        min: 0
        maks: tanpa_batas
      target:
        2032: "3 perkara"
        2033: "4 perkara"
  - di: pg-2.kegiatan
    mulai: 2033
    isi:
      id: kg-003
      nomor: "2"
      nama: Penyuluhan
      sasaran:
        - id: sa-004
          nama: Warga yang paham
          indikator:
            - id: ik-007
              nama: Opini warga
              jenis: opini
              arah: naik
              tingkat: nasional
              target:
                2033: "WTP"
cabut:
  - kode: ik-002
    mulai: 2033
    alasan: Tidak dinilai lagi.
  - kode: an-004
    mulai: 2033
    alasan: Dialihkan.
"""
SECOND = """\
id: rv-003
nomor: 3/CONTOH/2033
tanggal: 2033-01-02
berlaku: 2033-02-01
ubah:
  - di: ik-004.target.2031
    dari: "2 perkara"
    menjadi: "5 perkara"
  - di: ik-006.target.2033
    dari: "4 perkara"
    menjadi: "6 perkara"
cabut:
  - kode: kg-003
    mulai: 2033
    alasan: Batal.
"""
REPORT = """\
tahun: 2031
indikator:
  - kode: ik-004
    nilai: 3
    status_data: sementara
"""


def plan_with(*decrees: str, report: str = "") -> Plan:
    """The tiny plan with later decrees, and perhaps a report."""
    folder = Folder(TINY / "data", "data")
    files = {name: folder.read(name) for name in folder.names()}
    files["revisi.yml"] = REVISI.encode()
    for text in decrees:
        files[f"perubahan/{text[4:10]}.yml"] = text.encode()
    if report:
        files["realisasi/2031.yml"] = report.encode()
    return load(Files(files, "data"))


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The plan after two decrees."""
    return plan_with(FIRST, SECOND, report=REPORT)


def cells(plan: Plan, kode: str) -> list[str]:
    """The target cells of an indicator."""
    return list(plan.kedudukan[kode].indikator.target.values())


def test_the_plan_of_each_time_can_be_read(plan: Plan) -> None:
    first, second = plan.as_of("awal"), plan.as_of("rv-002")

    assert [list(one.kedudukan) for one in plan.versions] == [
        ["ik-001", "ik-002", "ik-003", "ik-004", "ik-005"],
        ["ik-001", "ik-002", "ik-003", "ik-004", "ik-006", "ik-005", "ik-007"],
        ["ik-001", "ik-002", "ik-003", "ik-004", "ik-006", "ik-005", "ik-007"],
    ]
    assert [cells(one, "ik-004") for one in plan.versions] == [
        ["2 perkara", "1 perkara", "0 perkara"],
        ["2 perkara", "1 perkara", "1 perkara"],
        ["5 perkara", "1 perkara", "1 perkara"],
    ]
    assert cells(second, "ik-006") == ["", "3 perkara", "4 perkara"]
    assert cells(plan, "ik-006") == ["", "3 perkara", "6 perkara"]
    assert [one.kedudukan["ik-003"].indikator.nama for one in (first, plan)] == [
        "Opini atas laporan keuangan",
        "Opini pemeriksa atas laporan keuangan",
    ]
    assert plan.as_of("rv-003") is plan
    assert [item.id for item in plan.revisi.revisi] == ["rv-001", "rv-002", "rv-003"]
    with pytest.raises(KeyError):
        plan.as_of("rv-009")


def test_a_value_knows_the_file_that_said_it(plan: Plan) -> None:
    changed_one, added = (plan.kedudukan[kode].indikator for kode in ("ik-004", "ik-006"))

    assert str(changed_one.problem("salah", "target", 2033)) == (
        "data/perubahan/rv-002.yml:7: indikator ik-004: target: 2033: salah"
    )
    assert str(changed_one.problem("salah", "target", 2032)).startswith("data/target/kg-002.yml:22")
    assert (added.path, added.way) == ("data/perubahan/rv-002.yml", ("tambah", 0, "isi"))
    assert plan.kedudukan["ik-005"].indikator.path == "data/target/kg-002.yml"
    assert plan.kedudukan["ik-005"].indikator.line("id") == 24, "what moved on knows its line"
    assert plan.kegiatan["kg-003"].path == "data/perubahan/rv-002.yml"


def test_what_is_in_force_when(plan: Plan) -> None:
    held = {
        kode: [year for year in plan.tahun if plan.in_force(kode, year)]
        for kode in ("ik-001", "ik-002", "ik-006", "kg-003", "ik-007", "sa-004", "an-004", "ak-003")
    }

    assert held == {
        "ik-001": [2031, 2032, 2033],
        "ik-002": [2031, 2032],
        "ik-006": [2032, 2033],
        "kg-003": [],
        "ik-007": [],
        "sa-004": [],
        "an-004": [2031, 2032],
        "ak-003": [2031, 2032, 2033],
    }
    assert [plan.at_end_of(year) for year in plan.tahun] == plan.versions
    assert [count_targeted(plan, year) for year in plan.tahun] == [3, 6, 4]


ABOVE = """\
id: rv-002
nomor: 2/CONTOH/2032
tanggal: 2032-03-04
cabut:
  - kode: {kode}
    mulai: 2033
    alasan: Tidak dilanjutkan.
"""


@pytest.mark.parametrize(
    ("kode", "indicators", "money"),
    [
        ("sa-001", {"ik-001", "ik-002"}, False),
        ("kg-002", {"ik-004", "ik-005"}, False),
        ("pg-2", {"ik-004", "ik-005"}, True),
        ("ak-003", set(), True),
    ],
)
def test_what_stands_under_a_thing_goes_with_it(
    kode: str, indicators: set[str], money: bool
) -> None:
    plan, before = plan_with(ABOVE.format(kode=kode)), plan_with()

    gone = {one for one in plan.kedudukan if not plan.in_force(one, 2033)}
    assert gone == indicators
    assert all(plan.in_force(one, year) for one in (kode, *plan.kedudukan) for year in (2031, 2032))
    changed_sums = {
        year
        for year in plan.tahun
        if (program_sums(plan)[year], detailed_sum(plan, year))
        != (program_sums(before)[year], detailed_sum(before, year))
    }
    assert changed_sums == ({2033} if money else set())
    assert withdrawn(plan)[kode].alasan == "Tidak dilanjutkan."


def detailed_sum(plan: Plan, year: int) -> int:
    """The money of all lines of a year, as far as they are part of the plan."""
    groups = [group for one in plan.anggaran_kegiatan.program for group in one.kegiatan]
    return sum(kegiatan_sums(plan, group)[year] or 0 for group in groups)


def test_each_year_is_judged_by_the_plan_of_its_end(plan: Plan) -> None:
    judged = {item.tempat.indikator.id: item for item in assess(plan, 2031)}

    assert judged["ik-004"].target.tercetak == "2 perkara"
    assert judged["ik-004"].status == "tidak_tercapai", "and not by the 5 of later"
    assert judged["ik-004"].tempat.indikator.target[2031] == "5 perkara"
    later = {item.tempat.indikator.id: item for item in assess(plan, 2033)}
    assert [later[kode].status for kode in ("ik-002", "ik-006", "ik-007")] == [
        "tidak_ditargetkan",
        "belum_dilaporkan",
        "tidak_ditargetkan",
    ]
    assert [kode for kode, item in later.items() if not item.berlaku] == ["ik-002", "ik-007"]
    assert [item.tempat.indikator.id for item in own_items(assess(plan, 2031))] == [
        "ik-001",
        "ik-004",
        "ik-005",
    ]


def test_money_is_that_of_the_plan_of_the_year(plan: Plan) -> None:
    group = next(line.kegiatan for line in plan.pendanaan if line.kegiatan.id == "ak-003")

    assert kegiatan_sums(plan, group) == {2031: 10, 2032: None, 2033: None}
    assert program_sums(plan) == {2031: 310, 2032: 400, 2033: 540}
    assert [planned(plan, "pg-2", year) for year in plan.tahun] == [10, None, 40]
    assert planned(plan, "an-009", 2031) is None
    assert [item.rencana for item in spending(plan, 2033, "kegiatan")] == [70, None]


def test_both_texts_are_told(plan: Plan) -> None:
    found = {
        place: [(item.keputusan.id, item.dari, item.menjadi) for item in items]
        for place, items in changed(plan).items()
    }

    assert found[("ik-004", 2031)] == [("rv-003", "2 perkara", "5 perkara")]
    assert found[("ik-006", 2033)] == [("rv-003", "4 perkara", "6 perkara")]
    assert found[("tabel-i-2#pg-2", 2033)] == [("rv-002", "30", "40")]
    assert found[("ik-003", None)] == [
        ("rv-002", "Opini atas laporan keuangan", "Opini pemeriksa atas laporan keuangan")
    ]


def test_notes_hold_of_what_was_decided_when_they_were_true(plan: Plan) -> None:
    ended = {note.id: by.id for note in plan.catatan.catatan if (by := settled(plan, note))}

    assert ended == {"ct-004": "rv-002"}
    assert [str(problem).split(":")[2] for problem in unrecorded(plan)] == [
        " jumlah-baris tabel-i-2#pg-2",
        " jumlah-kolom tabel-i-2#total",
        " jumlah-rincian pg-2",
    ]
    assert all(problem.warning for problem in unrecorded(plan))


def test_each_decree_has_words_of_its_own(plan: Plan) -> None:
    words = {
        kode: [kata.kunci for kata in found if kata.isi]
        for kode, found in words_by_decree(plan).items()
    }

    assert len(words["awal"]) == len([k for k in words_by_decree(plan_with())["awal"] if k.isi])
    assert words["rv-003"] == [
        "rv-003.nomor",
        "rv-003.tanggal",
        "rv-003.sejak",
        "rv-003.cabut.kg-003.mulai",
        "rv-003.cabut.kg-003.alasan",
        "ik-004.target.2031",
        "ik-006.target.2033",
    ]


VALUES = {"ik-001": ["-", "50%", "90%"], "ik-004": ["1 perkara", "4 perkara"], "ik-005": ["-", "9"]}


@st.composite
def sequences(draw: st.DrawFn) -> list[tuple[int, str]]:
    """Decrees one after another, each with its year: cells changed, things withdrawn and added."""
    now = {kode: cells(plan_with(), kode) for kode in VALUES}
    gone: set[str] = set()
    found = []
    years = sorted(draw(st.lists(st.sampled_from([2031, 2032, 2033]), min_size=1, max_size=4)))
    for number, year in enumerate(years, 2):
        lines = [
            f"id: rv-{number:03}",
            f"nomor: {number}/CONTOH",
            f"tanggal: {year}-05-{number:02}",
        ]
        standing = sorted(VALUES.keys() - gone)
        ubah, cabut = [], []
        for kode in draw(st.sets(st.sampled_from(standing))) if standing else ():
            at = draw(st.integers(0, 2))
            cell = draw(st.sampled_from(VALUES[kode]))
            # A cell of nought is read with a reason, which would have to change with it.
            if now[kode][at] != cell and (kode, at) not in (("ik-001", 0), ("ik-004", 2)):
                ubah += [f"  - di: {kode}.target.{2031 + at}", f'    dari: "{now[kode][at]}"']
                ubah += [f'    menjadi: "{cell}"']
                now[kode][at] = cell
        if draw(st.booleans()) and standing:
            kode = draw(st.sampled_from(standing))
            gone.add(kode)
            first = draw(st.integers(year, 2033))
            cabut += [f"  - kode: {kode}", f"    mulai: {first}", "    alasan: Contoh."]
        more = [
            "tambah:",
            "  - di: sa-003.indikator",
            "    isi:",
            f"      id: ik-1{number:02}",
            "      nama: Opini tambahan",
            "      jenis: opini",
            "      arah: naik",
            "      tingkat: satker",
            "      target:",
            *(f'        {one}: "WTP"' for one in range(year, 2034)),
        ]
        ubah = ["ubah:", *ubah] if ubah else []
        cabut = ["cabut:", *cabut] if cabut else []
        adds = draw(st.integers(0, 1)) or not (ubah or cabut)
        added = more if adds else []
        found.append((year, "\n".join([*lines, *ubah, *added, *cabut]) + "\n"))
    return found


@st.composite
def reports(draw: st.DrawFn) -> str:
    """A report of the first year."""
    lines = ["tahun: 2031", "indikator:"]
    for kode in draw(st.sets(st.sampled_from(["ik-004", "ik-005"]), min_size=1)):
        value = draw(st.integers(0, 6))
        lines += [f"  - kode: {kode}", f"    nilai: {value}", "    status_data: sementara"]
    order = sorted(range(2, len(lines), 3), key=lambda at: lines[at])
    return "\n".join([*lines[:2], *(line for at in order for line in lines[at : at + 3])]) + "\n"


@given(sequences(), reports())
def test_statuses_of_years_before_a_change_stay(
    decrees: list[tuple[int, str]], report: str
) -> None:
    before = plan_with(report=report)
    for number, (year, _) in enumerate(decrees, 1):
        after = plan_with(*(text for _, text in decrees[:number]), report=report)
        for earlier in (one for one in before.tahun if one < year):
            was = {item.tempat.indikator.id: item for item in assess(before, earlier)}
            for item in assess(after, earlier):
                old = was.get(item.tempat.indikator.id)
                if old is None:
                    assert not item.berlaku
                else:
                    assert (item.status, item.target, item.berlaku, item.capaian.persen) == (
                        old.status,
                        old.target,
                        old.berlaku,
                        old.capaian.persen,
                    )
        before = after


def test_an_older_plan_carries_no_reports(plan: Plan) -> None:
    assert not plan.as_of("awal").realisasi
    assert plan.as_of("awal").perubahan == []
    assert [change.id for change in plan.as_of("rv-002").perubahan] == ["rv-002"]


def test_a_file_of_the_plan_stays_as_it_was_read(tmp_path: Path) -> None:
    before = {file: file.read_bytes() for file in sorted(TINY.rglob("*.yml"))}

    plan_with(FIRST, SECOND)

    assert {file: file.read_bytes() for file in sorted(TINY.rglob("*.yml"))} == before


def test_a_note_of_a_check_that_is_withdrawn_claims_nothing() -> None:
    folder = Folder(TINY / "data", "data")
    files = {name: folder.read(name) for name in folder.names()}
    files["revisi.yml"] = REVISI.encode()
    notes = files["catatan.yml"].decode()
    gone = "    dicabut:\n      revisi: rv-001\n      alasan: Terlalu kecil.\n"
    at = notes.index("  - id: ct-005")
    files["catatan.yml"] = f"{notes[:at]}{gone}{notes[at:]}".encode()

    with pytest.raises(DataError) as caught:
        load(Files(files, "data"))

    said = [problem.where for problem in caught.value.problems]
    assert said == [
        "jumlah-rincian pg-1:2031",
        "jumlah-rincian pg-1:2032",
        "jumlah-rincian pg-1:2033",
    ]
    files["anggaran/kegiatan.yml"] = files["anggaran/kegiatan.yml"].replace(
        b"2031: 200\n              2032: 250\n              2033:\n",
        b"2031: 300\n              2032: 350\n              2033: 500\n",
    )
    assert load(Files(files, "data")), "a withdrawn note need not find its violation any more"
