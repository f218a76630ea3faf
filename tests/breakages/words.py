"""Ways to let the decree's words change in silence."""

from __future__ import annotations

from tests.breakages.breakage import Breakage

WORDS = (
    Breakage(
        "keutuhan-not-compared",
        "renstra/keeping/keutuhan.py",
        "for beda in differences(words, daftar)\n",
        "for beda in differences(words, daftar)[:0]\n",
        "tests/renstra/test_keutuhan.py",
    ),
    Breakage(
        "keutuhan-without-order",
        "renstra/keeping/keutuhan.py",
        "if dulu != kata.isi or (place not in kept and not along):",
        "if dulu != kata.isi:",
        "tests/renstra/test_keutuhan.py",
    ),
    Breakage(
        "silent-change-with-its-list",
        "renstra/past/replay.py",
        "if _is_told(beda, earlier, now):",
        "if beda.kini:",
        "tests/past/test_replay.py",
    ),
    Breakage(
        "old-mend-excuses-all",
        "renstra/past/replay.py",
        "fresh = [mend for mend in now - earlier if mend.is_of(beda.kunci)]",
        "fresh = [mend for mend in now if mend.is_of(beda.kunci)]",
        "tests/past/test_replay.py",
    ),
    Breakage(
        "decree-that-vanishes",
        "renstra/past/replay.py",
        "left.append(gone(kode, commit[:12]))",
        "pass",
        "tests/past/test_replay.py",
    ),
    Breakage(
        "words-held-against-nothing",
        "tests/gate/__main__.py",
        'base = environment.get(BASE, "")',
        'base = ""',
        "tests/kehidupan/test_silent.py",
    ),
)
