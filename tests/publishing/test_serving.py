"""`make serve` and `make demo`: while data is broken every address says what is to be mended."""

from __future__ import annotations

import os
import re
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.adapter.serving import LEFT_OUT, problem_page
from tests.publishing.conftest import Office

PATIENCE = 120.0
FEED = "capaian/perubahan.xml"
PLACES = ["", "indikator/ik-001/", "tidak/ada/", "assets/stylesheets/situs.css"]


@dataclass(frozen=True)
class Served:
    """A server of an office's site."""

    address: str
    said: str
    """What it said until it served."""

    def ask(self, path: str) -> tuple[int, str]:
        """What it answers, which it must do soon."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.read().decode()

    def until(self, status: int, words: str) -> str:
        """The home page once it says so: a build may not have begun yet."""
        end = time.monotonic() + PATIENCE
        while True:
            found, text = self.ask("")
            if found == status and words in text:
                return text
            assert time.monotonic() < end, (found, text)
            time.sleep(0.1)


@contextmanager
def serving(office: Office, *options: str) -> Iterator[Served]:
    """Serve an office's site as `make serve` does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    process = office.start("macros.adapter.serving", "--di", place, *options, PYTHONUNBUFFERED="1")
    assert process.stdout
    try:
        said = ""
        while "Serving on" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        yield Served(f"http://{place}/", said)
    finally:
        # Not SIGINT, which whatever a script runs in the background is told to ignore.
        os.killpg(process.pid, signal.SIGTERM)
        process.communicate(timeout=PATIENCE)


@pytest.fixture
def unit(office: Office) -> Path:
    """A file of its data that a test breaks."""
    return office.folder / "data/satuan.yml"


def broken(text: str) -> str:
    """With a key that no model knows."""
    assert "nama: persen" in text
    return text.replace("nama: persen", "nma: <b>persen</b>", 1)


def test_broken_at_the_start_it_says_so_and_recovers_by_itself(office: Office, unit: Path) -> None:
    whole = unit.read_text(encoding="utf-8")
    unit.write_text(broken(whole), encoding="utf-8")
    with serving(office) as server:
        answers = [server.ask(place) for place in PLACES]
        assert {status for status, _ in answers} == {503}
        assert all("data/satuan.yml:" in text for _, text in answers)
        page = answers[0][1]
        assert "masalah ditemukan." in page
        assert "<b>persen" not in page
        found = re.search(r"livereload\((\d+), (\d+)\);", page)
        assert found

        unit.write_text(whole, encoding="utf-8")

        server.until(200, "indikator")
        # What the browser that shows the problems waits for, in order to load the page anew.
        _, epoch = server.ask(f"livereload/{found[1]}/{found[2]}")
        assert int(epoch) > int(found[1])
        assert [server.ask(place)[0] for place in PLACES] == [200, 200, 404, 200]


def test_broken_later_it_says_so_and_recovers_by_itself(office: Office, unit: Path) -> None:
    whole = unit.read_text(encoding="utf-8")
    with serving(office) as server:
        first = server.ask("")
        assert first[0] == 200
        unit.write_text(broken(whole), encoding="utf-8")
        server.until(503, "data/satuan.yml:")
        unit.write_text(whole, encoding="utf-8")
        server.until(200, "indikator")


def test_what_nobody_previews_is_left_out_and_that_is_said(office: Office) -> None:
    with serving(office) as server:
        found = {place: server.ask(place)[0] for place in ("", "data/v1/index.json", FEED)}

    assert LEFT_OUT in server.said
    assert found == {"": 200, "data/v1/index.json": 404, FEED: 200}


def test_on_request_it_is_served_whole(office: Office) -> None:
    with serving(office, "--seluruhnya") as server:
        assert server.ask("data/v1/index.json")[0] == 200

    assert LEFT_OUT not in server.said


def test_a_link_that_leads_nowhere_is_told_too(office: Office) -> None:
    """A warning of MkDocs, of which a build makes a failure."""
    docs = (office.folder / "docs").resolve()
    (office.folder / "docs").unlink()
    (office.folder / "docs").mkdir()
    for item in docs.iterdir():
        if item.name != "index.md":
            (office.folder / "docs" / item.name).symlink_to(item)
    home = office.folder / "docs/index.md"
    text = (docs / "index.md").read_text(encoding="utf-8")
    home.write_text(f"{text}\n[ke mana](tidak-ada.md)\n", encoding="utf-8")

    with serving(office) as server:
        assert "tidak-ada.md" in server.until(503, "index.md")


def test_settings_that_cannot_be_read_are_a_sentence(office: Office) -> None:
    (office.folder / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")

    code, said = office.run("macros.adapter.serving")

    assert said.startswith("Error: mkdocs.yml tidak dapat dibaca: ")
    assert "Traceback" not in said
    assert code == 1


def test_a_port_that_is_taken_is_a_sentence(office: Office) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = office.run("macros.adapter.serving", "--di", f"127.0.0.1:{port}")

    assert said.splitlines()[-1].startswith("Error: Server tidak dapat dijalankan: Address already")
    assert "Traceback" not in said
    assert code == 1


def test_the_page_takes_no_word_of_the_data_for_its_own() -> None:
    assert "<li>a &lt;script&gt;</li>\n<li>b</li>" in problem_page(["a <script>", "b"])
