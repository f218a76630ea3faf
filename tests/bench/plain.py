"""Plain MkDocs and Material with the same pages as static Markdown.

The pages of the real site are caught after their macros have run, so that both builds write the
same number of pages of the same size.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.bench.running import build
from tests.building import PROJECT, copy_project

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

KEPT = {"nav", "not_in_nav", "markdown_extensions"}
THEME = {"name", "language", "font", "palette", "features", "icon"}


def plain_project(folder: Path, address: str) -> Path:
    """A project in `folder` with nothing of ours but the pages, published at `address`."""
    project = copy_project(folder / "proyek")
    (project / "capture.py").write_text(CAPTURE, encoding="utf-8")
    settings: dict[str, Any] = yaml.safe_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
    hooks = {**settings, "hooks": [*settings["hooks"], "capture.py"]}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(hooks), encoding="utf-8")
    plain = folder / "polos"
    images = "docs/assets/images"  # the guide shows them
    shutil.copytree(PROJECT / images, plain / images)
    build(project, folder / "captured", BENCH_DOCS=str(plain / "docs"))
    found = {key: value for key, value in settings.items() if key in KEPT}
    found["markdown_extensions"] = [
        name for name in found["markdown_extensions"] if not str(name).startswith("macros.")
    ]
    theme = {key: value for key, value in settings["theme"].items() if key in THEME}
    found |= {"site_name": "Polos", "site_url": address, "theme": theme, "plugins": ["search"]}
    (plain / "mkdocs.yml").write_text(yaml.safe_dump(found), encoding="utf-8")
    return plain
