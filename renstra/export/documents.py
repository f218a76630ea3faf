"""The JSON documents as a whole: what each file of `v1` holds, with its title for readers."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from renstra.export.records import OURS, AnggaranLengkap, IndikatorLengkap, Kode, Rekaman
from renstra.model.catatan import CatatanBaca, CatatanUji
from renstra.model.isian import Persetujuan, Sumber
from renstra.model.laporan import RealisasiAnggaran, RealisasiIndikator


def _field(title: str, description: str, **more: Any) -> Any:
    return Field(title=title, description=description, **more)


class Berkas(Rekaman):
    """What every document says of itself."""

    skema: Kode = _field("Skema", "Alamat JSON Schema berkas ini.", serialization_alias="$schema")
    contoh: bool = _field(
        "Contoh",
        "true bila ada realisasi yang dibuat-buat untuk mencoba; data kantor selalu false.",
    )


class BerkasIndikator(IndikatorLengkap, Berkas):
    """`indikator/ik-….json`: one indicator."""


class DaftarIndikator(Berkas):
    """`indikator.json`: every indicator."""

    indikator: list[IndikatorLengkap] = _field("Indikator", "Semua indikator, urutan dokumen.")


class JumlahTercetak(Rekaman):
    """The printed total row of the programme funding table."""

    nama: Kode = _field("Nama", "Sebutan baris jumlah seperti tercetak.")
    pagu: dict[int, int | None] = _field(
        "Jumlah tiap tahun", "Tahun dan jumlahnya seperti tercetak, dalam ribuan rupiah."
    )
    jumlah: int = _field("Jumlah", "Jumlah keseluruhan seperti tercetak, dalam ribuan rupiah.")


class DaftarAnggaran(Berkas):
    """`anggaran.json`: all money, planned and spent."""

    anggaran: list[AnggaranLengkap] = _field(
        "Anggaran", "Program, lalu tiap kegiatan anggaran dan barisnya, urutan dokumen."
    )
    total_tercetak: JumlahTercetak = _field("Total tercetak", "Baris jumlah tabel program.")


class RealisasiTahun(Berkas):
    """`realisasi/….json`: a year as the office reports it, before anything is computed from it."""

    tahun: int = _field("Tahun", "Tahun laporan.")
    batas_lapor: date | None = _field("Batas lapor", "Tanggal terakhir melapor, bila ditetapkan.")
    sumber: Sumber | None = _field(
        "Sumber", "Dokumen sumber semua laporan tahun itu yang tidak menyebut sumbernya."
    )
    persetujuan: Persetujuan | None = _field(
        "Persetujuan", "Surat yang menyetujui angka-angka tahun itu; null bila belum dicatat."
    )
    indikator: list[RealisasiIndikator] = _field(
        "Indikator", "Laporan tiap indikator; kosong bila tahun itu belum punya berkas laporan."
    )
    program: list[RealisasiAnggaran] = _field("Program", "Laporan keuangan tiap program.")
    kegiatan: list[RealisasiAnggaran] = _field(
        "Kegiatan", "Laporan keuangan tiap kegiatan anggaran."
    )
    baris: list[RealisasiAnggaran] = _field("Baris", "Laporan keuangan baris anggaran, bila ada.")


class DaftarCatatan(Berkas):
    """`catatan.json`: where the decree contradicts itself."""

    catatan: list[Annotated[CatatanUji | CatatanBaca, Field(discriminator="jenis")]] = _field(
        "Catatan", "Pertentangan di dalam dokumen, yang tetap tampil seperti tercetak."
    )


class RevisiData(Rekaman):
    """The commit that last changed the data."""

    commit: Kode = _field("Commit", "Nama lengkap commit terakhir yang mengubah data.")
    tanggal: date = _field("Tanggal", "Tanggal commit itu.")
    berubah: bool = _field("Berubah", "true bila ada perubahan data yang belum di-commit.")


class RevisiResmi(Rekaman):
    """A decree that revised the plan."""

    kode: Kode = _field("Kode", "Kode revisi, seperti rv-001.")
    nomor: Kode = _field("Nomor", "Nomor keputusan.")
    tanggal: date = _field("Tanggal", "Tanggal keputusan.")
    berlaku: date = _field("Berlaku", "Sejak kapan keputusan itu berlaku.")


class DaftarRevisi(Berkas):
    """`revisi.json`: which revision of the data this is, and the official ones."""

    data: RevisiData | None = _field(
        "Revisi data", "Commit terakhir data; null bila situs dibuat tanpa riwayat git."
    )
    resmi: list[RevisiResmi] = _field("Revisi resmi", "Keputusan yang mengubah rencana.")


class StandarData(Rekaman):
    """The five parts of a data standard, for one indicator (Perpres 39/2019 on Satu Data)."""

    id: Kode = _field("Kode indikator", "Kode indikator, seperti ik-001.")
    nama: Kode = _field("Nama", "Nama indikator seperti dokumen.")
    konsep: str = _field("Konsep", "Apa yang hendak diukur: nama sasarannya, seperti dokumen.")
    definisi: str = _field("Definisi", f"Penjelasan singkat; kosong bila belum ditulis. {OURS}")
    klasifikasi: str = _field(
        "Klasifikasi",
        "Penggolongan nilainya, yang tertinggi di depan; kosong bila tidak bergolong.",
    )
    ukuran: str = _field(
        "Ukuran", f"Cara mengukurnya: persentase, jumlah, predikat, atau opini. {OURS}"
    )
    satuan: str = _field("Satuan", "Satuan nilainya; kosong bila tidak bersatuan.")


class Metadata(Berkas):
    """`metadata.json`: the data standard of every indicator."""

    keterangan: Kode = _field("Keterangan", "Apa yang tidak disebut dokumen tentang semuanya.")
    indikator: list[StandarData] = _field("Indikator", "Standar data tiap indikator.")


class Rujukan(Rekaman):
    """A file that is offered."""

    alamat: Kode = _field("Alamat", "Alamat berkas.")
    judul: Kode = _field("Judul", "Isinya dalam beberapa kata.")
    jenis_media: Kode = _field("Jenis media", "Jenis media berkas, seperti text/csv.")
    skema: str | None = _field("Skema", "Alamat JSON Schema-nya, bila ada.")


class Indeks(Berkas):
    """`index.json`: where everything is."""

    judul: Kode = _field("Judul", "Judul rencana.")
    kantor: Kode = _field("Kantor", "Nama lengkap kantor.")
    keputusan_nomor: Kode = _field("Nomor keputusan", "Nomor keputusan yang menetapkan rencana.")
    keputusan_tanggal: date = _field("Tanggal keputusan", "Tanggal keputusan itu.")
    tahun: list[int] = _field("Tahun", "Tahun-tahun rencana.")
    berkas: list[Rujukan] = _field("Berkas", "Berkas yang ditawarkan.")
    indikator: dict[str, str] = _field("Indikator", "Kode indikator dan alamat berkasnya.")
