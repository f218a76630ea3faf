"""The look of the plan: tables, charts, numbers and generated pages, for mkdocs-macros."""

from __future__ import annotations

import functools
from typing import Any

from macros.adapter import build
from macros.frame.blocks import ready
from macros.frame.view import View
from macros.pages.catalogue import MACROS
from macros.parts.absent import absence


def define_env(env: Any) -> None:
    """Register the macros; called by mkdocs-macros with its environment at each build."""
    for macro in MACROS:

        @functools.wraps(macro)
        def bound(*args: str, _macro: Any = macro) -> str:
            said = absence(build.site.plan, _macro.__name__)
            return ready(said or _macro(View(build.site, env.page.url), *args))

        env.macro(bound, macro.__name__)
