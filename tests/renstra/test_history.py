"""The past of the reports, read from real little repositories."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from renstra.past.reported import changes
from renstra.past.review import review
from renstra.past.versions import History, read_history
from renstra.reading.load import load_plan
from tests.renstra.reports import SUMBER, without, write
from tests.renstra.test_sources import require

FOLDER = Path("data/realisasi")
IDENTITY = ["-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid"]


def run(*words: str, day: str = "2031-01-01") -> None:
    """Run git here, on a given day."""
    time = f"{day}T23:30:00+07:00"
    subprocess.run(
        ["git", *IDENTITY, *words],
        check=True,
        capture_output=True,
        env={
            "PATH": "/usr/bin:/bin:/usr/local/bin",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_COMMITTER_DATE": time,
            "GIT_AUTHOR_DATE": time,
        },
    )


def commit(day: str, entries: dict[str, str] | None = None, tahun: int = 2031) -> None:
    """Write a year's report, if any is given, and commit all there is."""
    if entries is not None:
        write(Path("data"), entries, tahun)
    run("add", "-A")
    run("commit", "-q", "--allow-empty", "-m", "Data", day=day)


@pytest.fixture
def repository(project: Path) -> Path:
    """The made-up plan in a repository of its own."""
    run("init", "-q", "-b", "main")
    commit("2031-02-03")
    return project


def history() -> History:
    """The past of the reports here."""
    found = read_history(FOLDER)
    assert found is not None
    return found


def said() -> list[str]:
    """The errors that a review of the data here finds."""
    plan = load_plan(Path("data"))
    return [str(problem) for problem in review(plan, history()) if not problem.warning]


def report(nilai: str, status: str = "final", more: str = "") -> dict[str, str]:
    """A report on one indicator of which nothing but its figure matters."""
    lines = f"nilai: {nilai}\n    status_data: {status}{SUMBER}\n    analisis: Ada."
    return {"ik-002": lines + (f"\n    {more}" if more else "")}


def told() -> list[str]:
    """Each change in a line."""
    return [
        f"{item.version.day} {item.tahun} {item.kode} "
        f"{item.sebelum.hasil if item.sebelum else '-'} "
        f"{item.sesudah.hasil if item.sesudah else '-'}"
        for item in changes(history(), load_plan(Path("data")))
    ]


def test_changes_newest_first_whatever_else_moved(repository: Path) -> None:
    commit("2032-01-05", {})
    commit("2032-02-10", report("B", "sementara"))
    file = Path("data/realisasi/2031.yml")
    file.write_text(f"# Catatan.\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    commit("2032-02-11")
    commit("2032-02-12", report("BB", "sementara") | {"ik-001": "triwulan:\n      1: 10" + SUMBER})
    commit("2033-02-12", report("A"), 2032)
    commit("2033-02-13", report("BB"))

    assert told() == [
        "2033-02-13 2031 ik-001 None None",
        "2033-02-13 2031 ik-002 BB BB",
        "2033-02-12 2032 ik-002 - A",
        "2032-02-12 2031 ik-001 None None",
        "2032-02-12 2031 ik-002 B BB",
        "2032-02-10 2031 ik-002 None B",
    ]


def test_a_merged_branch_is_one_change_of_the_main_line(repository: Path) -> None:
    commit("2032-01-05", {})
    run("switch", "-q", "-c", "usul")
    commit("2032-02-01", report("B", "sementara"))
    commit("2032-02-02", report("BB", "sementara"))
    run("switch", "-q", "main")
    run("merge", "-q", "--no-ff", "-m", "Gabung", "usul", day="2032-02-05")

    assert told() == ["2032-02-05 2031 ik-002 None BB"]


def test_a_broken_commit_is_no_report(repository: Path) -> None:
    commit("2032-02-10", report("B", "sementara"))
    Path("data/realisasi/2031.yml").write_text("tahun: [", encoding="utf-8")
    commit("2032-02-11")
    commit("2032-02-12", report("BB", "sementara"))

    assert told() == ["2032-02-12 2031 ik-002 B BB", "2032-02-10 2031 ik-002 - B"]


def test_a_file_taken_away_withdraws_its_reports(repository: Path) -> None:
    commit("2032-02-10", report("B", "sementara"))
    Path("data/realisasi/2031.yml").unlink()
    commit("2032-02-11")

    assert told() == ["2032-02-11 2031 ik-002 B -", "2032-02-10 2031 ik-002 - B"]


APPROVED = "persetujuan:\n  nomor: {}/BA/2032\n  tanggal: 2032-02-05\n  jabatan: Sekretaris\n"


def approve(number: int) -> None:
    """Record an approval of the year's figures."""
    file = Path("data/realisasi/2031.yml")
    text = re.sub(r"persetujuan:\n(  .*\n)+", "", file.read_text(encoding="utf-8"))
    text = text.replace("indikator:\n", f"{APPROVED.format(number)}indikator:\n", 1)
    file.write_text(text, encoding="utf-8")


def test_an_approval_is_of_what_was_final_when_it_was_recorded(repository: Path) -> None:
    require(Path("data"))
    write(Path("data"), report("B"), 2031)
    approve(1)
    assert said() == [], "what is not committed yet is approved by what comes with it"
    commit("2032-02-06")
    assert said() == []

    later = report("B") | {"ik-003": "nilai: WTP\n    status_data: final" + SUMBER}
    write(Path("data"), later, 2031)
    approve(1)
    late = (
        "nilai ini final sesudah persetujuan Nomor 1/BA/2032 dicatat; catat persetujuan yang baru, "
        "atau tulis sementara"
    )
    assert [line.partition(": status_data: ")[2] for line in said()] == [late]
    commit("2032-02-07")
    assert [line.partition(": status_data: ")[2] for line in said()] == [late]

    approve(2)
    assert said() == []
    commit("2032-02-08")
    revised = report("BB", "direvisi", "alasan_perubahan: Salah salin.")
    write(Path("data"), later | revised, 2031)
    approve(2)
    assert [line.partition(": indikator ")[2][:6] for line in said()] == ["ik-002"]
    approve(3)
    commit("2032-02-09")
    assert said() == []
    words = revised["ik-002"].replace("analisis: Ada.", "analisis: Ada dan jelas.")
    write(Path("data"), later | {"ik-002": words}, 2031)
    approve(3)
    assert said() == [], "words beside a figure need no approval"


def test_without_history_there_is_none(project: Path) -> None:
    write(project / "data", {})
    assert read_history(FOLDER) is None
    assert read_history(Path("tidak-ada")) is None


def test_a_shallow_clone_has_no_history(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit("2032-02-10", report("B"))
    commit("2032-02-11", report("BB"))
    run("clone", "-q", "--depth", "1", f"file://{repository}", "dangkal")
    monkeypatch.chdir("dangkal")

    assert read_history(FOLDER) is None


def test_a_final_figure_changed_in_silence(repository: Path) -> None:
    commit("2032-02-10", report("B"))
    write(repository / "data", report("BB"))
    refused = [
        "data/realisasi/2031.yml:22: indikator ik-002: status_data: nilai final diubah dari B "
        "menjadi BB; tulis status_data: direvisi dan alasan_perubahan"
    ]

    assert said() == refused
    commit("2032-02-11")
    assert said() == refused, "committing it does not make it right"
    commit("2032-02-12", report("BB", "direvisi", "alasan_perubahan: Salah salin."))
    assert said() == []
    commit("2032-02-13", report("A", "direvisi", "alasan_perubahan: Salah salin."))
    assert said() == []


def test_a_provisional_figure_may_change(repository: Path) -> None:
    commit("2032-02-10", report("B", "sementara"))
    write(repository / "data", report("BB"))

    assert said() == []


def test_a_final_budget_changed_in_silence(repository: Path) -> None:
    money = "pagu: 290000\n    realisasi: 280000\n    status_data: final" + SUMBER
    commit("2032-02-10", {"pg-1": money})
    write(repository / "data", {"pg-1": money.replace("280000", "285000")})

    assert said() == [
        "data/realisasi/2031.yml:68: program pg-1: status_data: nilai final diubah dari pagu "
        "290000, realisasi 280000 menjadi pagu 290000, realisasi 285000; tulis status_data: "
        "direvisi dan alasan_perubahan"
    ]


def test_a_source_younger_than_the_commit(repository: Path) -> None:
    write(repository / "data", report("B"))
    assert said() == [], "what is not committed has no day"
    commit("2032-01-30")
    refused = (
        "data/realisasi/2031.yml:25: indikator ik-002: sumber: tanggal: ditemukan 2032-01-31, "
        "sesudah laporan ini dicatat pada 2032-01-30; perbaiki, atau bila memang benar, "
        "terangkan di penegasan"
    )
    assert said() == [refused]
    commit("2032-02-20", report("B") | {"ik-003": f"nilai: WDP\n    status_data: final{SUMBER}"})
    assert said() == [refused], "it was recorded when it took its present form"


def test_a_final_figure_is_not_left_out_in_silence(repository: Path) -> None:
    commit("2032-02-10", report("B"))
    file = Path("data/realisasi/2031.yml")
    file.write_text(without(file.read_text(encoding="utf-8"), "ik-002"), encoding="utf-8")
    wanted = [
        "data/realisasi/2031.yml:8: indikator ik-002: status_data: nilai final B dihapus; "
        "kembalikan, atau tulis status_data: ditarik dan alasan_perubahan"
    ]

    assert said() == wanted
    commit("2032-02-11")
    assert said() == wanted


def test_a_year_with_a_final_figure_is_not_taken_away_in_silence(repository: Path) -> None:
    commit("2032-02-10", report("B"))
    Path("data/realisasi/2031.yml").unlink()
    commit("2032-02-11")
    wanted = [
        "data/realisasi/2031.yml:1: ik-002: nilai final B dihapus; kembalikan, atau tulis "
        "status_data: ditarik dan alasan_perubahan"
    ]

    assert said() == wanted
    run("mv", "data", "pindah")
    commit("2032-02-12")
    run("mv", "pindah", "data")
    commit("2032-02-13", report("BB"))
    assert [one.partition(": nilai ")[2] for one in said()] == [
        "final diubah dari B menjadi BB; tulis status_data: direvisi dan alasan_perubahan"
    ]


def test_a_final_figure_is_withdrawn_with_a_reason(repository: Path) -> None:
    commit("2032-02-10", report("B"))
    commit("2032-02-11", report("", "ditarik", "alasan_perubahan: Salah lampiran."))
    assert said() == []
    assert told()[0] == "2032-02-11 2031 ik-002 B None"

    write(Path("data"), {})
    assert said() == [
        "data/realisasi/2031.yml:22: indikator ik-002: status_data: tanda bahwa nilainya ditarik "
        "dihapus; kembalikan status_data: ditarik dan alasan_perubahan, atau isi nilai gantinya "
        "dengan alasan_perubahan"
    ]
    write(Path("data"), report("BB", "sementara"))
    assert said() == [
        "data/realisasi/2031.yml:22: indikator ik-002: status_data: nilai yang ditarik diganti "
        "dengan BB; tulis alasan_perubahan"
    ]
    commit("2032-02-12", report("BB", "sementara", "alasan_perubahan: Salah lampiran."))
    assert said() == []
    commit("2032-02-13", report("A", "final", "alasan_perubahan: Salah lampiran."))
    assert said() == []
    commit("2032-02-14", report("A"))
    assert said() == [], "the reason stands in the history"


@pytest.mark.parametrize("left_out", [True, False])
def test_what_was_final_before_a_gap_is_remembered(repository: Path, *, left_out: bool) -> None:
    commit("2032-02-10", report("B"))
    file = write(Path("data"), {})
    if left_out:
        file.write_text(without(file.read_text(encoding="utf-8"), "ik-002"), encoding="utf-8")
    commit("2032-02-11")
    write(Path("data"), report("BB"))

    assert [one.partition(": nilai ")[2] for one in said()] == [
        "final diubah dari B menjadi BB; tulis status_data: direvisi dan alasan_perubahan"
    ]


def test_changes_are_in_the_plan_s_order_whatever_is_left_out(repository: Path) -> None:
    lines = report("B", "sementara") | {"ik-001": "triwulan:\n      1: 10" + SUMBER}
    file = write(Path("data"), report("A", "sementara"))
    file.write_text(without(file.read_text(encoding="utf-8"), "ik-001"), encoding="utf-8")
    commit("2032-02-10")
    commit("2032-02-11", lines)

    assert told() == [
        "2032-02-11 2031 ik-001 - None",
        "2032-02-11 2031 ik-002 A B",
        "2032-02-10 2031 ik-002 - A",
    ]


def test_the_document_of_a_year_is_no_younger_than_its_record(repository: Path) -> None:
    """It is asked about once, from the day since which it stands as it stands."""
    file = Path("data/realisasi/2031.yml")
    for day, number in (("2032-01-10", 1), ("2032-01-15", 2), ("2032-02-02", 2)):
        write(
            Path("data"),
            {"ik-002": f"nilai: B\n    status_data: final\n    analisis: Sejak {day}."},
        )
        head = f"batas_lapor:\nsumber:\n  judul: LKj\n  nomor: LKj/{number}\n  tanggal: 2032-01-31"
        text = file.read_text(encoding="utf-8").replace("batas_lapor:", head, 1)
        file.write_text(text, encoding="utf-8")
        commit(day)

    assert said() == [
        "data/realisasi/2031.yml:11: sumber: tanggal: ditemukan 2032-01-31, sesudah dicatat pada "
        "2032-01-15; perbaiki, atau bila memang benar, tulis sumber itu di tiap laporannya dengan "
        "penegasan"
    ]


def test_a_tag_that_a_decree_names_is_there(repository: Path) -> None:
    revisi = "revisi:\n  - id: rv-001\n    nomor: 1/CONTOH/2031\n    tanggal: 2031-02-03\n"
    Path("data/revisi.yml").write_text(f"{revisi}    commit: rencana-awal\n", encoding="utf-8")
    data = Path("data")

    assert [str(problem) for problem in review(load_plan(data), None, data)] == [
        "data/revisi.yml:5: revisi rv-001: commit: rencana-awal tidak ada di riwayat git; perbaiki "
        "namanya, buat tagnya, atau kosongkan"
    ]
    run("tag", "rencana-awal")
    assert review(load_plan(data), None, data) == []
    run("tag", "-d", "rencana-awal")
    (repository / ".git").rename(repository / "git-lama")
    assert review(load_plan(data), None, data) == [], "without a history nothing is asked"
