"""Where the time of a build goes, measured from within: run as ``-m``, it prints one JSON object.

What MkDocs, the theme and this project do is told apart by the functions that do it; time spent in
one that another calls counts for the inner one alone.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

START = time.perf_counter()

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


class Clock:
    """Seconds by stage; one runs at a time."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._running = ["mulai"]
        self._since = START

    def enter(self, stage: str) -> None:
        """Begin a stage within the one that runs."""
        self._count()
        self._running.append(stage)

    def leave(self) -> None:
        """Go back to the stage around."""
        self._count()
        self._running.pop()

    def switch(self, stage: str) -> None:
        """End the outermost stage and begin another."""
        self._count()
        self._running[0] = stage

    def _count(self) -> None:
        now = time.perf_counter()
        self.seconds[self._running[-1]] += now - self._since
        self._since = now

    def around(self, owner: Any, name: str, stage: Callable[..., str]) -> None:
        """Count each call of a function for a stage."""
        inner = getattr(owner, name)

        def timed(*args: Any, **kwargs: Any) -> Any:
            self.enter(stage(*args))
            try:
                return inner(*args, **kwargs)
            finally:
                self.leave()

        setattr(owner, name, timed)


def main() -> None:
    """Build as the arguments say and print the seconds by stage."""
    import mkdocs.commands.build as commands  # noqa: PLC0415 - loading it is a part of the time
    from mkdocs.__main__ import cli  # noqa: PLC0415
    from mkdocs.plugins import PluginCollection  # noqa: PLC0415
    from mkdocs.structure.pages import Page  # noqa: PLC0415

    from macros.adapter import downloads  # noqa: PLC0415

    clock = Clock()
    clock.around(PluginCollection, "run_event", lambda _, name, *__: EVENTS.get(name, "lain"))
    clock.around(Page, "render", lambda *_: "markdown")
    clock.around(commands, "_build_page", lambda *_: "tema")
    clock.around(commands, "_build_theme_template", lambda *_: "tema")
    clock.around(downloads, "downloads", lambda *_: "berkas")
    inner = commands.build

    def whole(*args: Any, **kwargs: Any) -> Any:
        clock.switch("lain")
        return inner(*args, **kwargs)

    commands.build = whole
    cli(["build", "--strict", "--quiet", *sys.argv[1:]], standalone_mode=False)
    clock.switch("lain")
    print(json.dumps({stage: clock.seconds[stage] for stage in STAGES}))


if __name__ == "__main__":
    main()
