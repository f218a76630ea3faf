"""`make kirim` to an ssh server on this machine: the new site stands there, or the old one does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.publishing.errors import PublishingError
from macros.publishing.lock import locked
from macros.publishing.record import Record, digest, write_record
from macros.publishing.sending import MARK, main, parsed
from tests.publishing.server import SshServer, find_sshd, serving_ssh

CURE = "pasang server ssh dari Debian: apt-get install openssh-server."
MISSING = f"Uji make kirim di tests/publishing dilewati karena tidak ada sshd; {CURE}"
UNCHANGED = "Situs di server tidak berubah.\n"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    """An ssh server; without its program the tests are skipped, or fail where it is demanded."""
    sshd = find_sshd()
    if sshd is None or shutil.which("ssh") is None:
        if os.environ.get("RENSTRA_WAJIB_SSH") == "1":
            pytest.fail(f"Tidak ada sshd, padahal wajib; {CURE}", pytrace=False)
        pytest.skip(MISSING)
    with serving_ssh(tmp_path_factory.mktemp("server"), sshd) as server:
        yield server


@pytest.fixture
def server(running: SshServer) -> SshServer:
    """The server as it was in the beginning: nothing stands there."""
    for item in [*running.folder.glob("situs*"), *running.programs.iterdir()]:
        item.unlink() if item.is_file() or item.is_symlink() else shutil.rmtree(item)
    return running


@dataclass(frozen=True)
class Sender:
    """A project with a site that passed the gate."""

    folder: Path

    @property
    def site(self) -> Path:
        """What is sent."""
        return self.folder / "site"

    def make(self, words: str) -> None:
        """Make a site that says some words, and record that it passed."""
        pages = {"index.html": words, MARK: "{}", "tahun/2031/index.html": f"Tahun {words}"}
        shutil.rmtree(self.site, ignore_errors=True)
        for name, text in pages.items():
            (self.site / name).parent.mkdir(parents=True, exist_ok=True)
            (self.site / name).write_text(text, encoding="utf-8")
        (self.site / "kartu.png").write_bytes(os.urandom(300_000))
        (self.folder / "build").mkdir(exist_ok=True)
        record = Record("https://kantor.example/", "", "", digest(self.site))
        write_record(self.folder / "build", record)

    def send(self, server: SshServer, tujuan: str = "", **other: str) -> tuple[int, str]:
        """The exit code of `make kirim`, and what it says."""
        told = {
            "TUJUAN": tujuan or server.tujuan,
            "PORT": str(server.port),
            "KUNCI": str(server.key),
            "DIKENAL": str(server.known),
        }
        done = CliRunner().invoke(main, env=told | other)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    def stands(self, server: SshServer) -> bool:
        """Whether on the server this very site stands, and nothing beside it."""
        return (
            server.target.is_dir()
            and digest(server.target) == digest(self.site)
            and sorted(item.name for item in server.folder.glob("situs*")) == [server.target.name]
        )


@pytest.fixture
def sender(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sender:
    """A project in the folder that the test runs in."""
    monkeypatch.chdir(tmp_path)
    found = Sender(tmp_path)
    found.make("baru")
    return found


def test_the_first_site_is_put_there(sender: Sender, server: SshServer) -> None:
    code, said = sender.send(server)

    assert said == f"Terkirim dan diganti di {server.tujuan}: 4 berkas.\n"
    assert code == 0
    assert sender.stands(server)
    assert {file.stat().st_mode & 0o777 for file in server.target.rglob("*.html")} == {0o644}


def test_a_later_one_takes_its_place(sender: Sender, server: SshServer) -> None:
    sender.send(server)
    sender.make("lebih baru")

    code, _ = sender.send(server)

    assert code == 0
    assert sender.stands(server)


def test_at_once_where_the_server_can(sender: Sender, server: SshServer) -> None:
    """A `mv` as of newer systems, which is told to exchange and to take no folder for a target."""
    sender.send(server)
    sender.make("lebih baru")
    server.pretend(
        "mv",
        '[ "$1" = --help ] && { echo "  --exchange  exchange source and destination"; exit; }',
        '[ "$1 $2" = "--exchange -T" ] || exit 9',
        '/bin/mv -T "$3" "$3.x" && /bin/mv -T "$4" "$3" && /bin/mv -T "$3.x" "$4"',
    )

    code, said = sender.send(server)

    assert code == 0, said
    assert sender.stands(server)


@pytest.fixture
def old(sender: Sender, server: SshServer, tmp_path: Path) -> Sender:
    """What stands on the server, which the project has a newer site for."""
    sender.send(server)
    (tmp_path / "lama").mkdir()
    shutil.copytree(sender.site, tmp_path / "lama/site")
    sender.make("lebih baru")
    return Sender(tmp_path / "lama")


FAILING = {
    "tar is not there": ("tar", "exit 127"),
    "no room": ("tar", 'echo "tar: No space left on device" >&2; cat >/dev/null; exit 2'),
    "stops listening": ("tar", 'echo "tar: No space left on device" >&2; exit 2'),
    "a file cut off": (
        "tar",
        '/bin/tar "$@" || exit; [ "$1" = -xf ] || exit 0; shift 3; : >"$1/index.html"',
    ),
    "a file lost": ("tar", '/bin/tar "$@" || exit; [ "$1" = -xf ] || exit 0; rm "$4/kartu.png"'),
    "the connection is cut": ("tar", "kill -9 $PPID"),
    "no right to rename": ("mv", "exit 1"),
    "the second rename fails": (
        "mv",
        'case "$1" in *.renstra-baru) exit 1 ;; esac; exec /bin/mv "$@"',
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_whatever_fails_the_old_stands(
    old: Sender, sender: Sender, server: SshServer, name: str
) -> None:
    program, lines = FAILING[name]
    server.pretend(program, lines)

    code, said = sender.send(server)

    assert code == 1
    assert said.startswith("Error: ")
    assert "Traceback" not in said
    assert old.stands(server)
    (server.programs / program).unlink()
    assert sender.send(server)[0] == 0  # and nothing is in the way of the next
    assert sender.stands(server)


def test_cut_off_between_two_renames_the_next_puts_the_old_back(
    old: Sender, sender: Sender, server: SshServer
) -> None:
    server.target.rename(f"{server.target}.renstra-lama")
    server.pretend("tar", "exit 2")

    assert sender.send(server)[0] == 1
    assert old.stands(server)


def test_a_server_that_is_not_known_is_not_trusted(
    old: Sender, sender: Sender, server: SshServer, tmp_path: Path
) -> None:
    (tmp_path / "kosong").touch()

    code, said = sender.send(server, DIKENAL=str(tmp_path / "kosong"))

    assert code == 1
    assert said.startswith(
        "Error: Mengirim situs gagal: server itu belum dikenal atau kuncinya berganti. Tanyakan "
        "sidik kuncinya kepada pengelola server, lalu catat dengan ssh-keyscan ke known_hosts ("
    )
    assert said.endswith(UNCHANGED)
    assert old.stands(server)


def test_a_key_that_is_not_let_in(old: Sender, sender: Sender, server: SshServer) -> None:
    code, said = sender.send(server, KUNCI=str(server.folder / "server"))

    assert code == 1
    assert "Permission denied" in said
    assert old.stands(server)


def test_no_server(sender: Sender, server: SshServer) -> None:
    code, said = sender.send(server, PORT="1")

    assert code == 1
    assert "Connection refused" in said


def test_what_is_not_of_this_project_is_left_alone(sender: Sender, server: SshServer) -> None:
    server.target.mkdir()
    (server.target / "surat.txt").write_text("penting", encoding="utf-8")

    code, said = sender.send(server)

    # Between the two may stand what the server's own shell has to say.
    assert said.startswith("Error: Mengirim situs gagal: ")
    assert said.endswith(
        f"{server.target} berisi sesuatu yang bukan situs ini; kosongkan, atau sebut folder lain. "
        f"{UNCHANGED}"
    )
    assert code == 1
    assert (server.target / "surat.txt").read_text(encoding="utf-8") == "penting"


def test_an_empty_folder_may_be_filled(sender: Sender, server: SshServer) -> None:
    server.target.mkdir()

    assert sender.send(server)[0] == 0
    assert sender.stands(server)


def test_a_link_is_not_followed(sender: Sender, server: SshServer) -> None:
    (server.folder / "situs-1").mkdir()
    server.target.symlink_to("situs-1")

    code, said = sender.send(server)

    assert f"{server.target} adalah tautan; sebut folder yang ditunjuknya" in said
    assert code == 1
    assert server.target.is_symlink()


NOT_READY = "Error: site/ bukan hasil make terbit yang lulus. Jalankan make terbit, lalu kirim.\n"


@pytest.mark.parametrize("lack", ["record", "site", "same"])
def test_only_what_passed_is_sent(sender: Sender, server: SshServer, lack: str) -> None:
    if lack == "record":
        (sender.folder / "build/terbit.json").unlink()
    elif lack == "site":
        shutil.rmtree(sender.site)
    else:
        (sender.site / "index.html").write_text("disunting sesudah lulus", encoding="utf-8")

    assert sender.send(server) == (1, NOT_READY)
    assert not server.target.exists()


def test_while_a_site_is_built_nothing_is_sent(sender: Sender, server: SshServer) -> None:
    with locked(sender.folder / "build"):
        code, said = sender.send(server)

    assert (code, said.startswith("Error: Situs sedang dibuat (proses ")) == (1, True)
    assert not server.target.exists()


@pytest.mark.parametrize(
    ("tujuan", "found"),
    [
        ("situs@kantor.example:/srv/renstra/", ("situs@kantor.example", "/srv/renstra")),
        ("kantor:situs", ("kantor", "situs")),
    ],
)
def test_a_target_is_a_host_and_a_folder(tujuan: str, found: tuple[str, str]) -> None:
    assert parsed(tujuan) == found


@pytest.mark.parametrize(
    "tujuan", ["", "kantor.example", "kantor:", "kantor:/", "kantor:.", "-oProxyCommand=x:/a", ":a"]
)
def test_what_is_no_target_is_refused(tujuan: str) -> None:
    with pytest.raises(PublishingError) as found:
        parsed(tujuan)

    assert str(found.value) == (
        f"Tujuan ditemukan {tujuan or 'kosong'}; seharusnya seperti nama@server:/folder/situs: "
        "make kirim TUJUAN=nama@server:/folder/situs"
    )
