"""A browser, the real site served to it, and a reader whom nothing escapes."""

from __future__ import annotations

import functools
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from renstra.load import load_plan
from renstra.plan import Plan
from tests.building import PROJECT, build

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
CURE = "pasang Chromium dari Debian: apt-get install chromium."
MISSING = f"Uji peramban di tests/browser dilewati karena tidak ada peramban; {CURE}"
PATIENCE = 20_000
"""How long a page may take on a busy machine, in milliseconds."""

SETTLED = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
    () => done(document.getAnimations().every(one => one.playState !== "running"))
)))"""
"""True once nothing on the page moves any more."""

_missing = pytest.StashKey[bool]()
expect.set_options(timeout=PATIENCE)


def find_browser() -> str | None:
    """The browser that RENSTRA_CHROMIUM names, or the first known one on the PATH."""
    names = (os.environ.get("RENSTRA_CHROMIUM", ""), *NAMES)
    return next((path for name in names if name and (path := shutil.which(name))), None)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say once that the browser tests were skipped, and how to have them."""
    if config.stash.get(_missing, False):
        terminalreporter.write_line(MISSING)


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """A headless browser; without one the tests are skipped, or fail where one is demanded."""
    path = find_browser()
    if path is None:
        if os.environ.get("RENSTRA_WAJIB_PERAMBAN") == "1":
            pytest.fail(f"Tidak ada peramban, padahal wajib; {CURE}", pytrace=False)
        pytestconfig.stash[_missing] = True
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The real plan."""
    return load_plan(PROJECT / "data")


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: a lost address gets the site's own 404.html."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # a browser asks for all parts of a page at once


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve `folder` on a free port of this machine; gives the address of its root."""
    handler = functools.partial(_Handler, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def served(built_site: Path) -> Iterator[str]:
    """The address of the real site as the repository has it: without `site_url`."""
    with serving(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real site built for that address, as it is once the office sets it.

    Only then does the theme load pages without leaving the site.
    """
    project = tmp_path_factory.mktemp("terbit")
    for name in ("data", "docs", "macros", "renstra"):
        (project / name).symlink_to(PROJECT / name)
    (project / "site").mkdir()
    with serving(project / "site") as address:
        settings = {"INHERIT": str(PROJECT / "mkdocs.yml"), "site_url": address}
        (project / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
        done = build(project, project / "site")
        assert done.returncode == 0, done.stdout + done.stderr
        yield address


@pytest.fixture(params=["served", "published"], ids=["tanpa site_url", "dengan site_url"])
def address(request: pytest.FixtureRequest) -> str:
    """The address of the site, with and without `site_url`."""
    found: str = request.getfixturevalue(request.param)
    return found


Open = Callable[..., Page]


@pytest.fixture
def read(browser: Browser) -> Iterator[Open]:
    """Open a page: `read(address, **how)`, where `how` is what Playwright's contexts take.

    At the end nothing may have gone wrong unseen: no error in the console or of a script, no
    request that failed, and none that left this machine.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(url: str, *, lost: bool = False, **how: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}} | how)
        contexts.append(context)

        def requested(asked: str) -> None:
            if urlsplit(asked).hostname not in ("127.0.0.1", None):
                complaints.append(f"request to {asked}")

        def answered(asked: str, status: int) -> None:
            if status >= HTTPStatus.BAD_REQUEST and not (lost and asked == url):
                complaints.append(f"{status} for {asked}")

        context.on("request", lambda request: requested(request.url))
        context.on("response", lambda response: answered(response.url, response.status))
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
        page.on(
            "console",
            lambda line: (
                complaints.append(f"console: {line.text}")
                if line.type in ("error", "warning") and not (lost and "404" in line.text)
                else None
            ),
        )
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
