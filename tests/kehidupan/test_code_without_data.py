"""The tests of the code know nothing of any office's plan: they pass where `data/` is not there."""

from __future__ import annotations

import re
from pathlib import Path

from tests.kehidupan.office import Office, copy_files


def test_the_tests_of_the_code_pass_without_data(tmp_path: Path) -> None:
    copy = Office(tmp_path / "tanpa-data")
    copy.folder.mkdir()
    copy_files(copy.folder, leave_out=["data"])
    copy.git("init", "--quiet", "--initial-branch=main")
    copy.git("add", "--all")
    copy.git("commit", "-qm", "Mulai tanpa data")

    # Its visits take as long as all the rest, to pages that the other browser tests open as well.
    visits = "--ignore=tests/browser/test_visit.py"
    done = copy.python("pytest", "-n", "2", "--dist", "loadgroup", "-q", visits)

    assert done.code == 0, done.text
    assert not (copy.folder / "data").exists()
    passed = re.search(r"(\d+) passed", done.text)
    assert passed, done.text
    assert int(passed[1]) > 1000
