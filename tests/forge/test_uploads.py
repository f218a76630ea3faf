"""Which uploads a push brings: the first script of import.yml on recorded events."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from renstra.forge.uploads import NOT_XLSX, Push
from tests.forge.arrival import (
    BRANCH,
    EVENTS,
    HOSTILE,
    ROOT,
    SHEET,
    UNKNOWN,
    Repository,
    Step,
    upload,
)

SCRIPTS = (
    "apply-patch",
    "choose-good",
    "choose-speed",
    "find-base",
    "find-uploads",
    "import-uploads",
    "refuse-older",
    "refuse-untested",
    "tell-proposal",
    "use-code",
)

NEEDED = ("GITHUB_EVENT_PATH", "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN", "RUNNER_TEMP")

NOTHING = Step(0, "Tidak ada berkas baru di masuk/.\n", "ada=false\n", "")
FOUND = Step(0, f"Ditemukan: {SHEET}\n", "ada=true\n", "")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """One file of data, no upload yet."""
    return Repository(tmp_path)


class TestScripts:
    """The scripts themselves; what they do is in modules that are linted with the rest."""

    @pytest.mark.parametrize("name", SCRIPTS)
    def test_is_executable(self, name: str) -> None:
        """The workflow calls it by name."""
        assert os.access(ROOT / ".ci" / name, os.X_OK)

    def test_are_linted(self) -> None:
        """Though ruff does not find them by their names."""
        for command in (["check"], ["format", "--check"]):
            done = subprocess.run(
                [Path(sys.executable).with_name("ruff"), *command, *SCRIPTS],
                cwd=ROOT / ".ci",
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout

    @pytest.mark.parametrize("name", SCRIPTS)
    def test_need_nothing_installed(self, repository: Repository, name: str) -> None:
        """Without the packages of any environment the modules are still found."""
        step = repository.run(name, sys.executable, "-S", **dict.fromkeys(NEEDED, ""))
        assert "ModuleNotFoundError" not in step.log


class TestFind:
    """`.ci/find-uploads`: which files wait, copied, and the work tree on the default branch."""

    def test_upload_to_main(self, repository: Repository) -> None:
        """The file's bytes as they are, and the work tree on main."""
        step = upload(repository, {SHEET: b"PK\x03\x04\r\n\x00"})
        assert step == FOUND
        assert repository.copies() == {"01.xlsx": b"PK\x03\x04\r\n\x00"}
        assert repository.git(repository.clone, "symbolic-ref", "HEAD") == "refs/heads/main"
        assert repository.status() == ""

    def test_hostile_names(self, repository: Repository) -> None:
        """Each is shown on one line that is no command; nothing of it is run."""
        files = {name: str(number).encode() for number, name in enumerate(HOSTILE)}
        step = upload(repository, files)
        log = "".join(f"Ditemukan: {name}\n" for name in HOSTILE.values())
        assert step == Step(0, log, "ada=true\n", "")
        assert sorted(repository.copies().values()) == sorted(files.values())
        assert not list(repository.clone.rglob("dipakai"))

    def test_new_branch(self, repository: Repository) -> None:
        """A branch adds only its upload: the rest of it is left, even where it is newer code."""
        after = repository.push(
            BRANCH, {SHEET: b"isi", "data/realisasi/2024.yml": b"x"}, start="main"
        )
        repository.push("main", {"data/realisasi/2023.yml": b"lebih baru\n"})
        repository.record("cabang-baru", after=after)
        repository.check_out(BRANCH)
        assert repository.run("find-uploads") == FOUND
        assert repository.copies() == {"01.xlsx": b"isi"}
        assert not (repository.clone / SHEET).exists()
        assert (repository.clone / "data/realisasi/2024.yml").read_bytes() == b"lama\n"
        assert (repository.clone / "data/realisasi/2023.yml").read_bytes() == b"lebih baru\n"
        assert repository.git(repository.clone, "symbolic-ref", "HEAD") == "refs/heads/main"

    def test_new_branch_without_upload(self, repository: Repository) -> None:
        """What waits in main already is not the branch's."""
        upload(repository, {SHEET: b"isi"})
        after = repository.push(BRANCH, {"data/x.yml": b""}, start="main")
        repository.record("cabang-baru", after=after)
        repository.check_out(BRANCH)
        assert repository.run("find-uploads") == NOTHING

    def test_branch_that_took_over_main(self, repository: Repository) -> None:
        """A merge of main into a branch brings main's uploads, which main's own run imports."""
        before = repository.push(BRANCH, {"data/x.yml": b""}, start="main")
        upload(repository, {SHEET: b"isi"})
        repository.git(repository.person, "checkout", "--quiet", BRANCH)
        repository.git(repository.person, "merge", "--quiet", "--no-edit", "main")
        after = repository.push(BRANCH, {})
        repository.record("cabang-lanjutan", before, after)
        repository.check_out(BRANCH)
        assert repository.run("find-uploads") == NOTHING

    def test_second_upload_to_a_branch(self, repository: Repository) -> None:
        """The first upload waits there too: it may have been refused together with another."""
        before = repository.push(BRANCH, {"masuk/a.xlsx": b"a"}, start="main")
        after = repository.push(BRANCH, {"masuk/b.xlsx": b"b"})
        repository.record("cabang-lanjutan", before, after)
        repository.check_out(BRANCH)
        log = "Ditemukan: masuk/a.xlsx\nDitemukan: masuk/b.xlsx\n"
        assert repository.run("find-uploads") == Step(0, log, "ada=true\n", "")

    def test_push_without_upload(self, repository: Repository) -> None:
        """Nothing is read again at a push about other things, nor is the folder's guide a sheet."""
        before = repository.push("main", {SHEET: b"isi"})
        after = repository.push("main", {"data/rencana.yml": b"", "masuk/README.md": b"baru"})
        repository.record("tanpa-unggahan", before, after)
        repository.check_out("main")
        assert repository.run("find-uploads") == NOTHING
        assert repository.copies() == {}

    def test_upload_taken_away(self, repository: Repository) -> None:
        """As a merged proposal does; what is left is read."""
        upload(repository, {SHEET: b"isi", "masuk/rusak.pdf": b""})
        assert upload(repository, {"masuk/rusak.pdf": None}) == FOUND
        assert upload(repository, {SHEET: None}) == NOTHING

    def test_branch_deleted(self, repository: Repository) -> None:
        """There is no commit to look at."""
        repository.record("cabang-dihapus", repository.first)
        assert repository.run("find-uploads") == NOTHING

    def test_tag(self, repository: Repository) -> None:
        """A tag is no upload."""
        repository.record("tag", after=repository.push("main", {SHEET: b"isi"}))
        repository.check_out("main")
        assert repository.run("find-uploads") == NOTHING

    def test_main_rewritten(self, repository: Repository) -> None:
        """The commit before is not here any more: all that waits is read, and no upload lost."""
        after = repository.push("main", {SHEET: b"isi"}, force=True)
        repository.record("tulis-ulang", UNKNOWN, after)
        repository.check_out("main")
        assert repository.run("find-uploads") == FOUND

    def test_branch_rewritten(self, repository: Repository) -> None:
        """It is compared with where it left main."""
        upload(repository, {"masuk/main.xlsx": b"main"})
        after = repository.push(BRANCH, {SHEET: b"isi"}, start="main")
        repository.record("tulis-ulang-cabang", UNKNOWN, after)
        repository.check_out(BRANCH)
        assert repository.run("find-uploads") == FOUND

    def test_branch_of_another_history(self, repository: Repository) -> None:
        """Nothing in common with main: all that waits in it is new."""
        repository.git(repository.person, "checkout", "--quiet", "--orphan", BRANCH)
        after = repository.push(BRANCH, {SHEET: b"isi"})
        repository.record("cabang-baru", after=after)
        repository.check_out(BRANCH)
        assert repository.run("find-uploads") == FOUND

    def test_default_branch_of_another_name(self, repository: Repository) -> None:
        """The event says which it is."""
        repository.push("utama", {"data/realisasi/2024.yml": b"utama\n"}, start="main")
        after = repository.push("main", {SHEET: b"isi"})
        repository.record("unggah-ke-main", repository.first, after, default="utama")
        repository.check_out("main")
        assert repository.run("find-uploads") == FOUND
        assert repository.git(repository.clone, "symbolic-ref", "HEAD") == "refs/heads/utama"

    def test_other_kinds_are_refused(self, repository: Repository) -> None:
        """A link is no sheet, whatever its name; the annotation cannot be forged by a name."""
        (repository.person / "masuk/tautan.xlsx").symlink_to("/etc/passwd")
        step = upload(repository, {"masuk/a,b:c%\n::error::palsu.pdf": b"%PDF"})
        name = "masuk/a,b:c% ::error::palsu.pdf"
        where = "masuk/a%2Cb%3Ac%25 %3A%3Aerror%3A%3Apalsu.pdf"
        assert step.log == (
            f"{name}: {NOT_XLSX}\n::error file={where},line=1::{NOT_XLSX}\n"
            f"masuk/tautan.xlsx: {NOT_XLSX}\n::error file=masuk/tautan.xlsx,line=1::{NOT_XLSX}\n"
        )
        assert step.summary == (
            f"### Berkas ditolak\n\n    {name}\n\n{NOT_XLSX}\n\n"
            f"### Berkas ditolak\n\n    masuk/tautan.xlsx\n\n{NOT_XLSX}\n\n"
        )
        assert (step.code, step.output) == (1, "ada=false\n")
        assert repository.copies() == {}

    def test_event_without_a_commit(self) -> None:
        """No other text gets where git expects a commit."""
        event = {"ref": "refs/heads/main", "before": "--output=x", "after": "0" * 40}
        with pytest.raises(ValueError, match="not a commit: '--output=x'"):
            Push.read(event)

    def test_every_recorded_event_is_used(self) -> None:
        """None lies idle."""
        text = Path(__file__).read_text(encoding="utf-8")
        assert [path.stem for path in EVENTS.iterdir() if f'"{path.stem}"' not in text] == []
