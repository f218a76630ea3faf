"""What a reader's telephone has to fetch: pages and the search's index, as compressed files."""

from __future__ import annotations

import gzip
import re

from tests.site.built import OURS, Built, refuse
from tests.site.source import Source

PERIHAL = "Berat: halaman indikator dan indeks pencarian tetap ringan"

PAGE = 12 * 1024
"""What a page of an indicator may weigh, in bytes, besides what the office wrote of it."""

WORDS = 1.2
"""How much more the index of the search may weigh than the words that it finds."""

# It grows by itself with every change.
_HISTORY = re.compile(r'<dl class="riwayat">.*?</dl>', re.DOTALL)


def weight(content: bytes | str) -> int:
    """The bytes of some content as a server sends it."""
    raw = content.encode() if isinstance(content, str) else content
    return len(gzip.compress(raw, 6, mtime=0))


def test_an_indicator_is_a_small_page(source: Source, built: Built) -> None:
    """Halaman tiap indikator tetap kecil, di luar riwayat dan penjelasan yang ditulis kantor."""
    found = []
    for row in source.rows:
        url = f"indikator/{row.id}/"
        html = (built.folder / url / "index.html").read_text(encoding="utf-8")
        size = weight(_HISTORY.sub("", html))
        entries = [source.entries(year).get(row.id) for year in source.years]
        most = PAGE + weight(str([entry for entry in entries if entry]))
        if size > most:
            found.append(f"{url}: {size} byte setelah dimampatkan, paling besar {most}")
    refuse(found)


def test_the_index_of_the_search_is_small(source: Source, built: Built) -> None:
    """Indeks pencarian tidak lebih berat daripada kata-kata yang ditemukannya."""
    plan = b"".join(file.read_bytes() for file in source.paths() if file.parent.name != "realisasi")
    own = b"".join(file.read_bytes() for file in sorted(source.docs.rglob("*.md")))
    most = int(WORDS * (weight(plan) + weight(own)))
    size = weight((built.folder / "search/search_index.json").read_bytes())
    refuse([f"search_index.json: {size} byte, paling besar {most}"] if size > most else [], OURS)
