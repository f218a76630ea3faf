"""The pages, drawings and style sheets as the Nu Html Checker reads them."""

from __future__ import annotations

import os
import shutil

import pytest

from tests.gate.remarks import remark
from tests.nu import CURE, Running, find_jar, sort_out
from tests.site.built import refuse

PERIHAL = "HTML, gaya dan gambar, menurut Nu Html Checker"


def test_a_site_is_without_error_and_warning(
    checking: Running | None, pytestconfig: pytest.Config
) -> None:
    """HTML, CSS dan SVG situs tanpa kesalahan dan tanpa peringatan."""
    if checking is None:
        what = "Java" if find_jar() and not shutil.which("java") else "Nu Html Checker atau Java"
        message = f"HTML tidak diperiksa karena tidak ada {what}; {CURE}"
        if os.environ.get("RENSTRA_WAJIB_NU") == "1":
            pytest.fail(f"{message} Pemeriksaan itu wajib di sini.", pytrace=False)
        remark(pytestconfig, message)
        pytest.skip(message)
    ours, _ = sort_out(checking.complaints())
    refuse(ours)
