"""What a year's figures rest on: its document, its approval, and files kept beside the data."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from renstra.dialect.problem import DataError
from renstra.past.review import review
from renstra.plan.plan import Plan
from renstra.reading.load import load_plan
from tests.renstra.reports import SUMBER, TAHUN, filled

PLACE = f"data/realisasi/{TAHUN}.yml"
FINAL = "\n    status_data: final"
YEAR = "sumber:\n  judul: Laporan Kinerja\n  tanggal: {}\n"
APPROVED = "persetujuan:\n  nomor: 7/BA\n  tanggal: 2032-02-05\n  jabatan: Sekretaris\n"
CONFIRM = "; perbaiki, atau bila memang benar, tulis sumber itu di tiap laporannya dengan penegasan"


def plan(head: str, entries: dict[str, str]) -> Plan:
    """The made-up plan with a report that has `head` behind its first line but one."""
    file = Path(PLACE)
    file.parent.mkdir(exist_ok=True)
    text = filled(entries).replace("batas_lapor:\n", f"batas_lapor:\n{head}", 1)
    file.write_text(text, encoding="utf-8")
    return load_plan(Path("data"))


def said(head: str, entries: dict[str, str]) -> list[str]:
    """What is lacking in such a report."""
    return [str(problem) for problem in review(plan(head, entries), None)]


def test_what_names_no_document_rests_on_that_of_its_year(project: Path) -> None:
    del project
    own = f"nilai: B{FINAL}{SUMBER}".replace("Laporan Kinerja", "Nota dinas")
    found = plan(YEAR.format("2032-01-31"), {"ik-002": own, "ik-003": f"nilai: WTP{FINAL}"})
    report = found.realisasi[TAHUN]
    documents = {entry.kode: entry.dokumen for entry in report.indikator}

    assert {kode: document and document.judul for kode, document in documents.items()} == {
        "ik-001": None,
        "ik-002": "Nota dinas",
        "ik-003": "Laporan Kinerja",
        "ik-004": None,
        "ik-005": None,
    }
    assert review(found, None) == []


@pytest.mark.parametrize(("status", "kind"), [("final", ""), ("sementara", "peringatan: ")])
def test_the_document_of_a_year_is_asked_about_once(project: Path, status: str, kind: str) -> None:
    del project
    entries = {
        "ik-002": f"nilai: B\n    status_data: {status}",
        "ik-003": "nilai: WTP\n    status_data: sementara",
    }

    assert said(YEAR.format("2030-12-31"), entries) == [
        f"{PLACE}:10: sumber: tanggal: {kind}ditemukan 2030-12-31, sebelum tahun 2031 "
        f"dimulai{CONFIRM}"
    ]


def test_a_report_may_confirm_the_same_document_as_its_own(project: Path) -> None:
    del project
    odd = SUMBER.replace("2032-01-31", "2030-12-31")
    entries = {"ik-002": f"nilai: B{FINAL}{odd}\n    penegasan: Nilai tahun itu terbit lebih awal."}

    assert said("", entries) == []


def require(data: Path) -> None:
    """Have the office ask for approval."""
    file = data / "rencana.yml"
    text = file.read_text(encoding="utf-8")
    head, naskah, rest = text.partition("naskah:")
    lines = rest.splitlines(keepends=True)
    end = next((n for n, line in enumerate(lines[1:], 1) if not line.startswith(" ")), len(lines))
    lines.insert(end, "wajib_persetujuan: true\n")
    file.write_text(head + naskah + "".join(lines), encoding="utf-8")


def test_where_the_office_asks_for_it_what_is_final_is_approved(project: Path) -> None:
    entries = {
        "ik-002": f"nilai: B{FINAL}{SUMBER}",
        "pg-1": f"realisasi: 1\n    status_data: sementara{SUMBER}",
    }
    assert said("", entries) == []

    require(project / "data")
    assert said("", entries) == [
        f"{PLACE}:6: persetujuan: 1 nilai final tanpa persetujuan, yang diwajibkan di rencana.yml; "
        "isi persetujuan: nomor, tanggal dan jabatan, atau tulis sementara"
    ]
    assert said(APPROVED, entries) == []
    assert said("", {"ik-002": entries["ik-002"].replace("final", "sementara")}) == []


def kept(name: str, digest: str | None) -> dict[str, str]:
    """A report that rests on a file kept beside the data."""
    source = f"\n    sumber:\n      judul: Berita acara\n      berkas: {name}"
    return {"ik-002": f"nilai: B{FINAL}{source}" + (f"\n      sha256: {digest}" if digest else "")}


def test_a_file_of_evidence_is_there_and_is_the_one(project: Path) -> None:
    content = b"%PDF-1.4 dibuat-buat"
    digest = hashlib.sha256(content).hexdigest()
    folder = project / "data/bukti"
    folder.mkdir()
    (folder / "ba.pdf").write_bytes(content)

    assert said("", kept("ba.pdf", digest)) == []
    (folder / "pipa.pdf").symlink_to(folder / "ba.pdf")
    place, mend = "indikator ik-002: sumber: ", "; tulis sidik itu, bila memang itu berkasnya"
    owed = f"padahal sidik data/bukti/ba.pdf {digest}{mend}"
    gone = "tidak ada atau tidak dapat dibaca; simpan di sana, atau perbaiki namanya"
    for name, given, message in (
        ("ba.pdf", None, f"23: {place}sha256: ditemukan kosong, {owed}"),
        ("ba.pdf", "a" * 64, f"26: {place}sha256: ditemukan {'a' * 64}, {owed}"),
        ("lain.pdf", digest, f"25: {place}berkas: berkas data/bukti/lain.pdf {gone}"),
        ("pipa.pdf", digest, f"25: {place}berkas: berkas data/bukti/pipa.pdf {gone}"),
    ):
        with pytest.raises(DataError) as refused:
            plan("", kept(name, given))
        assert [str(problem) for problem in refused.value.problems] == [f"{PLACE}:{message}"]


@pytest.mark.parametrize(
    "name", ["../rencana.yml", "a/b.pdf", "surat.docx", ".pdf", "surat dinas.pdf"]
)
def test_a_name_of_evidence_leads_nowhere_else(project: Path, name: str) -> None:
    del project
    with pytest.raises(DataError, match="sumber: berkas: ditemukan"):
        plan("", kept(f'"{name}"', "0" * 64))


def test_a_digest_is_of_something(project: Path) -> None:
    del project
    source = f"\n    sumber:\n      judul: Berita acara\n      sha256: {'a' * 64}"
    with pytest.raises(DataError) as refused:
        plan("", {"ik-002": f"nilai: B{FINAL}{source}"})

    assert [str(problem) for problem in refused.value.problems] == [
        f"{PLACE}:25: indikator ik-002: sumber: sha256: ada tanpa url atau berkas; isi salah "
        "satunya, atau kosongkan"
    ]
