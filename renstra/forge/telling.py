"""What a step of a workflow tells the forge: lines of its log, outputs, the summary of the run.

Standard library only: the first step runs before anything is installed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from renstra.dialect.problem import Problem
from renstra.dialect.wording import printable
from renstra.forge.annotations import workflow_commands


class Forge:
    """The forge as a step meets it: the files named in its environment, and its log."""

    def __init__(self, env: Mapping[str, str], log: TextIO) -> None:
        self._env = env
        self._log = log

    @property
    def temp(self) -> Path:
        """The folder that lasts as long as the job."""
        return Path(self._env["RUNNER_TEMP"])

    def event(self) -> dict[str, Any]:
        """The event that started the run, as the forge recorded it."""
        text = Path(self._env["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8")
        event: dict[str, Any] = json.loads(text)
        return event

    def say(self, text: str) -> None:
        """Lines for the log, none of them a command that does more than annotate."""
        self._log.write("".join(f"{line}\n" for line in harmless(text)))
        self._log.flush()

    def refuse(self, path: str, message: str) -> None:
        """An error at a file of `masuk/`: in the log, as an annotation and in the summary.

        `path` is one line, as `printable` makes it; `message` is the project's own words.
        """
        problem = Problem(path, 1, "", message)
        self.say("\n".join([f"{path}: {message}", *workflow_commands([problem])]))
        self.summarise(f"### Berkas ditolak\n\n{code_block([path])}\n\n{message}")

    def output(self, name: str, value: bool) -> None:
        """An output of the step; a truth, so that no text of others gets there."""
        self._append("GITHUB_OUTPUT", f"{name}={str(value).lower()}\n")

    def output_hash(self, name: str, value: str) -> None:
        """An output of the step that is a hash or nothing; any other text is a mistake of ours."""
        if not set(value) <= set("0123456789abcdef"):
            raise ValueError(f"not a hash: {value!r}")
        self._append("GITHUB_OUTPUT", f"{name}={value}\n")

    def fail(self, message: str) -> int:
        """An error of the step, in the project's own words; the exit code of the step."""
        self.say(f"::error ::{message}")
        self.summarise(message)
        return 1

    def summarise(self, markdown: str) -> None:
        """A part of the summary of the run."""
        self._append("GITHUB_STEP_SUMMARY", f"{markdown}\n\n")

    def _append(self, variable: str, text: str) -> None:
        with Path(self._env[variable]).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)


def harmless(text: str) -> list[str]:
    """The lines of any text, changed so that the runner takes none for more than an annotation.

    The runner takes a line for a command where it begins with ``::`` after white space, or where
    it holds ``##[`` anywhere; how it compares is said to ignore what cannot be seen.
    """
    lines = []
    for raw in text.splitlines():
        line = printable(raw).replace("##[", "## [")
        if line.lstrip().startswith("::") and not line.startswith(("::error ", "::warning ")):
            line = f"| {line}"
        lines.append(line)
    return lines


def code_block(lines: Sequence[str]) -> str:
    """Lines as Markdown shows them, letter by letter: indented, nothing in them is markup."""
    return "\n".join(f"    {printable(line)}" for line in lines)
