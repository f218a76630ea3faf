"""A little repository with an `origin`, and the steps of import.yml run in it as the forge does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from renstra.forge.proposal import CHANGED

ROOT = Path(__file__).parent.parent.parent
EVENTS = Path(__file__).parent / "acara"

Files: TypeAlias = Mapping[str, bytes | None] | Mapping[bytes, bytes]

BRANCH = "sri-contoh-patch-1"
SHEET = "masuk/Realisasi TW I.xlsx"

HOSTILE = {
    b"masuk/##[set-output name=ada]true.xlsx": "masuk/## [set-output name=ada]true.xlsx",
    b"masuk/$(touch dipakai).xlsx": "masuk/$(touch dipakai).xlsx",
    b"masuk/${{ github.token }}.xlsx": "masuk/${{ github.token }}.xlsx",
    b"masuk/*.xlsx": "masuk/*.xlsx",
    b"masuk/--help.xlsx": "masuk/--help.xlsx",
    b"masuk/..xlsx": "masuk/..xlsx",
    b"masuk/::error::palsu.xlsx": "masuk/::error::palsu.xlsx",
    b"masuk/<img src=x onerror=alert(1)>.xlsx": "masuk/<img src=x onerror=alert(1)>.xlsx",
    b"masuk/`id`; touch dipakai \"'.xlsx": "masuk/`id`; touch dipakai \"'.xlsx",
    b"masuk/a\n\n# b\r\t%0A::error::c.xlsx": "masuk/a  # b  %0A::error::c.xlsx",
    b"masuk/sub/dalam.XLSX": "masuk/sub/dalam.XLSX",
    b"masuk/\xe2\x80\xaexslx.\xff.xlsx": "masuk/ xslx. .xlsx",
}
"""Names of files and, in git's order, how a log shows them."""

UNKNOWN = "d" * 40
"""A commit that no repository has."""

STAND_IN = f"""#!{sys.executable}
# Stands for the command line of the plan: notes how it is called, and does what the file says.
import json, sys
from pathlib import Path

with Path(__file__).with_name("catatan").open("a") as notes:
    notes.write(json.dumps(sys.argv[1:]) + "\\n")
if sys.argv[1] == "periksa":
    wrong = Path("data/realisasi/2024.yml").read_text() == "salah\\n"
    print("::error file=data/realisasi/2024.yml,line=1::salah" if wrong else "0 masalah")
    sys.exit(wrong)
copy, name, summary = Path(sys.argv[3]), sys.argv[5], Path(sys.argv[8])
word = copy.read_bytes().decode()
if word == "jatuh":
    sys.exit("Traceback")
if word != "diam":
    with summary.open("a") as text:
        text.write(f"### Berkas {{copy.name}}: {{word}}\\n\\n")
if word == "tolak":
    print(f"::error file=masuk/x.xlsx,line=1::{{copy.name}} ditolak")
    sys.exit(1)
if word == "jahat":
    print("::set-output name=ubah::true")
    print("sel berisi ##[set-output name=ubah;]true")
    print("\\ufeff ::add-mask::a\\u2028::add-mask::b")
if word not in ("sama", "diam"):
    Path("data/realisasi").mkdir(parents=True, exist_ok=True)
    Path("data/realisasi/2024.yml").write_text(word + "\\n")
print(f"{{copy.name}}: {{word}}")
"""


MAKEFILE = r"""
gate:
	@.venv/bin/renstra periksa --anotasi
	@$(MAKE) --no-print-directory site

site:
	@mkdir -p site
	@echo '<article><h1>Laporan</h1>' > site/index.html
	@sed 's/&/\&amp;/g; s/</\&lt;/g; s/.*/<p>&<\/p>/' data/realisasi/*.yml >> site/index.html
	@echo '</article>' >> site/index.html
"""
"""A gate that calls the stand-in, and a site of one page: a paragraph for each line of a report."""


@dataclass(frozen=True)
class Step:
    """A finished step of the workflow."""

    code: int
    log: str
    """Both streams."""

    output: str
    summary: str


class Repository:
    """A clone as actions/checkout makes it; `origin` beside it, and a person who pushes there."""

    def __init__(self, folder: Path) -> None:
        self.person, self.clone, self.temp = folder / "orang", folder / "kerja", folder / "runner"
        self.temp.mkdir()
        self._env = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Sri",
            "GIT_AUTHOR_EMAIL": "sri@example.go.id",
            "GIT_COMMITTER_NAME": "Sri",
            "GIT_COMMITTER_EMAIL": "sri@example.go.id",
        }
        self.git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "origin")
        self.git(folder, "clone", "--quiet", "origin", "orang")
        self.first = self.push(
            "main",
            {
                ".gitignore": b".venv/\nsite/\n",
                "Makefile": MAKEFILE.encode(),
                "masuk/README.md": b"# Mengirim realisasi\n",
                "data/realisasi/2024.yml": b"lama\n",
            },
        )
        self.git(folder, "clone", "--quiet", "origin", "kerja")
        command = self.clone / ".venv/bin/renstra"
        command.parent.mkdir(parents=True)
        command.write_text(STAND_IN, encoding="utf-8")
        command.chmod(0o755)

    def install(self) -> None:
        """The real command line of the plan in the place of the stand-in."""
        command = self.clone / ".venv/bin/renstra"
        command.unlink()
        command.symlink_to(Path(sys.executable).with_name("renstra"))

    def git(self, folder: Path, *arguments: str) -> str:
        """What git prints in a folder."""
        done = subprocess.run(
            ["git", "--literal-pathspecs", *arguments],
            cwd=folder,
            env=self._env,
            check=True,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
        )
        return done.stdout.rstrip("\n")

    def push(self, branch: str, files: Files, *, start: str = "", force: bool = False) -> str:
        """Commit files (None takes one away) to a branch, begun at `start`; the commit pushed."""
        if start or self.git(self.person, "branch", "--show-current") != branch:
            self.git(self.person, "checkout", "--quiet", "-B", branch, start or f"origin/{branch}")
        for name, content in files.items():
            path = self.person / os.fsdecode(name)
            if content is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        self.git(self.person, "add", "--all")
        self.git(self.person, "commit", "--quiet", "--allow-empty", "-m", "Add files via upload")
        self.git(self.person, "push", "--quiet", *(["--force"] if force else []), "origin", branch)
        return self.git(self.person, "rev-parse", "HEAD")

    def check_out(self, branch: str) -> None:
        """As actions/checkout with the whole history."""
        self.git(self.clone, "fetch", "--quiet", "--prune", "--tags", "origin")
        origin = f"refs/remotes/origin/{branch}"
        self.git(self.clone, "checkout", "--quiet", "--force", "-B", branch, origin)

    def record(self, event: str, before: str = "", after: str = "", default: str = "main") -> None:
        """The recorded event, with the commits of this repository in it."""
        data = json.loads((EVENTS / f"{event}.json").read_text(encoding="utf-8"))
        data["before"] = before or data["before"]
        data["after"] = after or data["after"]
        data["repository"]["default_branch"] = default
        (self.temp / "acara.json").write_text(json.dumps(data), encoding="utf-8")

    def run(self, script: str, *python: str, **env: str) -> Step:
        """A script of `.ci/` as a step; by another interpreter where one is named."""
        files = {name: self.temp / f"{script}.{name}" for name in ("output", "summary")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        given = {
            "GITHUB_EVENT_PATH": str(self.temp / "acara.json"),
            "GITHUB_OUTPUT": str(files["output"]),
            "GITHUB_STEP_SUMMARY": str(files["summary"]),
            "RUNNER_TEMP": str(self.temp),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        done = subprocess.run(
            [*python, ROOT / ".ci" / script],
            cwd=self.clone,
            env=self._env | given | env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        texts = {name: file.read_text(encoding="utf-8") for name, file in files.items()}
        return Step(done.returncode, done.stdout, **texts)

    def calls(self) -> list[list[str]]:
        """How the stand-in was called."""
        notes = self.clone / ".venv/bin/catatan"
        if not notes.exists():
            return []
        return [json.loads(line) for line in notes.read_text(encoding="utf-8").splitlines()]

    def copies(self) -> dict[str, bytes]:
        """The copied files."""
        return {file.name: file.read_bytes() for file in sorted(self.temp.glob("masuk/*.xlsx"))}

    def status(self) -> str:
        """What the work tree has that is not committed."""
        return self.git(self.clone, "status", "--porcelain")

    def handed_over(self) -> list[str]:
        """What the first job hands over, done by the second in a clone of its own."""
        other = self.person.parent / "usulan"
        self.git(self.person.parent, "clone", "--quiet", "origin", str(other))
        self.clone = other
        step = self.run("apply-patch")
        assert (step.code, step.log) == (0, "")
        self.git(other, "add", "--", *CHANGED)
        self.git(other, "commit", "--quiet", "-m", "Impor")
        changes = self.git(other, "show", "--format=", "--name-status", "-z").split("\0")[:-1]
        return [f"{kind} {name}" for kind, name in zip(changes[::2], changes[1::2], strict=True)]


def upload(repository: Repository, files: Files) -> Step:
    """Files pushed to the default branch and found there."""
    before = repository.git(repository.person, "rev-parse", "main")
    repository.record("unggah-ke-main", before, repository.push("main", files))
    repository.check_out("main")
    return repository.run("find-uploads")
