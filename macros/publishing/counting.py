"""The pages that must be there by the data and by `docs/`, counted before a site is published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.frame import links
from macros.publishing.errors import PublishingError
from renstra.model.perubahan import AWAL
from renstra.plan.plan import Plan

FILES = ("404.html", "search/search_index.json", links.UMPAN, links.UMPAN_RENCANA)
"""What is no page and may be missing in no site."""

_END = b"</html>"
_NAMED = 10
"""How many missing pages a message names."""


def expected(plan: Plan, docs: Path) -> set[str]:
    """The addresses of all pages, from the root of the site."""
    return {*_of_plan(plan), *_of_docs(docs)}


def _of_plan(plan: Plan) -> Iterator[str]:
    yield from (links.naskah(chapter.id) for chapter in plan.naskah)
    yield from (links.indikator(place.indikator) for place in plan.kedudukan.values())
    yield from (links.kegiatan(kegiatan) for kegiatan in plan.kegiatan.values())
    yield from (links.program(program) for program in plan.program)
    if plan.perubahan:
        yield links.naskah_pada(AWAL)
    for change in plan.perubahan:
        yield links.perubahan(change.id)
        yield links.naskah_pada(change.id)
    for tahun in plan.tahun:
        yield links.tahun(tahun)
        yield links.capaian(tahun)


def _of_docs(docs: Path) -> Iterator[str]:
    for file in docs.rglob("*.md"):
        place = file.relative_to(docs)
        folder = place.parent if place.stem == "index" else place.with_suffix("")
        yield "" if folder == Path() else f"{folder.as_posix()}/"


def check(site: Path, plan: Plan, docs: Path) -> int:
    """How many pages there are; PublishingError where one is missing or was cut off."""
    wanted = sorted(expected(plan, docs))
    broken = [url or "beranda" for url in wanted if not _is_whole(site / url / "index.html")]
    broken += [name for name in FILES if not (site / name).is_file()]
    if broken:
        named = ", ".join(broken[:_NAMED]) + (" …" if len(broken) > _NAMED else "")
        raise PublishingError(
            f"{len(broken)} dari {len(wanted)} halaman tidak ada atau terpotong: {named}. Situs "
            "tidak diganti; jalankan lagi, dan bila terulang sampaikan kepada pengelola kode."
        )
    return len(wanted)


def _is_whole(page: Path) -> bool:
    try:
        return page.read_bytes().rstrip().endswith(_END)
    except OSError:
        return False
