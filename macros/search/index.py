"""The search: its index says what each thing is, and the theme's worker learns Indonesian.

The theme ships no Indonesian, so that after its plugin has run the index is written anew, with a
table that leads each word to its root. Both rest on internals of the theme, which is pinned.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import Any

import snowballstemmer  # type: ignore[import-untyped]

from macros.frame import links
from macros.frame.site import Site
from renstra.model.kinds import kind_of
from renstra.plan.plan import Plan

INDEX = "search/search_index.json"
WORDS = "assets/javascripts/lunr/min/lunr.id.min.js"
"""Where the theme's worker looks for the language of an index whose `lang` is ``id``."""

SEPARATOR = r"""[\s\-,:;!?=*/|¶\[\]()"“”'‘’…–—·×<>&]+|\.(?!\d)"""
"""What stands between two words, for Python and for the worker alike."""

CONFIG: Mapping[str, Any] = {
    "lang": ["id"],
    "separator": SEPARATOR,
    "pipeline": ["stemmer"],
    "fields": {"title": {"boost": 8}, "text": {"boost": 1}, "tags": {"boost": 3}},
}

Document = dict[str, Any]
"""An entry of the theme's index: `location`, `title` and `text`; perhaps `tags` and `boost`."""

STOP = (
    *("ada", "adalah", "agar", "apa", "apakah", "atau", "bagaimana", "bagi", "berapa", "bisa"),
    *("cara", "dalam", "dan", "dapat", "dari", "dengan", "di", "gimana", "ini", "itu", "kah"),
    *("kapan", "ke", "kenapa", "mana", "mengapa", "nya", "oleh", "pada", "saja", "saya", "secara"),
    *("serta", "siapa", "soal", "terhadap", "tentang", "untuk", "yang"),
)
"""What a question is asked with and no page is about."""

ROOTS: Mapping[str, str] = {
    **dict.fromkeys(("mencapai", "tercapai", "pencapaian", "capaian", "dicapai"), "capai"),
    **dict.fromkeys(("pegawai", "kepegawaian"), "pegawai"),
    **dict.fromkeys(("pemutakhiran", "dimutakhirkan", "memutakhirkan", "mutakhir"), "mutakhir"),
    **dict.fromkeys(("pengelolaan", "mengelola", "dikelola", "kelola"), "kelola"),
    **dict.fromkeys(("kegiatan", "berapa", "perempuan", "peluang", "pemilu"), ""),
    **dict.fromkeys(("peserta", "kelompok", "penduduk", "kinerja", "pedoman"), ""),
}
"""Words of which the stemmer makes something else; the empty root is the word itself."""

_UNKNOWN = re.compile(r"<(?:form|svg)\b")
_UNKNOWN_IN_PROSE = re.compile(r"<(?:form|svg|table)\b")
_SECTION = re.compile(r"<h[2-6] id=")
_BOUNDARY = re.compile(SEPARATOR)
_TAG = re.compile(r"<[^>]*>")
_EMPTY = re.compile(r"<(p|li)>\s*</\1>")
_KEPT = re.compile(r"</?(?!/?(?:p|li)\b)[a-z]+>")


@dataclass(frozen=True)
class Pages:
    """What the pages under an address are, and what of them the search knows."""

    address: str
    """A pattern that the address begins with."""

    name: str
    weight: float = 1
    """Above 1 for a thing itself, below 1 for lists and tables that mention it."""

    sections: Sequence[str] | None = None
    """Which sections; None for all. The rest repeats what stands on pages of its own."""

    text: bool = True
    """Whether its sections' words are in the index, or in entries of their own (`things`)."""

    prose: bool = False
    """Whether what its tables list has pages of its own."""


PAGES = (
    Pages(r"indikator/.", "Indikator", 2, ()),
    Pages(r"indikator/", "Daftar indikator", 0.5, (), text=False),
    Pages(r"kegiatan/.", "Kegiatan", 2, ("sasaran-dan-indikator", "anggaran")),
    Pages(r"kegiatan/", "Daftar kegiatan"),
    Pages(r"program/", "Program", 1.5, ("anggaran",)),
    Pages(r"tahun/.", "Tahun", 1, text=False),
    Pages(r"tahun/", "Daftar tahun", 0.7, ()),
    Pages(r"capaian/.", "Capaian", 0.7, ()),
    Pages(r"capaian/", "Capaian", 1, ()),
    Pages(r"anggaran/", "Anggaran"),
    Pages(r"regulasi/", "Regulasi", text=False),
    Pages(r"strategi/", "Strategi", text=False),
    Pages(r"swot/", "SWOT", 1.5, text=False),
    Pages(r"kebijakan/", "Arah kebijakan"),
    Pages(r"benang/", "Keterkaitan rencana", 0.5, (), text=False),
    Pages(r"keputusan/", "Keputusan", 2),
    Pages(r"rencana/.", "Naskah rencana", prose=True),
    Pages(r"rencana/", "Rencana"),
    Pages(r"kelembagaan/", "Kelembagaan", 1.5),
    Pages(r"istilah/", "Istilah", 1.2, text=False),
    Pages(r"catatan/", "Catatan", 0.4, text=False),
    Pages(r"perubahan/", "Perubahan", 0.6, ("revisi-resmi",)),
    Pages(r"data/", "Data terbuka", prose=True),
    Pages(r"panduan/", "Panduan staf"),
    Pages(r"tentang/perbaikan/", "Tentang situs", 0.3, (), text=False),
    Pages(r"tentang/", "Tentang situs"),
    Pages(r"", "Beranda", 0.5),
)
"""The first whose pattern fits is what a page is."""

_BLANK = {
    *(links.SWOT, links.STRATEGI, links.REGULASI, links.INDIKATOR, links.CATATAN, links.BENANG),
    "tentang/perbaikan/",
}
"""Pages whose own words, too, are tables and lists: the search shows what sections they have."""

_LISTED = re.compile(r"arah-pg-\d+")
"""Sections that only list things with entries of their own."""


def improve(folder: Path, site: Site) -> None:
    """Write the index of the site in `folder` anew, and the Indonesian it is searched with."""
    file = folder / INDEX
    if not file.is_file():  # a site without the plugin
        return
    plugin = json.loads(file.read_text(encoding="utf-8"))
    found = [*documents(plugin["docs"]), *things(site)]
    file.write_text(_json({"config": CONFIG, "docs": found}), encoding="utf-8")
    words = folder / WORDS
    words.parent.mkdir(parents=True, exist_ok=True)
    words.write_text(script(site.plan, found), encoding="utf-8")


def known(html: str, location: str) -> str:
    """What of a page the search plugin is to read; that takes it a quarter of a plain build's time.

    What a form offers to choose is no content, a chart repeats its table, and what the tables of a
    chapter list has pages of its own. Of a page without sections of its own it reads the beginning.
    """
    pages = pages_at(location)
    if pages.sections == () and location not in _BLANK:
        html = _SECTION.split(html, maxsplit=1)[0]
    unknown = _UNKNOWN_IN_PROSE if pages.prose else _UNKNOWN
    return unknown.sub(r'\g<0> data-search-exclude="ya"', html)


def pages_at(location: str) -> Pages:
    """What the page at an address is."""
    return next(pages for pages in PAGES if re.match(pages.address, location))


def documents(entries: Sequence[Document]) -> Iterator[Document]:
    """The theme's entries of which each says its kind and its weight, without what is repeated."""
    sections: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        page, mark, section = entry["location"].partition("#")
        if mark:
            sections[page].append(tidy(entry["title"]))
    for entry in entries:
        page, mark, section = entry["location"].partition("#")
        pages = pages_at(page)
        if mark and pages.sections is not None and section not in pages.sections:
            continue
        if not mark:
            text = (
                " · ".join(dict.fromkeys(sections[page])) if page in _BLANK else tidy(entry["text"])
            )
        elif pages.text and not _LISTED.fullmatch(section):
            text = tidy(entry["text"])
        else:
            text = ""
        found = entry | {"title": tidy(entry["title"]), "text": text}
        if not mark:
            found["tags"] = [pages.name]
        if pages.weight != 1:
            found["boost"] = pages.weight
        yield found


def things(site: Site) -> Iterator[Document]:
    """Entries of what has a place on a page and no page: strategies, regulations, terms, notes."""
    plan = site.plan
    for thing in site.thread.things.values():
        if thing.kind.search:
            yield _place(plan, thing.id, f"{thing.kind.title} {thing.label}", thing.text)
    for short in plan.istilah.singkatan:
        yield _place(plan, short.id, short.singkatan, short.kepanjangan)
    for item in plan.istilah.arti:
        title = f"{item.istilah}: {item.kepanjangan}" if item.kepanjangan else item.istilah
        yield _place(plan, item.id, title, item.arti)
    for term in plan.istilah.definisi:
        yield _place(plan, term.id, ", ".join(term.istilah), plan.words(term.naskah))
    for note in plan.catatan.catatan:
        yield _place(plan, note.id, note.judul, "")


def _place(plan: Plan, kode: str, title: str, text: str) -> Document:
    """An entry that is found by its id as well."""
    kind = kind_of(type(plan.things[kode][-1]))
    assert kind
    words = " · ".join(filter(None, (text, "" if title.endswith(kode) else kode)))
    return {
        "location": links.thing(plan, kode),
        "title": escape(title, quote=False),
        "text": escape(words, quote=False),
        "boost": kind.search,
    }


def tidy(markup: str) -> str:
    """Markup of the index with the paragraphs that its excerpts are made of, and no others."""
    pieces = re.split(r"(<[^>]*>)", _KEPT.sub("", markup).replace("¶", ""))
    text = "".join(
        piece if piece.startswith("<") else escape(unescape(piece), quote=False) for piece in pieces
    )
    return _EMPTY.sub("", re.sub(r"\s+", " ", text)).strip()


def script(plan: Plan, entries: Iterable[Document]) -> str:
    """What the worker loads: the Indonesian of `search.js`, with this site's words and synonyms."""
    synonyms = [[" ".join(_split(phrase)) for phrase in group] for group in groups(plan)]
    words = {word for group in synonyms for phrase in group for word in phrase.split()}
    for entry in entries:
        words.update(_split(f"{_TAG.sub(' ', entry['title'])} {_TAG.sub(' ', entry['text'])}"))
    data = {
        "stems": ";".join(" ".join([root, *group]) for root, group in families(words).items()),
        "stop": " ".join(STOP),
        "synonyms": synonyms,
    }
    code = (Path(__file__).parent / "search.js").read_text(encoding="utf-8")
    return f"{_minified(code)}\nlunr.id=indonesian({_json(data)});\n"


def groups(plan: Plan) -> list[Sequence[str]]:
    """Words and phrases of equal meaning: the decree's abbreviations and our own aids."""
    own = [(item.singkatan, item.kepanjangan) for item in plan.istilah.singkatan]
    return [*own, *(item.kata for item in plan.istilah.sinonim)]


def families(words: Iterable[str]) -> dict[str, list[str]]:
    """Root to the words that come from it, both in the order of the alphabet.

    A word that others come from is no form of anything: the stemmer would cut `distribusi` itself.
    """
    stemmer = snowballstemmer.stemmer("indonesian")
    plain = sorted(word for word in set(words) if word.isalpha() and len(word) > 3)
    root_of = {word: ROOTS.get(word) or _stem(stemmer, word) for word in plain}
    roots = {root for word, root in root_of.items() if root != word}
    found: dict[str, list[str]] = defaultdict(list)
    for word, root in root_of.items():
        if root != word and word not in roots:
            found[root].append(word)
    return dict(sorted(found.items()))


def _stem(stemmer: Any, word: str) -> str:
    if word in ROOTS:
        return word
    stem: str = stemmer.stemWord(word)
    return stem if len(stem) > 2 else word


def _split(text: str) -> list[str]:
    return [word for word in _BOUNDARY.split(unescape(text).lower()) if word]


def _minified(code: str) -> str:
    """The code without its comments and indents, which no reader's telephone needs."""
    lines = (re.sub(r"(?:^|\s)// .*$", "", line).strip() for line in code.splitlines())
    return "\n".join(line for line in lines if line)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
