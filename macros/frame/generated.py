"""A page that is made: what MkDocs and the navigation need to know of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape

from macros.frame.blocks import ready


@dataclass(frozen=True)
class GeneratedPage:
    """A page that has no file in `docs/`."""

    url: str
    """Its address from the root of the site."""

    title: str
    description: str
    body: str
    """Markdown and HTML, ready for MkDocs; no macro in it is run."""

    section: str
    """The address of the navigation's page that it belongs under."""

    trail: Sequence[tuple[str, str]] = ()
    """Breadcrumbs between that page and this one: label and address."""

    edit_url: str = ""
    """Where its data is edited; empty without a forge."""

    hide: Sequence[str] = ()
    """The theme's columns whose room its tables need: ``toc``, ``navigation``."""

    @property
    def src_uri(self) -> str:
        """The file in `docs/` that it would be."""
        return f"{self.url}index.md"

    @property
    def content(self) -> str:
        """The body under its front matter."""
        # The theme writes these two into its HTML as they are.
        meta = {
            "title": escape(self.title),
            "description": escape(self.description),
            "render_macros": False,
            "jejak": [{"teks": text, "url": url} for text, url in self.trail],
            "hide": list(self.hide),
        }
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()]
        return "\n".join(["---", *lines, "---", ready(self.body)])
