"""What the events and the macros of the build under way hand to each other.

It is not kept in MkDocs' configuration, which mkdocs-macros copies and prints as text. It is set
anew at the start of each build, so that a served site never shows old data.
"""

from __future__ import annotations

from macros.frame.generated import GeneratedPage
from macros.frame.site import Site

site: Site
"""The site being built."""

pages: dict[str, GeneratedPage]
"""Its generated pages by the file in `docs/` that they would be."""

downloads: dict[str, bytes]
"""Its files that are no pages, by their place in the site."""

previewed = False
"""Whether the site is only served to be looked at, without the files that nobody previews."""
