"""The JSON documents of `v1`, made from the records and from the data's own models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renstra.export.documents import (
    DaftarAnggaran,
    DaftarCatatan,
    DaftarRevisi,
    Indeks,
    JumlahTercetak,
    Metadata,
    RealisasiTahun,
    RevisiData,
    RevisiResmi,
    Rujukan,
    StandarData,
)
from renstra.export.edition import FOLDER, V1, Edition, indicator_json, report_json
from renstra.export.records import AnggaranLengkap, IndikatorLengkap, Rekaman
from renstra.export.schemas import schema_file
from renstra.model.indikator import Indikator
from renstra.model.realisasi import Realisasi
from renstra.model.terms import JENIS, SCALES
from renstra.plan.plan import Plan
from renstra.plan.withdrawals import withdrawn

METADATA = f"{FOLDER}metadata.json"
INDEX = f"{V1}index.json"


def documents(edition: Edition) -> Iterator[tuple[str, dict[str, Any]]]:
    """Place in the site to content, in Python's own types; everything but the index."""
    yield from _indicators(edition)
    yield f"{V1}anggaran.json", _money(edition, f"{V1}anggaran.json")
    for tahun in edition.plan.tahun:
        yield report_json(tahun), _report(edition, tahun)
    head = _head(edition, f"{V1}catatan.json", "catatan")
    notes = list(edition.plan.catatan.catatan)
    yield f"{V1}catatan.json", _plain(DaftarCatatan(**head, catatan=notes))
    yield f"{V1}revisi.json", _plain(_revisions(edition, f"{V1}revisi.json"))
    yield METADATA, _plain(_metadata(edition))


def index(edition: Edition, files: list[tuple[str, str, str, str | None]]) -> dict[str, Any]:
    """The index; each file is a place in the site, a title, a media type and a schema's name."""
    rencana = edition.plan.rencana
    listed = [
        Rujukan(
            alamat=edition.link(place, INDEX),
            judul=title,
            jenis_media=media,
            skema=edition.link(schema_file(schema), INDEX) if schema else None,
        )
        for place, title, media, schema in files
    ]
    return _plain(
        Indeks(
            **_head(edition, INDEX, "indeks"),
            judul=rencana.judul,
            kantor=rencana.kantor,
            keputusan_nomor=rencana.keputusan.nomor,
            keputusan_tanggal=rencana.keputusan.tanggal,
            tahun=rencana.tahun,
            berkas=listed,
            indikator={
                kode: edition.link(indicator_json(kode), INDEX) for kode in edition.plan.kedudukan
            },
        )
    )


def _head(edition: Edition, place: str, schema: str) -> dict[str, Any]:
    link = edition.link(schema_file(schema), place)
    return {"skema": link, "contoh": edition.records.contoh}


def _plain(record: Rekaman) -> dict[str, Any]:
    return record.model_dump(by_alias=True)


def _indicators(edition: Edition) -> Iterator[tuple[str, dict[str, Any]]]:
    listed = []
    place = f"{V1}indikator.json"
    for kode in edition.plan.kedudukan:
        plain = _plain(_indicator(edition, kode))
        listed.append(plain | {"halaman": edition.link(edition.page(kode), place)})
        own = indicator_json(kode)
        head = {
            "$schema": edition.link(schema_file("satu-indikator"), own),
            "contoh": edition.records.contoh,
            "halaman": edition.link(edition.page(kode), own),
        }
        yield own, plain | head
    head = {
        "$schema": edition.link(schema_file("indikator"), place),
        "contoh": edition.records.contoh,
    }
    yield place, head | {"indikator": listed}


def _indicator(edition: Edition, kode: str) -> IndikatorLengkap:
    traits, years = edition.records.indikator[kode]
    indikator = edition.plan.kedudukan[kode].indikator
    return IndikatorLengkap(
        **dict(traits),
        halaman=edition.page(kode),
        nilai_min=indikator.rentang.min if indikator.rentang else None,
        nilai_maks=indikator.rentang.maks if indikator.rentang else None,
        agregasi=indikator.agregasi,
        arti_nol=indikator.makna_nol,
        tidak_dapat_dihitung=indikator.tidak_dapat_dihitung,
        perbaikan=indikator.perbaikan,
        penjelasan=indikator.penjelasan,
        alasan_baca=indikator.alasan_baca,
        dikonfirmasi=indikator.dikonfirmasi or edition.plan.rencana.dikonfirmasi,
        dicabut=withdrawn(edition.plan).get(kode),
        tahunan=years,
    )


def _money(edition: Edition, place: str) -> dict[str, Any]:
    table = edition.plan.anggaran_program
    printed = {row.program: row.jumlah for row in table.baris}
    gone = withdrawn(edition.plan)
    total = JumlahTercetak(nama=table.total.nama, pagu=table.total.pagu, jumlah=table.total.jumlah)
    return _plain(
        DaftarAnggaran(
            **_head(edition, place, "anggaran"),
            anggaran=[
                AnggaranLengkap(
                    **dict(traits),
                    jumlah_tercetak_ribu_rupiah=printed.get(traits.kode),
                    dicabut=gone.get(traits.kode),
                    tahunan=years,
                )
                for traits, years in edition.records.anggaran
            ],
            total_tercetak=total,
        )
    )


def _report(edition: Edition, tahun: int) -> dict[str, Any]:
    empty = Realisasi(tahun=tahun, indikator=[], program=[], kegiatan=[])
    report = edition.plan.realisasi.get(tahun, empty)
    link = edition.link(schema_file("realisasi"), report_json(tahun))
    return _plain(
        RealisasiTahun(
            skema=link,
            contoh=report.contoh,
            tahun=tahun,
            batas_lapor=report.batas_lapor,
            sumber=report.sumber,
            persetujuan=report.persetujuan,
            indikator=report.indikator,
            program=report.program,
            kegiatan=report.kegiatan,
            baris=report.baris,
        )
    )


def official_revisions(plan: Plan) -> list[RevisiResmi]:
    """The decree that set the plan and those that revised it."""
    return [
        RevisiResmi(kode=item.id, nomor=item.nomor, tanggal=item.tanggal, berlaku=item.sejak)
        for item in plan.revisi.revisi
    ]


def _revisions(edition: Edition, place: str) -> DaftarRevisi:
    found = edition.revision
    data = None
    if found:
        data = RevisiData(commit=found.commit, tanggal=found.date, berubah=found.changed)
    return DaftarRevisi(
        **_head(edition, place, "revisi"), data=data, resmi=official_revisions(edition.plan)
    )


def _metadata(edition: Edition) -> Metadata:
    units = edition.plan.satuan
    rows = []
    for kode, place in edition.plan.kedudukan.items():
        indikator = place.indikator
        scale = SCALES.get(indikator.jenis, ())
        rows.append(
            StandarData(
                id=kode,
                nama=indikator.nama,
                konsep=place.sasaran.nama,
                definisi=indikator.penjelasan or "",
                klasifikasi="; ".join(" = ".join(step) for step in scale),
                ukuran=_measure(indikator),
                satuan=units[indikator.satuan].nama if indikator.satuan else "",
            )
        )
    return Metadata(**_head(edition, METADATA, "metadata"), keterangan=SILENT, indikator=rows)


SILENT = (
    "Dokumen rencana tidak menyebut konsep, definisi, rumus dan sumber data indikatornya. "
    "Konsep di sini adalah nama sasaran yang diukur; definisi adalah penjelasan singkat pengelola "
    "situs, bukan bagian keputusan."
)


def _measure(indikator: Indikator) -> str:
    """How an indicator is measured: as a share, a number, a grade or an opinion."""
    if indikator.jenis != "angka":
        return JENIS[indikator.jenis].label
    return "persentase" if indikator.satuan == "persen" else "jumlah"
