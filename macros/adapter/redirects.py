"""Addresses that moved: a page at the old one leads to the new, for letters that quote the old."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from macros.frame import links
from macros.frame.view import View

SETTING = "mkdocs.yml: extra: pindah"


def redirects(view: View, moved: Mapping[str, str], files: Files) -> Iterator[tuple[str, bytes]]:
    """A file for each old address of `moved`; raises PluginError where a move leads nowhere.

    Addresses are from the root of the site and end in a slash, such as ``indikator/ik-001/``.
    """
    pages = {file.url for file in files.documentation_pages()}
    for old, new in moved.items():
        if not old.endswith("/") or old in pages:
            raise PluginError(f"{SETTING}: {old} masih ada atau salah tulis; tulis alamat lama")
        if new.partition("#")[0] not in pages:
            raise PluginError(f"{SETTING}: {old} menuju {new}, yang tidak ada; perbaiki")
        target = links.relative(new, old)
        text = view.render("pindah.html.j2", target=target, kanonis=f"{view.site.url}{new}")
        yield f"{old}index.html", text.encode()
