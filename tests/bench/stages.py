"""Where the time of a build goes, measured from within: run as ``-m``, it prints one JSON object.

What MkDocs, the theme and this project do is told apart by the functions that do it; time spent in
one that another calls counts for the inner one alone.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

STAGES = {
    "mulai": "loading programs and settings",
    "data": "reading and checking the data, its past and its revisions",
    "berkas": "open data, workbooks, pictures and feeds",
    "halaman": "pages from data",
    "macro": "macros in pages",
    "markdown": "Markdown to HTML",
    "cari": "the search's index",
    "tema": "the theme's templates",
    "lain": "the rest",
}
"""Stage to what it is for a reader, in the order of a build."""

EVENTS = {
    "config": "data",
    "files": "halaman",
    "page_markdown": "macro",
    "page_content": "markdown",
    "page_context": "cari",
    "post_build": "cari",
}

seconds = dict.fromkeys(STAGES, 0.0)
running = ["mulai"]
since = time.perf_counter()


def count() -> None:
    """Give the time since the last call to the innermost stage that runs."""
    global since  # noqa: PLW0603 - one clock, of one process
    now = time.perf_counter()
    seconds[running[-1]] += now - since
    since = now


def clocked(owner: Any, name: str, stage: Callable[..., str]) -> None:
    """Count each call of a function for a stage."""
    inner = getattr(owner, name)

    def timed(*args: Any, **kwargs: Any) -> Any:
        count()
        running.append(stage(*args))
        try:
            return inner(*args, **kwargs)
        finally:
            count()
            running.pop()

    setattr(owner, name, timed)


def main() -> None:
    """Build as the arguments say and print the seconds by stage."""
    import mkdocs.commands.build as commands  # noqa: PLC0415 - loading it is a part of the time
    from mkdocs.__main__ import cli  # noqa: PLC0415
    from mkdocs.plugins import PluginCollection  # noqa: PLC0415
    from mkdocs.structure.pages import Page  # noqa: PLC0415

    from macros.adapter import downloads  # noqa: PLC0415

    clocked(PluginCollection, "run_event", lambda _, name, *__: EVENTS.get(name, "lain"))
    clocked(Page, "render", lambda *_: "markdown")
    clocked(commands, "_build_page", lambda *_: "tema")
    clocked(commands, "_build_theme_template", lambda *_: "tema")
    clocked(downloads, "downloads", lambda *_: "berkas")
    clocked(commands, "build", lambda *_: "lain")
    cli(["build", "--strict", "--quiet", *sys.argv[1:]], standalone_mode=False)
    count()
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
