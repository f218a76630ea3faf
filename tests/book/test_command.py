"""`python -m macros.book`: what it says where a book cannot be made."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.book.__main__ import INSTALL, main
from macros.frame.site import Site
from renstra.plan.plan import Plan
from tests.building import PROJECT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the book; the settings are the project's own."""
    monkeypatch.chdir(PROJECT)
    return tmp_path / "buku"


def test_without_weasyprint_it_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "macros.book.make_pdf", raising=False)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    done = CliRunner().invoke(main, ["--folder", str(folder)])
    assert done.exit_code == 1
    assert done.output == f"Error: WeasyPrint atau pustakanya tidak ada: {INSTALL}\n"
    assert not folder.exists()


@pytest.mark.usefixtures("bindery")
class TestFonts:
    """A family that is missing is an error, never another family in its place."""

    def test_a_missing_family_is_named(
        self, folder: Path, tiny: Plan, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What the system puts in its place is told from what was asked for."""
        from macros.book import bound, make_pdf  # noqa: PLC0415 - not everyone has its libraries

        style = folder.parent / "style.css"
        text = bound.STYLE.read_text(encoding="utf-8")
        style.write_text(text.replace("Liberation Serif", "Tidak Ada Serif"), encoding="utf-8")
        monkeypatch.setattr(bound, "STYLE", style)
        with pytest.raises(make_pdf.MissingFontError, match=r"^Liberation Serif$"):
            make_pdf.make_pdf(Site(tiny, None, "", ""))

    def test_it_says_what_to_install(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """And writes nothing."""
        from macros.book import make_pdf  # noqa: PLC0415 - not everyone has its libraries

        def missing(site: Site) -> bytes:
            raise make_pdf.MissingFontError("Liberation Serif")

        monkeypatch.setattr(make_pdf, "make_pdf", missing)
        words = ["--folder", str(folder), "--setelan", "mkdocs-contoh.yml"]
        done = CliRunner().invoke(main, words)
        assert done.exit_code == 1
        assert done.output == f"Error: Huruf Liberation Serif tidak terpasang: {INSTALL}\n"
        assert not folder.exists()
