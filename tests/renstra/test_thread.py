"""The thread through a made-up plan: its things, its links both ways, and every refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from renstra.checks.tautan import same_sentence
from renstra.dialect.problem import DataError
from renstra.plan.plan import Plan
from renstra.plan.thread import Origin, Thread, build_thread
from renstra.reading.load import load_plan

NASKAH = """\
id: bab-ii
judul: ANALISIS DAN ARAH
isi:
  - {id: ii-001, jenis: subjudul, label: "A.", teks: Strategi}
  - {id: ii-002, jenis: paragraf, teks: Strategi utama berikut lahir dari sintesa.}
  - {id: ii-003, jenis: butir, label: "1)", teks: Memajukan pegawai.}
  - {id: ii-004, jenis: subjudul, label: "B.", teks: Arah}
  - {id: ii-005, jenis: butir, label: "1.", teks: "Program Dukungan:"}
  - {id: ii-006, jenis: butir, label: "a.", tingkat: 2, teks: melatih pegawai (secara adil);}
  - {id: ii-007, jenis: butir, label: "b.", tingkat: 2, teks: Menata arsip.}
  - {id: ii-008, jenis: butir, label: "2.", teks: "Program Layanan:"}
  - {id: ii-009, jenis: butir, label: "a.", tingkat: 2, teks: Mendamaikan sengketa.}
  - {id: ii-010, jenis: subjudul, label: "C.", teks: Regulasi dan Tujuan}
  - {id: ii-011, jenis: paragraf, teks: Lembaga Kuat dengan Pegawai yang Cakap.}
  - {id: ii-012, jenis: butir, label: "1.", teks: Terkait kantor}
  - {id: ii-013, jenis: butir, label: "a.", tingkat: 2, teks: SK Tata Arsip}
  - {id: ii-014, jenis: butir, label: "2.", teks: Mewujudkan kantor yang cakap.}
"""

SWOT = """\
faktor:
  - {id: S1, kelompok: kekuatan}
  - {id: O1, kelompok: peluang}
  - {id: T1, kelompok: ancaman}
matriks:
  - id: tabel-so
    nomor: Tabel II.1
    judul: Kekuatan dan Peluang
    kepala: STRATEGI
    dalam:
      judul: KEKUATAN
      faktor:
        - {faktor: S1, label: "1.", teks: Pegawai muda (S1)}
    luar:
      judul: PELUANG
      faktor:
        - {faktor: O1, label: "1.", teks: Gedung baru (O1)}
    pengantar: "Memakai kekuatan:"
    strategi:
      - {id: st-001, label: "1.", teks: Melatih pegawai secara adil.}
      - {id: st-002, label: "2.", teks: Menata arsip kantor.}
  - id: tabel-st
    nomor: Tabel II.2
    judul: Kekuatan dan Ancaman
    kepala: STRATEGI
    dalam:
      judul: KEKUATAN
      faktor:
        - {faktor: S1, label: "1.", teks: Pegawai muda (S1)}
    luar:
      judul: ANCAMAN
      faktor:
        - {faktor: T1, label: "1.", teks: Banjir (T1)}
    pengantar: "Menghadapi ancaman:"
    strategi:
      - {id: st-003, label: "1.", teks: Melatih para pegawai.}
"""

SINTESA = """\
tabel:
  id: tabel-sintesa
  nomor: Tabel II.3
  judul: Sintesa
  kelompok:
    - id: sn-1
      kepala_strategi: STRATEGI
      kepala_sintesa: SINTESA
      label: "1."
      teks: Memajukan pegawai
      butir:
        - {id: si-001, label: "a.", teks: Melatih Pegawai secara adil}
utama:
  - {id: su-1, naskah: ii-003}
"""

TUJUAN = """\
tujuan:
  - {id: tj-1, naskah: ii-014}
tabel:
  id: tabel-tujuan
  nomor: Tabel II.4
  judul: Tujuan
  kepala: {nomor: "No", tujuan: Tujuan, sasaran: Sasaran}
  baris:
    - tujuan: tj-1
      nomor: "1"
      teks: Mewujudkan kantor yang cakap
      sasaran:
        - {id: ss-1, label: "1.", teks: Kantor yang cakap}
        - {id: ss-2, teks: Kantor yang bersih}
"""

KEBIJAKAN = """\
prioritas:
  - id: pr-1
    naskah: ii-011
    nama: Lembaga Kuat
    proyek:
      - {id: pp-01, label: "1)", nama: Pegawai yang Cakap}
arah:
  - program: pg-1
    naskah: ii-005
    kebijakan:
      - {id: ab-001, naskah: ii-006}
      - {id: ab-002, naskah: ii-007}
  - program: pg-2
    naskah: ii-008
    kebijakan:
      - {id: ab-003, naskah: ii-009}
"""

REGULASI = """\
kelompok:
  - id: rk-1
    naskah: ii-012
    tahap: sekretariat
    regulasi:
      - {id: rg-001, naskah: ii-013, jenis: SK}
"""

SAMA = "sifat: tersurat, dasar: kalimat_sama"
KUTIPAN = "kutipan: {naskah: ii-002, teks: lahir dari sintesa}"

TAUTAN = f"""\
tautan:
  - {{id: tl-001, dari: st-001, ke: si-001, {SAMA}}}
  - {{id: tl-002, dari: st-002, ke: ab-002, sifat: tafsir, alasan: Tanpa kata kantor.}}
  - {{id: tl-003, dari: st-003, ke: si-001, sifat: tafsir, alasan: Sama-sama melatih.}}
  - {{id: tl-004, dari: si-001, ke: ab-001, {SAMA}}}
  - {{id: tl-005, dari: sn-1, ke: su-1, sifat: tersurat, dasar: dinyatakan, {KUTIPAN}}}
  - {{id: tl-006, dari: pp-01, ke: sa-001, {SAMA}}}
  - {{id: tl-007, dari: ab-002, ke: sa-002, sifat: tafsir, alasan: Sama-sama tertib.}}
  - {{id: tl-008, dari: ab-002, ke: rg-001, sifat: tafsir, alasan: Sama-sama arsip.}}
  - {{id: tl-009, dari: ab-002, ke: kg-002, sifat: tafsir, alasan: Sama-sama menata.}}
"""

FILES = {
    "naskah/bab-ii.yml": NASKAH,
    "swot.yml": SWOT,
    "sintesa.yml": SINTESA,
    "tujuan.yml": TUJUAN,
    "kebijakan.yml": KEBIJAKAN,
    "regulasi.yml": REGULASI,
    "tautan.yml": TAUTAN,
}


@pytest.fixture
def data(project: Path) -> Path:
    """The made-up plan with an analysis, directions, regulations and links, to load or break."""
    folder = project / "data"
    with (folder / "rencana.yml").open("a", encoding="utf-8") as plan:
        plan.write("  - bab-ii\n")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def plan(data: Path) -> Plan:
    return load_plan(data, "data")


@pytest.fixture
def thread(plan: Plan) -> Thread:
    return build_thread(plan)


def test_things_stand_in_the_thread_s_order(thread: Thread) -> None:
    things = [
        (str(thing.kind), name, thing.label, thing.text) for name, thing in thread.things.items()
    ]

    assert things == [
        ("faktor", "S1", "S1", "Pegawai muda (S1)"),
        ("faktor", "O1", "O1", "Gedung baru (O1)"),
        ("faktor", "T1", "T1", "Banjir (T1)"),
        ("matriks", "tabel-so", "S×O", "Memakai kekuatan:"),
        ("matriks", "tabel-st", "S×T", "Menghadapi ancaman:"),
        ("strategi", "st-001", "S×O 1", "Melatih pegawai secara adil."),
        ("strategi", "st-002", "S×O 2", "Menata arsip kantor."),
        ("strategi", "st-003", "S×T 1", "Melatih para pegawai."),
        ("butir sintesa", "si-001", "1.a", "Melatih Pegawai secara adil"),
        ("sintesa", "sn-1", "1", "Memajukan pegawai"),
        ("strategi utama", "su-1", "1", "Memajukan pegawai."),
        ("tujuan", "tj-1", "2", "Mewujudkan kantor yang cakap."),
        ("sasaran strategis", "ss-1", "1.1", "Kantor yang cakap"),
        ("sasaran strategis", "ss-2", "1", "Kantor yang bersih"),
        ("arah kebijakan", "ab-001", "I.a", "melatih pegawai (secara adil);"),
        ("arah kebijakan", "ab-002", "I.b", "Menata arsip."),
        ("arah kebijakan", "ab-003", "II.a", "Mendamaikan sengketa."),
        ("kelompok regulasi", "rk-1", "1", "Terkait kantor"),
        ("regulasi", "rg-001", "1.a", "SK Tata Arsip"),
        ("kegiatan prioritas", "pr-1", "pr-1", "Lembaga Kuat"),
        ("proyek prioritas", "pp-01", "pp-01", "Pegawai yang Cakap"),
        ("program", "pg-1", "I", "Program Dukungan"),
        ("program", "pg-2", "II", "Program Layanan"),
        ("kegiatan", "kg-001", "I.1", "Pembinaan Pegawai"),
        ("kegiatan", "kg-002", "II.1", "Bantuan Hukum"),
        ("sasaran", "sa-001", "sa-001", "Pegawai yang cakap"),
        ("sasaran", "sa-002", "sa-002", "Keuangan yang tertib"),
        ("sasaran", "sa-003", "sa-003", "Sengketa yang selesai"),
        ("indikator", "ik-001", "ik-001", "Persentase pegawai terlatih"),
        ("indikator", "ik-002", "ik-002", "Nilai akuntabilitas"),
        ("indikator", "ik-003", "ik-003", "Opini atas laporan keuangan"),
        ("indikator", "ik-004", "ik-004", "Jumlah sengketa"),
        ("indikator", "ik-005", "ik-005", "Jumlah badan yang dibentuk"),
        ("baris anggaran", "an-001", "an-001", "Pegawai yang cakap"),
        ("baris anggaran", "an-002", "an-002", "Pembayaran gaji (1234.001)"),
        ("baris anggaran", "an-003", "an-003", "Keuangan yang tertib"),
        ("baris anggaran", "an-004", "an-004", "Sengketa yang selesai"),
    ]


def test_links_stand_in_the_thread_s_order(thread: Thread) -> None:
    assert [f"{link.dari} {link.ke} {link.sifat}" for link in thread.links] == [
        "S1 tabel-so susunan",
        "S1 tabel-st susunan",
        "O1 tabel-so susunan",
        "T1 tabel-st susunan",
        "tabel-so st-001 susunan",
        "tabel-so st-002 susunan",
        "tabel-st st-003 susunan",
        "st-001 si-001 tersurat",
        "st-002 ab-002 tafsir",
        "st-003 si-001 tafsir",
        "si-001 sn-1 susunan",
        "si-001 ab-001 tersurat",
        "sn-1 su-1 tersurat",
        "tj-1 ss-1 susunan",
        "tj-1 ss-2 susunan",
        "ab-001 pg-1 susunan",
        "ab-002 rg-001 tafsir",
        "ab-002 pg-1 susunan",
        "ab-002 kg-002 tafsir",
        "ab-002 sa-002 tafsir",
        "ab-003 pg-2 susunan",
        "rk-1 rg-001 susunan",
        "pr-1 pp-01 susunan",
        "pp-01 sa-001 tersurat",
        "pg-1 kg-001 susunan",
        "pg-1 an-002 susunan",
        "pg-2 kg-002 susunan",
        "kg-001 sa-001 susunan",
        "kg-001 sa-002 susunan",
        "kg-002 sa-003 susunan",
        "sa-001 ik-001 susunan",
        "sa-001 ik-002 susunan",
        "sa-001 an-001 susunan",
        "sa-002 ik-003 susunan",
        "sa-002 an-003 susunan",
        "sa-003 ik-004 susunan",
        "sa-003 ik-005 susunan",
        "sa-003 an-004 susunan",
    ]


def test_direct_links_lead_both_ways(thread: Thread) -> None:
    assert [link.dari for link in thread.upstream("ab-002")] == ["st-002"]
    assert [link.ke for link in thread.downstream("ab-002")] == [
        "rg-001",
        "pg-1",
        "kg-002",
        "sa-002",
    ]
    assert (thread.upstream("S1"), thread.downstream("ik-001")) == ([], [])


def test_a_link_carries_the_entry_that_makes_it(thread: Thread) -> None:
    (structural,) = thread.upstream("ik-001")
    (stated,) = thread.upstream("su-1")
    (reading,) = thread.upstream("ab-002")

    assert structural.tautan is None
    assert stated.tautan
    assert stated.tautan.kutipan
    assert (stated.tautan.dasar, stated.tautan.kutipan.teks) == ("dinyatakan", "lahir dari sintesa")
    assert reading.tautan
    assert (reading.tautan.alasan, reading.tautan.line()) == ("Tanpa kata kantor.", 3)


def told(origins: tuple[Origin, ...], depth: int = 0) -> list[str]:
    """Each origin in a line, set in below what goes back to it."""
    lines = []
    for item in origins:
        lines.append(f"{'  ' * depth}{item.thing.id} {item.link.ke} {item.link.sifat}")
        lines += told(item.origins, depth + 1)
    return lines


def test_an_indicator_goes_back_to_what_is_said_of_itself_or_its_objective(thread: Thread) -> None:
    # ab-001 is a policy of the whole programme: the tables lead there, no link of its own does.
    assert told(thread.origins(["ik-001", "sa-001", "kg-001"])) == ["pp-01 sa-001 tersurat"]
    assert told(thread.origins(["ik-003", "sa-002", "kg-001"])) == [
        "ab-002 sa-002 tafsir",
        "  st-002 ab-002 tafsir",
    ]
    assert told(thread.origins(["ab-001"])) == [
        "si-001 ab-001 tersurat",
        "  st-001 si-001 tersurat",
        "  st-003 si-001 tafsir",
    ]


def test_of_several_things_the_first_that_says_so_is_told(thread: Thread) -> None:
    assert told(thread.origins(["sa-002", "kg-002"])) == [
        "ab-002 sa-002 tafsir",
        "  st-002 ab-002 tafsir",
    ]


def test_a_link_that_is_withdrawn_links_nothing(data: Path) -> None:
    kept = TAUTAN.replace(
        "alasan: Sama-sama tertib.",
        "alasan: Sama-sama tertib., ditarik: {tanggal: 2032-05-06, alasan: Terlalu umum.}",
    )
    (data / "tautan.yml").write_text(kept, encoding="utf-8")

    thread = build_thread(load_plan(data, "data"))

    assert thread.origins(["sa-002"]) == ()


def test_a_plan_of_tables_alone_has_its_structure(tiny: Plan) -> None:
    thread = build_thread(tiny)

    assert {link.sifat for link in thread.links} == {"susunan"}
    assert thread.origins(["ik-001", "sa-001", "kg-001"]) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Menata arsip.", "MENATA  Arsip ;", True, id="case, space, full stop"),
        pytest.param("Pemilu/ Pemilihan", "Pemilu /Pemilihan", True, id="a stroke with space"),
        pytest.param("hukum ,advokasi (SOP)", "hukum, advokasi SOP", True, id="comma, brackets"),
        pytest.param("Menata arsip", "Menata arsip kantor", False, id="a word more"),
        pytest.param("kelanjutan", "berkelanjutan", False, id="another word"),
        pytest.param("arsip, menata", "menata arsip", False, id="another order"),
    ],
)
def test_same_sentence(one: str, other: str, *, same: bool) -> None:
    assert same_sentence(one, other) is same


AT = "data/tautan.yml:2: tautan tl-001"
TAFSIR = "sifat: tafsir, alasan: Sama-sama melatih."


@pytest.mark.parametrize(
    ("link", "message"),
    [
        pytest.param(
            f"dari: st-009, ke: si-001, {TAFSIR}",
            f"{AT}: dari: st-009 tidak dikenal; periksa nomornya",
            id="no such number",
        ),
        pytest.param(
            f"dari: st-001, ke: si001, {TAFSIR}",
            f"{AT}: ke: si001 tidak dikenal; apakah maksudnya si-001?",
            id="misspelt",
        ),
        pytest.param(
            f"dari: ik-001, ke: S1, {TAFSIR}",
            f"{AT}: dari: ditemukan tautan dari indikator ke faktor; pangkal tautan hanya boleh "
            "strategi, butir sintesa, sintesa, sasaran strategis, arah kebijakan, proyek prioritas",
            id="from a kind that no link starts from",
        ),
        pytest.param(
            f"dari: tabel-so, ke: st-001, {TAFSIR}",
            f"{AT}: dari: ditemukan tautan dari tabel ke strategi; pangkal tautan hanya boleh "
            "strategi, butir sintesa, sintesa, sasaran strategis, arah kebijakan, proyek prioritas",
            id="what the table already states",
        ),
        pytest.param(
            f"dari: st-001, ke: S1, {TAFSIR}",
            f"{AT}: ke: ditemukan tautan dari strategi ke faktor; dari strategi tautan hanya boleh "
            "ke butir sintesa, arah kebijakan",
            id="to a kind that the thread does not join with it",
        ),
        pytest.param(
            f"dari: st-001, ke: st-001, {TAFSIR}",
            f"{AT}: ke: st-001 sama dengan pangkalnya; sebut dua hal berbeda",
            id="to itself",
        ),
        pytest.param(
            f"dari: st-003, ke: si-001, {TAFSIR}}}\n"
            f"  - {{id: tl-002, dari: st-003, ke: si-001, {TAFSIR}",
            "data/tautan.yml:3: tautan tl-002: st-003 ke si-001 sudah ditautkan oleh tl-001; "
            "hapus salah satunya",
            id="twice",
        ),
        pytest.param(
            "dari: st-001, ke: si-001, sifat: tersurat",
            f"{AT}: dasar: tidak ada; wajib diisi untuk tersurat",
            id="stated without a basis",
        ),
        pytest.param(
            "dari: st-003, ke: si-001, sifat: tafsir",
            f"{AT}: alasan: tidak ada; wajib diisi untuk tafsir",
            id="a reading without a reason",
        ),
        pytest.param(
            f"dari: st-003, ke: si-001, sifat: tafsir, dasar: dinyatakan, {KUTIPAN}, alasan: Mirip",
            f"{AT}: dasar: tidak dipakai untuk tafsir; hapus\n"
            f"{AT}: kutipan: tidak dipakai untuk tafsir; hapus",
            id="a reading with the basis of a statement",
        ),
        pytest.param(
            f"dari: st-001, ke: si-001, {SAMA}, {KUTIPAN}, alasan: Kalimatnya sama.",
            f"{AT}: alasan: tidak dipakai untuk kalimat_sama; hapus\n"
            f"{AT}: kutipan: tidak dipakai untuk kalimat_sama; hapus",
            id="the same sentence with a reason",
        ),
        pytest.param(
            "dari: sn-1, ke: su-1, sifat: tersurat, dasar: dinyatakan",
            f"{AT}: kutipan: tidak ada; wajib diisi untuk dinyatakan",
            id="stated without its words",
        ),
        pytest.param(
            "dari: sn-1, ke: su-1, sifat: tersurat, dasar: dinyatakan, "
            "kutipan: {naskah: ii-099, teks: lahir dari sintesa}",
            f"{AT}: kutipan: naskah: ii-099 tidak dikenal; periksa nomornya",
            id="words of a part that is not there",
        ),
        pytest.param(
            "dari: sn-1, ke: su-1, sifat: tersurat, dasar: dinyatakan, "
            "kutipan: {naskah: ii-002, teks: Lahir dari sintesa}",
            f'{AT}: kutipan: teks: "Lahir dari sintesa" tidak ada dalam ii-002; '
            "salin huruf demi huruf",
            id="words that do not stand there letter by letter",
        ),
        pytest.param(
            f"dari: st-003, ke: si-001, {SAMA}",
            f'{AT}: dasar: kalimatnya tidak sama: "Melatih para pegawai." dan '
            '"Melatih Pegawai secara adil"; periksa, atau jadikan tafsir',
            id="not the same sentence",
        ),
        pytest.param(
            f"dari: st-001, ke: ab-001, {TAFSIR}",
            f"{AT}: sifat: kalimatnya sama; jadikan tersurat, kalimat_sama",
            id="a reading of what is the same sentence",
        ),
        pytest.param(
            "dari: st-001, ke: ab-001, sifat: hampir_sama, alasan: Tanda kurungnya lain.",
            f"{AT}: sifat: kalimatnya sama; jadikan tersurat, kalimat_sama",
            id="almost the same, of what is the same sentence",
        ),
        pytest.param(
            "dari: st-003, ke: si-001, sifat: hampir_sama, alasan: Sama-sama melatih.",
            f'{AT}: sifat: bedanya lebih dari beberapa kata: "Melatih para pegawai." dan '
            '"Melatih Pegawai secara adil"; jadikan tafsir',
            id="almost the same, of what shares half its words",
        ),
        pytest.param(
            "dari: st-002, ke: ab-002, sifat: hampir_sama",
            f"{AT}: alasan: tidak ada; wajib diisi untuk hampir_sama",
            id="almost the same without what differs",
        ),
    ],
)
def test_refuses_a_link(data: Path, link: str, message: str) -> None:
    text = f"tautan:\n  - {{id: tl-001, {link}}}\n"
    (data / "tautan.yml").write_text(text, encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load_plan(data, "data")

    assert str(caught.value) == message


def test_says_all_broken_links_at_once(data: Path) -> None:
    text = (
        f"tautan:\n  - {{id: tl-001, dari: st-002, ke: ab-002, {SAMA}}}\n"
        f"  - {{id: tl-002, dari: st-001, ke: si-001, {TAFSIR}}}\n"
    )
    (data / "tautan.yml").write_text(text, encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load_plan(data, "data")

    assert str(caught.value) == (
        'data/tautan.yml:2: tautan tl-001: dasar: kalimatnya tidak sama: "Menata arsip kantor." '
        'dan "Menata arsip."; periksa, atau jadikan tafsir\n'
        "data/tautan.yml:3: tautan tl-002: sifat: kalimatnya sama; jadikan tersurat, kalimat_sama"
    )


def test_an_absent_file_is_told_before_what_follows_from_it(data: Path) -> None:
    (data / "swot.yml").unlink()

    with pytest.raises(DataError) as caught:
        load_plan(data, "data")

    first, *others = str(caught.value).splitlines()
    assert first == (
        "data/swot.yml:1: berkas tidak ada, padahal 3 tempat menyebut isinya, seperti st-001; "
        "kembalikan berkas itu, misalnya dari riwayat git, atau hapus yang menyebutnya"
    )
    assert others == [
        "data/tautan.yml:2: tautan tl-001: dari: st-001 tidak dikenal; apakah maksudnya si-001?",
        "data/tautan.yml:3: tautan tl-002: dari: st-002 tidak dikenal; apakah maksudnya sa-002?",
        "data/tautan.yml:4: tautan tl-003: dari: st-003 tidak dikenal; apakah maksudnya sa-003?",
    ]


def test_calls_no_end_unknown_where_an_id_of_its_kind_was_lost(data: Path) -> None:
    (data / "swot.yml").write_text(SWOT.replace("id: st-003", "id: st-3"), encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load_plan(data, "data")

    assert str(caught.value) == (
        'data/swot.yml:36: strategi st-3: id: ditemukan teks "st-3", '
        "seharusnya berpola seperti st-001"
    )
