"""An Atom feed (RFC 4287) as bytes: nothing in it depends on the clock or on where it is built."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as ET

_ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = uuid.UUID("6f0e3f0c-7d0b-5f0e-9b54-0d6b8c6b2d11")
"""Of our own making, so that the same change has the same id at every address of the site."""


@dataclass(frozen=True)
class FeedEntry:
    """One thing that happened."""

    key: str
    """What makes it this one and no other, for ever; its id is derived from it."""

    title: str
    summary: str
    link: str
    """Its page; relative to the feed where the site has no address yet."""

    updated: datetime


@dataclass(frozen=True)
class Feed:
    """A feed and its entries, newest first."""

    key: str
    title: str
    author: str
    link: str
    """The page that it belongs to."""

    address: str
    """Its own address."""

    updated: datetime
    entries: Sequence[FeedEntry]


def feed_bytes(feed: Feed) -> bytes:
    """The feed as XML in UTF-8."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "id"})
    _text(root, "id", _id(feed.key))
    _text(root, "title", feed.title)
    _text(root, "updated", feed.updated.isoformat())
    _text(ET.SubElement(root, "author"), "name", feed.author)
    ET.SubElement(root, "link", {"rel": "self", "href": feed.address})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.link})
    for entry in feed.entries:
        item = ET.SubElement(root, "entry")
        _text(item, "id", _id(entry.key))
        _text(item, "title", entry.title)
        _text(item, "updated", entry.updated.isoformat())
        ET.SubElement(item, "link", {"rel": "alternate", "type": "text/html", "href": entry.link})
        _text(item, "summary", entry.summary)
    ET.indent(root)
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text


def _id(key: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, key)}"
