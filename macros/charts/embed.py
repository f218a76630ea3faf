"""An indicator's picture as a file of its own, for other sites and for print: SVG and QR code."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import segno
from markupsafe import Markup

from macros.charts import geometry as chart
from macros.charts.figures import according, cells, judged, target_path
from macros.frame import links
from macros.frame.site import Site
from macros.frame.view import View
from renstra.export.edition import indicator_svg
from renstra.model.indikator import Indikator

_LINE = 15
"""The distance from one line of text to the next."""

_NAME_CHARS, _SOURCE_CHARS = 46, 62
_MASK = 2
"""One of QR's eight patterns. Any reader takes each; to try them all costs five times as much."""


def drawings(site: Site) -> dict[str, bytes]:
    """Place in the site to the picture of each indicator."""
    view = View(site, links.DATA)
    return {
        indicator_svg(kode): drawing(view, place.indikator).encode()
        for kode, place in site.plan.kedudukan.items()
    }


def drawing(view: View, indikator: Indikator) -> Markup:
    """The picture: name, targets and results, and where they are from, in colours of its own."""
    site = view.site
    path, words = target_path(view, indikator)
    name = textwrap.wrap(f"{indikator.id} {indikator.nama}", _NAME_CHARS)
    if site.made_up:
        name.insert(0, "CONTOH: realisasi dibuat-buat")
    address = f"{site.url}{links.indikator(indikator)}" if site.url else ""
    source = [
        *_legend(path, according(view, indikator), hasil=bool(words)),
        *textwrap.wrap(
            f"{site.plan.tabel_target.nomor}, {site.cited(indikator.id)}", _SOURCE_CHARS
        ),
        *textwrap.wrap(address, _SOURCE_CHARS),
    ]
    top = _LINE * len(name) + 12
    height = path.height if path else chart.STRIP_HEIGHT
    slot = round(chart.WIDTH / len(indikator.targets), 1)
    return view.render(
        "sematan.svg.j2",
        id=indikator.id,
        indikator=indikator,
        path=path,
        hasil=words,
        targets=judged(view, indikator),
        cells=cells(view, indikator),
        nama=name,
        sumber=source,
        baris=_LINE,
        top=top,
        isi=height,
        slot=slot,
        width=chart.WIDTH,
        bottom=chart.PATH_BOTTOM,
        height=top + height + _LINE * len(source) + 8,
    )


def _legend(path: chart.TargetPath | None, menurut: str, *, hasil: bool) -> Iterator[str]:
    """What the lines and hollow circles of a path mean, where they need saying."""
    if path and hasil:
        yield f"Garis penuh: target {menurut}; garis putus: realisasi setahun."
    if path and any(not point.targeted for point in path.points):
        yield "Lingkaran kosong: nol yang dibaca sebagai belum ditargetkan."


def qr_code(address: str) -> Markup:
    """A QR code of an address as SVG, with the quiet margin that readers need."""
    code = segno.make(address, error="m", micro=False, boost_error=False, mask=_MASK)
    svg = code.svg_inline(omitsize=True, light="#fff", svgclass=None, lineclass=None)
    return Markup(svg)  # noqa: S704 - nothing of the address is in it but its squares
