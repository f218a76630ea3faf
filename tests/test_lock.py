"""The lock holds what pyproject.toml asks for: a proposal that raises one alone is refused."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent


def locked(text: str) -> dict[str, str]:
    """The version of each package of a lock."""
    found = re.findall(r"(?m)^([A-Za-z0-9._-]+)==([^\s;\\]+)", text)
    return {canonicalize_name(name): version for name, version in found}


def unmet(asked: Iterable[str], versions: dict[str, str]) -> list[str]:
    """What is asked for and not locked, in words."""
    found = []
    for requirement in map(Requirement, asked):
        version = versions.get(canonicalize_name(requirement.name), "")
        if not version or not requirement.specifier.contains(version, prereleases=True):
            found.append(f"{requirement}: {version or 'nothing'} is locked; run `make lock`")
    return found


def test_lock_meets_the_ranges() -> None:
    """Every range of every extra, but the project's own name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    asked = [line for lines in lists for line in lines if not line.startswith(project["name"])]
    assert unmet(asked, locked((ROOT / "requirements.lock").read_text(encoding="utf-8"))) == []


def test_a_raised_range_is_unmet() -> None:
    """As is a package that the lock lacks."""
    versions = locked("a-b==1.2 \\\n    --hash=sha256:00\nc==2.0 ; python_version < '4'\n")
    assert unmet(["A_B~=1.2", "c>=2"], versions) == []
    assert unmet(["a-b~=1.3", "d"], versions) == [
        "a-b~=1.3: 1.2 is locked; run `make lock`",
        "d: nothing is locked; run `make lock`",
    ]
