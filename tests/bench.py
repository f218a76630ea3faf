"""`make bench`: this site against plain MkDocs and Material with the same pages as static Markdown.

The pages of the real site are captured after their macros have run, so that both builds render the
same number of pages of the same size. Both are built in turn, and the ratio is taken pair by pair,
so that a machine whose speed drifts still gives a figure to trust.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml

from tests.building import PROJECT, build, copy_project

PAIRS = 5

CAPTURE = """
import json, os
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_page_markdown(markdown, *, page, config, files):
    target = Path(os.environ["BENCH_DOCS"]) / page.file.src_uri
    target.parent.mkdir(parents=True, exist_ok=True)
    meta = {"title": page.title or "", "hide": page.meta.get("hide", [])}
    head = "".join(f"{key}: {json.dumps(value)}\\n" for key, value in meta.items())
    target.write_text(f"---\\n{head}---\\n{markdown}", encoding="utf-8")
"""


def _settings() -> dict[str, Any]:
    return dict(yaml.safe_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8")))


def _capture(folder: Path) -> Path:
    """A plain project in `folder` with the site's pages as static Markdown."""
    project = copy_project(folder / "proyek")
    (project / "capture.py").write_text(CAPTURE, encoding="utf-8")
    hooks = {"INHERIT": "mkdocs.yml", "hooks": [*_settings()["hooks"], "capture.py"]}
    (project / "capture.yml").write_text(yaml.safe_dump(hooks), encoding="utf-8")
    plain = folder / "polos"
    images = "docs/assets/images"  # the guide shows them
    shutil.copytree(PROJECT / images, plain / images)
    done = build(project, folder / "captured", "-f", "capture.yml", BENCH_DOCS=str(plain / "docs"))
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    settings = {
        key: value
        for key, value in _settings().items()
        if key in {"nav", "not_in_nav", "markdown_extensions"}
    }
    theme = {key: value for key, value in _settings()["theme"].items() if key in _PLAIN_THEME}
    settings |= {"site_name": "Polos", "theme": theme, "plugins": ["search"]}
    (plain / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return plain


_PLAIN_THEME = {"name", "language", "font", "palette", "features", "icon"}


def _seconds(project: Path, site: Path) -> float:
    start = time.perf_counter()
    done = build(project, site)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return time.perf_counter() - start


def main() -> None:
    """Print the median of each build and of the ratio of each pair."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("Capturing the pages …", flush=True)
        plain = _capture(folder)
        pages = len(list((plain / "docs").rglob("*.md")))
        _seconds(PROJECT, folder / "a")
        _seconds(plain, folder / "b")
        pairs = []
        for number in range(1, PAIRS + 1):
            ours, theirs = _seconds(PROJECT, folder / "a"), _seconds(plain, folder / "b")
            pairs.append((ours, theirs))
            print(f"pair {number} of {PAIRS}: {ours:.2f} s against {theirs:.2f} s", flush=True)
    result = {
        "pages": pages,
        "this site, s": round(statistics.median(ours for ours, _ in pairs), 2),
        "plain Material, s": round(statistics.median(theirs for _, theirs in pairs), 2),
        "ratio": round(statistics.median(ours / theirs for ours, theirs in pairs), 2),
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
