"""How long a changed realisation takes until the page of `make serve` shows it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.building import copy_project

REPORT = "contoh/lengkap/realisasi/2021.yml"
PAGE = "indikator/ik-001/"
VALUE = re.compile(r"(kode: ik-001\n +nilai: ).*")
PATIENCE = 120
"""Seconds after which a page that does not come is given up."""


def seconds_until_shown(folder: Path, changes: int) -> list[float]:
    """Seconds from each of `changes` saved files to the page that shows it."""
    project = copy_project(folder / "tayang")
    report = project / REPORT
    with _served(project) as address:
        return [
            _seconds_to_show(address, report, f"9{number}.25", f"9{number},25")
            for number in range(changes)
        ]


def _seconds_to_show(address: str, report: Path, value: str, shown: str) -> float:
    text, count = VALUE.subn(rf"\g<1>{value}", report.read_text(encoding="utf-8"))
    assert count == 1, f"{REPORT} has changed its form"
    assert shown not in _page(address)
    report.write_text(text, encoding="utf-8")
    start = time.perf_counter()
    _wait_for(address, shown)
    return time.perf_counter() - start


@contextmanager
def _served(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--strict", "--dev-addr", place]
    server = subprocess.Popen(
        [*command, "--config-file", "mkdocs-contoh.yml"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://{place}/{PAGE}"
        _wait_for(address, "ik-030")
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str, words: str) -> None:
    end = time.monotonic() + PATIENCE
    while words not in _page(address):
        if time.monotonic() > end:
            sys.exit(f"{address} did not show {words} within {PATIENCE} s")
        time.sleep(0.02)


def _page(address: str) -> str:
    """The page; empty while no server answers."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (URLError, HTTPException, ConnectionError):
        return ""
