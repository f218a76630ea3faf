"""The parts of publishing, each by itself: the count, the exchange, the lock, the record."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.publishing import exchange as exchanging
from macros.publishing.counting import FILES, check, expected
from macros.publishing.errors import PublishingError, of_system
from macros.publishing.exchange import exchange, recover
from macros.publishing.lock import locked
from macros.publishing.record import Record, digest, read_record, write_record
from renstra.plan.plan import Plan

PAGE = "<!doctype html><html></html>\n"


class TestCounting:
    """Which pages must be there, and whether they are whole."""

    @pytest.fixture
    def docs(self, tmp_path: Path) -> Path:
        """Three pages of the site's own."""
        for name in ("index.md", "tentang/index.md", "tentang/metode.md"):
            (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "docs" / name).touch()
        return tmp_path / "docs"

    @pytest.fixture
    def site(self, tmp_path: Path, tiny: Plan, docs: Path) -> Path:
        """A site that has all of them."""
        for url in expected(tiny, docs):
            page = tmp_path / "situs" / url / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(PAGE, encoding="utf-8")
        for name in FILES:
            (tmp_path / "situs" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "situs" / name).touch()
        return tmp_path / "situs"

    def test_follows_from_the_plan_and_from_docs(self, tiny: Plan, docs: Path) -> None:
        found = expected(tiny, docs)

        assert {"", "tentang/", "tentang/metode/"} <= found
        assert {f"rencana/{chapter.id}/" for chapter in tiny.naskah} <= found
        assert {url for url in found if url.startswith("indikator/")} == {
            f"indikator/{kode}/" for kode in tiny.kedudukan
        }
        assert {url for url in found if url.startswith(("tahun/", "capaian/"))} == {
            f"{part}/{tahun}/" for part in ("tahun", "capaian") for tahun in tiny.tahun
        }

    def test_says_how_many_there_are(self, site: Path, tiny: Plan, docs: Path) -> None:
        assert check(site, tiny, docs) == len(expected(tiny, docs))

    @pytest.mark.parametrize("content", [None, "", "<!doctype html><html><p>Sampai di si"])
    @pytest.mark.parametrize("url", ["", "tentang/metode/", "indikator/ik-001/"])
    def test_a_page_that_is_missing_empty_or_cut_off_is_named(
        self, site: Path, tiny: Plan, docs: Path, url: str, content: str | None
    ) -> None:
        page = site / url / "index.html"
        if content is None:
            page.unlink()
        else:
            page.write_text(content, encoding="utf-8")

        with pytest.raises(PublishingError) as found:
            check(site, tiny, docs)

        count = len(expected(tiny, docs))
        assert str(found.value) == (
            f"1 dari {count} halaman tidak ada atau terpotong: {url or 'beranda'}. Situs tidak "
            "diganti; jalankan lagi, dan bila terulang sampaikan kepada pengelola kode."
        )

    @pytest.mark.parametrize("name", FILES)
    def test_so_is_what_is_no_page(self, site: Path, tiny: Plan, docs: Path, name: str) -> None:
        (site / name).unlink()

        with pytest.raises(PublishingError, match=name):
            check(site, tiny, docs)

    def test_many_are_not_all_named(self, site: Path, tiny: Plan, docs: Path) -> None:
        for page in site.rglob("index.html"):
            page.unlink()

        with pytest.raises(PublishingError) as found:
            check(site, tiny, docs)

        listed = str(found.value).partition("terpotong: ")[2].partition(" …")[0]
        assert len(listed.split(", ")) == 10


def write(folder: Path, content: str) -> Path:
    """A folder with one file."""
    folder.mkdir()
    (folder / "index.html").write_text(content, encoding="utf-8")
    return folder


def read(folder: Path) -> str:
    """What the file in a folder says."""
    return (folder / "index.html").read_text(encoding="utf-8")


class TestExchange:
    """A folder for a folder, on systems that can swap two names and on those that cannot."""

    @pytest.fixture(params=["swap", "two renames"])
    def way(self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
        """How the system does it."""
        way: str = request.param
        if way == "two renames":
            monkeypatch.setattr(exchanging, "_swap", lambda one, other: False)
        return way

    @pytest.mark.usefixtures("way")
    def test_the_new_stands_and_the_old_is_gone(self, tmp_path: Path) -> None:
        new, old = write(tmp_path / "baru", "baru"), write(tmp_path / "site", "lama")

        exchange(new, old, tmp_path / "samping")

        assert read(tmp_path / "site") == "baru"
        assert [item.name for item in tmp_path.iterdir()] == ["site"]

    @pytest.mark.usefixtures("way")
    def test_where_nothing_stood_it_is_put_there(self, tmp_path: Path) -> None:
        exchange(write(tmp_path / "baru", "baru"), tmp_path / "site", tmp_path / "samping")

        assert read(tmp_path / "site") == "baru"
        assert [item.name for item in tmp_path.iterdir()] == ["site"]

    def test_this_system_swaps(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Else the test above would try one way twice."""
        new, old = write(tmp_path / "baru", "baru"), write(tmp_path / "site", "lama")
        monkeypatch.setattr(Path, "rename", None)

        exchange(new, old, tmp_path / "samping")

        assert read(tmp_path / "site") == "baru"

    def test_what_cannot_be_put_there_leaves_the_old(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(exchanging, "_swap", lambda one, other: False)
        old = write(tmp_path / "site", "lama")

        with pytest.raises(FileNotFoundError):
            exchange(tmp_path / "tidak ada", old, tmp_path / "samping")

        assert read(tmp_path / "site") == "lama"
        assert [item.name for item in tmp_path.iterdir()] == ["site"]

    @pytest.mark.parametrize("there", [True, False])
    def test_recovers_what_was_laid_aside(self, tmp_path: Path, *, there: bool) -> None:
        aside = write(tmp_path / "samping", "lama")
        if there:
            write(tmp_path / "site", "baru")

        recover(tmp_path / "site", aside)

        assert read(tmp_path / "site") == ("baru" if there else "lama")
        assert [item.name for item in tmp_path.iterdir()] == ["site"]

    def test_recovers_nothing_where_nothing_was(self, tmp_path: Path) -> None:
        recover(write(tmp_path / "site", "lama"), tmp_path / "samping")

        assert read(tmp_path / "site") == "lama"


def test_a_lock_is_held_by_one_and_given_back(tmp_path: Path) -> None:
    busy = pytest.raises(PublishingError, match=r"^Situs sedang dibuat \(proses \d+, sejak ")
    with locked(tmp_path), busy, locked(tmp_path):
        pass
    with locked(tmp_path):
        pass


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "", "site/a.html"), "ruang penyimpanan penuh (site/a.html)"),
        (OSError(errno.EDQUOT, ""), "kuota penyimpanan habis"),
        (PermissionError(errno.EACCES, "", "site"), "tidak ada izin menulis (site)"),
        (OSError(errno.EXDEV, "Invalid cross-device link"), "Invalid cross-device link"),
        (OSError(), "sebab tidak diketahui"),
    ],
)
def test_what_the_system_refuses_is_a_sentence(error: OSError, said: str) -> None:
    assert str(of_system(error, "Menulis")) == (
        f"Menulis gagal: {said}. Yang sudah ada tidak berubah; sesudah diperbaiki, jalankan lagi."
    )


class TestRecord:
    """What was made to be published."""

    RECORD = Record("https://kantor.example/", "a" * 40, "2034-01-02", "b" * 64)

    def test_is_read_as_it_was_written(self, tmp_path: Path) -> None:
        write_record(tmp_path, self.RECORD)

        assert json.loads((tmp_path / "terbit.json").read_text(encoding="utf-8")) == {
            "alamat": "https://kantor.example/",
            "commit": "a" * 40,
            "kapan": "2034-01-02",
            "sidik": "b" * 64,
        }
        assert read_record(tmp_path) == self.RECORD

    @pytest.mark.parametrize("text", [None, "", "[]", '{"alamat": ""}', "\ufeff"])
    def test_what_is_none_is_no_record(self, tmp_path: Path, text: str | None) -> None:
        if text is not None:
            (tmp_path / "terbit.json").write_text(text, encoding="utf-8")

        assert read_record(tmp_path) is None

    @pytest.mark.parametrize(
        "change",
        [
            lambda site: (site / "a/b.html").write_text("B", encoding="utf-8"),
            lambda site: (site / "a/b.html").rename(site / "a/c.html"),
            lambda site: (site / "a/b.html").unlink(),
            lambda site: (site / "d.html").touch(),
        ],
        ids=["content", "name", "less", "more"],
    )
    def test_its_digest_is_of_names_and_contents(
        self, tmp_path: Path, change: Callable[[Path], object]
    ) -> None:
        (tmp_path / "a").mkdir()
        (tmp_path / "a/b.html").write_text("b", encoding="utf-8")
        (tmp_path / "z.html").touch()
        before = digest(tmp_path)

        assert digest(tmp_path) == before
        change(tmp_path)
        assert digest(tmp_path) != before
