"""What was judged, told in the end to staff, in Indonesian: `pytest -p tests.gate.summary`.

A module says in `PERIHAL` what it guards, a test in the first line of its docstring what must be
true. A remark that is no failure is made by `tests.gate.remarks`, or given by `--catatan`.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.gate.remarks import remarks

ABOUT, MEANING, FINDING = "perihal", "maksud", "temuan"
"""What a report carries to here, also from another process."""

PASSED, FAILED, SKIPPED = "✓", "✗", "–"


@dataclass
class Part:
    """What became of the tests of a module."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def add(self, outcome: str) -> None:
        """Count a test that passed, failed or was skipped."""
        setattr(self, outcome, getattr(self, outcome) + 1)

    @property
    def mark(self) -> str:
        """A sign for the whole."""
        if self.failed:
            return FAILED
        return PASSED if self.passed else SKIPPED

    @property
    def words(self) -> str:
        """The numbers in words; nothing where all passed."""
        parts = [f"{self.failed} tidak lolos"] if self.failed else []
        if self.skipped:
            parts.append(f"{self.skipped} dilewati" if self.passed else "dilewati")
        return f" ({', '.join(parts)})" if parts else ""


@dataclass(frozen=True)
class Finding:
    """A test that failed: what it guards, what must be true, and what was found."""

    about: str
    meaning: str
    place: str
    text: str


@dataclass(eq=False)
class Summary:
    """What is told in the end."""

    config: pytest.Config
    parts: dict[str, Part] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Have the report carry what the summary says of it."""
        report = yield
        module = inspect.getmodule(getattr(item, "obj", None))
        about = getattr(module, "PERIHAL", None) or item.nodeid.partition("::")[0]
        meaning = inspect.getdoc(getattr(item, "obj", None)) or item.name
        report.user_properties.append((ABOUT, about))
        report.user_properties.append((MEANING, meaning.partition("\n\n")[0].replace("\n", " ")))
        if report.failed and call.excinfo:
            report.user_properties.append((FINDING, said(call.excinfo)))
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a test, once, and keep what it found."""
        told = dict(report.user_properties)
        if report.when != "call" and report.passed:
            return
        about = str(told.get(ABOUT, report.nodeid))
        self.parts.setdefault(about, Part()).add(report.outcome)
        if report.failed:
            text = str(told.get(FINDING, ""))
            self.findings.append(Finding(about, str(told.get(MEANING, "")), report.nodeid, text))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what kept tests from being read at all."""
        if report.failed:
            about = "Berkas pemeriksaan yang tidak dapat dibaca"
            self.parts.setdefault(about, Part()).add("failed")
            reason = str(report.longrepr).strip().splitlines()[-1]
            self.findings.append(Finding(about, report.nodeid, report.nodeid, reason))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Tell a person, and the forge's page of the run where there is one."""
        if not self.parts:
            return
        terminalreporter.write_line("")
        for line in self.lines():
            terminalreporter.write_line(line)
        if page := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(page).open("a", encoding="utf-8") as file:
                file.write("\n".join(self.markdown()) + "\n")

    @property
    def result(self) -> str:
        """All of it in a sentence."""
        failed = sum(part.failed for part in self.parts.values())
        passed = sum(part.passed for part in self.parts.values())
        if failed:
            return f"Hasil: {failed} pemeriksaan tidak lolos, {passed} lolos."
        return f"Hasil: semua pemeriksaan lolos ({passed})."

    @property
    def remarks(self) -> list[str]:
        """What a person should know besides, each once."""
        given: list[str] = self.config.getoption("--catatan")
        return list(dict.fromkeys([*given, *remarks(self.config)]))

    def lines(self) -> Iterator[str]:
        """The summary for a terminal."""
        yield "Ringkasan pemeriksaan"
        yield "====================="
        yield from (f"{part.mark} {about}{part.words}" for about, part in self.parts.items())
        for number, item in enumerate(self.findings, 1):
            yield ""
            yield f"{number}. {item.about}: {item.meaning}"
            yield from (f"   {line}" for line in item.text.splitlines())
            yield f"   (pemeriksaan: {item.place})"
        if self.remarks:
            yield ""
            yield "Catatan (tidak menghalangi):"
            yield from (f"- {text}" for text in self.remarks)
        yield ""
        yield self.result

    def markdown(self) -> Iterator[str]:
        """The summary for the forge's page."""
        yield "## Ringkasan pemeriksaan"
        yield ""
        yield from (f"- {part.mark} {about}{part.words}" for about, part in self.parts.items())
        for number, item in enumerate(self.findings, 1):
            # Indented, it is shown letter by letter whatever it says.
            yield from ("", f"### {number}. {item.about}", "", f"{item.meaning}", "")
            yield from (f"    {line}" for line in item.text.splitlines())
            yield from ("", f"Pemeriksaan: `{item.place}`")
        if self.remarks:
            yield from ("", "### Catatan (tidak menghalangi)", "")
            yield from (f"- {text}" for text in self.remarks)
        yield from ("", f"**{self.result}**", "")


def said(error: pytest.ExceptionInfo[BaseException]) -> str:
    """What a failed test says of what it found, without the way that it came to it."""
    value = error.value
    text = str(getattr(value, "msg", None) or value).strip()
    if isinstance(value, (AssertionError, pytest.fail.Exception)) and text:
        return text.partition("\nassert ")[0]
    place = error.traceback[-1]
    return (
        f"Pemeriksaan ini sendiri berhenti: {type(value).__name__}: {text} "
        f"({Path(str(place.path)).name} baris {place.lineno + 1}). Bila data atau situs tampak "
        "benar, laporkan kepada yang merawat kodenya; rinciannya dengan --rinci."
    )


def pytest_addoption(parser: pytest.Parser) -> None:
    """Whether to show the way to each failure, and what else to tell."""
    group = parser.getgroup("renstra", "Renstra Terbuka")
    group.addoption("--rinci", action="store_true", help="tampilkan jalannya tiap pemeriksaan")
    group.addoption(
        "--catatan",
        action="append",
        default=[],
        metavar="KALIMAT",
        help="catatan yang ikut dalam ringkasan",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Say no more than the summary, unless all is asked for."""
    config.pluginmanager.register(Summary(config), "ringkasan")
    if not config.getoption("--rinci"):
        config.option.tbstyle = "no"
        config.option.reportchars = ""
        config.option.verbose = -2
