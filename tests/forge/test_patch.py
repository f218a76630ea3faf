"""What a patch may do that the job that reads uploads hands over: attacks on its judge."""

from __future__ import annotations

import hashlib
import os
import zlib
from base64 import b85encode
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from renstra.forge import patch
from renstra.forge.patch import (
    HANDED,
    LARGEST_PATCH,
    LARGEST_WORDS,
    MOVED,
    PATCH,
    PROPOSAL,
    UNEXPECTED,
    UNUSABLE,
    apply_patch,
    write_patch,
)
from renstra.forge.telling import Forge
from tests.forge.repository import Repository

REPORT = "data/realisasi/2023.yml"
ALL = ("--binary", "--full-index", "--no-renames")


class Handover:
    """The second job: a work tree that a patch is applied to."""

    def __init__(self, repository: Repository, folder: Path) -> None:
        self.repository, self.folder = repository, folder
        (folder / HANDED).mkdir()
        (folder / PROPOSAL).write_text("Usulan.\n", encoding="utf-8")
        self.log = StringIO()
        env = {"RUNNER_TEMP": str(folder), "GITHUB_STEP_SUMMARY": str(folder / "ringkasan.md")}
        self.forge = Forge(env, self.log)
        self.base = repository.head()

    def made_by(self, change: Callable[[Repository], object], *options: str) -> bytes:
        """The patch of a change to the work tree, which is taken back."""
        change(self.repository)
        self.repository.git("add", "--all")
        self.repository.git("commit", "--quiet", "--allow-empty", "-m", "Ubah")
        self.repository.git("diff", *(options or ALL), "--output", "../patch", "HEAD^", "HEAD")
        self.repository.git("reset", "--quiet", "--hard", self.base)
        return (self.repository.folder.parent / "patch").read_bytes()

    def apply(self, content: bytes) -> tuple[int, str, str]:
        """Exit code, what the log says, and what the work tree then has."""
        (self.folder / PATCH).write_bytes(content)
        code = apply_patch(self.forge)
        assert self.repository.head() == self.base
        said = self.log.getvalue().replace("::error ::", "")
        return code, said, self.repository.git("status", "--porcelain", "--untracked-files=all")


@pytest.fixture
def handover(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Handover:
    """A repository with a report, a guide and an upload, and a folder for the patch."""
    folder = tmp_path_factory.mktemp("usulan")
    work = folder / "kerja"
    work.mkdir()
    monkeypatch.chdir(work)
    repository = Repository(work)
    repository.write(REPORT, "lama\n")
    repository.write("masuk/README.md", "# Mengirim realisasi\n")
    repository.write("masuk/isian.xlsx", "PK\0\1\n")
    repository.write("renstra/plan/plan.py", "kode\n")
    (work / "masuk/tautan.xlsx").symlink_to("/etc/passwd")
    repository.commit()
    return Handover(repository, folder)


def write(name: str, content: bytes) -> Callable[[Repository], object]:
    """A change that writes a file."""

    def change(repository: Repository) -> None:
        repository.write(name, "")
        (repository.folder / name).write_bytes(content)

    return change


def many(*changes: Callable[[Repository], object]) -> Callable[[Repository], object]:
    """Several changes in one patch."""
    return lambda repository: [change(repository) for change in changes]


def remove(name: str) -> Callable[[Repository], object]:
    """A change that takes a file away."""
    return lambda repository: (repository.folder / name).unlink()


def link(name: str, target: str) -> Callable[[Repository], object]:
    """A change that puts a link in the place of a file."""

    def change(repository: Repository) -> None:
        path = repository.folder / name
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    return change


class TestAllowed:
    """What a proposal is for."""

    @pytest.mark.parametrize(
        ("change", "status"),
        [
            (write(REPORT, b"baru\n"), f"M  {REPORT}"),
            (write("data/realisasi/2024.yml", b"baru\n"), "A  data/realisasi/2024.yml"),
            (write(REPORT, "é “”\n".encode()), f"M  {REPORT}"),
            (write(REPORT, b"tanpa baris akhir"), f"M  {REPORT}"),
            (
                many(write(REPORT, b"baru\n"), remove("masuk/isian.xlsx")),
                f"M  {REPORT}\nD  masuk/isian.xlsx",
            ),
            (remove("masuk/tautan.xlsx"), "D  masuk/tautan.xlsx"),
        ],
        ids=["changed", "new", "letters", "no end", "upload taken away", "link taken away"],
    )
    def test_applied(
        self, handover: Handover, change: Callable[[Repository], object], status: str
    ) -> None:
        """In index and work tree."""
        assert handover.apply(handover.made_by(change)) == (0, "", status)

    def test_as_the_first_job_writes_it(self, handover: Handover) -> None:
        """Its last commit and its words, byte for byte."""
        write(REPORT, b"baru\n")(handover.repository)
        remove("masuk/isian.xlsx")(handover.repository)
        handover.repository.commit()
        write_patch(handover.forge, "Kata-kata.\n")
        handover.repository.git("reset", "--quiet", "--hard", handover.base)
        assert (handover.folder / PROPOSAL).read_bytes() == b"Kata-kata.\n"
        content = (handover.folder / PATCH).read_bytes()
        assert handover.apply(content)[2] == f"M  {REPORT}\nD  masuk/isian.xlsx"


class TestAttacks:
    """Each leaves the work tree as it was, and says no more than it must."""

    @pytest.mark.parametrize(
        "change",
        [
            write("renstra/plan/plan.py", b"jahat\n"),
            write(".github/workflows/jahat.yml", b"on: push\n"),
            write("data/rencana.yml", b"x\n"),
            write("data/realisasi/2023.yaml", b"x\n"),
            write("data/realisasi/2023.YML", b"x\n"),
            write("Data/Realisasi/2024.yml", b"x\n"),
            write("data/realisasi/sub/2024.yml", b"x\n"),
            write("data/realisasi/2024.yml\n", b"x\n"),
            write("data/realisasi/\u0662\u0660\u0662\u0664.yml", b"x\n"),
            write("data/realisasi/.gitattributes", b"* -text\n"),
            write("x/data/realisasi/2024.yml", b"x\n"),
            write("masuk/baru.xlsx", b"PK"),
            write("masuk/isian.xlsx", b"diubah"),
            write("masuk/README.md", b"diubah\n"),
            remove("masuk/README.md"),
            remove(REPORT),
            link(REPORT, "/etc/passwd"),
            link("data/realisasi/2024.yml", "../../renstra/plan.py"),
            lambda it: (it.folder / REPORT).chmod(0o755),
            many(write(REPORT, b"x\n"), lambda it: (it.folder / REPORT).chmod(0o755)),
            lambda it: it.git("mv", "renstra/plan/plan.py", "data/realisasi/2024.yml"),
            lambda it: it.git("mv", REPORT, "renstra/2023.yml"),
            lambda it: it.git("mv", "masuk/isian.xlsx", "data/realisasi/2024.yml"),
            many(write(REPORT, b"baik\n"), write("Makefile", b"gate:\n\tid\n")),
            write(REPORT, b"satu\r\ndua\r\n"),
            write(REPORT, b"satu\0dua\n"),
            write(REPORT, b"\xff\xfe\n"),
            write(REPORT, b"# " + b"a" * patch.LARGEST_REPORT),
        ],
        ids=[
            "code",
            "workflow",
            "other data",
            "other ending",
            "ending in capitals",
            "folder in capitals",
            "folder below",
            "line break in the name",
            "other digits",
            "attributes",
            "same path elsewhere",
            "upload added",
            "upload changed",
            "guide changed",
            "guide removed",
            "report removed",
            "report made a link",
            "new link",
            "executable",
            "executable and changed",
            "code renamed to a report",
            "report renamed to code",
            "upload renamed to a report",
            "code beside a report",
            "CRLF",
            "NUL",
            "no UTF-8",
            "huge report",
        ],
    )
    @pytest.mark.parametrize("options", [ALL, ("--binary", "-M", "-C")], ids=["plain", "renames"])
    def test_more_than_a_proposal_may_do(
        self,
        handover: Handover,
        change: Callable[[Repository], object],
        options: tuple[str, ...],
    ) -> None:
        """By whatever form of patch."""
        code, said, status = handover.apply(handover.made_by(change, *options))
        assert (code, status) == (1, "")
        assert said.endswith(f"{UNEXPECTED}\n")
        assert "::" not in said.replace("::error", "")

    def test_submodule(self, handover: Handover) -> None:
        """Under the name of a report."""
        name = "data/realisasi/2024.yml"
        head = handover.repository.git("rev-parse", "HEAD")
        text = (
            f"diff --git a/{name} b/{name}\nnew file mode 160000\nindex 0000000..{head}\n"
            f"--- /dev/null\n+++ b/{name}\n@@ -0,0 +1 @@\n+Subproject commit {head}\n"
        )
        code, said, status = handover.apply(text.encode())
        assert (code, said, status) == (1, f"{name}\n{UNEXPECTED}\n", "")

    @pytest.mark.parametrize(
        "name",
        [
            "../luar.yml",
            "data/realisasi/../../renstra/x.py",
            "/tmp/luar.yml",
            ".git/hooks/post-checkout",
            ".GIT/config",
            "data/realisasi/.git/config",
            '"\\056\\056/luar.yml"',
            '".git\\057config"',
        ],
    )
    def test_paths_that_leave(self, handover: Handover, name: str) -> None:
        """Quoted or not: git takes none of them."""
        shown = name.strip('"')
        quote = '"' if name.startswith('"') else ""
        text = (
            f"diff --git {quote}a/{shown}{quote} {quote}b/{shown}{quote}\nnew file mode 100644\n"
            f"--- /dev/null\n+++ {quote}b/{shown}{quote}\n@@ -0,0 +1 @@\n+x\n"
        )
        before = sorted(handover.folder.rglob("*"))
        code, said, status = handover.apply(text.encode())
        assert (code, said, status) == (1, f"{MOVED}\n", "")
        made = {path.name for path in handover.folder.rglob("*") if path not in before}
        assert made == {"usulan.patch", "ringkasan.md", "ORIG_HEAD"}

    def test_quoted_path(self, handover: Handover) -> None:
        """A name is judged as git reads it, not as it is written."""
        text = (
            'diff --git "a/{0}" "b/{0}"\nindex 1..2 100644\n--- "a/{0}"\n+++ "b/{0}"\n'
            "@@ -1 +1 @@\n-kode\n+jahat\n"
        )
        code, said, status = handover.apply(text.format("renstra\\057plan\\057plan.py").encode())
        assert (code, said, status) == (1, f"renstra/plan/plan.py\n{UNEXPECTED}\n", "")

    def test_through_a_link_of_its_own(self, handover: Handover) -> None:
        """A folder that the patch itself makes a link is not written through."""
        text = (
            "diff --git a/data/lain b/data/lain\nnew file mode 120000\n--- /dev/null\n"
            "+++ b/data/lain\n@@ -0,0 +1 @@\n+/tmp\n\\ No newline at end of file\n"
            "diff --git a/data/lain/x b/data/lain/x\nnew file mode 100644\n--- /dev/null\n"
            "+++ b/data/lain/x\n@@ -0,0 +1 @@\n+x\n"
        )
        code, _, status = handover.apply(text.encode())
        assert (code, status) == (1, "")
        assert not os.path.lexists("data/lain")

    def test_file_twice(self, handover: Handover) -> None:
        """The second time over: what counts is the outcome."""
        first = handover.made_by(write(REPORT, b"baik\n"), "--no-prefix")
        text = first.replace(REPORT.encode(), b"a/" + REPORT.encode()).decode()
        text = text.replace(f"+++ a/{REPORT}", f"+++ b/{REPORT}")
        second = text.replace("-lama", "-baik").replace("+baik", "+bersih")
        mode = f"diff --git a/{REPORT} b/{REPORT}\nold mode 100644\nnew mode 100755\n"
        code, said, status = handover.apply((text + second + mode).encode())
        assert (code, status) == (1, "")
        assert said.endswith((f"{UNEXPECTED}\n", f"{MOVED}\n"))

    def test_binary_patch(self, handover: Handover) -> None:
        """A report may come as one, and is read all the same."""
        content = zlib.compress(b"\0jahat\0")
        line = bytes([ord("A") + len(content) - 1]) + b85encode(content, pad=True)
        name = b"data/realisasi/2024.yml"
        blob = hashlib.sha1(b"blob 7\0\0jahat\0").hexdigest()
        text = b"diff --git a/%s b/%s\nnew file mode 100644\nindex %s..%s\nGIT binary patch\n" % (
            name,
            name,
            b"0" * 40,
            blob.encode(),
        )
        code, said, status = handover.apply(text + b"literal 7\n" + line + b"\n\n")
        assert (code, status) == (1, "")
        assert said == f"{name.decode()}\n{UNEXPECTED}\n"

    def test_name_in_the_log(self, handover: Handover) -> None:
        """The name of a file is no command."""
        change = write("::set-output name=x::y/##[add-mask]z\n::error::a", b"x\n")
        code, said, _ = handover.apply(handover.made_by(change))
        assert code == 1
        assert said.splitlines()[0] == "| ::set-output name=x::y/## [add-mask]z ::error::a"

    @pytest.mark.parametrize(
        "content", [b"", b"bukan patch\n", b"\0\xff" * 50, b"diff --git a b\n"]
    )
    def test_no_patch(self, handover: Handover, content: bytes) -> None:
        """Nothing that git knows."""
        assert handover.apply(content) == (1, f"{MOVED}\n", "")

    def test_nothing_changes(self, handover: Handover) -> None:
        """A patch that comes to nothing proposes nothing."""
        text = handover.made_by(write(REPORT, b"baru\n"))
        back = text.replace(b"-lama", b"-x").replace(b"+baru", b"+lama").replace(b"-x", b"-baru")
        code, _, status = handover.apply(text + back)
        assert (code, status) == (1, "")

    def test_main_moved(self, handover: Handover) -> None:
        """The same value was changed meanwhile."""
        content = handover.made_by(write(REPORT, b"baru\n"))
        write(REPORT, b"lain\n")(handover.repository)
        handover.repository.commit()
        handover.base = handover.repository.head()
        assert handover.apply(content) == (1, f"{MOVED}\n", "")

    @pytest.mark.parametrize(
        ("name", "size"),
        [(PATCH, LARGEST_PATCH), (PROPOSAL, LARGEST_WORDS)],
        ids=["patch", "words"],
    )
    def test_huge(self, handover: Handover, name: str, size: int) -> None:
        """Neither read nor applied."""
        (handover.folder / PATCH).write_bytes(handover.made_by(write(REPORT, b"baru\n")))
        (handover.folder / name).write_bytes(b"a" * (size + 1))
        assert apply_patch(handover.forge) == 1
        assert handover.log.getvalue() == f"::error ::{UNUSABLE}\n"

    @pytest.mark.parametrize("name", [PATCH, PROPOSAL])
    @pytest.mark.parametrize("kind", ["missing", "link", "folder"])
    def test_no_file(self, handover: Handover, name: str, kind: str) -> None:
        """A link could name any file of the runner."""
        content = handover.made_by(write(REPORT, b"baru\n"))
        (handover.folder / PATCH).write_bytes(content)
        (handover.folder / "lain").write_bytes(content)
        path = handover.folder / name
        path.unlink()
        if kind == "link":
            path.symlink_to(handover.folder / "lain")
        elif kind == "folder":
            path.mkdir()
        assert apply_patch(handover.forge) == 1
        assert handover.log.getvalue() == f"::error ::{UNUSABLE}\n"
        assert handover.repository.git("status", "--porcelain") == ""
