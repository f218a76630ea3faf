"""The built pages, drawings and style sheets as the Nu Html Checker reads them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import pytest
from mkdocs.config.base import load_config

from macros.book.document import book
from macros.offline.edition import write_edition
from macros.site import open_site
from tests.building import PROJECT, build

CURE = "jalankan .ci/install-nu."
MISSING = f"Uji tests/test_nu.py dilewati karena tidak ada Java atau Nu Html Checker; {CURE}"


class Allowed(NamedTuple):
    """A complaint that nothing of ours can mend: what is said, of what, and whose it is."""

    message: str
    extract: str
    why: str


ALLOWED = (
    Allowed(
        "Attribute 'autocomplete' is only allowed when the input type is .*",
        r'<input class="md-toggle" data-md-toggle="(drawer|search)" type="checkbox" id="\S+" '
        r'autocomplete="off">',
        "The theme's base.html: keeps browsers from opening a page as it was left.",
    ),
    Allowed(
        "Bad value '' for attribute 'tabindex' on element 'label': .*",
        r'<label class="md-nav__link [\w-]*" for="__nav_[\d_]+" id="\S+" tabindex="">',
        "The theme's partials/nav-item.html, which is most of a page's navigation to copy.",
    ),
    Allowed(
        "The value of the 'for' attribute of the 'label' element must be the ID of a non-hidden "
        "form control.",
        '<label class="md-nav__title" for="__toc">',
        "The theme's partials/toc.html: its checkbox is drawn only for a page of the navigation.",
    ),
    Allowed(
        "CSS: 'paint-order': Property 'paint-order' doesn't exist.",
        r"paint-order: stroke;",
        "The checker's own gap: SVG 2 has the property.",
    ),
)

Complaint: TypeAlias = dict[str, Any]
Check: TypeAlias = Callable[[Path], list[Complaint]]


class _Summary:
    """Says once that the tests were skipped, and how to have them."""

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.write_line(MISSING)


def find_jar() -> Path | None:
    """The checker that RENSTRA_NU names, or the one that .ci/install-nu keeps."""
    named = Path(os.environ.get("RENSTRA_NU", ""))
    files = (named, *(PROJECT / "build/nu").glob("vnu-*.jar"))
    return next((file for file in files if file.is_file()), None)


@pytest.fixture(scope="session")
def check(pytestconfig: pytest.Config) -> Check:
    """What the checker has against a file or all of a folder; without it as `MISSING` says."""
    java, jar = shutil.which("java"), find_jar()
    if java is None or jar is None:
        if os.environ.get("RENSTRA_WAJIB_NU") == "1":
            pytest.fail(
                f"Tidak ada Java atau Nu Html Checker, padahal wajib; {CURE}", pytrace=False
            )
        pytestconfig.pluginmanager.register(_Summary())
        pytest.skip(MISSING)

    kinds = ("--skip-non-html", "--also-check-css", "--also-check-svg")
    # Half the time for a program that runs some seconds, and the stack that this then needs.
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")
    output = ("--format", "json", "--stdout", "--exit-zero-always", "--asciiquotes")

    def complaints(place: Path) -> list[Complaint]:
        done = subprocess.run(
            [java, *quick, "-jar", jar, *kinds, *output, place],
            capture_output=True,
            text=True,
            check=True,
        )
        messages: list[Complaint] = json.loads(done.stdout)["messages"]
        # What is neither error nor warning only tells, such as of a slash that has no effect.
        return [one for one in messages if (one["type"], one.get("subType")) != ("info", None)]

    return complaints


def sort_out(complaints: list[Complaint]) -> tuple[list[str], list[Allowed]]:
    """The complaints that are ours to mend, and what is allowed but occurs nowhere."""
    ours, met = [], set()
    for one in complaints:
        extract = one.get("extract", "")
        for allowed in ALLOWED:
            if re.fullmatch(allowed.message, one["message"]) and re.search(
                allowed.extract, extract
            ):
                met.add(allowed)
                break
        else:
            place = f"{one.get('url')}:{one.get('lastLine')}"
            ours.append(f"{place}: {one['message']} {extract!r}")
    return ours, [allowed for allowed in ALLOWED if allowed not in met]


@pytest.fixture(scope="module")
def office_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The other office's site as published: with every address set, and a page that moved."""
    project = tmp_path_factory.mktemp("kantor")
    for name in ("contoh", "docs", "macros", "renstra"):
        (project / name).symlink_to(PROJECT / name)
    settings = {
        "INHERIT": str(PROJECT / "mkdocs-kantor.yml"),
        "site_url": "https://rencana.example/kantor/",
        "edit_uri_template": "https://kode.example/sunting/docs/{path}",
        "extra": {
            "ppid": "https://ppid.example/?a=1&b=2",
            "laporan_kesalahan": "mailto:kantor@rencana.example",
            "unduhan": True,
            "pindah": {"lama/": "indikator/"},
        },
    }
    (project / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def offline_site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline edition of the real site, unpacked."""
    folder = tmp_path_factory.mktemp("luring")
    write_edition(built_site, folder / "situs-luring.zip")
    with zipfile.ZipFile(folder / "situs-luring.zip") as archive:
        archive.extractall(folder)
    return folder


@pytest.mark.parametrize(
    "name",
    ["built_site", "example_site", "office_site", "offline_site"],
    ids=["situs", "contoh", "kantor lain", "luring"],
)
def test_a_site_is_without_error_and_warning(
    check: Check, name: str, request: pytest.FixtureRequest
) -> None:
    ours, unmet = sort_out(check(request.getfixturevalue(name)))

    assert ours == []
    assert unmet == [], "strike what is allowed in vain"


def test_the_book_is_without_error_and_warning(check: Check, tmp_path: Path) -> None:
    html = book(open_site(load_config(str(PROJECT / "mkdocs.yml"))))
    # Its style is of paged media, which no browser and so no checker knows.
    html = re.sub("<style>.*?</style>", "", html, flags=re.DOTALL)
    (tmp_path / "buku.html").write_text(html, encoding="utf-8")

    assert check(tmp_path) == []


def test_the_checker_reads_what_it_is_given(check: Check, tmp_path: Path) -> None:
    bad = {
        "a.html": '<!doctype html><html lang="id"><title>a</title><p id="b">c<p id="b">c<div>d',
        "a.css": "a { colour: red }",
        "a.svg": '<svg xmlns="http://www.w3.org/2000/svg"><kotak/></svg>',
        "a.txt": "<p>",
    }
    for name, text in bad.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    ours, unmet = sort_out(check(tmp_path))

    assert {(Path(one.partition(": ")[0]).name.partition(":")[0]) for one in ours} == {
        "a.html",
        "a.css",
        "a.svg",
    }
    assert any("Duplicate ID 'b'." in one for one in ours)
    assert any("Unclosed element 'div'." in one for one in ours)
    assert unmet == list(ALLOWED)
