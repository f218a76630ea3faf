"""The steps of the workflows that decide what runs and what is published; see `decision`.

Each is a script of `.ci/`. Returns are exit codes. Standard library only, see `telling`.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from renstra.forge.decision import Contents, contents, decide, read_entries, with_code
from renstra.forge.published import (
    REPORTS,
    SITE,
    Ask,
    is_commit,
    published_commits,
    sent_commits,
    suite_passed,
)
from renstra.forge.telling import Forge
from renstra.forge.uploads import run_git

NO_ANSWER = (
    "Forge tidak menjawab, jadi tidak diketahui apa yang sudah terbit. Ini bukan kesalahan Anda: "
    "tekan “Re-run failed jobs” di halaman ini beberapa menit lagi."
)
OVERTAKEN = "Isi yang lebih baru sudah terbit, jadi yang ini tidak diterbitkan lagi."
NEVER_PUBLISHED = (
    "Commit itu belum pernah terbit dari cabang main (yang dapat dipilih: 30 kiriman terakhir). "
    "Salin nomor lengkapnya dari halaman “Commits”, atau kosongkan isiannya untuk kembali ke yang "
    "terbit sebelum yang terakhir."
)
NO_EARLIER = "Belum ada terbitan lain untuk dikembalikan."
NOTHING_YET = "Belum ada yang terbit, jadi kata-kata keputusan belum dibandingkan dengan terbitan."
LOST = (
    "Commit yang terakhir terbit tidak ada lagi dalam riwayat ini, jadi kata-kata keputusan tidak "
    "dibandingkan dengannya. Bila riwayatnya memang dimulai lagi, cocokkan sendiri isi rencananya."
)
UNTESTED = (
    "Kode di cabang main belum lulus rangkaian uji, jadi situs tidak dikirim. Tunggu alur kerja "
    "“Periksa dan terbitkan” untuk commit ini sampai hijau, lalu tekan tombol ini lagi."
)


def choose_speed(forge: Forge, env: Mapping[str, str], ask: Ask) -> int:
    """Say what the commit of this run needs.

    Sets the outputs `suite`, `sidik` (the digest of its code) and `kode`: the commit whose code its
    reports are published with while the suite runs, or nothing.
    """
    head = contents(read_entries("HEAD"))
    base = _base() if env["GITHUB_EVENT_NAME"] == "pull_request" else None
    try:
        commit = next(published_commits(ask), "")
        passed = {head.code} if suite_passed(ask, head.code) else set[str]()
    except OSError:
        forge.say(NO_ANSWER)
        commit, passed = "", set()
    published = contents(read_entries(commit)) if _known(commit) else None
    decision = decide(head, published=published, base=base, passed=passed)
    # Older reports than those that are out are left to the newer run.
    first = decision.reports_first and _holds("HEAD", commit)
    forge.output("suite", decision.suite)
    forge.output_hash("sidik", head.code)
    forge.output_hash("kode", commit if first else "")
    forge.say(decision.reason)
    forge.summarise(decision.reason)
    return 0


def find_base(forge: Forge, env: Mapping[str, str], ask: Ask) -> int:
    """Set the output `dasar`: the commit whose words those of this run are held against.

    That is what was last published, or what a proposal is merged into; none before anything was.
    """
    try:
        shown = next(published_commits(ask, steps=(SITE, REPORTS)), "")
        shown = shown or next(sent_commits(ask), "")
    except OSError:
        return forge.fail(NO_ANSWER)
    base = shown
    if shown and env["GITHUB_EVENT_NAME"] == "pull_request":
        base = next(iter(_parents()), "")
    if not _known(base):
        why = LOST if shown else NOTHING_YET
        forge.say(why)
        forge.summarise(why)
        base = ""
    forge.output_hash("dasar", base)
    return 0


def refuse_untested(forge: Forge, ask: Ask) -> int:
    """Fail where the code of the work tree has not passed the suite."""
    head = contents(read_entries("HEAD"))
    try:
        commit = next(published_commits(ask), "")
        passed = suite_passed(ask, head.code)
    except OSError:
        return forge.fail(NO_ANSWER)
    if passed or (_known(commit) and contents(read_entries(commit)).code == head.code):
        return 0
    return forge.fail(UNTESTED)


def use_code(commit: str) -> int:
    """Put the work tree on a commit of its own: the reports and the past of ``HEAD``, other code.

    What the gate judges, and what is published, stands in that commit; it is never pushed.
    """
    entries = with_code(read_entries("HEAD"), read_entries(commit))
    with tempfile.TemporaryDirectory() as folder:
        env = os.environ | {"GIT_INDEX_FILE": str(Path(folder, "index"))}
        given = b"".join(
            os.fsencode(f"{entry.mode} {entry.blob}\t{entry.path}\0") for entry in entries
        )
        _git(env, "update-index", "-z", "--index-info", given=given)
        tree = _git(env, "write-tree")
    name = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _ROBOT}
    message = "Kode seperti yang terakhir diterbitkan"
    made = _git(os.environ | name, "commit-tree", tree, "-p", "HEAD", "-m", message)
    run_git("checkout", "--quiet", "--detach", made)
    return 0


def refuse_older(forge: Forge, ask: Ask, *, reports: bool) -> int:
    """Set the output `terbit`: whether what is out is no newer than the commit of this run.

    Runs within the lock of the job that publishes. `reports` for the reports with the older code,
    which never replace the same commit with its own.
    """
    try:
        whole = next(published_commits(ask), "")
        shown = next(published_commits(ask, steps=(SITE, REPORTS)), "")
    except OSError:
        return forge.fail(NO_ANSWER)
    head = run_git("rev-parse", "HEAD").decode().strip()
    older = shown != head and _holds(shown, head)
    if older or (reports and _holds(whole, head)):
        forge.say(OVERTAKEN)
        forge.summarise(OVERTAKEN)
        older = True
    forge.output("terbit", not older)
    return 0


def choose_good(forge: Forge, wanted: str, ask: Ask) -> int:
    """Set the output `commit`: the one wanted, or the one published before what is out now."""
    try:
        whole = list(dict.fromkeys(published_commits(ask)))
        shown = next(published_commits(ask, steps=(SITE, REPORTS)), "")
    except OSError:
        return forge.fail(NO_ANSWER)
    if wanted.strip():
        found = [commit for commit in whole if commit == wanted.strip()]
        why = NEVER_PUBLISHED
    else:
        found = [commit for commit in whole if commit != shown]
        why = NO_EARLIER
    if not found:
        return forge.fail(why)
    forge.output_hash("commit", found[0])
    words = f"Yang diterbitkan lagi: commit {found[0]}"
    forge.say(words)
    forge.summarise(words)
    return 0


_ROBOT = (("NAME", "Alur kerja"), ("EMAIL", "alur-kerja@localhost"))


def _base() -> Contents:
    """What a proposal is merged into: the first parent of the merge that its run checks out.

    No commit at all where that is no merge, so that nothing is taken for unchanged.
    """
    parents = _parents()
    return contents(read_entries(parents[0]) if len(parents) > 1 else [])


def _parents() -> list[str]:
    """What the commit of this run stands on."""
    return run_git("rev-list", "--parents", "-n", "1", "HEAD").decode().split()[1:]


def _known(commit: str) -> bool:
    """Whether a commit is here; nothing but a whole hash is asked."""
    return is_commit(commit) and _succeeds("cat-file", "-e", f"{commit}^{{commit}}")


def _holds(commit: str, earlier: str) -> bool:
    """Whether a commit's past, itself included, holds another."""
    revisions = [commit, earlier]
    if not all(revision == "HEAD" or _known(revision) for revision in revisions):
        return False
    return _succeeds("merge-base", "--is-ancestor", earlier, commit)


def _succeeds(*arguments: str) -> bool:
    done = subprocess.run(  # noqa: S603 - a list and no shell
        ["git", *arguments],  # noqa: S607
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


def _git(env: Mapping[str, str], *arguments: str, given: bytes = b"") -> str:
    done = subprocess.run(  # noqa: S603 - a list and no shell
        ["git", *arguments],  # noqa: S607
        env=env,
        input=given,
        stdout=subprocess.PIPE,
        check=True,
    )
    return done.stdout.decode().strip()
