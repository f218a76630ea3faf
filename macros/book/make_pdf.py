"""The book made a PDF by WeasyPrint: tagged, dated by its data, the same bytes each time."""

from __future__ import annotations

import hashlib

from weasyprint import HTML

from macros.book.bound import book
from macros.frame.site import Site

FAMILIES = ("Liberation Sans", "Liberation Serif")
"""The families of the style sheet; with others in their place every line would break elsewhere."""


class MissingFontError(Exception):
    """A family that the book is set in is not installed."""


def make_pdf(site: Site) -> bytes:
    """The book as a PDF/UA; raises MissingFontError where one of its families is missing."""
    document = HTML(string=book(site)).render()
    name = f"{site.kutipan} {site.revision.commit if site.revision else ''}"
    content: bytes = document.write_pdf(
        pdf_variant="pdf/ua-1",
        # Else WeasyPrint takes what it has drawn for the name of the file.
        pdf_identifier=hashlib.md5(name.encode(), usedforsecurity=False).digest(),
    )
    found = {font.family for font in document.fonts.values()}
    if missing := [family for family in FAMILIES if family not in found]:
        raise MissingFontError(", ".join(missing))
    return content
