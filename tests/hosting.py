"""A site as a static host serves it: compressed, kept a while; and a note of what was asked.

A lost address gets the site's own 404.html, as on GitHub Pages.
"""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.building import SETTINGS, built, set_up

COMPRESSED = {".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml", ".yml"}
KEPT = 600
"""Seconds that a reader's browser may keep a file: what GitHub Pages says."""


@functools.lru_cache(maxsize=64)
def compressed(content: bytes) -> bytes:
    """Content as a static host sends it."""
    return gzip.compress(content, 6, mtime=0)


def weight(file: Path) -> int:
    """The size of a file so compressed, in bytes."""
    return len(compressed(file.read_bytes()))


@dataclass
class Host:
    """A folder served, and what readers asked of it."""

    folder: Path
    port: int = 0
    address: str = ""
    """Where its root is: here, unless a browser is told that another name leads here."""
    asked: list[tuple[str, int]] = field(default_factory=list)
    """Path from the root, and the bytes of the answer's body, in the order of the questions."""

    @property
    def paths(self) -> list[str]:
        """What was asked, in order of the alphabet."""
        return sorted(path for path, _ in self.asked)

    @property
    def base(self) -> str:
        """The path of the root, with a slash at both ends."""
        return urlsplit(self.address).path


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, host: Host) -> None:
        self.host = host
        super().__init__(*args, directory=str(host.folder))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        pass

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        inside = path.startswith(self.host.base)
        path = path.removeprefix(self.host.base)
        file = self.host.folder / path
        file = file / "index.html" if path.endswith("/") or not path else file
        file = file if inside else self.host.folder / "tidak ada"
        status = HTTPStatus.OK if file.is_file() else HTTPStatus.NOT_FOUND
        file = file if file.is_file() else self.host.folder / "404.html"
        content = file.read_bytes()
        content = compressed(content) if file.suffix in COMPRESSED else content
        # Noted before it is answered: a test that saw the answer reads the note.
        self.host.asked.append((path, len(content)))
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Cache-Control", f"max-age={KEPT}")
        if file.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # a browser asks for all parts of a page at once


@contextmanager
def hosting(folder: Path, address: str = "") -> Iterator[Host]:
    """Serve `folder` on a free port of this machine, as the root of `address` if one is given."""
    host = Host(folder)
    with _Server(("127.0.0.1", 0), functools.partial(_Handler, host=host)) as server:
        host.port = server.server_port
        host.address = address or f"http://127.0.0.1:{host.port}/"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()


def build_published(folder: Path, address: str, settings: str = "mkdocs.yml") -> Path:
    """Build the site in `folder` as it is once the office has set all that it may set."""
    built(set_up(folder, settings, site_url=address, **SETTINGS), folder / "site")
    return folder / "site"
