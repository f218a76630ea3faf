"""The scripts of `.ci/`, which the workflows and a fresh clone share, on stand-ins for programs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar, TypeAlias

import pytest

from tests.browser.conftest import NAMES

CI = Path(__file__).parent.parent.parent / ".ci"

Finished: TypeAlias = subprocess.CompletedProcess[str]
Install: TypeAlias = Callable[..., Finished]

BOOK = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation poppler-utils"
"""The packages that the book needs."""

BASH = shutil.which("bash") or "bash"


def run(script: str, cwd: Path, env: Mapping[str, str] | None = None) -> Finished:
    """The finished script; its two streams are one text, in `stdout`."""
    return subprocess.run(
        [BASH, CI / script],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def write_program(folder: Path, name: str, *lines: str) -> None:
    """A stand-in for a program, for a PATH that holds it."""
    program = folder / name
    program.write_text("\n".join([f"#!{BASH}", *lines, ""]), encoding="utf-8")
    program.chmod(0o755)


def write_apt(folder: Path, *, fails: str = "", leaves: str = NAMES[0]) -> None:
    """An apt-get that says how it is called, leaves a program behind, and fails at one command."""
    browser = folder / leaves
    write_program(
        folder,
        "apt-get",
        'echo "apt-get $*"',
        f": > '{browser}'; '{shutil.which('chmod')}' +x '{browser}'",
        f"[ $1 != '{fails}' ]",
    )
    write_program(folder, "env", 'shift; exec "$@"')


class TestRun:
    """`.ci/run`: what a fresh clone has to pass."""

    @pytest.mark.parametrize(
        "name",
        [
            "run",
            "install-chromium",
            "install-libreoffice",
            "install-book",
            "install-nu",
            "install-ssh",
            "install-r",
            "send-site",
            "compare-summary",
        ],
    )
    def test_is_executable(self, name: str) -> None:
        """The workflow calls it by name."""
        assert os.access(CI / name, os.X_OK)

    @pytest.mark.parametrize(("status", "home"), [(0, None), (2, None), (0, ""), (2, "")])
    def test_run_is_make_test_and_kehidupan(
        self, tmp_path: Path, status: int, home: str | None
    ) -> None:
        """With every program required, a home, and the verdict of the first that fails."""
        write_program(tmp_path, NAMES[0])
        write_program(tmp_path, "soffice")
        write_program(tmp_path, "dpkg-query", "echo installed")
        write_program(tmp_path, "java")
        write_program(tmp_path, "ssh")
        write_program(tmp_path, "sshd")
        write_program(tmp_path, "Rscript")
        checker = tmp_path / "vnu.jar"
        checker.touch()
        write_program(
            tmp_path,
            "make",
            'echo "make $* $RENSTRA_WAJIB_PERAMBAN $RENSTRA_WAJIB_LIBREOFFICE"',
            'echo "$RENSTRA_WAJIB_BUKU $RENSTRA_WAJIB_NU $RENSTRA_WAJIB_SSH $RENSTRA_WAJIB_R"',
            '[ -w "$HOME" ] && echo "home"',
            f"exit {status}",
        )
        env = os.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
        for name in ("RENSTRA_CHROMIUM", "RENSTRA_LIBREOFFICE"):
            env.pop(name, None)
        env["RENSTRA_NU"] = str(checker)
        if home is not None:
            env["HOME"] = home

        result = run("run", tmp_path, env)

        assert result.stdout == (
            f"Browser for the tests: {tmp_path / NAMES[0]}\n"
            f"LibreOffice for the tests: {tmp_path / 'soffice'}\n"
            f"For the book: {BOOK}\n"
            f"Nu Html Checker for the tests: {checker}\n"
            f"ssh server for the tests: {tmp_path / 'sshd'}\n"
            f"R for the tests: {tmp_path / 'Rscript'}\n"
            "make test 1 1\n1 1 1 1\nhome\n"
            + ("" if status else "make kehidupan 1 1\n1 1 1 1\nhome\n")
        )
        assert result.returncode == status

    def test_run_stops_without_a_browser(self, tmp_path: Path) -> None:
        """Where none can be installed the tests are not begun."""
        for name in ("bash", "dirname"):
            (tmp_path / name).symlink_to(shutil.which(name) or name)
        write_program(tmp_path, "id", "echo 0")
        write_program(tmp_path, "make", "echo make")
        write_apt(tmp_path, fails="update", leaves="stub")
        result = run("run", tmp_path, {"PATH": str(tmp_path), "HOME": str(tmp_path)})
        assert result.stdout.splitlines()[-1] == "apt-get update -q"
        assert result.returncode == 1


class TestInstallChromium:
    """`.ci/install-chromium`, on a PATH that holds nothing but stand-ins."""

    @pytest.fixture
    def install(self, tmp_path: Path) -> Install:
        """Runs the script as the user of the number given."""

        def call(user: int, **env: str) -> Finished:
            write_program(tmp_path, "id", f"echo {user}")
            return run("install-chromium", tmp_path, {"PATH": str(tmp_path)} | env)

        return call

    @pytest.mark.parametrize("name", NAMES)
    def test_a_browser_there_is_used(self, tmp_path: Path, install: Install, name: str) -> None:
        """Nothing is installed beside it."""
        write_apt(tmp_path)
        write_program(tmp_path, name)
        result = install(0)
        assert result.stdout == f"Browser for the tests: {tmp_path / name}\n"
        assert result.returncode == 0

    def test_a_browser_named_goes_first(self, tmp_path: Path, install: Install) -> None:
        """RENSTRA_CHROMIUM wins over PATH."""
        write_program(tmp_path, "chromium")
        write_program(tmp_path, "mine")
        result = install(0, RENSTRA_CHROMIUM=str(tmp_path / "mine"))
        assert result.stdout == f"Browser for the tests: {tmp_path / 'mine'}\n"

    @pytest.mark.parametrize("user", [0, 1000], ids=["root", "sudo"])
    def test_installs_what_is_missing(self, tmp_path: Path, install: Install, user: int) -> None:
        """The lists first, then the package; as root, or through sudo that asks nothing."""
        write_apt(tmp_path)
        write_program(tmp_path, "sudo", 'echo "sudo $1"; shift; exec "$@"')
        result = install(user)
        sudo = [] if user == 0 else ["sudo -n"]
        assert result.stdout.splitlines() == [
            "No browser found: installing Debian's chromium-headless-shell (about a minute)",
            *sudo,
            "apt-get update -q",
            *sudo,
            f"apt-get install -q -y --no-install-recommends {NAMES[0]} fonts-liberation",
            f"Browser for the tests: {tmp_path / NAMES[0]}",
        ]
        assert result.returncode == 0

    def test_fails_without_rights(self, tmp_path: Path, install: Install) -> None:
        """Neither root nor sudo: it says what to do."""
        write_apt(tmp_path)
        result = install(1000)
        assert result.stdout == (
            "No browser found, and neither root nor sudo to install one. "
            "Install Chromium by hand, or name a browser in RENSTRA_CHROMIUM.\n"
        )
        assert result.returncode == 1

    def test_fails_without_apt(self, install: Install) -> None:
        """Another system: it says what to do."""
        result = install(0)
        assert result.stdout == (
            "No browser found, and no apt-get to install one. "
            "Install Chromium by hand, or name a browser in RENSTRA_CHROMIUM.\n"
        )
        assert result.returncode == 1

    @pytest.mark.parametrize("command", ["update", "install"])
    def test_fails_where_apt_fails(self, tmp_path: Path, install: Install, command: str) -> None:
        """A failed download is no success, whatever it left behind."""
        write_apt(tmp_path, fails=command)
        result = install(0)
        assert result.stdout.splitlines()[-1].startswith(f"apt-get {command} ")
        assert result.returncode == 1

    def test_fails_where_no_browser_came(self, tmp_path: Path, install: Install) -> None:
        """A package without a browser, such as a stub, is no success either."""
        write_apt(tmp_path, leaves="stub")
        result = install(0)
        assert result.stdout.splitlines()[-1] == (
            "apt-get installed chromium-headless-shell, but no browser is on PATH. "
            "Install Chromium by hand, or name a browser in RENSTRA_CHROMIUM."
        )
        assert result.returncode == 1


class TestInstallLibreOffice:
    """`.ci/install-libreoffice`, on a PATH that holds nothing but stand-ins."""

    @pytest.fixture
    def install(self, tmp_path: Path) -> Install:
        """Runs the script as the user of the number given."""

        def call(user: int, **env: str) -> Finished:
            write_program(tmp_path, "id", f"echo {user}")
            return run("install-libreoffice", tmp_path, {"PATH": str(tmp_path)} | env)

        return call

    def test_one_there_is_used(self, tmp_path: Path, install: Install) -> None:
        """Nothing is installed beside it."""
        write_apt(tmp_path)
        write_program(tmp_path, "soffice")
        result = install(0)
        assert result.stdout == f"LibreOffice for the tests: {tmp_path / 'soffice'}\n"
        assert result.returncode == 0

    def test_one_named_goes_first(self, tmp_path: Path, install: Install) -> None:
        """RENSTRA_LIBREOFFICE wins over PATH."""
        write_program(tmp_path, "soffice")
        write_program(tmp_path, "mine")
        result = install(0, RENSTRA_LIBREOFFICE=str(tmp_path / "mine"))
        assert result.stdout == f"LibreOffice for the tests: {tmp_path / 'mine'}\n"

    @pytest.mark.parametrize("user", [0, 1000], ids=["root", "sudo"])
    def test_installs_what_is_missing(self, tmp_path: Path, install: Install, user: int) -> None:
        """The lists first, then the package; as root, or through sudo that asks nothing."""
        write_apt(tmp_path, leaves="soffice")
        write_program(tmp_path, "sudo", 'echo "sudo $1"; shift; exec "$@"')
        result = install(user)
        sudo = [] if user == 0 else ["sudo -n"]
        assert result.stdout.splitlines() == [
            "No LibreOffice found: installing Debian's libreoffice-calc-nogui (about two minutes)",
            *sudo,
            "apt-get update -q",
            *sudo,
            "apt-get install -q -y --no-install-recommends libreoffice-calc-nogui",
            f"LibreOffice for the tests: {tmp_path / 'soffice'}",
        ]
        assert result.returncode == 0

    def test_fails_without_apt(self, install: Install) -> None:
        """Another system: it says what to do."""
        result = install(0)
        assert result.stdout == (
            "No LibreOffice found, and no apt-get to install one. "
            "Install LibreOffice by hand, or name its soffice in RENSTRA_LIBREOFFICE.\n"
        )
        assert result.returncode == 1

    @pytest.mark.parametrize("command", ["update", "install"])
    def test_fails_where_apt_fails(self, tmp_path: Path, install: Install, command: str) -> None:
        """A failed download is no success, whatever it left behind."""
        write_apt(tmp_path, fails=command, leaves="soffice")
        result = install(0)
        assert result.stdout.splitlines()[-1].startswith(f"apt-get {command} ")
        assert result.returncode == 1

    def test_fails_where_none_came(self, tmp_path: Path, install: Install) -> None:
        """A package without the program is no success either."""
        write_apt(tmp_path, leaves="stub")
        result = install(0)
        assert result.stdout.splitlines()[-1] == (
            "apt-get installed libreoffice-calc-nogui, but no soffice is on PATH. "
            "Install LibreOffice by hand, or name its soffice in RENSTRA_LIBREOFFICE."
        )
        assert result.returncode == 1


class TestInstallBook:
    """`.ci/install-book`, on a PATH that holds nothing but stand-ins."""

    @pytest.fixture
    def install(self, tmp_path: Path) -> Install:
        """Runs the script as the user of the number given."""

        def call(user: int, **env: str) -> Finished:
            write_program(tmp_path, "id", f"echo {user}")
            return run("install-book", tmp_path, {"PATH": str(tmp_path)} | env)

        return call

    def write_packages(self, folder: Path, *, lacks: str = "") -> None:
        """A dpkg-query that knows all packages but one, until apt-get has left `came` behind."""
        write_program(
            folder,
            "dpkg-query",
            f"[[ $4 == '{lacks}' && ! -e '{folder / 'came'}' ]] || echo installed",
        )

    def test_what_is_there_is_used(self, tmp_path: Path, install: Install) -> None:
        """Nothing is installed beside it."""
        write_apt(tmp_path)
        self.write_packages(tmp_path)
        result = install(0)
        assert result.stdout == f"For the book: {BOOK}\n"
        assert result.returncode == 0

    @pytest.mark.parametrize("user", [0, 1000], ids=["root", "sudo"])
    @pytest.mark.parametrize("lacks", BOOK.split())
    def test_installs_what_is_missing(
        self, tmp_path: Path, install: Install, user: int, lacks: str
    ) -> None:
        """Whichever it is; as root, or through sudo that asks nothing."""
        write_apt(tmp_path, leaves="came")
        self.write_packages(tmp_path, lacks=lacks)
        write_program(tmp_path, "sudo", 'echo "sudo $1"; shift; exec "$@"')
        result = install(user)
        sudo = [] if user == 0 else ["sudo -n"]
        assert result.stdout.splitlines() == [
            "No library for the book found: installing Debian's libpango-1.0-0 (half a minute)",
            *sudo,
            "apt-get update -q",
            *sudo,
            f"apt-get install -q -y --no-install-recommends {BOOK}",
            f"For the book: {BOOK}",
        ]
        assert result.returncode == 0

    def test_fails_without_apt(self, install: Install) -> None:
        """Another system: it says what to do."""
        result = install(0)
        assert result.stdout == (
            "No library for the book found, and no apt-get to install one. "
            "Install Pango, HarfBuzz, the Liberation fonts and pdftotext by hand.\n"
        )
        assert result.returncode == 1

    @pytest.mark.parametrize("command", ["update", "install"])
    def test_fails_where_apt_fails(self, tmp_path: Path, install: Install, command: str) -> None:
        """A failed download is no success, whatever it left behind."""
        write_apt(tmp_path, fails=command, leaves="came")
        self.write_packages(tmp_path, lacks="poppler-utils")
        result = install(0)
        assert result.stdout.splitlines()[-1].startswith(f"apt-get {command} ")
        assert result.returncode == 1

    def test_fails_where_something_did_not_come(self, tmp_path: Path, install: Install) -> None:
        """An apt-get that says it did is not believed."""
        write_apt(tmp_path, leaves="stub")
        self.write_packages(tmp_path, lacks="fonts-liberation")
        result = install(0)
        assert result.stdout.splitlines()[-1] == (
            f"apt-get did not install all of {BOOK}. "
            "Install Pango, HarfBuzz, the Liberation fonts and pdftotext by hand."
        )
        assert result.returncode == 1


class TestInstallR:
    """`.ci/install-r`, on a PATH that holds nothing but stand-ins."""

    @pytest.fixture
    def install(self, tmp_path: Path) -> Install:
        """Runs the script as the user of the number given."""

        def call(user: int) -> Finished:
            write_program(tmp_path, "id", f"echo {user}")
            return run("install-r", tmp_path, {"PATH": str(tmp_path)})

        return call

    def test_one_there_is_used(self, tmp_path: Path, install: Install) -> None:
        """Nothing is installed beside it."""
        write_apt(tmp_path)
        write_program(tmp_path, "Rscript")
        result = install(0)
        assert result.stdout == f"R for the tests: {tmp_path / 'Rscript'}\n"
        assert result.returncode == 0

    def test_installs_what_is_missing(self, tmp_path: Path, install: Install) -> None:
        """And looks whether it is there then."""
        write_apt(tmp_path, leaves="Rscript")
        result = install(0)
        assert result.stdout.splitlines() == [
            "No R found: installing Debian's r-base-core (about two minutes)",
            "apt-get update -q",
            "apt-get install -q -y --no-install-recommends r-base-core",
            f"R for the tests: {tmp_path / 'Rscript'}",
        ]
        assert result.returncode == 0

    def test_nothing_that_helps_is_said(self, tmp_path: Path, install: Install) -> None:
        """Where the package brings no program, a person is told what to do."""
        write_apt(tmp_path, leaves="stub")
        result = install(0)
        assert result.stdout.splitlines()[-1] == (
            "apt-get installed r-base-core, but no Rscript is on PATH. "
            "Install R by hand, so that Rscript is on PATH."
        )
        assert result.returncode == 1


class TestInstallSsh:
    """`.ci/install-ssh`, on a PATH that holds nothing but stand-ins."""

    CURE = "Install the OpenSSH client and server by hand."

    @pytest.fixture
    def install(self, tmp_path: Path) -> Install:
        """Runs the script as the user of the number given."""

        def call(user: int) -> Finished:
            write_program(tmp_path, "id", f"echo {user}")
            return run("install-ssh", tmp_path, {"PATH": str(tmp_path)})

        return call

    def test_one_there_is_used(self, tmp_path: Path, install: Install) -> None:
        """Nothing is installed beside it."""
        write_apt(tmp_path)
        write_program(tmp_path, "ssh")
        write_program(tmp_path, "sshd")
        result = install(0)
        assert result.stdout == f"ssh server for the tests: {tmp_path / 'sshd'}\n"
        assert result.returncode == 0

    def test_installs_what_is_missing(self, tmp_path: Path, install: Install) -> None:
        """A server without the program to come in with is not enough."""
        write_apt(tmp_path, leaves="ssh")
        write_program(tmp_path, "sshd")
        result = install(0)
        assert result.stdout.splitlines() == [
            "No ssh server found: installing Debian's openssh-server (half a minute)",
            "apt-get update -q",
            "apt-get install -q -y --no-install-recommends openssh-server openssh-client",
            f"ssh server for the tests: {tmp_path / 'sshd'}",
        ]
        assert result.returncode == 0

    def test_fails_without_apt(self, install: Install) -> None:
        """Another system: it says what to do."""
        result = install(0)
        assert result.stdout == (
            f"No ssh server found, and no apt-get to install one. {self.CURE}\n"
        )
        assert result.returncode == 1

    def test_fails_where_none_came(self, tmp_path: Path, install: Install) -> None:
        """An apt-get that says it did is not believed."""
        write_apt(tmp_path, leaves="stub")
        result = install(0)
        assert result.stdout.splitlines()[-1] == (
            f"apt-get installed openssh-server, but no sshd is on PATH. {self.CURE}"
        )
        assert result.returncode == 1


class TestInstallNu:
    """`.ci/install-nu`, on a PATH that holds stand-ins and what unpacks and verifies an archive."""

    CURE = "Install Java 17 or newer by hand, and name a vnu.jar in RENSTRA_NU."

    @pytest.fixture
    def install(self, tmp_path: Path) -> Install:
        """Runs the script as the user of the number given, in a folder of its own."""
        for name in ("base64", "gzip", "mkdir", "mv", "od", "rm", "sha512sum", "tar", "tr"):
            (tmp_path / name).symlink_to(shutil.which(name) or name)
        (tmp_path / "kerja").mkdir()

        def call(user: int, **env: str) -> Finished:
            write_program(tmp_path, "id", f"echo {user}")
            return run("install-nu", tmp_path / "kerja", {"PATH": str(tmp_path)} | env)

        return call

    def write_npm(self, folder: Path, *, status: int = 0) -> None:
        """An npm that packs a made-up checker under the name that npm gives an archive."""
        jar = folder / "package/build/dist/vnu.jar"
        jar.parent.mkdir(parents=True)
        jar.write_text("pemeriksa", encoding="utf-8")
        write_program(
            folder,
            "npm",
            'echo "npm $*" >&2',
            "package=${*: -1}; archive=$5/${package/@/-}.tgz",
            f"tar -czf $archive -C '{folder}' package",
            f"exit {status}",
        )

    def test_one_there_is_used(self, tmp_path: Path, install: Install) -> None:
        """Nothing is fetched beside the one that an earlier run has left."""
        write_program(tmp_path, "java")
        self.write_npm(tmp_path)
        (tmp_path / "sha512sum").unlink()
        write_program(tmp_path, "sha512sum")

        first, second = install(0).stdout.splitlines(), install(0).stdout.splitlines()

        version = first[0].partition("vnu-jar ")[2].partition(" ")[0]
        kept = Path("build/nu") / f"vnu-{version}.jar"
        assert first == [
            f"No Nu Html Checker found: fetching vnu-jar {version} (half a minute)",
            f"npm pack --silent --ignore-scripts --pack-destination build/nu vnu-jar@{version}",
            f"Nu Html Checker for the tests: {kept}",
        ]
        assert second == [f"Nu Html Checker for the tests: {kept}"]
        assert [file.name for file in (tmp_path / "kerja/build/nu").iterdir()] == [kept.name]
        assert (tmp_path / "kerja" / kept).read_text(encoding="utf-8") == "pemeriksa"

    def test_one_named_goes_first(self, tmp_path: Path, install: Install) -> None:
        """RENSTRA_NU wins, and nothing is fetched."""
        write_program(tmp_path, "java")
        named = tmp_path / "mine.jar"
        named.touch()
        result = install(0, RENSTRA_NU=str(named))
        assert result.stdout == f"Nu Html Checker for the tests: {named}\n"
        assert result.returncode == 0

    def test_another_than_the_pinned_one_is_refused(self, tmp_path: Path, install: Install) -> None:
        """An archive of another digest is never unpacked."""
        write_program(tmp_path, "java")
        self.write_npm(tmp_path)
        result = install(0)
        assert result.stdout.splitlines()[-1].endswith(
            f" is not the one that this script pins. {self.CURE}"
        )
        assert result.returncode == 1
        assert not list((tmp_path / "kerja/build/nu").glob("*.jar*"))

    def test_fails_where_npm_fails(self, tmp_path: Path, install: Install) -> None:
        """A failed download is no success, whatever it left behind."""
        write_program(tmp_path, "java")
        self.write_npm(tmp_path, status=1)
        result = install(0)
        assert result.stdout.splitlines()[-1].startswith("npm pack ")
        assert result.returncode == 1

    @pytest.mark.parametrize("user", [0, 1000], ids=["root", "sudo"])
    @pytest.mark.parametrize(
        ("program", "package", "said"),
        [
            (
                "java",
                "default-jre-headless",
                "No Java found: installing Debian's {} (about a minute)",
            ),
            ("npm", "npm", "No npm found: installing Debian's {} (about two minutes)"),
        ],
    )
    def test_installs_what_is_missing(
        self,
        tmp_path: Path,
        install: Install,
        user: int,
        program: str,
        package: str,
        said: str,
    ) -> None:
        """The lists first, then the package; as root, or through sudo that asks nothing."""
        if program != "java":
            write_program(tmp_path, "java")
        write_apt(tmp_path, leaves=program)
        write_program(tmp_path, "sudo", 'echo "sudo $1"; shift; exec "$@"')
        result = install(user)
        sudo = [] if user == 0 else ["sudo -n"]
        assert result.stdout.splitlines()[: 3 + 2 * len(sudo)] == [
            said.format(package),
            *sudo,
            "apt-get update -q",
            *sudo,
            f"apt-get install -q -y --no-install-recommends {package}",
        ]

    def test_fails_without_apt(self, install: Install) -> None:
        """Another system: it says what to do."""
        result = install(0)
        assert result.stdout == f"No Java found, and no apt-get to install one. {self.CURE}\n"
        assert result.returncode == 1

    @pytest.mark.parametrize("command", ["update", "install"])
    def test_fails_where_apt_fails(self, tmp_path: Path, install: Install, command: str) -> None:
        """A failed download is no success, whatever it left behind."""
        write_apt(tmp_path, fails=command, leaves="java")
        result = install(0)
        assert result.stdout.splitlines()[-1].startswith(f"apt-get {command} ")
        assert result.returncode == 1

    @pytest.mark.parametrize(
        ("program", "package"), [("java", "default-jre-headless"), ("npm", "npm")]
    )
    def test_fails_where_none_came(
        self, tmp_path: Path, install: Install, program: str, package: str
    ) -> None:
        """A package without the program is no success either."""
        if program != "java":
            write_program(tmp_path, "java")
        write_apt(tmp_path, leaves="stub")
        result = install(0)
        assert result.stdout.splitlines()[-1] == (
            f"apt-get installed {package}, but no {program} is on PATH. {self.CURE}"
        )
        assert result.returncode == 1


class TestSendSite:
    """`.ci/send-site`, with a stand-in for make."""

    GIVEN: ClassVar[dict[str, str]] = {
        "KUNCI_SSH": "-----BEGIN-----\nisi $(touch dipakai) `id`\n-----END-----",
        "KNOWN_HOSTS": "hosting.example ssh-ed25519 AAAA",
        "TUJUAN": "situs@hosting.example:/srv/renstra",
    }

    def send(self, tmp_path: Path, given: dict[str, str], status: int = 0) -> Finished:
        """The script with these values, and a make that shows what it finds."""
        write_program(
            tmp_path,
            "make",
            'echo "make $*"',
            'echo "$TUJUAN $PORT"',
            'cat "$KUNCI" "$DIKENAL"',
            'stat -c %a "$KUNCI" "$DIKENAL" "$(dirname "$KUNCI")"',
            'echo "[${KUNCI_SSH-}${KNOWN_HOSTS-}]"',
            f"exit {status}",
        )
        path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
        (tmp_path / "runner").mkdir()
        return run(
            "send-site", tmp_path, {"PATH": path, "RUNNER_TEMP": str(tmp_path / "runner")} | given
        )

    @pytest.mark.parametrize("status", [0, 2])
    def test_sends(self, tmp_path: Path, status: int) -> None:
        """By files that only this user reads; they go whatever becomes of it."""
        result = self.send(tmp_path, self.GIVEN, status)
        assert result.stdout == (
            "make --no-print-directory kirim\n"
            f"{self.GIVEN['TUJUAN']} 22\n{self.GIVEN['KUNCI_SSH']}\n{self.GIVEN['KNOWN_HOSTS']}\n"
            "600\n600\n700\n[]\n"
        )
        assert result.returncode == status
        assert list((tmp_path / "runner").iterdir()) == []

    def test_port(self, tmp_path: Path) -> None:
        """Another where one is given."""
        result = self.send(tmp_path, self.GIVEN | {"PORT": "2222"})
        assert f"{self.GIVEN['TUJUAN']} 2222" in result.stdout.splitlines()

    @pytest.mark.parametrize("name", ["KUNCI_SSH", "KNOWN_HOSTS", "TUJUAN"])
    def test_missing(self, tmp_path: Path, name: str) -> None:
        """It says which, and sends nothing."""
        result = self.send(tmp_path, self.GIVEN | {name: ""})
        assert result.stdout.startswith(f"::error ::{name} belum diisi di Settings")
        assert result.returncode == 1
        assert list((tmp_path / "runner").iterdir()) == []


class TestCompareSummary:
    """`.ci/compare-summary`, with a stand-in for the command."""

    @pytest.mark.parametrize(("status", "verdict"), [(0, 0), (1, 0), (2, 2)])
    def test_a_difference_is_no_failure(self, tmp_path: Path, status: int, verdict: int) -> None:
        """The summary gets the comparison with where the branch began; only trouble fails."""
        (tmp_path / ".venv/bin").mkdir(parents=True)
        write_program(tmp_path / ".venv/bin", "renstra", 'echo "renstra $*"', f"exit {status}")
        write_program(tmp_path, "git", 'echo "awal-dari-$2-dan-$3"')
        summary = tmp_path / "ringkasan.md"
        summary.write_text("Sebelumnya.\n", encoding="utf-8")

        result = run(
            "compare-summary",
            tmp_path,
            {
                "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
                "DASAR": "abc",
                "GITHUB_STEP_SUMMARY": str(summary),
            },
        )

        assert (result.returncode, result.stdout) == (verdict, "")
        assert summary.read_text(encoding="utf-8") == (
            "Sebelumnya.\n### Kata-kata keputusan\n\n"
            "    renstra keutuhan --sejak awal-dari-abc-dan-HEAD\n\n"
            "renstra banding awal-dari-abc-dan-HEAD --format markdown\n"
        )
