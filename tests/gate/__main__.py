"""`make gate` and `make terbit`: the data is checked, the site built and judged, then exchanged.

What is judged is the folder that is published, with its book and its offline edition. It takes the
place of `site/` only if nothing was found.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from macros.book.__main__ import INSTALL
from macros.publishing.errors import PublishingError, of_system
from macros.publishing.record import NAME, Record, digest, write_record
from macros.publishing.settings import settings_option
from macros.publishing.workshop import BUILD, Order, Workshop, workshop
from renstra.past.revision import data_revision
from tests.gate.refusals import ON_REQUEST, made_up, refusals

SITE = "site"
REQUIRED = "RENSTRA_WAJIB_BUKU"
BASE = "DASAR"
"""The variable that names the commit whose list of words those of the data are held against."""


@dataclass(frozen=True)
class Judged:
    """What is to be judged."""

    project: Path
    setelan: str
    data: str
    alamat: str


@click.command(help="Gerbang penerbitan: memeriksa data, membuat situs, dan menilainya.")
@settings_option
@click.option("--terbit", is_flag=True, help="Juga tolak yang tidak boleh diterbitkan.")
@click.option("--alamat", default="", help="Alamat situs, bila lain daripada di pengaturan.")
@click.option("--tanpa-buku", is_flag=True, help="Tanpa buku dan edisi luring.")
@click.option("--rinci", is_flag=True, help="Tampilkan juga jejak uji yang gagal.")
def main(setelan: str, alamat: str, *, terbit: bool, tanpa_buku: bool, rinci: bool) -> None:
    """Run the gate; exit 1 where anything was found."""
    project = Path.cwd()
    try:
        judged = _judged(project, setelan, alamat)
        with workshop(project, project / SITE) as made:
            # What was made before is no longer ready to be sent, whatever comes of this.
            (project / BUILD / NAME).unlink(missing_ok=True)
            if terbit:
                _refuse(judged, os.environ)
            with_book = not tanpa_buku and _has_book(required=terbit)
            _check_data(judged, os.environ)
            _hold_words(judged, os.environ)
            pages, sidik = _judge(judged, made, with_book=with_book, detailed=rinci)
            if terbit:
                _record(judged, sidik)
        click.echo(_closing(judged, pages, ready=terbit))
    except PublishingError as error:
        _close(str(error))
    except OSError as error:
        _close(str(of_system(error, "Menilai situs")))


def _close(why: str) -> NoReturn:
    click.echo(why)
    click.echo("Belum lulus: situs yang ada tidak berubah.")
    sys.exit(1)


def _judged(project: Path, setelan: str, alamat: str) -> Judged:
    try:
        config = load_config(setelan)
    except (Abort, ConfigurationError) as error:
        raise PublishingError(f"{setelan} tidak dapat dibaca: {error}") from None
    address = _slashed(alamat or config.site_url or "")
    return Judged(project, setelan, config.extra["data"], address)


def _slashed(address: str) -> str:
    """An address of a site ends in a slash, however the forge or a person writes it."""
    return f"{address.rstrip('/')}/" if address else ""


def _refuse(judged: Judged, environment: Mapping[str, str]) -> None:
    without_past = environment.get(ON_REQUEST) == "1"
    data = judged.project / judged.data
    found = list(refusals(judged.project, data, judged.alamat, without_past=without_past))
    if found:
        raise PublishingError("\n".join(["Tidak diterbitkan:", *(f"- {why}" for why in found)]))


def _has_book(*, required: bool) -> bool:
    """Whether the book can be made here; PublishingError where it must be and cannot."""
    try:
        import macros.book.make_pdf  # noqa: F401, PLC0415 - loads Pango, which may be missing
    except (ImportError, OSError):
        why = f"Buku tidak dapat dibuat di sini, sebab pustakanya tidak ada: {INSTALL}"
        if required or os.environ.get(REQUIRED) == "1":
            raise PublishingError(why) from None
        click.echo(f"{why}. Situs dinilai tanpa buku dan edisi luring.")
        return False
    return True


def _check_data(judged: Judged, environment: Mapping[str, str]) -> None:
    """Run the checks of the data, as staff would, once."""
    words = ["periksa", "--data", judged.data]
    if environment.get("GITHUB_ACTIONS") == "true":
        words.append("--anotasi")
    command = [sys.executable, "-m", "renstra.cli", *words]
    done = subprocess.run(command, cwd=judged.project, check=False)
    if done.returncode:
        raise PublishingError("Data belum dapat diterbitkan; perbaiki yang disebut di atas.")


def _hold_words(judged: Judged, environment: Mapping[str, str]) -> None:
    """Hold the decree's words against those of the commit that `DASAR` names, if it does."""
    base = environment.get(BASE, "")
    if not base:
        click.echo(f"Tanpa {BASE}, kata-kata keputusan tidak dibandingkan dengan terbitan lalu.")
        return
    command = [sys.executable, "-m", "renstra.cli", "keutuhan", "--sejak", base]
    done = subprocess.run(
        [*command, "--data", judged.data],
        cwd=judged.project,
        check=False,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    click.echo(done.stdout, nl=False)
    if page := environment.get("GITHUB_STEP_SUMMARY"):
        lines = "".join(f"    {line}\n" for line in done.stdout.splitlines())
        with Path(page).open("a", encoding="utf-8") as file:
            file.write(f"### Kata-kata keputusan\n\n{lines}\n")
    if done.returncode:
        raise PublishingError("Kata-kata keputusan berubah; perbaiki yang disebut di atas.")


def _judge(judged: Judged, made: Workshop, *, with_book: bool, detailed: bool) -> tuple[int, str]:
    """Build, judge and exchange; how many pages there are, and the digest of the folder."""
    click.echo("Membuat situs" + (", buku dan edisi luring …" if with_book else " …"))
    order = Order(judged.setelan, judged.alamat or None, buku=with_book)
    pages = made.build(order)
    click.echo(f"{pages} halaman dibuat; menilainya …")
    command = [
        *(sys.executable, "-m", "pytest", "-p", "tests.gate.summary", "tests/data", "tests/site"),
        *("--data", judged.data, "--situs", str(made.site), "--setelan", judged.setelan),
        *(["--rinci"] if detailed else []),
    ]
    if subprocess.run(command, cwd=judged.project, check=False).returncode:
        raise PublishingError("Situs tidak lulus; perbaiki yang disebut di atas.")
    sidik = digest(made.site)
    made.publish(judged.project / SITE)
    return pages, sidik


def _record(judged: Judged, sidik: str) -> None:
    revision = data_revision(judged.project, judged.data)
    day = revision.date.isoformat() if revision else ""
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=judged.project, capture_output=True, check=False
    )
    commit = head.stdout.decode().strip() if head.returncode == 0 else ""
    write_record(judged.project / BUILD, Record(judged.alamat, commit, day, sidik))


def _closing(judged: Judged, pages: int, *, ready: bool) -> str:
    """The last lines: what stands now, and whether it may be published."""
    years = made_up(judged.project / judged.data)
    said = f"Lulus: {pages} halaman dari {judged.data} ada di {SITE}/."
    if ready:
        return f"{said} Siap diterbitkan di {judged.alamat}."
    if years:
        said += (
            f" Realisasi {', '.join(years)} dibuat-buat (contoh: true): boleh dinilai, tidak "
            "boleh diterbitkan."
        )
    return said


if __name__ == "__main__":
    main()
