"""`python -m macros.adapter.serving`: the site served while it is worked on, or why there is none.

MkDocs' own command does not start on broken data, and later leaves the browser waiting for ever.
Here every address answers with what is to be mended, until it is.
"""

from __future__ import annotations

import logging
import shutil
import signal
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException
from mkdocs.livereload import LiveReloadServer

from macros.publishing.settings import settings_option
from renstra.reading.files import REALISASI

BROKEN = "503 Service Unavailable"
LEFT_OUT = "Tanpa buku kerja, kartu dan data terbuka, supaya cepat; make site membuat semuanya."

_PAGE = Markup(
    '<!doctype html>\n<html lang="id"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    "<title>Situs belum dapat dibuat</title></head>"
    '<body style="font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem">'
    "<h1>Situs belum dapat dibuat</h1><ul>{problems}</ul>"
    "<p>Perbaiki yang disebut di atas, lalu simpan. Halaman ini memuat ulang sendiri.</p>"
    "</body></html>\n"
)
_PROBLEM = Markup("<li>{}</li>")


class Server(LiveReloadServer):
    """MkDocs' server, with a page of problems in the place of a site that could not be built."""

    problems: tuple[str, ...] = ()

    def serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        """Answer one request; while a build is under way it waits, as it does for the site."""
        if environ["PATH_INFO"].startswith("/livereload/"):
            return super().serve_request(environ, start_response)
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch, problems = self._visible_epoch, self.problems
        if not problems:
            return super().serve_request(environ, start_response)
        page = problem_page(problems).encode()
        content: bytes = self._inject_js_into_html(page, epoch)  # type: ignore[no-untyped-call]
        headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(content))),
            ("Cache-Control", "no-store"),
        ]
        start_response(BROKEN, headers)
        return [content]


def problem_page(problems: Iterable[str]) -> str:
    """What every address answers with while the site cannot be built."""
    return _PAGE.format(problems=Markup("\n").join(_PROBLEM.format(line) for line in problems))


def serve(setelan: str, address: str | None, *, whole: bool) -> None:
    """Serve the site of a settings file, built anew at each change, until interrupted.

    `whole` with all that is published, for one who wants to try a workbook and not a change.
    """
    folder = Path(tempfile.mkdtemp(prefix="situs-"))

    def configured() -> MkDocsConfig:
        return load_config(setelan, site_dir=str(folder), dev_addr=address)

    try:
        config = configured()
        if not whole:
            click.echo(LEFT_OUT, err=True)
        config.plugins.on_startup(command="build" if whole else "serve", dirty=False)
        host, port = config.dev_addr
        server = Server(lambda: None, host, port, str(folder))

        def builder() -> None:
            server.problems = tuple(_attempt(configured, server.url))

        server.builder = builder
        builder()
        for place in watched(config):
            server.watch(str(place))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
            config.plugins.on_shutdown()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def watched(config: MkDocsConfig) -> set[Path]:
    """What a change of makes the site another: also of data that could not be read yet."""
    project = Path(config.config_file_path).parent
    data = project / config.extra["data"]
    reports = project / (config.extra.get("realisasi") or data / REALISASI)
    settings = {Path(config.config_file_path), project / "mkdocs.yml"}
    named = {Path(config.docs_dir), data, reports, *settings, *(Path(p) for p in config.watch)}
    return {place.resolve() for place in named if place.exists()}


def _attempt(configured: Any, address: str) -> list[str]:
    """Build; what stood in the way, line by line, or nothing."""
    with _listening() as told:
        try:
            config = configured()
            config.site_url = address
            build(config, serve_url=address)
        except (MkDocsException, SystemExit) as error:
            return told or str(error).splitlines() or ["Sebab tidak diketahui."]
        except Exception as error:  # whatever it is, the browser must not wait for ever
            traceback.print_exc()
            return [*told, f"{type(error).__name__}: {error}"]
    return []


@contextmanager
def _listening() -> Iterator[list[str]]:
    """The lines of the warnings and errors of a build, which makes failures of both."""
    lines: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.extend(record.getMessage().splitlines())

    listener, logger = Listener(logging.WARNING), logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield lines
    finally:
        logger.removeHandler(listener)


def _tell() -> None:
    """What MkDocs says of the build and of the server, on the terminal."""
    stream = logging.StreamHandler()
    stream.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(stream)
    logger.setLevel(logging.INFO)
    logger.propagate = False


@click.command(help="Menyajikan situs di komputer ini, dan membuatnya lagi pada tiap perubahan.")
@settings_option
@click.option("--di", "address", help="Alamat dan porta, misalnya 127.0.0.1:8000.")
@click.option("--seluruhnya", "whole", is_flag=True, help="Juga buku kerja, kartu, data terbuka.")
def main(setelan: str, address: str | None, *, whole: bool) -> None:
    """Serve until interrupted or ended; say in a sentence why it cannot."""
    _tell()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        serve(setelan, address, whole=whole)
    except ConfigurationError as error:
        raise click.ClickException(f"{setelan} tidak dapat dibaca: {error}") from None
    except OSError as error:
        why = error.strerror or error
        raise click.ClickException(
            f"Server tidak dapat dijalankan: {why}. Bila porta itu dipakai program lain, tutup "
            "program itu, atau pilih yang lain dengan --di 127.0.0.1:8001."
        ) from None


if __name__ == "__main__":
    main()
