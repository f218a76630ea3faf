"""The arrows between the rooms: data, its meaning, its look. The contracts stand in pyproject.toml.

data/ -> renstra/ -> macros/ -> docs/ -> site/
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def judged(root: Path) -> subprocess.CompletedProcess[str]:
    """What the contracts say of the packages below a folder, in `stdout`."""
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache", "--no-logo"], cwd=root, capture_output=True, text=True, check=False
    )


def test_the_arrows_are_kept() -> None:
    result = judged(ROOT)

    assert result.returncode == 0, result.stdout


def test_an_arrow_that_points_back_is_found(tmp_path: Path) -> None:
    """One for each contract, wherever it stands, and a room that no contract knows, in one copy."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("renstra", "macros"):
        shutil.copytree(ROOT / package, tmp_path / package)
    shutil.copytree(tmp_path / "renstra/model", tmp_path / "renstra/paint")
    for module, wrong in {
        "renstra/model/target.py": "renstra.plan.plan",
        "macros/frame/links.py": "macros.parts.tables",
        "renstra/past/git.py": "renstra.past.timeline",
        "renstra/plan/plan.py": "jinja2.ext",
        "macros/book/bound.py": "mkdocs.config",
    }.items():
        with (tmp_path / module).open("a", encoding="utf-8") as file:
            file.write(f"\n\ndef _late() -> None:\n    import {wrong}\n")

    said = judged(tmp_path).stdout

    assert "0 kept, 5 broken" in said
    for arrow in (
        "renstra.model.target -> renstra.plan.plan",
        "macros.frame.links -> macros.parts.tables",
        "renstra.plan.plan -> jinja2",
        "macros.book.bound -> mkdocs",
        "- .git -> .timeline",
        "- renstra.paint\n",
    ):
        assert arrow in said
