"""`python -m macros.publishing.sending`: sends what was made to be published to an office's server.

The server needs ssh, tar and the tools of any Unix, and nothing of this project. The new folder is
laid beside the one that stands, read back, and exchanged for it only if it is the same to the byte.
"""

from __future__ import annotations

import hashlib
import re
import shlex
import subprocess
import tarfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import click

from macros.publishing.errors import PublishingError, of_system
from macros.publishing.lock import locked
from macros.publishing.record import digest, digest_of, read_record
from macros.publishing.workshop import BUILD

MARK = "data/v1/index.json"
"""A file that every site of this project has: what stands on the server without it is not ours."""

_TARGET = re.compile(r"(?P<host>[^-:\s][^:\s]*):(?P<folder>.+)")
_NOT_A_SITE = {"", "/", ".", "..", "~"}
_OF_SSH = 255
"""The exit code of ssh for its own failures; any other is the command's."""

# Beside the target lie two folders for a moment, `.renstra-baru` and `.renstra-lama`: names that no
# one else gives to what they would keep.
_RECEIVE = """
set -eu; umask 022; t={target};
if [ -L "$t" ]; then echo "$t adalah tautan; sebut folder yang ditunjuknya" >&2; exit 1; fi;
if [ ! -e "$t" ] && [ -d "$t.renstra-lama" ]; then mv "$t.renstra-lama" "$t"; fi;
if [ -d "$t" ] && [ -n "$(ls -A "$t")" ] && [ ! -f "$t/{mark}" ]; then
echo "$t berisi sesuatu yang bukan situs ini; kosongkan, atau sebut folder lain" >&2; exit 1; fi;
rm -rf "$t.renstra-baru" "$t.renstra-lama"; mkdir "$t.renstra-baru"; tar -xf - -C "$t.renstra-baru"
"""
_READ_BACK = 'tar -cf - -C {target}".renstra-baru" .'
_EXCHANGE = """
set -eu; trap "" HUP; t={target};
if [ ! -e "$t" ]; then mv "$t.renstra-baru" "$t"; exit 0; fi;
if mv --help 2>&1 | grep -q -e --exchange; then
mv --exchange -T "$t.renstra-baru" "$t"; rm -rf "$t.renstra-baru" || :; exit 0; fi;
mv "$t" "$t.renstra-lama";
mv "$t.renstra-baru" "$t" || {{ mv "$t.renstra-lama" "$t"; exit 1; }};
rm -rf "$t.renstra-lama" || :
"""
_SWEEP = 'rm -rf {target}".renstra-baru"'


@dataclass(frozen=True)
class Server:
    """Where to send to, and how to come in."""

    host: str
    """As ssh knows it, such as ``situs@kantor.example``."""

    folder: str
    port: int | None = None
    key: Path | None = None
    known: Path | None = None
    """The file that names the server's own key; None for the user's."""

    @property
    def options(self) -> list[str]:
        """How ssh is called: it asks nothing, and trusts no server that it does not know."""
        found = ["-T", "-C", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes"]
        found += ["-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=15"]
        if self.port:
            found += ["-p", str(self.port)]
        if self.key:
            found += ["-o", "IdentitiesOnly=yes", "-i", str(self.key)]
        if self.known:
            names = shlex.quote(str(self.known.resolve()))
            found += ["-o", f"UserKnownHostsFile={names}", "-o", "GlobalKnownHostsFile=/dev/null"]
        return found

    def start(self, script: str, into: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        """A script begun on the server, its streams at hand."""
        folder = self.folder if self.folder.startswith("/") else f"./{self.folder}"
        filled = script.format(target=shlex.quote(folder), mark=MARK)
        # One line and one word, whatever shell greets the user there.
        command = f"sh -c {shlex.quote(' '.join(filled.split(chr(10))).strip())}"
        try:
            return subprocess.Popen(  # noqa: S603 - the target is quoted, the rest is ours
                ["ssh", *self.options, "--", self.host, command],  # noqa: S607
                stdin=into,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError as error:
            raise of_system(error, "Menjalankan ssh") from None

    def run(self, script: str, doing: str) -> None:
        """Run a script to its end."""
        _finish(self.start(script), doing)


def parsed(tujuan: str) -> tuple[str, str]:
    """The host and the folder of ``user@host:/folder``; PublishingError where it is none."""
    found = _TARGET.fullmatch(tujuan.strip())
    folder = found["folder"].rstrip("/") if found else ""
    if not found or folder in _NOT_A_SITE:
        raise PublishingError(
            f"Tujuan ditemukan {tujuan or 'kosong'}; seharusnya seperti nama@server:/folder/situs: "
            "make kirim TUJUAN=nama@server:/folder/situs"
        )
    return found["host"], folder


def send(project: Path, site: Path, server: Server) -> int:
    """Send `site` and exchange it for what stands on the server; how many files it has.

    Raises PublishingError, and then what stood there stands.
    """
    record = read_record(project / BUILD)
    if record is None or not site.is_dir() or digest(site) != record.sidik:
        raise PublishingError(
            f"{site.name}/ bukan hasil make terbit yang lulus. Jalankan make terbit, lalu kirim."
        )
    try:
        count = _lay_beside(site, server)
        if _read_back(server) != record.sidik:
            raise PublishingError(
                "Yang sampai di server tidak sama dengan yang dikirim. Situs di server tidak "
                "diganti; periksa ruang penyimpanannya, lalu kirim lagi."
            )
        server.run(_EXCHANGE, "Mengganti situs di server")
    except PublishingError:
        with suppress(PublishingError):  # the first failure is the one to tell
            server.run(_SWEEP, "")
        raise
    return count


def _lay_beside(site: Path, server: Server) -> int:
    files = sorted(file for file in site.rglob("*") if file.is_file())
    process = server.start(_RECEIVE, subprocess.PIPE)
    assert process.stdin
    # Where the server stops listening, it says itself why.
    with suppress(BrokenPipeError), tarfile.open(fileobj=process.stdin, mode="w|") as archive:
        for file in files:
            archive.add(file, file.relative_to(site).as_posix(), filter=_anonymous)
    with suppress(BrokenPipeError):
        process.stdin.close()
    process.stdin = None
    _finish(process, "Mengirim situs")
    return len(files)


def _anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """A file that anyone may read, whoever made it here."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mode = 0o644
    return entry


def _read_back(server: Server) -> str:
    process = server.start(_READ_BACK)
    assert process.stdout
    found: dict[str, str] = {}
    with suppress(tarfile.TarError), tarfile.open(fileobj=process.stdout, mode="r|") as archive:
        for entry in archive:
            if entry.isfile():
                found[entry.name.removeprefix("./")] = _sha256(archive.extractfile(entry))
    _finish(process, "Membaca kembali dari server")
    return digest_of(found)


def _sha256(stream: IO[bytes] | None) -> str:
    assert stream
    return hashlib.sha256(stream.read()).hexdigest()


def _finish(process: subprocess.Popen[bytes], doing: str) -> None:
    """Wait for a command on the server; PublishingError with its own words where it failed."""
    _, told = process.communicate()
    if process.returncode == 0:
        return
    why = " ".join(told.decode("utf-8", "replace").split()) or f"kode {process.returncode}"
    if process.returncode == _OF_SSH and "Host key verification failed" in why:
        why = (
            "server itu belum dikenal atau kuncinya berganti. Tanyakan sidik kuncinya kepada "
            f"pengelola server, lalu catat dengan ssh-keyscan ke known_hosts ({why})"
        )
    raise PublishingError(f"{doing} gagal: {why}. Situs di server tidak berubah.")


_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(help="Mengirim situs yang lulus (make terbit) ke server kantor melalui ssh.")
@click.option("--tujuan", envvar="TUJUAN", default="", help="nama@server:/folder/situs")
@click.option("--port", envvar="PORT", type=int, help="Porta ssh server, bila bukan 22.")
@click.option("--kunci", envvar="KUNCI", type=_FILE, help="Berkas kunci ssh pengirim.")
@click.option(
    "--dikenal", envvar="DIKENAL", type=_FILE, help="Berkas known_hosts yang memuat server."
)
def main(tujuan: str, port: int | None, kunci: Path | None, dikenal: Path | None) -> None:
    """Send `site/`; say in a sentence what stood in the way."""
    project = Path.cwd()
    try:
        host, folder = parsed(tujuan)
        (project / BUILD).mkdir(exist_ok=True)
        with locked(project / BUILD):
            count = send(project, project / "site", Server(host, folder, port, kunci, dikenal))
    except PublishingError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(str(of_system(error, "Mengirim situs"))) from None
    click.echo(f"Terkirim dan diganti di {tujuan}: {count} berkas.")


if __name__ == "__main__":
    main()
