"""What only the whole book decides: where links lead, what its headings are, and its contents."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeAlias
from xml.etree import ElementTree as ET

import tinyhtml5

Element: TypeAlias = ET.Element
HEADINGS = ("h1", "h2", "h3")
NAMESPACE = "{http://www.w3.org/2000/xmlns/}xmlns"
"""The `xmlns` of a drawing as the parser names it."""


def finish(html: str, chapters: Collection[str], address: str) -> str:
    """The document with its links resolved and its contents listed.

    Args:
        html: the document, whose links are addresses from the root of the site.
        chapters: ids of the chapters, which have an element of that id in the book.
        address: where the site is published; empty where nobody knows.
    """
    root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    _drop_permalinks(root)
    anchors = {element.get("id", "") for element in root.iter()} - {""}
    for link in [element for element in root.iter("a") if "href" in element.attrib]:
        target = _target(link.attrib["href"], anchors, chapters, address)
        if target:
            link.set("href", target)
        else:  # words without a link; an `a` would be tagged as one
            link.tag = "span"
            del link.attrib["href"]
    _list_contents(root)
    for element in root.iter():  # HTML knows the names of drawings without their namespace
        element.tag = element.tag.rpartition("}")[2]
        if element.tag == "svg":
            element.attrib.pop(NAMESPACE, None)  # the tree would write it under a name of its own
            # The style sheet does not reach it.
            element.set("font-family", "Liberation Sans")
    return "<!doctype html>" + ET.tostring(root, encoding="unicode", method="html")


def _drop_permalinks(root: Element) -> None:
    for parent in root.iter():
        for child in [item for item in parent if item.get("class") == "headerlink"]:
            parent.remove(child)


def _target(
    href: str, anchors: Collection[str], chapters: Collection[str], address: str
) -> str | None:
    """Where a link leads: inside the book if that is there, else to the site if it has an address.

    Nowhere for None.
    """
    if href.startswith(("http://", "https://")):
        return href
    path, _, fragment = href.partition("#")
    if fragment in anchors:
        return f"#{fragment}"
    chapter = path.rstrip("/").rpartition("/")[2]
    if chapter in chapters and not fragment:
        return f"#{chapter}"
    return f"{address}{href}" if address else None


def _list_contents(root: Element) -> None:
    """Name every heading for the outline and the running heads, and list it in the contents."""
    contents = next(element for element in root.iter("ol") if element.get("id") == "daftar-isi")
    for part in [element for element in root.iter("section") if "data-bagian" in element.attrib]:
        for number, heading in enumerate(_headings(part)):
            label = " ".join("".join(_words(heading)).split())
            heading.set("data-judul", label)
            heading.set("id", heading.get("id") or f"{part.get('id')}-judul-{number}")
            # The notes are too many for the contents; they stand in the decree's order.
            if heading.tag in HEADINGS and (heading.tag == "h1" or part.get("id") != "catatan"):
                line = ET.SubElement(contents, "li", {"class": f"isi-{heading.tag}"})
                ET.SubElement(line, "a", {"href": f"#{heading.get('id')}"}).text = label


def _headings(part: Element) -> Iterator[Element]:
    return (element for element in part.iter() if element.tag in ("h1", "h2", "h3", "h4", "h5"))


def _words(element: Element) -> Iterator[str]:
    """The words of an element without its notes and their marks."""
    if element.get("class") in ("kaki", "tanda"):
        return
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""
