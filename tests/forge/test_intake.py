"""To a proposal: what was uploaded is imported, by a stand-in and for real; a figure withdrawn."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from renstra.forge.intake import (
    NOT_WITHDRAWN,
    REFUSED,
    SAME,
    SILENT,
    TIDIED,
    UPLOADED,
    WITHDRAWN,
)
from renstra.forge.pages import HEADING, LEGEND, NONE
from renstra.forge.patch import PROPOSAL
from renstra.forge.proposal import INVALID, LONGEST, UNCOMPARED, UNOPENED, Proposal
from renstra.forge.telling import harmless
from tests.forge.arrival import BRANCH, HOSTILE, ROOT, SHEET, Repository, Step, upload
from tests.renstra.reports import SUMBER, write

SOURCE = "##[set-output name=ubah;]true <b>@a</b> ${{ x }} `id`"
"""What a hostile cell holds."""

TYPED = ("TAHUN", "KODE", "ALASAN")
"""What is typed beside the button."""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """One file of data, no upload yet."""
    return Repository(tmp_path)


UNCHANGED = f"{HEADING}\n\n{NONE}"
"""What is told of pages where only an upload is taken away."""


def page(*lines: str) -> str:
    """What is told of the one page that the stand-in for a site has."""
    listed = "\n".join(f"    {line}" for line in ("/ · Laporan", *lines))
    return f"{HEADING}\n\n1 halaman berubah. {LEGEND}\n\n{listed}"


def body(names: list[str], *what: str) -> str:
    """The words of a pull request."""
    listed = "\n".join(f"    {name}" for name in names)
    return "\n\n".join(
        [
            "Usulan ini dibuat otomatis dari berkas yang diunggah ke `masuk/`:",
            listed,
            *what,
            UPLOADED + "\n",
        ]
    )


class TestImport:
    """`.ci/import-uploads`, on a stand-in for the command and a gate that only calls it."""

    def call(self, repository: Repository, number: int, name: str) -> list[str]:
        """The whole call for a copied file."""
        folder = repository.temp / "masuk"
        copy, summary = f"{folder}/{number:02}.xlsx", f"{folder}/ringkasan.md"
        command = ["realisasi", "impor", copy, "--nama", name]
        return [*command, "--anotasi", "--ringkasan", summary]

    def words(self, repository: Repository) -> str | None:
        """The words of the pull request, if any were written."""
        path = repository.temp / PROPOSAL
        return path.read_text(encoding="utf-8") if path.exists() else None

    def test_accepted(self, repository: Repository) -> None:
        """Imported, taken away, checked, and worded."""
        upload(repository, {SHEET: b"baru"})
        step = repository.run("import-uploads")
        what, pages = "### Berkas 01.xlsx: baru", page("- lama", "+ baru")
        assert step == Step(
            0, "01.xlsx: baru\n0 masalah\n", "ubah=true\n", f"{what}\n\n{pages}\n\n"
        )
        assert repository.calls() == [
            self.call(repository, 1, SHEET),
            ["periksa", "--anotasi"],
        ]
        assert repository.status() == ""
        assert self.words(repository) == body([SHEET], what, pages)
        assert repository.handed_over() == ["M data/realisasi/2024.yml", f"D {SHEET}"]

    def test_only_what_a_proposal_may_change(self, repository: Repository) -> None:
        """Whatever else the commands left lying about."""
        upload(repository, {SHEET: b"baru"})
        (repository.clone / "lain").write_text("bukan bagian usulan", encoding="utf-8")
        repository.run("import-uploads")
        assert repository.handed_over() == ["M data/realisasi/2024.yml", f"D {SHEET}"]

    def test_hostile_names(self, repository: Repository) -> None:
        """They arrive as one argument each, and every file is taken away, no other with it."""
        upload(repository, dict.fromkeys(HOSTILE, b"sama"))
        step = repository.run("import-uploads")
        raw = [os.fsdecode(name) for name in HOSTILE]
        names = ["".join(c if c.isprintable() else " " for c in name) for name in raw]
        assert repository.calls() == [
            *(self.call(repository, number, name) for number, name in enumerate(names, 1)),
            ["periksa", "--anotasi"],
        ]
        assert (step.code, step.output) == (0, "ubah=true\n")
        assert [path.name for path in (repository.clone / "masuk").iterdir()] == ["README.md"]
        what = [f"### Berkas {number:02}.xlsx: sama" for number in range(1, len(names) + 1)]
        assert self.words(repository) == body(names, *what, UNCHANGED)
        assert not list(repository.clone.rglob("dipakai"))
        assert sorted(repository.handed_over()) == sorted(
            f"D {name}".replace("\r", "\n") for name in raw
        )

    def test_from_a_branch(self, repository: Repository) -> None:
        """There is nothing to take away from the default branch."""
        after = repository.push(BRANCH, {SHEET: b"baru"}, start="main")
        repository.record("cabang-baru", after=after)
        repository.check_out(BRANCH)
        repository.run("find-uploads")
        step = repository.run("import-uploads")
        assert (step.code, step.output) == (0, "ubah=true\n")
        assert repository.handed_over() == ["M data/realisasi/2024.yml"]

    def test_a_name_is_no_pattern(self, repository: Repository) -> None:
        """What waits in main is not taken away by a branch's upload that is named like a glob."""
        upload(repository, {SHEET: b"lain"})
        after = repository.push(BRANCH, {"masuk/*.xlsx": b"baru"}, start="main")
        repository.record("cabang-baru", after=after)
        repository.check_out(BRANCH)
        assert repository.run("find-uploads").log == "Ditemukan: masuk/*.xlsx\n"
        repository.run("import-uploads")
        assert repository.handed_over() == ["M data/realisasi/2024.yml"]

    def test_only_tidied(self, repository: Repository) -> None:
        """The proposal only takes the file away, and says so where the importer says nothing."""
        upload(repository, {SHEET: b"diam"})
        repository.run("import-uploads")
        assert self.words(repository) == body([SHEET], TIDIED, UNCHANGED)
        assert repository.handed_over() == [f"D {SHEET}"]

    def test_site_before_cannot_be_built(self, repository: Repository) -> None:
        """What mends the data is proposed all the same."""
        repository.push("main", {"data/realisasi/2024.yml": None})
        upload(repository, {SHEET: b"baru"})
        step = repository.run("import-uploads")
        what = "### Berkas 01.xlsx: baru"
        assert (step.code, step.output) == (0, "ubah=true\n")
        assert step.summary == f"{what}\n\n{UNCOMPARED}\n\n"
        assert self.words(repository) == body([SHEET], what, UNCOMPARED)
        assert repository.handed_over() == ["A data/realisasi/2024.yml", f"D {SHEET}"]

    def test_nothing_changed(self, repository: Repository) -> None:
        """Nothing to take away either: no proposal, and the summary says so."""
        after = repository.push(BRANCH, {SHEET: b"sama"}, start="main")
        repository.record("cabang-baru", after=after)
        repository.check_out(BRANCH)
        repository.run("find-uploads")
        assert repository.run("import-uploads") == Step(
            0,
            f"01.xlsx: sama\n{SAME}\n",
            "ubah=false\n",
            f"### Berkas 01.xlsx: sama\n\n{SAME}\n\n",
        )
        assert self.words(repository) is None

    def test_one_of_several_refused(self, repository: Repository) -> None:
        """The others are tried, everything is told, and there is no proposal."""
        upload(repository, {"masuk/a.xlsx": b"tolak", "masuk/b.xlsx": b"baru"})
        step = repository.run("import-uploads")
        assert step == Step(
            1,
            f"::error file=masuk/x.xlsx,line=1::01.xlsx ditolak\n02.xlsx: baru\n{REFUSED}\n",
            "",
            "### Berkas 01.xlsx: tolak\n\n### Berkas 02.xlsx: baru\n\n" + f"{REFUSED}\n\n",
        )
        assert self.words(repository) is None

    def test_another_kind_beside(self, repository: Repository) -> None:
        """Refused while finding: the sheet beside it is tried, and the import fails anyway."""
        found = upload(repository, {"masuk/a.pdf": b"%PDF", "masuk/b.xlsx": b"baru"})
        assert (found.code, found.output) == (0, "ada=true\n")
        assert repository.run("import-uploads") == Step(
            1,
            f"01.xlsx: baru\n{REFUSED}\n",
            "",
            f"### Berkas 01.xlsx: baru\n\n{REFUSED}\n\n",
        )

    def test_refused_then_mended(self, repository: Repository) -> None:
        """Uploading the mended one is enough: the one that was good has waited."""
        upload(repository, {"masuk/a.xlsx": b"baru", "masuk/b.xlsx": b"tolak"})
        step = upload(repository, {"masuk/b.xlsx": b"sama"})
        assert step.log == "Ditemukan: masuk/a.xlsx\nDitemukan: masuk/b.xlsx\n"
        assert repository.run("import-uploads").output == "ubah=true\n"
        assert repository.handed_over() == [
            "M data/realisasi/2024.yml",
            "D masuk/a.xlsx",
            "D masuk/b.xlsx",
        ]

    def test_importer_that_breaks(self, repository: Repository) -> None:
        """A failure without an annotation is told in Indonesian."""
        upload(repository, {SHEET: b"jatuh"})
        assert repository.run("import-uploads") == Step(
            1,
            f"Traceback\n{SHEET}: {SILENT}\n::error file={SHEET},line=1::{SILENT}\n{REFUSED}\n",
            "",
            f"### Berkas ditolak\n\n    {SHEET}\n\n{SILENT}\n\n{REFUSED}\n\n",
        )

    def test_gate_not_passed(self, repository: Repository) -> None:
        """What the gate says is told, and there is no proposal."""
        upload(repository, {SHEET: b"salah"})
        step = repository.run("import-uploads")
        lines = step.log.splitlines()
        assert lines[:2] == ["01.xlsx: salah", "::error file=data/realisasi/2024.yml,line=1::salah"]
        assert lines[-1] == INVALID
        assert (step.code, step.output) == (1, "")
        assert step.summary == f"### Berkas 01.xlsx: salah\n\n{INVALID}\n\n"
        assert self.words(repository) is None

    def test_commands_in_a_sheet(self, repository: Repository) -> None:
        """What the importer repeats of a sheet is no command to the runner."""
        upload(repository, {SHEET: b"jahat"})
        assert repository.run("import-uploads").log == (
            "| ::set-output name=ubah::true\n"
            "sel berisi ## [set-output name=ubah;]true\n"
            "|   ::add-mask::a\n"
            "| ::add-mask::b\n"
            "01.xlsx: jahat\n"
            "0 masalah\n"
        )


class TestRealCommand:
    """The whole way with the real command, on the made-up plan of `tests/tiny`."""

    @pytest.fixture
    def sheet(self, repository: Repository, tmp_path: Path) -> Path:
        """A template of 2032, as `renstra realisasi templat` makes it, for a year just begun."""
        person = repository.person
        repository.install()
        (person / "data/realisasi/2024.yml").unlink()
        shutil.copytree(ROOT / "tests/tiny/data", person / "data", dirs_exist_ok=True)
        sheet = tmp_path / "isian.xlsx"
        for arguments in (["mulai", "2032"], ["templat", "2032", "--keluaran", str(sheet)]):
            command = [str(repository.clone / ".venv/bin/renstra"), "realisasi", *arguments]
            subprocess.run(command, cwd=person, check=True, capture_output=True)
        repository.push("main", {})
        return sheet

    def fill(self, sheet: Path, value: int | str) -> bytes:
        """The template with the year's value of the first indicator, its status and its source."""
        book = openpyxl.load_workbook(sheet)
        page = book["Indikator"]
        heads = [cell.value for cell in page[3]]
        filled: dict[str, int | str] = {
            "Nilai setahun": value,
            "Status data": "sementara",
            "Sumber: judul": SOURCE,
        }
        for head, content in filled.items():
            page.cell(4, heads.index(head) + 1).value = content
        book.save(sheet)
        return sheet.read_bytes()

    def test_accepted(self, repository: Repository, sheet: Path) -> None:
        """The pull request says what changes; what a cell holds stays text in it."""
        upload(repository, {SHEET: self.fill(sheet, 90)})
        step = repository.run("import-uploads")
        lines = [
            "ik-001 2032 · Nilai setahun: kosong → 90",
            "ik-001 2032 · Status data: kosong → sementara",
            f"ik-001 2032 · Sumber: judul: kosong → {SOURCE}",
            "3 perubahan ditulis ke data/realisasi/2032.yml.",
        ]
        log = step.log.splitlines()
        assert log[: len(lines)] == [line.replace("##[", "## [") for line in lines]
        assert [line for line in log[len(lines) :] if line.startswith("0 masalah di ")]
        what = "\n".join(["### Impor realisasi 2032\n", *(f"    {line}" for line in lines)])
        pages = page(
            "- nilai:",
            "+ nilai: 90",
            "- status_data:",
            "+ status_data: sementara",
            "- judul:",
            f'+ judul: "{SOURCE}"',
        )
        told = f"{what}\n\n{pages}\n\n"
        assert (step.code, step.output, step.summary) == (0, "ubah=true\n", told)
        words = (repository.temp / PROPOSAL).read_text(encoding="utf-8")
        assert words == body([SHEET], what, pages)
        assert repository.handed_over() == ["M data/realisasi/2032.yml", f"D {SHEET}"]

    def test_refused(self, repository: Repository, sheet: Path) -> None:
        """The summary and the annotation name file, sheet and cell; nothing is written."""
        upload(repository, {SHEET: self.fill(sheet, "%0A::error::sembilan puluh")})
        step = repository.run("import-uploads")
        message = step.log.splitlines()[0].removeprefix(f"{SHEET}: ")
        assert message.startswith("lembar Indikator, sel K4 (ik-001, Nilai setahun): ditemukan ")
        count = "1 masalah ditemukan; tidak ada yang ditulis."
        annotation = f"::error file={SHEET},line=1::{message.replace('%', '%25')}"
        assert step == Step(
            1,
            f"{SHEET}: {message}\n{annotation}\n{count}\n{REFUSED}\n",
            "",
            f"### Impor realisasi 2032\n\n    {SHEET}: {message}\n    {count}\n\n{REFUSED}\n\n",
        )
        assert repository.status() == ""


class TestWithdraw:
    """`.ci/withdraw-figure`, with the real command, on the made-up plan of `tests/tiny`."""

    @pytest.fixture
    def reported(self, repository: Repository) -> Repository:
        """A final figure of 2031, and the clone on the default branch."""
        data = repository.person / "data"
        repository.install()
        (data / "realisasi/2024.yml").unlink()
        shutil.copytree(ROOT / "tests/tiny/data", data, dirs_exist_ok=True)
        given = f"pembilang: 7\n    penyebut: 8\n    status_data: final{SUMBER}\n    analisis: Ada."
        write(data, {"ik-001": given})
        repository.push("main", {})
        repository.check_out("main")
        return repository

    def test_withdrawn(self, reported: Repository) -> None:
        """What is taken away and why, in the proposal; what was typed stays text in it."""
        typed = {"TAHUN": " 2031", "KODE": "IK-001 ", "ALASAN": f"{SOURCE}\n# Judul"}
        step = reported.run("withdraw-figure", **typed)
        lines = [
            "ik-001 2031 · Pembilang: 7 → kosong",
            "ik-001 2031 · Penyebut: 8 → kosong",
            "ik-001 2031 · Status data: final → ditarik",
            "ik-001 2031 · Analisis: Ada. → kosong",
            "Ditarik di data/realisasi/2031.yml.",
        ]
        log = step.log.splitlines()
        assert log[: len(lines)] == [line.replace("##[", "## [") for line in lines]
        assert log[-1].endswith(" baris anggaran.")
        listed = "\n".join(f"    {line}" for line in lines)
        what = f"### Yang ditarik\n\n{listed}\n\nAlasannya:\n\n    {SOURCE} # Judul"
        pages = page(
            "- pembilang: 7",
            "+ pembilang:",
            "- penyebut: 8",
            "+ penyebut:",
            "- status_data: final",
            "+ status_data: ditarik",
            "- analisis: Ada.",
            "+ analisis:",
            f'+ alasan_perubahan: "{SOURCE} # Judul"',
        )
        told = f"{what}\n\n{pages}\n\n"
        assert (step.code, step.output, step.summary) == (0, "ubah=true\n", told)
        assert (reported.temp / PROPOSAL).read_text(encoding="utf-8") == "\n\n".join(
            ["Usulan ini dibuat dengan tombol *Tarik dulu*.", what, pages, f"{WITHDRAWN}\n"]
        )
        assert reported.status() == ""
        assert reported.handed_over() == ["M data/realisasi/2031.yml"]

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            (("2031", "ik-002", "Salah."), "ik-002 tidak melaporkan apa pun untuk 2031"),
            (("2033", "ik-001", "Salah."), "data/realisasi/2033.yml: berkas tidak ada"),
            (("1999", "ik-001", "Salah."), "1999 di luar rencana"),
            (("tahun ini", "ik-001", "Salah."), "nilai untuk TAHUN tidak dapat dipakai"),
            (("--help", "ik-001", "Salah."), "nilai untuk TAHUN tidak dapat dipakai"),
            (("2031", "--data=/etc", "Salah."), "--data=/etc tidak melaporkan apa pun untuk 2031"),
            (("2031", "ik-001", " "), "alasan_perubahan"),
            (("", "", ""), "nilai untuk TAHUN tidak dapat dipakai"),
            (("2031", "::error::$(touch dipakai)`id`", "##[add-mask]x"), "tidak melaporkan apa"),
        ],
    )
    def test_wrongly_typed(
        self, reported: Repository, typed: tuple[str, str, str], said: str
    ) -> None:
        """What is wrong, and what is expected; nothing is proposed."""
        step = reported.run("withdraw-figure", **dict(zip(TYPED, typed, strict=True)))
        lines = step.log.splitlines()
        assert said in step.log
        assert (step.code, step.output, lines[-1]) == (1, "", f"::error ::{NOT_WITHDRAWN}")
        shown = "\n".join(f"    {line}" for line in lines[:-1])
        assert step.summary == f"{shown}\n\n{NOT_WITHDRAWN}\n\n"
        assert not (reported.temp / PROPOSAL).exists()
        assert reported.status() == ""

    def test_gate_not_passed(self, reported: Repository) -> None:
        """What else is wrong with the data is told, and there is no proposal."""
        (reported.clone / "Makefile").write_text("gate:\n\t@echo merah; false\n", encoding="utf-8")
        typed = ("2031", "ik-001", "Salah.")
        step = reported.run("withdraw-figure", **dict(zip(TYPED, typed, strict=True)))
        assert (step.code, step.output, step.log.splitlines()[-1]) == (1, "", INVALID)
        assert step.summary.endswith(f"\n    Salah.\n\n{INVALID}\n\n")
        assert not (reported.temp / PROPOSAL).exists()


class TestWords:
    """What is written of anybody's text."""

    def test_long_summary_is_cut_at_a_line(self) -> None:
        """The forge refuses a longer body; pages are told whole, the run's summary has the rest."""
        line = "    satu baris"
        made = Proposal("", "Awal.", "\n".join([line] * LONGEST), "Akhir.")
        text = made.words(UNCHANGED)
        assert text == "\n\n".join(
            [
                "Awal.",
                "\n".join([line] * ((LONGEST - len(UNCHANGED)) // (len(line) + 1))),
                "Selebihnya ada di ringkasan alur kerja yang membuat usulan ini.",
                UNCHANGED,
                "Akhir.\n",
            ]
        )
        assert len(text) < 65_536 - len(UPLOADED)

    def test_harmless(self) -> None:
        """Annotations pass; no other line is a command, whatever is put before it."""
        text = (
            "::error file=a,line=1::##[add-mask]x\n::warning file=a::b\n  ::stop-commands::x\n"
            "\u00a0::error::x\n####[group]x\r\n::group::a\u2028::debug::b\x85::notice::c\nRp\u00a01.000"
        )
        assert harmless(text) == [
            "::error file=a,line=1::## [add-mask]x",
            "::warning file=a::b",
            "|   ::stop-commands::x",
            "|  ::error::x",
            "#### [group]x",
            "| ::group::a",
            "| ::debug::b",
            "| ::notice::c",
            "Rp 1.000",
        ]


class TestTell:
    """`.ci/tell-proposal`: where the pull request is, or why there is none."""

    def test_opened(self, repository: Repository) -> None:
        """Its address."""
        address = "https://github.com/kpu-contoh/renstra/pull/7"
        assert repository.run("tell-proposal", USULAN=address) == Step(
            0, f"Usulan: {address}\n", "", f"### Usulan sudah dibuka\n\n{address}\n\n"
        )

    def test_not_opened(self, repository: Repository) -> None:
        """Which setting the forge lacks, for those who keep the repository."""
        assert "Allow GitHub Actions to create and approve pull requests" in UNOPENED
        assert repository.run("tell-proposal") == Step(
            0, f"::error ::{UNOPENED}\n", "", f"### Usulan belum dibuka\n\n{UNOPENED}\n\n"
        )


def test_folder_of_uploads_stays() -> None:
    """`git add` adds nothing at all where one of the proposal's folders is not there."""
    assert (ROOT / "masuk/README.md").is_file()
