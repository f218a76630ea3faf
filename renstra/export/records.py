"""What is published, field by field: CSV, workbook, JSON, schemas and data package follow from it.

The first version (`v1`) only ever gains fields. A new column of a table goes to the end of the
table's last class, so that no formula that names a column by its letter has to change. What a field
of the data says of itself is taken from its model and not said again.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from renstra.keeping.voices import voices
from renstra.model.anggaran import AnggaranProgram, BarisAnggaran, KegiatanAnggaran
from renstra.model.base import Entry, Konfirmasi, Pencabutan, Perbaikan
from renstra.model.indikator import Indikator, MaknaNol
from renstra.model.isian import Sumber
from renstra.model.laporan import RealisasiAnggaran, RealisasiIndikator
from renstra.model.target import Rupa
from renstra.model.terms import Agregasi, Arah, ArtiNol, Audit, Jenis, Status, StatusData, Tingkat
from renstra.model.voice import Suara

Angka = Annotated[Decimal, WithJsonSchema({"type": "number"})]
"""A number with all its digits."""

Kode = Annotated[str, Field(min_length=1)]
"""A text that is never empty."""

TingkatAnggaran = Literal["program", "kegiatan", "baris"]
StatusAnggaran = Literal["dilaporkan", "berjalan", "ditarik", "belum_dilaporkan"]


class Rekaman(BaseModel):
    """Anything that is published."""

    # Docstrings are for whoever builds this; the schema speaks to readers, through the fields.
    model_config = ConfigDict(
        strict=True,
        frozen=True,
        json_schema_extra=lambda schema: schema.pop("description", None),
    )


OURS = "Pembacaan pengelola situs, bukan kata keputusan."


def _field(title: str, description: str) -> Any:
    return Field(title=title, description=description)


def _like(model: type[BaseModel], name: str, title: str) -> Any:
    """A field that means what the data's own field means; what is our reading says so."""
    description = model.model_fields[name].description or ""
    ours = issubclass(model, Entry) and voices(model).get(name) is Suara.PEMBACAAN
    return Field(title=title, description=f"{description} {OURS}" if ours else description)


class CiriIndikator(Rekaman):
    """What an indicator is, in one row."""

    id: Kode = _field("Kode indikator", "Kode indikator, seperti ik-001. Tetap selamanya.")
    nama: Kode = _like(Indikator, "nama", "Nama indikator")
    program: Kode = _field("Kode program", "Kode program tempat indikator berada, seperti pg-1.")
    program_nama: Kode = _field("Nama program", "Nama program di tabel target, seperti dokumen.")
    kegiatan: Kode = _field("Kode kegiatan", "Kode kegiatan di tabel target, seperti kg-001.")
    kegiatan_nama: Kode = _field("Nama kegiatan", "Nama kegiatan di tabel target, seperti dokumen.")
    sasaran: Kode = _field("Kode sasaran", "Kode sasaran yang diukur, seperti sa-001.")
    sasaran_nama: Kode = _field("Nama sasaran", "Nama sasaran, huruf demi huruf seperti dokumen.")
    jenis: Jenis = _like(Indikator, "jenis", "Jenis")
    satuan: str | None = _field("Satuan", f"Satuan nilai; kosong bila jenisnya bukan angka. {OURS}")
    arah: Arah = _like(Indikator, "arah", "Arah")
    tingkat: Tingkat = _like(Indikator, "tingkat", "Tingkat")


class HasilTahun(Rekaman):
    """What was promised, reported and achieved on an indicator in one year."""

    tahun: int = _field("Tahun", "Tahun rencana.")
    target_tercetak: str = _field(
        "Target tercetak",
        "Sel target huruf demi huruf menurut keputusan yang berlaku pada 31 Desember tahun itu; "
        "dapat kosong.",
    )
    target_rupa: Rupa = _field(
        "Rupa target", "Isi sel target: angka, peringkat, strip, atau kosong."
    )
    target_nilai: Angka | None = _field(
        "Nilai target", "Bilangan di sel target, dalam satuan indikator; kosong bila bukan angka."
    )
    target_peringkat: str | None = _field(
        "Peringkat target", "Predikat atau opini di sel target; kosong bila bukan peringkat."
    )
    makna_nol: ArtiNol | None = _field(
        "Makna nol", "Bagaimana sel nol dibaca; kosong bila selnya bukan nol."
    )
    ditargetkan: bool = _field(
        "Ditargetkan",
        "Apakah sel itu menetapkan target: bukan strip, kosong, atau nol semacam itu.",
    )
    target_pk: str | None = _like(RealisasiIndikator, "target_pk", "Target PK")
    realisasi: Angka | None = _field(
        "Realisasi",
        "Nilai setahun yang dilaporkan, dalam satuan indikator; kosong bila belum dilaporkan. "
        "Kosong bukan nol.",
    )
    realisasi_peringkat: str | None = _field(
        "Peringkat realisasi", "Predikat atau opini yang dilaporkan; kosong bila belum dilaporkan."
    )
    pembilang: Angka | None = _field("Pembilang", "Pembilang persentase, bila dilaporkan.")
    penyebut: Angka | None = _field("Penyebut", "Penyebut persentase, bila dilaporkan.")
    tidak_ada_kejadian: str | None = _like(
        RealisasiIndikator, "tidak_ada_kejadian", "Tidak ada kejadian"
    )
    status: Status = _field("Status", "Kode status terhadap target rencana.")
    status_sebutan: Kode = _field("Sebutan status", "Status seperti ditulis di halaman.")
    capaian_persen: Angka | None = _field(
        "Capaian (%)",
        "Capaian dalam persen, tidak dibulatkan dan tidak dibatasi; kosong bila tidak dihitung.",
    )
    aturan: Kode = _field("Aturan", "Nama aturan capaian yang berlaku, seperti di halaman metode.")
    status_data: StatusData | None = _field(
        "Status data", "sementara, final, direvisi, atau ditarik; kosong bila belum dilaporkan."
    )
    sumber_judul: str | None = _like(Sumber, "judul", "Judul sumber")
    sumber_nomor: str | None = _like(Sumber, "nomor", "Nomor sumber")
    sumber_tanggal: date | None = _field("Tanggal sumber", "Tanggal dokumen sumber.")
    sumber_url: str | None = _field("Alamat sumber", "Alamat dokumen sumber di internet, bila ada.")
    contoh: bool = _field(
        "Contoh", "true bila realisasi tahun itu dibuat-buat untuk mencoba, bukan laporan kantor."
    )
    sumber_berkas: str | None = _field(
        "Berkas sumber", "Letak salinan dokumen sumber di situs ini, bila disimpan."
    )
    sumber_sha256: str | None = _like(Sumber, "sha256", "SHA-256 sumber")
    alasan_perubahan: str | None = _like(RealisasiIndikator, "alasan_perubahan", "Alasan perubahan")
    capaian_lkj: Angka | None = _like(RealisasiIndikator, "capaian_lkj", "Capaian LKj (%)")
    target_awal: str | None = _field(
        "Target awal",
        "Sel itu seperti mula-mula ditetapkan; lain dari target_tercetak bila keputusan kemudian "
        "mengubahnya, null bila indikatornya belum ada waktu itu.",
    )
    berlaku: bool = _field(
        "Berlaku", "false bila tahun itu indikatornya belum ada, atau sudah dicabut."
    )


class CiriAnggaran(Rekaman):
    """What money is planned for, in one row."""

    kode: Kode = _field(
        "Kode", "Kode program (pg-1), kegiatan anggaran (ak-002) atau baris (an-005)."
    )
    tingkat: TingkatAnggaran = _field(
        "Tingkat",
        "program, kegiatan atau baris. Jumlahkan satu tingkat saja: tiap tingkat memuat uang yang "
        "sama.",
    )
    nama: str = _like(KegiatanAnggaran, "nama", "Nama")
    tabel: Kode = _field("Tabel", "Nomor tabel dokumen tempat angkanya tercetak.")
    program: Kode = _field("Kode program", "Kode program yang didanai, seperti pg-1.")
    kegiatan: str | None = _field(
        "Kode kegiatan anggaran", "Kode kelompok bernomor di tabel kegiatan; kosong bagi program."
    )
    sasaran: str | None = _like(BarisAnggaran, "sasaran", "Kode sasaran")
    mengulang: str | None = _field(
        "Mengulang",
        "Kode tabel yang jumlah programnya diulang di baris ini; baris itu tidak dijumlahkan.",
    )
    dihitung: bool = _field(
        "Dihitung", "true bila rencananya jumlah hitungan situs ini, bukan angka tercetak."
    )


class AnggaranTahun(Rekaman):
    """Money planned, budgeted in the end and spent in one year."""

    tahun: int = _field("Tahun", "Tahun rencana.")
    rencana_ribu_rupiah: int | None = _field(
        "Rencana (ribu rupiah)",
        "Alokasi rencana seperti tercetak, dalam ribuan rupiah; kosong bila selnya kosong.",
    )
    rencana_rupiah: int | None = _field(
        "Rencana (rupiah)", "Alokasi rencana yang sama, dalam rupiah penuh."
    )
    pagu_akhir_rupiah: int | None = _like(RealisasiAnggaran, "pagu", "Pagu akhir (rupiah)")
    hibah_rupiah: int | None = _like(RealisasiAnggaran, "hibah", "Hibah (rupiah)")
    realisasi_rupiah: int | None = _like(RealisasiAnggaran, "realisasi", "Realisasi (rupiah)")
    serapan_persen: Angka | None = _field(
        "Penyerapan anggaran (%)", "Realisasi dibagi pagu akhir, dalam persen, tidak dibulatkan."
    )
    status: StatusAnggaran = _field(
        "Status",
        "Apakah realisasi setahun dilaporkan; berjalan bila baru nilai triwulan, ditarik bila "
        "kantor menariknya.",
    )
    status_data: StatusData | None = _field(
        "Status data", "sementara, final, direvisi, atau ditarik; kosong bila belum dilaporkan."
    )
    sumber_judul: str | None = _like(Sumber, "judul", "Judul sumber")
    sumber_nomor: str | None = _like(Sumber, "nomor", "Nomor sumber")
    sumber_tanggal: date | None = _field("Tanggal sumber", "Tanggal dokumen sumber.")
    sumber_url: str | None = _field("Alamat sumber", "Alamat dokumen sumber di internet, bila ada.")
    contoh: bool = _field(
        "Contoh", "true bila realisasi tahun itu dibuat-buat untuk mencoba, bukan laporan kantor."
    )
    sumber_berkas: str | None = _field(
        "Berkas sumber", "Letak salinan dokumen sumber di situs ini, bila disimpan."
    )
    sumber_sha256: str | None = _like(Sumber, "sha256", "SHA-256 sumber")
    alasan_perubahan: str | None = _like(RealisasiIndikator, "alasan_perubahan", "Alasan perubahan")
    diaudit: Audit | None = _like(RealisasiAnggaran, "diaudit", "Diaudit")


class IndikatorLengkap(CiriIndikator):
    """An indicator with everything that is known of it."""

    halaman: Kode = _field("Halaman", "Alamat halaman indikator.")
    nilai_min: Angka | None = _field(
        "Nilai terkecil", f"Nilai terkecil yang mungkin; null: tanpa batas. {OURS}"
    )
    nilai_maks: Angka | None = _field(
        "Nilai terbesar", f"Nilai terbesar yang mungkin; null: tanpa batas. {OURS}"
    )
    agregasi: Agregasi | None = _like(Indikator, "agregasi", "Agregasi")
    arti_nol: MaknaNol | None = _field("Arti nol", f"Bagaimana sel nol dibaca, dan mengapa. {OURS}")
    tidak_dapat_dihitung: str | None = _like(
        Indikator, "tidak_dapat_dihitung", "Tidak dapat dihitung"
    )
    perbaikan: list[Perbaikan] = _like(Indikator, "perbaikan", "Perbaikan")
    penjelasan: str | None = _like(Indikator, "penjelasan", "Penjelasan singkat")
    alasan_baca: str | None = _like(Indikator, "alasan_baca", "Alasan pembacaan")
    dikonfirmasi: Konfirmasi | None = _field(
        "Dikonfirmasi", "Surat kantor yang membenarkan pembacaan ini; null bila belum ada."
    )
    dicabut: Pencabutan | None = _field(
        "Dicabut", "Revisi yang mencabutnya, dan mengapa; null bila masih berlaku."
    )
    tahunan: list[HasilTahun] = _field("Tahunan", "Target dan hasil tiap tahun.")


class AnggaranLengkap(CiriAnggaran):
    """Something funded with its money in every year."""

    jumlah_tercetak_ribu_rupiah: int | None = _like(AnggaranProgram, "jumlah", "Jumlah tercetak")
    dicabut: Pencabutan | None = _field(
        "Dicabut", "Revisi yang mencabut baris itu, dan mengapa; null bila masih berlaku."
    )
    tahunan: list[AnggaranTahun] = _field("Tahunan", "Uangnya tiap tahun.")
