"""The open data for readers: what files there are, what their columns mean, and links to them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from macros.charts.embed import qr_code
from macros.frame import links
from macros.frame.markdown import escape
from macros.frame.site import FEEDS, Site
from macros.frame.view import View
from renstra.dialect.format import number
from renstra.export.edition import indicator_csv, indicator_json, indicator_svg
from renstra.export.export import CHECKSUMS, INDICATOR_CSV, MONEY_CSV, WORKBOOK, offers
from renstra.export.schemas import schema_file
from renstra.export.table import Table, indicator_table, money_table
from renstra.model.indikator import Indikator

_BYTES = 1000


def tabel_berkas(view: View) -> Markup:
    """The files that stand for a whole, with their size and their schema."""
    files = view.site.open_data
    rows = [
        (
            offer,
            size(len(files[offer.place])),
            schema_file(offer.schema) if offer.schema else "",
        )
        for offer in offers(view.site.plan, view.site.keutuhan)
    ]
    return view.render("tabel-berkas.html.j2", rows=rows, checksums=CHECKSUMS, feeds=FEEDS)


def tabel_kolom(view: View, name: str = "indikator") -> Markup:
    """The columns of a table, ``indikator`` or ``anggaran``, and what each means."""
    return view.render("tabel-kolom-data.html.j2", tabel=_tables(view.site)[name])


def alamat_data(view: View) -> str:
    """The address of the folder of the data for a sentence in Markdown; a way to ask for it."""
    url = view.site.url
    return escape(f"{url}{links.DATA}") if url else "alamat halaman ini"


def _tables(site: Site) -> Mapping[str, Table]:
    records = site.edition.records
    return {table.name: table for table in (indicator_table(records), money_table(records))}


def of_indikator(view: View, indikator: Indikator) -> Markup:
    """The files of one indicator, its picture to embed and its QR code, to end a list of terms."""
    site = view.site
    address = f"{site.url}{links.indikator(indikator)}"
    return view.render(
        "data-terbuka.html.j2",
        alamat=links.indikator(indikator),
        json=indicator_json(indikator.id),
        csv=indicator_csv(indikator.id),
        svg=indicator_svg(indikator.id),
        id=indikator.id,
        qr=qr_code(address) if site.url else "",
    )


def size(count: int) -> str:
    """A number of bytes as a reader writes it."""
    return f"{number(-(-count // _BYTES))} kB"


def dataset(site: Site, url: str) -> Markup:
    """What a page's data is, for search engines (schema.org, JSON-LD); nothing for other pages."""
    if url == links.DATA:
        return _script(_whole(site))
    folder, _, rest = url.partition("/")
    kode = rest.rstrip("/")
    if f"{folder}/" == links.INDIKATOR and kode in site.plan.kedudukan:
        return _script(_single(site, kode))
    return Markup("")


def _script(value: dict[str, Any]) -> Markup:
    """JSON that no value of it can leave: without a sign that HTML would read."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - made harmless above


def _common(site: Site, url: str) -> dict[str, Any]:
    plan = site.plan
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "creator": {"@type": "GovernmentOrganization", "name": plan.rencana.kantor},
        "temporalCoverage": f"{plan.tahun[0]}/{plan.tahun[-1]}",
        "url": _address(site, url, url),
    }
    if site.revision:
        found["dateModified"] = site.revision.date.isoformat()
    return found


def _whole(site: Site) -> dict[str, Any]:
    files = {offer.place: offer.media for offer in offers(site.plan)}
    return _common(site, links.DATA) | {
        "name": f"{_warning(site)}{site.plan.rencana.judul}",
        "description": f"{_warning(site)}Target, realisasi dan anggaran tiap tahun menurut "
        f"{site.kutipan}.",
        "distribution": _downloads(
            site,
            links.DATA,
            [(place, files[place]) for place in (INDICATOR_CSV, MONEY_CSV, WORKBOOK)],
        ),
    }


def _single(site: Site, kode: str) -> dict[str, Any]:
    indikator = site.plan.kedudukan[kode].indikator
    url = links.indikator(indikator)
    unit = site.plan.satuan[indikator.satuan].nama if indikator.satuan else ""
    cells = "; ".join(f"{t.tahun}: {t.tercetak or '(kosong)'}" for t in indikator.targets)
    return _common(site, url) | {
        "name": f"{_warning(site)}{kode} {indikator.nama}",
        "description": f"{_warning(site)}Target {kode} {site.plan.rencana.singkatan}: {cells}.",
        "identifier": kode,
        "variableMeasured": {"@type": "PropertyValue", "name": indikator.nama}
        | ({"unitText": unit} if unit else {}),
        "isPartOf": {
            "@type": "Dataset",
            "name": site.plan.rencana.judul,
            "url": _address(site, links.DATA, url),
        },
        "distribution": _downloads(
            site,
            url,
            [(indicator_json(kode), "application/json"), (indicator_csv(kode), "text/csv")],
        ),
    }


def _downloads(site: Site, here: str, files: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [
        {
            "@type": "DataDownload",
            "contentUrl": _address(site, place, here),
            "encodingFormat": media,
        }
        for place, media in files
    ]


def _address(site: Site, target: str, here: str) -> str:
    return f"{site.url}{target}" if site.url else links.relative(target, here)


def _warning(site: Site) -> str:
    return "CONTOH (dibuat-buat): " if site.made_up else ""
