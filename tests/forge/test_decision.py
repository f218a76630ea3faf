"""Which of two speeds a change needs: the rule on made-up commits, and read from git."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from renstra.forge.decision import (
    BASE,
    CHANGED,
    FIRST,
    PUBLISHED,
    REMEMBERED,
    UNKNOWN,
    Contents,
    Decision,
    TreeEntry,
    contents,
    decide,
    read_entries,
    with_code,
)
from tests.forge.repository import Repository

PLAIN = "100644"
BLOB = "a" * 40

OLD = Contents("aa", "01")
REPORTED = Contents("aa", "02")
CODED = Contents("bb", "01")
BOTH = Contents("bb", "02")


def gate(reason: str) -> Decision:
    """The gate alone."""
    return Decision(suite=False, reports_first=False, reason=reason)


class TestDecide:
    """The rule itself, each branch of it."""

    @pytest.mark.parametrize(
        ("head", "published", "base", "passed", "expected"),
        [
            (REPORTED, OLD, None, set(), gate(PUBLISHED)),
            (OLD, OLD, None, set(), gate(PUBLISHED)),
            (CODED, OLD, None, set(), Decision(suite=True, reports_first=False, reason=CHANGED)),
            (
                BOTH,
                OLD,
                None,
                set(),
                Decision(suite=True, reports_first=True, reason=f"{CHANGED} {FIRST}"),
            ),
            (BOTH, OLD, None, {"bb"}, gate(REMEMBERED)),
            (BOTH, OLD, None, {"aa"}, Decision(True, True, f"{CHANGED} {FIRST}")),
            (REPORTED, None, None, set(), Decision(True, False, UNKNOWN)),
            (REPORTED, None, None, {"aa"}, gate(REMEMBERED)),
            # A proposal: its own changes count, and never publish anything.
            (BOTH, OLD, CODED, set(), gate(BASE)),
            (BOTH, None, CODED, set(), gate(BASE)),
            (BOTH, OLD, OLD, set(), Decision(True, False, CHANGED)),
            (BOTH, OLD, OLD, {"bb"}, gate(REMEMBERED)),
            (BOTH, None, OLD, set(), Decision(True, False, UNKNOWN)),
            # One that takes failed code back to what is published.
            (OLD, OLD, CODED, set(), gate(PUBLISHED)),
        ],
        ids=[
            "report",
            "nothing",
            "code",
            "report on code that did not pass",
            "report on code that passed",
            "other code passed",
            "nothing published",
            "nothing published, code passed",
            "proposal of a report on code that did not pass",
            "proposal of a report, nothing published",
            "proposal of code",
            "proposal of code that passed",
            "proposal of code, nothing published",
            "proposal of the published code",
        ],
    )
    def test_each_branch(
        self,
        head: Contents,
        published: Contents | None,
        base: Contents | None,
        passed: set[str],
        expected: Decision,
    ) -> None:
        """What runs, and why."""
        assert decide(head, published=published, base=base, passed=passed) == expected


class TestEntry:
    """What the gate judges by itself, and what is code."""

    @pytest.mark.parametrize(
        "path",
        [
            "data/realisasi/2023.yml",
            "data/terbit/alamat.txt",
            "masuk/Realisasi TW I.xlsx",
            "docs/index.md",
            "docs/panduan/kantor-lain.md",
        ],
    )
    def test_report(self, path: str) -> None:
        """Plain files in `data/` and `masuk/`, and Markdown in `docs/`."""
        assert TreeEntry(PLAIN, BLOB, path).is_report

    @pytest.mark.parametrize(
        ("mode", "path"),
        [
            (PLAIN, "docs/assets/javascripts/situs.js"),
            (PLAIN, "docs/index.MD"),
            (PLAIN, "docs/index.md/x.py"),
            (PLAIN, "Data/realisasi/2023.yml"),
            (PLAIN, "data"),
            (PLAIN, "datax/2023.yml"),
            (PLAIN, "x/data/2023.yml"),
            (PLAIN, "contoh/kantor/rencana.yml"),
            (PLAIN, "README.md"),
            (PLAIN, "mkdocs.yml"),
            (PLAIN, ".github/workflows/check.yml"),
            (PLAIN, "data/.gitattributes"),
            (PLAIN, "data/.x/2023.yml"),
            (PLAIN, "docs/.x.md"),
            ("100755", "data/realisasi/2023.yml"),
            ("120000", "data/realisasi/2023.yml"),
            ("120000", "docs/index.md"),
            ("160000", "data/realisasi"),
            ("160000", "data/modul"),
        ],
    )
    def test_code(self, mode: str, path: str) -> None:
        """Everything else, whatever it is called."""
        assert not TreeEntry(mode, BLOB, path).is_report


class TestGit:
    """Commits of a real repository compared: whether code or reports changed between them."""

    @pytest.mark.parametrize(
        ("change", "code", "reports"),
        [
            (lambda it: None, False, False),
            (lambda it: it.write("data/realisasi/2023.yml", "baru\n"), False, True),
            (lambda it: it.write("data/realisasi/nama\nbaru.yml", ""), False, True),
            (lambda it: it.write("docs/baru/index.md", "# Baru\n"), False, True),
            (lambda it: it.write("renstra/plan/plan.py", "baru\n"), True, False),
            (lambda it: it.write("docs/gaya.css", ""), True, False),
            (lambda it: it.git("rm", "-q", "data/catatan.yml"), False, True),
            (lambda it: it.git("rm", "-q", "renstra/plan/plan.py"), True, False),
            (lambda it: it.git("mv", "data/catatan.yml", "data/lain.yml"), False, True),
            (lambda it: it.git("mv", "data/catatan.yml", "renstra/catatan.yml"), True, True),
            (lambda it: it.git("mv", "renstra/plan/plan.py", "data/plan.py"), True, True),
            (lambda it: (it.folder / "data/catatan.yml").chmod(0o755), True, True),
            (lambda it: (it.folder / "data/tautan.yml").symlink_to("catatan.yml"), True, False),
        ],
        ids=[
            "nothing",
            "data",
            "data of a strange name",
            "page",
            "code",
            "style sheet",
            "data deleted",
            "code deleted",
            "data renamed",
            "renamed out of data",
            "renamed into data",
            "made executable",
            "link",
        ],
    )
    def test_a_change(
        self,
        repository: Repository,
        change: Callable[[Repository], object],
        code: bool,
        reports: bool,
    ) -> None:
        """Each digest changes where its files do, and only there."""
        before = repository.commit()
        change(repository)
        after = repository.commit()
        assert (before.code != after.code, before.reports != after.reports) == (code, reports)

    def test_submodule(self, repository: Repository) -> None:
        """One in `data/` is code, and not looked into."""
        before = repository.commit()
        head = repository.git("rev-parse", "HEAD")
        repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},data/modul")
        repository.git("commit", "--quiet", "-m", "Modul")
        after = contents(read_entries("HEAD"))
        assert before.code != after.code
        assert before.reports == after.reports

    def test_taken_back(self, repository: Repository) -> None:
        """Code that is as it was is the same code, whatever lies between."""
        before = repository.commit()
        repository.write("renstra/plan/plan.py", "salah\n")
        repository.commit()
        repository.write("renstra/plan/plan.py", "lama\n")
        assert repository.commit() == before

    def test_names_end(self) -> None:
        """No name of a file passes for the entry of another."""
        one = TreeEntry(PLAIN, BLOB, f"a{PLAIN} {BLOB} b")
        two = [TreeEntry(PLAIN, BLOB, "a"), TreeEntry(PLAIN, BLOB, "b")]
        assert contents([one]) != contents(two)

    def test_with_code(self) -> None:
        """The reports of one and the code of the other, each file once."""
        head = [
            TreeEntry(PLAIN, "1" * 40, "data/a.yml"),
            TreeEntry(PLAIN, "1" * 40, "renstra/a.py"),
        ]
        published = [
            TreeEntry(PLAIN, "2" * 40, "data/a.yml"),
            TreeEntry(PLAIN, "2" * 40, "data/b.yml"),
            TreeEntry(PLAIN, "2" * 40, "renstra/a.py"),
            TreeEntry(PLAIN, "2" * 40, "renstra/b.py"),
        ]
        assert with_code(head, published) == [head[0], published[2], published[3]]
