"""Broken YAML syntax in words: what libyaml says in English, said so that staff can mend it."""

from __future__ import annotations

import yaml

from renstra.dialect.problem import Problem
from renstra.dialect.wording import printable, shorten

_QUOTE = "tanda kutip dibuka di sini tetapi tidak ditutup; tutup di akhir teks"
_BRACKET = (
    "kurung dibuka di sini tetapi tidak ditutup; tutup, atau beri tanda kutip bila bagian dari teks"
)
# libyaml's words, and whether the mistake stands where the thing that it was reading began.
_KNOWN: dict[str, tuple[str, bool]] = {
    "found unexpected end of stream": (_QUOTE, True),
    "found unexpected document indicator": (_QUOTE, True),
    "did not find expected ',' or ']'": (_BRACKET, True),
    "did not find expected ',' or '}'": (_BRACKET, True),
    "could not find expected ':'": (
        'titik dua dan spasi tidak ada sesudah kunci; tulis seperti "nama: …"',
        True,
    ),
    "found character that cannot start any token": (
        "nilai diawali tanda yang bermakna khusus di YAML; beri tanda kutip pada seluruh nilai",
        False,
    ),
    "block sequence entries are not allowed in this context": (
        'strip sesudah titik dua; tulis "-" dengan tanda kutip bila itu nilainya, '
        "atau mulai daftar di baris berikutnya",
        False,
    ),
    "found unknown escape character": (
        'garis miring "\\" di dalam tanda kutip ganda; tulis "\\\\" atau pakai tanda kutip tunggal',
        False,
    ),
}
_COLON = "titik dua dan spasi di dalam teks; beri tanda kutip pada seluruh teks"


def syntax_problem(error: yaml.YAMLError, shown: str, text: str) -> Problem:
    """The one problem that stopped the reading of `text`."""
    if not isinstance(error, yaml.MarkedYAMLError) or not error.problem_mark:
        position = getattr(error, "position", 0)
        line = text.encode().count(b"\n", 0, position) + 1
        return Problem(shown, line, "", "karakter yang dilarang YAML ditemukan; hapus")
    words = error.problem or ""
    message, at_start = _KNOWN.get(words, ("", False))
    mark = error.context_mark if at_start and error.context_mark else error.problem_mark
    lines = text.split("\n")
    index = mark.line
    # The end of the file is a line of its own to libyaml, and an empty one to whoever reads.
    while index > 0 and not "".join(lines[index : index + 1]).strip():
        index -= 1
    if "mapping values" in words and ": " in lines[index][: mark.column]:
        message = _COLON
    if not message:
        message = (
            f'susunan YAML rusak di dekat "{shorten(lines[index].strip())}"; periksa lekukan, '
            "titik dua dan tanda kutip di baris ini dan di atasnya"
        )
    return Problem(shown, index + 1, "", printable(message))
