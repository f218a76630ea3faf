"""A browser, the example's site served to it, and a reader whom nothing escapes."""

from __future__ import annotations

import os
import shutil
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    expect,
    sync_playwright,
)

from tests.building import ADDRESS
from tests.hosting import Host, hosting

NAMES = (
    "chromium-headless-shell",  # half the time: it opens no window with menus around a page
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
CURE = "pasang Chromium dari Debian: apt-get install chromium-headless-shell."
MISSING = f"Uji peramban di tests/browser dilewati karena tidak ada peramban; {CURE}"
PATIENCE = 20_000
"""How long a page may take on a busy machine, in milliseconds."""
STILL = 0.5
LOST = 5.0
"""Seconds: of silence once a page has all it wants; until an answer is one that was never told."""

SETTLED = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
    () => done(document.getAnimations().every(one => one.playState !== "running"))
)))"""
"""True once nothing on the page moves any more."""

HOSTNAME = urlsplit(ADDRESS).hostname

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
def browser(pytestconfig: pytest.Config, _published: Host) -> Iterator[Browser]:
    """A headless browser; without one the tests are skipped, or fail where one is demanded."""
    path = find_browser()
    if path is None:
        if os.environ.get("RENSTRA_WAJIB_PERAMBAN") == "1":
            pytest.fail(f"Tidak ada peramban, padahal wajib; {CURE}", pytrace=False)
        pytestconfig.stash[_missing] = True
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        names = f"--host-resolver-rules=MAP {HOSTNAME} 127.0.0.1:{_published.port}"
        launched = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, names])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def example(example_site: Path) -> Iterator[str]:
    """The address of the example's site as the repository has it: without `site_url`."""
    with hosting(example_site) as host:
        yield host.address


@pytest.fixture(scope="session")
def _published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A host at the published site's address, which the browser must know before it starts."""
    with hosting(tmp_path_factory.mktemp("belum-dibangun"), ADDRESS) as host:
        yield host


@pytest.fixture(scope="session")
def hosted(_published: Host, published_site: Path) -> Host:
    """The example with every setting at its own address, below a path, on a static host.

    Only with an address does the theme load pages without leaving the site.
    """
    _published.folder = published_site
    return _published


@pytest.fixture
def host(hosted: Host) -> Host:
    """The same host, of which nothing was asked yet."""
    hosted.asked.clear()
    return hosted


@pytest.fixture(params=["example", "hosted"], ids=["tanpa site_url", "dengan site_url"])
def address(request: pytest.FixtureRequest) -> str:
    """The address of the site, with and without `site_url`."""
    found: str | Host = request.getfixturevalue(request.param)
    return found if isinstance(found, str) else found.address


@dataclass
class Traffic:
    """What a reader's pages ask for, and when that last changed."""

    open: dict[Request, float] = field(default_factory=dict)
    changed: float = field(default_factory=time.monotonic)

    def begin(self, request: Request) -> None:
        self.changed = self.open[request] = time.monotonic()

    def end(self, request: Request) -> None:
        self.changed = time.monotonic()
        self.open.pop(request, None)

    def is_still(self) -> bool:
        """Nothing is on its way, nor was for half a second; no file takes longer than LOST here."""
        now = time.monotonic()
        return now - self.changed >= STILL and all(now - at > LOST for at in self.open.values())


_traffic: weakref.WeakKeyDictionary[BrowserContext, Traffic] = weakref.WeakKeyDictionary()


def settle(page: Page) -> None:
    """Wait until the page asks for nothing more.

    Playwright's own `networkidle` knows no page that the theme exchanged within another, and
    waits for ever for a request whose end the browser did not tell.
    """
    traffic = _traffic[page.context]
    while not traffic.is_still():
        page.wait_for_timeout(50)


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
            if urlsplit(asked).hostname not in ("127.0.0.1", HOSTNAME, None):
                complaints.append(f"request to {asked}")

        def answered(asked: str, status: int) -> None:
            if status >= HTTPStatus.BAD_REQUEST and not (lost and asked == url):
                complaints.append(f"{status} for {asked}")

        traffic = _traffic[context] = Traffic()
        context.on("request", traffic.begin)
        context.on("requestfinished", traffic.end)
        context.on("requestfailed", traffic.end)
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
