"""Text of the data inside Markdown that the site writes itself."""

from __future__ import annotations

import re
from html import escape as escape_html

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|~^=:$'\"])")


def escape(text: str) -> str:
    """`text` so that Markdown, HTML and Jinja show it letter by letter.

    Punctuation becomes character references, which none of the three reads as markup.
    """
    return _MARKUP.sub(lambda match: f"&#{ord(match[1])};", escape_html(text, quote=False))
