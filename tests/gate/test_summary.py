"""The summary says to staff what was found, and to no one how the tests came to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import PROJECT

TESTS = '''
import pytest
from tests.gate.remarks import remark

PERIHAL = "Sel target"

def test_a():
    """Setiap sel ada."""

def test_b(pytestconfig):
    """Setiap sel benar.

    And why.
    """
    remark(pytestconfig, "Ini hanya catatan.")
    pytest.fail("- ik-001: ditemukan 1", pytrace=False)

def test_c():
    """Setiap nama benar."""
    assert 1 == 2, "- ik-002: nama lain"

def test_d():
    """Setiap berkas terbaca."""
    {}["x"]

def test_e():
    """Setiap gambar ada."""
    pytest.skip("tidak ada gambar")
'''


def run(folder: Path, *more: str, page: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the tests above with the summary."""
    (folder / "test_sel.py").write_text(TESTS, encoding="utf-8")
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "tests.gate.summary", "-p", "no:cacheprovider"),
            *("-c", "/dev/null", "--rootdir", str(folder), str(folder), *more),
        ],
        cwd=PROJECT,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"}
        | ({"GITHUB_STEP_SUMMARY": str(page)} if page else {}),
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_says_what_was_found_and_nothing_else(tmp_path: Path) -> None:
    done = run(tmp_path, "--catatan", "Catatan dari luar.")

    assert done.returncode == 1
    shown = done.stdout[done.stdout.index("Ringkasan") :]
    assert shown.splitlines() == [
        "Ringkasan pemeriksaan",
        "=====================",
        "✗ Sel target (3 tidak lolos, 1 dilewati)",
        "",
        "1. Sel target: Setiap sel benar.",
        "   - ik-001: ditemukan 1",
        "   (pemeriksaan: test_sel.py::test_b)",
        "",
        "2. Sel target: Setiap nama benar.",
        "   - ik-002: nama lain",
        "   (pemeriksaan: test_sel.py::test_c)",
        "",
        "3. Sel target: Setiap berkas terbaca.",
        "   Pemeriksaan ini sendiri berhenti: KeyError: 'x' (test_sel.py baris 24). Bila data atau "
        "situs tampak benar, laporkan kepada yang merawat kodenya; rinciannya dengan --rinci.",
        "   (pemeriksaan: test_sel.py::test_d)",
        "",
        "Catatan (tidak menghalangi):",
        "- Catatan dari luar.",
        "- Ini hanya catatan.",
        "",
        "Hasil: 3 pemeriksaan tidak lolos, 1 lolos.",
    ]


def test_the_way_to_a_failure_is_shown_where_it_is_asked_for(tmp_path: Path) -> None:
    assert '{}["x"]' in run(tmp_path, "--rinci").stdout


def test_it_stands_on_the_forge_s_page_of_the_run(tmp_path: Path) -> None:
    page = tmp_path / "ringkasan.md"

    run(tmp_path, page=page)

    text = page.read_text(encoding="utf-8")
    assert text.startswith("## Ringkasan pemeriksaan\n\n- ✗ Sel target (3 tidak lolos, 1 dilewati)")
    assert "\n    - ik-001: ditemukan 1\n" in text
    assert "**Hasil: 3 pemeriksaan tidak lolos, 1 lolos.**" in text


@pytest.mark.parametrize("broken", ["import tidak_ada_sama_sekali\n", "def (\n"])
def test_tests_that_cannot_be_read_are_told(tmp_path: Path, broken: str) -> None:
    (tmp_path / "test_rusak.py").write_text(broken, encoding="utf-8")

    shown = run(tmp_path).stdout

    assert "✗ Berkas pemeriksaan yang tidak dapat dibaca (1 tidak lolos)" in shown
    assert "Traceback" not in shown
