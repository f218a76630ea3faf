"""An ssh server of our own on this machine, for the present user, to send a site to."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 20.0


@dataclass(frozen=True)
class SshServer:
    """A running server: how to come in, and what a user finds there."""

    folder: Path
    port: int

    @property
    def key(self) -> Path:
        """The key that it lets in."""
        return self.folder / "kunci"

    @property
    def known(self) -> Path:
        """The file that names its own key."""
        return self.folder / "known_hosts"

    @property
    def programs(self) -> Path:
        """A folder of programs that a user there finds before all others."""
        return self.folder / "program"

    @property
    def target(self) -> Path:
        """The folder that sites are sent to."""
        return self.folder / "situs kantor's"

    @property
    def tujuan(self) -> str:
        """The same as `make kirim` is told."""
        return f"{getpass.getuser()}@127.0.0.1:{self.target}"

    def pretend(self, name: str, *lines: str) -> None:
        """Put a program there that stands before the real one of its name."""
        program = self.programs / name
        program.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
        program.chmod(0o755)


def find_sshd() -> str | None:
    """The server's program, which must be called by its whole path."""
    return shutil.which("sshd", path=os.pathsep.join([os.environ["PATH"], "/usr/sbin"]))


@contextmanager
def serving_ssh(folder: Path, sshd: str) -> Iterator[SshServer]:
    """Serve on a free port until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server = SshServer(folder, free.getsockname()[1])
    server.programs.mkdir()
    for name in ("kunci", "server"):
        words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(words, check=True)
    shutil.copy(folder / "kunci.pub", folder / "boleh")
    public = (folder / "server.pub").read_text(encoding="utf-8")
    server.known.write_text(f"[127.0.0.1]:{server.port} {public}", encoding="utf-8")
    settings = {
        "Port": server.port,
        "ListenAddress": "127.0.0.1",
        "HostKey": folder / "server",
        "AuthorizedKeysFile": folder / "boleh",
        "PidFile": "none",
        "StrictModes": "no",
        "UsePAM": "no",
        "PasswordAuthentication": "no",
        "SetEnv": f"PATH={server.programs}{os.pathsep}/usr/bin{os.pathsep}/bin",
    }
    text = "".join(f"{name} {value}\n" for name, value in settings.items())
    (folder / "sshd_config").write_text(text, encoding="utf-8")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where a server of root's keeps its child in
    with (folder / "catatan").open("wb") as log:
        process = subprocess.Popen(
            [sshd, "-D", "-e", "-f", str(folder / "sshd_config")], stdout=log, stderr=log
        )
        try:
            _wait(server, process)
            yield server
        finally:
            process.terminate()
            process.wait()


def _wait(server: SshServer, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, (server.folder / "catatan").read_text(encoding="utf-8")
        try:
            socket.create_connection(("127.0.0.1", server.port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError
